//! Nothing lies about unused: public items, words, classes of the style sheets. The compiler tells of what is private;
//! what is public it takes for used. Told by names, so a namesake elsewhere hides what is unused; never the other way.

use std::collections::{HashMap, HashSet};

use crate::support::sources::{files, none};

/// A file's code, without comments, unit tests and what only names items again (`pub use`).
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    let mut again = false;
    let mut kept = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
        let begins = line.starts_with("pub use ") || line.starts_with("pub(") && line.contains(") use ");
        if !again && !begins {
            kept.push(line);
        }
        again = (again || begins) && !line.contains(';');
    }
    kept.join("\n")
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !is_word(letter)).filter(|word| !word.is_empty())
}

/// What a line makes public: the sort of item and its name. Modules are not asked for, their items are.
fn made_public(line: &str) -> Option<(&str, &str)> {
    let rest = line.strip_prefix("pub")?;
    let rest = match rest.strip_prefix('(') {
        Some(within) => within.split_once(')')?.1,
        None => rest,
    };
    let mut parts = words(rest).skip_while(|word| matches!(*word, "async" | "unsafe")).peekable();
    let mut sort = parts.next()?;
    if sort == "const" && parts.peek() == Some(&"fn") {
        sort = parts.next()?;
    }
    matches!(sort, "fn" | "struct" | "enum" | "trait" | "type" | "const" | "static").then_some((sort, parts.next()?))
}

#[test]
fn public_items_are_named_outside_their_file() {
    let sources: Vec<(String, String)> = ["src", "office/src"]
        .map(|folder| files(folder, "rs"))
        .concat()
        .into_iter()
        .map(|(name, text)| (name, code(&text)))
        .collect();
    let tests: Vec<(String, String)> =
        ["tests", "benches", "fuzz", "xtask"].iter().flat_map(|folder| files(folder, "rs")).collect();
    // How many files name a word.
    let mut named: HashMap<&str, usize> = HashMap::new();
    for (_, text) in sources.iter().chain(&tests) {
        for word in words(text).collect::<HashSet<_>>() {
            *named.entry(word).or_default() += 1;
        }
    }
    let mut complaints = Vec::new();
    for (name, text) in &sources {
        for (sort, item) in text.lines().filter_map(made_public) {
            // A type may be known by what gives it back alone.
            let is_value = matches!(sort, "fn" | "const" | "static");
            let here = words(text).filter(|word| *word == item).count();
            if named.get(item) == Some(&1) && (is_value || here == 1) {
                complaints.push(format!("{name}: {sort} {item} is public, and no other file names it"));
            }
        }
    }
    none(complaints);
}

/// The tables that `words!` makes: name, and the names of the words.
fn tables(text: &str) -> Vec<(&str, Vec<&str>)> {
    let inside = text.split("\nwords! {\n").skip(1).map(|rest| rest.split("\n}\n").next().unwrap());
    inside
        .map(|body| {
            let mut lines = body.lines().map(str::trim);
            let head = lines.find_map(|line| line.strip_suffix(" {")).expect("a table with a name");
            let word = |line: &str| line.split_once(": \"").map(|(word, _)| word.len());
            (head, lines.filter_map(|line| line.get(..word(line)?)).collect())
        })
        .collect()
}

#[test]
fn every_word_is_said() {
    let sources = files("src", "rs");
    let mut complaints = Vec::new();
    let mut seen = 0;
    for (name, text) in &sources {
        for (table, entries) in tables(text) {
            let users: Vec<&String> = sources
                .iter()
                .filter(|(_, user)| words(user).any(|word| word == table))
                .map(|(_, text)| text)
                .collect();
            for entry in entries {
                let asked = format!(".{entry}");
                let is_asked = |user: &&String| {
                    user.match_indices(&asked).any(|(at, _)| !user[at + asked.len()..].starts_with(is_word))
                };
                seen += 1;
                if !users.iter().any(is_asked) {
                    complaints.push(format!("{name}: {table}.{entry} is never said"));
                }
            }
        }
    }
    assert!(seen > 300, "only {seen} words found");
    none(complaints);
}

/// The classes that a style sheet speaks of.
fn classes(sheet: &str) -> HashSet<&str> {
    let mut found = HashSet::new();
    for part in sheet.split("/*").flat_map(|part| part.split_once("*/").map_or(part, |(_, after)| after).split('}')) {
        for selector in part.split('{').rev().skip(1) {
            for class in selector.split('.').skip(1) {
                let end = class.find(|letter: char| !is_word(letter) && letter != '-').unwrap_or(class.len());
                if class.starts_with(char::is_alphabetic) {
                    found.insert(&class[..end]);
                }
            }
        }
    }
    found
}

#[test]
fn every_class_of_the_style_sheets_is_given() {
    let mut given = String::new();
    let pages = files("src/ui", "rs").into_iter().chain(files("src/i18n", "rs")).chain(files("boot", "js"));
    pages.for_each(|(_, text)| given.push_str(&text));
    given.push_str(&std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/index.html")).unwrap());
    let parts: HashSet<&str> = given.split(|letter: char| !is_word(letter) && letter != '-').collect();
    let is_given = |class: &str| {
        // Put together where they are given: `format!("badge-{}", ...)`.
        parts.contains(class)
            || class
                .rsplit_once('-')
                .is_some_and(|(before, end)| given.contains(&format!("{before}-{{")) && parts.contains(end))
    };
    let mut complaints = Vec::new();
    let mut seen = 0;
    for (name, sheet) in files("style", "css").into_iter().chain(files("boot", "css")) {
        for class in classes(&sheet) {
            seen += 1;
            if !is_given(class) {
                complaints.push(format!("{name}: .{class} is given to nothing"));
            }
        }
    }
    assert!(seen > 150, "only {seen} classes found");
    complaints.sort();
    none(complaints);
}
