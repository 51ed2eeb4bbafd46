//! The facts as compiled from the sources. Unknown keys are refused, so that no fact is overlooked.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// All facts.
pub struct Facts {
    /// The 46 programs of academic year 114, with what 115 changed.
    pub programs: Vec<Program>,
    /// Programs that 115 added.
    pub new_115: Vec<Program>,
    /// Curricula by entry year and group.
    pub curricula: BTreeMap<u16, BTreeMap<String, Group>>,
    /// Every course code known.
    pub courses: Vec<CourseRow>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)] // some keys are named only so that an unknown one is refused
pub struct Program {
    pub code: String,
    pub name: String,
    pub college: String,
    pub department: String,
    pub min_credits: f64,
    pub min_credits_table_114: Option<f64>,
    pub own_department_only: bool,
    pub english_taught: bool,
    pub standard_url: Option<String>,
    pub plan_pdf_url: Option<String>,
    #[serde(default)]
    pub min_credits_by_year: BTreeMap<String, f64>,
    pub rules: Rules,
    pub courses: Vec<Row>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
pub struct Rules {
    pub categories: Ordered<CategoryRule>,
    pub min_courses_total: Option<u16>,
    pub required_courses: Vec<RequiredCourse>,
    pub cross_domain_min_credits: f64,
    #[serde(default)]
    pub cross_domain_source: String,
    pub restrictions: Vec<Value>,
    pub notes: Vec<String>,
    #[serde(default)]
    pub changes_115: Vec<Value>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryRule {
    pub min_courses: Option<u16>,
    pub min_credits: Option<f64>,
    pub must_include: Option<String>,
    pub must_be: Option<String>,
    pub max_one_per_subclass: Option<bool>,
    pub must_be_required_course: Option<bool>,
    pub one_each_from_fields: Option<Vec<String>>,
    pub from: Option<String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
pub struct RequiredCourse {
    pub code: String,
    pub name: String,
    pub credits: f64,
}

/// A course in a program's list.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
pub struct Row {
    pub code: Option<String>,
    pub name: String,
    pub credits: f64,
    #[serde(default)]
    pub hours: Option<f64>,
    pub category: Option<String>,
    #[serde(default)]
    pub category_raw: Option<String>,
    #[serde(default)]
    pub category_hint: Option<String>,
    pub required: Option<bool>,
    #[serde(default)]
    pub symbol: Option<String>,
    pub semester: Option<Vec<u8>>,
    #[serde(default)]
    pub stage: Option<Vec<String>>,
    pub online: bool,
    #[serde(default)]
    pub status_114: Option<String>,
    pub offered: Vec<String>,
    pub standard_years: Vec<u16>,
    pub owner_unit: Option<String>,
    pub owner_prefix: Option<String>,
    pub levels: Vec<String>,
    #[serde(default)]
    pub code_candidates: Vec<String>,
    #[serde(default)]
    pub untagged_in_114: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub credits: BTreeMap<String, f64>,
    pub courses: Vec<CurriculumRow>,
}

/// symbol, code, name, credits, year, semester, stage
pub type CurriculumRow = (String, Option<String>, String, f64, u8, u8, String);

/// A row of `courses.csv`.
pub struct CourseRow {
    pub code: String,
    pub name: String,
    pub credits: f64,
    pub unit: String,
    pub terms: Vec<String>,
}

/// A JSON object in the order it is written.
#[derive(Clone)]
pub struct Ordered<T>(pub Vec<(String, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Ordered<T>, D::Error> {
        struct Entries<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = Ordered<T>;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ordered<T>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Ordered(entries))
            }
        }
        deserializer.deserialize_map(Entries(std::marker::PhantomData))
    }
}

#[derive(Deserialize)]
struct CurriculaFile {
    years: BTreeMap<String, BTreeMap<String, Group>>,
}

impl Facts {
    /// Reads the folder.
    pub fn read(dir: &Path) -> Result<Facts> {
        let years: CurriculaFile = json(dir, "curricula.json")?;
        let curricula = years.years.into_iter().map(|(year, groups)| Ok((year.parse()?, groups)));
        Ok(Facts {
            programs: json(dir, "programs.json")?,
            new_115: json(dir, "programs-115-new.json")?,
            curricula: curricula.collect::<Result<_>>()?,
            courses: courses(&text(dir, "courses.csv")?)?,
        })
    }
}

fn text(dir: &Path, file: &str) -> Result<String> {
    std::fs::read_to_string(dir.join(file)).with_context(|| format!("reading {file}"))
}

fn json<T: DeserializeOwned>(dir: &Path, file: &str) -> Result<T> {
    serde_json::from_str(&text(dir, file)?).with_context(|| format!("understanding {file}"))
}

/// The table has no quoted fields; a line that would need them is refused.
fn courses(text: &str) -> Result<Vec<CourseRow>> {
    let mut rows = Vec::new();
    for (at, line) in text.lines().enumerate().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let &[code, name, credits, unit, terms, _levels] = fields.as_slice() else {
            anyhow::bail!("courses.csv line {}: {} fields instead of 6", at + 1, fields.len());
        };
        rows.push(CourseRow {
            code: code.to_owned(),
            name: name.to_owned(),
            credits: credits.parse().with_context(|| format!("courses.csv line {}: credits", at + 1))?,
            unit: unit.to_owned(),
            terms: terms.split_whitespace().map(str::to_owned).collect(),
        });
    }
    Ok(rows)
}
