//! What it does: asks for courses of a category that are all of one track.
//!
//! Why: 全球商務英語溝通 divides 核心 into two tracks, of which the student chooses one.
//!
//! Known limits: the list does not mark the track of a course (`track_hint` is a lead only), so each is to be
//! confirmed.
//!
//! Example: `{"kind": "single_track", "category": "核心", "tracks": ["英文領域", "經管領域"], "courses": 3}`

use serde::Serialize;

use super::{Rule, Scope};
use crate::audit::{Amount, Condition, Demand, Draft, Fact, Of, Possible, course_ref};

/// Courses of one track.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SingleTrack {
    /// The category.
    pub category: String,
    /// The tracks.
    pub tracks: Vec<String>,
    /// How many courses of the one track.
    pub courses: u16,
}

read_keys!(SingleTrack { category, tracks, courses });

impl Rule for SingleTrack {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let Some(category) = draft.program.category(&self.category) else { return };
        let group = draft.demands.iter().filter_map(|d| d.group).max().map_or(0, |g| g.saturating_add(1));
        for track in &self.tracks {
            let slots = draft.slots.clone();
            let gain = slots
                .iter()
                .map(|slot| match draft.course(slot) {
                    Some(course) if slot.category == Some(category as u8) => {
                        draft.ask(Fact::Track { course: course_ref(course), track: track.clone() })
                    }
                    _ => Possible::No,
                })
                .collect();
            let condition = Condition {
                need: Amount::Courses(self.courses),
                categories: vec![self.category.clone()],
                of: Of::OneTrackOf(self.tracks.clone()),
                source: scope.source(),
            };
            draft.demands.push(Demand { condition: condition.into(), gain, stage: None, group: Some(group), unless: scope.unless });
        }
    }

    fn categories(&self) -> Vec<&str> {
        vec![&self.category]
    }
}
