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
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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
        draft.narrow_cross_domain(Possible::No.or(scope.unless), |draft, slot| {
            let Some(course) = draft.course(slot) else { return Possible::Yes };
            let in_track = draft.ask(Fact::Track { course: course_ref(course), track: self.track.clone() });
            // A student whose class perhaps does not count as the department is free of it by that fact too.
            in_track.or(scope.unless)
        });
    }

    fn narrows(&self) -> usize {
        1
    }

    fn departments(&self) -> Vec<&str> {
        vec![&self.department]
    }
}
