//! The style sheets as one file: a first paint waits for one answer instead of seven, and one file packs better.

use crate::finish::short_hash;
use anyhow::{Context, Result, bail};
use std::path::Path;

const LINK: &str = "<link rel=\"stylesheet\" href=\"./";

/// Puts one style sheet in the place of all that the page links, in their order. Gives the page.
pub fn bundle(folder: &Path, page: &str) -> Result<String> {
    let mut sheets = String::new();
    let mut rest = page;
    let mut bare = String::new();
    let mut place = None;
    while let Some((before, link)) = rest.split_once(LINK) {
        let (name, after) = link.split_once('"').context("a link that does not end")?;
        let (_, after) = after.split_once('>').context("a link that is not closed")?;
        let file = folder.join(name);
        let sheet = std::fs::read_to_string(&file).with_context(|| format!("reading {name}"))?;
        sheets.push_str(&without_comments(&sheet)?);
        std::fs::remove_file(&file).with_context(|| format!("removing {name}"))?;
        bare.push_str(if place.is_none() { before } else { before.trim_end() });
        place.get_or_insert(bare.len());
        rest = after;
    }
    bare.push_str(rest);
    let Some(place) = place else { bail!("the page links no style sheet") };
    let name = format!("style-{}.css", short_hash(sheets.as_bytes()));
    std::fs::write(folder.join(&name), &sheets).with_context(|| format!("writing {name}"))?;
    // No hash is asked for: hosts may rewrite it, and a page without an origin of its own may not check any.
    bare.insert_str(place, &format!("{LINK}{name}\">"));
    Ok(bare)
}

/// Without comments and without what indents: what a browser reads is the same.
fn without_comments(sheet: &str) -> Result<String> {
    let mut bare = String::new();
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = comment.split_once("*/").context("a comment that does not end")?.1;
    }
    bare.push_str(rest);
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(tight(lines.fold(String::new(), |text, line| text + line + "\n")))
}

/// Without the space that signs make needless.
fn tight(sheet: String) -> String {
    let needless = ["\n{", " {", "{\n", "{ ", "\n}", " }", "}\n", "} ", ";\n", "; ", ",\n", ", ", ": "];
    let sheet = needless.iter().fold(sheet, |sheet, space| sheet.replace(space, space.trim()));
    sheet.replace(";}", "}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sheet_stands_where_the_first_stood() {
        let folder = std::env::temp_dir().join(format!("kuayu-styles-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("a-1.css"), "/* why */\n@layer x, y;\n  p { margin: 0; }\n").unwrap();
        std::fs::write(folder.join("b-2.css"), "@layer y { p { color: red; } }").unwrap();
        let page = "<head>\n  <script src=\"x.js\"></script>\n  <link rel=\"stylesheet\" href=\"./a-1.css\" integrity=\"q\"/>\n  \
                    <i></i>\n  <link rel=\"stylesheet\" href=\"./b-2.css\"/>\n</head>";
        let page = bundle(&folder, page).unwrap();
        let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        let [sheet] = files.as_slice() else { panic!("{files:?}") };
        assert_eq!(std::fs::read_to_string(sheet).unwrap(), "@layer x,y;p{margin:0}@layer y{p{color:red}}");
        let name = sheet.file_name().unwrap().to_string_lossy();
        assert!(page.starts_with(&format!("<head>\n  <script src=\"x.js\"></script>\n  {LINK}{name}\">")), "{page}");
        assert!(page.ends_with(">\n  <i></i>\n</head>"), "{page}");
        std::fs::remove_dir_all(folder).unwrap();
        assert!(without_comments("a /* b").is_err());
    }
}
