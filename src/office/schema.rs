//! The schema of `programs.json`, which editors use: by the types that read the file, with what their keys are in both
//! languages.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::catalog::document::{Document, MAX_RESTRICTIONS, SCHEMA};
use crate::i18n::office::schema::word;
use crate::i18n::restriction;

/// The text of `programs.schema.json`.
///
/// # Errors
///
/// As serde_json's: never of what the types are.
pub fn schema() -> Result<String, serde_json::Error> {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut root = serde_json::to_value(generator.into_root_schema_for::<Document>())?;
    describe(&mut root, "Document");
    if let Some(version) = root.pointer_mut("/properties/schema").and_then(Value::as_object_mut) {
        version.insert("const".to_owned(), SCHEMA.into());
    }
    let types = root.get_mut("$defs").and_then(Value::as_object_mut);
    for (name, definition) in types.into_iter().flatten() {
        describe(definition, name);
        for kind in definition.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten() {
            let Some(name) = kind.pointer("/properties/kind/const").and_then(Value::as_str).map(str::to_owned) else {
                continue;
            };
            describe_with(kind, &|key| {
                let own = restriction::keys(&name).iter().find(|(known, _)| *known == key);
                own.map(|(_, words)| *words).or_else(|| word("Restriction", key))
            });
        }
    }
    serde_json::to_string_pretty(&root).map(|text| text + "\n")
}

fn describe(definition: &mut Value, name: &str) {
    describe_with(definition, &|key| word(name, key));
}

/// Puts the Chinese words before the English ones, and says what editors can check of texts and lists.
fn describe_with(definition: &mut Value, words: &dyn Fn(&str) -> Option<&'static str>) {
    let Some(definition) = definition.as_object_mut() else { return };
    add_words(definition, words(""));
    let keys = definition.get_mut("properties").and_then(Value::as_object_mut);
    for (key, property) in keys.into_iter().flatten() {
        let Some(property) = property.as_object_mut() else { continue };
        if key != "kind" {
            add_words(property, words(key));
        }
        limit(key, property);
    }
}

fn add_words(schema: &mut Map<String, Value>, zh: Option<&str>) {
    let english = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    // One line, without the marks of the source's documentation.
    let english: String = english.replace('\n', " ").replace(['[', ']', '`'], "");
    let both = format!("{}{english}", zh.unwrap_or_default());
    if !both.is_empty() {
        schema.insert("description".to_owned(), both.into());
    }
}

/// What is known of a value by its key: dates, addresses, ids; no text and no list that is asked for is empty.
fn limit(key: &str, property: &mut Map<String, Value>) {
    let is = |kind: &str| match property.get("type") {
        Some(Value::String(known)) => known == kind,
        Some(Value::Array(known)) => known.iter().any(|known| known == kind),
        _ => false,
    };
    let (text, list) = (is("string"), is("array"));
    let pattern = match key {
        "url" | "standard_url" | "plan_url" => Some(r"^https://\S+$"),
        "date" | "standard_as_of" | "as_of" | "first_monday" | "break_start" => Some(r"^\d{4}-\d{2}-\d{2}$"),
        _ => None,
    };
    if let Some(pattern) = pattern.filter(|_| text) {
        property.insert("pattern".to_owned(), pattern.into());
    } else if text && matches!(key, "code" | "id" | "name" | "zh" | "en") {
        property.insert("minLength".to_owned(), json!(1));
    }
    if list && key == "restrictions" {
        property.insert("maxItems".to_owned(), json!(MAX_RESTRICTIONS));
    }
    if list && key == "editions" {
        property.insert("minItems".to_owned(), json!(1));
    }
}
