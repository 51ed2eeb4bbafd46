//! The shape of a restriction, for `programs.schema.json`: each kind's own keys by its declaration, and those of all.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::{EntryYears, Kind, Purpose, Question, Restriction};

/// What a kind's declaration says of its own keys.
pub(super) struct Shape {
    /// The kind's name.
    pub name: &'static str,
    /// Keys that it must have.
    pub required: &'static [&'static str],
    /// Whether an answer can hang on it.
    pub can_be_doubted: bool,
    /// Writes the shape of its own keys.
    pub own: fn(&mut SchemaGenerator) -> Schema,
}

impl JsonSchema for Restriction {
    fn schema_name() -> Cow<'static, str> {
        "Restriction".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let kinds: Vec<Schema> = Kind::shapes().iter().map(|shape| whole(shape, generator)).collect();
        json_schema!({
            "description": "One restriction; `kind` decides the other keys.",
            "type": "object",
            "required": ["kind"],
            "properties": { "kind": { "enum": Kind::NAMES } },
            "oneOf": kinds,
        })
    }
}

fn whole(shape: &Shape, generator: &mut SchemaGenerator) -> Schema {
    let mut schema = (shape.own)(generator);
    let required: Vec<&str> = ["kind"].iter().chain(shape.required).copied().collect();
    let mut own = schema.remove("properties").unwrap_or_else(|| json!({}));
    if let Some(keys) = own.as_object_mut() {
        // A list that is asked for names something.
        for (_, list) in keys.iter_mut().filter(|(key, _)| shape.required.contains(&key.as_str())) {
            if let Some(list) = list.as_object_mut().filter(|list| list.get("type") == Some(&json!("array"))) {
                list.insert("minItems".to_owned(), json!(1));
            }
        }
        keys.insert("kind".to_owned(), json!({ "const": shape.name }));
        let mut common = |key: &str, description: &str, schema: Schema| {
            let mut schema = schema.to_value();
            if let Some(schema) = schema.as_object_mut() {
                schema.insert("description".to_owned(), description.into());
            }
            keys.insert(key.to_owned(), schema);
        };
        common("for", "The question it belongs to.", generator.subschema_for::<Purpose>());
        common("entry", "The entry years it concerns; absent: all.", generator.subschema_for::<EntryYears>());
        let source = "Where it comes from, when not from the program's own rules in the course system.";
        common("source", source, generator.subschema_for::<String>());
        if shape.can_be_doubted {
            let doubt = "It can be read as not standing: both readings are judged.";
            common("doubt", doubt, generator.subschema_for::<Question>());
        }
    }
    schema.insert("properties".to_owned(), own);
    schema.insert("required".to_owned(), json!(required));
    schema.insert("additionalProperties".to_owned(), Value::Bool(false));
    schema
}
