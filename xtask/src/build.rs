//! The release build: Trunk makes `dist/`, and its post-build hook calls `cargo xtask finish`.

use crate::setup::WasmTools;
use crate::shell::{self, Aside, output, root, run};
use crate::split;
use crate::{office, readers};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Sets up what is missing and builds `dist/`.
pub fn release() -> Result<()> {
    with(&WasmTools::ensure()?)
}

/// Begins to build `dist/` in a program of its own, beside what is done meanwhile.
pub fn aside() -> Result<Aside> {
    let this = std::env::current_exe().context("where this program is")?;
    std::fs::create_dir_all(root().join("target"))?;
    shell::aside(shell::command(&this.to_string_lossy()).arg("build"), root().join("target/build.log"))
}

/// Builds `dist/` with tools that are known to be there.
pub fn with(tools: &WasmTools) -> Result<()> {
    let this = std::env::current_exe().context("where this program is")?;
    let flags_of_workers = without_paths()?;
    let readers = readers::build(tools, (FLAGS, &flags_of_workers))?;
    let office = office::build(tools, (FLAGS, &flags_of_workers), &readers)?;
    let mut trunk = tools.command("trunk");
    trunk
        .args(["build", "--release"])
        .env("KUAYU_XTASK", this)
        .env(FLAGS, flags(tools)?)
        .env("KUAYU_READERS", readers.script)
        .env("KUAYU_OFFICE", office);
    split::prepare(&mut trunk, tools)?;
    run(&mut trunk)
}

/// Builds the command line as it is handed out, by the cargo that is given with its environment, and says where it is.
pub fn command_line(cargo: &mut Command) -> Result<PathBuf> {
    run(cargo.args(["build", "--profile", "native", "--no-default-features", "--features", "cli", "--bin", "kuayu"]))?;
    Ok(native_program("native"))
}

/// The command line that the native tests compile for themselves, kept where nothing that is compiled later takes its place.
pub fn tested_command_line() -> Result<PathBuf> {
    let (compiled, kept) = (native_program("debug"), native_program("tested"));
    std::fs::create_dir_all(kept.parent().context("a program has a folder")?)?;
    std::fs::copy(&compiled, &kept).with_context(|| compiled.display().to_string())?;
    Ok(kept)
}

fn native_program(profile: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join(profile).join(format!("kuayu{}", std::env::consts::EXE_SUFFIX))
}

/// The same as it is handed out: on Linux with the C library in it, so that it runs on any of them, whatever its age.
pub fn command_line_for_others(cargo: &mut Command) -> Result<PathBuf> {
    let flags = without_paths()?;
    if !cfg!(all(target_os = "linux", target_env = "gnu")) {
        return command_line(cargo.env("RUSTFLAGS", flags.trim()));
    }
    // With the target named, what runs while compiling is linked as ever: it has to load libraries.
    let target = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    cargo.env("RUSTFLAGS", format!("-C target-feature=+crt-static{flags}")).env("CARGO_BUILD_TARGET", &target);
    let beside = command_line(cargo)?;
    let built = beside.parent().and_then(Path::parent).context("where cargo builds")?;
    Ok(built.join(target).join("native").join(beside.file_name().context("a program without a name")?))
}

/// Cargo adds these to the flags of `.cargo/config.toml`.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// What the compiler is told for the release: to leave what [`split`] divides by, and to write no path of this machine
/// into the messages of faults.
fn flags(tools: &WasmTools) -> Result<String> {
    let small = small_std(tools)?.map(|small| format!(" --sysroot {}", small.display())).unwrap_or_default();
    Ok(format!("-C link-args=--emit-relocs{}{small}", without_paths()?))
}

/// A standard library that was compiled to be small, where the toolchain has one (`tools/setup-wasm.sh`). It is the page's:
/// somebody waits for that to arrive, while the workers' modules are to be quick.
fn small_std(tools: &WasmTools) -> Result<Option<PathBuf>> {
    let sysroot = output(tools.command("rustc").args(["--print", "sysroot"]))?;
    Ok(Some(Path::new(sysroot.trim()).join("small")).filter(|small| small.is_dir()))
}

/// The flags that keep the paths of this machine's registry out of what is compiled, each with a space before it.
pub fn without_paths() -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).context("no CARGO_HOME and no HOME")?;
    let mut flags = String::new();
    for registry in std::fs::read_dir(home.join("registry/src")).into_iter().flatten() {
        flags.push_str(&format!(" --remap-path-prefix={}/=", registry?.path().display()));
    }
    Ok(flags)
}
