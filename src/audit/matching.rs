//! Which records meet which listed courses: by code, and by name where no code settles it.
//!
//! Rules (see `domain` in ARCHITECTURE.md): the same code counts; the same name under another code is to be confirmed;
//! a record without code that bears the listed name is taken for the listed course.

use super::condition::Of;
use super::draft::Slot;
use super::fact::{CourseRef, Fact};
use super::possible::{FactId, Possible};
use super::program::{Listed, Question};
use super::verdict::{Standing, View};
use crate::credits::Credits;
use crate::transcript::{Record, Stage};

/// A record that meets a program's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Position in the program's list.
    pub listing: u16,
    /// Position of the record.
    pub record: usize,
    /// How they met.
    pub via: Via,
}

/// How a record met a listed course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Via {
    /// Same code, or a code the program recognises for it.
    Code,
    /// The record has no code; the name is the same.
    NameOnly,
    /// Same name under another code.
    OtherCode,
    /// Not listed; the category may take it.
    Unlisted,
}

/// A record as a candidate of a program.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Position of the record.
    pub record: usize,
    /// From which view on it counts.
    pub view: View,
    /// Credits, in tenths.
    pub credits: u16,
    /// Stage: 0 for all at once, otherwise its number.
    pub stage: u8,
    /// Ways in which it may count.
    pub options: Vec<Choice>,
    /// The record has no code.
    pub code_not_given: bool,
}

/// One way in which a record may count.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Position in the program's list; `None` for an unlisted course.
    pub listing: Option<u16>,
    /// Category it fills.
    pub category: Option<u8>,
    /// Whether it counts in this way.
    pub usable: Possible,
    /// For each demand, whether it counts toward it.
    pub gain: Vec<Possible>,
    /// For each limit, whether it uses it up.
    pub uses: Vec<bool>,
}

/// Facts of the question, and those that only records raise.
pub struct FactTable<'q> {
    question: &'q Question,
    more: Vec<Fact>,
    /// Settles a fact by the student's decision.
    decide: &'q dyn Fn(&Fact) -> Option<bool>,
    /// Decisions that records made use of.
    pub decided: Vec<Fact>,
}

impl<'q> FactTable<'q> {
    /// The question's facts.
    pub fn new(question: &'q Question, decide: &'q dyn Fn(&Fact) -> Option<bool>) -> FactTable<'q> {
        FactTable { question, more: Vec::new(), decide, decided: Vec::new() }
    }

    fn ask(&mut self, fact: Fact) -> Possible {
        if let Some(holds) = (self.decide)(&fact) {
            self.decided.push(fact);
            return Possible::from(holds);
        }
        let known = self.question.facts.len();
        let at = self.more.iter().position(|other| *other == fact).unwrap_or_else(|| {
            self.more.push(fact);
            self.more.len() - 1
        });
        Possible::fact((known + at) as FactId)
    }

    /// The fact behind an id.
    pub fn get(&self, id: FactId) -> Option<&Fact> {
        let at = usize::from(id);
        self.question.facts.get(at).or_else(|| self.more.get(at - self.question.facts.len()))
    }

    /// The facts behind ids.
    pub fn all(&self, ids: &[FactId]) -> Vec<Fact> {
        let mut facts: Vec<Fact> = ids.iter().filter_map(|id| self.get(*id)).cloned().collect();
        facts.sort();
        facts
    }
}

/// The entry of one record with all the listings it met. `None` where it cannot count at all.
pub fn entry(
    question: &Question,
    list: &[Option<Listed>],
    facts: &mut FactTable<'_>,
    record: &Record,
    hits: &[Hit],
    view: View,
    standing: &dyn Fn(&Record) -> Standing,
) -> Option<Entry> {
    let stage = match record.stage {
        Stage::Whole => 0,
        Stage::Only => 1,
        Stage::Part(n) => n,
    };
    let mut options: Vec<Choice> = Vec::new();
    for hit in hits {
        if hit.via == Via::Unlisted {
            options.extend(unlisted(question, facts, record, hit.listing as u8, standing));
            continue;
        }
        let Some(listed) = list.get(usize::from(hit.listing)).and_then(Option::as_ref) else { continue };
        let recognised = match hit.via {
            Via::Code | Via::Unlisted => Possible::Yes,
            Via::NameOnly if one_meaning(question, hits) => Possible::Yes,
            Via::NameOnly | Via::OtherCode => {
                facts.ask(Fact::Recognised { course: listed.course.clone(), taken: record.code.clone() })
            }
        };
        let range = question.slots_of.get(usize::from(hit.listing)).cloned().unwrap_or(0..0);
        for (at, slot) in question.slots.iter().enumerate().take(range.end).skip(range.start) {
            options.push(choice(question, at, slot, stage, recognised));
        }
    }
    options.dedup_by(|a, b| a.usable == b.usable && a.gain == b.gain && a.uses == b.uses && a.category == b.category);
    let first = options.first()?.listing;
    let listed = first.and_then(|at| list.get(usize::from(at))).and_then(Option::as_ref);
    let slot_credits = first.and_then(|at| {
        let start = question.slots_of.get(usize::from(at))?.start;
        question.slots.get(start)?.credits
    });
    let stages = if record.stage == Stage::Whole { u16::from(listed.map_or(1, |l| l.stages)) } else { 1 };
    let listed_credits = slot_credits.map(|c| Credits::from_tenths(c.tenths().saturating_mul(stages)));
    let credits = record.credits.or(listed_credits).unwrap_or_default().tenths();
    Some(Entry { record: hits.first()?.record, view, credits, stage, options, code_not_given: record.code.is_none() })
}

/// A name alone may stand for several listed courses; it is no doubt while they all count alike.
fn one_meaning(question: &Question, hits: &[Hit]) -> bool {
    let mut meanings = hits.iter().map(|hit| {
        let range = question.slots_of.get(usize::from(hit.listing)).cloned().unwrap_or(0..0);
        let slots = question.slots.get(range).unwrap_or(&[]);
        let ways: Vec<_> = slots.iter().map(|s| (s.category, s.usable, s.cross_domain, s.credits)).collect();
        ways
    });
    let first = meanings.next();
    meanings.all(|other| Some(&other) == first.as_ref())
}

/// The ways in which a listed course would count if it were taken.
pub fn choices(question: &Question, listing: usize, stage: u8) -> Vec<Choice> {
    let range = question.slots_of.get(listing).cloned().unwrap_or(0..0);
    let slots = question.slots.iter().enumerate().take(range.end).skip(range.start);
    slots.map(|(at, slot)| choice(question, at, slot, stage, Possible::Yes)).collect()
}

fn choice(question: &Question, at: usize, slot: &Slot, stage: u8, recognised: Possible) -> Choice {
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
    Choice { listing: Some(slot.listing), category: slot.category, usable: slot.usable.and(recognised), gain, uses }
}

/// An unlisted record in a category that takes more than its list.
fn unlisted(
    question: &Question,
    facts: &mut FactTable<'_>,
    record: &Record,
    category: u8,
    standing: &dyn Fn(&Record) -> Standing,
) -> Option<Choice> {
    let name = facts.category_name(category)?;
    let course = CourseRef { code: record.code.clone(), name: record.name.clone() };
    let usable = facts.ask(Fact::Accepted { course: course.clone(), category: name.clone() });
    let gain = question
        .demands
        .iter()
        .map(|demand| {
            let within = demand.condition.categories.is_empty() || demand.condition.categories.contains(&name);
            match &demand.condition.of {
                Of::Any | Of::InPerson => within.into(),
                Of::CrossDomain if within && !demand.condition.categories.is_empty() => match standing(record) {
                    Standing::Cross => Possible::Yes,
                    _ => Possible::No,
                },
                _ => Possible::No,
            }
        })
        .collect();
    let uses = question.limits.iter().map(|_| false).collect();
    Some(Choice { listing: None, category: Some(category), usable, gain, uses })
}

impl FactTable<'_> {
    /// The name of a category, from the demand that asks for its courses.
    fn category_name(&self, category: u8) -> Option<String> {
        let open = self.question.open_categories.iter().find(|open| open.category == category)?;
        Some(open.name.clone())
    }
}
