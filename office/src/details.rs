//! A student in full, for the page: both answers of each program with reasons, and the courses that count.

use kuayu::audit::{ProgramAudit, Verdict};
use kuayu::catalog::document::{Edition, Program};
use kuayu::credits::Credits;
use kuayu::i18n::{self, Lang, badge};
use kuayu::office::batch::{Judged, Library};
use kuayu::office::roster::RosterRow;
use kuayu::saved::{Document, backup};
use kuayu::transcript::Grade;
use serde::Serialize;

use crate::answer::Told;

/// A student in full.
#[derive(Debug, Serialize)]
pub struct Details {
    /// Student number.
    pub student: String,
    /// The group, as judged.
    pub group: Option<String>,
    /// The entry year, as judged.
    pub entry: Option<u16>,
    /// As of when the student's curriculum is true.
    pub curriculum_as_of: Option<String>,
    /// What has to be looked at.
    pub remarks: Vec<Told>,
    /// The programs, in the order of the edition; none where the student was not judged.
    pub programs: Vec<OfProgram>,
    /// The student's data as a backup file has them, for the app to show; none where not judged.
    pub document: Option<String>,
}

/// A student's answers of one program.
#[derive(Debug, Serialize)]
pub struct OfProgram {
    code: String,
    name: String,
    certificate: OfQuestion,
    requirement: OfQuestion,
    counted: Vec<Course>,
    /// Credits that count, and credits that are asked.
    credits: Credits,
    required: Credits,
}

/// One answer.
#[derive(Debug, Serialize)]
struct OfQuestion {
    letter: char,
    status: &'static str,
    /// What is missing, or what is to be confirmed and with whom.
    reasons: Vec<String>,
}

/// A course that counts.
#[derive(Debug, Serialize)]
struct Course {
    category: Option<String>,
    code: Option<String>,
    name: String,
    term: String,
    credits: Credits,
    grade: String,
    /// Whether it is cross-domain, in a word.
    cross_domain: &'static str,
}

/// Tells a student in full.
pub fn details(
    library: &dyn Library,
    edition: &Edition,
    row: &RosterRow,
    judged: Option<&Judged>,
    remarks: Vec<Told>,
    wanted: &dyn Fn(&str) -> bool,
) -> Details {
    let lang = library.lang();
    let profile = judged.map_or(&row.profile, |judged| &judged.profile);
    let mut details = Details {
        student: row.student.clone(),
        group: profile.group.clone(),
        entry: profile.entry,
        curriculum_as_of: judged.and_then(|judged| judged.curriculum_as_of.clone()),
        remarks,
        programs: Vec::new(),
        document: None,
    };
    if let Some(judged) = judged {
        let programs = edition.programs.iter().zip(&judged.audits).filter(|(program, _)| wanted(&program.code));
        details.programs = programs.map(|(program, audit)| of_program(lang, judged, program, audit)).collect();
        let document = Document {
            profile: judged.profile.clone(),
            records: judged.records.clone(),
            decisions: judged.decisions.clone(),
            ..Document::default()
        };
        details.document = Some(backup::write(&document));
    }
    details
}

fn of_program(lang: Lang, judged: &Judged, program: &Program, audit: &ProgramAudit) -> OfProgram {
    let question = |verdict: &Verdict| OfQuestion {
        letter: i18n::desk::letter(&verdict.answer),
        status: badge::status(lang, &verdict.answer),
        reasons: i18n::audit::reasons(lang, program, verdict),
    };
    let counted = audit.counted.iter().map(|one| {
        let record = judged.records.get(one.record);
        let grade = record.map(|record| &record.grade).filter(|grade| **grade != Grade::None);
        Course {
            category: one.category.clone(),
            code: one.course.code.clone(),
            name: one.course.name.clone(),
            term: record.and_then(|record| record.term).map(|term| term.to_string()).unwrap_or_default(),
            credits: one.credits,
            grade: grade.map_or_else(|| i18n::sheet::ungraded(lang, one.view).to_owned(), Grade::to_string),
            cross_domain: badge::standing(lang, &one.cross_domain),
        }
    });
    OfProgram {
        code: program.code.clone(),
        name: program.name.clone(),
        certificate: question(&audit.certificate),
        requirement: question(&audit.cross_domain),
        credits: audit.counted.iter().map(|one| one.credits).sum(),
        counted: counted.collect(),
        required: program.min_credits,
    }
}
