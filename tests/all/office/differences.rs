//! Every field of every table that changes is told in words, and what it belongs to is named.

mod every_field;

use std::collections::BTreeSet;

use every_field::{Leaf, changed, filled, leaves, rules, words_of};
use kuayu::catalog::document::Document;
use kuayu::i18n::Lang;
use kuayu::i18n::office::diff::told;
use serde_json::{Value, json};

fn shipped() -> Value {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/programs.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn document(value: &Value) -> Document {
    serde_json::from_value(value.clone()).unwrap()
}

/// What is told in one language, headings of editions left out.
fn lines(old: &Document, new: &Document, lang: Lang) -> Vec<String> {
    let heading = |line: &String| line.starts_with("114-1 → ") || line.starts_with("115-1 → ");
    told(old, new, None, lang).into_iter().filter(|line| !heading(line)).collect()
}

/// The text of a value that stands at a place of the catalog.
fn at(value: &Value, pointer: &str) -> String {
    match value.pointer(pointer) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

/// What the line of a change must name: what the field belongs to.
fn owner(leaf: &Leaf, new: &Value) -> Vec<String> {
    let steps: Vec<&str> = leaf.pointer.split('/').collect();
    let upto = |depth: usize, key: &str| at(new, &format!("{}/{key}", steps[..depth].join("/")));
    match steps[1] {
        "sources" => vec![upto(3, "url")],
        "departments" => vec![upto(3, "name")],
        "courses" => vec![upto(3, "code")],
        "calendar" => vec![upto(3, "term")],
        "editions" if steps.len() > 5 => {
            let listing = steps.iter().rposition(|step| ["courses", "uncategorised", "not_listed"].contains(step));
            let listed = listing.filter(|_| !steps.contains(&"restrictions")).map(|place| upto(place + 2, "code"));
            let rule = steps.contains(&"restrictions").then(|| "限制".to_owned());
            [upto(5, "code")].into_iter().chain(listed).chain(rule).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn every_field_that_changes_is_told_and_what_it_belongs_to_is_named() {
    let old = filled(shipped());
    let (rules, leaves) = (rules(), leaves(&old));
    let (asked, there): (BTreeSet<&String>, BTreeSet<&String>) = (rules.keys().collect(), leaves.keys().collect());
    assert_eq!(there, asked, "the catalog that is changed has every field of the schema");
    assert!(leaves.len() > 200, "{}", leaves.len());
    let (words, before) = (words_of(&rules), document(&old));
    let mut complaints = Vec::new();
    for (path, leaf) in &leaves {
        let (value, shown) = changed(old.pointer(&leaf.pointer).unwrap(), &rules[path], path);
        let mut new = old.clone();
        *new.pointer_mut(&leaf.pointer).unwrap() = value;
        let now = document(&new);
        let zh = lines(&before, &now, Lang::ZhTw);
        let named = owner(leaf, &new);
        let names = |line: &String| named.iter().chain(&shown).all(|one| line.contains(one.as_str()));
        let doubt = path.contains(".doubt.");
        let names_doubt = |line: &String| doubt && named[..1].iter().chain(&shown).all(|one| line.contains(one));
        if !zh.iter().any(|line| names(line) || names_doubt(line)) {
            complaints.push(format!("{path}: no line names {named:?} and {shown:?}: {zh:#?}"));
        }
        // The values are the catalog's; everything around them is Chinese.
        let mut own = zh.join("\n");
        for value in [at(&old, &leaf.pointer), at(&new, &leaf.pointer)] {
            own = own.replace(&value, "");
        }
        let own = own.split_whitespace().filter(|word| !word.contains("https://")).collect::<Vec<_>>().join(" ");
        let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        complaints.extend(
            own.split(|letter| !is_word(letter))
                .filter(|word| words.contains(*word))
                .map(|word| format!("{path}: {word} is no Chinese: {zh:#?}")),
        );
        let en = lines(&before, &now, Lang::En);
        let said = |line: &String| shown.iter().all(|one| line.contains(one.as_str()));
        if !en.iter().any(said) {
            complaints.push(format!("{path}: no English line says {shown:?}: {en:#?}"));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn the_same_catalog_has_no_difference_and_another_order_is_told() {
    let old = shipped();
    assert_eq!(lines(&document(&old), &document(&old), Lang::ZhTw), [] as [&str; 0]);
    let mut new = old.clone();
    new["courses"].as_array_mut().unwrap().swap(3, 4);
    assert_eq!(lines(&document(&old), &document(&new), Lang::ZhTw), ["內容都相同，只有排列的順序不同"]);
}

#[test]
fn what_stands_twice_now_is_told() {
    let old = shipped();
    let mut new = old.clone();
    let program = new.pointer_mut("/editions/0/programs/0").unwrap();
    let again = program["restrictions"][0].clone();
    program["restrictions"].as_array_mut().unwrap().push(again);
    let zh = lines(&document(&old), &document(&new), Lang::ZhTw);
    assert_eq!(zh.len(), 1, "{zh:#?}");
    assert!(zh[0].starts_with("  AVV：新增限制：基礎以外的跨領域專業課程至少 6 學分。"), "{zh:#?}");
}

#[test]
fn another_code_of_a_required_course_is_told_by_its_name() {
    let mut old = shipped();
    let rule = json!({"kind": "required_courses", "courses": [["3401007", "3401008"]]});
    old.pointer_mut("/editions/0/programs/0/restrictions").unwrap().as_array_mut().unwrap().push(rule);
    let mut new = old.clone();
    let rules = new.pointer_mut("/editions/0/programs/0/restrictions").unwrap().as_array_mut().unwrap();
    rules.last_mut().unwrap()["courses"] = json!([["3401007", "3901416"]]);
    let zh = lines(&document(&old), &document(&new), Lang::ZhTw);
    assert_eq!(zh.len(), 1, "{zh:#?}");
    assert!(zh[0].contains("的同一門課的編碼：3401007 測量學(一)＝3401008") && zh[0].contains("＝3901416"), "{zh:#?}");
}
