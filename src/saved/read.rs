//! Reading a stored document of any version, part by part.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::document::{Document, STAMPS, VERSION};

/// What reading could not take over. Whoever gets one of these keeps the original text aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The text is not JSON, or not an object.
    Unreadable(String),
    /// Written by a newer program, whose version this is.
    Newer(u64),
    /// That many parts (records, plans, the profile, ...) made no sense.
    Parts(usize),
}

/// Reads a stored text. What it understands is in the document, whatever else is wrong.
pub fn read(text: &str) -> (Document, Option<Damage>) {
    let map = match serde_json::from_str::<Value>(text) {
        Ok(Value::Object(map)) => map,
        Ok(_) => return (Document::default(), Some(Damage::Unreadable("not an object".to_owned()))),
        Err(error) => return (Document::default(), Some(Damage::Unreadable(error.to_string()))),
    };
    of_map(map)
}

/// Reads a document that is JSON already.
pub(super) fn of_map(map: Map<String, Value>) -> (Document, Option<Damage>) {
    let version = map.get("version").and_then(Value::as_u64).unwrap_or(VERSION);
    let mut parts = Parts { map: migrate(map, version), lost: 0 };
    for own in ["version", STAMPS] {
        parts.map.remove(own);
    }
    let document = Document {
        profile: parts.one("profile"),
        records: parts.list("records"),
        decisions: parts.list("decisions"),
        marks: parts.list("marks"),
        plans: parts.list("plans"),
        active_plan: parts.one("active_plan"),
        busy: parts.map("busy"),
        settings: parts.one("settings"),
        edition: parts.one("edition"),
        unknown: Map::new(),
    };
    let damage = match parts.lost {
        _ if version > VERSION => Some(Damage::Newer(version)),
        0 => None,
        lost => Some(Damage::Parts(lost)),
    };
    (Document { unknown: parts.map, ..document }, damage)
}

/// Brings an older shape to the present one, version by version.
fn migrate(mut map: Map<String, Value>, version: u64) -> Map<String, Value> {
    // Version 1: plans had no id. By their place, so that two tabs that migrate the same text agree.
    if version < 2 {
        for (at, plan) in map.get_mut("plans").and_then(Value::as_array_mut).into_iter().flatten().enumerate() {
            if let Some(plan) = plan.as_object_mut() {
                plan.insert("id".to_owned(), Value::from(at as u32 + 1));
            }
        }
    }
    // Version 2 had no marks; what stands under that name is none of this program's.
    if version < 3 {
        map.remove("marks");
    }
    // Version 3 had no busy hours.
    if version < 4 {
        map.remove("busy");
    }
    map
}

struct Parts {
    map: Map<String, Value>,
    lost: usize,
}

impl Parts {
    fn one<T: DeserializeOwned + Default>(&mut self, key: &str) -> T {
        match self.map.remove(key) {
            None => T::default(),
            Some(value) => self.take(value).unwrap_or_default(),
        }
    }

    fn list<T: DeserializeOwned>(&mut self, key: &str) -> Vec<T> {
        match self.map.remove(key) {
            None => Vec::new(),
            Some(Value::Array(items)) => items.into_iter().filter_map(|item| self.take(item)).collect(),
            Some(_) => {
                self.lost += 1;
                Vec::new()
            }
        }
    }

    fn map(&mut self, key: &str) -> Map<String, Value> {
        match self.map.remove(key) {
            None => Map::new(),
            Some(Value::Object(map)) => map,
            Some(_) => {
                self.lost += 1;
                Map::new()
            }
        }
    }

    fn take<T: DeserializeOwned>(&mut self, value: Value) -> Option<T> {
        let read = serde_json::from_value(value).ok();
        self.lost += usize::from(read.is_none());
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::{Decision, Fact};
    use crate::credits::Credits;
    use crate::i18n::Lang;
    use crate::saved::{Plan, PlannedCourse, Settings, Theme};
    use crate::term::Term;
    use crate::transcript::{Completion, Record};

    fn full() -> Document {
        let mut document = Document::default();
        document.profile.group = Some("土木系".to_owned());
        document.profile.entry = Some(112);
        document.records.push(Record::ticked("3904005", "綠建築", Credits::whole(2), Completion::Passed));
        document.decisions.push(Decision {
            program: Some("AVM".to_owned()),
            fact: Fact::Confirmed { id: "study_plan".to_owned() },
            holds: true,
            by: None,
            date: None,
            note: "系辦說可以".to_owned(),
        });
        document.plans.push(Plan {
            id: 7,
            name: "A".to_owned(),
            edition: Some("114-1".to_owned()),
            targets: vec!["AVM".to_owned()],
            courses: vec![PlannedCourse {
                name: "測量學".to_owned(),
                term: Term::new(115, 1),
                ..PlannedCourse::default()
            }],
        });
        document.active_plan = Some(7);
        document.settings = Settings { lang: Some(Lang::En), theme: Theme::Dark, ..Settings::default() };
        document
    }

    #[test]
    fn comes_back_as_it_was() {
        let document = full();
        assert_eq!(read(&document.write()), (document, None));
        assert_eq!(read("{}"), (Document::default(), None));
    }

    /// A document as version 1 wrote it.
    const V1: &str = r#"{"version":1,"profile":{"group":"土木系","entry":112,"degree":"bachelor"},
        "records":[{"code":"3904005","name":"綠建築","credits":2,"declared":"passed"}],
        "decisions":[{"program":"AVM","fact":{"fact":"confirmed","id":"study_plan"},"holds":true,"note":"系辦說可以"}],
        "plans":[{"name":"A","targets":["AVM"],"courses":[{"name":"測量學","term":"115-1"}]},{"name":"B"}],
        "settings":{"lang":"en","theme":"dark"}}"#;

    #[test]
    fn version_1_becomes_the_present_one() {
        let (document, damage) = read(V1);
        assert_eq!(damage, None);
        let wanted = full();
        assert_eq!((&document.profile, &document.records), (&wanted.profile, &wanted.records));
        assert_eq!((&document.decisions, &document.settings), (&wanted.decisions, &wanted.settings));
        let plan = |id, plan: &Plan| Plan { id, edition: None, ..plan.clone() };
        let second = Plan { id: 2, name: "B".to_owned(), ..Plan::default() };
        assert_eq!(document.plans, [plan(1, &wanted.plans[0]), second]);
        assert!(document.write().starts_with(r#"{"version":4,"#));
        assert_eq!(read(&document.write()), (document, None));
    }

    #[test]
    fn keeps_what_it_does_not_know() {
        let text = r#"{"version":1,"records":[],"badges":[1,2]}"#;
        let (document, damage) = read(text);
        assert_eq!(damage, None);
        assert!(document.write().contains(r#""badges":[1,2]"#));
    }

    #[test]
    fn one_bad_record_costs_only_itself() {
        let text = r#"{"version":1,"profile":{"group":"土木系"},"records":[{"name":"A"},{"nom":"B"},{"name":"C"}]}"#;
        let (document, damage) = read(text);
        assert_eq!(damage, Some(Damage::Parts(1)));
        assert_eq!(document.records.iter().map(|r| r.name.as_str()).collect::<Vec<_>>(), ["A", "C"]);
        assert_eq!(document.profile.group.as_deref(), Some("土木系"));
    }

    #[test]
    fn broken_texts_and_newer_versions_are_told() {
        for text in ["", "{\"version\":1,", "[]", "null"] {
            assert!(matches!(read(text), (document, Some(Damage::Unreadable(_))) if document.is_empty()), "{text}");
        }
        assert_eq!(read(r#"{"version":9}"#).1, Some(Damage::Newer(9)));
    }
}
