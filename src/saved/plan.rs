//! Plans: several, each with programs aimed at and courses by semester.

use serde::{Deserialize, Serialize};

use crate::credits::Credits;
use crate::term::Term;
use crate::transcript::{Completion, Identity, Record, Stage};

/// A plan: programs aimed at, and courses by semester.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Tells plans apart, in every tab: the caller makes it up at random. Never shown.
    pub id: u32,
    /// What the student calls it.
    #[serde(default)]
    pub name: String,
    /// The edition of the catalog that it was last judged by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// Codes of the programs aimed at.
    #[serde(default)]
    pub targets: Vec<String>,
    /// Courses meant to be taken.
    #[serde(default)]
    pub courses: Vec<PlannedCourse>,
}

/// A course in a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedCourse {
    /// Course code, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Chinese name.
    pub name: String,
    /// Credits (of this stage), when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credits: Option<Credits>,
    /// Which half of a year course.
    #[serde(default, skip_serializing_if = "Stage::is_only")]
    pub stage: Stage,
    /// The semester it is planned for; `None` while undecided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<Term>,
    /// The number of the class chosen; one that the semester does not have is as none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
}

impl PlannedCourse {
    /// The course as a record of the transcript to come.
    pub fn record(&self) -> Record {
        Record {
            code: self.code.clone(),
            name: self.name.clone(),
            credits: self.credits,
            stage: self.stage,
            term: self.term,
            declared: Some(Completion::Planned),
            ..Record::default()
        }
    }

    /// Which course it is.
    pub fn identity(&self) -> Identity<'_> {
        Identity::new(&self.code, &self.name)
    }

    /// Whether both mean the same stage of the same course.
    pub fn is(&self, other: &PlannedCourse) -> bool {
        self.stage == other.stage && self.identity().is(other.identity())
    }

    /// Whether the record is of the same stage of the same course.
    pub fn is_record(&self, record: &Record) -> bool {
        record.stage.covers(self.stage) && self.identity().is(record.identity())
    }
}

impl Plan {
    /// Whether the plan has that stage of that course.
    pub fn has(&self, course: &PlannedCourse) -> bool {
        self.courses.iter().any(|known| known.is(course))
    }

    /// Plans a course; one that is in the plan already only moves.
    pub fn add(&mut self, course: PlannedCourse) {
        match self.courses.iter_mut().find(|known| known.is(&course)) {
            Some(known) if known.term == course.term => {}
            Some(known) => (known.term, known.class) = (course.term, None),
            None => self.courses.push(course),
        }
    }

    /// Moves a course to another semester, behind what is there.
    pub fn shift(&mut self, at: usize, term: Option<Term>) {
        if at < self.courses.len() {
            let course = self.courses.remove(at);
            // A class is of one semester.
            let class = course.class.filter(|_| course.term == term);
            self.courses.push(PlannedCourse { term, class, ..course });
        }
    }

    /// Chooses the class of a course, or none.
    pub fn choose(&mut self, at: usize, class: Option<String>) {
        if let Some(course) = self.courses.get_mut(at) {
            course.class = class;
        }
    }

    /// Takes a course out.
    pub fn remove(&mut self, at: usize) {
        if at < self.courses.len() {
            self.courses.remove(at);
        }
    }

    /// Aims at a program, or no longer.
    pub fn aim(&mut self, program: &str, wanted: bool) {
        self.targets.retain(|target| target != program);
        if wanted {
            self.targets.push(program.to_owned());
        }
    }

    /// What the plan adds to the records: its courses, but for those that are taken already. A failed course may be
    /// taken again.
    pub fn records(&self, taken: &[Record], pass_mark: u8) -> Vec<Record> {
        let done = |course: &PlannedCourse| {
            taken.iter().any(|record| record.completion(pass_mark) != Completion::NotPassed && course.is_record(record))
        };
        self.courses.iter().filter(|course| !done(course)).map(PlannedCourse::record).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::saved::Document;

    fn planned(code: &str, term: Option<Term>) -> PlannedCourse {
        PlannedCourse { code: Some(code.to_owned()), name: code.to_owned(), term, ..PlannedCourse::default() }
    }

    #[test]
    fn a_course_is_planned_once() {
        let mut plan = Plan::default();
        plan.add(planned("A", None));
        plan.add(planned("B", None));
        plan.add(planned("A", Term::new(115, 1)));
        assert_eq!(plan.courses, [planned("A", Term::new(115, 1)), planned("B", None)]);
        plan.shift(0, None);
        assert_eq!(plan.courses, [planned("B", None), planned("A", None)]);
        plan.add(PlannedCourse { stage: Stage::Part(2), ..planned("A", None) });
        assert_eq!(plan.courses.len(), 3);
    }

    #[test]
    fn a_course_planned_again_for_the_same_semester_keeps_its_class() {
        let (mut plan, term) = (Plan::default(), Term::new(115, 1));
        plan.add(planned("A", term));
        plan.choose(0, Some("362942".to_owned()));
        plan.add(planned("A", term));
        assert_eq!(plan.courses[0].class.as_deref(), Some("362942"));
        plan.add(planned("A", None));
        assert_eq!(plan.courses[0].class, None);
    }

    #[test]
    fn what_is_taken_is_not_planned_again_but_for_a_failed_course() {
        let mut document = Document::default();
        document.records.push(Record::ticked("A", "A", Credits::whole(3), Completion::Passed));
        document.records.push(Record::ticked("B", "B", Credits::whole(3), Completion::NotPassed));
        document.add_plan(Plan {
            courses: vec![planned("A", None), planned("B", None), planned("C", None)],
            ..Plan::default()
        });
        let codes: Vec<_> = document.records_with_plan().into_iter().filter_map(|record| record.code).collect();
        assert_eq!(codes, ["A", "B", "B", "C"]);
    }

    #[test]
    fn plans_come_and_go() {
        let mut document = Document::default();
        assert_eq!(document.active_plan(), None);
        document.add_plan(Plan { name: "A".to_owned(), ..Plan::default() });
        document.add_plan(Plan { name: "B".to_owned(), ..Plan::default() });
        assert_ne!(document.plans[0].id, document.plans[1].id);
        assert_eq!(document.active_plan().unwrap().name, "B");
        document.remove_plan(document.plans[1].id);
        assert_eq!(document.active_plan().unwrap().name, "A");
    }
}
