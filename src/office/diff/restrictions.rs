//! Restrictions that are new, gone, or the same but for something that their sentences do not say.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{What, only};
use crate::rules::{Kind, Question, Restriction};

/// Compares the restrictions of a program. Two are one when they differ in nothing that the sentence says; of several
/// that could be it, the one with the fewest differences.
pub(super) fn compare(old: &[Restriction], new: &[Restriction], found: &mut Vec<What>) {
    let (mut gone, come) = only(old, new);
    for restriction in come {
        let differs = |before: &Restriction| unsaid_differences(before, &restriction);
        let near = gone.iter().enumerate().filter_map(|(at, before)| Some((differs(before)?.len(), at)));
        match near.min().map(|(_, at)| gone.remove(at)) {
            Some(before) => changed(before, restriction, found),
            None => found.push(What::RestrictionAdded { restriction }),
        }
    }
    found.extend(gone.into_iter().map(|restriction| What::RestrictionRemoved { restriction }));
}

fn changed(before: Restriction, mut restriction: Restriction, found: &mut Vec<What>) {
    let keys = unsaid_differences(&before, &restriction).unwrap_or_default();
    let (was, now) = (before.doubt, restriction.doubt.take());
    let told = doubt_is_told(was.as_ref(), now.as_ref());
    let appeared = was.is_some() != now.is_some();
    for (key, (from, to)) in keys {
        let language = ["doubt.text.zh", "doubt.text.en", "doubt.ask"].contains(&key.as_str());
        // What the sentence about the doubt says is not said again.
        if !(key.starts_with("doubt.") && appeared || told && language) {
            found.push(What::RestrictionKey { restriction: restriction.clone(), key, from, to });
        }
    }
    if told {
        found.push(What::RestrictionDoubted { restriction, now });
    }
}

/// Whether a sentence of its own tells the doubt: it came or went, or asks something else in both languages.
fn doubt_is_told(was: Option<&Question>, now: Option<&Question>) -> bool {
    match (was, now) {
        (None, None) => false,
        (Some(was), Some(now)) => was.text.zh != now.text.zh && was.text.en != now.text.en,
        _ => true,
    }
}

/// Values by their keys, before and now.
type Differences = BTreeMap<String, (Vec<String>, Vec<String>)>;

/// In what two restrictions differ; `None` where it is something that the sentence says.
fn unsaid_differences(old: &Restriction, new: &Restriction) -> Option<Differences> {
    let same_kind = old.kind.name() == new.kind.name();
    let (before, after) = (values(old), values(new));
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let mut found = Differences::new();
    for key in keys.into_iter().filter(|_| same_kind) {
        let [from, to] = [&before, &after].map(|values| values.get(key).cloned().unwrap_or_default());
        if from != to {
            found.insert(key.clone(), (from, to));
        }
    }
    // A text that is another in both languages is another text.
    let rewritten = |text: &str| ["zh", "en"].iter().all(|language| found.contains_key(&format!("{text}.{language}")));
    let unsaid = found.keys().all(|key| is_unsaid(key, &new.kind)) && !rewritten("text") && !rewritten("what");
    (same_kind && unsaid).then_some(found)
}

/// Whether the sentence of a restriction does not say what stands under this key, or in one of its languages only.
fn is_unsaid(key: &str, kind: &Kind) -> bool {
    let own = match kind {
        Kind::CategoryMinimumInDoubt(_) => ["category", "courses"].contains(&key),
        Kind::MinCoursesFrom(rule) => key == "courses" && rule.what.is_some(),
        _ => false,
    };
    let always = ["source", "id", "ask", "stage", "name_contains", "any_course", "alternatives"];
    let text = ["text.zh", "text.en", "what.zh", "what.en"];
    own || always.contains(&key) || text.contains(&key) || key.starts_with("doubt.")
}

/// Everything that a restriction says, by key. Of courses with several codes the first stands under `courses`, as the
/// sentence says it, and all under `alternatives`.
fn values(restriction: &Restriction) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    let value = serde_json::to_value(restriction).unwrap_or_default();
    let members = |value: &Value| value.as_object().cloned().unwrap_or_default();
    let mut open: Vec<(String, Value)> = members(&value).into_iter().collect();
    while let Some((key, value)) = open.pop() {
        match &value {
            Value::Object(inner) => open.extend(inner.iter().map(|(name, one)| (format!("{key}.{name}"), one.clone()))),
            Value::Array(list) => {
                let nested = list.iter().any(Value::is_array);
                let alternatives = |one: &Value| one.as_array().into_iter().flatten().map(plain).collect::<Vec<_>>();
                if nested {
                    let all = list.iter().map(|one| alternatives(one).join("|")).collect();
                    found.insert("alternatives".to_owned(), all);
                    let first = list.iter().filter_map(|one| alternatives(one).into_iter().next()).collect();
                    found.insert(key, first);
                } else {
                    found.insert(key, list.iter().map(plain).collect());
                }
            }
            Value::Null => {}
            other => _ = found.insert(key, vec![plain(other)]),
        }
    }
    found
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
