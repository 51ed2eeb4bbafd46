//! Every test, in the order in which a failure is cheapest to learn: native, WebAssembly, browser.

use crate::setup::WasmTools;
use crate::shell::{self, root, run};
use crate::{browser, build, mutants};
use anyhow::{Result, bail};

/// `test [native|wasm|browser]... [--engine NAME]`; without a name: all.
pub fn command(args: &[&str]) -> Result<()> {
    let kinds = ["native", "wasm", "browser"];
    let (args, engine) = match args {
        [kinds @ .., "--engine", engine] => (kinds, Some(*engine)),
        kinds => (kinds, None),
    };
    if engine.is_some_and(|engine| !browser::ENGINES.contains(&engine)) {
        bail!("test: no such engine; there are {}", browser::ENGINES.join(", "));
    }
    if let Some(other) = args.iter().find(|arg| !kinds.contains(arg)) {
        bail!("test: no kind {other:?}; there are {}", kinds.join(", "));
    }
    let [native, wasm, browser] = kinds.map(|kind| args.is_empty() || args.contains(&kind));
    let tools = (wasm || browser).then(WasmTools::ensure).transpose()?;
    // The site's build has work for one core alone for minutes.
    let aside = (native && browser).then(build::aside).transpose()?;
    if native {
        native_tests()?;
    }
    if let (Some(tools), true) = (&tools, wasm) {
        wasm_tests(tools)?;
    }
    if let (Some(tools), true) = (&tools, browser) {
        match aside {
            Some(build) => drop(build.wait()?),
            None => build::with(tools)?,
        }
        let command_line = native.then(build::tested_command_line).transpose()?;
        // A browser at its tests leaves half a core idle.
        let mutants = native.then(mutants::aside).transpose()?;
        browser::tests(engine, command_line)?;
        if let Some(mutants) = mutants {
            // Whether a test is missing, or nobody could see the difference, a person has to judge.
            match mutants.wait() {
                Ok(told) => println!("{told}"),
                Err(error) => eprintln!("xtask: told, and no reason to stop: {error:#}"),
            }
        }
    }
    Ok(())
}

/// The domain, the command line, the workers' modules and this program. Without the feature `ui`: Leptos is never compiled natively.
fn native_tests() -> Result<()> {
    run(shell::command("cargo").args(["test", "--no-default-features", "--features", "cli"]))?;
    // Each benchmark once: what is only compiled stops working unseen.
    run(shell::command("cargo").args(["test", "--quiet", "--no-default-features", "--features", "cli", "--benches"]))?;
    run(shell::command("cargo").args(["test", "--package", "kuayu-readers", "--package", "kuayu-office"]))?;
    run(shell::command("cargo").args(["test", "--package", "xtask", "--profile", "dev"]))
}

/// The domain compiled for wasm32 and run in Node: 32-bit sizes and the browser's own text decoders.
fn wasm_tests(tools: &WasmTools) -> Result<()> {
    if !root().join("tests/wasm.rs").is_file() {
        return Ok(());
    }
    let args = ["test", "--target", "wasm32-unknown-unknown", "--no-default-features", "--test", "wasm"];
    run(tools.command("cargo").args(args).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner"))
}
