//! What became of a planned course whose semester is over, as the student says.

use super::Document;
use super::ticks::declare;
use crate::transcript::{Completion, Record};

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Taken and passed.
    Passed,
    /// Taken and not passed.
    NotPassed,
    /// Not taken.
    NotTaken,
}

impl Outcome {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Outcome; 3] = [Outcome::Passed, Outcome::NotPassed, Outcome::NotTaken];

    fn completion(self) -> Option<Completion> {
        match self {
            Outcome::Passed => Some(Completion::Passed),
            Outcome::NotPassed => Some(Completion::NotPassed),
            Outcome::NotTaken => None,
        }
    }
}

impl Document {
    /// Says what became of the active plan's course at that position. What was taken becomes a record of its semester,
    /// or settles the one that is there; what was not passed stays in the plan, for a semester to be chosen.
    pub fn settle(&mut self, at: usize, outcome: Outcome) {
        let pass_mark = self.profile.pass_mark();
        let Some(plan) = self.active_plan_mut() else { return };
        let Some(course) = plan.courses.get(at).cloned() else { return };
        match outcome {
            Outcome::Passed => plan.remove(at),
            Outcome::NotPassed | Outcome::NotTaken => plan.shift(at, None),
        }
        let Some(completion) = outcome.completion() else { return };
        let under_way = |record: &&mut Record| {
            let of_term = record.term.is_none() || record.term == course.term;
            let open = matches!(record.completion(pass_mark), Completion::InProgress | Completion::Planned);
            course.identity().is(record.identity()) && record.stage.is_of(course.stage) && of_term && open
        };
        match self.records.iter_mut().find(under_way) {
            Some(record) => {
                record.term = course.term;
                declare(record, completion, pass_mark);
            }
            None => self.records.push(Record { declared: Some(completion), ..course.record() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::saved::{Plan, PlannedCourse};
    use crate::term::Term;

    fn document() -> Document {
        let course = |code: &str| PlannedCourse {
            code: Some(code.to_owned()),
            name: format!("課程 {code}"),
            term: Term::new(114, 2),
            ..PlannedCourse::default()
        };
        let mut document = Document::default();
        document.add_plan(Plan { courses: vec![course("A"), course("B")], ..Plan::default() });
        document
    }

    #[test]
    fn passed_becomes_a_record_of_its_semester() {
        let mut document = document();
        document.settle(0, Outcome::Passed);
        assert_eq!(document.plans[0].courses.len(), 1);
        let record = &document.records[0];
        assert_eq!((record.code.as_deref(), record.term), (Some("A"), Term::new(114, 2)));
        assert_eq!(record.completion(60), Completion::Passed);
    }

    #[test]
    fn what_was_under_way_is_settled_and_not_doubled() {
        let mut document = document();
        let under_way =
            Record { declared: Some(Completion::InProgress), term: None, ..document.plans[0].courses[1].record() };
        document.records = vec![under_way];
        document.settle(1, Outcome::NotPassed);
        assert_eq!(document.records.len(), 1);
        assert_eq!(document.records[0].completion(60), Completion::NotPassed);
        // It is still wanted; when, is to be chosen.
        let left = &document.plans[0].courses;
        assert_eq!((left.len(), left[1].term), (2, None));
    }

    #[test]
    fn another_course_under_way_stays_under_way() {
        let mut document = document();
        let other = Record { declared: Some(Completion::InProgress), ..document.plans[0].courses[1].record() };
        document.records = vec![other.clone()];
        document.settle(0, Outcome::Passed);
        assert_eq!((document.records.len(), &document.records[0]), (2, &other));
    }

    #[test]
    fn not_taken_leaves_no_record() {
        let mut document = document();
        document.settle(0, Outcome::NotTaken);
        document.settle(9, Outcome::Passed);
        assert!(document.records.is_empty());
        assert_eq!(document.plans[0].courses.iter().filter(|course| course.term.is_none()).count(), 1);
    }
}
