//! The page's own scripts without their comments, which every first visit would load.

use crate::finish::short_hash;
use anyhow::{Context, Result, bail};
use std::path::Path;

const SCRIPT: &str = "<script src=\"./";

/// Takes the comments out of every script that the page names, and gives the page with their new names.
pub fn bare(folder: &Path, page: &str) -> Result<String> {
    let mut parts = page.split(SCRIPT);
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, after) = part.split_once('"').context("a script element that does not end")?;
        let script = std::fs::read_to_string(folder.join(name)).with_context(|| format!("reading {name}"))?;
        std::fs::remove_file(folder.join(name)).with_context(|| format!("removing {name}"))?;
        let script = without_comments(&script);
        let (stem, _) = name.rsplit_once('-').with_context(|| format!("{name} has no hash in its name"))?;
        let name = format!("{stem}-{}.js", short_hash(script.as_bytes()));
        std::fs::write(folder.join(&name), script).with_context(|| format!("writing {name}"))?;
        bare.push_str(&format!("{SCRIPT}{name}\"{after}"));
    }
    Ok(bare)
}

/// A script without lines that are nothing but comments, and without what indents.
pub fn without_comments(script: &str) -> String {
    let mut bare = String::new();
    let mut within = false;
    for line in script.lines().map(str::trim) {
        let begins = line.starts_with("/*");
        if !within && !begins && !line.is_empty() && !line.starts_with("//") {
            bare.push_str(line);
            bare.push('\n');
        }
        within = (within || begins) && !line.ends_with("*/");
    }
    bare
}

/// Fails where the page holds a script. Its policy would have to name the script's hash, and a host that rewrites what it
/// sends would make the page one that cannot start.
pub fn none_inline(page: &str) -> Result<()> {
    for part in page.split("<script").skip(1) {
        let (attributes, _) = part.split_once('>').context("a script element that does not end")?;
        if !attributes.contains("src=") {
            bail!("a script stands in the page: <script{attributes}>");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_lose_their_comments_and_keep_their_places() {
        let folder = std::env::temp_dir().join(format!("kuayu-scripts-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(
            folder.join("a-b-1.js"),
            "// Why.\n(function () {\n  /** What. */\n  /**\n   * More.\n   */\n  x(\"//\"); // kept\n})();\n",
        )
        .unwrap();
        let page = bare(&folder, "<i></i>\n<script src=\"./a-b-1.js\" defer></script>\n<b></b>").unwrap();
        let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        let [script] = files.as_slice() else { panic!("{files:?}") };
        assert_eq!(std::fs::read_to_string(script).unwrap(), "(function () {\nx(\"//\"); // kept\n})();\n");
        let name = script.file_name().unwrap().to_string_lossy().into_owned();
        assert!(name.starts_with("a-b-") && name != "a-b-1.js", "{name}");
        assert_eq!(page, format!("<i></i>\n<script src=\"./{name}\" defer></script>\n<b></b>"));
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn scripts_in_the_page_are_refused() {
        assert!(none_inline("<script src=\"a.js\"></script>").is_ok());
        assert!(none_inline("<script type=\"module\">alert(1)</script>").is_err());
    }
}
