//! `programs.schema.json`, which editors use, is what the types write, and says the same as what reads the file.
//!
//! `UPDATE_EXPECT=1` writes the file anew, says so, and fails all the same.

use std::collections::BTreeSet;

use kuayu::catalog::calendar as c;
use kuayu::catalog::document as d;
use kuayu::rules::{EntryYears, Kind, Question, Restriction};
use serde_json::Value;

fn file(path: &str) -> String {
    std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn schema() -> Value {
    serde_json::from_str(&file("programs.schema.json")).unwrap()
}

fn reads<T: serde::de::DeserializeOwned>(value: &Value) -> Result<(), String> {
    serde_json::from_value::<T>(value.clone()).map(|_| ()).map_err(|error| error.to_string())
}

type Reader = fn(&Value) -> Result<(), String>;

/// How Rust reads each definition.
fn readers() -> Vec<(String, Reader)> {
    let mut readers: Vec<(String, Reader)> = [
        ("Text", reads::<d::Text> as Reader),
        ("Source", reads::<d::Source>),
        ("LoggedChange", reads::<d::LoggedChange>),
        ("Department", reads::<d::Department>),
        ("Course", reads::<d::Course>),
        ("TermDates", reads::<c::TermDates>),
        ("Windows", reads::<c::Windows>),
        ("Window", reads::<c::Window>),
        ("Edition", reads::<d::Edition>),
        ("Program", reads::<d::Program>),
        ("Category", reads::<d::Category>),
        ("Listing", reads::<d::Listing>),
        ("NotListed", reads::<d::NotListed>),
        ("Question", reads::<Question>),
        ("EntryYears", reads::<EntryYears>),
    ]
    .map(|(name, reader)| (name.to_owned(), reader))
    .into();
    readers.extend(Kind::NAMES.iter().map(|kind| (format!("kind_{kind}"), reads::<Restriction> as Reader)));
    readers
}

/// What stands in backquotes after "expected" in serde's words.
fn expected(message: &str) -> BTreeSet<String> {
    let list = message.split_once("expected").map(|(_, list)| list).unwrap_or_default();
    list.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn keys(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn is_what_the_types_write() {
    let written = kuayu::office::schema::schema().unwrap();
    if written == file("programs.schema.json") {
        return;
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/programs.schema.json"), written).unwrap();
        panic!("programs.schema.json was written anew: look at what changed");
    }
    panic!("programs.schema.json is not what the types write; UPDATE_EXPECT=1 writes it");
}

#[test]
fn has_every_kind_and_type() {
    let schema = schema();
    let kinds: Vec<&str> = schema["$defs"]["Restriction"]["properties"]["kind"]["enum"]
        .as_array()
        .unwrap()
        .iter()
        .map(|kind| kind.as_str().unwrap())
        .collect();
    let listed: BTreeSet<&str> = kinds.iter().copied().collect();
    assert_eq!(listed, Kind::NAMES.iter().copied().collect());
    assert_eq!(schema["$defs"]["Restriction"]["oneOf"].as_array().unwrap().len(), kinds.len());
    let known = readers().into_iter().map(|(name, _)| name).filter(|name| !name.starts_with("kind_"));
    let objects = schema["$defs"].as_object().unwrap().iter().filter(|(_, shape)| shape["properties"].is_object());
    let defined: BTreeSet<String> = objects.map(|(name, _)| name.clone()).collect();
    assert_eq!(defined, known.chain(["Restriction".to_owned()]).collect());
}

#[test]
fn names_the_keys_that_are_read() {
    let schema = schema();
    for (name, read) in readers() {
        let definition = &definition(&schema, &name);
        assert_eq!(definition["additionalProperties"], false, "{name}");
        let mut probe = serde_json::json!({"no such key": 1});
        let mut own = keys(&definition["properties"]);
        if let Some(kind) = name.strip_prefix("kind_") {
            assert_eq!(definition["properties"]["kind"]["const"], kind);
            probe["kind"] = kind.into();
            for common in ["kind", "for", "entry", "source"] {
                assert!(own.remove(common), "{name} has no {common}");
            }
            let example: Restriction = serde_json::from_value(example(kind)).unwrap();
            assert_eq!(own.remove("doubt"), example.kind.can_be_doubted(), "{name}");
        }
        let message = read(&probe).unwrap_err();
        assert_eq!(expected(&message), own, "{name}: {message}");
    }
    let message = serde_json::from_str::<d::Document>("{\"no such key\": 1}").unwrap_err().to_string();
    assert_eq!(expected(&message), keys(&schema["properties"]));
}

#[test]
fn says_in_both_languages_what_every_key_is_for() {
    fn walk(path: &str, value: &Value) {
        if let Some(properties) = value["properties"].as_object() {
            for (key, property) in properties {
                let path = format!("{path}.{key}");
                let described = property["description"].as_str().is_some_and(|text| !text.is_ascii());
                assert!(described || property.get("const").is_some() || key == "kind", "{path} has no description");
            }
        }
        for (key, inner) in value.as_object().into_iter().flatten() {
            walk(&format!("{path}.{key}"), inner);
        }
    }
    walk("", &schema());
}

/// The shape of a type, or of a kind (`kind_` before its name).
fn definition(schema: &Value, name: &str) -> Value {
    let Some(kind) = name.strip_prefix("kind_") else { return schema["$defs"][name].clone() };
    let kinds = schema["$defs"]["Restriction"]["oneOf"].as_array().unwrap();
    kinds.iter().find(|shape| shape["properties"]["kind"]["const"] == kind).unwrap().clone()
}

/// The example in a kind's documentation.
fn example(kind: &str) -> Value {
    let source = file(&format!("src/rules/{kind}.rs"));
    let start = source.find(&format!("{{\"kind\": \"{kind}\"")).unwrap_or_else(|| panic!("{kind} has no example"));
    serde_json::from_str(source[start..].lines().next().unwrap().trim_end_matches('`')).unwrap()
}

/// Every object of the shipped catalog, and the example in every kind's documentation.
fn samples() -> Vec<(Value, Value)> {
    let schema = schema();
    let mut samples = Vec::new();
    let mut document: Value = serde_json::from_str(&file("programs.json")).unwrap();
    // The shipped catalog has not been changed since it was made.
    document["changes"] = serde_json::json!([{"date": "2026-11-30", "by": "教務處", "why": "示範"}]);
    let problems = Walker { schema: &schema }.value(&schema, &document, "", &mut samples);
    assert_eq!(problems, Ok(()));
    for kind in Kind::NAMES {
        let example = example(kind);
        let problems = Walker { schema: &schema }.value(&schema["$defs"]["Restriction"], &example, kind, &mut samples);
        assert_eq!(problems, Ok(()), "{example}");
    }
    samples
}

#[test]
fn accepts_the_shipped_catalog_and_every_example() {
    let samples = samples();
    assert!(samples.len() > 2000);
    let tried: BTreeSet<&str> = samples.iter().filter_map(|(definition, _)| definition["title"].as_str()).collect();
    let all: BTreeSet<String> = readers().into_iter().map(|(name, _)| name).collect();
    assert_eq!(tried, all.iter().map(String::as_str).collect(), "every definition is tried on something");
}

#[test]
fn requires_the_keys_that_rust_requires() {
    let readers = readers();
    let mut tried = 0;
    for (definition, object) in samples() {
        let name = definition["title"].as_str().unwrap();
        let (_, read) = readers.iter().find(|(known, _)| known == name).unwrap();
        assert_eq!(read(&object), Ok(()), "{name}: {object}");
        let required: Vec<&str> =
            definition["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        for key in keys(&object) {
            let mut less = object.clone();
            less.as_object_mut().unwrap().remove(&key);
            assert_eq!(read(&less).is_err(), required.contains(&key.as_str()), "{name} without {key}: {object}");
            tried += 1;
        }
    }
    assert!(tried > 5000);
}

/// The part of JSON Schema that the file uses.
struct Walker<'a> {
    schema: &'a Value,
}

impl Walker<'_> {
    /// Checks a value, and notes every object with the definition that fits it (`title` names the definition).
    fn value(&self, rule: &Value, value: &Value, path: &str, seen: &mut Vec<(Value, Value)>) -> Result<(), String> {
        let fail = |what: &str| Err(format!("{path}: {what}: {value}"));
        if let Some(target) = rule["$ref"].as_str() {
            let name = target.strip_prefix("#/$defs/").unwrap();
            let mut found = self.schema["$defs"][name].clone();
            assert!(found.is_object(), "{target}");
            if found["properties"].is_object() && name != "Restriction" {
                found["title"] = name.into();
            }
            return self.value(&found, value, path, seen);
        }
        for (key, rule) in rule.as_object().unwrap_or_else(|| panic!("{path}: {rule}")) {
            match key.as_str() {
                "type" => {
                    let is = |kind: &str| match kind {
                        "string" => value.is_string(),
                        "integer" => value.is_u64(),
                        "number" => value.is_number(),
                        "boolean" => value.is_boolean(),
                        "null" => value.is_null(),
                        "array" => value.is_array(),
                        "object" => value.is_object(),
                        other => panic!("type {other}"),
                    };
                    let any = rule.as_array().map_or_else(|| vec![rule.clone()], Clone::clone);
                    if !any.iter().any(|kind| is(kind.as_str().unwrap())) {
                        return fail("type");
                    }
                }
                "const" if rule != value => return fail("const"),
                "enum" if !rule.as_array().unwrap().contains(value) => return fail("enum"),
                "minimum" if value.as_f64() < rule.as_f64() && value.is_number() => return fail("minimum"),
                "maximum" if value.as_f64() > rule.as_f64() && value.is_number() => return fail("maximum"),
                "minLength" if value.as_str().is_some_and(str::is_empty) => return fail("minLength"),
                "minItems" if value.as_array().is_some_and(|list| (list.len() as u64) < rule.as_u64().unwrap()) => {
                    return fail("minItems");
                }
                "maxItems" if value.as_array().is_some_and(|list| (list.len() as u64) > rule.as_u64().unwrap()) => {
                    return fail("maxItems");
                }
                "required" if !rule.as_array().unwrap().iter().all(|k| value.get(k.as_str().unwrap()).is_some()) => {
                    return fail("required");
                }
                "items" => {
                    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.value(rule, item, &format!("{path}[{at}]"), seen)?;
                    }
                }
                // A type that may be absent.
                "anyOf" => {
                    let mut fits = |rule: &Value| {
                        let mut inner = Vec::new();
                        let fits = self.value(rule, value, path, &mut inner).is_ok();
                        seen.extend(inner);
                        fits
                    };
                    if !rule.as_array().unwrap().iter().any(&mut fits) {
                        return fail("anyOf");
                    }
                }
                "oneOf" => {
                    let mut fitting = Vec::new();
                    for rule in rule.as_array().unwrap() {
                        let (mut rule, mut inner) = (rule.clone(), Vec::new());
                        if let Some(kind) = rule["properties"]["kind"]["const"].as_str() {
                            rule["title"] = format!("kind_{kind}").into();
                        }
                        if self.value(&rule, value, path, &mut inner).is_ok() {
                            fitting.push(inner);
                        }
                    }
                    if fitting.len() != 1 {
                        return fail("oneOf");
                    }
                    seen.extend(fitting.remove(0));
                }
                // Patterns are for editors; the reader and `kuayu check` judge the same texts more strictly.
                _ => {}
            }
        }
        if let (Some(properties), Some(object)) = (rule["properties"].as_object(), value.as_object()) {
            for (key, inner) in object {
                match properties.get(key) {
                    Some(rule) => self.value(rule, inner, &format!("{path}.{key}"), seen)?,
                    None if rule["additionalProperties"] == false => return fail(&format!("key {key}")),
                    None => {}
                }
            }
        }
        if rule["title"].is_string() && rule["$defs"].is_null() {
            seen.push((rule.clone(), value.clone()));
        }
        Ok(())
    }
}
