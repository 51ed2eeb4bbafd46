//! Writes the two questions about a program: its credits and category minimums, then its restrictions.

use super::super::condition::{Amount, ConditionSource, Of};
use super::super::fact::{Decision, Fact};
use super::super::possible::{AnyOf, Possible};
use super::super::student::{Standing, Student};
use super::super::verdict::Closed;
use super::{Demand, Draft, Question, Scope, Terms};
use crate::catalog::document::Program;
use crate::catalog::{Catalog, CourseId};
use crate::regulation;
use crate::rules::{Purpose, Rule};
use crate::sorting;

/// Both questions of a program.
pub struct Questions {
    pub certificate: Question,
    pub requirement: Question,
}

/// Writes both questions: the program's credits and category minimums, then its restrictions.
pub fn questions<'a>(
    catalog: &'a Catalog,
    program: &'a Program,
    student: &'a Student<'a>,
    standing: &dyn Fn(CourseId) -> Standing,
    decisions: &'a [Decision],
) -> Questions {
    let terms = Terms { code: &program.code, min_credits: program.min_credits, categories: &program.categories };
    let mut draft = Draft::new(catalog, terms, program.listings(), student, standing, decisions);
    narrow(&mut draft, program, Purpose::Certificate);
    let mut wider = draft.clone();
    ask_program(&mut draft);
    demand(&mut draft, program, Purpose::Certificate);
    draft.take_accepted();
    relax(&mut draft, program, Purpose::Certificate);

    // The requirement asks everything that the certificate asks, and more; restrictions of its own may narrow first.
    narrow(&mut wider, program, Purpose::CrossDomainRequirement);
    ask_program(&mut wider);
    demand(&mut wider, program, Purpose::Certificate);
    demand(&mut wider, program, Purpose::CrossDomainRequirement);
    wider.take_accepted();
    ask_requirement(&mut wider, program);
    relax(&mut wider, program, Purpose::Certificate);
    relax(&mut wider, program, Purpose::CrossDomainRequirement);
    let applies = student.profile.requirement_applies();
    Questions { certificate: close(draft, Some(true)), requirement: close(wider, applies) }
}

fn ask_program(draft: &mut Draft<'_>) {
    let scope = Scope { index: None, unless: AnyOf::NEVER };
    let credits = Amount::Credits(draft.program.min_credits);
    draft.at_least(credits, &scope).from(ConditionSource::ProgramCredits).counting_all();
    for category in draft.program.categories {
        let need = category.min_courses.unwrap_or(regulation::CATEGORY_MINIMUM);
        let source = match category.min_courses {
            Some(_) => ConditionSource::CategoryMinimum,
            None => ConditionSource::GeneralMinimum,
        };
        if need > 0 {
            let within = std::slice::from_ref(&category.name);
            draft.at_least(Amount::Courses(need), &scope).within(within).from(source).counting_all();
        }
        if category.min_courses.is_none() {
            draft.confirm(Fact::GeneralMinimum { category: category.name.clone() }, &scope);
        }
    }
}

fn ask_requirement(draft: &mut Draft<'_>, program: &Program) {
    let scope = Scope { index: None, unless: AnyOf::NEVER };
    if program.own_department_only {
        let own = program.department.clone();
        if let Some(scope) = draft.for_department(&own, &scope) {
            draft.close(Closed::OwnProgram, scope.unless);
        }
    }
    draft.at_least(Amount::Credits(regulation::CROSS_DOMAIN_CREDITS), &scope).counting_cross_domain();
    if draft.student.profile.requirement_applies().is_none() {
        draft.confirm(Fact::EntryYear, &scope);
    }
}

/// The restrictions of a question that may concern the student.
fn scopes<'p>(draft: &mut Draft<'_>, program: &'p Program, purpose: Purpose) -> Vec<(&'p dyn Rule, Scope)> {
    let mut found = Vec::new();
    for (at, restriction) in program.restrictions.iter().enumerate() {
        if restriction.purpose != purpose {
            continue;
        }
        let unless = match (restriction.entry, draft.student.profile.entry) {
            (None, _) => AnyOf::NEVER,
            (Some(years), Some(entry)) if years.contains(entry) => AnyOf::NEVER,
            (Some(_), Some(_)) => continue,
            (Some(_), None) => match draft.ask(Fact::EntryYear) {
                Possible::Yes => continue,
                freed => freed.clauses().first().copied().unwrap_or_default(),
            },
        };
        let mut scope = Scope { index: u16::try_from(at).ok(), unless };
        if let Some(doubt) = &restriction.doubt {
            match draft.unless(Fact::Confirmed { id: doubt.id.clone() }, &scope) {
                Some(doubtful) => scope = doubtful,
                None => continue,
            }
        }
        found.push((restriction.kind.rule(), scope));
    }
    found
}

fn narrow(draft: &mut Draft<'_>, program: &Program, purpose: Purpose) {
    for (rule, scope) in scopes(draft, program, purpose) {
        rule.narrow(draft, &scope);
    }
}

fn demand(draft: &mut Draft<'_>, program: &Program, purpose: Purpose) {
    for (rule, scope) in scopes(draft, program, purpose) {
        rule.demand(draft, &scope);
    }
}

fn relax(draft: &mut Draft<'_>, program: &Program, purpose: Purpose) {
    for (rule, scope) in scopes(draft, program, purpose) {
        rule.relax(draft, &scope);
    }
}

fn close(draft: Draft<'_>, applies: Option<bool>) -> Question {
    let mut question = Question { applies, ..draft.question };
    let listings = question.slots.iter().map(|slot| slot.listing.index() + 1).max().unwrap_or(0);
    question.slots_of = vec![0..0; listings];
    for (at, slot) in question.slots.iter().enumerate() {
        if let Some(range) = question.slots_of.get_mut(slot.listing.index()) {
            *range = if range.start == range.end { at..at + 1 } else { range.start..at + 1 };
        }
    }
    for (why, unless) in draft.closed {
        if unless.is_never() {
            question.closed.push(why);
        } else {
            question.confirms.push(unless);
        }
    }
    sorting::sort(&mut question.confirms);
    question.confirms.dedup();
    let mut demands: Vec<Demand> = Vec::with_capacity(question.demands.len());
    for demand in std::mem::take(&mut question.demands) {
        // A program that asks the same as the requirement asks it once.
        let same = |known: &Demand| {
            known.condition.need == demand.condition.need
                && known.condition.of == Of::CrossDomain
                && demand.condition.of == Of::CrossDomain
                && known.gain == demand.gain
                && known.unless == demand.unless
        };
        if !demands.iter().any(same) {
            demands.push(demand);
        }
    }
    question.demands = demands;
    question
}
