//! Share links: department and entry year, courses and the active plan, packed so tightly that a QR code holds them.
//!
//! Everything is in the text itself; no server keeps anything. Remarks on records are never in it; grades, courses that
//! were not passed, the plan's name, what was registered, applied for and certified, and what offices said only when
//! asked for. Names and credits that the reader's own course list knows by the code are left out: a course of a known
//! code takes 26 bits.
//!
//! The text is base64url of: the version (one byte), a checksum (four), and a stream of bits. A change of the stream is
//! a new version; what reads the older ones stays.

mod bits;
mod course;

use bits::{Reader, Writer};
use course::Item;

use super::{Document, Plan, PlannedCourse, Step};
use crate::audit::{Degree, Profile};
use crate::credits::Credits;
use crate::term::{Part, Term};
use crate::transcript::{Completion, Record};

/// The newest version of the format that this program reads: with what offices said. It writes the oldest version that
/// holds what is shared, which older programs read too.
const VERSION: u8 = 3;
/// The version with marks.
const MARKED: u8 = 2;
/// The version with neither.
const PLAIN: u8 = 1;
/// Bits of a term.
const TERM_BITS: u32 = 9;

/// Names and credits by code, as sender and reader both know them.
pub type Known<'a> = &'a dyn Fn(&str) -> Option<(String, Option<Credits>)>;

/// Why a link cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Letters are missing or changed.
    Damaged,
    /// Made by a newer version of the app.
    Newer,
}

/// What of a document is shared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Courses taken, too; else the active plan only.
    pub records: bool,
    /// With their grades, and with those that were not passed.
    pub grades: bool,
    /// The plan by its name.
    pub name: bool,
    /// What was registered, applied for and certified, when.
    pub marks: bool,
    /// What offices said, with who said it, when, and what was noted of it.
    pub decisions: bool,
}

/// The text of a link.
pub fn encode(document: &Document, choice: Choice, known: Known) -> String {
    let mut out = Writer::default();
    profile(&mut out, &document.profile);
    out.text(document.edition.as_deref().unwrap_or_default());
    let records = if choice.records { document.records.as_slice() } else { &[] };
    let pass_mark = document.profile.pass_mark();
    let told = |record: &&Record| choice.grades || record.completion(pass_mark) != Completion::NotPassed;
    let items = records.iter().filter(told).map(|record| {
        let item = Item::of_record(record, choice.grades, known);
        ((term_number(record.term), record.completion(pass_mark) as u64), item)
    });
    groups(&mut out, items.collect(), |out, (term, status)| {
        out.put(*term, TERM_BITS);
        out.put(*status, 2);
    });
    let plans: Vec<&Plan> = document.active_plan().into_iter().collect();
    out.number(plans.len() as u64);
    for plan in plans {
        out.text(if choice.name { &plan.name } else { "" });
        out.number(plan.targets.len() as u64);
        plan.targets.iter().for_each(|target| out.text(target));
        let items = plan.courses.iter().map(|course| (term_number(course.term), Item::of_planned(course, known)));
        groups(&mut out, items.collect(), |out, term| out.put(*term, TERM_BITS));
    }
    let marks = if choice.marks { document.marks.as_slice() } else { &[] };
    let decisions = if choice.decisions { document.decisions.as_slice() } else { &[] };
    let version = match (marks, decisions) {
        (_, [_, ..]) => VERSION,
        ([_, ..], []) => MARKED,
        ([], []) => PLAIN,
    };
    if version >= MARKED {
        out.number(marks.len() as u64);
    }
    for mark in marks {
        out.text(&mark.program);
        out.put(mark.step as u64, 2);
        out.put(term_number(Some(mark.term)), TERM_BITS);
    }
    if version >= VERSION {
        // As the stored document writes them.
        out.text(&serde_json::to_value(decisions).map(|value| value.to_string()).unwrap_or_default());
    }
    let bits = out.bytes();
    let sum = checksum(&bits).to_be_bytes();
    bits::to_base64(&[[version].as_slice(), &sum, &bits].concat())
}

/// Reads the text of a link.
pub fn decode(text: &str, known: Known) -> Result<Document, Unreadable> {
    let bytes = bits::from_base64(text.trim()).ok_or(Unreadable::Damaged)?;
    let [version, a, b, c, d, bits @ ..] = bytes.as_slice() else { return Err(Unreadable::Damaged) };
    let sum = checksum(bits);
    // The sum is of the stream alone, so a link whose first letter is damaged does not pass for a newer one.
    if sum != u32::from_be_bytes([*a, *b, *c, *d]) || *version == 0 {
        return Err(Unreadable::Damaged);
    }
    if *version > VERSION {
        return Err(Unreadable::Newer);
    }
    read(&mut Reader::new(bits), *version, sum, known).ok_or(Unreadable::Damaged)
}

fn read(input: &mut Reader, version: u8, sum: u32, known: Known) -> Option<Document> {
    let mut document = Document { profile: read_profile(input)?, ..Document::default() };
    document.edition = Some(input.text()?).filter(|id| !id.is_empty());
    let pass_mark = document.profile.pass_mark();
    for _ in 0..input.number()? {
        let (term, status) = (input.take(TERM_BITS)?, status(input.take(2)?));
        for _ in 0..input.number()? {
            let item = Item::read(input, known)?;
            document.records.push(item.record(term_of(term), status, pass_mark));
        }
    }
    for at in 0..input.number()? {
        // The same link makes the same plan: adopted twice, it is there once.
        let id = sum.wrapping_add(at as u32);
        let mut plan = Plan { id, name: input.text()?, edition: document.edition.clone(), ..Plan::default() };
        for _ in 0..input.number()? {
            plan.targets.push(input.text()?);
        }
        for _ in 0..input.number()? {
            let term = term_of(input.take(TERM_BITS)?);
            for _ in 0..input.number()? {
                let item = Item::read(input, known)?;
                plan.courses.push(PlannedCourse { term, ..item.planned() });
            }
        }
        document.active_plan.get_or_insert(id);
        document.plans.push(plan);
    }
    let marks = if version >= MARKED { input.number()? } else { 0 };
    for _ in 0..marks {
        let (program, step) = (input.text()?, Step::ALL.get(input.take(2)? as usize).copied());
        let term = term_of(input.take(TERM_BITS)?);
        if let Some((step, term)) = step.zip(term) {
            document.mark(&program, step, Some(term));
        }
    }
    if version >= VERSION {
        // By way of a value, as the stored document is read: a second reader would weigh more.
        let decisions: serde_json::Value = serde_json::from_str(&input.text()?).ok()?;
        document.decisions = serde_json::from_value(decisions).ok()?;
    }
    Some(document)
}

fn profile(out: &mut Writer, profile: &Profile) {
    out.text(profile.group.as_deref().unwrap_or_default());
    out.put(profile.entry.map_or(0, |year| u64::from(year.min(255))), 8);
    let degree = match profile.degree {
        Degree::Bachelor => 0,
        Degree::BachelorEvening => 1,
        Degree::Graduate => 2,
    };
    out.put(degree, 2);
}

fn read_profile(input: &mut Reader) -> Option<Profile> {
    let group = Some(input.text()?).filter(|group| !group.is_empty());
    let entry = Some(input.take(8)? as u16).filter(|year| *year > 0);
    let degree = match input.take(2)? {
        1 => Degree::BachelorEvening,
        2 => Degree::Graduate,
        _ => Degree::Bachelor,
    };
    Some(Profile { group, entry, degree })
}

/// Items under their heads; a head that comes again is written once.
fn groups<K: PartialEq>(out: &mut Writer, items: Vec<(K, Item)>, head: impl Fn(&mut Writer, &K)) {
    let mut grouped: Vec<(K, Vec<Item>)> = Vec::new();
    for (key, item) in items {
        match grouped.iter_mut().find(|(known, _)| *known == key) {
            Some((_, list)) => list.push(item),
            None => grouped.push((key, vec![item])),
        }
    }
    out.number(grouped.len() as u64);
    for (key, list) in grouped {
        head(out, &key);
        out.number(list.len() as u64);
        list.iter().for_each(|item| item.write(out));
    }
}

/// 0 without a term; years from 80 on, three parts each.
fn term_number(term: Option<Term>) -> u64 {
    let number = |term: Term| (u64::from(term.year).checked_sub(80)? * 3 + term.part as u64).checked_add(1);
    term.and_then(number).filter(|number| *number < 1 << TERM_BITS).unwrap_or(0)
}

fn term_of(number: u64) -> Option<Term> {
    let number = number.checked_sub(1)?;
    let part = [Part::First, Part::Second, Part::Summer].get((number % 3) as usize).copied()?;
    Some(Term { year: (number / 3) as u16 + 80, part })
}

fn status(number: u64) -> Completion {
    match number {
        0 => Completion::NotPassed,
        1 => Completion::Planned,
        2 => Completion::InProgress,
        _ => Completion::Passed,
    }
}

/// CRC-32 as in PNG: finds every letter mistyped or lost.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 0 { sum >> 1 } else { sum >> 1 ^ 0xedb8_8320 };
        }
    }
    !sum
}
