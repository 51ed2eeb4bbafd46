//! Two results of `kuayu batch` over the same students, by the command line before and after a change: how many answers
//! changed, from what to what. A change of the rules is not measured by time alone.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

/// `compare-answers OLD NEW`: files that `kuayu batch --json` wrote.
pub fn command(args: &[&str]) -> Result<()> {
    let [old, new] = args else { bail!("usage: cargo xtask compare-answers OLD.jsonl NEW.jsonl") };
    let (old, new) = (answers(old)?, answers(new)?);
    ensure!(old.keys().eq(new.keys()), "the two files are not of the same students and programs");
    let mut changed: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
    for ((_, _, question), before, after) in old.iter().filter_map(|(key, before)| Some((key, before, new.get(key)?))) {
        *changed.entry((question, before, after)).or_default() += 1;
    }
    for ((question, before, after), count) in changed {
        let mark = if before == after { ' ' } else { '*' };
        println!("{mark} {count:>7}  {question}: {before} -> {after}");
    }
    Ok(())
}

/// The kind of each answer, by student, program and question.
fn answers(path: &str) -> Result<BTreeMap<(String, String, &'static str), String>> {
    let text = std::fs::read_to_string(path).with_context(|| path.to_owned())?;
    let mut found = BTreeMap::new();
    for line in text.lines() {
        let line: Value = serde_json::from_str(line).with_context(|| path.to_owned())?;
        let word =
            |value: &Value| value.as_str().map(str::to_owned).with_context(|| format!("{path}: no answers in it"));
        for question in ["certificate", "cross_domain"] {
            let key = (word(&line["student"])?, word(&line["code"])?, question);
            found.insert(key, word(&line[question]["status"])?);
        }
    }
    Ok(found)
}
