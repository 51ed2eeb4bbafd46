//! The licences of everything that is compiled in, against a list of those that go with MIT.
//!
//! What `cargo deny` would do for licences, without compiling it. Not here: security advisories. Their database is not
//! in a package registry, so a machine that reaches nothing else cannot ask it; run `cargo audit` where it can be.

use crate::shell::{self, output};
use anyhow::{Context, Result, bail};
use serde_json::Value;

/// Permissive licences: they ask for a notice at most.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// `licences`: counts the packages of the lock file by licence; fails on one that is not allowed.
pub fn command() -> Result<()> {
    let json =
        output(shell::command("cargo").args(["metadata", "--format-version", "1", "--locked", "--all-features"]))?;
    let metadata: Value = serde_json::from_str(&json).context("reading cargo metadata")?;
    let packages = metadata["packages"].as_array().context("no packages in cargo metadata")?;
    let mut refused = Vec::new();
    for package in packages.iter().filter(|package| !package["source"].is_null()) {
        let licence = package["license"].as_str().unwrap_or_default();
        if !is_allowed(licence) {
            refused.push(format!("{} {}: {licence:?}", package["name"], package["version"]));
        }
    }
    if !refused.is_empty() {
        bail!("licences that are not on the list:\n  {}", refused.join("\n  "));
    }
    println!("licences: {} packages, all permissive (security advisories are not checked here)", packages.len());
    Ok(())
}

/// True when the SPDX expression can be met with allowed licences alone: all parts of an AND, one part of an OR.
fn is_allowed(expression: &str) -> bool {
    // Cargo's old form for OR.
    let expression = expression.replace('/', " OR ");
    match split_outside_parentheses(&expression, " AND ") {
        parts if parts.len() > 1 => parts.iter().all(|part| is_allowed(part)),
        _ => match split_outside_parentheses(&expression, " OR ") {
            parts if parts.len() > 1 => parts.iter().any(|part| is_allowed(part)),
            _ => {
                let term = expression.trim();
                match term.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
                    Some(inner) => is_allowed(inner),
                    None => ALLOWED.contains(&term),
                }
            }
        },
    }
}

fn split_outside_parentheses<'a>(text: &'a str, separator: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0_i32, 0);
    for (at, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 && at >= start && text[at..].starts_with(separator) => {
                parts.push(&text[start..at]);
                start = at + separator.len();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn expressions() {
        for good in ["MIT", "MIT/Apache-2.0", "GPL-3.0 OR MIT", "(MIT OR GPL-2.0) AND Unicode-3.0"] {
            assert!(is_allowed(good), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT AND GPL-2.0) OR AGPL-3.0"] {
            assert!(!is_allowed(bad), "{bad}");
        }
    }
}
