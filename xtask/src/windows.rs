//! The command line for Windows, made by a machine that is none: of the staff who would use it most have Windows.

use crate::build::without_paths;
use crate::shell::{command, output, root, run};
use anyhow::{Context, Result, ensure};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What it is compiled for.
const TARGET: &str = "x86_64-pc-windows-gnu";

/// Flags for it alone: what runs while compiling is compiled for this machine.
const FLAGS: &str = "CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS";

/// The exit code by which `tools/setup-windows.sh` says that it cannot be had here.
const CANNOT: i32 = 3;

/// What the script says: the linker, and where std comes from if rustup has none.
const WANTED: [&str; 3] = ["CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", "RUSTUP_TOOLCHAIN", "KUAYU_WINDOWS_SYSROOT"];

/// Builds the command line for 64-bit Windows by the cargo that is given with its environment, and says where it is.
/// `None` where the tools cannot be had; `tools/setup-windows.sh` has said why on standard error.
pub fn command_line(cargo: &mut Command) -> Result<Option<PathBuf>> {
    let Some(variables) = tools()? else { return Ok(None) };
    let sysroot = variables.iter().find(|(key, _)| key == "KUAYU_WINDOWS_SYSROOT").map(|(_, path)| path.as_str());
    cargo.envs(variables.iter().map(|(key, value)| (key, value))).env(FLAGS, flags(sysroot, &without_paths()?));
    cargo.args(["build", "--profile", "native", "--no-default-features", "--features", "cli", "--bin", "kuayu"]);
    run(cargo.args(["--target", TARGET]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let program = target.join(TARGET).join("native/kuayu.exe");
    let needs = output(command("x86_64-w64-mingw32-objdump").arg("-p").arg(&program))?;
    let foreign = foreign(&needs);
    ensure!(foreign.is_empty(), "kuayu.exe needs what Windows has not: {}", foreign.join(", "));
    Ok(Some(program))
}

/// The environment in which cargo compiles for Windows.
fn tools() -> Result<Option<Vec<(String, String)>>> {
    let script = r#"set -e; exports=$(bash tools/setup-windows.sh); eval "$exports"; env -0"#;
    let done = command("bash").args(["-c", script]).stderr(Stdio::inherit()).output();
    let done = done.context("cannot start bash for tools/setup-windows.sh")?;
    if done.status.code() == Some(CANNOT) {
        return Ok(None);
    }
    ensure!(done.status.success(), "tools/setup-windows.sh failed ({})", done.status);
    let text = String::from_utf8(done.stdout).context("the environment is not UTF-8")?;
    let wanted = text.split('\0').filter_map(|entry| entry.split_once('=')).filter(|(key, _)| WANTED.contains(key));
    Ok(Some(wanted.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()))
}

/// The flags: where std is if not with the compiler, nothing to be found beside the program, no names of functions, no
/// time of day, no path of this machine.
fn flags(sysroot: Option<&str>, without_paths: &str) -> String {
    let sysroot = sysroot.map(|path| format!(" --sysroot={path}")).unwrap_or_default();
    format!("{ALONE}{sysroot}{without_paths}")
}

const ALONE: &str = "-C target-feature=+crt-static -C strip=symbols -C link-arg=-Wl,--no-insert-timestamp";

/// The libraries that a program needs beside those of Windows itself, by what objdump prints of it.
fn foreign(needs: &str) -> Vec<&str> {
    let windows = ["kernel32", "ntdll", "msvcrt", "bcrypt", "bcryptprimitives", "advapi32", "userenv", "ws2_32"];
    let names = needs.lines().filter_map(|line| line.trim().strip_prefix("DLL Name: "));
    let of_windows = |name: &&str| {
        let name = name.to_ascii_lowercase();
        name.starts_with("api-ms-win-") || name.strip_suffix(".dll").is_some_and(|name| windows.contains(&name))
    };
    names.filter(|name| !of_windows(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_windows_lacks_is_found() {
        let own = "\tDLL Name: KERNEL32.dll\n\tvma: Hint\n\tDLL Name: api-ms-win-core-synch-l1-2-0.dll\n";
        assert!(foreign(own).is_empty());
        assert_eq!(foreign(&format!("{own}\tDLL Name: libgcc_s_seh-1.dll\n")), ["libgcc_s_seh-1.dll"]);
    }

    #[test]
    fn std_is_looked_for_where_it_was_built() {
        assert_eq!(flags(None, ""), ALONE);
        let flags = flags(Some("/std"), " --remap-path-prefix=/a/=");
        assert_eq!(flags, format!("{ALONE} --sysroot=/std --remap-path-prefix=/a/="));
    }
}
