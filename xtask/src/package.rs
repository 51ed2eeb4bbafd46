//! What the web staff get: a zip with the site and a page that says what to do with it.

use crate::{build, dist};
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const INSTRUCTIONS: &str = include_str!("package/instructions.html");
/// The app's version: the one in the top `Cargo.toml`.
const MANIFEST: &str = include_str!("../../Cargo.toml");

/// `package [--no-build]`: writes `target/package/kuayu-<version>-<build>.zip`.
pub fn command(args: &[&str]) -> Result<()> {
    match args {
        [] => build::release()?,
        ["--no-build"] => {}
        _ => bail!("usage: cargo xtask package [--no-build]"),
    }
    let packed = pack(&crate::shell::root().join("target/package"))?;
    println!("{} ({} files of the site, and the instructions)", packed.path.display(), packed.files);
    Ok(())
}

/// The zip that was written.
pub struct Packed {
    pub path: PathBuf,
    /// The build id of the site in it.
    pub build: String,
    /// How many files the site has.
    pub files: usize,
}

/// Packs `dist/` into `folder`, which is made when it is missing.
pub fn pack(folder: &Path) -> Result<Packed> {
    let files = dist::read(&dist::folder())?;
    let page = files.iter().find(|file| file.path == "index.html").context("no dist/index.html: build first")?;
    let build = build_of(std::str::from_utf8(&page.bytes)?).context("dist/ is not a release build")?;
    let version = version().context("no version in Cargo.toml")?;
    let name = format!("kuayu-{version}-{build}");
    std::fs::create_dir_all(folder)?;
    let path = folder.join(format!("{name}.zip"));
    let mut zip = ZipWriter::new(File::create(&path).with_context(|| format!("cannot write {}", path.display()))?);
    // No time of day in it: the same build gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    zip.start_file(format!("{name}/READ-ME-FIRST.html"), options)?;
    zip.write_all(instructions(version, build).as_bytes())?;
    for file in &files {
        zip.start_file(format!("{name}/site/{}", file.path), options)?;
        zip.write_all(&file.bytes)?;
    }
    zip.finish()?;
    Ok(Packed { path, build: build.to_owned(), files: files.len() })
}

fn instructions(version: &str, build: &str) -> String {
    INSTRUCTIONS.replace("{version}", version).replace("{build}", build)
}

/// The first `version = "..."`: that of `[package]`, which stands first.
pub fn version() -> Option<&'static str> {
    MANIFEST.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
}

/// The build id that `finish` wrote into the page; `None` for a debug build.
fn build_of(page: &str) -> Option<&str> {
    let (_, after) = page.split_once("name=\"kuayu-build\" content=\"")?;
    let (build, _) = after.split_once('"')?;
    (build.len() == 16 && build.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(build)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_finished_build_is_packed() {
        let page = |id: &str| format!("<meta name=\"kuayu-build\" content=\"{id}\">");
        assert_eq!(build_of(&page("0123456789abcdef")), Some("0123456789abcdef"));
        assert_eq!(build_of(&page("development")), None);
        assert_eq!(build_of("<p>"), None);
    }

    #[test]
    fn the_instructions_say_which_version_they_are_for() {
        let text = instructions(version().unwrap(), "0123456789abcdef");
        assert!(text.contains("0123456789abcdef") && text.contains(version().unwrap()));
        assert!(!text.contains("{version}") && !text.contains("{build}"));
    }
}
