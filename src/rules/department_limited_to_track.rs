//! What it does: for students of a department, only courses of one track count as cross-domain.
//!
//! Why: 資訊安全 has a track for 資工系 students and another for 資財系 students.
//!
//! Known limits: the list does not mark the track of a course (`track_hint` is a lead only), so each is to be
//! confirmed.
//!
//! Example: `{"kind": "department_limited_to_track", "department": "資工系", "track": "金融資訊安全管理與稽核"}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Draft, Fact, Possible, Scope, course_ref};

/// One track for a department's students.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DepartmentLimitedToTrack {
    /// The department.
    pub department: String,
    /// The track.
    pub track: String,
}

read_keys!(DepartmentLimitedToTrack { department, track });

impl Rule for DepartmentLimitedToTrack {
    fn narrow(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let Some(scope) = draft.for_department(&self.department, scope) else { return };
        draft.unlisted_cross_domain = draft.unlisted_cross_domain.and(Possible::No.or(scope.unless));
        for at in 0..draft.slots.len() {
            let Some(course) = draft.slots.get(at).and_then(|slot| draft.course(slot)) else { continue };
            let in_track = draft.ask(Fact::Track { course: course_ref(course), track: self.track.clone() });
            // A student whose class perhaps does not count as the department is free of it by that fact too.
            let counts = in_track.or(scope.unless);
            if let Some(slot) = draft.slots.get_mut(at) {
                slot.cross_domain = slot.cross_domain.and(counts);
            }
        }
    }

    fn departments(&self) -> Vec<&str> {
        vec![&self.department]
    }
}
