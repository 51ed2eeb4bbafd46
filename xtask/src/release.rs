//! A release: what is handed out, with its checksums, and the tag that says which source it was made of.

use crate::shell::{self, output, root, run};
use crate::{bill, build, package, windows};
use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};
use std::path::Path;

/// The file with the checksums, as `sha256sum --check` reads it.
const SUMS: &str = "SHA256SUMS";

/// `release [--no-tag]`: writes `target/release-<version>/` with the zip of the site, the command line for this
/// machine and for Windows where its tools can be had, the bill of materials and `SHA256SUMS`, and tags the commit.
/// Refuses what nobody could make again: a changed tree, a version without its part of the change log, a tag that names
/// another commit. Nothing is sent anywhere.
pub fn command(args: &[&str]) -> Result<()> {
    let tags = match args {
        [] => true,
        ["--no-tag"] => false,
        _ => bail!("usage: cargo xtask release [--no-tag]"),
    };
    let version = package::version().context("no version in Cargo.toml")?;
    let changes = std::fs::read_to_string(root().join("CHANGELOG.md")).context("reading CHANGELOG.md")?;
    let tag = format!("v{version}");
    if tags {
        ensure!(is_told(&changes, version), "CHANGELOG.md has no part `## {version} (YYYY-MM-DD)`");
        let changed = output(shell::command("git").args(["status", "--porcelain"]))?;
        ensure!(changed.trim().is_empty(), "the tree differs from its commit:\n{changed}");
        let here = output(shell::command("git").args(["rev-parse", "HEAD"]))?;
        let tagged = output(
            shell::command("git")
                .args(["for-each-ref", "--format=%(objectname) %(*objectname)"])
                .arg(format!("refs/tags/{tag}")),
        )?;
        ensure!(tagged.trim().is_empty() || tagged.contains(here.trim()), "{tag} names another commit");
    }
    build::release()?;
    let folder = root().join(format!("target/release-{version}"));
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("removing the old {}", folder.display()))?;
    }
    let packed = package::pack(&folder)?;
    let mut cargo = shell::command("cargo");
    // Both are one release: the command line says which build of the site it belongs to.
    cargo.env("KUAYU_BUILD", &packed.build);
    let program = build::command_line_for_others(&mut cargo)?;
    let [os, machine] = [std::env::consts::OS, std::env::consts::ARCH];
    take(&program, &folder.join(name(version, os, machine, std::env::consts::EXE_SUFFIX)))?;
    let mut for_windows = false;
    if !cfg!(windows) {
        let program = windows::command_line(shell::command("cargo").env("KUAYU_BUILD", &packed.build))?;
        if let Some(program) = &program {
            take(program, &folder.join(name(version, "windows", "x86_64", ".exe")))?;
        }
        for_windows = program.is_some();
    }
    std::fs::write(folder.join(bill::FILE), bill::bill(version)?)?;
    std::fs::write(folder.join(SUMS), sums(&folder)?)?;
    if tags && output(shell::command("git").args(["tag", "--list", &tag]))?.trim().is_empty() {
        run(shell::command("git")
            .args(["tag", "--annotate", &tag, "--message"])
            .arg(format!("Kuayu {version}, build {}", packed.build)))?;
    }
    println!("{}: build {}", folder.display(), packed.build);
    if !for_windows && !cfg!(windows) {
        println!("without the command line for Windows: its tools cannot be had here, as was said above");
    }
    Ok(())
}

/// What the command line is called: for which version, system and processor it is.
fn name(version: &str, os: &str, machine: &str, suffix: &str) -> String {
    format!("kuayu-{version}-{os}-{machine}{suffix}")
}

/// Puts a program among what is handed out.
fn take(program: &Path, to: &Path) -> Result<()> {
    std::fs::copy(program, to).with_context(|| format!("taking {}", program.display()))?;
    Ok(())
}

/// Whether the change log has a part for this version, with its day: `## 0.1.0 (2026-11-24)`.
fn is_told(changes: &str, version: &str) -> bool {
    let day = |line: &str| {
        Some(line.strip_prefix("## ")?.strip_prefix(version)?.strip_prefix(" (")?.strip_suffix(')')?.to_owned())
    };
    let is_day = |day: String| {
        let parts: Vec<&str> = day.split('-').collect();
        parts.iter().map(|part| part.len()).eq([4, 2, 2]) && parts.concat().bytes().all(|byte| byte.is_ascii_digit())
    };
    changes.lines().filter_map(day).any(is_day)
}

/// A line for each file of the folder, by name.
fn sums(folder: &Path) -> Result<String> {
    let mut lines = String::new();
    for file in crate::dist::read(folder)?.iter().filter(|file| file.path != SUMS) {
        let hash: String = Sha256::digest(&file.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        lines.push_str(&format!("{hash}  {}\n", file.path));
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_released_when_the_change_log_tells_of_it_with_its_day() {
        assert!(is_told("# Changes\n\n## 0.1.0 (2026-11-24)\n", "0.1.0"));
        for untold in ["## Unreleased\n", "## 0.1.0\n", "## 0.1.0 (soon)\n", "## 0.1.01 (2026-11-24)\n"] {
            assert!(!is_told(untold, "0.1.0"), "{untold}");
        }
    }

    #[test]
    fn the_checksums_are_what_sha256sum_reads() {
        let folder = std::env::temp_dir().join(format!("kuayu-sums-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("a.zip"), "abc").unwrap();
        std::fs::write(folder.join(SUMS), "old").unwrap();
        let lines = sums(&folder).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(lines, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.zip\n");
    }
}
