//! Backup files: the document as a file of its own, and what restoring one would do.
//!
//! Three kinds of file are read: a backup, what the page hands out when the app has stopped (all stored texts), and a
//! bare document.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::document::Document;
use super::entries::{self, ByKey};
use super::keeper::{OLD, SLOTS};
use super::read::{self, Damage};
use super::stored::Stored;

/// Why a file is no backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBackup {
    /// Not JSON, or of some other program.
    Other,
    /// Written by a newer version of the app.
    Newer,
    /// A backup with nothing in it.
    Empty,
}

/// A backup file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// What it holds.
    pub document: Document,
    /// Parts of it that made no sense and are left out.
    pub unreadable: usize,
}

/// What merging a backup into the present document would do, counted in entries.
#[derive(Clone, Debug, PartialEq)]
pub struct Restored {
    /// The merged document.
    pub document: Document,
    /// Courses that come in.
    pub new_records: usize,
    /// Plans that come in.
    pub new_plans: usize,
    /// Entries that stand otherwise here: they stay as they are here.
    pub kept: usize,
}

/// The text of a backup file.
pub fn write(document: &Document) -> String {
    let mut map = Map::new();
    map.insert("app".to_owned(), Value::from("kuayu"));
    map.insert("kind".to_owned(), Value::from("backup"));
    if let Ok(Value::Object(document)) = serde_json::from_str(&document.write()) {
        map.extend(document);
    }
    Value::Object(map).to_string()
}

/// Reads a file that should be a backup.
pub fn read(text: &str) -> Result<Backup, NoBackup> {
    let Ok(Value::Object(mut map)) = serde_json::from_str(text.trim_start_matches('\u{feff}')) else {
        return Err(NoBackup::Other);
    };
    let ours = map.remove("app").is_some_and(|app| app == "kuayu");
    map.remove("kind");
    let (document, damage) = match map.remove("stored") {
        Some(Value::Object(stored)) if ours => rescued(&stored),
        _ if ours || map.contains_key("records") && map.contains_key("version") => read::of_map(map),
        _ => return Err(NoBackup::Other),
    };
    let unreadable = match damage {
        Some(Damage::Newer(_)) => return Err(NoBackup::Newer),
        Some(Damage::Parts(parts)) => parts,
        _ => 0,
    };
    if document.is_empty() { Err(NoBackup::Empty) } else { Ok(Backup { document, unreadable }) }
}

/// The document behind all stored texts.
fn rescued(texts: &Map<String, Value>) -> (Document, Option<Damage>) {
    let mut joined = Stored::default();
    let mut worst = None;
    for name in [SLOTS.as_slice(), &[OLD]].concat() {
        if let Some(text) = texts.get(name).and_then(Value::as_str) {
            let (stored, damage) = Stored::read(text);
            joined = joined.join(&stored.in_era_of(&joined));
            worst = worst.or(damage);
        }
    }
    (joined.document(), worst)
}

/// Adds to a document what only the backup has.
pub fn merge(now: &Document, backup: &Document) -> Restored {
    let own = entries::of_document(now);
    let unset = entries::of_document(&Document::default());
    let (here, unset) = (ByKey::new(&own), ByKey::new(&unset));
    let (mut replaced, mut new) = (BTreeSet::new(), Vec::new());
    let mut restored = Restored { document: Document::default(), new_records: 0, new_plans: 0, kept: 0 };
    for (key, value) in entries::of_document(backup) {
        // Settings are the device's affair.
        if key.starts_with("settings/") || key == "active_plan" {
            continue;
        }
        match here.get(&key).filter(|here| unset.get(&key) != Some(here)) {
            Some(here) => restored.kept += usize::from(*here != value),
            None => {
                restored.new_records += usize::from(key.starts_with("records/"));
                restored.new_plans += usize::from(key.starts_with("plans/") && key.matches('/').count() == 1);
                replaced.extend(here.place(&key));
                new.push((key, value));
            }
        }
    }
    let kept = own.iter().enumerate().filter(|(at, _)| !replaced.contains(at)).map(|(_, entry)| entry.clone());
    restored.document = read::of_map(entries::to_map(&kept.chain(new).collect::<Vec<_>>())).0;
    restored
}

/// The backup in place of the document; settings stay.
pub fn replace(now: &Document, backup: &Document) -> Document {
    Document { settings: now.settings.clone(), ..backup.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credits::Credits;
    use crate::saved::Plan;
    use crate::transcript::{Completion, Record};

    fn with(codes: &[&str]) -> Document {
        let records = codes.iter().map(|code| Record::ticked(code, "某課", Credits::whole(2), Completion::Passed));
        Document { records: records.collect(), ..Document::default() }
    }

    #[test]
    fn comes_back() {
        let mut document = with(&["A"]);
        document.add_plan(Plan { name: "甲".to_owned(), ..Plan::default() });
        assert_eq!(read(&write(&document)), Ok(Backup { document: document.clone(), unreadable: 0 }));
        assert_eq!(read(&document.write()).unwrap().document, document);
        let stored = Stored::default().changed_to(&document, &Stored::default());
        let rescue = serde_json::json!({"app": "kuayu", "kind": "rescue", "stored": {"kuayu.b": stored.write()}});
        assert_eq!(read(&rescue.to_string()).unwrap().document, document);
    }

    #[test]
    fn other_files_are_told_apart() {
        for text in ["", "[]", "{}", r#"{"version":1}"#, r#"{"app":"other","records":[]}"#] {
            assert_eq!(read(text), Err(NoBackup::Other), "{text}");
        }
        assert_eq!(read(r#"{"app":"kuayu","version":99,"records":[{"name":"A"}]}"#), Err(NoBackup::Newer));
        assert_eq!(read(&write(&Document::default())), Err(NoBackup::Empty));
        assert_eq!(read(r#"{"app":"kuayu","records":[{"name":"A"},3]}"#).unwrap().unreadable, 1);
    }

    #[test]
    fn merging_adds_and_never_changes_what_is_here() {
        let mut now = with(&["A", "B"]);
        now.profile.entry = Some(113);
        let mut backup = with(&["B", "C"]);
        backup.records[0].declared = Some(Completion::InProgress);
        backup.profile.entry = Some(112);
        backup.profile.group = Some("土木系".to_owned());
        backup.add_plan(Plan { name: "甲".to_owned(), ..Plan::default() });
        let restored = merge(&now, &backup);
        assert_eq!((restored.new_records, restored.new_plans, restored.kept), (1, 1, 2));
        assert_eq!(restored.document.records, with(&["A", "B", "C"]).records);
        assert_eq!(restored.document.profile.entry, Some(113));
        assert_eq!(restored.document.profile.group.as_deref(), Some("土木系"));
        let again = merge(&restored.document, &backup);
        assert_eq!((again.new_records, again.new_plans, again.document), (0, 0, restored.document));
    }
}
