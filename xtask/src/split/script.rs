//! The scripts between the parts of the program.

use super::{LINK, SECOND};
use crate::finish::replace_once;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;

/// How the functions begin by which the first part asks for another.
const LOADER: &str = "__wasm_split_load_";

/// The files of the parts in the site.
pub struct Parts {
    /// What answers.
    pub second: String,
    /// What pages share. It needs the second.
    pub common: String,
    /// By name those that draw pages. Each needs the two others.
    pub pages: BTreeMap<String, String>,
}

/// The script that joins the parts, as this site needs it.
///
/// It must not name the first part's script: each file's name has the hash of its content, and two that name each other
/// could have none. So the first hands itself over ([`connect`]). The modules come from `boot/boot.js`, which knows how
/// hosts send them.
pub fn join(script: &str, parts: &Parts) -> Result<String> {
    const HEAD: &str = "let initSync;\n\
        export const connect = (given) => { initSync = given; };\n\
        const part = (name, needs) => makeLoad(() => {\n\
        \x20   const module = window.kuayuModule(new URL(name, import.meta.url).href);\n\
        \x20   module.catch(() => {});\n\
        \x20   return async (imports) => WebAssembly.instantiate(await module, imports);\n\
        }, needs);";
    let script = replace_once(script, "import { initSync } from \"./main.js\";", HEAD)?;
    // What follows loads the modules as the dividing library has left them.
    let loads = [&format!("export const {LOADER}"), "/* "].into_iter().filter_map(|text| script.find(text)).min();
    let mut joined = script.get(..loads.context("the script loads no part")?).context("no beginning")?.to_owned();
    let Parts { second, common, pages } = parts;
    for named in pages.keys().map(String::as_str).chain([SECOND]) {
        if !script.contains(&format!("export const {LOADER}{named} = ")) {
            bail!("the script does not load {named}");
        }
    }
    if script.matches(&format!("export const {LOADER}")).count() != pages.len() + 1 {
        bail!("the script loads other parts than there are");
    }
    joined.push_str(&format!(
        "const second = part(\"./{second}\", []);\nconst common = part(\"./{common}\", [second]);\n\
         export const {LOADER}{SECOND} = wrapAsyncCb(second);\n"
    ));
    for (name, file) in pages {
        joined.push_str(&format!("export const {LOADER}{name} = wrapAsyncCb(part(\"./{file}\", [common]));\n"));
    }
    Ok(joined)
}

/// The script without the classes that call the exports for streams, each of which ends at a line of its own.
pub fn without_streams(glue: &str) -> Result<String> {
    let mut kept = String::new();
    let mut end = None;
    for line in glue.lines() {
        end = match end {
            None if line.starts_with("export class IntoUnderlying") => Some("}"),
            None if line.starts_with("const IntoUnderlying") => Some(";"),
            None if line.starts_with("if (Symbol.dispose) IntoUnderlying") => continue,
            None => {
                kept.push_str(line);
                kept.push('\n');
                None
            }
            Some("}") if line == "}" => None,
            Some(";") if line.ends_with(';') => None,
            going_on => going_on,
        };
    }
    match kept.contains("IntoUnderlying") {
        true => bail!("the script still speaks of streams: it is written otherwise than it was"),
        false => Ok(kept),
    }
}

/// The script without what indents, which every first visit would load.
pub fn without_indents(script: &str) -> Result<String> {
    let mut bare = String::new();
    for line in script.lines().map(str::trim_start).filter(|line| !line.is_empty()) {
        if line.matches('`').count() % 2 == 1 {
            bail!("a text of several lines, whose beginnings count: {line}");
        }
        bare.push_str(line);
        bare.push('\n');
    }
    Ok(bare)
}

/// The first part's script: imports the joining one by its name with the hash, once for each part, and hands itself over.
pub fn connect(glue: &str, link: &str) -> Result<String> {
    let import = format!("from \"{LINK}\"");
    let (_, name) = glue
        .lines()
        .find(|line| line.ends_with(&import))
        .and_then(|line| line.trim_end_matches(&import).trim().rsplit_once(' '))
        .context("the first part does not import the others")?;
    let all = glue.replace(&import, &format!("from \"./{link}\""));
    let last = format!(" {name} from \"./{link}\"");
    replace_once(&all, &last, &format!("{last}\n{name}.connect(initSync);"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_for_streams_go_and_nothing_else() {
        let glue = "let a;\nexport class IntoUnderlyingSink {\n    free() {\n    }\n}\nif (Symbol.dispose) IntoUnderlyingSink.x = 1;\n\
                    const IntoUnderlyingSinkFinalization = (x)\n    ? 1\n    : new F(p => wasm.q(p, 1));\nlet b;\n";
        assert_eq!(without_streams(glue).unwrap(), "let a;\nlet b;\n");
        assert!(without_streams("new IntoUnderlyingSink();").is_err());
    }

    #[test]
    fn scripts_lose_their_indents_where_those_do_not_count() {
        assert_eq!(without_indents("{\n    let a = `b`;\n\n}\n").unwrap(), "{\nlet a = `b`;\n}\n");
        assert!(without_indents("let a = `b\n  c`;\n").is_err());
    }

    #[test]
    fn the_parts_name_each_other_in_one_direction_only() {
        let glue = "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\n\nfunction f() { return { \"./__wasm_split.js\": import1 }; }\n";
        let glue = connect(glue, "kuayu-link-1.js").unwrap();
        assert!(
            glue.starts_with("import * as import1 from \"./kuayu-link-1.js\"\nimport1.connect(initSync);\nimport * as import2 from \"./kuayu-link-1.js\"\n"),
            "{glue}"
        );
        assert!(
            glue.contains("\"./__wasm_split.js\": import1"),
            "the module inside still asks by the old name: {glue}"
        );

        assert!(connect("export {};", "x.js").is_err());
    }

    #[test]
    fn the_script_loads_the_parts_as_they_are_in_the_site() {
        let library = "import { initSync } from \"./main.js\";\nfunction makeLoad() {}\n/* later, plan */\nconst __chunk_3 = makeLoad(x, []);\n\
                       export const __wasm_split_load_plan = wrapAsyncCb(makeLoad(y, [__chunk_3]));\n\
                       export const __wasm_split_load_later = wrapAsyncCb(makeLoad(z, [__chunk_3]));\n";
        let parts = |pages: &[&str]| Parts {
            second: "kuayu-later-2.wasm".to_owned(),
            common: "kuayu-part-common-3.wasm".to_owned(),
            pages: pages.iter().map(|name| ((*name).to_owned(), format!("kuayu-part-{name}-1.wasm"))).collect(),
        };
        let script = join(library, &parts(&["plan"])).unwrap();
        for line in [
            "const second = part(\"./kuayu-later-2.wasm\", []);",
            "const common = part(\"./kuayu-part-common-3.wasm\", [second]);",
            "export const __wasm_split_load_later = wrapAsyncCb(second);",
            "export const __wasm_split_load_plan = wrapAsyncCb(part(\"./kuayu-part-plan-1.wasm\", [common]));",
        ] {
            assert!(script.contains(line), "{line} in {script}");
        }
        assert!(!script.contains("main.js") && !script.contains("chunk"), "{script}");
        assert!(join(library, &parts(&[])).is_err(), "a part too few");
        assert!(join(library, &parts(&["plan", "sheet"])).is_err(), "a part too many");
    }
}
