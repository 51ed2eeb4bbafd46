//! Which records meet which listed courses: by code, and by name where no code settles it.
//!
//! The rules: the same code counts; the same name under another code is to be confirmed;
//! a record without code that bears the listed name is taken for the listed course.

use super::super::at::{CategoryAt, ListingAt};
use super::super::condition::{Amount, Of};
use super::super::fact::{CourseRef, CrossDomainDoubt, Fact};
use super::super::facts::FactTable;
use super::super::possible::Possible;
use super::super::question::{Listed, Question, Slot};
use super::super::student::Standing;
use super::super::verdict::View;
use super::{At, Choice, Entry, Hit, Via};
use crate::credits::Credits;
use crate::regulation;
use crate::transcript::{Record, Stage};

/// Looks up a record's own course, independently of the program's list.
pub struct Own<'q> {
    /// Its cross-domain standing.
    pub standing: &'q dyn Fn(&Record) -> Standing,
    /// The same by its own code and name alone, whatever is listed.
    pub by_itself: &'q dyn Fn(&Record) -> Standing,
}

/// The entry of one record with all the listings it met. `None` where it cannot count at all.
pub fn entry(
    question: &Question,
    list: &[Option<Listed>],
    facts: &mut FactTable<'_>,
    record: &Record,
    hits: &[Hit],
    view: View,
    own: &Own<'_>,
) -> Option<Entry> {
    let stage = match record.stage {
        Stage::Whole => 0,
        Stage::Only => 1,
        Stage::Part(n) => n,
    };
    let mut options: Vec<Choice> = Vec::new();
    let mut by_itself: Option<Standing> = None;
    for hit in hits {
        let at = match hit.at {
            At::Listing(at) => at,
            At::Category(category) => {
                options.extend(unlisted(question, facts, record, category, own));
                continue;
            }
        };
        let Some(listed) = at.of(list).and_then(Option::as_ref) else { continue };
        let recognised = match hit.via {
            Via::Code | Via::Unlisted | Via::Anything => Possible::Yes,
            Via::NameOnly if one_meaning(question, list, facts, hits, record, stage) => Possible::Yes,
            Via::NameOnly | Via::OtherCode => {
                facts.ask(Fact::Recognised { course: listed.course.as_ref().clone(), taken: record.code.clone() })
            }
        };
        let first = options.len();
        options.extend(as_listed(question, list, facts, at, record, stage));
        // What was taken under another code or name must not be the own department's either.
        let differs = listed.course.code != record.code || listed.course.name != record.name;
        let may_own = match differs.then(|| by_itself.get_or_insert_with(|| (own.by_itself)(record))) {
            Some(Standing::Own { .. }) => Some(Possible::No),
            Some(Standing::Doubt(doubt)) => taken_in_doubt(facts, listed, record, doubt),
            _ => None,
        };
        for choice in options.iter_mut().skip(first) {
            choice.usable = choice.usable.and(recognised);
            if let Some(allowed) = may_own {
                taken_may_be_own(question, choice, allowed);
            }
        }
    }
    if record.code.is_none() && hits.len() > 1 {
        options.extend(in_any_case(question, list, facts, hits, record, (stage, view)));
    }
    options.dedup_by(|a, b| {
        (a.name, a.category, a.credits, &a.claimed, &a.usable) == (b.name, b.category, b.credits, &b.claimed, &b.usable)
            && a.gain == b.gain
            && a.uses == b.uses
    });
    let code_not_given = record.code.is_none();
    let record = Some(hits.first().filter(|_| !options.is_empty())?.record);
    Some(Entry { record, view, stage, options, code_not_given, printed: None })
}

/// Whether a course that was taken for a listed one under another code is none of the own department's. `None` where
/// nothing is asked of it that is not asked of the listed course.
fn taken_in_doubt(
    facts: &mut FactTable<'_>,
    listed: &Listed,
    record: &Record,
    doubt: &CrossDomainDoubt,
) -> Option<Possible> {
    let of_listed = matches!(&listed.standing, Standing::Doubt(known) if known == doubt);
    let asked = record.code.is_some() && record.code != listed.course.code && !of_listed;
    let course = CourseRef { code: record.code.clone(), name: record.name.clone() };
    asked.then(|| facts.ask(Fact::CrossDomain { course, doubt: doubt.clone() }))
}

/// Takes from a way to count what a course of the own department may not do: it does so only as `allowed` says.
fn taken_may_be_own(question: &Question, choice: &mut Choice, allowed: Possible) {
    let slot = choice
        .listing
        .and_then(|at| at.of(&question.slots_of))
        .and_then(|range| question.slots.get(range.clone())?.iter().find(|slot| slot.category == choice.category));
    let Some(slot) = slot else { return };
    if allowed != Possible::Yes {
        let allowed = allowed.clauses().first().copied().unwrap_or_default();
        choice.usable = choice.usable.and(slot.if_own_taken.or(allowed));
    }
    if !slot.cross_domain_decided {
        for (gain, demand) in choice.gain.iter_mut().zip(&question.demands) {
            if demand.condition.of == Of::CrossDomain {
                *gain = gain.and(allowed);
            }
        }
    }
}

/// The ways in which a record counts as a listed course.
///
/// A record with other credits than the list: for certain the smaller number counts; its own, if that is confirmed.
fn as_listed(
    question: &Question,
    list: &[Option<Listed>],
    facts: &mut FactTable<'_>,
    listing: ListingAt,
    record: &Record,
    stage: u8,
) -> Vec<Choice> {
    let listed = listing.of(list).and_then(Option::as_ref);
    let stages = if record.stage == Stage::Whole { listed.map_or(1, |listed| listed.stages) } else { 1 };
    let mut choices = choices(question, listing, stage);
    for choice in &mut choices {
        let stated: Credits = (0..stages).map(|_| choice.credits).sum();
        choice.credits = stated;
        let Some(own) = record.credits else { continue };
        choice.credits = if stated == Credits::ZERO { own } else { own.min(stated) };
        if own > choice.credits
            && let Some(listed) = listed
        {
            let fact = Fact::Credits { course: listed.course.as_ref().clone(), taken: own };
            choice.claimed = Some((own, facts.ask(fact)));
        }
    }
    choices
}

/// A name alone may stand for several listed courses; it is no doubt while they all count alike, at best and at worst.
fn one_meaning(
    question: &Question,
    list: &[Option<Listed>],
    facts: &mut FactTable<'_>,
    hits: &[Hit],
    record: &Record,
    stage: u8,
) -> bool {
    let how = |possible: &Possible| std::mem::discriminant(possible);
    let alike = |a: &Choice, b: &Choice| {
        (a.category, a.credits, how(&a.usable), &a.uses) == (b.category, b.credits, how(&b.usable), &b.uses)
            && a.gain.iter().zip(&b.gain).all(|(a, b)| how(a) == how(b))
    };
    let mut meanings =
        hits.iter().filter_map(Hit::listing).map(|at| as_listed(question, list, facts, at, record, stage));
    let Some(first) = meanings.next().filter(|_| hits.len() > 1) else { return true };
    meanings.all(|other| other.len() == first.len() && other.iter().zip(&first).all(|(a, b)| alike(a, b)))
}

/// What a record without code counts for whichever of the listed courses of its name it is: the least credits, and what
/// all of them count toward. `None` where one of them is in doubt by itself, or where all count alike.
fn in_any_case(
    question: &Question,
    list: &[Option<Listed>],
    facts: &mut FactTable<'_>,
    hits: &[Hit],
    record: &Record,
    (stage, view): (u8, View),
) -> Option<Choice> {
    // Whether it came after what has to be passed before it is seen later.
    let before = |choice: &Choice| question.prerequisites.iter().any(|before| choice.category == Some(before.category));
    if hits.iter().any(|hit| hit.via != Via::NameOnly) || one_meaning(question, list, facts, hits, record, stage) {
        return None;
    }
    let mut meanings = Vec::new();
    for at in hits.iter().filter_map(Hit::listing) {
        let listed = as_listed(question, list, facts, at, record, stage);
        // Of a course whose category is open, the way in which it fills none is certain.
        let certain = |choice: &Choice| choice.usable == Possible::Yes && (view == View::Planned || !before(choice));
        meanings.push(listed.into_iter().find(certain)?);
    }
    let mut meanings = meanings.into_iter();
    let mut least = meanings.next()?;
    for other in meanings {
        least.credits = least.credits.min(other.credits);
        least.category = least.category.filter(|category| other.category == Some(*category));
        for (gain, toward) in least.gain.iter_mut().zip(other.gain) {
            *gain = gain.and(toward);
        }
        least.uses.iter_mut().zip(other.uses).for_each(|(uses, more)| *uses |= more);
    }
    least.claimed = None;
    least.gain.iter_mut().filter(|gain| **gain != Possible::Yes).for_each(|gain| *gain = Possible::No);
    Some(least)
}

/// The ways in which one stage of a listed course would count if it were taken.
pub fn choices(question: &Question, listing: ListingAt, stage: u8) -> Vec<Choice> {
    let range = listing.of(&question.slots_of).cloned().unwrap_or(0..0);
    let slots = question.slots.iter().enumerate().take(range.end).skip(range.start);
    slots.map(|(at, slot)| choice(question, at, slot, stage)).collect()
}

fn choice(question: &Question, at: usize, slot: &Slot, stage: u8) -> Choice {
    let gain = question
        .demands
        .iter()
        .map(|demand| {
            let here = match &demand.stage {
                Some((wanted, otherwise)) if stage != *wanted && stage != 0 => otherwise.get(at),
                _ => demand.gain.get(at),
            };
            here.copied().unwrap_or(Possible::No)
        })
        .collect();
    let uses = question.limits.iter().map(|limit| limit.uses.get(at) == Some(&true)).collect();
    let credits = slot.credits.unwrap_or_default();
    let (listing, name, category, usable) = (Some(slot.listing), Some(slot.name), slot.category, slot.usable);
    Choice { listing, name, category, credits, claimed: None, usable, gain, uses }
}

/// An unlisted record in a category that takes more than its list.
fn unlisted(
    question: &Question,
    facts: &mut FactTable<'_>,
    record: &Record,
    category: CategoryAt,
    own: &Own<'_>,
) -> Option<Choice> {
    let open = facts.open_category(category)?;
    let name = open.name.clone();
    let course = CourseRef { code: record.code.clone(), name: record.name.clone() };
    let told = open.accepts(record);
    let accepted = told.unwrap_or(&course).clone();
    let usable = facts.ask(Fact::Accepted { course: accepted, category: name.clone() });
    let mut gain = Vec::with_capacity(question.demands.len());
    for demand in &question.demands {
        let categories = &demand.condition.categories;
        let within = categories.is_empty() || categories.contains(&name);
        gain.push(match &demand.condition.of {
            Of::Any | Of::InPerson => within.into(),
            // Of the credits of one track only courses of the divided categories are asked which track they are of.
            Of::OneTrackOf(_) => (matches!(demand.condition.need, Amount::Credits(_)) && !within).into(),
            Of::CrossDomain if within && !(categories.is_empty() && name == regulation::BASIC) => {
                facts.cross_domain(&course, (own.standing)(record)).and(question.unlisted_cross_domain)
            }
            Of::OutsideDepartment if within => match &question.missing_ground {
                Some(Fact::Group) => facts.ask(Fact::Group),
                _ => facts.ask(Fact::Outside { course: course.clone() }),
            },
            _ => Possible::No,
        });
    }
    let uses = question.limits.iter().map(|limit| limit.category == Some(category)).collect();
    let credits = record.credits.unwrap_or_default();
    Some(Choice { listing: None, name: None, category: Some(category), credits, claimed: None, usable, gain, uses })
}
