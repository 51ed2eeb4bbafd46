//! Running other programs: every call is shown, every failure is an error.

use anyhow::{Context, Result, bail};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

/// The project's top folder: where `Cargo.toml` of the app is.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A command that runs in the project's top folder, without what `cargo run` put into the environment for us: a nested
/// cargo must choose its own toolchain and linker paths.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    for (key, _) in std::env::vars_os() {
        let name = key.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || matches!(&*name, "CARGO" | "CARGO_MANIFEST_DIR" | "CARGO_MANIFEST_PATH") {
            command.env_remove(&key);
        }
    }
    command.env_remove("LD_LIBRARY_PATH");
    command
}

/// Shows the command line, runs it with our own output, and fails when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line_of(command);
    eprintln!("$ {line}");
    let status = command.status().with_context(|| format!("cannot start: {line}"))?;
    if !status.success() {
        bail!("failed ({status}): {line}");
    }
    Ok(())
}

/// Runs silently and gives standard output; standard error goes where ours goes.
pub fn output(command: &mut Command) -> Result<String> {
    let line = line_of(command);
    command.stderr(std::process::Stdio::inherit());
    let out = command.output().with_context(|| format!("cannot start: {line}"))?;
    if !out.status.success() {
        bail!("failed ({}): {line}", out.status);
    }
    String::from_utf8(out.stdout).with_context(|| format!("output is not UTF-8: {line}"))
}

/// A program that runs beside what we do meanwhile, what it prints kept in a file. It ends with us.
pub struct Aside {
    child: Child,
    line: String,
    printed: PathBuf,
}

/// Starts a program to run beside what we do meanwhile; `printed` is the file for its output.
pub fn aside(command: &mut Command, printed: PathBuf) -> Result<Aside> {
    let line = line_of(command);
    eprintln!("$ {line} (beside the rest, into {})", printed.display());
    let file = File::create(&printed).with_context(|| printed.display().to_string())?;
    command.stdout(file.try_clone()?).stderr(file);
    let child = command.spawn().with_context(|| format!("cannot start: {line}"))?;
    Ok(Aside { child, line, printed })
}

impl Aside {
    /// Waits for its end, and gives what it printed; fails when it failed, having shown that.
    pub fn wait(mut self) -> Result<String> {
        let status = self.child.wait()?;
        let printed = std::fs::read_to_string(&self.printed).unwrap_or_default();
        if !status.success() {
            eprintln!("{printed}");
            bail!("failed ({status}): {}", self.line);
        }
        Ok(printed)
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        // It has ended already where it was waited for.
        let _ = self.child.kill();
    }
}

/// Where a program is on `PATH`, if it is there.
pub fn which(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(program)).find(|file| file.is_file())
}

fn line_of(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for arg in command.get_args() {
        line.push(' ');
        line.push_str(&arg.to_string_lossy());
    }
    line
}
