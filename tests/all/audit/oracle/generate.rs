//! Random small cases, made so that what is hard happens often: one name in two categories, year courses in halves,
//! limits that bite, courses without code or category, and everything that is not known.

use kuayu::audit::{CourseRef, CrossDomainDoubt, Decision, Degree, Fact, Profile};
use kuayu::catalog::curriculum::{CurriculumRow, Symbol};
use kuayu::credits::Credits;
use kuayu::transcript::{Completion, Record, Stage};
use serde_json::{Value, json};

use super::case::{Case, Table};
use super::restrict::restriction;
use crate::support::random::Random;

/// Names of which no two are near.
const NAMES: [&str; 10] = [
    "電路學",
    "測量學",
    "都市計畫",
    "機器學習",
    "行銷管理",
    "色彩原理",
    "程式設計",
    "永續發展",
    "離岸風機",
    "劇本寫作",
];

/// A listed course while it is being made.
#[derive(Clone)]
pub struct Made {
    pub code: Option<String>,
    pub name: String,
    pub credits: Option<f64>,
    pub stages: Option<u8>,
    pub category: Option<String>,
    pub online: bool,
}

/// The case of that number.
pub fn case(number: u64) -> Case {
    let random = &mut Random::new(number);
    let categories = categories(random);
    let mut courses = Vec::new();
    let mut facts = Vec::new();
    for at in 0..3 + random.below(7) {
        let (made, course) = course(random, at, &categories, &courses);
        courses.push(made);
        facts.push(course);
    }
    let listing = |made: &Made| match &made.code {
        Some(code) => json!({"code": code, "name": made.name, "online": made.online}),
        None => json!({"name": made.name, "online": made.online}),
    };
    let within = |category: Option<&str>| -> Vec<Value> {
        courses.iter().filter(|c| c.category.as_deref() == category).map(listing).collect()
    };
    let written: Vec<Value> = categories
        .iter()
        .map(|name| {
            let least = match random.below(10) {
                0 => Value::Null,
                1..=3 => json!(0),
                4..=8 => json!(1),
                _ => json!(2),
            };
            json!({"name": name, "min_courses": least, "courses": within(Some(name))})
        })
        .collect();
    let restrictions: Vec<Value> = {
        let how_many = *random.pick(&[0, 1, 1, 1, 2, 2, 3]);
        (0..how_many).map(|at| restriction(random, at, &categories, &courses)).collect()
    };
    let credits = if random.percent(15) { 1.5 + random.below(6) as f64 } else { 2.0 + random.below(6) as f64 };
    let document = json!({
        "schema": 2,
        "sources": [],
        "departments": [
            {"name": "甲系", "college": "甲院", "aliases": ["甲工程系"], "groups": ["甲系", "甲系【二組】"],
             "classes": ["甲學士班【甲系】"], "units": ["甲系"], "related_units": ["甲所"]},
            {"name": "乙系", "groups": ["乙系"], "classes": ["乙學士班"], "units": ["乙系"], "related_units": []},
        ],
        "courses": facts,
        "editions": [{
            "id": "1", "year": 114, "title": {"zh": "", "en": ""}, "standard_as_of": "", "programs": [{
                "code": "P", "name": "P", "college": "甲院", "department": *random.pick(&["甲系", "乙系"]),
                "min_credits": credits, "own_department_only": random.percent(12), "standard_url": "",
                "categories": written, "uncategorised": within(None), "restrictions": restrictions,
            }],
        }],
    });
    let document = serde_json::from_value(document).unwrap();
    let records: Vec<Record> = (0..random.below(9)).map(|at| record(random, at, &courses)).collect();
    let decisions = decisions(random, &categories, &courses, &records);
    let profile = profile(random);
    let curricula = curricula(random, &profile, &courses).into();
    Case { document, curricula, profile, decisions, records }
}

fn categories(random: &mut Random) -> Vec<String> {
    let names: &[&str] = match random.below(6) {
        0 => &["基礎", "核心"],
        1 => &["核心", "總整"],
        2 => &["基礎", "核心", "應用", "總整"],
        _ => &["基礎", "核心", "總整"],
    };
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn course(random: &mut Random, at: usize, categories: &[String], before: &[Made]) -> (Made, Value) {
    let same_name = !before.is_empty() && random.percent(35);
    let model = if same_name { Some(random.pick(before).clone()) } else { None };
    let name = match &model {
        Some(model) => model.name.clone(),
        None => NAMES[at].to_owned() + *random.pick(&["", "", "", "(一)"]),
    };
    let stages = match &model {
        Some(model) if random.percent(80) => model.stages,
        _ => random.percent(20).then_some(2),
    };
    // A second course without code and of the same name could not be told from the first.
    let code = (same_name || !random.percent(8)).then(|| format!("C{at}"));
    let credits = match random.below(20) {
        0 => None,
        1 => Some(0.5),
        n => Some(1.0 + (n % 4) as f64),
    };
    let category = match &model {
        Some(model) if random.percent(25) => model.category.clone(),
        _ => (!random.percent(8)).then(|| random.pick(categories).clone()),
    };
    let mut course = json!({"name": name});
    let keys = course.as_object_mut().unwrap();
    code.iter().for_each(|code| _ = keys.insert("code".into(), json!(code)));
    credits.iter().for_each(|credits| _ = keys.insert("credits".into(), json!(credits)));
    stages.iter().for_each(|stages| _ = keys.insert("stages".into(), json!(stages)));
    if !random.percent(10) {
        keys.insert("unit".into(), json!(*random.pick(&["甲系", "甲所", "乙系", "丙系", "甲學士班"])));
    }
    keys.insert("common".into(), json!(random.percent(8)));
    let online = random.percent(12);
    (Made { code, name, credits, stages, category, online }, course)
}

fn profile(random: &mut Random) -> Profile {
    let group = match random.below(20) {
        0 => None,
        1 => Some("丙系"),
        2..=4 => Some("甲學士班【甲系】"),
        5 => Some("乙學士班"),
        6..=8 => Some("乙系"),
        9 | 10 => Some("甲系【二組】"),
        _ => Some("甲系"),
    };
    let entry = match random.below(20) {
        0 => None,
        1 => Some(111),
        n => Some(112 + (n as u16 % 3)),
    };
    let degree = if random.percent(4) { Degree::BachelorEvening } else { Degree::Bachelor };
    Profile { group: group.map(str::to_owned), entry, degree }
}

/// Mostly the student's own, and now and then other years' and other groups'.
fn curricula(random: &mut Random, profile: &Profile, courses: &[Made]) -> Vec<Table> {
    let mut tables = Vec::new();
    for entry in 111..=114 {
        for group in ["甲系", "甲系【二組】", "甲學士班【甲系】", "乙系", "乙學士班"] {
            let own = (profile.group.as_deref(), profile.entry) == (Some(group), Some(entry));
            if random.percent(if own { 93 } else { 12 }) {
                tables.push(Table { group: group.to_owned(), entry, rows: rows(random, courses) });
            }
        }
    }
    tables
}

/// A curriculum that holds some of the listed courses: as they are, under another code, under another name, nearly.
fn rows(random: &mut Random, courses: &[Made]) -> Vec<CurriculumRow> {
    let signs = ["▲", "▲", "★", "★", "●", "△", "☆"];
    let chance = *random.pick(&[0, 20, 50]);
    let some: Vec<Made> = random.some(courses, chance).into_iter().cloned().collect();
    let mut rows = Vec::new();
    for (at, made) in some.iter().enumerate() {
        let (code, name) = match random.below(6) {
            0 | 1 => (made.code.clone(), made.name.clone()),
            2 => (Some(format!("K{at}")), made.name.clone()),
            3 => (made.code.clone(), format!("甲系專題{at}")),
            4 => (None, made.name.clone()),
            _ => (Some(format!("K{at}")), made.name.clone() + "概論"),
        };
        let symbol = Symbol::parse(random.pick::<&str>(&signs)).unwrap();
        let stage = "1".to_owned();
        rows.push(CurriculumRow { symbol, code, name, credits: Credits::whole(3), year: 1, semester: 1, stage });
    }
    rows
}

fn record(random: &mut Random, at: usize, courses: &[Made]) -> Record {
    let made = random.pick(courses).clone();
    let (code, name) = match random.below(24) {
        0..=13 => (made.code.clone(), made.name.clone()),
        14..=16 => (None, made.name.clone()),
        17 | 18 => (Some(format!("K{}", random.below(3))), made.name.clone()),
        // Printed under another name: now and then the name of another listed course.
        19 if random.percent(50) => (made.code.clone(), random.pick(courses).name.clone()),
        19 => (made.code.clone(), format!("舊名{at}")),
        20 => (Some("E1".to_owned()), "等同課程".to_owned()),
        21 => (Some(format!("U{at}")), "Python程式設計".to_owned()),
        22 => (None, "計算機程式設計".to_owned()),
        _ => (Some(format!("U{at}")), format!("毫無關係{at}")),
    };
    let credits = match random.below(10) {
        0 | 1 => None,
        2 => Some(1.0 + random.below(4) as f64),
        _ => made.credits,
    };
    let stage = match made.stages {
        Some(_) => match random.below(8) {
            0..=2 => Stage::Part(1),
            3..=5 => Stage::Part(2),
            6 => Stage::Whole,
            _ => Stage::Only,
        },
        None if random.percent(4) => Stage::Part(1 + random.below(2) as u8),
        None => Stage::Only,
    };
    let declared = match random.below(20) {
        0..=12 => Completion::Passed,
        13..=15 => Completion::InProgress,
        16 | 17 => Completion::Planned,
        _ => Completion::NotPassed,
    };
    let credits = credits.and_then(Credits::from_f64);
    Record { code, name, credits, stage, declared: Some(declared), ..Record::default() }
}

/// Now and then the student has asked, and writes down the answer.
fn decisions(random: &mut Random, categories: &[String], courses: &[Made], records: &[Record]) -> Vec<Decision> {
    let mut decisions: Vec<Decision> = Vec::new();
    if !random.percent(20) {
        return decisions;
    }
    for _ in 0..1 + random.below(3) {
        let made = random.pick(courses);
        let course = CourseRef { code: made.code.clone(), name: made.name.clone() };
        let category = random.pick(categories).clone();
        let fact = match random.below(12) {
            0..=2 => Fact::CrossDomain { course, doubt: CrossDomainDoubt::CommonCourse },
            3 => Fact::Recognised { course, taken: Some("K0".to_owned()) },
            4 => Fact::Category { course, category },
            5 => Fact::GeneralMinimum { category },
            7..=9 => Fact::Counts { course },
            10 if !records.is_empty() => {
                let taken = random.pick(records);
                Fact::Accepted { course: CourseRef { code: taken.code.clone(), name: taken.name.clone() }, category }
            }
            6 => Fact::NotOfDepartment { department: "甲系".to_owned() },
            _ => Fact::Outside { course },
        };
        let program = (!fact.is_global()).then(|| "P".to_owned());
        if !decisions.iter().any(|decision| decision.fact == fact) {
            decisions.push(Decision {
                program,
                fact,
                holds: random.percent(60),
                by: None,
                date: None,
                note: String::new(),
            });
        }
    }
    decisions
}
