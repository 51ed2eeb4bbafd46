//! What only the finished build can know: its id, and the list of its files.
//!
//! Trunk calls this after a release build, on its staging folder (see `tools/finish-dist.sh`):
//! - `programs.json` is made compact, and also kept as `programs.shipped.json`, which nobody edits on the host; its
//!   departments stand in a file of their own for the first page, and so do their English names;
//! - the style sheets become one, see [`styles`], and scripts lose their comments, see [`scripts`];
//! - the later parts of the program are taken in, see [`split`];
//! - the build id is the hash of all files, `programs.json` left out, so that the same build gives the same id;
//! - `index.html` gets the id and a content security policy, `sw.js` the id and the list of files with their hashes;
//! - what is large gets packed copies for hosts that pack nothing, see [`pack`].

use crate::dist::{self, SiteFile};
use crate::{narrow, office, pack, readers, scripts, split, styles};
use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

const PAGE: &str = "index.html";
/// How the name of the program's first part ends, as wasm-bindgen names it.
const FIRST: &str = "_bg.wasm";
const WORKER: &str = "sw.js";
/// The host may edit this one file; see docs/runtime.md, "On a host".
const CATALOG: &str = "programs.json";
const SHIPPED_CATALOG: &str = "programs.shipped.json";
const DEPARTMENTS: &str = "departments.json";
const ENGLISH: &str = "names/en.json";
const ENGLISH_UNITS: &str = "names/units.txt";

/// `finish`: works on `$TRUNK_STAGING_DIR`; leaves a debug build as it is, which Trunk reloads with scripts of its own.
pub fn command() -> Result<()> {
    if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile != "release") {
        return Ok(());
    }
    let staging = std::env::var_os("TRUNK_STAGING_DIR").context("TRUNK_STAGING_DIR is not set; Trunk calls this")?;
    finish(&PathBuf::from(staging))
}

fn finish(folder: &Path) -> Result<()> {
    let catalog = folder.join(CATALOG);
    if catalog.is_file() {
        let readable = std::fs::read_to_string(&catalog).context("reading the catalog")?;
        let compact = crate::compact::catalog(&readable)?;
        write(folder, CATALOG, &compact)?;
        write(folder, SHIPPED_CATALOG, &compact)?;
        write(folder, DEPARTMENTS, &departments(&compact)?)?;
    }
    let english = folder.join(ENGLISH);
    if english.is_file() {
        let names: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&english)?).context(ENGLISH)?;
        write(folder, ENGLISH, &names.to_string())?;
        write(folder, ENGLISH_UNITS, &units(&names)?)?;
    }
    let parts = split::files()?;
    // Who starts Trunk otherwise gets a page that knows no readers and no office.
    let workers = if parts.is_empty() { Vec::new() } else { [readers::files()?, office::files()?].concat() };
    for part in parts.into_iter().chain(workers) {
        let name = part.file_name().context("a part without a name")?;
        std::fs::copy(&part, folder.join(name)).with_context(|| format!("taking {}", part.display()))?;
    }
    let page = std::fs::read_to_string(folder.join(PAGE)).context("reading the page")?;
    let page = scripts::bare(folder, &styles::bundle(folder, &page)?)?;
    write(folder, PAGE, &without_preload(&without_comments(&page)?)?)?;
    let files = dist::read(folder)?;
    for part in files.iter().filter(|file| file.extension() == "wasm") {
        narrow::check(&part.bytes).with_context(|| part.path.clone())?;
    }
    let build = build_id(&files);
    let named =
        |is: &dyn Fn(&str) -> bool| files.iter().find(|file| is(&file.path)).map_or("", |file| file.path.as_str());
    let (first, later) = (named(&|path| path.ends_with(FIRST)), named(&split::is_second));
    let drawing = files.iter().filter_map(|file| Some(format!("{}={}", split::page_part(&file.path)?, file.path)));
    let parts = drawing.collect::<Vec<_>>().join(" ");
    write(folder, PAGE, &finished(text(&files, PAGE)?, &build, [first, later, &parts])?)?;
    write(folder, WORKER, &worker(text(&files, WORKER)?, &build, &files)?)?;
    pack::write(folder, &files)?;
    println!("build {build}, {} files", files.len());
    Ok(())
}

/// The page without its comments, what indents, and what was said to Trunk alone.
fn without_comments(page: &str) -> Result<String> {
    let mut bare = String::new();
    let mut rest = page;
    while let Some((before, comment)) = rest.split_once("<!--") {
        bare.push_str(before);
        rest = comment.split_once("-->").context("a comment that does not end")?.1;
    }
    bare.push_str(rest);
    let bare = bare.replace(" data-integrity=\"none\"", "");
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(lines.fold(String::new(), |text, line| text + line + "\n"))
}

/// What the first page asks a student to choose from, before the catalog is here.
fn departments(catalog: &str) -> Result<String> {
    let catalog: serde_json::Value = serde_json::from_str(catalog).context("reading the catalog")?;
    let departments = catalog.get("departments").and_then(|list| list.as_array()).context("no departments")?;
    let named = |department: &serde_json::Value| {
        let fields = ["name", "college", "groups", "classes"];
        let known = fields.iter().filter_map(|key| Some(((*key).to_owned(), department.get(key)?.clone())));
        // Of the units near it only the institutes, which graduates choose.
        let institute = |unit: &&serde_json::Value| unit.as_str().is_some_and(|unit| unit.ends_with('所'));
        let near = department.get("related_units").and_then(|units| units.as_array()).into_iter().flatten();
        let institutes: Vec<_> = near.filter(institute).cloned().collect();
        let institutes = (!institutes.is_empty()).then(|| ("related_units".to_owned(), institutes.into()));
        serde_json::Value::Object(known.chain(institutes).collect())
    };
    Ok(serde_json::to_string(&departments.iter().map(named).collect::<Vec<_>>())?)
}

/// The English names of departments and other units for the first page, which has no reader for more: a line each, the
/// Chinese and the English name with a tab between them.
fn units(names: &serde_json::Value) -> Result<String> {
    let units = names.get("units").cloned().context("no units in the English names")?;
    let units: Vec<(String, String)> = serde_json::from_value(units).context("reading the units")?;
    Ok(units.iter().map(|(chinese, english)| format!("{chinese}\t{english}\n")).collect())
}

fn text<'a>(files: &'a [SiteFile], path: &str) -> Result<&'a str> {
    let file = files.iter().find(|file| file.path == path).with_context(|| format!("no {path} in the build"))?;
    std::str::from_utf8(&file.bytes).with_context(|| format!("{path} is not UTF-8"))
}

fn write(folder: &Path, path: &str, content: &str) -> Result<()> {
    std::fs::write(folder.join(path), content).with_context(|| format!("writing {path}"))
}

/// 16 hexadecimal digits that tell a file's content in its name.
pub fn short_hash(bytes: &[u8]) -> String {
    digits(&Sha256::digest(bytes))
}

fn digits(hash: &[u8]) -> String {
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// 16 hexadecimal digits over names and contents. The worker's own source counts: a change in it is a new build.
fn build_id(files: &[SiteFile]) -> String {
    let mut hash = Sha256::new();
    for file in files.iter().filter(|file| file.path != CATALOG) {
        hash.update(file.path.as_bytes());
        hash.update([0]);
        hash.update(Sha256::digest(&file.bytes));
    }
    digits(&hash.finalize())
}

/// The page with its build id, its policy, and the names of the program's files: of its first part, its second, and those
/// that draw pages.
fn finished(source: &str, build: &str, program: [&str; 3]) -> Result<String> {
    scripts::none_inline(source)?;
    let policy = policy();
    let charset = r#"<meta charset="utf-8">"#;
    let mut page = replace_once(
        source,
        charset,
        // As early as can be: a policy in a meta element holds for what comes after it.
        &format!("{charset}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
    )?;
    for (name, content) in ["kuayu-first", "kuayu-later", "kuayu-parts"].iter().zip(program) {
        let [from, to] = ["", content].map(|content| format!("name=\"{name}\" content=\"{content}\""));
        page = replace_once(&page, &from, &to)?;
    }
    replace_once(
        &page,
        r#"name="kuayu-build" content="development""#,
        &format!("name=\"kuayu-build\" content=\"{build}\""),
    )
}

/// The page without the link by which Trunk asks for the program early: `boot/boot.js` does, for a packed one if it can.
fn without_preload(page: &str) -> Result<String> {
    const LINK: &str = "<link rel=\"preload\"";
    let (before, after) = page.split_once(LINK).context("the page does not ask for the program early")?;
    let (link, after) = after.split_once('>').context("a link that does not end")?;
    if !link.contains(FIRST) || after.contains(LINK) {
        bail!("another link than the program's: {link}");
    }
    Ok(format!("{before}{after}"))
}

/// Own origin only, no inline script, no inline style, no plugin, no form target, no frame.
fn policy() -> String {
    [
        "default-src 'none'",
        // Compiling WebAssembly counts as evaluation; evaluating text stays forbidden.
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join("; ")
}

/// The worker with its build id and its list, in which it fetches: `[path, hash]` for every file, the page as `./` and without a hash; a third
/// item where there is a packed one, too.
fn worker(source: &str, build: &str, files: &[SiteFile]) -> Result<String> {
    let mut list = vec![serde_json::json!(["./", ""])];
    let mut office = Vec::new();
    let mut files: Vec<&SiteFile> =
        files.iter().filter(|file| ![PAGE, WORKER, CATALOG].contains(&file.path.as_str())).collect();
    // In the order in which a student may want them: pages, then data, then what opens workbooks.
    files.sort_by_key(|file| (readers::is_readers(&file.path), file.extension() != "wasm"));
    for file in files {
        let hash = integrity(&file.bytes);
        let entry = if pack::is_packed(file) {
            serde_json::json!([file.path, hash, 1])
        } else {
            serde_json::json!([file.path, hash])
        };
        if office::is_office(&file.path) { &mut office } else { &mut list }.push(entry);
    }
    let with_build = replace_once(source, r#"const BUILD = "development";"#, &format!("const BUILD = \"{build}\";"))?;
    let [list, office] = [list, office].map(|list| serde_json::to_string_pretty(&list));
    let with_files = replace_once(&with_build, "const FILES = [];", &format!("const FILES = {};", list?))?;
    replace_once(&with_files, "const OFFICE = [];", &format!("const OFFICE = {};", office?))
}

/// A hash as subresource integrity writes it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// Replaces what must be there exactly once.
pub fn replace_once(text: &str, from: &str, to: &str) -> Result<String> {
    match text.matches(from).count() {
        1 => Ok(text.replacen(from, to, 1)),
        count => bail!("expected {from:?} once, found it {count} times"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, content: &str) -> SiteFile {
        SiteFile { path: path.to_owned(), bytes: content.as_bytes().to_vec() }
    }

    #[test]
    fn editing_the_catalog_alone_is_not_a_new_build() {
        let build = |catalog, app| build_id(&[file("app.js", app), file(CATALOG, catalog)]);
        assert_eq!(build("{}", "1"), build("{\"edition\": 2}", "1"));
        assert_ne!(build("{}", "1"), build("{}", "2"));
    }

    #[test]
    fn the_page_loses_its_comments() {
        let page = "<p>\n  <!-- Why,\n and how. -->\n  <script data-integrity=\"none\" src=\"a.js\"></script>\n\n</p>";
        assert_eq!(without_comments(page).unwrap(), "<p>\n<script src=\"a.js\"></script>\n</p>\n");
        assert!(without_comments("<p><!-- a</p>").is_err());
    }

    #[test]
    fn the_page_asks_for_the_program_by_its_own_script() {
        let page = "<a><link rel=\"preload\" href=\"./app_bg.wasm\" as=\"fetch\"><b>";
        assert_eq!(without_preload(page).unwrap(), "<a><b>");
        assert!(without_preload("<a>").is_err());
        assert!(without_preload("<link rel=\"preload\" href=\"font.woff2\">").is_err());
    }

    #[test]
    fn the_first_page_gets_the_units_alone() {
        let names = serde_json::json!({"units": [["土木系", "Department of Civil Engineering"], ["建築系", "A"]]});
        assert_eq!(units(&names).unwrap(), "土木系\tDepartment of Civil Engineering\n建築系\tA\n");
        assert!(units(&serde_json::json!({"units": [["土木系"]]})).is_err());
    }

    #[test]
    fn the_page_gets_its_policy_before_any_script() {
        let html = "<head>\n<meta charset=\"utf-8\">\n<meta name=\"kuayu-build\" content=\"development\">\
                    <meta name=\"kuayu-first\" content=\"\"><meta name=\"kuayu-later\" content=\"\"><meta name=\"kuayu-parts\" content=\"\">\
                    <script src=\"a.js\"></script></head>";
        let page = finished(html, "0123", ["first.wasm", "later.wasm", "plan=plan.wasm"]).unwrap();
        assert!(page.contains("script-src 'self' 'wasm-unsafe-eval';"), "{page}");
        assert!(page.contains(r#"name="kuayu-build" content="0123""#));
        assert!(page.contains(r#"name="kuayu-first" content="first.wasm""#));
        assert!(page.contains(r#"name="kuayu-later" content="later.wasm""#));
        assert!(page.contains(r#"name="kuayu-parts" content="plan=plan.wasm""#));
        assert!(page.find("Content-Security-Policy").unwrap() < page.find("<script").unwrap());
    }

    #[test]
    fn the_worker_lists_every_file_but_itself_and_the_catalog() {
        let files = [
            file("app.js", "1"),
            file(PAGE, "<html>"),
            file(CATALOG, "{}"),
            file(SHIPPED_CATALOG, "{}"),
            file(WORKER, ""),
        ];
        let worker =
            worker("const BUILD = \"development\";\nconst FILES = [];\nconst OFFICE = [];\n", "0123", &files).unwrap();
        for listed in ["\"./\"", "\"app.js\"", "\"programs.shipped.json\"", "const BUILD = \"0123\";"] {
            assert!(worker.contains(listed), "{listed} in {worker}");
        }
        for absent in ["\"programs.json\"", "\"sw.js\"", "\"index.html\""] {
            assert!(!worker.contains(absent), "{absent} in {worker}");
        }
    }
}
