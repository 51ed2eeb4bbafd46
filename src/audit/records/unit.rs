//! Records as units: what bears one name counts once, in one of its ways.

use super::super::at::{CategoryAt, ListingAt};
use super::super::possible::{FactId, Possible};
use super::super::verdict::View;
use crate::catalog::NameId;
use crate::credits::Credits;
use crate::transcript::Stage;

/// A unit: the entries of one name, which count once (each stage of a year course once).
pub type Unit = Vec<Entry>;

/// A record as a candidate of a program.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Position of the record; none has what advice only thinks taken.
    pub record: Option<usize>,
    /// From which view on it counts.
    pub view: View,
    /// Stage: 0 for all at once, otherwise its number.
    pub stage: u8,
    /// Ways in which it may count.
    pub options: Vec<Choice>,
    /// The record has no code.
    pub code_not_given: bool,
    /// The name as printed, where it is not the one that the record counts under: it counts once as well.
    pub printed: Option<UnitKey>,
}

/// What makes records one unit: a name that counts once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitKey {
    /// A name of the program's list.
    Listed(NameId),
    /// Another name, normalised.
    Unlisted(String),
}

/// One way in which a record may count.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Position in the program's list; `None` for an unlisted course.
    pub listing: Option<ListingAt>,
    /// The listed name it counts under, which counts once; an unlisted course has none and counts by its own.
    pub name: Option<NameId>,
    /// Category it fills.
    pub category: Option<CategoryAt>,
    /// Credits for certain.
    pub credits: Credits,
    /// More credits, if the statement holds.
    pub claimed: Option<(Credits, Possible)>,
    /// Whether it counts in this way.
    pub usable: Possible,
    /// For each demand, whether it counts toward it.
    pub gain: Vec<Possible>,
    /// For each limit, whether it uses it up.
    pub uses: Vec<bool>,
}

impl Choice {
    /// With how many credits it may count when exactly the facts that `assume` names are taken to hold.
    /// Within a limit fewer may be better, so a claim that holds may be left unmade.
    pub fn worths(&self, assume: &dyn Fn(FactId) -> bool) -> impl Iterator<Item = Credits> + use<> {
        let claimed = self.claimed.as_ref().filter(|(_, holds)| holds.holds(assume)).map(|(more, _)| *more);
        let limited = self.uses.contains(&true);
        claimed.into_iter().chain((claimed.is_none() || limited).then_some(self.credits))
    }
}

/// A name that records stand for already.
pub struct Taken {
    /// The name.
    pub name: NameId,
    /// The stages that are taken.
    pub stages: Vec<u8>,
    /// All of them are.
    pub whole: bool,
    /// A record does not say which stage it is, and stands for the first.
    pub unsaid: bool,
}

/// Notes that a record stands for a stage of the course of that name, or for all of them.
pub fn take(taken: &mut Vec<Taken>, name: NameId, stage: Stage) {
    let at = taken.iter().position(|known| known.name == name).unwrap_or_else(|| {
        taken.push(Taken { name, stages: Vec::new(), whole: false, unsaid: false });
        taken.len() - 1
    });
    let Some(known) = taken.get_mut(at) else { return };
    known.unsaid |= stage.is_only();
    match stage {
        Stage::Whole => known.whole = true,
        Stage::Only => known.stages.push(1),
        Stage::Part(part) => known.stages.push(part),
    }
}
