//! Judging one question with the records at hand: best and worst case, the unmet core, and how far every condition is.

use super::allocate::{self, Asked, Mode, Outcome, Pick};
use super::condition::{Amount, Of};
use super::deciding::deciding;
use super::facts::FactTable;
use super::matching::{Choice, Entry, UnitKey};
use super::possible::{AnyOf, FactId};
use super::program::Question;
use super::verdict::{Missing, Progress, Status, View};
use crate::catalog::NameId;
use crate::sorting;

/// A unit: the entries of one name, which count once (each stage of a year course once).
pub type Unit = Vec<Entry>;

/// More combinations of ways under several names than this are not looked at; real transcripts stay far below.
const MOST_COMBINED: usize = 4096;

/// So many ways to take the stages of one course are all kept: one that seems needless so far may be the one that goes
/// with another stage. Real transcripts stay far below this.
const MOST_PARTIAL: usize = 512;

/// One look at the records: a view, and the facts taken to hold.
pub struct Look {
    /// What is asked, as far as it stands under these facts.
    pub asked: Asked,
    /// The ways each unit can count.
    pub units: Vec<Vec<Mode>>,
    /// Outcomes none of which beats another.
    pub outcomes: Vec<Outcome>,
}

impl Look {
    /// Looks at the units in a view, where exactly the facts that `assume` names are taken to hold.
    pub fn new(question: &Question, units: &[Unit], view: View, assume: &dyn Fn(FactId) -> bool) -> Look {
        let asked = asked(question, assume);
        let units: Vec<Vec<Mode>> = units.iter().map(|unit| modes(question, unit, view, assume)).collect();
        let outcomes = allocate::outcomes(&asked, &units);
        Look { asked, units, outcomes }
    }

    /// Whether everything is met.
    pub fn met(&self) -> bool {
        self.outcomes.iter().any(|outcome| self.asked.met(&outcome.gain))
    }

    /// The outcome to show.
    pub fn best(&self) -> Option<&Outcome> {
        allocate::best(&self.asked, &self.outcomes)
    }

    /// What the outcome to show picks, as (unit, entry, option).
    pub fn picks(&self) -> Vec<(usize, Pick)> {
        let Some(best) = self.best() else { return Vec::new() };
        let mut picks = Vec::new();
        for (unit, (modes, chosen)) in self.units.iter().zip(&best.chosen).enumerate() {
            if let Some(mode) = chosen.and_then(|at| modes.get(at)) {
                picks.extend(mode.picks.iter().map(|pick| (unit, *pick)));
            }
        }
        picks
    }
}

/// What is asked when exactly these facts hold.
pub fn asked(question: &Question, assume: &dyn Fn(FactId) -> bool) -> Asked {
    let stands = |unless: AnyOf| !unless.holds(assume);
    Asked {
        need: question
            .demands
            .iter()
            .map(|demand| if stands(demand.unless) { demand.condition.need.number() } else { 0 })
            .collect(),
        alternative: question.demands.iter().map(|demand| demand.alternative).collect(),
        most: question
            .limits
            .iter()
            .map(|limit| if stands(limit.unless) { limit.most.number() } else { u16::MAX })
            .collect(),
    }
}

/// The ways a unit can count: one option of one entry, or of one entry for each stage.
pub fn modes(question: &Question, unit: &[Entry], view: View, assume: &dyn Fn(FactId) -> bool) -> Vec<Mode> {
    let usable = |stage: Option<u8>| {
        unit.iter().enumerate().filter(move |(_, e)| e.view <= view && stage.is_none_or(|s| e.stage == s)).flat_map(
            move |(entry, e)| {
                e.options
                    .iter()
                    .enumerate()
                    .filter(move |(_, choice)| choice.usable.holds(assume))
                    .map(move |(option, choice)| (e, choice, Pick { entry, option }))
            },
        )
    };
    let mut stages: Vec<u8> = usable(None).map(|(e, ..)| e.stage).filter(|s| *s > 0).collect();
    sorting::sort(&mut stages);
    stages.dedup();
    let mut found: Vec<Mode> = Vec::new();
    let single = |(_, choice, pick): (&Entry, &Choice, Pick)| {
        let worths: Vec<u16> = choice.worths(assume).collect();
        worths.into_iter().map(move |credits| mode(question, choice, credits, pick, assume)).collect::<Vec<Mode>>()
    };
    let mut names = usable(None).map(|(_, choice, _)| choice.name);
    let first_name = names.next();
    if !names.all(|name| Some(name) == first_name) {
        found = modes_of_several_names(question, unit, view, assume);
    } else if stages.len() <= 1 {
        found.extend(usable(None).flat_map(single));
    } else {
        let mut combined =
            vec![Mode { gain: vec![0; question.demands.len()], uses: vec![0; question.limits.len()], picks: vec![] }];
        for stage in stages {
            let parts: Vec<Mode> = usable(Some(stage)).flat_map(single).collect();
            let fits = |a: &Mode, b: &Mode| a.picks.iter().all(|x| b.picks.iter().all(|y| go_together(unit, *x, *y)));
            let joined = combined.iter().flat_map(|so_far| {
                parts.iter().filter(move |part| fits(so_far, part)).map(|part| join(question, so_far, part))
            });
            let joined: Vec<Mode> = joined.collect();
            // More parts go first; where nothing is limited they make the fewer needless.
            combined.splice(0..0, joined);
            if combined.len() > MOST_PARTIAL {
                allocate::drop_needless(&mut combined);
            }
        }
        found.extend(combined.into_iter().filter(|mode| !mode.picks.is_empty()));
        found.extend(usable(Some(0)).flat_map(single));
    }
    if found.len() > 1 {
        // Of alike ways the surest goes first: more parts, then the earlier view, then the order of the records.
        allocate::drop_needless(&mut found);
    }
    found
}

/// The ways of a unit whose entries could count under several names (a code recognised for several courses): every
/// name, or each of its stages, once.
fn modes_of_several_names(
    question: &Question,
    unit: &[Entry],
    view: View,
    assume: &dyn Fn(FactId) -> bool,
) -> Vec<Mode> {
    let printed = |entry: usize| unit.get(entry).and_then(|entry| entry.printed.as_ref());
    let mut sets: Vec<Vec<(&Choice, u16, u8, Pick)>> = vec![Vec::new()];
    for (entry, e) in unit.iter().enumerate().filter(|(_, e)| e.view <= view) {
        let mut longer = Vec::new();
        for set in &sets {
            for (option, choice) in e.options.iter().enumerate().filter(|(_, choice)| choice.usable.holds(assume)) {
                let is = |key: Option<&UnitKey>, name: NameId| key == Some(&UnitKey::Listed(name));
                let clash = |(other, _, stage, pick): &(&Choice, u16, u8, Pick)| {
                    let (here, there) = (e.printed.as_ref(), printed(pick.entry));
                    let same_name = other.name == choice.name
                        || is(here, other.name)
                        || is(there, choice.name)
                        || (here.is_some() && here == there);
                    (same_name && (*stage == e.stage || *stage == 0 || e.stage == 0))
                        || (other.listing.is_some()
                            && other.listing == choice.listing
                            && other.category != choice.category)
                };
                if set.iter().any(clash) {
                    continue;
                }
                for credits in choice.worths(assume) {
                    if sets.len() + longer.len() < MOST_COMBINED {
                        let more = (choice, credits, e.stage, Pick { entry, option });
                        longer.push(set.iter().copied().chain([more]).collect());
                    }
                }
            }
        }
        longer.append(&mut sets);
        sets = longer;
    }
    let joined = |set: &Vec<(&Choice, u16, u8, Pick)>| {
        let mut names: Vec<(NameId, Mode)> = Vec::new();
        for (choice, credits, _, pick) in set {
            let part = mode(question, choice, *credits, *pick, assume);
            match names.iter_mut().find(|(name, _)| *name == choice.name) {
                Some((_, known)) => *known = join(question, known, &part),
                None => names.push((choice.name, part)),
            }
        }
        let add = |a: &[u16], b: &[u16]| a.iter().zip(b).map(|(a, b)| a.saturating_add(*b)).collect();
        names.into_iter().map(|(_, mode)| mode).reduce(|a, b| Mode {
            gain: add(&a.gain, &b.gain),
            uses: add(&a.uses, &b.uses),
            picks: a.picks.iter().chain(&b.picks).copied().collect(),
        })
    };
    sets.iter().filter_map(joined).collect()
}

fn mode(question: &Question, choice: &Choice, credits: u16, pick: Pick, assume: &dyn Fn(FactId) -> bool) -> Mode {
    let amount = |of: Amount| match of {
        Amount::Credits(_) => credits,
        Amount::Courses(_) => 1,
    };
    Mode {
        gain: question
            .demands
            .iter()
            .zip(&choice.gain)
            .map(|(demand, gain)| if gain.holds(assume) { amount(demand.condition.need) } else { 0 })
            .collect(),
        uses: question
            .limits
            .iter()
            .zip(&choice.uses)
            .map(|(limit, uses)| if *uses { amount(limit.most) } else { 0 })
            .collect(),
        picks: vec![pick],
    }
}

/// Stages of one listed course are of one category, whichever it turns out to be.
fn go_together(unit: &[Entry], a: Pick, b: Pick) -> bool {
    let choice = |pick: Pick| unit.get(pick.entry).and_then(|entry| entry.options.get(pick.option));
    match (choice(a), choice(b)) {
        (Some(a), Some(b)) => a.listing.is_none() || a.listing != b.listing || a.category == b.category,
        _ => true,
    }
}

/// Two stages of a year course: their credits add up, but it is one course.
fn join(question: &Question, a: &Mode, b: &Mode) -> Mode {
    let add = |measure: Amount, a: u16, b: u16| match measure {
        Amount::Credits(_) => a.saturating_add(b),
        Amount::Courses(_) => a.max(b),
    };
    Mode {
        gain: (question.demands.iter().zip(a.gain.iter().zip(&b.gain)))
            .map(|(demand, (a, b))| add(demand.condition.need, *a, *b))
            .collect(),
        uses: (question.limits.iter().zip(a.uses.iter().zip(&b.uses)))
            .map(|(limit, (a, b))| add(limit.most, *a, *b))
            .collect(),
        picks: a.picks.iter().chain(&b.picks).copied().collect(),
    }
}

/// The status with the records, before advice. `reachable` of [`Status::NotYet`] is filled in by the caller.
pub fn status(question: &Question, units: &[Unit], table: &FactTable<'_>) -> Status {
    if question.applies == Some(false) {
        return Status::NotRequired;
    }
    if let Some(closed) = question.closed.first() {
        return Status::NotOpen(closed.clone());
    }
    let all = |_| true;
    let best = Look::new(question, units, View::Planned, &all);
    if !best.met() {
        return Status::NotYet { missing: missing(question, &best), reachable: false };
    }
    if question.confirms.is_empty() {
        let sure = View::ALL.into_iter().find(|view| Look::new(question, units, *view, &|_| false).met());
        match sure {
            Some(View::Passed) => return Status::Met,
            Some(View::InProgress) => return Status::MetIfInProgress,
            Some(View::Planned) => return Status::MetIfPlanned,
            None => {}
        }
    }
    let met = |view: &View| Look::new(question, units, *view, &all).met();
    let view = [View::Passed, View::InProgress].into_iter().find(met).unwrap_or(View::Planned);
    let facts = deciding(question, units, view, table);
    Status::DependsOn { facts: table.all(&facts), view }
}

fn missing(question: &Question, look: &Look) -> Vec<Missing> {
    let mut told: Vec<Missing> = Vec::new();
    for (at, only_jointly) in allocate::unmet_core(&look.asked, &look.outcomes) {
        let Some(demand) = question.demands.get(at) else { continue };
        let most = look.outcomes.iter().filter_map(|outcome| outcome.gain.get(at)).max().copied().unwrap_or(0);
        let have = demand.condition.need.with(most);
        // Alternatives (one track of several) are one condition: told once, with the furthest of them.
        match told.iter_mut().find(|known| known.condition == demand.condition) {
            Some(known) => known.have = known.have.max(have),
            None => told.push(Missing { condition: demand.condition.clone(), have, only_jointly }),
        }
    }
    told
}

/// How far every condition is, in the order of the rules.
pub fn progress(question: &Question, units: &[Unit], table: &FactTable<'_>) -> Vec<Progress> {
    let gains = |view: View, assumed: bool| {
        let look = Look::new(question, units, view, &|_| assumed);
        look.best().map(|outcome| outcome.gain.clone()).unwrap_or_default()
    };
    let none = vec![0; question.demands.len()];
    let [passed, in_progress, planned, possible] = if units.is_empty() {
        [none.clone(), none.clone(), none.clone(), none]
    } else {
        let seen = |view| units.iter().flatten().any(|entry| entry.view == view);
        let passed = gains(View::Passed, false);
        let in_progress = if seen(View::InProgress) { gains(View::InProgress, false) } else { passed.clone() };
        let planned = if seen(View::Planned) { gains(View::Planned, false) } else { in_progress.clone() };
        [passed, in_progress, planned, gains(View::Planned, true)]
    };
    let mut told: Vec<Progress> = Vec::with_capacity(question.demands.len());
    for (at, demand) in question.demands.iter().enumerate() {
        let amount = |gains: &[u16]| demand.condition.need.with(gains.get(at).copied().unwrap_or(0));
        let unless = table.all(demand.unless.as_slice());
        let here = Progress {
            condition: demand.condition.clone(),
            passed: amount(&passed),
            in_progress: amount(&in_progress),
            planned: amount(&planned),
            possible: amount(&possible),
            unless,
        };
        let same = |known: &&mut Progress| {
            matches!(known.condition.of, Of::OneTrackOf(_)) && known.condition == demand.condition
        };
        match told.iter_mut().find(same) {
            Some(known) => {
                known.passed = known.passed.max(here.passed);
                known.in_progress = known.in_progress.max(here.in_progress);
                known.planned = known.planned.max(here.planned);
                known.possible = known.possible.max(here.possible);
            }
            None => told.push(here),
        }
    }
    told
}
