//! What academic year 115 changed, applied to the facts of 114. An unknown change stops the run.

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use super::facts::{CategoryRule, Ordered, Program};

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Change {
    Added { rule: String, min_credits: Option<f64>, applies_to_categories: Option<Value>, basis: Option<String> },
    Removed { rule: String },
    Changed { rule: String, to: Value },
    CourseEquivalence { from: Vec<String>, to: String },
    NoRequiredCoursesListed,
}

/// The program as it is in 115.
pub fn in_115(before: &Program) -> Result<Program> {
    let mut p = before.clone();
    p.standard_url = Some(address(&p.code));
    p.min_credits_table_114 = None;
    for change in &before.rules.changes_115 {
        let read: Change = serde_json::from_value(change.clone()).with_context(|| format!("change {change}"))?;
        apply(&mut p, read).with_context(|| format!("change {change}"))?;
    }
    Ok(p)
}

/// A program that is new in 115.
pub fn new_in_115(facts: &Program) -> Program {
    let mut p = facts.clone();
    p.standard_url = p.standard_url.or_else(|| Some(address(&facts.code)));
    p
}

fn address(code: &str) -> String {
    format!("https://aps.ntut.edu.tw/course/tw/Cprog.jsp?format=-4&year=115&matric=H&division={code}")
}

fn apply(p: &mut Program, change: Change) -> Result<()> {
    match change {
        Change::Added { rule, min_credits: Some(credits), applies_to_categories, basis } => {
            ensure!(rule == "min_cross_domain_credits", "rule {rule}");
            p.rules.restrictions.push(json!({
                "kind": rule,
                "min_credits": credits,
                "applies_to_categories": applies_to_categories,
                "basis": basis,
            }));
        }
        Change::Added { rule, .. } => {
            ensure!(rule == "總整 courses also divided into the two tracks", "rule {rule}");
            p.rules.restrictions.push(json!({"kind": "capstone_divided_into_tracks"}));
        }
        Change::Removed { rule } => {
            let before = p.rules.restrictions.len();
            p.rules.restrictions.retain(|restriction| restriction["kind"] != rule.as_str());
            ensure!(p.rules.restrictions.len() < before, "there is no {rule}");
        }
        Change::CourseEquivalence { from, to } => {
            p.rules.restrictions.push(json!({"kind": "course_equivalence", "from": from, "to": to}));
        }
        Change::NoRequiredCoursesListed => {
            p.rules.required_courses.clear();
            p.courses.iter_mut().for_each(|row| row.required = Some(false));
        }
        Change::Changed { rule, to } => match rule.as_str() {
            "min_credits" => p.min_credits = to.as_f64().context("no number")?,
            "categories" => p.rules.categories = categories(p, to)?,
            "cross-domain" => {
                // The earlier rules, by entry year, give way to one for all.
                let old = ["min_cross_domain_credits", "min_credits_outside_own_department"];
                p.rules.restrictions.retain(|restriction| !old.iter().any(|kind| restriction["kind"] == *kind));
                p.rules.restrictions.push(to);
            }
            "dept_limited_to_track 資財系" => {
                let limited = p.rules.restrictions.iter_mut().find(|restriction| {
                    restriction["kind"] == "dept_limited_to_track" && restriction["department"] == "資財系"
                });
                limited.context("no such rule")?["track"] = to;
            }
            other => bail!("rule {other}"),
        },
    }
    Ok(())
}

/// The new rules, in the order in which the program had its categories.
fn categories(p: &Program, to: Value) -> Result<Ordered<CategoryRule>> {
    let rules: Ordered<CategoryRule> = serde_json::from_value(to)?;
    let Ordered(mut rules) = rules;
    let old: Vec<&String> = p.rules.categories.0.iter().map(|(name, _)| name).collect();
    ensure!(rules.len() == old.len(), "other categories");
    rules.sort_by_key(|(name, _)| old.iter().position(|known| *known == name));
    for (_, rule) in &mut rules {
        // The same demand in fewer words.
        if rule.must_be.as_deref() == Some("smart-sensing project-type course") {
            rule.must_be = Some("project-type course in the smart-sensing field, own or other department".to_owned());
        }
    }
    Ok(Ordered(rules))
}
