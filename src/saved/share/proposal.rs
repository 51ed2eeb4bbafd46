//! A suggestion for somebody's plan: the plan as it could be, beside the plan as it was shared, and a note.

use super::bits::{Reader, Writer};
use super::course::Known;
use super::parts::{self, Classes};
use crate::audit::Profile;
use crate::day::Day;
use crate::saved::Plan;

/// So many characters of a note are written and read.
pub const NOTE_MOST: usize = 500;
/// So many bytes of a link with a suggestion are read. What people write is a tenth of it.
pub(super) const BYTES_MOST: usize = 15_000;
/// So many courses of a plan, and so many programs that it aims at.
const LISTED_MOST: usize = 300;
/// Characters of a plan's name.
const NAME_MOST: usize = 60;
/// Bits of the day, counted from 1970-01-01: until 2149.
const DAY_BITS: u32 = 16;

/// What somebody suggests for a student's plan. No course taken is in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposal {
    /// Whose plan it is about.
    pub profile: Profile,
    /// The plan as it could be.
    pub plan: Plan,
    /// The plan as the student shared it: what it aims at and its courses.
    pub base: Plan,
    /// What is said to the student: plain text.
    pub note: String,
    /// The day on which it was made.
    pub day: Option<Day>,
}

impl Proposal {
    /// Whether nothing that the student says of themselves contradicts whom it is about.
    pub fn is_for(&self, profile: &Profile) -> bool {
        let (theirs, own) = (&self.profile, profile);
        let group = theirs.group.as_ref().zip(own.group.as_ref()).is_none_or(|(theirs, own)| theirs == own);
        let entry = theirs.entry.zip(own.entry).is_none_or(|(theirs, own)| theirs == own);
        group && entry && (own.group.is_none() || theirs.degree == own.degree)
    }

    /// Whether no more is listed than is read again.
    pub(super) fn fits(&self) -> bool {
        let fit = |plan: &Plan| plan.courses.len() <= LISTED_MOST && plan.targets.len() <= LISTED_MOST;
        fit(&self.plan) && fit(&self.base)
    }

    pub(super) fn write(&self, out: &mut Writer, known: Known) {
        parts::profile(out, &self.profile);
        out.text(self.plan.edition.as_deref().unwrap_or_default());
        let day = self.day.and_then(|day| u64::try_from(day.number()).ok()).filter(|day| *day < 1 << DAY_BITS);
        out.put(day.unwrap_or_default(), DAY_BITS);
        out.text(&plain(&self.note, NOTE_MOST));
        parts::plan(out, &self.plan, &plain(&self.plan.name, NAME_MOST), Classes::Told, known);
        parts::plan(out, &self.base, "", Classes::Left, known);
    }

    pub(super) fn read(input: &mut Reader, sum: u32, known: Known) -> Option<Proposal> {
        let profile = parts::read_profile(input)?;
        let edition = Some(input.text()?).filter(|id| !id.is_empty());
        let day = Some(input.take(DAY_BITS)? as i32).filter(|day| *day > 0);
        let day = day.and_then(|day| Some(Day::new(1970, 1, 1)?.plus(day)));
        let note = plain(&input.text()?, NOTE_MOST);
        let plan = parts::read_plan(input, sum, Classes::Told, known)?;
        let plan = Plan { name: plain(&plan.name, NAME_MOST), edition, ..plan };
        let base = parts::read_plan(input, sum.wrapping_add(1), Classes::Left, known)?;
        Some(Proposal { profile, plan, base, note, day }).filter(Proposal::fits)
    }
}

/// A text without what only directs how others are shown, and no longer than that many characters.
fn plain(text: &str, most: usize) -> String {
    let directs = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let kept = |c: &char| *c == '\n' || !c.is_control() && !directs(*c);
    let text: String = text.chars().filter(kept).collect();
    let text: String = text.trim().chars().take(most).collect();
    text.trim_end().to_owned()
}
