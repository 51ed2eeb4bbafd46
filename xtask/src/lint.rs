//! Clippy with warnings denied, native and wasm32, by one toolchain.
//!
//! Versions of clippy differ in what they warn about. The toolchain that compiles for wasm32 (rustup's own, or the
//! local one that `tools/setup-wasm.sh` makes) is the one that judges both sides.

use crate::setup::WasmTools;
use crate::shell::run;
use anyhow::Result;

/// `lint`
pub fn command() -> Result<()> {
    let tools = WasmTools::ensure()?;
    let clippy = |args: &[&str], rules: &[&str]| {
        let mut cargo = tools.command("cargo");
        run(cargo.arg("clippy").args(args).args(["--", "-D", "warnings"]).args(rules))
    };
    // The methods of clippy.toml weigh in the app, and only there.
    let native = ["-A", "clippy::disallowed-methods"];
    clippy(&["--all-targets", "--no-default-features", "--features", "cli"], &native)?;
    clippy(
        &["--package", "xtask", "--package", "kuayu-readers", "--package", "kuayu-office", "--all-targets"],
        &native,
    )?;
    // The release profile, so that build scripts and procedural macros are the ones the release build uses anyway.
    clippy(&["--release", "--target", "wasm32-unknown-unknown", "--bin", "kuayu-app", "--features", "split"], &[])
}
