//! Whether what has to be passed before a course was passed before it.

use std::rc::Rc;

use kuayu::audit::{CourseRef, Fact};
use kuayu::rules::Kind;
use kuayu::transcript::{Completion, Record};

use super::question::{Question, restrictions};
use super::world::{World, spelled};

/// Whether a course that asks for credits before it was taken after them. Of a record
/// without a semester that is to be confirmed, unless it is still planned.
pub fn in_order(
    world: &mut World<'_>,
    question: Question,
    record: &Record,
    category: Option<&str>,
    course: &CourseRef,
) -> bool {
    let mut asks = false;
    for restriction in restrictions(world, question) {
        if let Kind::CapstonePrerequisite(rule) = &restriction.kind {
            let entry = world.case.profile.entry;
            let stands = restriction.entry.is_none_or(|years| entry.is_some_and(|entry| years.contains(entry)));
            let settled = restriction.doubt.as_ref().map(|doubt| Fact::Confirmed { id: doubt.id.clone() });
            let stands = stands && settled.is_none_or(|fact| world.decided(&fact) == Some(false));
            asks |= stands && category == Some(&*rule.capstone);
        }
    }
    let planned = record.completion(world.case.profile.pass_mark()) == Completion::Planned;
    let shown = match record.term {
        Some(_) => asks && passed_before(world, record),
        None => planned,
    };
    !asks || shown || world.ask(Fact::TakenInOrder { course: course.clone() })
}

/// Whether the credits that the program asks before a capstone came in earlier semesters than the record. Courses are
/// known by their codes here, and count with the credits of the list.
fn passed_before(world: &mut World<'_>, record: &Record) -> bool {
    let program = world.case.program();
    let listings = world.case.listings();
    let mut all = true;
    for restriction in &program.restrictions {
        let Kind::CapstonePrerequisite(rule) = &restriction.kind else { continue };
        let mut names: Vec<(Rc<str>, u16)> = Vec::new();
        let pass_mark = world.case.profile.pass_mark();
        let rank = |record: &Record| match record.completion(pass_mark) {
            Completion::Passed => 0,
            Completion::InProgress => 1,
            Completion::Planned | Completion::NotPassed => 2,
        };
        let before = |other: &&Record| match other.term {
            Some(_) => other.term < record.term && other.completion(pass_mark) != Completion::NotPassed,
            None => rank(other) < rank(record),
        };
        for other in world.case.records.iter().filter(before) {
            let here = listings.iter().find(|(category, listing)| {
                listing.code.is_some()
                    && listing.code == other.code
                    && category.is_some_and(|category| rule.categories.iter().any(|name| name == category))
            });
            let Some((_, listing)) = here else { continue };
            let credits = world.case.course(listing).credits.unwrap_or_default().tenths();
            if !names.iter().any(|(known, _)| *known == spelled(&listing.name)) {
                names.push((spelled(&listing.name), credits));
            }
        }
        all &= names.iter().map(|(_, credits)| credits).sum::<u16>() >= rule.credits.tenths();
    }
    all
}
