//! What a fresh machine lacks, named and installed: the wasm toolchain, a browser, npm packages.
//!
//! Each function is quick when there is nothing to do, and says what it installs when there is.

use crate::shell::{command, output, root, run, which};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// An environment in which `cargo build --target wasm32-unknown-unknown`, `trunk`, `wasm-bindgen` and `wasm-opt` work.
pub struct WasmTools {
    variables: Vec<(String, String)>,
}

impl WasmTools {
    /// Finds or installs the tools. `tools/setup-wasm.sh` does the work and reports on standard error.
    pub fn ensure() -> Result<Self> {
        let script = r#"set -e; exports=$(bash tools/setup-wasm.sh --tools); eval "$exports"; env -0"#;
        let text = output(command("bash").args(["-c", script])).context("setting up the WebAssembly tools")?;
        let wanted = ["PATH", "RUSTUP_TOOLCHAIN", "TRUNK_OFFLINE", "TRUNK_SKIP_VERSION_CHECK"];
        let variables = text
            .split('\0')
            .filter_map(|entry| entry.split_once('='))
            .filter(|(key, _)| wanted.contains(key))
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect();
        Ok(Self { variables })
    }

    /// A variable of the environment in which the tools are found.
    pub fn variable(&self, key: &str) -> Option<&str> {
        self.variables.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    /// A command that finds these tools.
    pub fn command(&self, program: &str) -> Command {
        // `Command` looks programs up in the child's PATH when that is set explicitly, so the name is enough.
        let mut command = command(program);
        command.envs(self.variables.iter().map(|(key, value)| (key, value)));
        command
    }
}

/// The browser for tests: `$CHROMIUM`, one that is installed, or Debian's package.
///
/// `None` means: let playwright-core use the browser it downloaded itself (machines without apt).
pub fn browser() -> Result<Option<PathBuf>> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        return Ok(Some(path.into()));
    }
    let find =
        || ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].iter().find_map(|n| which(n));
    if let Some(path) = find() {
        return Ok(Some(path));
    }
    if which("apt-get").is_some() {
        apt_install(&["chromium"])?;
        return match find() {
            Some(path) => Ok(Some(path)),
            None => bail!("apt-get installed chromium, but there is no chromium on PATH"),
        };
    }
    eprintln!("setup: no Chromium and no apt-get: playwright-core downloads its own");
    run(command("npx").args(["playwright-core", "install", "chromium"]).current_dir(e2e()))?;
    Ok(None)
}

/// WebKit for tests, Debian's package with its driver, and a screen for it that nobody sees. Where there is no apt, the
/// scripts that would use it say that they go without.
pub fn webkit() -> Result<()> {
    if which("apt-get").is_none() || (which("WebKitWebDriver").is_some() && which("Xvfb").is_some()) {
        return Ok(());
    }
    apt_install(&["webkit2gtk-driver", "xvfb"])
}

/// Firefox for tests, Debian's long-term release. Its own protocol drives it. As for WebKit, tests go without elsewhere.
pub fn firefox() -> Result<()> {
    if which("apt-get").is_none() || which("firefox-esr").is_some() || which("firefox").is_some() {
        return Ok(());
    }
    apt_install(&["firefox-esr"])
}

/// Chinese glyphs, without which layout tests and screenshots would measure empty boxes.
pub fn cjk_font() -> Result<()> {
    let has = || output(command("fc-list").arg(":lang=zh-tw")).is_ok_and(|list| !list.trim().is_empty());
    if which("apt-get").is_none() || (which("fc-list").is_some() && has()) {
        return Ok(());
    }
    apt_install(&["fontconfig", "fonts-noto-cjk"])
}

/// Installs a folder's npm packages as its lock file says, unless that very lock file was installed before.
pub fn npm_packages(folder: &Path) -> Result<()> {
    let lock = std::fs::read(folder.join("package-lock.json")).context("no package-lock.json")?;
    let stamp = folder.join("node_modules/.installed-lock");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    eprintln!("setup: npm ci in {}", folder.display());
    run(command("npm").args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(folder))?;
    std::fs::write(stamp, lock).context("cannot note which lock file was installed")
}

/// The version of cargo-mutants whose output `mutants.rs` reads.
const CARGO_MUTANTS: &str = "27.1.0";

/// cargo-mutants, which tells what mistakes can be put into the source.
pub fn cargo_mutants() -> Result<()> {
    let version = format!("cargo-mutants {CARGO_MUTANTS}");
    if which("cargo-mutants").is_some_and(|_| {
        output(command("cargo").args(["mutants", "--version"])).is_ok_and(|text| text.trim() == version)
    }) {
        return Ok(());
    }
    eprintln!("setup: cargo install {version}");
    let mut cargo = command("nice");
    // That it is quick itself is not worth minutes.
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0").env("CARGO_PROFILE_RELEASE_LTO", "off");
    run(cargo.args(["-n19", "cargo", "install", "cargo-mutants", "--locked", "--version", CARGO_MUTANTS]))
}

/// Where the browser tests and their npm packages are.
pub fn e2e() -> PathBuf {
    root().join("tests/e2e")
}

fn apt_install(packages: &[&str]) -> Result<()> {
    eprintln!("setup: apt-get install {}", packages.join(" "));
    let install = || {
        let mut apt = privileged("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt.args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages);
        // Progress bars are noise in a log.
        apt.stdout(std::process::Stdio::null());
        run(&mut apt)
    };
    // Lists that are missing or old name versions that are gone: then update, once.
    install().or_else(|_| {
        run(privileged("apt-get").args(["update", "-qq"]))?;
        install()
    })
}

/// The program itself for root, else through sudo.
fn privileged(program: &str) -> Command {
    let is_root = output(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if is_root || which("sudo").is_none() {
        return command(program);
    }
    let mut sudo = command("sudo");
    sudo.arg(program);
    sudo
}
