//! A program prepared for one student and one question: the draft, closed, with everything a record can meet.

use std::sync::Arc;

use super::condition::{Amount, Condition, ConditionSource, Of};
use super::draft::{Demand, Draft, Limit, OpenCategory, Prerequisite, Slot, course_ref};
use super::fact::{CourseRef, Fact};
use super::hindrance::{self, Hindrance};
use super::possible::{AnyOf, Possible};
use super::verdict::{Closed, Standing};
use super::who::Who;
use crate::catalog::document::{Listing, Program};
use crate::catalog::{Catalog, CourseId};
use crate::regulation;
use crate::rules::{Purpose, Scope};
use crate::sorting;

/// One question about one program, ready for records.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub slots: Vec<Slot>,
    pub demands: Vec<Demand>,
    pub limits: Vec<Limit>,
    /// Facts of which one each must hold whatever the records are.
    pub confirms: Vec<AnyOf>,
    pub closed: Vec<Closed>,
    pub open_categories: Vec<OpenCategory>,
    pub prerequisites: Vec<Prerequisite>,
    pub equivalents: Vec<(String, CourseId)>,
    pub facts: Vec<Fact>,
    pub decided: Vec<Fact>,
    /// For each position in the list, where its slots begin and end.
    pub slots_of: Vec<std::ops::Range<usize>>,
    /// What a student without records could take for certain.
    pub sure: Vec<(crate::catalog::NameId, Vec<super::candidates::Candidate>)>,
    /// Whether an unlisted course can count as cross-domain: such a course is of no track.
    pub unlisted_cross_domain: Possible,
    /// The fact without which nothing can be said of cross-domain standing, where one is missing.
    pub missing_ground: Option<Fact>,
    /// The student's group or entry year free them of the question, or leave that open.
    pub applies: Option<bool>,
}

/// A listed course, as results name it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Shared: advice names the same courses over and over.
    pub course: Arc<CourseRef>,
    pub id: CourseId,
    pub standing: Standing,
    pub online: bool,
    pub offered: usize,
    /// How likely it has a class within the year to come, in thousandths.
    pub likely: u16,
    /// What may keep the student from taking it, whatever the records are.
    pub hindrance: Option<Hindrance>,
    /// The normalised name of the listed course that it continues.
    pub continues: Option<Arc<str>>,
    pub stages: u8,
}

/// Both questions of a program.
pub struct Questions {
    pub certificate: Question,
    pub requirement: Question,
}

/// Writes both questions: the program's credits and category minimums, then its restrictions.
pub fn questions<'a>(
    catalog: &'a Catalog,
    program: &'a Program,
    who: &'a Who<'a>,
    standing: &dyn Fn(CourseId) -> Standing,
    decisions: &'a [super::Decision],
) -> Questions {
    let mut draft = Draft::new(catalog, program, who, standing, decisions);
    narrow(&mut draft, Purpose::Certificate);
    let mut wider = draft.clone();
    ask_program(&mut draft);
    demand(&mut draft, Purpose::Certificate);
    relax(&mut draft, Purpose::Certificate);

    // The requirement asks everything that the certificate asks, and more; restrictions of its own may narrow first.
    narrow(&mut wider, Purpose::CrossDomainRequirement);
    ask_program(&mut wider);
    demand(&mut wider, Purpose::Certificate);
    demand(&mut wider, Purpose::CrossDomainRequirement);
    ask_requirement(&mut wider);
    relax(&mut wider, Purpose::Certificate);
    relax(&mut wider, Purpose::CrossDomainRequirement);
    let applies = who.profile.requirement_applies();
    Questions { certificate: close(draft, Some(true)), requirement: close(wider, applies) }
}

fn ask_program(draft: &mut Draft<'_>) {
    let scope = Scope { index: None, unless: AnyOf::NEVER };
    let everything = vec![Possible::Yes; draft.slots.len()];
    let credits = Condition {
        need: Amount::Credits(draft.program.min_credits),
        categories: Vec::new(),
        of: Of::Any,
        source: ConditionSource::ProgramCredits,
    };
    draft.demand(credits, &scope, everything);
    for (at, category) in draft.program.categories.iter().enumerate() {
        let need = category.min_courses.unwrap_or(regulation::CATEGORY_MINIMUM);
        let source = match category.min_courses {
            Some(_) => ConditionSource::CategoryMinimum,
            None => ConditionSource::GeneralMinimum,
        };
        if need > 0 {
            let gain = draft.slots.iter().map(|slot| (slot.category == Some(at as u8)).into()).collect();
            let categories = vec![category.name.clone()];
            draft.demand(Condition { need: Amount::Courses(need), categories, of: Of::Any, source }, &scope, gain);
        }
        if category.min_courses.is_none() {
            draft.confirm(Fact::GeneralMinimum { category: category.name.clone() }, &scope);
        }
    }
}

fn ask_requirement(draft: &mut Draft<'_>) {
    let scope = Scope { index: None, unless: AnyOf::NEVER };
    if draft.program.own_department_only {
        let own = draft.program.department.clone();
        if let Some(scope) = draft.for_department(&own, &scope) {
            draft.close(Closed::OwnProgram, scope.unless);
        }
    }
    draft.demand_cross_domain(regulation::CROSS_DOMAIN_CREDITS, None, &scope);
    if draft.who.profile.requirement_applies().is_none() {
        draft.confirm(Fact::EntryYear, &scope);
    }
}

/// The restrictions of a question that may concern the student.
fn scopes<'a>(draft: &mut Draft<'a>, purpose: Purpose) -> Vec<(&'a dyn crate::rules::Rule, Scope)> {
    let mut found = Vec::new();
    for (at, restriction) in draft.program.restrictions.iter().enumerate() {
        if restriction.purpose != purpose {
            continue;
        }
        let unless = match (restriction.entry, draft.who.profile.entry) {
            (None, _) => AnyOf::NEVER,
            (Some(years), Some(entry)) if years.contains(entry) => AnyOf::NEVER,
            (Some(_), Some(_)) => continue,
            (Some(_), None) => match draft.ask(Fact::EntryYear) {
                Possible::Yes => continue,
                freed => freed.clauses().first().copied().unwrap_or_default(),
            },
        };
        let mut scope = Scope { index: Some(at as u16), unless };
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

fn narrow(draft: &mut Draft<'_>, purpose: Purpose) {
    for (rule, scope) in scopes(draft, purpose) {
        rule.narrow(draft, &scope);
    }
}

fn demand(draft: &mut Draft<'_>, purpose: Purpose) {
    for (rule, scope) in scopes(draft, purpose) {
        rule.demand(draft, &scope);
    }
}

fn relax(draft: &mut Draft<'_>, purpose: Purpose) {
    for (rule, scope) in scopes(draft, purpose) {
        rule.relax(draft, &scope);
    }
}

fn close(draft: Draft<'_>, applies: Option<bool>) -> Question {
    let listings = draft.slots.iter().map(|slot| usize::from(slot.listing) + 1).max().unwrap_or(0);
    let mut slots_of = vec![0..0; listings];
    for (at, slot) in draft.slots.iter().enumerate() {
        if let Some(range) = slots_of.get_mut(usize::from(slot.listing)) {
            *range = if range.start == range.end { at..at + 1 } else { range.start..at + 1 };
        }
    }
    let mut confirms = draft.confirms;
    let mut closed = Vec::new();
    for (why, unless) in draft.closed {
        if unless.is_never() {
            closed.push(why);
        } else {
            confirms.push(unless);
        }
    }
    sorting::sort(&mut confirms);
    confirms.dedup();
    let mut demands: Vec<Demand> = Vec::with_capacity(draft.demands.len());
    for demand in draft.demands {
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
    Question {
        slots: draft.slots,
        demands,
        limits: draft.limits,
        confirms,
        closed,
        open_categories: draft.open_categories,
        prerequisites: draft.prerequisites,
        equivalents: draft.equivalents,
        facts: draft.facts,
        decided: draft.decided,
        slots_of,
        sure: Vec::new(),
        unlisted_cross_domain: draft.unlisted_cross_domain,
        missing_ground: draft.who.missing_ground(),
        applies,
    }
}

/// The program's list, as results name it.
pub fn listed(
    catalog: &Catalog,
    program: &Program,
    who: &Who<'_>,
    standing: &dyn Fn(CourseId) -> Standing,
) -> Vec<Option<Listed>> {
    let of = |listing: &Listing| {
        let id = catalog.listed(listing)?;
        let course = catalog.course(id)?;
        let ease = catalog.ease(id)?;
        Some(Listed {
            course: Arc::new(course_ref(course)),
            id,
            standing: standing(id),
            online: listing.online,
            offered: ease.lately,
            likely: ease.likely,
            hindrance: hindrance::of_course(who, course.unit.as_deref(), ease, listing.online),
            continues: ease.continues.clone(),
            stages: course.stages.unwrap_or(1),
        })
    };
    program.listings().map(|(_, listing)| of(listing)).collect()
}
