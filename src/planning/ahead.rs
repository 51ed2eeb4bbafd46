//! The next semester of a student who would go an advised way: which of its courses stand in it, and whether they go
//! together with what is planned, taken and busy there.

use super::week::{Week, week};
use super::{board, planned};
use crate::audit::AdvisedCourse;
use crate::catalog::Catalog;
use crate::classes::{Class, Classes, Fit, Times, fit};
use crate::saved::{Document, Plan};
use crate::term::Term;

/// A semester to come, as it stands already.
pub struct Ahead<'a> {
    document: &'a Document,
    catalog: &'a Catalog,
    classes: &'a Classes,
    now: Term,
    term: Term,
    /// What stands in it.
    pub week: Week<'a>,
}

impl<'a> Ahead<'a> {
    /// The semester `term`, seen from `now`. `classes` are its own or those of one like it.
    pub fn new(document: &'a Document, catalog: &'a Catalog, classes: &'a Classes, now: Term, term: Term) -> Ahead<'a> {
        let none = Plan::default();
        let plan = document.active_plan().unwrap_or(&none);
        let columns = board(document, plan, now);
        let column = columns.into_iter().find(|column| column.term == Some(term)).unwrap_or_else(|| super::Column {
            term: Some(term),
            places: Vec::new(),
            credits: Default::default(),
        });
        let week = week(document, plan, &column, term, classes);
        Ahead { document, catalog, classes, now, term, week }
    }

    /// Whether what stands in it goes together, as far as times are known.
    pub fn stands(&self) -> bool {
        !matches!(self.week.as_chosen.as_ref().unwrap_or(&self.week.any), Fit::Clash(_))
    }

    /// The courses of a way that would be taken in this semester: each where it has classes, as adding them to the
    /// plan would place them.
    pub fn of<'w>(&self, way: &'w [AdvisedCourse]) -> Vec<&'w AdvisedCourse> {
        let here = |one: &&AdvisedCourse| {
            let places = planned(self.catalog, &one.course, Some(one.credits), &one.stages, self.document, self.now);
            places.iter().any(|course| course.term == Some(self.term))
        };
        way.iter().filter(here).collect()
    }

    /// Whether courses of the way, by their positions in what [`Ahead::of`] gives, go together with what stands here.
    /// Positions in the answer: first what stands here, then they.
    pub fn fit(&self, courses: &[&AdvisedCourse]) -> Fit {
        let standing = self.week.items.iter().map(|item| item.times_as_chosen());
        let more = courses.iter().map(|one| self.times(one));
        fit(&standing.chain(more).collect::<Vec<_>>(), self.week.busy)
    }

    /// The codes among the way's courses of a smallest set that cannot be taken together here; none where they can, or
    /// where times that are not known may still allow it. Of what clashes before they come, see [`Ahead::stands`].
    pub fn clash(&self, way: &[AdvisedCourse]) -> Vec<String> {
        let courses = self.of(way);
        let Fit::Clash(clash) = self.fit(&courses) else { return Vec::new() };
        let standing = self.week.items.len();
        let ours = clash.courses.iter().filter_map(|at| courses.get(at.checked_sub(standing)?));
        ours.filter_map(|one| one.course.code.clone()).collect()
    }

    /// The classes of a course.
    pub fn classes(&self, one: &AdvisedCourse) -> &'a [Class] {
        one.course.code.as_deref().map_or(&[], |code| self.classes.of(code))
    }

    /// Whether no class of a course has a known time: it is not judged.
    pub fn unknown(&self, one: &AdvisedCourse) -> bool {
        self.classes(one).iter().all(|class| class.times.is_empty())
    }

    /// The semester whose classes are meant.
    pub fn known(&self) -> Term {
        self.classes.term
    }

    fn times(&self, one: &AdvisedCourse) -> Vec<Times> {
        self.classes(one).iter().map(|class| class.times).collect()
    }
}
