//! What a case says against what comes out; and writing what comes out into the file.

use std::fmt::Write;

use super::read::{CELLS, Section, TABLES, Written};
use super::say::{Must, Said};

/// What differs, each with the line it is about.
pub fn differences(section: &Section, said: &[Said]) -> Vec<(usize, String)> {
    let mut left: Vec<&Said> = said.iter().collect();
    let mut wrong: Vec<&Written> = Vec::new();
    for written in &section.written {
        match left.iter().position(|said| said.key == written.key && said.value == written.value) {
            Some(at) => _ = left.remove(at),
            None => wrong.push(written),
        }
    }
    let asked = |key: &str| section.written.iter().any(|written| written.key == key);
    let mut found = Vec::new();
    for written in wrong {
        // The statement that came out in its place, if one did: the same course, or else the same key.
        let first = |value: &str| value.split(CELLS).next().unwrap_or_default().to_owned();
        let same = |said: &&Said| said.key == written.key && first(&said.value) == first(&written.value);
        let at = left.iter().position(same).or_else(|| left.iter().position(|said| said.key == written.key));
        let actual = at.map_or("（沒有）".to_owned(), |at| left.remove(at).value.clone());
        let Written { key, value, line } = written;
        found.push((*line, format!("  預期 expected: {key}：{value}\n  實際 actual:   {key}：{actual}")));
    }
    for said in left {
        if said.must == Must::Always || (said.must == Must::Together && asked(&said.key)) {
            found.push((section.line, format!("  沒有寫到 not written: {}：{}", said.key, said.value)));
        }
    }
    found
}

/// The text of a file with these sections as they come out. Prose stays, at the head of its section.
pub fn rewritten(text: &str, sections: &[(&Section, Vec<Said>)]) -> String {
    let mut out = String::new();
    let mut at = 1;
    let lines: Vec<&str> = text.lines().collect();
    let copy = |out: &mut String, from: usize, to: usize| {
        for line in lines.iter().take(to - 1).skip(from - 1) {
            writeln!(out, "{line}").unwrap();
        }
    };
    for (section, said) in sections {
        copy(&mut out, at, section.line + 1);
        let body = &lines[section.line..section.end.min(lines.len() + 1) - 1];
        let prose: Vec<&str> = body
            .iter()
            .copied()
            .filter(|line| !line.trim().is_empty() && !line.trim().starts_with(['-', '|']))
            .collect();
        if !prose.is_empty() {
            write!(out, "\n{}\n", prose.join("\n")).unwrap();
        }
        out.push_str(&written(section, said));
        at = section.end.min(lines.len() + 1);
        if at <= lines.len() {
            out.push('\n');
        }
    }
    copy(&mut out, at, lines.len() + 1);
    out
}

/// A section as it comes out: what must be written, and what the section writes already; all of it where it is empty.
fn written(section: &Section, said: &[Said]) -> String {
    let empty = section.written.is_empty();
    let asked = |said: &&Said| {
        let first = |value: &str| value.split(CELLS).next().unwrap_or_default().to_owned();
        let same_key = || section.written.iter().any(|written| written.key == said.key);
        let same = || section.written.iter().any(|w| w.key == said.key && first(&w.value) == first(&said.value));
        match said.must {
            Must::Always => true,
            Must::Together => empty || same_key(),
            Must::Free if said.key == "條件" => same(),
            Must::Free => same_key() || (empty && said.key.ends_with("建議")),
        }
    };
    let (mut list, mut tables) = (String::new(), String::new());
    for Said { key, value, .. } in said.iter().filter(asked) {
        let columns = TABLES.iter().find(|(name, _)| name == key).map(|(_, columns)| columns);
        match (columns, key.split_once(' ')) {
            (Some(columns), _) => {
                let heading = format!("\n| {} |\n|{}\n", columns.join(" | "), "---|".repeat(columns.len()));
                if !tables.contains(&heading) {
                    tables.push_str(&heading);
                }
                writeln!(tables, "| {} |", value.replace(CELLS, " | ")).unwrap();
            }
            (None, Some((_, detail))) => writeln!(list, "  - {detail}：{value}").unwrap(),
            (None, None) => writeln!(list, "- {key}：{value}").unwrap(),
        }
    }
    let list = if list.is_empty() { list } else { format!("\n{list}") };
    list + &tables
}
