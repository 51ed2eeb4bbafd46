//! Ticking courses: how far a course is, as the student sets it, and what that does to the records.

use std::collections::HashMap;

use super::Document;
use crate::audit::CourseRef;
use crate::credits::Credits;
use crate::names::normalise;
use crate::transcript::{Completion, Record, Stage};

/// How far each recorded course is: of each stage its best attempt.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taken {
    of_code: HashMap<String, Stages>,
    /// Of records without code, by normalised name.
    without_code: HashMap<String, Stages>,
}

/// How far the stages of a course are.
pub type Stages = Vec<(Stage, Completion)>;

impl Taken {
    /// How far the recorded courses are.
    pub fn new(records: &[Record], pass_mark: u8) -> Taken {
        let mut taken = Taken::default();
        for record in records {
            let stages = match &record.code {
                Some(code) => taken.of_code.entry(code.clone()).or_default(),
                None => taken.without_code.entry(normalise(&record.name)).or_default(),
            };
            best(stages, record.stage, record.completion(pass_mark));
        }
        taken
    }

    /// How far the stages of that course are, by all records that are [the same course](crate::transcript::Identity::is).
    pub fn of(&self, course: &CourseRef) -> Stages {
        let coded = course.code.as_ref().and_then(|code| self.of_code.get(code));
        let mut stages = coded.cloned().unwrap_or_default();
        for (stage, status) in self.without_code.get(&normalise(&course.name)).into_iter().flatten() {
            best(&mut stages, *stage, *status);
        }
        stages
    }
}

fn best(stages: &mut Stages, stage: Stage, status: Completion) {
    match stages.iter_mut().find(|(known, _)| *known == stage) {
        Some((_, best)) => *best = status.max(*best),
        None => stages.push((stage, status)),
    }
}

/// How far that stage of a course is, among what [`Taken::of`] says of it; `None` where it was not taken.
pub fn status_of(stages: &[(Stage, Completion)], wanted: Stage) -> Option<Completion> {
    stages.iter().filter(|(stage, _)| stage.is_of(wanted)).map(|(_, status)| *status).max()
}

/// Whether a record of a year course stands there that does not say which half it is and may be this one.
pub fn unsaid(stages: &[(Stage, Completion)], wanted: Stage) -> bool {
    wanted != Stage::Only
        && status_of(stages, wanted).is_none()
        && stages.iter().any(|(stage, status)| *stage == Stage::Only && *status != Completion::NotPassed)
}

/// A course to tick, or one half of a year course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The course.
    pub course: CourseRef,
    /// The half; [`Stage::Only`] for a course of one part.
    pub stage: Stage,
    /// Credits of it, when known.
    pub credits: Option<Credits>,
}

impl Tick {
    fn is_course(&self, record: &Record) -> bool {
        record.identity().is(self.course.identity())
    }

    fn is_it(&self, record: &Record) -> bool {
        self.is_course(record) && record.stage.is_of(self.stage)
    }
}

impl Document {
    /// Says how far a course is. With several attempts the best one gets the answer; a grade that says the same anyway
    /// is left to speak for itself.
    pub fn set_status(&mut self, tick: &Tick, status: Completion) {
        let pass_mark = self.profile.pass_mark();
        let attempts = self.records.iter_mut().filter(|record| tick.is_it(record));
        match attempts.max_by_key(|record| record.completion(pass_mark)) {
            Some(record) => declare(record, status, pass_mark),
            None => self.records.push(Record {
                code: tick.course.code.clone(),
                name: tick.course.name.clone(),
                credits: tick.credits,
                stage: tick.stage,
                declared: Some(status),
                ..Record::default()
            }),
        }
    }

    /// Ticks a course as passed. A record of a year course that does not say which half it is becomes the half ticked,
    /// and attempts that were unticked before come back from `before` as they were, with grade and term.
    pub fn tick(&mut self, tick: &Tick, before: &mut Vec<Record>) {
        let pass_mark = self.profile.pass_mark();
        let said = |record: &Record| {
            let may_be = tick.stage != Stage::Only && record.stage == Stage::Only;
            may_be && tick.is_course(record) && record.completion(pass_mark) != Completion::NotPassed
        };
        if let Some(at) = self.records.iter().position(said) {
            return self.set_stage_at(at, tick.stage);
        }
        let (back, others) = std::mem::take(before).into_iter().partition(|record| tick.is_it(record));
        *before = others;
        match back {
            back if back.is_empty() => self.set_status(tick, Completion::Passed),
            mut back => self.records.append(&mut back),
        }
    }

    /// Takes a course (or one half of it) off the list, with all its attempts. They are returned.
    pub fn untick(&mut self, tick: &Tick) -> Vec<Record> {
        let (gone, kept) = std::mem::take(&mut self.records).into_iter().partition(|record| tick.is_it(record));
        self.records = kept;
        gone
    }

    /// Says which half of a year course the attempt at that place is. Where a plan has just that half, because the
    /// record had stood for the other one, the plan's becomes the other.
    pub fn set_stage_at(&mut self, at: usize, stage: Stage) {
        let Some(record) = self.records.get_mut(at) else { return };
        let before = std::mem::replace(&mut record.stage, stage);
        let other = match stage {
            Stage::Part(1) => Stage::Part(2),
            Stage::Part(2) => Stage::Part(1),
            _ => return,
        };
        let record = &*record;
        for course in self.plans.iter_mut().flat_map(|plan| &mut plan.courses) {
            if before == Stage::Only && course.is_record(record) {
                course.stage = other;
            }
        }
    }

    /// Says how far the attempt at that place is.
    pub fn set_status_at(&mut self, at: usize, status: Completion) {
        let pass_mark = self.profile.pass_mark();
        if let Some(record) = self.records.get_mut(at) {
            declare(record, status, pass_mark);
        }
    }
}

/// Sets what the student says of an attempt.
pub fn declare(record: &mut Record, status: Completion, pass_mark: u8) {
    record.declared = None;
    if record.completion(pass_mark) != status {
        record.declared = Some(status);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::saved::{Plan, PlannedCourse};
    use crate::term::Term;
    use crate::transcript::Grade;

    fn course(code: &str, stage: Stage) -> Tick {
        let course = CourseRef { code: Some(code.to_owned()), name: "測量學".to_owned() };
        Tick { course, stage, credits: Some(Credits::whole(2)) }
    }

    fn only() -> Tick {
        course("3401007", Stage::Only)
    }

    #[test]
    fn ticks_and_unticks() {
        let mut document = Document::default();
        document.tick(&only(), &mut Vec::new());
        document.set_status(&only(), Completion::InProgress);
        assert_eq!(document.records.len(), 1);
        assert_eq!(document.records[0].completion(60), Completion::InProgress);
        assert_eq!(document.records[0].credits, Some(Credits::whole(2)));
        assert_eq!(Taken::new(&document.records, 60).of(&only().course), [(Stage::Only, Completion::InProgress)]);
        assert_eq!(document.untick(&only()).len(), 1);
        assert!(document.records.is_empty());
    }

    #[test]
    fn other_courses_stay_as_they_are() {
        let other = Record::ticked("3402006", "結構學", Credits::whole(3), Completion::Passed);
        let mut document = Document { records: vec![other.clone()], ..Document::default() };
        document.set_status(&only(), Completion::InProgress);
        assert_eq!((document.records.len(), &document.records[0]), (2, &other));
        assert_eq!(document.untick(&only()).len(), 1);
        assert_eq!(document.records, [other]);
    }

    #[test]
    fn a_grade_speaks_for_itself() {
        let mut document = Document::default();
        let failed = Record {
            grade: Grade::Score(40),
            ..Record::ticked("3401007", "測量學", Credits::whole(2), Completion::Passed)
        };
        document.records =
            vec![Record { declared: None, ..failed.clone() }, Record { grade: Grade::Score(80), ..failed }];
        document.set_status_at(1, Completion::Passed);
        assert_eq!(document.records[1].declared, None);
        document.set_status(&only(), Completion::NotPassed);
        assert_eq!(document.records[1].declared, Some(Completion::NotPassed));
        assert_eq!(document.records[0].declared, None);
    }

    #[test]
    fn a_record_without_code_ticks_the_course_of_its_name() {
        let plain = Record { code: None, ..Record::ticked("A", "測量學", Credits::whole(2), Completion::Passed) };
        let mut document = Document { records: vec![plain.clone()], ..Document::default() };
        let ticked = course("A", Stage::Only);
        let stages = Taken::new(&document.records, 60).of(&ticked.course);
        assert_eq!(status_of(&stages, Stage::Only), Some(Completion::Passed));
        assert_eq!(document.untick(&ticked), [plain]);
        assert!(document.records.is_empty());
    }

    #[test]
    fn halves_are_ticked_apart() {
        let (first, second) = (course("A", Stage::Part(1)), course("A", Stage::Part(2)));
        let mut document = Document::default();
        document.tick(&second, &mut Vec::new());
        assert_eq!(document.records[0].stage, Stage::Part(2));
        let halves = |document: &Document| {
            let stages = Taken::new(&document.records, 60).of(&first.course);
            [Stage::Part(1), Stage::Part(2)].map(|half| status_of(&stages, half))
        };
        assert_eq!(halves(&document), [None, Some(Completion::Passed)]);
        document.tick(&first, &mut Vec::new());
        document.set_status(&first, Completion::InProgress);
        assert_eq!(halves(&document), [Some(Completion::InProgress), Some(Completion::Passed)]);
        document.untick(&second);
        assert_eq!(halves(&document), [Some(Completion::InProgress), None]);
    }

    #[test]
    fn what_was_unticked_comes_back_with_grade_and_term() {
        let graded = Record {
            grade: Grade::Score(88),
            term: Term::new(113, 2),
            stage: Stage::Part(2),
            declared: None,
            ..Record::ticked("A", "測量學", Credits::whole(2), Completion::Passed)
        };
        let other = Record { stage: Stage::Part(1), ..graded.clone() };
        let mut document = Document { records: vec![other.clone(), graded.clone()], ..Document::default() };
        let mut before = document.untick(&course("A", Stage::Part(2)));
        assert_eq!(document.records, std::slice::from_ref(&other));
        document.tick(&course("A", Stage::Part(2)), &mut before);
        assert_eq!(document.records, [other, graded]);
        assert!(before.is_empty());
    }

    #[test]
    fn a_record_without_its_half_becomes_the_half_ticked() {
        let plain = Record {
            grade: Grade::Score(70),
            declared: None,
            ..Record::ticked("A", "測量學", Credits::whole(2), Completion::Passed)
        };
        let planned = PlannedCourse {
            code: Some("A".to_owned()),
            name: "測量學".to_owned(),
            stage: Stage::Part(2),
            ..PlannedCourse::default()
        };
        let mut document = Document { records: vec![plain.clone()], ..Document::default() };
        document.add_plan(Plan { courses: vec![planned.clone()], ..Plan::default() });
        let stages = Taken::new(&document.records, 60).of(&course("A", Stage::Only).course);
        assert!(unsaid(&stages, Stage::Part(1)) && unsaid(&stages, Stage::Part(2)) && !unsaid(&stages, Stage::Only));
        document.tick(&course("A", Stage::Part(2)), &mut Vec::new());
        assert_eq!(document.records, [Record { stage: Stage::Part(2), ..plain }]);
        // It had stood for the first half, so the second was planned. What is left is the first.
        assert_eq!(document.plans[0].courses, [PlannedCourse { stage: Stage::Part(1), ..planned }]);
    }
}
