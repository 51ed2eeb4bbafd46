//! What it does: asks that the student keeps to one track in all of these categories.
//!
//! Why: 全球商務英語溝通 divides its categories into two tracks, of which the student chooses one.
//!
//! What it means exactly: of one of the tracks there are as many courses in each of the categories as the category asks,
//! and courses of another track in these categories add no credits.
//!
//! Known limits: the list does not mark the track of a course (`track_hint` is a lead only), so each is to be
//! confirmed.
//!
//! Example: `{"kind": "single_track", "categories": ["基礎", "核心"], "tracks": ["英文領域", "經管領域"]}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Alternative, Amount, Condition, Demand, Draft, Fact, Of, Possible, Scope, Slot, course_ref};
use crate::regulation;

/// One track in several categories.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SingleTrack {
    /// The categories.
    pub categories: Vec<String>,
    /// The tracks.
    pub tracks: Vec<String>,
}

read_keys!(SingleTrack { categories, tracks });

impl Rule for SingleTrack {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let divided: Vec<u8> =
            self.categories.iter().filter_map(|name| draft.program.category(name)).map(|at| at as u8).collect();
        let group = draft.next_group();
        for (option, track) in self.tracks.iter().enumerate() {
            let alternative = Alternative { group, option: option as u8 };
            let slots = draft.slots.clone();
            let of_track: Vec<Possible> = slots
                .iter()
                .map(|slot| match (slot.category.is_none_or(|at| divided.contains(&at)), draft.course(slot)) {
                    (false, _) => Possible::Yes,
                    (true, Some(course)) => draft.ask(Fact::Track { course: course_ref(course), track: track.clone() }),
                    (true, None) => Possible::No,
                })
                .collect();
            let mut ask = |need: Amount, categories: &[String], gain: Vec<Possible>| {
                let (of, categories) = (Of::OneTrackOf(self.tracks.clone()), categories.to_vec());
                let condition = Condition { need, categories, of, source: scope.source() };
                draft.demands.push(Demand {
                    condition: condition.into(),
                    gain,
                    stage: None,
                    alternative: Some(alternative),
                    unless: scope.unless,
                });
            };
            for (at, category) in draft.program.categories.iter().enumerate() {
                let least = category.min_courses.unwrap_or(regulation::CATEGORY_MINIMUM);
                if least == 0 || !divided.contains(&(at as u8)) {
                    continue;
                }
                let here = |slot: &Slot| slot.category == Some(at as u8);
                let gain = slots.iter().zip(&of_track).map(|(slot, of)| if here(slot) { *of } else { Possible::No });
                ask(Amount::Courses(least), std::slice::from_ref(&category.name), gain.collect());
            }
            ask(Amount::Credits(draft.program.min_credits), &self.categories, of_track);
        }
    }

    fn categories(&self) -> Vec<&str> {
        self.categories.iter().map(String::as_str).collect()
    }
}
