//! `public/curricula/<year>.json`: what each group's curriculum holds, one course a line.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::departments;
use super::facts::Group;
use super::layout::inline;

/// One year's file.
pub fn file(year: u16, groups: &BTreeMap<String, Group>) -> Result<String> {
    let mut out = format!("{{\n\"schema\": 1,\n\"year\": {year},\n");
    field(&mut out, "source", &super::words::curriculum_source(year));
    let own: Vec<&str> = departments::groups().filter(|name| groups.contains_key(*name)).collect();
    let (general, common): (Vec<&str>, Vec<&str>) = groups
        .keys()
        .map(String::as_str)
        .filter(|name| !own.contains(name))
        .partition(|name| name.starts_with("通識中心"));
    for name in &common {
        ensure!(name.starts_with("校院級課程"), "group {name} of {year} has no department in the table");
    }
    section(&mut out, "groups", &own, groups, true)?;
    section(&mut out, "general_education", &general, groups, false)?;
    section(&mut out, "common", &common, groups, false)?;
    out.truncate(out.trim_end_matches([',', '\n']).len());
    out.push_str("\n}\n");
    Ok(out)
}

fn section(
    out: &mut String,
    key: &str,
    names: &[&str],
    groups: &BTreeMap<String, Group>,
    with_credits: bool,
) -> Result<()> {
    out.push_str(&format!("\"{key}\": {{\n"));
    for (at, name) in names.iter().enumerate() {
        let group = groups.get(*name).with_context(|| format!("group {name}"))?;
        inline(out, &json!(name));
        out.push_str(": {");
        if with_credits {
            out.push_str("\"credits\": ");
            inline(out, &credits(name, &group.credits)?);
            out.push_str(", ");
        }
        out.push_str("\"courses\": [\n");
        for (at, (symbol, code, title, credits, year, semester, stage)) in group.courses.iter().enumerate() {
            let stage: String = stage.chars().filter(|c| !c.is_whitespace()).collect();
            // No spaces: these rows are most of the file.
            let row = json!([symbol, code, title, number(*credits), year, semester, stage]);
            out.push_str(&row.to_string());
            out.push_str(if at + 1 < group.courses.len() { ",\n" } else { "\n" });
        }
        out.push_str(if at + 1 < names.len() { "]},\n" } else { "]}\n" });
    }
    out.push_str("},\n");
    Ok(())
}

/// The credit table in the five blocks that a student's page shows.
fn credits(name: &str, table: &BTreeMap<String, f64>) -> Result<Value> {
    if table.is_empty() {
        return Ok(Value::Null);
    }
    let get = |key: &str| table.get(key).copied().with_context(|| format!("group {name}: no {key}"));
    ensure!(get("共同選修學分")? == 0.0, "group {name}: credits of common electives are new");
    let sum = |a: &str, b: &str| Ok::<_, anyhow::Error>(number(get(a)? + get(b)?));
    Ok(json!({
        "total": number(get("最低畢業學分數")?),
        "common_required": sum("部訂共同必修學分", "校訂共同必修學分")?,
        "professional_required": sum("部訂專業必修學分", "校訂專業必修學分")?,
        "professional_elective": number(get("專業選修學分")?),
        "free": number(get("跨域及自由選修學分")?),
    }))
}

/// A number without needless decimals.
pub fn number(value: f64) -> Value {
    if value.fract() == 0.0 { json!(value as i64) } else { json!(value) }
}

fn field(out: &mut String, key: &str, value: &Value) {
    out.push_str(&format!("\"{key}\": "));
    inline(out, value);
    out.push_str(",\n");
}
