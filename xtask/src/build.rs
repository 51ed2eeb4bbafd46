//! The release build: Trunk makes `dist/`, and its post-build hook calls `cargo xtask finish`.

use crate::setup::WasmTools;
use crate::shell::run;
use anyhow::{Context, Result};

/// Sets up what is missing and builds `dist/`.
pub fn release() -> Result<()> {
    with(&WasmTools::ensure()?)
}

/// Builds `dist/` with tools that are known to be there.
pub fn with(tools: &WasmTools) -> Result<()> {
    let this = std::env::current_exe().context("where this program is")?;
    run(tools.command("trunk").args(["build", "--release"]).env("KUAYU_XTASK", this))
}
