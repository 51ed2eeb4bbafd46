//! What a restriction names must exist.

use super::{Findings, Names};
use crate::catalog::document::{Edition, Program};
use crate::catalog::parse::nearest;
use crate::catalog::problem::ProblemKind;
use crate::rules::{Kind, Restriction};

pub(super) fn check(
    restriction: &Restriction,
    program: &Program,
    edition: &Edition,
    path: &str,
    names: &Names,
    found: &mut Findings,
) {
    let rule = restriction.kind.rule();
    // A course that is accepted in place of a listed one need not be listed itself.
    let elsewhere: &[String] = match &restriction.kind {
        Kind::EquivalentCourses(rule) => &rule.from,
        _ => &[],
    };
    for code in rule.codes() {
        if !names.courses.contains_key(code) {
            found.add_word(path, code, names.unknown_course(code, None));
        } else if !elsewhere.iter().any(|known| known == code)
            && !program.listings().any(|(_, listing)| listing.code.as_deref() == Some(code))
        {
            found.add_word(path, code, ProblemKind::NotInProgram { code: code.to_owned() });
        }
    }
    for category in rule.categories() {
        if program.category(category).is_none() {
            let suggestion = nearest(category, program.categories.iter().map(|known| known.name.as_str()));
            let kind = ProblemKind::UnknownCategory { name: category.to_owned(), suggestion };
            found.add_word(path, category, kind);
        }
    }
    for department in rule.departments() {
        if !names.departments.contains(department) {
            found.add_word(path, department, names.unknown_department(department));
        }
    }
    if let Some(doubt) = &restriction.doubt {
        let path = format!("{path}.doubt");
        found.text(&format!("{path}.id"), &doubt.id);
        found.text(&format!("{path}.text.zh"), &doubt.text.zh);
        found.text(&format!("{path}.text.en"), &doubt.text.en);
        if !restriction.kind.can_be_doubted() {
            found.add(&path, ProblemKind::NothingToDoubt { kind: restriction.kind.name() });
        }
    }
    match &restriction.kind {
        Kind::CategoryMinimumInDoubt(rule) => {
            found.text(&format!("{path}.id"), &rule.id);
            found.text(&format!("{path}.text.zh"), &rule.text.zh);
            found.text(&format!("{path}.text.en"), &rule.text.en);
        }
        Kind::CollegeMustTake(rule) if !names.colleges.contains(rule.college.as_str()) => {
            found.add(&format!("{path}.college"), names.unknown_college(&rule.college));
        }
        Kind::MutuallyExclusiveWith(rule) if !edition.programs.iter().any(|other| other.code == rule.program) => {
            let suggestion = nearest(&rule.program, edition.programs.iter().map(|other| other.code.as_str()));
            let kind = ProblemKind::UnknownProgram { code: rule.program.clone(), suggestion };
            found.add(&format!("{path}.program"), kind);
        }
        Kind::Confirm(rule) => {
            found.text(&format!("{path}.id"), &rule.id);
            found.text(&format!("{path}.text.zh"), &rule.text.zh);
            found.text(&format!("{path}.text.en"), &rule.text.en);
        }
        Kind::Notice(rule) => {
            found.text(&format!("{path}.text.zh"), &rule.text.zh);
            found.text(&format!("{path}.text.en"), &rule.text.en);
        }
        _ => {}
    }
}
