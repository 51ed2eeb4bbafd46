//! The catalog's table of courses, and the list of all courses for the search.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail, ensure};
use serde_json::{Map, Value, json};

use super::curricula::number;
use super::facts::{Facts, Row};
use super::layout::inline;
use super::restrictions::external_courses;

/// Units whose courses are general education, university-wide or otherwise not plainly professional.
const COMMON_UNITS: &[&str] = &["通識中心", "校院級課程", "體育室", "軍訓", "教務處", "師資培育中心"];

/// The one spelling of a name: the sources write two names with and without a space before the bracket.
pub fn name(name: &str) -> String {
    name.replace(" (", "(")
}

/// The catalog's `courses`: every course that a program of `editions` lists, by code; those without a code at the end.
pub fn table(facts: &Facts, editions: &[Value]) -> Result<Value> {
    let listed = listed(editions);
    let general = general_education(facts);
    let mut by_code: BTreeMap<String, Value> = BTreeMap::new();
    let mut without: BTreeMap<String, Value> = BTreeMap::new();
    for row in facts.programs.iter().chain(&facts.new_115).flat_map(|program| &program.courses) {
        let entry = course(row, &general)?;
        let (place, key) = match &row.code {
            Some(code) => (&mut by_code, code.clone()),
            None => (&mut without, name(&row.name)),
        };
        if !listed.contains(&key) {
            continue;
        }
        match place.get_mut(&key) {
            None => _ = place.insert(key, entry),
            Some(old) => merge(old, &entry)?,
        }
    }
    let mut outside = Vec::new();
    for (school, _, courses) in facts.programs.iter().chain(&facts.new_115).flat_map(external_courses) {
        for (code, name) in courses {
            let key = code.clone().unwrap_or_else(|| name.clone());
            if !listed.contains(&key) {
                continue;
            }
            ensure!(
                !by_code.contains_key(&key) && !without.contains_key(&key),
                "{key} is also a course of this school"
            );
            let mut entry = Map::new();
            if let Some(code) = code {
                entry.insert("code".into(), json!(code));
            }
            entry.insert("name".into(), json!(name));
            entry.insert("school".into(), json!(school));
            outside.push(Value::Object(entry));
        }
    }
    Ok(by_code.into_values().chain(without.into_values()).chain(outside).collect())
}

/// Codes (or names, where there is no code) that the editions list.
fn listed(editions: &[Value]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let programs = editions.iter().filter_map(|e| e["programs"].as_array()).flatten();
    for program in programs {
        let categories = program["categories"].as_array().into_iter().flatten();
        let lists = categories.map(|c| &c["courses"]).chain([&program["uncategorised"]]);
        for listing in lists.filter_map(Value::as_array).flatten() {
            found.extend(listing["code"].as_str().or(listing["name"].as_str()).map(str::to_owned));
        }
        // A course that is accepted in place of another need not be listed any more.
        for restriction in program["restrictions"].as_array().into_iter().flatten() {
            if restriction["kind"] == "equivalent_courses" {
                found.extend(
                    restriction["from"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned),
                );
            }
        }
    }
    found
}

fn course(row: &Row, general: &BTreeSet<&str>) -> Result<Value> {
    let mut entry = Map::new();
    let mut put = |key: &str, value: Value| _ = entry.insert(key.to_owned(), value);
    if let Some(code) = &row.code {
        put("code", json!(code));
    }
    put("name", json!(name(&row.name)));
    put("credits", number(row.credits));
    if let Some(unit) = &row.owner_unit {
        put("unit", json!(unit));
    }
    let common = row.owner_unit.as_deref().is_some_and(|unit| COMMON_UNITS.contains(&unit))
        || row.code.as_deref().is_some_and(|code| general.contains(code))
        || row.symbol.as_deref() == Some("☆");
    if common {
        put("common", json!(true));
    }
    if row.online {
        put("online", json!(true));
    }
    match row.stage.as_deref() {
        None => {}
        Some([first, second]) if first == "1/2" && second == "2/2" => put("stages", json!(2)),
        Some(other) => bail!("{}: stages {other:?}", row.name),
    }
    if !row.levels.is_empty() {
        put("levels", json!(row.levels));
    }
    if !row.offered.is_empty() {
        put("offered", json!(row.offered));
    }
    Ok(Value::Object(entry))
}

/// Programs state the same course each on its own; they must agree, except that a later compilation looked at fewer
/// terms and left out what it did not look at.
fn merge(old: &mut Value, new: &Value) -> Result<()> {
    if new["common"] == true {
        old["common"] = json!(true);
    }
    for key in ["unit", "stages", "levels"] {
        if old[key].is_null() && !new[key].is_null() {
            old[key] = new[key].clone();
        }
    }
    for key in ["name", "credits", "unit", "online", "stages", "levels"] {
        let agree = old[key] == new[key] || (new[key].is_null() && key != "online");
        ensure!(agree, "{}: two programs disagree on {key}: {} and {}", old["name"], old[key], new[key]);
    }
    let terms = |course: &Value| course["offered"].as_array().cloned().unwrap_or_default();
    let all: BTreeSet<String> =
        terms(old).iter().chain(&terms(new)).filter_map(Value::as_str).map(str::to_owned).collect();
    if !all.is_empty() {
        old["offered"] = json!(all);
    }
    Ok(())
}

/// Codes in the general-education lists, and in the university-level lists as common courses.
fn general_education(facts: &Facts) -> BTreeSet<&str> {
    let mut codes = BTreeSet::new();
    for (name, group) in facts.curricula.values().flatten() {
        for (symbol, code, ..) in &group.courses {
            let common = ["△", "○", "☆"].contains(&symbol.as_str());
            if name.starts_with("通識中心") || (name.starts_with("校院級課程") && common) {
                codes.extend(code.as_deref());
            }
        }
    }
    codes
}

/// `public/courses.json`: all courses by unit, one a line, `[code, name, credits, offered]` where the last number is 1
/// for a class since 114-1 and 0 for none.
pub fn search_file(facts: &Facts) -> Result<String> {
    let mut units: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for row in &facts.courses {
        let lately = row.terms.iter().any(|term| term.starts_with("114-") || term.starts_with("115-"));
        units.entry(&row.unit).or_default().push(json!([
            row.code,
            name(&row.name),
            number(row.credits),
            u8::from(lately)
        ]));
    }
    let mut out = "{\n\"schema\": 1,\n\"units\": [\n".to_owned();
    let last = units.len();
    for (at, (unit, mut rows)) in units.into_iter().enumerate() {
        rows.sort_by(|a, b| a[0].as_str().cmp(&b[0].as_str()));
        out.push_str("{\"unit\": ");
        inline(&mut out, &if unit.is_empty() { Value::Null } else { json!(unit) });
        out.push_str(", \"courses\": [\n");
        let rows: Vec<String> = rows.iter().map(Value::to_string).collect();
        out.push_str(&rows.join(",\n"));
        out.push_str(if at + 1 < last { "\n]},\n" } else { "\n]}\n" });
    }
    out.push_str("]\n}\n");
    Ok(out)
}
