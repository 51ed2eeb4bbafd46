//! The calendar in the catalog: its mistakes with their places, its table, and what changed in words.

use std::collections::HashMap;

use kuayu::catalog::document::Document;
use kuayu::catalog::{layout, read, read_document};
use kuayu::i18n::Lang;
use kuayu::i18n::office::diff as words;
use kuayu::office::diff;
use kuayu::office::tables::{from_tables, to_tables};

use crate::support::small_catalog::check;

fn shipped() -> (String, Document) {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/programs.json")).unwrap();
    let document = read_document(&text).unwrap();
    (text, document)
}

#[test]
fn the_terms_of_115_are_there() {
    let catalog = read(&shipped().0).unwrap();
    let known: Vec<(String, Option<&str>)> =
        catalog.document().calendar.iter().map(|one| (one.term.to_string(), one.first_monday.as_deref())).collect();
    let expected = [("114-1", None), ("115-1", Some("2026-09-07")), ("115-2", Some("2027-02-22"))];
    assert_eq!(known, expected.map(|(term, monday)| (term.to_owned(), monday)));
}

#[test]
fn mistakes_are_found_in_their_places() {
    check(
        r#""first_monday": "2025-09-08""#,
        r#""first_monday": §"2025-09-10""#,
        "2025-09-10 is no Monday",
        "write the Monday of week 1",
    );
    check(
        r#""break_start": "2026-01-12""#,
        r#""break_start": §"1999-01-12""#,
        "1999-01-12 is not near 114-1",
        "check the year and the term",
    );
    check(
        r#""certificate": {"from": "2025-12-01", "to": "2026-01-10"}, "break_start": "2026-01-12""#,
        r#""certificate": {"from": "2025-12-01", "to": "2026-01-10"}, "break_start": §"2025-11-28""#,
        "the date lies before `certificate`, which comes first",
        "check both dates",
    );
    check(
        r#""certificate": {"from": "2025-12-01", "to": "2026-01-10"}"#,
        r#""certificate": §{"from": "2025-11-24", "to": "2026-01-10"}"#,
        "the days are not in weeks 13 to 18",
        "count from `first_monday`, or check that one",
    );
    check(r#""to": "2025-11-21""#, r#""to": §"2025-10-05""#, "the period ends before it begins", "check the two dates");
    check(
        r#""source": "https://example.edu/dates""#,
        r#""source": §"https://example.edu/b""#,
        "`sources` does not have https://example.edu/b",
        "add the source, with its date",
    );
    check(
        "\"calendar\": [\n    {\n      \"term\": \"114-1\",",
        r#""calendar": [
    {"term": "114-1", "as_of": "2025-09-15", "source": "https://example.edu/dates"},
    {
      "term": §"114-1","#,
        "114-1 stands twice in the calendar",
        "keep one",
    );
}

#[test]
fn the_table_comes_back_to_the_byte() {
    let (text, document) = shipped();
    let tables: HashMap<String, Vec<u8>> =
        to_tables(&document).unwrap().into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    let back = from_tables(&tables).unwrap();
    assert_eq!(back.calendar, document.calendar);
    assert_eq!(layout::pretty(&serde_json::to_value(&back).unwrap()), text);
    // A mistake is told in its own cell.
    let mut wrong = tables;
    let table = String::from_utf8(wrong["calendar.csv"].clone()).unwrap().replace("2026-09-19", "2026-09-01");
    wrong.insert("calendar.csv".to_owned(), table.into_bytes());
    let found = from_tables(&wrong).unwrap_err();
    let place = (found[0].file, found[0].row, found[0].column.as_ref().map(|(_, heading)| heading.as_str()));
    assert_eq!(place, ("calendar.csv", Some(3), Some("加退選結束（進修）")));
}

#[test]
fn what_changed_is_told_in_words() {
    let (_, old) = shipped();
    let mut new = old.clone();
    new.calendar[1].first_monday = Some("2026-09-14".to_owned());
    new.calendar[1].withdrawal = None;
    new.calendar.remove(0);
    let told = |lang| diff::calendars(&old, &new).iter().map(|one| words::date(one, lang)).collect::<Vec<_>>();
    let zh = told(Lang::ZhTw);
    assert_eq!(zh[0], "行事曆 115-1：第 1 週星期一 2026-09-07 → 2026-09-14");
    assert!(zh[1].starts_with("行事曆 115-1：撤選（日間部） 2026-10-05 – 2026-11-20 → "), "{zh:#?}");
    assert!(zh.iter().any(|one| one.starts_with("行事曆 114-1：登記修讀 2025-09-08 – 2025-09-26 → ")), "{zh:#?}");
    assert_eq!(told(Lang::En)[0], "calendar 115-1: first Monday 2026-09-07 → 2026-09-14");
    assert!(diff::calendars(&old, &old).is_empty());
}
