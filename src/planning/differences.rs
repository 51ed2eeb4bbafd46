//! How a plan differs from another: what a suggestion would change.

use crate::saved::{Document, Plan, PlannedCourse};

/// What is another in a plan than in the one before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Courses that come in.
    pub added: Vec<PlannedCourse>,
    /// Courses that go out.
    pub removed: Vec<PlannedCourse>,
    /// Courses that are taken at another time.
    pub moved: Vec<Moved>,
    /// Codes of programs that are aimed at as well.
    pub aimed: Vec<String>,
    /// Codes of programs that are aimed at no longer.
    pub dropped: Vec<String>,
}

/// A course that is taken in another semester or class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// As it was.
    pub from: PlannedCourse,
    /// As it is.
    pub to: PlannedCourse,
}

impl Differences {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        *self == Differences::default()
    }
}

/// How a plan differs from the one before. A class is another only where the plan says which it is.
pub fn differences(before: &Plan, after: &Plan) -> Differences {
    let lacks = |plan: &Plan, course: &PlannedCourse| !plan.has(course);
    let moved = |to: &PlannedCourse| {
        let from = before.courses.iter().find(|known| known.is(to))?;
        let is_other = from.term != to.term || to.class.is_some() && from.class != to.class;
        is_other.then(|| Moved { from: from.clone(), to: to.clone() })
    };
    let only = |codes: &[String], others: &[String]| -> Vec<String> {
        codes.iter().filter(|code| !others.contains(code)).cloned().collect()
    };
    Differences {
        added: after.courses.iter().filter(|course| lacks(before, course)).cloned().collect(),
        removed: before.courses.iter().filter(|course| lacks(after, course)).cloned().collect(),
        moved: after.courses.iter().filter_map(moved).collect(),
        aimed: only(&after.targets, &before.targets),
        dropped: only(&before.targets, &after.targets),
    }
}

/// The plan of a document that a suggestion means, as it was begun from `base`: the one that is the same; where none is,
/// the one that counts. And whether it is the same.
pub fn meant(document: &Document, base: &Plan) -> (Plan, bool) {
    let is_same = |plan: &&Plan| differences(plan, base).is_empty();
    let active = document.active_plan();
    match active.filter(is_same).or_else(|| document.plans.iter().find(is_same)) {
        Some(plan) => (plan.clone(), true),
        None => {
            let active = active.cloned().unwrap_or_default();
            let is_same = is_same(&&active);
            (active, is_same)
        }
    }
}

/// A suggested plan to be taken over beside the student's own: classes that the student chose stay chosen where the
/// suggestion leaves the course in its semester and says nothing of its class.
pub fn adopted(own: &Plan, suggested: &Plan) -> Plan {
    let course = |course: &PlannedCourse| {
        let known = own.courses.iter().find(|known| known.is(course) && known.term == course.term);
        let class = course.class.clone().or_else(|| known.and_then(|known| known.class.clone()));
        PlannedCourse { class, ..course.clone() }
    };
    Plan { courses: suggested.courses.iter().map(course).collect(), ..suggested.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::Term;

    fn course(code: &str, term: Option<Term>) -> PlannedCourse {
        PlannedCourse { code: Some(code.to_owned()), name: code.to_owned(), term, ..PlannedCourse::default() }
    }

    fn plan(targets: &[&str], courses: Vec<PlannedCourse>) -> Plan {
        Plan { targets: targets.iter().map(|code| (*code).to_owned()).collect(), courses, ..Plan::default() }
    }

    #[test]
    fn told_by_course_and_target() {
        let (first, second) = (Term::new(115, 1), Term::new(115, 2));
        let before = plan(&["AVM", "AVB"], vec![course("A", first), course("B", first), course("C", None)]);
        let after = plan(&["AVB", "AZ7"], vec![course("C", second), course("A", first), course("D", first)]);
        let found = differences(&before, &after);
        assert_eq!(found.added, [course("D", first)]);
        assert_eq!(found.removed, [course("B", first)]);
        assert_eq!(found.moved, [Moved { from: course("C", None), to: course("C", second) }]);
        assert_eq!((found.aimed, found.dropped), (vec!["AZ7".to_owned()], vec!["AVM".to_owned()]));
        // Neither the order of courses nor that of targets says anything.
        let turned = plan(&["AVB", "AVM"], before.courses.iter().rev().cloned().collect());
        assert!(differences(&before, &turned).is_empty());
        assert!(!differences(&before, &after).is_empty());
    }

    #[test]
    fn halves_and_classes() {
        use crate::transcript::Stage;
        let first = Term::new(115, 1);
        let half = |part| PlannedCourse { stage: Stage::Part(part), ..course("A", first) };
        let found = differences(&plan(&[], vec![half(1)]), &plan(&[], vec![half(1), half(2)]));
        assert_eq!(found.added, [half(2)]);
        let of_class = |class: &str| PlannedCourse { class: Some(class.to_owned()), ..course("A", first) };
        let own = plan(&[], vec![of_class("301234")]);
        // Who says nothing of the class means that of the student.
        let unsaid = plan(&[], vec![course("A", first)]);
        assert!(differences(&own, &unsaid).is_empty());
        assert_eq!(adopted(&own, &unsaid).courses, own.courses);
        let other = plan(&[], vec![of_class("305678")]);
        assert_eq!(differences(&own, &other).moved.len(), 1);
        assert_eq!(adopted(&own, &other).courses, other.courses);
        // A class is of one semester.
        let later = plan(&[], vec![course("A", Term::new(115, 2))]);
        assert_eq!(adopted(&own, &later).courses, later.courses);
    }

    #[test]
    fn the_plan_that_was_shared_is_found_again() {
        let (a, b) = (plan(&["AVM"], vec![course("A", None)]), plan(&[], vec![course("B", None)]));
        let mut document = Document::default();
        document.add_plan(Plan { id: 1, ..a.clone() });
        document.add_plan(Plan { id: 2, ..b.clone() });
        let found = |base: &Plan| {
            let (plan, is_same) = meant(&document, base);
            (plan.id, is_same)
        };
        // The second one counts; the first one was shared.
        assert_eq!((found(&a), found(&b)), ((1, true), (2, true)));
        assert_eq!(found(&plan(&[], vec![course("C", None)])), (2, false));
        let none = Document::default();
        assert_eq!(meant(&none, &Plan::default()), (Plan::default(), true));
        assert_eq!(meant(&none, &a), (Plan::default(), false));
    }
}
