//! Every field that the schema has, found in a catalog that has them all.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

/// Where a value stands that is no list and no object.
pub struct Leaf {
    /// As a JSON pointer.
    pub pointer: String,
}

fn schema() -> Value {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/programs.schema.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The shape that is meant, and what it adds to the path: kinds of restriction have their own.
fn meant(schema: &Value, rule: &Value) -> Vec<(String, Value)> {
    if let Some(name) = rule["$ref"].as_str() {
        return meant(schema, &schema["$defs"][name.strip_prefix("#/$defs/").unwrap()]);
    }
    if let Some(kinds) = rule["oneOf"].as_array().filter(|kinds| kinds.iter().all(|one| one["properties"].is_object()))
    {
        let kind = |one: &Value| format!("<{}>", one["properties"]["kind"]["const"].as_str().unwrap());
        return kinds.iter().map(|one| (kind(one), one.clone())).collect();
    }
    match rule["anyOf"].as_array().and_then(|any| any.iter().find(|one| one["type"] != "null")) {
        Some(one) => meant(schema, one),
        None => vec![(String::new(), rule.clone())],
    }
}

/// Every field's path with its shape.
pub fn rules() -> BTreeMap<String, Value> {
    fn walk(schema: &Value, rule: &Value, path: &str, found: &mut BTreeMap<String, Value>) {
        for (kind, rule) in meant(schema, rule) {
            if let Some(properties) = rule["properties"].as_object() {
                for (key, inner) in properties.iter().filter(|(key, _)| *key != "kind") {
                    walk(schema, inner, &format!("{path}{kind}.{key}"), found);
                }
            } else if rule["items"].is_object() {
                walk(schema, &rule["items"], &format!("{path}[]"), found);
            } else {
                found.insert(path.to_owned(), rule);
            }
        }
    }
    let schema = schema();
    let mut found = BTreeMap::new();
    walk(&schema, &schema, "", &mut found);
    found
}

/// The first place of every field's path.
pub fn leaves(document: &Value) -> BTreeMap<String, Leaf> {
    fn walk(value: &Value, path: &str, pointer: &str, found: &mut BTreeMap<String, Leaf>) {
        match value {
            Value::Object(object) => {
                let kind = object.get("kind").map(|kind| format!("<{}>", kind.as_str().unwrap())).unwrap_or_default();
                for (key, inner) in object.iter().filter(|(key, _)| *key != "kind") {
                    walk(inner, &format!("{path}{kind}.{key}"), &format!("{pointer}/{key}"), found);
                }
            }
            Value::Array(list) => {
                for (at, inner) in list.iter().enumerate() {
                    walk(inner, &format!("{path}[]"), &format!("{pointer}/{at}"), found);
                }
            }
            _ => _ = found.entry(path.to_owned()).or_insert_with(|| Leaf { pointer: pointer.to_owned() }),
        }
    }
    let mut found = BTreeMap::new();
    walk(document, "", "", &mut found);
    found
}

/// The catalog with a first course, program and so on that have every field, and a restriction of every kind.
pub fn filled(mut document: Value) -> Value {
    let schema = schema();
    let kinds = meant(&schema, &schema["$defs"]["Restriction"]);
    let every = kinds.iter().map(|(_, rule)| sample(&schema, rule));
    let restrictions = document.pointer_mut("/editions/0/programs/0/restrictions").unwrap();
    restrictions.as_array_mut().unwrap().extend(every);
    fill(&schema, &schema, &mut document);
    document
}

/// Adds what is not there, in the first of every list.
fn fill(schema: &Value, rule: &Value, value: &mut Value) {
    let shapes = meant(schema, rule);
    let [(_, rule)] = shapes.as_slice() else { return };
    match value {
        Value::Object(object) => {
            for (key, inner) in rule["properties"].as_object().unwrap() {
                match object.get_mut(key) {
                    Some(value) => fill(schema, inner, value),
                    None => _ = object.insert(key.clone(), sample(schema, inner)),
                }
            }
        }
        Value::Array(list) => {
            if let Some(first) = list.first_mut() {
                fill(schema, &rule["items"], first);
            }
        }
        _ => {}
    }
}

/// A value of a shape, with every field.
fn sample(schema: &Value, rule: &Value) -> Value {
    let (_, rule) = meant(schema, rule).remove(0);
    if !rule["const"].is_null() {
        return rule["const"].clone();
    }
    if let Some(properties) = rule["properties"].as_object() {
        return properties
            .iter()
            .map(|(key, inner)| (key.clone(), sample(schema, inner)))
            .collect::<Map<_, _>>()
            .into();
    }
    if rule["items"].is_object() {
        return json!([sample(schema, &rule["items"])]);
    }
    if let Some(first) = words(&rule).first() {
        return json!(first);
    }
    match kind(&rule) {
        "boolean" => json!(true),
        "string" if pattern(&rule).contains('暑') => json!("114-1"),
        "string" => json!("甲"),
        _ => json!(3),
    }
}

fn kind(rule: &Value) -> &str {
    let first = rule["type"].as_array().and_then(|any| any[0].as_str());
    first.or(rule["type"].as_str()).unwrap_or("string")
}

fn pattern(rule: &Value) -> &str {
    rule["pattern"].as_str().unwrap_or_default()
}

/// The words that may stand there, where only certain words may.
fn words(rule: &Value) -> Vec<String> {
    let one = |word: &Value| word.as_str().map(str::to_owned);
    let of = |rule: &Value| match rule["enum"].as_array() {
        Some(words) => words.iter().filter_map(one).collect(),
        None => one(&rule["const"]).into_iter().collect::<Vec<_>>(),
    };
    match rule["oneOf"].as_array() {
        Some(each) => each.iter().flat_map(of).collect(),
        None => of(rule),
    }
}

/// Another value of the same shape, and what of it a line shows: words of the catalog are told in other words.
pub fn changed(value: &Value, rule: &Value, path: &str) -> (Value, Vec<String>) {
    let known = words(rule);
    match value {
        Value::String(text) if !known.is_empty() => {
            let other = known.iter().find(|word| *word != text).unwrap_or_else(|| panic!("{path} has one word"));
            (json!(other), Vec::new())
        }
        Value::String(_) if pattern(rule).contains('暑') => (json!("131-1"), vec!["131-1".to_owned()]),
        Value::String(text) => (json!(format!("{text}改")), vec![format!("{text}改")]),
        Value::Bool(set) => (json!(!set), Vec::new()),
        Value::Number(number) => {
            let more = number.as_u64().unwrap() + 1;
            (json!(more), vec![more.to_string()])
        }
        _ => (json!(1), vec!["1 ".to_owned()]),
    }
}

/// The words of the catalog's own shape: keys, kinds, and what certain fields may hold.
pub fn words_of(rules: &BTreeMap<String, Value>) -> BTreeSet<String> {
    let parts = |path: &String| path.split(['.', '[', ']', '<', '>']).map(str::to_owned).collect::<Vec<_>>();
    let all = rules.iter().flat_map(|(path, rule)| parts(path).into_iter().chain(words(rule)));
    all.filter(|word| word.len() > 2 && word.is_ascii()).collect()
}
