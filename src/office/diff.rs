//! What changed between two editions, as data. The words are in [`crate::i18n::office`].

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::catalog::calendar::{TermDates, dates_of};
use crate::catalog::document::{Document, Edition, Listing, Program};
use crate::rules::{Question, Restriction};
use crate::term::Term;

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
    /// A restriction is new.
    RestrictionAdded { restriction: Restriction },
    /// A restriction is gone.
    RestrictionRemoved { restriction: Restriction },
    /// The restriction is the same, but whether it stands is asked now, no longer, or otherwise.
    RestrictionDoubted { restriction: Restriction, now: Option<Question> },
    /// A note is new.
    NoteAdded { zh: String, en: String },
    /// A note is gone.
    NoteRemoved { zh: String, en: String },
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

/// A change of a course that both catalogs know.
#[derive(Clone, Debug, PartialEq)]
pub struct CourseChange {
    /// The course, as the newer catalog names it.
    pub course: Named,
    /// The key that changed.
    pub key: &'static str,
    /// Before.
    pub from: String,
    /// Now.
    pub to: String,
}

/// What changed from one edition to another, in the order of the newer one; programs that are gone at the end.
pub fn editions(old: &Edition, new: &Edition) -> Vec<Change> {
    let mut changes = Vec::new();
    if old.standard_as_of != new.standard_as_of {
        let (from, to) = (old.standard_as_of.clone(), new.standard_as_of.clone());
        changes.push(Change { program: None, what: What::Field { key: "standard_as_of", from, to } });
    }
    for program in &new.programs {
        let mut add = |what: What| changes.push(Change { program: Some(program.code.clone()), what });
        match old.programs.iter().find(|before| before.code == program.code) {
            Some(before) => programs(before, program).into_iter().for_each(add),
            None => add(What::Added { name: program.name.clone() }),
        }
    }
    for program in &old.programs {
        if !new.programs.iter().any(|now| now.code == program.code) {
            let what = What::Removed { name: program.name.clone() };
            changes.push(Change { program: Some(program.code.clone()), what });
        }
    }
    changes
}

fn programs(old: &Program, new: &Program) -> Vec<What> {
    let mut found = Vec::new();
    let text = |value: bool| value.to_string();
    let number = |credits: Option<crate::credits::Credits>| credits.map(|c| c.to_string()).unwrap_or_default();
    for (key, from, to) in [
        ("name", old.name.clone(), new.name.clone()),
        ("college", old.college.clone(), new.college.clone()),
        ("department", old.department.clone(), new.department.clone()),
        ("min_credits", old.min_credits.to_string(), new.min_credits.to_string()),
        ("table_credits", number(old.table_credits), number(new.table_credits)),
        ("own_department_only", text(old.own_department_only), text(new.own_department_only)),
        ("taught_in_english", text(old.taught_in_english), text(new.taught_in_english)),
        ("plan_url", old.plan_url.clone().unwrap_or_default(), new.plan_url.clone().unwrap_or_default()),
    ] {
        if from != to {
            found.push(What::Field { key, from, to });
        }
    }
    for category in &new.categories {
        match old.categories.iter().find(|before| before.name == category.name) {
            None => found.push(What::CategoryAdded { name: category.name.clone(), min: category.min_courses }),
            Some(before) if before.min_courses != category.min_courses => found.push(What::Minimum {
                category: category.name.clone(),
                from: before.min_courses,
                to: category.min_courses,
            }),
            Some(_) => {}
        }
    }
    for category in &old.categories {
        if new.category(&category.name).is_none() {
            found.push(What::CategoryRemoved { name: category.name.clone() });
        }
    }
    courses(old, new, &mut found);
    restrictions(&old.restrictions, &new.restrictions, &mut found);
    for note in new.notes.iter().filter(|note| !old.notes.contains(note)) {
        found.push(What::NoteAdded { zh: note.zh.clone(), en: note.en.clone() });
    }
    for note in old.notes.iter().filter(|note| !new.notes.contains(note)) {
        found.push(What::NoteRemoved { zh: note.zh.clone(), en: note.en.clone() });
    }
    found
}

fn restrictions(before: &[Restriction], after: &[Restriction], found: &mut Vec<What>) {
    let mut gone: Vec<Restriction> = before.iter().filter(|one| !after.contains(one)).cloned().collect();
    for mut restriction in after.iter().filter(|one| !before.contains(one)).cloned() {
        let doubt = restriction.doubt.take();
        let alike = |one: &Restriction| Restriction { doubt: None, ..one.clone() } == restriction;
        match gone.iter().position(alike) {
            Some(at) => {
                gone.remove(at);
                found.push(What::RestrictionDoubted { restriction, now: doubt });
            }
            None => {
                restriction.doubt = doubt;
                found.push(What::RestrictionAdded { restriction });
            }
        }
    }
    found.extend(gone.into_iter().map(|restriction| What::RestrictionRemoved { restriction }));
}

/// What a program's list says of one course.
struct ListedPlace<'a> {
    category: Option<String>,
    listing: &'a Listing,
}

fn places(program: &Program) -> BTreeMap<String, ListedPlace<'_>> {
    let place = |(category, listing): (Option<usize>, &'_ Listing)| {
        let category = category.and_then(|at| program.categories.get(at)).map(|category| category.name.clone());
        (category, listing.code.clone().unwrap_or_else(|| listing.name.clone()))
    };
    program
        .listings()
        .map(|(at, listing)| {
            let (category, key) = place((at, listing));
            (key, ListedPlace { category, listing })
        })
        .collect()
}

fn courses(old: &Program, new: &Program, found: &mut Vec<What>) {
    let named = |listing: &Listing| Named { code: listing.code.clone(), name: listing.name.clone() };
    let (before, after) = (places(old), places(new));
    for (key, now) in &after {
        let course = named(now.listing);
        match before.get(key) {
            None => found.push(What::CourseAdded { course, category: now.category.clone() }),
            Some(then) => {
                if then.category != now.category {
                    let (from, to) = (then.category.clone(), now.category.clone());
                    found.push(What::CourseMoved { course: course.clone(), from, to });
                }
                for ((mark, was), (_, set)) in marks(then.listing).into_iter().zip(marks(now.listing)) {
                    if was != set {
                        found.push(What::CourseMarked { course: course.clone(), mark, set });
                    }
                }
            }
        }
    }
    for (key, then) in &before {
        if !after.contains_key(key) {
            let category = then.category.clone();
            found.push(What::CourseRemoved { course: named(then.listing), category });
        }
    }
}

fn marks(listing: &Listing) -> [(Mark, bool); 3] {
    [
        (Mark::Required, listing.required),
        (Mark::Online, listing.online),
        (Mark::CategoryNotPrinted, listing.category_not_printed),
    ]
}

/// A date of the calendar that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateChange {
    /// The term.
    pub term: Term,
    /// Its key: `first_monday`, `add_drop.day`.
    pub key: String,
    /// Before; empty where it was not known.
    pub from: String,
    /// Now; empty where it is not known any more.
    pub to: String,
}

/// What the calendars say otherwise, term by term in their order; terms that are gone at the end.
pub fn calendars(old: &Document, new: &Document) -> Vec<DateChange> {
    let old_terms = old.calendar.iter().map(|dates| dates.term);
    let gone = old_terms.filter(|term| dates_of(&new.calendar, *term).is_none());
    let terms = new.calendar.iter().map(|dates| dates.term).chain(gone);
    let mut found = Vec::new();
    for term in terms {
        let [before, after] =
            [old, new].map(|document| dates_of(&document.calendar, term).map(said).unwrap_or_default());
        let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for key in keys {
            let [from, to] = [&before, &after].map(|said| said.get(key).cloned().unwrap_or_default());
            if from != to {
                found.push(DateChange { term, key: key.clone(), from, to });
            }
        }
    }
    found
}

/// Everything that a term's dates say, by key; a window as its two days.
fn said(dates: &TermDates) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let values = serde_json::to_value(dates).unwrap_or_default();
    let mut open: Vec<(String, &Value)> =
        values.as_object().into_iter().flatten().map(|(k, v)| (k.clone(), v)).collect();
    while let Some((key, value)) = open.pop() {
        match value {
            Value::Object(inner) => match (inner.get("from"), inner.get("to")) {
                (Some(Value::String(from)), Some(Value::String(to))) => _ = found.insert(key, format!("{from} – {to}")),
                _ => open.extend(inner.iter().map(|(name, value)| (format!("{key}.{name}"), value))),
            },
            Value::String(text) if key != "term" => _ = found.insert(key, text.clone()),
            _ => {}
        }
    }
    found
}

/// Courses that both catalogs know and of which they say different things.
pub fn course_table(old: &Document, new: &Document) -> Vec<CourseChange> {
    let before: BTreeMap<&str, _> = old.courses.iter().filter_map(|c| Some((c.code.as_deref()?, c))).collect();
    let mut found = Vec::new();
    for course in &new.courses {
        let Some(then) = course.code.as_deref().and_then(|code| before.get(code)) else { continue };
        let number = |credits: Option<crate::credits::Credits>| credits.map(|c| c.to_string()).unwrap_or_default();
        let stages = |stages: Option<u8>| stages.map(|s| s.to_string()).unwrap_or_default();
        for (key, from, to) in [
            ("name", then.name.clone(), course.name.clone()),
            ("credits", number(then.credits), number(course.credits)),
            ("unit", then.unit.clone().unwrap_or_default(), course.unit.clone().unwrap_or_default()),
            ("stages", stages(then.stages), stages(course.stages)),
        ] {
            if from != to {
                let named = Named { code: course.code.clone(), name: course.name.clone() };
                found.push(CourseChange { course: named, key, from, to });
            }
        }
    }
    found
}
