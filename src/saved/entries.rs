//! A document as a list of entries, each with a key that means the same in every tab: what merging and undoing work on.
//!
//! `profile/group`, `records/3904005||114-1`, `plans/7`, `plans/7/courses/3904005|`: an entry is as small as something
//! that a student changes at one time. Keys that this program does not know are entries of their own.

use crate::sorting;
use crate::transcript::Identity;
use serde_json::{Map, Value};

use super::document::{Document, STAMPS};

/// An entry: its key and its value.
pub type Entry = (String, Value);

/// The entries of a document, in its order.
pub fn of_document(document: &Document) -> Vec<Entry> {
    match serde_json::from_str(&document.write()) {
        Ok(Value::Object(map)) => of_map(map),
        // What `write` wrote is always an object.
        _ => Vec::new(),
    }
}

/// The entries of a document as JSON of the present version.
pub fn of_map(map: Map<String, Value>) -> Vec<Entry> {
    let mut out = Vec::new();
    for (key, value) in map {
        match (key.as_str(), value) {
            ("version" | STAMPS, _) => {}
            ("profile" | "settings" | "busy", Value::Object(fields)) => {
                out.extend(fields.into_iter().map(|(field, value)| (format!("{key}/{field}"), value)));
            }
            ("records" | "decisions" | "marks", Value::Array(items)) => list(&mut out, &key, items),
            ("plans", Value::Array(plans)) => plans.into_iter().for_each(|one| plan(&mut out, one)),
            (_, value) => out.push((key, value)),
        }
    }
    out
}

fn plan(out: &mut Vec<Entry>, plan: Value) {
    let Value::Object(mut fields) = plan else { return };
    let key = format!("plans/{}", fields.get("id").map(Value::to_string).unwrap_or_default());
    let (targets, courses) = (fields.remove("targets"), fields.remove("courses"));
    out.push((key.clone(), Value::Object(fields)));
    if let Some(Value::Array(items)) = targets {
        list(out, &format!("{key}/targets"), items);
    }
    if let Some(Value::Array(items)) = courses {
        list(out, &format!("{key}/courses"), items);
    }
}

fn list(out: &mut Vec<Entry>, name: &str, items: Vec<Value>) {
    let from = out.len();
    for item in items {
        let key = format!("{name}/{}", identity(name, &item));
        // Two of the same identity are told apart by their count.
        let same = |known: &&Entry| known.0.split('#').next() == Some(&key);
        let key = match out.iter().skip(from).filter(same).count() {
            0 => key,
            count => format!("{key}#{count}"),
        };
        out.push((key, item));
    }
}

/// What makes an item of a list this item, whatever else changes about it.
fn identity(list: &str, item: &Value) -> String {
    let Value::Object(fields) = item else {
        return item.as_str().map_or_else(|| item.to_string(), str::to_owned).replace('#', " ");
    };
    if list == "decisions" {
        let mut question = fields.clone();
        question.retain(|key, _| !matches!(key.as_str(), "holds" | "note"));
        return Value::Object(question).to_string().replace('#', " ");
    }
    let field = |key| fields.get(key).and_then(Value::as_str).unwrap_or_default();
    if list == "marks" {
        return format!("{}|{}", field("program"), field("step")).replace('#', " ");
    }
    let code = Some(field("code").to_owned()).filter(|code| !code.is_empty());
    let course = Identity::new(&code, field("name")).key();
    let term = if list == "records" { field("term") } else { "" };
    format!("{course}|{}|{term}", field("stage")).replace('#', " ")
}

/// The document that the entries are of, as JSON. An entry of a plan that is not there brings back a plan without name.
pub fn to_map(entries: &[Entry]) -> Map<String, Value> {
    let mut map = Map::new();
    let mut plans: Vec<(&str, Map<String, Value>)> = Vec::new();
    for (key, value) in entries {
        let mut parts = key.splitn(4, '/');
        match (parts.next().unwrap_or_default(), parts.next(), parts.next()) {
            (part @ ("profile" | "settings" | "busy"), Some(field), _) => {
                let fields = map.entry(part).or_insert_with(|| Value::Object(Map::new()));
                if let Some(fields) = fields.as_object_mut() {
                    fields.insert(field.to_owned(), value.clone());
                }
            }
            (part @ ("records" | "decisions" | "marks"), Some(_), _) => push(&mut map, part, value),
            ("plans", Some(id), part) => {
                let at = match plans.iter().position(|(known, _)| *known == id) {
                    Some(at) => at,
                    None => {
                        let id_value = id.parse::<u32>().map(Value::from).unwrap_or_default();
                        // Inserted, not collected: that would compile one more sort.
                        let mut plan = Map::new();
                        plan.insert("id".to_owned(), id_value);
                        plans.push((id, plan));
                        plans.len() - 1
                    }
                };
                let Some((_, plan)) = plans.get_mut(at) else { continue };
                match (part, value) {
                    (Some(part), _) => push(plan, part, value),
                    (None, Value::Object(fields)) => plan.extend(fields.clone()),
                    (None, _) => {}
                }
            }
            _ => {
                map.insert(key.clone(), value.clone());
            }
        }
    }
    if !plans.is_empty() {
        map.insert("plans".to_owned(), plans.into_iter().map(|(_, plan)| Value::Object(plan)).collect());
    }
    map
}

fn push(map: &mut Map<String, Value>, list: &str, value: &Value) {
    let items = map.entry(list).or_insert_with(|| Value::Array(Vec::new()));
    if let Some(items) = items.as_array_mut() {
        items.push(value.clone());
    }
}

/// The value of an entry.
pub fn get<'a>(entries: &'a [Entry], key: &str) -> Option<&'a Value> {
    entries.iter().find(|(known, _)| known == key).map(|(_, value)| value)
}

impl Document {
    /// Takes back what led from `before` to `after`, and nothing else: what changed since, here or in another tab,
    /// stays.
    pub fn take_back(&self, before: &Document, after: &Document) -> Document {
        let (before, after) = (of_document(before), of_document(after));
        let mut now = of_document(self);
        for (key, value) in &after {
            let was = get(&before, key);
            if was == Some(value) || get(&now, key) != Some(value) {
                continue;
            }
            match was {
                None => now.retain(|(known, _)| known != key),
                Some(was) => now.iter_mut().filter(|(known, _)| known == key).for_each(|(_, v)| *v = was.clone()),
            }
        }
        let gone = before.iter().filter(|(key, _)| get(&after, key).is_none());
        for entry in gone {
            if get(&now, &entry.0).is_none() {
                now.push(entry.clone());
            }
        }
        // The order of before, where it knows one; what came since goes to the end.
        sorting::sort_by_key(&mut now, |(key, _)| {
            before.iter().position(|(known, _)| known == key).unwrap_or(usize::MAX)
        });
        super::read::of_map(to_map(&now)).0
    }
}
