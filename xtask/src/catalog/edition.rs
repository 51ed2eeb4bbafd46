//! Editions: which courses the programs list in which category, under which rules.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Map, Value, json};

use super::changes;
use super::courses::name;
use super::curricula::number;
use super::departments;
use super::facts::{Facts, Program, Row};
use super::restrictions::{external_courses, restrictions};
use super::words;

/// Which edition is being made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Year {
    Y114,
    Y115,
}

/// The programs in the order of the official list: by college, by department.
const ORDER: &[&str] = &[
    "AVV", "AVR", "AVB", "AZ9", "AVI", "AZA", // 機電學院
    "AVA", "AVD", "AVJ", "AZ1", "AVK", "AVS", "AVW", "AV2", "AVC", "AV9", "AZ2", "AZ3", "AZ4", // 電資學院
    "AVE", "AZB", "AV5", "AVT", "AVL", "AV6", "AVG", "AZC", "AVX", // 工程學院
    "AZD", "AZE", "AVH", "AV3", "AVY", "AZF", "AZG", // 管理學院
    "AV7", "AZ5", "AVM", "AZ6", "AV4", "AVZ", "AVU", // 設計學院
    "AZ7", "AZ8", "AVF", "AVQ", // 人社學院
];

/// The official list of 114-1.
pub fn edition_114(facts: &Facts) -> Result<Value> {
    ensure!(facts.programs.len() == ORDER.len(), "{} programs instead of {}", facts.programs.len(), ORDER.len());
    let mut programs = Vec::new();
    for code in ORDER {
        let found = facts.programs.iter().find(|p| p.code == *code).with_context(|| format!("no program {code}"))?;
        programs.push(program(found, Year::Y114).with_context(|| format!("program {code}"))?);
    }
    Ok(json!({
        "id": "114-1",
        "year": 114,
        "title": words::text("114 學年度第 1 學期", "Academic year 114, first semester"),
        "updated": "2025-09-15",
        "calendar": [{"kind": "registration", "term": "114-1", "from": "2025-09-08", "to": "2025-09-26"}],
        "programs": programs,
    }))
}

/// The state of 115: the programs of 114 with what 115 changed, and those it added.
pub fn edition_115(facts: &Facts) -> Result<Value> {
    let mut programs = Vec::new();
    for code in ORDER {
        let found = facts.programs.iter().find(|p| p.code == *code).with_context(|| format!("no program {code}"))?;
        let changed = changes::in_115(found).with_context(|| format!("changes of {code}"))?;
        programs.push(program(&changed, Year::Y115).with_context(|| format!("program {code}"))?);
    }
    for new in &facts.new_115 {
        let made = program(&changes::new_in_115(new), Year::Y115).with_context(|| format!("program {}", new.code))?;
        // After the last program of its department, or of its college.
        let last = |key: &str| programs.iter().rposition(|p| p["college"] == made["college"] && p[key] == made[key]);
        let after = last("department").or_else(|| last("college")).context("a new college")?;
        programs.insert(after + 1, made);
    }
    Ok(json!({
        "id": "115-1",
        "year": 115,
        "title": words::text("115 學年度", "Academic year 115"),
        // The first day of the academic year; the sources give no later date.
        "updated": "2026-08-01",
        "programs": programs,
    }))
}

fn program(p: &Program, year: Year) -> Result<Value> {
    let department = departments::canonical(&p.department).with_context(|| format!("department {}", p.department))?;
    let min_credits = p.min_credits;
    let mut out = Map::new();
    let mut put = |key: &str, value: Value| _ = out.insert(key.to_owned(), value);
    put("code", json!(p.code));
    put("name", json!(p.name));
    put("college", json!(p.college));
    put("department", json!(department));
    put("min_credits", number(min_credits));
    if let Some(table) = p.min_credits_table_114.filter(|table| *table != p.min_credits) {
        put("table_credits", number(table));
    }
    if p.own_department_only {
        put("own_department_only", json!(true));
    }
    if p.english_taught {
        put("taught_in_english", json!(true));
    }
    put("standard_url", json!(p.standard_url.as_ref().context("no address of the standard")?));
    if let Some(url) = &p.plan_pdf_url {
        put("plan_url", json!(url));
    }

    let mut categories = categories(p)?;
    let mut uncategorised = Vec::new();
    let mut not_listed = Vec::new();
    for row in &p.courses {
        if let Some(why) = left_out(row, year)? {
            // Without a code there is nothing by which a student's course could be told to be this one.
            if let Some(code) = &row.code {
                not_listed.push(json!({"code": code, "name": name(&row.name), "why": why}));
            }
            continue;
        }
        let listing = listing(p, row, year)?;
        match &row.category {
            Some(category) => list(&mut categories, category)?.push(listing),
            None => uncategorised.push(listing),
        }
    }
    for (_, category, courses) in external_courses(p) {
        for (code, name) in courses {
            let mut listing = json!({"name": name});
            if let Some(code) = code {
                listing["code"] = json!(code);
            }
            list(&mut categories, &category)?.push(listing);
        }
    }
    put("categories", Value::Array(categories));
    for (key, rows) in [
        ("uncategorised", uncategorised),
        ("not_listed", not_listed),
        ("restrictions", restrictions(p, year)?),
        ("notes", p.rules.notes.iter().map(|note| words::note(note)).collect::<Result<_>>()?),
    ] {
        if !rows.is_empty() {
            put(key, Value::Array(rows));
        }
    }
    Ok(Value::Object(out))
}

/// The program's categories, empty as yet: those with a rule, then those that only the list has.
fn categories(p: &Program) -> Result<Vec<Value>> {
    let empty = |name: &str, min: Value| json!({"name": name, "min_courses": min, "courses": []});
    let mut categories: Vec<Value> =
        p.rules.categories.0.iter().map(|(name, rule)| empty(name, json!(rule.min_courses))).collect();
    let ruled: Vec<&str> = p.rules.categories.0.iter().map(|(name, _)| name.as_str()).collect();
    for name in p.courses.iter().filter_map(|row| row.category.as_deref()) {
        if !ruled.contains(&name) && !categories.iter().any(|c| c["name"] == name) {
            categories.push(empty(name, json!(0)));
        }
    }
    Ok(categories)
}

fn list<'a>(categories: &'a mut [Value], name: &str) -> Result<&'a mut Vec<Value>> {
    let found = categories.iter_mut().find(|c| c["name"] == name).with_context(|| format!("category {name}"))?;
    found["courses"].as_array_mut().context("courses")
}

/// Why a row does not count in the edition, if it does not.
pub fn left_out(row: &Row, year: Year) -> Result<Option<&'static str>> {
    let status = row.status_114.as_deref().unwrap_or_default();
    if year == Year::Y115 {
        return Ok((!row.standard_years.contains(&115)).then_some("earlier_edition"));
    }
    Ok(match status {
        "listed" | "added_during_114" => None,
        "not_in_114" => Some("not_tagged"),
        "unverified_115_only" => Some("later_edition"),
        _ => bail!("{}: status {status}", row.name),
    })
}

fn listing(p: &Program, row: &Row, year: Year) -> Result<Value> {
    let mut out = json!({"name": name(&row.name)});
    if let Some(code) = &row.code {
        out["code"] = json!(code);
    }
    if row.required == Some(true) {
        out["required"] = json!(true);
    }
    if year == Year::Y114 && row.status_114.as_deref() == Some("added_during_114") {
        out["added"] = json!(true);
    }
    if let Some(track) = track_hint(p, row, year) {
        out["track_hint"] = json!(track);
    }
    if let Some(hint) = &row.category_hint {
        out["category_hint"] = words::category_hint(hint)?;
    }
    Ok(out)
}

/// The track that the owner of a course suggests, for programs whose tracks the standard does not mark.
fn track_hint(p: &Program, row: &Row, year: Year) -> Option<&'static str> {
    if row.category.as_deref() == Some("基礎") {
        return None;
    }
    Some(match (p.code.as_str(), row.owner_prefix.as_deref()?) {
        ("AVS", "AB") => "金融資訊安全管理與稽核",
        ("AVS", "59") if year == Year::Y115 => "軟體安全與新興資安技術",
        ("AVS", "59") => "工業物聯網與軟體安全",
        ("AVH", "54") => "英文領域",
        ("AVH", "57") => "經管領域",
        ("AVL", "34") => "土木",
        ("AVL", "39") => "建築",
        _ => return None,
    })
}
