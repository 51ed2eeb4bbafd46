//! Courses as they are advised.

use std::sync::Arc;

use kuayu::audit::{AdvisedCourse, CourseRef};
use kuayu::credits::Credits;

/// Courses of three credits with these codes.
pub fn courses(codes: &[&str]) -> Vec<AdvisedCourse> {
    let one = |code: &&str| AdvisedCourse {
        course: Arc::new(CourseRef { code: Some((*code).to_owned()), name: format!("課程{code}") }),
        credits: Credits::whole(3),
        category: None,
        offered: 1,
        online: false,
        stages: Vec::new(),
        unsaid: false,
        instead: Vec::new(),
    };
    codes.iter().map(one).collect()
}
