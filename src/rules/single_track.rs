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
use crate::audit::{Alternative, Amount, CategoryAt, Draft, Fact, Of, Possible, Scope, Slot, course_ref};
use crate::regulation;

/// One track in several categories.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct SingleTrack {
    /// The categories.
    pub categories: Vec<String>,
    /// The tracks.
    pub tracks: Vec<String>,
}

read_keys!(SingleTrack { categories, tracks });

impl Rule for SingleTrack {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let divided: Vec<CategoryAt> = self.categories.iter().filter_map(|name| draft.program.category(name)).collect();
        let group = draft.next_group();
        for (option, track) in (0..).zip(&self.tracks) {
            let alternative = Alternative { group, option };
            let of_track = |draft: &mut Draft<'_>, slot: &Slot| match draft.course(slot) {
                Some(course) => draft.ask(Fact::Track { course: course_ref(course), track: track.clone() }),
                None => Possible::No,
            };
            for category in draft.program.categories {
                let least = category.min_courses.unwrap_or(regulation::CATEGORY_MINIMUM);
                if least > 0 && self.categories.contains(&category.name) {
                    let asked = draft.at_least(Amount::Courses(least), scope).option(alternative);
                    let within = std::slice::from_ref(&category.name);
                    asked.within(within).of(Of::OneTrackOf(self.tracks.clone())).counting(of_track);
                }
            }
            // Of the credits, those of categories that are not divided count too.
            let asked = draft.at_least(Amount::Credits(draft.program.min_credits), scope).option(alternative);
            asked.of(Of::OneTrackOf(self.tracks.clone())).told_of(&self.categories).counting(|draft, slot| {
                if slot.category.is_none_or(|at| divided.contains(&at)) { of_track(draft, slot) } else { Possible::Yes }
            });
        }
    }

    fn categories(&self) -> Vec<&str> {
        self.categories.iter().map(String::as_str).collect()
    }
}
