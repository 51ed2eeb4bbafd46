//! What it does: asks for at least one course of each of these fields within a category.
//!
//! Why: 房屋結構安全性能評估 asks one 核心 course each of 土木 and 建築.
//!
//! Known limits: the list does not mark the field of a course (`track_hint` is a lead only), so each is to be
//! confirmed.
//!
//! Example: `{"kind": "one_from_each_track", "category": "核心", "tracks": ["土木", "建築"]}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Draft, Fact, Of, Possible, Scope, course_ref};

/// One course of each field.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct OneFromEachTrack {
    /// The category.
    pub category: String,
    /// The fields.
    pub tracks: Vec<String>,
}

read_keys!(OneFromEachTrack { category, tracks });

impl Rule for OneFromEachTrack {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        for track in &self.tracks {
            let (need, within) = (Amount::Courses(1), std::slice::from_ref(&self.category));
            let asked = draft.at_least(need, scope).within(within).of(Of::Track(track.clone()));
            asked.counting(|draft, slot| match draft.course(slot) {
                Some(course) => draft.ask(Fact::Track { course: course_ref(course), track: track.clone() }),
                None => Possible::No,
            });
        }
    }

    fn categories(&self) -> Vec<&str> {
        vec![&self.category]
    }
}
