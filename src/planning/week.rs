//! The week of a semester in a plan: which classes its courses have, and whether they go together.

use super::board::{BoardItem, Column};
use crate::audit::Profile;
use crate::classes::{Class, Classes, Fit, Times, fit};
use crate::saved::{Document, Plan};
use crate::sorting;
use crate::term::Term;
use crate::transcript::Completion;

/// A course of the semester.
#[derive(Clone, Debug, PartialEq)]
pub struct Item<'c> {
    /// Where it stands in the plan, or among the records.
    pub place: BoardItem,
    /// Its classes, likeliest for this student first; empty where the semester has none that is known.
    pub classes: Vec<&'c Class>,
    /// The class that the student chose, by its position among them.
    pub chosen: Option<usize>,
}

/// A semester with its courses, and how they go together. Positions in the answers are those of `items`.
#[derive(Clone, Debug, PartialEq)]
pub struct Week<'c> {
    /// Its courses: those being taken first, then those planned.
    pub items: Vec<Item<'c>>,
    /// The hours that the student cannot.
    pub busy: Times,
    /// Whether any choice of classes goes together.
    pub any: Fit,
    /// Whether the classes chosen do, with any class of the other courses; `None` where nothing is chosen.
    pub as_chosen: Option<Fit>,
}

/// The week of a column of the board. `classes` are those of its semester or of one like it. A course that is taken
/// counts once; where the busy hours hold a timetable, the courses being taken are in it already.
pub fn week<'c>(document: &Document, plan: &Plan, column: &Column, term: Term, classes: &'c Classes) -> Week<'c> {
    let busy = document.busy_in(term);
    let pass_mark = document.profile.pass_mark();
    let mut items: Vec<(Option<&str>, Item)> = Vec::new();
    for place in &column.places {
        let (code, class) = match place {
            BoardItem::Record(at) => {
                let Some(record) = document.records.get(*at) else { continue };
                if record.completion(pass_mark) == Completion::InProgress && !busy.timetable.is_empty() {
                    continue;
                }
                (record.code.as_deref(), None)
            }
            BoardItem::Planned(at) => {
                let Some(course) = plan.courses.get(*at) else { continue };
                (course.code.as_deref(), course.class.as_deref())
            }
        };
        if code.is_some() && items.iter().any(|(known, _)| *known == code) {
            continue;
        }
        let mut of: Vec<&Class> = code.map(|code| classes.of(code)).unwrap_or_default().iter().collect();
        sorting::sort_by_key(&mut of, |class| distance(class, &document.profile));
        let chosen = class.and_then(|id| of.iter().position(|class| class.id == id));
        items.push((code, Item { place: *place, classes: of, chosen }));
    }
    let items: Vec<Item> = items.into_iter().map(|(_, item)| item).collect();
    let busy = busy.all();
    let any = fit(&items.iter().map(Item::times).collect::<Vec<_>>(), busy);
    let chosen = items.iter().any(|item| item.chosen.is_some());
    let as_chosen = chosen.then(|| fit(&items.iter().map(Item::times_as_chosen).collect::<Vec<_>>(), busy));
    Week { items, busy, any, as_chosen }
}

impl Item<'_> {
    /// The hours of each class.
    fn times(&self) -> Vec<Times> {
        self.classes.iter().map(|class| class.times).collect()
    }

    /// The hours of the class chosen; without a choice, those of each.
    pub fn times_as_chosen(&self) -> Vec<Times> {
        let chosen = self.chosen.and_then(|at| self.classes.get(at));
        chosen.map_or_else(|| self.times(), |class| vec![class.times])
    }

    /// Whether no class of it has a known time: it is not judged.
    pub fn unknown(&self) -> bool {
        self.classes.iter().all(|class| class.times.is_empty())
    }
}

/// How far a class is from a student: held for the own department's day classes, for the whole university, for others,
/// for foreign students of a program of their own. An order for suggestions; who may join a class only the course
/// system says.
fn distance(class: &Class, profile: &Profile) -> u8 {
    let stem: Option<String> = profile.group.as_ref().map(|group| group.chars().take(2).collect());
    let own =
        |group: &String| stem.as_ref().is_some_and(|stem| group.starts_with(stem.as_str())) && !group.ends_with('所');
    let whole = |group: &String| group.starts_with("校院級") || group.starts_with("博雅");
    let foreign = |group: &String| group.contains("外生") || group.contains("外國學生");
    match &class.groups {
        groups if groups.iter().any(own) => 0,
        groups if groups.iter().any(whole) => 1,
        groups if groups.iter().all(foreign) => 3,
        _ => 2,
    }
}
