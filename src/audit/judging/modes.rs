//! The ways in which a unit can count.

use super::super::condition::Amount;
use super::super::possible::FactId;
use super::super::question::Question;
use super::super::records::{Choice, Entry, UnitKey};
use super::super::verdict::View;
use super::allocate::{self, Mode, Pick};
use super::effect::Effect;
use crate::catalog::NameId;
use crate::credits::Credits;
use crate::sorting;

/// More combinations of ways under several names than this are not looked at; real transcripts stay far below.
const MOST_COMBINED: usize = 4096;

/// So many ways to take the stages of one course are all kept: one that seems needless so far may be the one that goes
/// with another stage. Real transcripts stay far below this.
const MOST_PARTIAL: usize = 512;

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
        let worths: Vec<Credits> = choice.worths(assume).collect();
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
            vec![Mode { effect: Effect::none(question.demands.len(), question.limits.len()), picks: vec![] }];
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
    let mut sets: Vec<Vec<(&Choice, Credits, u8, Pick)>> = vec![Vec::new()];
    for (entry, e) in unit.iter().enumerate().filter(|(_, e)| e.view <= view) {
        let mut longer = Vec::new();
        for set in &sets {
            for (option, choice) in e.options.iter().enumerate().filter(|(_, choice)| choice.usable.holds(assume)) {
                let is = |key: Option<&UnitKey>, name: Option<NameId>| {
                    key == name.map(UnitKey::Listed).as_ref() && key.is_some()
                };
                let clash = |(other, _, stage, pick): &(&Choice, Credits, u8, Pick)| {
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
    let joined = |set: &Vec<(&Choice, Credits, u8, Pick)>| {
        let mut names: Vec<(Option<NameId>, Mode)> = Vec::new();
        for (choice, credits, _, pick) in set {
            let part = mode(question, choice, *credits, *pick, assume);
            match names.iter_mut().find(|(name, _)| *name == choice.name) {
                Some((_, known)) => *known = join(question, known, &part),
                None => names.push((choice.name, part)),
            }
        }
        names.into_iter().map(|(_, mode)| mode).reduce(|mut a, b| {
            a.effect.add(&b.effect);
            a.picks.extend(b.picks);
            a
        })
    };
    sets.iter().filter_map(joined).collect()
}

fn mode(question: &Question, choice: &Choice, credits: Credits, pick: Pick, assume: &dyn Fn(FactId) -> bool) -> Mode {
    let amount = |of: Amount| match of {
        Amount::Credits(_) => credits.tenths(),
        Amount::Courses(_) => 1,
    };
    let gain = question.demands.iter().zip(&choice.gain);
    let gain = gain.map(|(demand, gain)| if gain.holds(assume) { amount(demand.condition.need) } else { 0 });
    let uses = question.limits.iter().zip(&choice.uses);
    let uses = uses.map(|(limit, uses)| if *uses { amount(limit.most) } else { 0 });
    Mode { effect: Effect { gain: gain.collect(), uses: uses.collect() }, picks: vec![pick] }
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
    let of = |measures: &mut dyn Iterator<Item = Amount>, a: &[u16], b: &[u16]| {
        measures.zip(a.iter().zip(b)).map(|(measure, (a, b))| add(measure, *a, *b)).collect()
    };
    let effect = Effect {
        gain: of(&mut question.demands.iter().map(|demand| demand.condition.need), &a.effect.gain, &b.effect.gain),
        uses: of(&mut question.limits.iter().map(|limit| limit.most), &a.effect.uses, &b.effect.uses),
    };
    Mode { effect, picks: a.picks.iter().chain(&b.picks).copied().collect() }
}
