//! Share links: department and entry year, courses and the active plan, packed so tightly that a QR code holds them.
//!
//! Everything is in the text itself; no server keeps anything. Remarks on records are never in it; grades, courses that
//! were not passed, the plan's name, what was registered, applied for and certified, and what offices said only when
//! asked for. Names and credits that the reader's own course list knows by the code are left out: a course of a known
//! code takes 26 bits.
//!
//! The text is base64url of: the version (one byte), a checksum (four), and a stream of bits. A change of the stream is
//! a new version; what reads the older ones stays. One version is the answer to a link: a suggestion for the plan
//! ([`Proposal`]), which holds no course taken. The newest puts before any of the others by what data its sender's answers
//! were made ([`Basis`]).

mod basis;
mod bits;
mod course;
mod parts;
mod proposal;

pub use basis::Basis;
pub use course::Known;
pub use proposal::{NOTE_MOST, Proposal};

use bits::{Reader, Writer};
use course::Item;
use parts::{TERM_BITS, groups, term_number, term_of};

use super::{Document, Plan, Step};
use crate::transcript::{Completion, Record};

/// The newest version of the format that this program reads: what a link was made by, then a link of an older version.
const BASED: u8 = 5;
/// The version of a suggestion for a plan.
const PROPOSAL: u8 = 4;
/// The version with what offices said.
const ANSWERED: u8 = 3;
/// The version with marks.
const MARKED: u8 = 2;
/// The version with neither.
const PLAIN: u8 = 1;

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

/// What a link holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Link {
    /// Somebody's plan and courses.
    Shared(Document),
    /// What somebody suggests for the plan of whoever opens it.
    Proposal(Proposal),
}

/// The text of a link, in the oldest version that holds what is shared.
pub fn encode(document: &Document, choice: Choice, known: Known) -> String {
    let mut out = Writer::default();
    parts::profile(&mut out, &document.profile);
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
        parts::plan(&mut out, plan, if choice.name { &plan.name } else { "" }, parts::Classes::Left, known);
    }
    let marks = if choice.marks { document.marks.as_slice() } else { &[] };
    let decisions = if choice.decisions { document.decisions.as_slice() } else { &[] };
    let version = match (marks, decisions) {
        (_, [_, ..]) => ANSWERED,
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
    if version >= ANSWERED {
        // As the stored document writes them.
        out.text(&serde_json::to_value(decisions).map(|value| value.to_string()).unwrap_or_default());
    }
    sealed(version, &out.bytes())
}

/// The text of a link with a suggestion. `None` where it holds more than is read again.
pub fn propose(proposal: &Proposal, known: Known) -> Option<String> {
    let mut out = Writer::default();
    proposal.write(&mut out, known);
    let stream = out.bytes();
    (proposal.fits() && stream.len() <= proposal::BYTES_MOST).then(|| sealed(PROPOSAL, &stream))
}

/// A link's text with what it was made by before it. What is no link stays as it is.
pub fn based(link: &str, basis: Basis) -> String {
    let Ok((version, stream)) = opened(link) else { return link.to_owned() };
    sealed(BASED, &[basis.to_bytes(), vec![version], stream].concat())
}

/// What a link was made by, where it says so.
pub fn basis(text: &str) -> Option<Basis> {
    let (_, bytes) = opened(text).ok().filter(|(version, _)| *version == BASED)?;
    Basis::read(&bytes).map(|(basis, _)| basis)
}

/// Reads the text of a link.
pub fn decode(text: &str, known: Known) -> Result<Link, Unreadable> {
    let (version, bytes) = opened(text)?;
    let (version, stream) = match version {
        BASED => {
            let (_, link) = Basis::read(&bytes).ok_or(Unreadable::Damaged)?;
            let (version, stream) = link.split_first().ok_or(Unreadable::Damaged)?;
            (*version, stream)
        }
        version => (version, bytes.as_slice()),
    };
    // By the stream alone, so that the same plan is the same one by whatever data it was shared.
    let sum = checksum(stream);
    let mut input = Reader::new(stream);
    let link = match version {
        PLAIN..=ANSWERED => read(&mut input, version, sum, known).map(Link::Shared),
        PROPOSAL if stream.len() > proposal::BYTES_MOST => None,
        PROPOSAL => Proposal::read(&mut input, sum, known).map(Link::Proposal),
        0 | BASED => None,
        _ => return Err(Unreadable::Newer),
    };
    link.ok_or(Unreadable::Damaged)
}

/// The version of a link's text, and what follows the checksum.
fn opened(text: &str) -> Result<(u8, Vec<u8>), Unreadable> {
    let bytes = bits::from_base64(text.trim()).ok_or(Unreadable::Damaged)?;
    let [version, a, b, c, d, stream @ ..] = bytes.as_slice() else { return Err(Unreadable::Damaged) };
    // The sum is of the stream alone, so a link whose first letter is damaged does not pass for a newer one.
    if checksum(stream) != u32::from_be_bytes([*a, *b, *c, *d]) || *version == 0 {
        return Err(Unreadable::Damaged);
    }
    Ok((*version, stream.to_vec()))
}

/// The data of the first link in a text: of an address, or of a message with one in it.
pub fn data_in(text: &str) -> Option<&str> {
    let (_, after) = text.split_once("/share/")?;
    let end = after.find(|letter: char| !bits::is_letter(letter)).unwrap_or(after.len());
    after.get(..end).filter(|data| !data.is_empty())
}

/// The version, the checksum and the stream as letters.
fn sealed(version: u8, stream: &[u8]) -> String {
    bits::to_base64(&[[version].as_slice(), &checksum(stream).to_be_bytes(), stream].concat())
}

fn read(input: &mut Reader, version: u8, sum: u32, known: Known) -> Option<Document> {
    let mut document = Document { profile: parts::read_profile(input)?, ..Document::default() };
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
        let plan = parts::read_plan(input, sum.wrapping_add(at as u32), parts::Classes::Left, known)?;
        document.active_plan.get_or_insert(plan.id);
        document.plans.push(Plan { edition: document.edition.clone(), ..plan });
    }
    let marks = if version >= MARKED { input.number()? } else { 0 };
    for _ in 0..marks {
        let (program, step) = (input.text()?, Step::ALL.get(input.take(2)? as usize).copied());
        let term = term_of(input.take(TERM_BITS)?);
        if let Some((step, term)) = step.zip(term) {
            document.mark(&program, step, Some(term));
        }
    }
    if version >= ANSWERED {
        // By way of a value, as the stored document is read: a second reader would weigh more.
        let decisions: serde_json::Value = serde_json::from_str(&input.text()?).ok()?;
        document.decisions = serde_json::from_value(decisions).ok()?;
    }
    Some(document)
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
