//! The catalog as the site ships it: the same document without what only its keepers need.
//!
//! In the repository every line of a program's list repeats the course's name, so that people can read it and a
//! mistyped code is found. The check has held by the time of a build, so the site's copy leaves the names (readers take
//! them from the course table) and the white space out; that is a third of its compressed size.

use anyhow::{Context, Result};
use serde_json::Value;

/// The compact form of a catalog.
pub fn catalog(text: &str) -> Result<String> {
    let mut document: Value = serde_json::from_str(text).context("programs.json is no JSON")?;
    for program in each(document.get_mut("editions")).flat_map(|edition| each(edition.get_mut("programs"))) {
        let Some(program) = program.as_object_mut() else { continue };
        for (key, value) in program {
            match key.as_str() {
                "categories" => each(Some(value)).for_each(|category| nameless(category.get_mut("courses"))),
                "uncategorised" => nameless(Some(value)),
                _ => {}
            }
        }
    }
    Ok(serde_json::to_string(&document)?)
}

fn each(list: Option<&mut Value>) -> impl Iterator<Item = &mut Value> {
    list.and_then(Value::as_array_mut).into_iter().flatten()
}

fn nameless(list: Option<&mut Value>) {
    for listing in each(list) {
        if let Some(listing) = listing.as_object_mut().filter(|listing| listing.contains_key("code")) {
            listing.remove("name");
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn keeps_the_names_that_nothing_else_has() {
        let text = r#"{"courses": [{"code": "A", "name": "a"}], "editions": [{"programs": [{"name": "p", "categories": [
            {"name": "c", "courses": [{"code": "A", "name": "a"}, {"name": "b"}]}], "uncategorised": []}]}]}"#;
        let compact = super::catalog(text).unwrap();
        assert!(compact.contains(r#""courses":[{"code":"A"},{"name":"b"}]"#), "{compact}");
        assert!(compact.contains(r#"{"code":"A","name":"a"}"#) && compact.contains(r#""name":"p""#));
    }
}
