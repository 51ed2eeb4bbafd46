//! Node programs that drive Chromium, WebKit or Firefox: the browser tests and the tools that measure, in JavaScript.

use crate::shell::{self, root, run};
use crate::{dist, setup};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the tests can run in. When none is named: all of them in Chromium, a student's first journey in the others.
pub const ENGINES: [&str; 3] = ["chromium", "webkit", "firefox"];

/// The engines beside Chromium in which all tests can run, when they are named (`tests/e2e/lib.mjs` opens them).
const WHOLE: [&str; 2] = ["firefox", "webkit"];

/// The journey in the engines beside Chromium.
const JOURNEY: &str = "engines.test.mjs";

/// Every `tests/e2e/*.test.mjs` on the built site, by Node's own test runner, or those in one engine. The command line, with
/// which some compare the site, is compiled where it is not given.
pub fn tests(engine: Option<&str>, command_line: Option<PathBuf>) -> Result<()> {
    let wanted = |path: &Path| {
        let journey = path.ends_with(JOURNEY);
        match engine {
            None => true,
            Some("chromium") => !journey,
            Some(name) => journey || WHOLE.contains(&name),
        }
    };
    let mut tests: Vec<_> = std::fs::read_dir(setup::e2e())?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .filter(|path| wanted(path))
        .collect();
    tests.sort();
    setup::webkit()?;
    setup::firefox()?;
    // One file at a time: on two cores, several browsers at once only make time limits unreliable.
    let mut node = node()?;
    node.env("ENGINE", engine.unwrap_or_default());
    if let Some(program) = command_line {
        node.env("KUAYU", program);
    }
    run(node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]).args(tests))
}

/// A program of the project, given by its path from the top folder.
pub fn script(path: &str, args: &[&str]) -> Result<()> {
    run(node()?.arg(root().join(path)).args(args))
}

/// `loads [--engine webkit|chromium] [--times N]`: whether the app starts, load after load, in each engine.
pub fn loads(args: &[&str]) -> Result<()> {
    setup::webkit()?;
    script("tools/loads.mjs", args)
}

/// Lighthouse, whose many packages are installed only for this.
pub fn lighthouse() -> Result<()> {
    setup::npm_packages(&root().join("tools/lighthouse"))?;
    script("tools/lighthouse/run.mjs", &[])
}

/// `accessibility [PAGE]...`: two checkers beside the tests' own on every page, whose many packages are installed only for
/// this.
pub fn accessibility(args: &[&str]) -> Result<()> {
    setup::npm_packages(&root().join("tools/accessibility"))?;
    script("tools/accessibility/run.mjs", args)
}

/// Node with a browser, Chinese glyphs and the npm packages at hand, told where the site and the browser are.
fn node() -> Result<Command> {
    setup::npm_packages(&setup::e2e())?;
    setup::cjk_font()?;
    let mut node = shell::command("node");
    node.env("DIST", dist::folder());
    if let Some(path) = setup::browser()? {
        node.env("CHROMIUM", path);
    }
    Ok(node)
}
