//! The review sheet in words, as it is drawn: of a student's own data, or of one of many students.

use serde::{Deserialize, Serialize};

use super::{Sheet, answered, cross, group, have, more_facts, ungraded};
use crate::audit::{Decision, Fact, Profile, ProgramAudit, Progress};
use crate::catalog::document::{Edition, Program};
use crate::credits::Credits;
use crate::day::is_old;
use crate::i18n::{self, Lang, desk, halves, names, units};
use crate::regulation::BASIC;
use crate::sheet::{self, SheetRow};
use crate::transcript::{Grade, Record};

/// So many facts fit beside the largest list of courses.
const FACTS: usize = 6;
/// With more lines than this the paper is set in smaller type.
const FULL: usize = 18;

/// What a sheet is of.
pub struct Of<'a> {
    /// The language of the words.
    pub lang: Lang,
    /// The day that is printed, `2026-11-30`.
    pub today: &'a str,
    /// The edition of the program.
    pub edition: &'a Edition,
    /// The program.
    pub program: &'a Program,
    /// Who the student is.
    pub profile: &'a Profile,
}

/// What is audited for it.
pub struct Audited<'a> {
    /// The student's records.
    pub records: &'a [Record],
    /// What offices said.
    pub decisions: &'a [Decision],
    /// The audit of these records.
    pub audit: &'a ProgramAudit,
    /// The same once all of them are passed.
    pub passed: &'a ProgramAudit,
    /// How many parts a course has, by code and name; 1 where nothing says more.
    pub parts: &'a dyn Fn(Option<&str>, &str) -> u8,
}

/// The head of the paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// The program's name.
    pub name: String,
    /// Its code, college, department and edition.
    pub about: String,
    /// The student's group.
    pub group: String,
    /// The student's entry year.
    pub entry: String,
    /// The day.
    pub date: String,
}

/// The body of the paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Paper {
    /// The courses by category, then those to be recognised.
    pub parts: Vec<Part>,
    /// Credits of all that counts, and what is asked.
    pub total: String,
    /// Whether it has to be said that 基礎 is not cross-domain.
    pub basic: bool,
    /// The certificate's answer: see [`desk::letter`].
    pub certificate: char,
    /// The requirement's, likewise.
    pub requirement: char,
    /// The conditions of both.
    pub conditions: Vec<Condition>,
    /// What is to be confirmed.
    pub facts: Vec<String>,
    /// That there are more facts than fit.
    pub more: Option<String>,
    /// Whether it is set in smaller type.
    pub full: bool,
}

/// The courses of one category.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Its name with courses and credits.
    pub title: String,
    /// Its courses.
    pub rows: Vec<Row>,
}

/// A course.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its code, as recorded.
    pub code: Option<String>,
    /// Its name, as recorded.
    pub name: String,
    /// What stands behind the name.
    pub more: String,
    /// Credits that count.
    pub credits: Credits,
    /// The semester.
    pub term: String,
    /// The grade.
    pub grade: String,
    /// Whether it is cross-domain.
    pub cross: String,
}

/// A condition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// What it asks of.
    pub text: String,
    /// How much.
    pub need: String,
    /// How much there is.
    pub have: String,
    /// Whether that is enough.
    pub done: bool,
}

/// The head.
pub fn head(of: &Of) -> Head {
    let Of { lang, today, edition, program, profile } = *of;
    let about = [
        program.code.clone(),
        format!("{} · {}", units::college(lang, &program.college), names::unit_listed(lang, &program.department)),
        format!("{} {}", Sheet::of(lang).edition, edition.id),
        i18n::edition::as_of(lang, &edition.standard_as_of, is_old(&edition.standard_as_of, today)),
    ];
    Head {
        name: program.name.clone(),
        about: about.join(" · "),
        group: profile.group.as_ref().map(|group| names::unit_listed(lang, group)).unwrap_or_default(),
        entry: profile.entry.map(|year| year.to_string()).unwrap_or_default(),
        date: today.to_owned(),
    }
}

/// The body.
pub fn paper(of: &Of, audited: &Audited) -> Paper {
    let Of { lang, program, profile, .. } = *of;
    let Audited { records, audit, passed, .. } = *audited;
    let words = Sheet::of(lang);
    let asked = profile.degree.has_curricula();
    let made = sheet::sheet(program, audit, passed, records, profile.pass_mark());
    let row = |row: &SheetRow| self::row(of, audited, row);
    let mut parts: Vec<Part> = made
        .groups
        .iter()
        .map(|one| Part {
            title: group(lang, one.category.as_deref(), one.rows.len(), one.credits),
            rows: one.rows.iter().filter_map(row).collect(),
        })
        .collect();
    if !made.to_confirm.is_empty() {
        let rows = made.to_confirm.iter().filter_map(row).collect();
        parts.push(Part { title: words.to_confirm.to_owned(), rows });
    }
    let basic = made.groups.iter().any(|group| group.category.as_deref() == Some(BASIC));
    let listed: usize = made.groups.iter().map(|group| group.rows.len() + 1).sum();
    let facts = audit.decided.len() + made.facts.len();
    // A fact may take two lines.
    let lines = listed + made.to_confirm.len() + made.conditions.len() + 2 * facts.min(FACTS);
    let (certificate, requirement) =
        (desk::letter(&audit.certificate.answer), desk::letter(&audit.cross_domain.answer));
    Paper {
        parts,
        total: format!(
            "{} · {} {}",
            units::credits(lang, made.credits),
            words.need,
            units::credits(lang, program.min_credits)
        ),
        basic: basic && asked,
        certificate,
        requirement,
        conditions: made.conditions.iter().map(|one| condition(lang, one)).collect(),
        facts: self::facts(of, audited, &made.facts),
        more: facts.checked_sub(FACTS + 1).map(|n| more_facts(lang, n + 1)),
        full: lines > FULL,
    }
}

fn row(of: &Of, audited: &Audited, row: &SheetRow) -> Option<Row> {
    let lang = of.lang;
    let record = audited.records.get(row.record)?;
    let mut more = String::new();
    if !record.stage.is_only() {
        more.push_str(&halves::half(lang, record.stage, (audited.parts)(record.code.as_deref(), &record.name)));
    }
    if let Some(name) = &row.listed_as {
        more.push_str(&format!("（{} {name}）", Sheet::of(lang).listed_as));
    }
    Some(Row {
        code: record.code.clone(),
        name: record.name.clone(),
        more,
        credits: row.credits,
        term: record.term.map(|term| term.to_string()).unwrap_or_default(),
        grade: match record.grade {
            Grade::None => ungraded(lang, row.view).to_owned(),
            grade => grade.to_string(),
        },
        cross: cross(lang, row.standing.as_ref(), of.profile.degree.has_curricula()).to_owned(),
    })
}

fn condition(lang: Lang, one: &Progress) -> Condition {
    Condition {
        text: i18n::audit::condition_subject(lang, &one.condition),
        need: i18n::audit::amount(lang, one.condition.need),
        have: have(lang, one),
        done: one.passed.number() >= one.condition.need.number(),
    }
}

/// What the reviewing units have to say. What the student answered comes first: the result stands on it, and nobody else
/// has confirmed it.
fn facts(of: &Of, audited: &Audited, open: &[Fact]) -> Vec<String> {
    let Of { lang, program, .. } = *of;
    let noted = |fact: &Fact| {
        let decision = audited.decisions.iter().find(|decision| decision.answers(&program.code, fact))?;
        Some(answered(lang, decision.holds, &decision.note))
    };
    let told = |fact: &Fact| format!("{}{}", i18n::audit::fact(lang, fact, program), noted(fact).unwrap_or_default());
    audited.audit.decided.iter().chain(open).take(FACTS).map(told).collect()
}
