//! A document as a list of entries, each with a key that means the same in every tab: what merging and undoing work on.
//!
//! `profile/group`, `records/3904005||114-1`, `plans/7`, `plans/7/courses/3904005|`: an entry is as small as something
//! that a student changes at one time. Keys that this program does not know are entries of their own.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;

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
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for item in items {
        let mut key = format!("{name}/{}", identity(name, &item));
        // Two of the same identity are told apart by their count.
        let count = counts.entry(key.clone()).or_default();
        if *count > 0 {
            key = format!("{key}#{count}");
        }
        *count += 1;
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

/// Entries, to be found by their keys.
///
/// Whoever asks goes through a list that differs by an edit or two, in nearly the same order. So the place behind the last
/// one found is looked at first, then the one behind that, and the keys are put in order only after a few that stand
/// nowhere near: for ten thousand records that is the most of what storing an edit takes.
pub struct ByKey<'a> {
    entries: &'a [Entry],
    /// Where the next key is likely to stand.
    next: Cell<usize>,
    /// How many keys stood elsewhere.
    elsewhere: Cell<usize>,
    /// The places in the order of the keys, once they are needed.
    places: OnceCell<Vec<usize>>,
}

/// So many keys are looked for one place after the other.
const FEW: usize = 4;

impl<'a> ByKey<'a> {
    /// The entries by their keys.
    pub fn new(entries: &'a [Entry]) -> ByKey<'a> {
        ByKey { entries, next: Cell::default(), elsewhere: Cell::default(), places: OnceCell::new() }
    }

    /// The place of an entry.
    pub fn place(&self, key: &str) -> Option<usize> {
        let named = |at: usize| self.entries.get(at).map(|(key, _)| key.as_str());
        let next = self.next.get();
        let near = [next, next + 1].into_iter().find(|at| named(*at) == Some(key));
        let found = near.or_else(|| {
            self.elsewhere.set(self.elsewhere.get() + 1);
            if self.elsewhere.get() <= FEW {
                return self.entries.iter().position(|(one, _)| one == key);
            }
            let places = self.places.get_or_init(|| {
                let mut places: Vec<usize> = (0..self.entries.len()).collect();
                sorting::sort_by_key(&mut places, |at| named(*at));
                places
            });
            let first = places.partition_point(|at| named(*at) < Some(key));
            places.get(first).copied().filter(|at| named(*at) == Some(key))
        });
        if let Some(at) = found {
            self.next.set(at + 1);
        }
        found
    }

    /// The value of an entry.
    pub fn get(&self, key: &str) -> Option<&'a Value> {
        self.entries.get(self.place(key)?).map(|(_, value)| value)
    }

    /// Whether there is an entry of that key.
    pub fn has(&self, key: &str) -> bool {
        self.place(key).is_some()
    }
}

/// Whether this is a plan of which nothing is known but that there is one.
pub fn is_bare_plan(key: &str, value: &Value) -> bool {
    let says_nothing = |(field, value): (&String, &Value)| field == "id" || value.is_null() || value == "";
    let is_plan = key.strip_prefix("plans/").is_some_and(|id| !id.contains('/'));
    is_plan && value.as_object().is_some_and(|fields| fields.iter().all(says_nothing))
}

impl Document {
    /// Takes back what led from `before` to `after`, and nothing else: what changed since, here or in another tab,
    /// stays.
    pub fn take_back(&self, before: &Document, after: &Document) -> Document {
        let (before, after, now) = (of_document(before), of_document(after), of_document(self));
        let (was, became, is) = (ByKey::new(&before), ByKey::new(&after), ByKey::new(&now));
        let mut back = Vec::with_capacity(now.len());
        for (key, value) in &now {
            let old = was.get(key);
            match old {
                // A plan that the change removed, and that a course from another tab has brought back without its name.
                Some(old) if !became.has(key) && is_bare_plan(key, value) => back.push((key.clone(), old.clone())),
                // As the change left it: back to what it was.
                _ if became.get(key) != Some(value) || old == Some(value) => back.push((key.clone(), value.clone())),
                Some(old) => back.push((key.clone(), old.clone())),
                None => {}
            }
        }
        let gone = before.iter().filter(|(key, _)| !became.has(key) && !is.has(key));
        back.extend(gone.cloned());
        // The order of before, where it knows one; what came since goes to the end.
        sorting::sort_by_cached_key(&mut back, |(key, _)| was.place(key).unwrap_or(usize::MAX));
        super::read::of_map(to_map(&back)).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn an_entry_is_found_in_whatever_order_is_asked(
            keys: BTreeSet<u8>,
            turned in 0_usize..8,
            asked in prop::collection::vec(any::<u8>(), 0..40),
        ) {
            let mut entries: Vec<Entry> = keys.iter().map(|key| (key.to_string(), Value::from(*key))).collect();
            let turned = turned.min(entries.len());
            entries.rotate_left(turned);
            let by_key = ByKey::new(&entries);
            let in_order: Vec<u8> = keys.iter().copied().collect();
            for key in asked.iter().chain(&in_order) {
                let expected = keys.contains(key).then(|| Value::from(*key));
                prop_assert_eq!(by_key.get(&key.to_string()), expected.as_ref());
            }
        }
    }
}
