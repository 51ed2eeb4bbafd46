//! What changed between two catalogs, as data. The words are in [`crate::i18n::office::diff`].
//!
//! Every field of every table is compared: structs are taken apart by name, so that a new field cannot be forgotten.

mod calendar;
mod listed;
mod restrictions;
mod rows;

use crate::catalog::document::{Category, Edition, NotListedReason, Program, Text};
use crate::credits::Credits;
use crate::rules::{Question, Restriction};

pub use calendar::{DateChange, calendars};
pub use rows::{Row, RowChange, RowWhat, rows};

/// One change of an edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Code of the program; `None` where the edition itself changed.
    pub program: Option<String>,
    /// What changed.
    pub what: What,
}

/// What can change.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // the names say it
pub enum What {
    /// The program is new; its name.
    Added { name: String },
    /// The program is gone; its name.
    Removed { name: String },
    /// One of the edition's or program's own values; the keys are those of the catalog.
    Field { key: &'static str, from: String, to: String },
    /// A category is new.
    CategoryAdded { name: String, min: Option<u16> },
    /// A category is gone.
    CategoryRemoved { name: String },
    /// A category asks for another number of courses (`None`: not stated).
    Minimum { category: String, from: Option<u16>, to: Option<u16> },
    /// A course is listed now; without a category when the list leaves it open.
    CourseAdded { course: Named, category: Option<String> },
    /// A course is no longer listed.
    CourseRemoved { course: Named, category: Option<String> },
    /// A course is in another category.
    CourseMoved { course: Named, from: Option<String>, to: Option<String> },
    /// A course is marked so, or no longer.
    CourseMarked { course: Named, mark: Mark, set: bool },
    /// Something else that the list says of a course; the keys are those of the catalog.
    CourseField { course: Named, key: &'static str, from: String, to: String },
    /// A course stands now among those that do not count.
    NotListedAdded { course: Named, why: NotListedReason },
    /// A course is gone from those that do not count.
    NotListedRemoved { course: Named },
    /// The reason why a course does not count is another.
    NotListedWhy { course: Named, from: NotListedReason, to: NotListedReason },
    /// A restriction is new.
    RestrictionAdded { restriction: Restriction },
    /// A restriction is gone.
    RestrictionRemoved { restriction: Restriction },
    /// The restriction is the same, but whether it stands is asked now, no longer, or otherwise.
    RestrictionDoubted { restriction: Restriction, now: Option<Question> },
    /// Something of a restriction that its sentence does not say; the keys are those of the catalog.
    RestrictionKey { restriction: Restriction, key: String, from: Vec<String>, to: Vec<String> },
    /// A note is new.
    NoteAdded { zh: String, en: String },
    /// A note is gone.
    NoteRemoved { zh: String, en: String },
    /// A note says something else in one of its languages.
    NoteChanged { english: bool, from: String, to: String },
}

/// What a list can say of a course beside its category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Required.
    Required,
    /// Online.
    Online,
    /// The list prints no category for it.
    CategoryNotPrinted,
}

/// A course as a list names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// Code, where it has one.
    pub code: Option<String>,
    /// Name.
    pub name: String,
}

/// What changed from one edition to another, in the order of the newer one; programs that are gone at the end.
pub fn editions(old: &Edition, new: &Edition) -> Vec<Change> {
    let Edition { id: _, year, title, standard_as_of, programs: now } = new;
    let mut changes = Vec::new();
    for (key, from, to) in [
        ("year", old.year.to_string(), year.to_string()),
        ("title.zh", old.title.zh.clone(), title.zh.clone()),
        ("title.en", old.title.en.clone(), title.en.clone()),
        ("standard_as_of", old.standard_as_of.clone(), standard_as_of.clone()),
    ] {
        if from != to {
            changes.push(Change { program: None, what: What::Field { key, from, to } });
        }
    }
    for program in now {
        let mut add = |what: What| changes.push(Change { program: Some(program.code.clone()), what });
        match old.programs.iter().find(|before| before.code == program.code) {
            Some(before) => programs(before, program).into_iter().for_each(add),
            None => add(What::Added { name: program.name.clone() }),
        }
    }
    for program in &old.programs {
        if !now.iter().any(|now| now.code == program.code) {
            let what = What::Removed { name: program.name.clone() };
            changes.push(Change { program: Some(program.code.clone()), what });
        }
    }
    changes
}

fn programs(old: &Program, new: &Program) -> Vec<What> {
    let mut found = Vec::new();
    let Program {
        code: _,
        name,
        college,
        department,
        min_credits,
        table_credits,
        own_department_only,
        taught_in_english,
        standard_url,
        plan_url,
        categories: now,
        uncategorised: _,
        not_listed: _,
        restrictions,
        notes,
    } = new;
    let text = |value: bool| value.to_string();
    let number = |credits: Option<Credits>| credits.map(|c| c.to_string()).unwrap_or_default();
    let address = |url: &Option<String>| url.clone().unwrap_or_default();
    for (key, from, to) in [
        ("name", old.name.clone(), name.clone()),
        ("college", old.college.clone(), college.clone()),
        ("department", old.department.clone(), department.clone()),
        ("min_credits", old.min_credits.to_string(), min_credits.to_string()),
        ("table_credits", number(old.table_credits), number(*table_credits)),
        ("own_department_only", text(old.own_department_only), text(*own_department_only)),
        ("taught_in_english", text(old.taught_in_english), text(*taught_in_english)),
        ("standard_url", old.standard_url.clone(), standard_url.clone()),
        ("plan_url", address(&old.plan_url), address(plan_url)),
    ] {
        if from != to {
            found.push(What::Field { key, from, to });
        }
    }
    categories(&old.categories, now, &mut found);
    listed::courses(old, new, &mut found);
    listed::not_listed(&old.not_listed, &new.not_listed, &mut found);
    restrictions::compare(&old.restrictions, restrictions, &mut found);
    self::notes(&old.notes, notes, &mut found);
    found
}

fn categories(old: &[Category], new: &[Category], found: &mut Vec<What>) {
    for Category { name, min_courses, courses: _ } in new {
        match old.iter().find(|before| before.name == *name) {
            None => found.push(What::CategoryAdded { name: name.clone(), min: *min_courses }),
            Some(before) if before.min_courses != *min_courses => {
                found.push(What::Minimum { category: name.clone(), from: before.min_courses, to: *min_courses });
            }
            Some(_) => {}
        }
    }
    for category in old {
        if !new.iter().any(|now| now.name == category.name) {
            found.push(What::CategoryRemoved { name: category.name.clone() });
        }
    }
}

fn notes(old: &[Text], new: &[Text], found: &mut Vec<What>) {
    let (mut gone, new) = only(old, new);
    for note in new {
        // One of the languages is as it was: that note, said anew.
        match gone.iter().position(|before| before.zh == note.zh || before.en == note.en) {
            Some(at) => {
                let before = gone.remove(at);
                let english = before.zh == note.zh;
                let (from, to) = if english { (before.en, note.en) } else { (before.zh, note.zh) };
                found.push(What::NoteChanged { english, from, to });
            }
            None => found.push(What::NoteAdded { zh: note.zh, en: note.en }),
        }
    }
    found.extend(gone.into_iter().map(|note| What::NoteRemoved { zh: note.zh, en: note.en }));
}

/// What only the first list has, and what only the second has, each in its order; what stands twice counts twice.
fn only<T: Clone + PartialEq>(old: &[T], new: &[T]) -> (Vec<T>, Vec<T>) {
    let mut gone: Vec<T> = old.to_vec();
    let mut come = Vec::new();
    for one in new {
        match gone.iter().position(|before| before == one) {
            Some(at) => _ = gone.remove(at),
            None => come.push(one.clone()),
        }
    }
    (gone, come)
}
