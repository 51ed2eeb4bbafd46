//! The woven copy compiled; what the compiler refuses is taken out of it again.

use super::weave::{Mutant, Woven, weave};
use crate::shell::{self, root};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Instant;

/// The programs of tests with all mutants that could be woven in.
pub struct Built {
    /// The unit tests and the native tests, in this order.
    pub programs: Vec<PathBuf>,
    /// Mutants that the compiler refuses: no test has to find them.
    pub unviable: BTreeSet<u32>,
    /// Mutants that could be tried alone, and not behind a question: in constant functions, for example.
    pub left: BTreeSet<u32>,
}

/// As often is the compiler asked at most. It tells mistakes of names first, then those of types, then those of borrowing.
const ROUNDS: usize = 20;

/// More mutants than these are tried with tests that were compiled to be quick.
const MANY: usize = 1000;

/// Puts a file's text into the copy.
type Write<'w> = &'w dyn Fn(&str, &str) -> Result<()>;

/// Weaves the mutants into the files of the copy and compiles its tests. `None` where they were not compiled in time.
pub fn build(tree: &Path, mutants: &[Mutant], write: Write, until: Option<Instant>) -> Result<Option<Built>> {
    let mut built = Built { programs: Vec::new(), unviable: BTreeSet::new(), left: BTreeSet::new() };
    let mut files: BTreeMap<&str, Woven> = BTreeMap::new();
    let mut changed: BTreeSet<&str> = mutants.iter().map(|mutant| mutant.file.as_str()).collect();
    for round in 0..ROUNDS {
        for file in std::mem::take(&mut changed) {
            let out = |number: &u32| built.unviable.contains(number) || built.left.contains(number);
            let numbered = (0..).zip(mutants).filter(|(number, mutant)| mutant.file == file && !out(number));
            let text = std::fs::read_to_string(root().join(file))?;
            let woven = weave(&text, &numbered.collect::<Vec<_>>()).with_context(|| file.to_owned())?;
            built.unviable.extend(&woven.unviable);
            built.left.extend(&woven.left);
            write(file, &woven.text)?;
            files.insert(file, woven);
        }
        let errors = match compile(tree, mutants.len() > MANY, until)? {
            Compiled::Programs(programs) => return Ok(Some(Built { programs, ..built })),
            Compiled::Late => return Ok(None),
            Compiled::Errors(errors) => errors,
        };
        let before = built.unviable.len() + built.left.len();
        for error in &errors {
            for (file, number, viable) in blame(error, &files) {
                changed.insert(file);
                if viable {
                    built.left.insert(number)
                } else {
                    built.unviable.insert(number)
                };
            }
        }
        let out = built.unviable.len() + built.left.len() - before;
        println!("mutants: compiled, round {}: {} errors, {out} mutants taken out", round + 1, errors.len());
        if out == 0 {
            let first = errors.first().and_then(|error| error.get("rendered")).and_then(Value::as_str);
            bail!("mutants: the copy does not compile, and no mutant is to blame:\n{}", first.unwrap_or_default());
        }
    }
    bail!("mutants: the copy does not compile after {ROUNDS} rounds")
}

/// What came of compiling.
enum Compiled {
    Programs(Vec<PathBuf>),
    Errors(Vec<Value>),
    Late,
}

fn compile(tree: &Path, many: bool, until: Option<Instant>) -> Result<Compiled> {
    let left = until.map(|until| until.saturating_duration_since(Instant::now()).as_secs());
    if left == Some(0) {
        return Ok(Compiled::Late);
    }
    // Of `timeout`, 0 is no limit.
    let mut command = shell::command("timeout");
    command.args([&left.unwrap_or_default().to_string(), "nice", "-n19", "cargo", "test", "--no-run"]);
    command.args(["--message-format=json", "--no-default-features", "--features", "cli"]);
    command.args(["--lib", "--test", "all"]);
    // What the ordinary tests compiled is not compiled again, but where quick tests save more than that takes.
    command.current_dir(tree).stderr(Stdio::null()).env("CARGO_TARGET_DIR", root().join("target"));
    if many {
        command.env("CARGO_PROFILE_TEST_OPT_LEVEL", "3");
    }
    let done = command.output().context("cannot start cargo")?;
    if done.status.code() == Some(124) {
        return Ok(Compiled::Late);
    }
    let (mut errors, mut programs) = (Vec::new(), BTreeMap::new());
    for line in String::from_utf8_lossy(&done.stdout).lines() {
        let Ok(told) = serde_json::from_str::<Value>(line) else { continue };
        let text = |path: &str| told.pointer(path).and_then(Value::as_str).unwrap_or_default();
        match text("/reason") {
            "compiler-message" if text("/message/level") == "error" => {
                errors.extend(told.get("message").filter(|message| message.get("spans").is_some_and(is_some)).cloned());
            }
            "compiler-artifact" if told.pointer("/profile/test") == Some(&Value::Bool(true)) => {
                programs.insert(text("/target/name") == "all", PathBuf::from(text("/executable")));
            }
            _ => {}
        }
    }
    if !errors.is_empty() {
        return Ok(Compiled::Errors(errors));
    }
    ensure!(done.status.success(), "mutants: cargo test --no-run failed ({}), and told no error", done.status);
    Ok(Compiled::Programs(programs.into_values().collect()))
}

fn is_some(list: &Value) -> bool {
    list.as_array().is_some_and(|list| !list.is_empty())
}

/// Whose mistake an error is: file, number, and whether the mutant might be compiled alone.
fn blame<'f>(error: &Value, files: &BTreeMap<&'f str, Woven>) -> Vec<(&'f str, u32, bool)> {
    let spans = error.get("spans").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let is_primary = |span: &&Value| span.get("is_primary") == Some(&Value::Bool(true));
    let (primary, others): (Vec<&Value>, Vec<&Value>) = spans.iter().partition(is_primary);
    let places = |spans: &[&Value]| spans.iter().filter_map(|span| place(span, files)).collect::<Vec<_>>();
    let (primary, others) = (places(&primary), places(&others));
    for (file, woven, from, to) in primary.iter().chain(&others) {
        let within = woven.pieces.iter().filter(|(start, end, _)| from >= start && to <= end);
        let found: Vec<_> = within.map(|(.., number)| (*file, *number, false)).collect();
        if !found.is_empty() {
            return found;
        }
    }
    for (file, woven, from, to) in primary.iter().chain(&others) {
        let around = woven.choices.iter().filter(|(start, end, _)| from >= start && to <= end);
        if let Some((.., numbers)) = around.min_by_key(|(start, end, _)| end - start) {
            return numbers.iter().map(|number| (*file, *number, true)).collect();
        }
    }
    Vec::new()
}

/// Where a span is in the woven files; of one within a macro, where the macro was called.
fn place<'f, 'w>(span: &Value, files: &'w BTreeMap<&'f str, Woven>) -> Option<(&'f str, &'w Woven, usize, usize)> {
    let name = span.get("file_name")?.as_str()?;
    let number = |key: &str| span.get(key).and_then(Value::as_u64).map(|number| number as usize);
    if let Some((file, woven)) = files.get_key_value(name) {
        return Some((*file, woven, number("byte_start")?, number("byte_end")?));
    }
    place(span.pointer("/expansion/span")?, files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_blamed_on_the_mutant_whose_text_it_is() {
        let woven = Woven {
            pieces: vec![(10, 20, 3)],
            choices: vec![(5, 90, vec![3, 4]), (0, 100, vec![1])],
            ..Woven::default()
        };
        let files = BTreeMap::from([("src/a.rs", woven)]);
        let span = |from: usize, to: usize, primary: bool| {
            let place = serde_json::json!({ "file_name": "src/a.rs", "byte_start": from, "byte_end": to });
            let mut span: serde_json::Map<String, Value> = place.as_object().unwrap().clone();
            span.insert("is_primary".to_owned(), primary.into());
            Value::Object(span)
        };
        let blamed = |spans: Vec<Value>| blame(&serde_json::json!({ "spans": spans }), &files);
        assert_eq!(blamed(vec![span(12, 14, true)]), [("src/a.rs", 3, false)]);
        assert_eq!(blamed(vec![span(50, 60, true), span(12, 14, false)]), [("src/a.rs", 3, false)]);
        assert_eq!(blamed(vec![span(50, 60, true)]), [("src/a.rs", 3, true), ("src/a.rs", 4, true)]);
        assert_eq!(blamed(vec![span(95, 96, true)]), [("src/a.rs", 1, true)]);
        let called =
            serde_json::json!({"file_name": "/std.rs", "is_primary": true, "expansion": {"span": span(11, 12, false)}});
        assert_eq!(blamed(vec![called]), [("src/a.rs", 3, false)]);
    }
}
