//! Ticking courses: how far a course is, as the student sets it, and what that does to the records.

use std::collections::HashMap;

use super::Document;
use crate::audit::CourseRef;
use crate::credits::Credits;
use crate::names::normalise;
use crate::transcript::{Record, Status};

/// What a course is known by: its code, or its name where it has none.
pub fn key(code: Option<&str>, name: &str) -> String {
    match code {
        Some(code) => code.to_owned(),
        None => format!("={}", normalise(name)),
    }
}

/// How far each recorded course is, by [`key`]: its best attempt.
pub fn taken(records: &[Record], pass_mark: u8) -> HashMap<String, Status> {
    let mut taken = HashMap::with_capacity(records.len());
    for record in records {
        let best = taken.entry(key(record.code.as_deref(), &record.name)).or_insert(Status::NotPassed);
        *best = record.status(pass_mark).max(*best);
    }
    taken
}

impl Document {
    /// Says how far a course is; `None` takes it off the list with all its attempts. A course with several attempts
    /// gets the answer on its best one; a grade that says the same anyway is left to speak for itself.
    pub fn set_status(&mut self, course: &CourseRef, credits: Option<Credits>, status: Option<Status>) {
        let pass_mark = self.profile.pass_mark();
        let wanted = key(course.code.as_deref(), &course.name);
        let is_it = |record: &Record| key(record.code.as_deref(), &record.name) == wanted;
        let Some(status) = status else {
            self.records.retain(|record| !is_it(record));
            return;
        };
        let best = self.records.iter_mut().filter(|record| is_it(record)).max_by_key(|record| record.status(pass_mark));
        match best {
            Some(record) => declare(record, status, pass_mark),
            None => self.records.push(Record {
                code: course.code.clone(),
                name: course.name.clone(),
                credits,
                declared: Some(status),
                ..Record::default()
            }),
        }
    }

    /// Says how far the attempt at that place is.
    pub fn set_status_at(&mut self, at: usize, status: Status) {
        let pass_mark = self.profile.pass_mark();
        if let Some(record) = self.records.get_mut(at) {
            declare(record, status, pass_mark);
        }
    }
}

/// Sets what the student says of an attempt.
pub fn declare(record: &mut Record, status: Status, pass_mark: u8) {
    record.declared = None;
    if record.status(pass_mark) != status {
        record.declared = Some(status);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transcript::Grade;

    fn course(code: &str) -> CourseRef {
        CourseRef { code: Some(code.to_owned()), name: "測量學".to_owned() }
    }

    #[test]
    fn ticks_and_unticks() {
        let mut document = Document::default();
        document.set_status(&course("3401007"), Some(Credits::whole(2)), Some(Status::Passed));
        document.set_status(&course("3401007"), None, Some(Status::InProgress));
        assert_eq!(document.records.len(), 1);
        assert_eq!(document.records[0].status(60), Status::InProgress);
        assert_eq!(document.records[0].credits, Some(Credits::whole(2)));
        assert_eq!(taken(&document.records, 60)["3401007"], Status::InProgress);
        document.set_status(&course("3401007"), None, None);
        assert!(document.records.is_empty());
    }

    #[test]
    fn a_grade_speaks_for_itself() {
        let mut document = Document::default();
        let failed = Record {
            grade: Grade::Score(40),
            ..Record::ticked("3401007", "測量學", Credits::whole(2), Status::Passed)
        };
        document.records =
            vec![Record { declared: None, ..failed.clone() }, Record { grade: Grade::Score(80), ..failed }];
        document.set_status_at(1, Status::Passed);
        assert_eq!(document.records[1].declared, None);
        document.set_status(&course("3401007"), None, Some(Status::NotPassed));
        assert_eq!(document.records[1].declared, Some(Status::NotPassed));
        assert_eq!(document.records[0].declared, None);
    }
}
