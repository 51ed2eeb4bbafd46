//! The machine-readable answers of `kuayu audit`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::issues::JsonIssue;
use super::student::{Library, Student};
use crate::audit::{
    Advice, AdvisedCourse, Amount, Answer, Ask, Block, Condition, CourseRef, Decision, Fact, Hindrance, ProgramAudit,
    Verdict, View, rank,
};
use crate::catalog::document::{Edition, Program};
use crate::credits::Credits;
use crate::hash::hash_of_catalog;
use crate::i18n::Lang;
use crate::i18n::audit as words;
use crate::i18n::said;
use crate::office::batch::VERSION;

/// The whole answer.
#[derive(Serialize)]
pub(super) struct Json<'a> {
    /// The program's version.
    kuayu: &'static str,
    /// The catalog's hash, as a batch's receipt has it.
    catalog: String,
    /// The hash of the curricula of the student's entry year, likewise; none where the data have none.
    curricula: Option<String>,
    /// The hashes of the files that were read.
    files: &'a BTreeMap<String, String>,
    edition: &'a str,
    /// The day whose standards these are.
    standard_as_of: &'a str,
    /// The day whose curriculum decided cross-domain standing; none where the data have none.
    curriculum_as_of: Option<&'a str>,
    profile: &'a crate::audit::Profile,
    /// What could not be read for certain: the answers hang on it.
    issues: Vec<JsonIssue<'a>>,
    programs: Vec<JsonProgram<'a>>,
}

/// One program; `kuayu batch` writes it without the records.
#[derive(Serialize)]
pub(super) struct JsonProgram<'a> {
    code: &'a str,
    name: &'a str,
    /// Place among all programs by what is left, from 1; told only where advice is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<usize>,
    /// Programs whose certificates cannot be had besides this one's.
    exclusive_with: &'a [String],
    certificate: JsonVerdict<'a>,
    cross_domain: JsonVerdict<'a>,
    credits: JsonCredits,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted: Option<Vec<JsonCounted<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_counted: Option<Vec<JsonNotCounted<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    advice: Option<JsonAdvices<'a>>,
    /// What offices said by the student's own record, where an answer goes by it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    by_answers: Vec<String>,
}

#[derive(Serialize)]
struct JsonVerdict<'a> {
    status: &'static str,
    missing: Vec<JsonMissing<'a>>,
    depends_on: Vec<JsonFact<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reachable: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    if_view: Option<View>,
}

#[derive(Serialize)]
struct JsonMissing<'a> {
    condition: &'a Condition,
    need: Amount,
    have: Amount,
    only_jointly: bool,
    text: String,
}

#[derive(Serialize)]
struct JsonFact<'a> {
    #[serde(flatten)]
    fact: &'a Fact,
    ask: Ask,
    text: String,
}

#[derive(Serialize)]
struct JsonCredits {
    /// What the certificate asks.
    required: Credits,
    /// What counts, in the narrowest view that answers best: the sum of the three below.
    counted: Credits,
    /// Of these, from passed courses.
    passed: Credits,
    /// Of these, from courses in progress.
    in_progress: Credits,
    /// Of these, from planned courses.
    planned: Credits,
    /// Of what counts, what is cross-domain for certain.
    cross_domain: Credits,
}

#[derive(Serialize)]
struct JsonCounted<'a> {
    code: Option<&'a str>,
    name: &'a str,
    credits: Credits,
    category: Option<&'a str>,
    cross_domain: Option<bool>,
    status: View,
    code_not_given: bool,
    /// Block of the graduation credits it falls in.
    graduation: Option<Block>,
    reason: String,
}

#[derive(Serialize)]
struct JsonNotCounted<'a> {
    code: Option<&'a str>,
    name: &'a str,
    reason: String,
}

#[derive(Serialize)]
struct JsonAdvices<'a> {
    certificate: Option<JsonAdvice<'a>>,
    cross_domain: Option<JsonAdvice<'a>>,
}

/// The cheapest way; also used by `kuayu advise`.
#[derive(Serialize)]
pub(super) struct JsonAdvice<'a> {
    credits: Credits,
    courses: Vec<JsonAdvised<'a>>,
    depends_on: Vec<&'a Fact>,
    alternatives: Vec<Vec<JsonAdvised<'a>>>,
    /// Of these courses, those that may be hard to take.
    hindered: Vec<JsonHindered<'a>>,
    /// The way told first in their place, where there is one at most three credits dearer.
    #[serde(skip_serializing_if = "Option::is_none")]
    easier: Option<Box<JsonAdvice<'a>>>,
}

#[derive(Serialize)]
pub(super) struct JsonHindered<'a> {
    code: Option<&'a str>,
    name: &'a str,
    why: &'static str,
    /// The course that it continues.
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonAdvised<'a> {
    code: Option<&'a str>,
    name: &'a str,
    credits: Credits,
    category: Option<&'a str>,
    offered_terms: usize,
    online: bool,
    #[serde(skip_serializing_if = "<[u8]>::is_empty")]
    stages: &'a [u8],
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unsaid: bool,
    instead: Vec<JsonInstead<'a>>,
}

#[derive(Serialize)]
struct JsonInstead<'a> {
    #[serde(flatten)]
    course: &'a CourseRef,
    #[serde(skip_serializing_if = "<[u8]>::is_empty")]
    stages: &'a [u8],
}

impl<'a> Json<'a> {
    /// The answer for one student.
    pub fn of(
        (library, edition): (&Library, &'a Edition),
        curriculum_as_of: Option<&'a str>,
        student: &'a Student,
        audits: &'a [ProgramAudit],
        wanted: &dyn Fn(&str) -> bool,
        advice: bool,
        lang: Lang,
    ) -> Json<'a> {
        let ranks = rank(audits);
        let programs = audits.iter().zip(&edition.programs).enumerate().filter(|(_, (_, p))| wanted(&p.code));
        let programs = programs
            .map(|(at, (audit, program))| {
                let place = ranks.iter().position(|ranked| *ranked == at).map_or(0, |place| place + 1);
                JsonProgram::of(program, audit, Some(place), &student.decisions, advice, lang)
                    .with_records(program, student, audit, lang)
            })
            .collect();
        let issues = student.issues.iter().map(|(file, issue)| JsonIssue::of(issue, file, lang)).collect();
        let standard_as_of = &edition.standard_as_of;
        Json {
            kuayu: VERSION,
            catalog: hash_of_catalog(&library.catalog),
            curricula: student.profile.entry.and_then(|entry| library.curricula_hash(entry)),
            files: &student.files,
            edition: &edition.id,
            standard_as_of,
            curriculum_as_of,
            profile: &student.profile,
            issues,
            programs,
        }
    }
}

impl<'a> JsonProgram<'a> {
    /// Both answers, without saying what became of each record.
    pub fn of(
        program: &'a Program,
        audit: &'a ProgramAudit,
        rank: Option<usize>,
        decisions: &[Decision],
        advice: bool,
        lang: Lang,
    ) -> JsonProgram<'a> {
        let basic = |category: &Option<String>| category.as_deref().is_none_or(|c| c == crate::regulation::BASIC);
        let cross = |c: &&crate::audit::Counted| c.cross_domain.known() == Some(true) && !basic(&c.category);
        let of_view = |view| audit.counted.iter().filter(|c| c.view == view).map(|c| c.credits).sum();
        JsonProgram {
            code: &program.code,
            name: &program.name,
            rank,
            exclusive_with: &audit.exclusive_with,
            certificate: JsonVerdict::of(program, &audit.certificate, lang),
            cross_domain: JsonVerdict::of(program, &audit.cross_domain, lang),
            credits: JsonCredits {
                required: program.min_credits,
                counted: audit.counted.iter().map(|c| c.credits).sum(),
                passed: of_view(View::Passed),
                in_progress: of_view(View::InProgress),
                planned: of_view(View::Planned),
                cross_domain: audit.counted.iter().filter(cross).map(|c| c.credits).sum(),
            },
            counted: None,
            not_counted: None,
            advice: advice.then(|| JsonAdvices {
                certificate: audit.certificate.advice.as_ref().map(JsonAdvice::of),
                cross_domain: audit.cross_domain.advice.as_ref().map(JsonAdvice::of),
            }),
            by_answers: said::used(lang, decisions, audit, program),
        }
    }

    fn with_records(
        self,
        program: &'a Program,
        student: &'a Student,
        audit: &'a ProgramAudit,
        lang: Lang,
    ) -> JsonProgram<'a> {
        let name = |record: usize| student.records.get(record).map_or(String::new(), |r| r.name.clone());
        let counted = audit.counted.iter().map(|counted| JsonCounted {
            code: counted.course.code.as_deref(),
            name: &counted.course.name,
            credits: counted.credits,
            category: counted.category.as_deref(),
            cross_domain: counted.cross_domain.known(),
            status: counted.view,
            code_not_given: counted.code_not_given,
            graduation: counted.block,
            reason: words::standing(lang, &counted.cross_domain, student.profile.entry),
        });
        let not_counted = audit.not_counted.iter().map(|record| JsonNotCounted {
            code: record.course.code.as_deref(),
            name: &record.course.name,
            reason: words::not_counted(lang, &record.reason, program, &name),
        });
        JsonProgram { counted: Some(counted.collect()), not_counted: Some(not_counted.collect()), ..self }
    }
}

impl<'a> JsonVerdict<'a> {
    fn of(program: &'a Program, verdict: &'a Verdict, lang: Lang) -> JsonVerdict<'a> {
        let mut json = JsonVerdict {
            status: status(&verdict.answer),
            missing: Vec::new(),
            depends_on: Vec::new(),
            reason: None,
            reachable: None,
            if_view: None,
        };
        match &verdict.answer {
            Answer::NotYet { missing, reachable } => {
                json.reachable = Some(*reachable);
                json.missing = missing
                    .iter()
                    .map(|missing| JsonMissing {
                        condition: &missing.condition,
                        need: missing.condition.need,
                        have: missing.have,
                        only_jointly: missing.only_jointly,
                        text: words::missing(lang, missing),
                    })
                    .collect();
            }
            Answer::DependsOn { facts, view } => {
                json.if_view = Some(*view);
                json.depends_on = facts
                    .iter()
                    .map(|fact| JsonFact {
                        fact,
                        ask: words::who_to_ask(fact, program),
                        text: words::fact(lang, fact, program),
                    })
                    .collect();
            }
            Answer::NotOpen(closed) => json.reason = Some(words::closed(lang, closed)),
            Answer::Met | Answer::MetIfInProgress | Answer::MetIfPlanned | Answer::NotRequired => {}
        }
        json
    }
}

impl<'a> JsonAdvice<'a> {
    /// From the engine's advice.
    pub fn of(advice: &'a Advice) -> JsonAdvice<'a> {
        let courses = |courses: &'a [AdvisedCourse]| courses.iter().map(JsonAdvised::of).collect::<Vec<_>>();
        JsonAdvice {
            credits: advice.credits,
            courses: courses(&advice.courses),
            depends_on: advice.facts.iter().collect(),
            alternatives: advice.alternatives.iter().map(|set| courses(set)).collect(),
            hindered: advice.hindered.iter().map(|(course, why)| JsonHindered::of(course, why)).collect(),
            easier: advice.easier.as_deref().map(|easier| Box::new(JsonAdvice::of(easier))),
        }
    }
}

impl<'a> JsonHindered<'a> {
    pub(super) fn of(course: &'a CourseRef, why: &'a Hindrance) -> JsonHindered<'a> {
        let (why, after) = match why {
            Hindrance::NoClass => ("no_class", None),
            Hindrance::GraduatesOnly => ("graduates_only", None),
            Hindrance::OthersProject => ("others_project", None),
            Hindrance::Continues(name) => ("continues", Some(&**name)),
        };
        JsonHindered { code: course.code.as_deref(), name: &course.name, why, after }
    }
}

impl<'a> JsonAdvised<'a> {
    fn of(course: &'a AdvisedCourse) -> JsonAdvised<'a> {
        JsonAdvised {
            code: course.course.code.as_deref(),
            name: &course.course.name,
            credits: course.credits,
            category: course.category.as_deref(),
            offered_terms: course.offered,
            online: course.online,
            stages: &course.stages,
            unsaid: course.unsaid,
            instead: course
                .instead
                .iter()
                .map(|one| JsonInstead { course: &one.course, stages: &one.stages })
                .collect(),
        }
    }
}

/// The status as a word for machines.
pub(super) fn status(status: &Answer) -> &'static str {
    match status {
        Answer::Met => "met",
        Answer::MetIfInProgress => "met_if_in_progress",
        Answer::MetIfPlanned => "met_if_planned",
        Answer::NotYet { .. } => "not_yet",
        Answer::DependsOn { .. } => "depends_on",
        Answer::NotOpen(_) => "not_open",
        Answer::NotRequired => "not_required",
    }
}
