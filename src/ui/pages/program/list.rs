//! The program's courses by category, to be ticked in place, each marked with whether and why it counts.

use kuayu::audit::{CourseRef, NotCountedReason, Standing, View, course_ref};
use kuayu::catalog::document::{Category, Course, Listing};
use kuayu::credits::Credits;
use kuayu::i18n::{self, Lang, names, units};
use kuayu::transcript::Record;
use leptos::prelude::*;

use super::Here;
use crate::ui::components::{CourseLine, course_name, course_row, spoken};
use crate::ui::live::live;

/// A course as the page lists it.
struct Row {
    course: CourseRef,
    credits: Option<Credits>,
    tags: Vec<String>,
    offered: String,
}

/// The list.
pub fn list(here: Here) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    let groups = here.app.derived.with_program(&here.code.get_value(), |catalog, _, program| {
        let row = |one: &Listing| {
            let course = catalog.course(catalog.listed(one)?)?;
            Some(self::row(lang, one, course))
        };
        let group = |category: &Category| {
            let rows: Vec<Row> = category.courses.iter().filter_map(row).collect();
            (units::category(lang, &category.name).to_owned(), minimum(lang, category), rows)
        };
        let mut groups: Vec<(String, String, Vec<Row>)> = program.categories.iter().map(group).collect();
        if !program.uncategorised.is_empty() {
            let rows = program.uncategorised.iter().filter_map(row).collect();
            groups.push((words.category_open.to_owned(), String::new(), rows));
        }
        groups
    });
    let groups: Vec<AnyView> = groups
        .unwrap_or_default()
        .into_iter()
        .map(|(name, minimum, rows)| {
            let rows: Vec<AnyView> = rows.into_iter().map(|row| line(here, row)).collect();
            view! {
                <section class="category">
                    <header><h3>{name}</h3><p class="note">{minimum}</p></header>
                    <ul class="course-list">{rows}</ul>
                </section>
            }
            .into_any()
        })
        .collect();
    view! { <section class="card"><h2>{words.courses}</h2>{groups}{others(here)}</section> }.into_any()
}

fn minimum(lang: Lang, category: &Category) -> String {
    match category.min_courses {
        None => i18n::Programs::of(lang).minimum_open.to_owned(),
        Some(n) => i18n::programs::at_least(lang, usize::from(n)),
    }
}

fn row(lang: Lang, listing: &Listing, course: &Course) -> Row {
    let words = i18n::Programs::of(lang);
    let mut tags = Vec::new();
    let mut tag = |on: bool, word: &str| {
        if on {
            tags.push(word.to_owned());
        }
    };
    tag(listing.required, words.required);
    tag(listing.category_not_printed, words.category_not_printed);
    tag(listing.online, words.online);
    if let Some(school) = &course.school {
        tag(true, school);
    }
    if let Some(track) = &listing.track_hint {
        tag(true, &format!("{track}?"));
    }
    if let Some(hint) = &listing.category_hint {
        tag(true, i18n::audit::text(lang, hint));
    }
    let offered = match course.offered.last() {
        Some(term) => format!("{} {term}", words.last_offered),
        None if listing.online => String::new(),
        None => words.rarely.to_owned(),
    };
    Row { course: course_ref(course), credits: course.credits, tags, offered }
}

fn line(here: Here, row: Row) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let Row { course, credits, tags, offered } = row;
    let tags: Vec<AnyView> =
        tags.into_iter().map(|tag| view! { <span class="tag">{spoken(lang, &tag)}</span> }.into_any()).collect();
    let named = StoredValue::new(course.clone());
    let verdict = Memo::new(move |_| here.audit.with(|_| named.with_value(|course| told(here, course))));
    let standing = live(move || named.with_value(|course| standing(here, course)));
    let mark = live(move || verdict.with(|told| told.as_ref().map(|(tag, _)| tag_view(tag))));
    let note = move || {
        verdict.with(|told| {
            let text = &told.as_ref()?.1;
            (!text.is_empty())
                .then(|| view! { <p class="course-note">{spoken(here.app.lang.get_untracked(), text)}</p> })
        })
    };
    let marks = view! { <span>{offered}</span>{tags}{standing}{mark} }.into_any();
    course_row(here.app, CourseLine { course, credits, marks, note: view! { {note} }.into_any() })
}

/// A word and its colour.
type Tag = (&'static str, &'static str);

fn tag_view((word, class): &Tag) -> AnyView {
    let class = format!("tag {class}");
    view! { <span class=class>{*word}</span> }.into_any()
}

/// Cross-domain or not, in a word; the reason on demand and for screen readers.
fn standing(here: Here, course: &CourseRef) -> Option<AnyView> {
    let lang = here.app.lang.get_untracked();
    here.standings.with(|standings| {
        let standing = standings.get(course)?;
        let class = match standing {
            Standing::Cross | Standing::Decided(true) => "tag tag-accent",
            Standing::Own { .. } | Standing::Decided(false) => "tag",
            Standing::Doubt(_) => "tag tag-ask",
            Standing::NoCurriculum => return None,
        };
        let entry = here.app.profile.with(|profile| profile.entry);
        let why = i18n::audit::standing(lang, standing, entry);
        Some(view! { <span class=class title=why>{i18n::badge::standing(lang, standing)}</span> }.into_any())
    })
}

/// Whether a listed course counts, and why (not). `None` when it was not taken.
fn told(here: Here, course: &CourseRef) -> Option<(Tag, String)> {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    let entry = here.app.profile.with(|profile| profile.entry);
    here.audit.with(|audit| {
        let audit = audit.as_ref()?;
        if let Some(counted) = audit.counted.iter().find(|counted| counted.course == *course) {
            let tag = match counted.view {
                View::Passed => (words.counted, "tag-met"),
                View::InProgress | View::Planned => (words.counted_if, "tag-coming"),
            };
            return Some((tag, i18n::audit::standing(lang, &counted.cross_domain, entry)));
        }
        let out = audit.not_counted.iter().find(|out| out.course == *course)?;
        let reason = here.app.derived.with_program(&audit.code, |_, _, program| {
            i18n::audit::not_counted(lang, &out.reason, program, &|at| record_name(here, at))
        });
        let tag = match &out.reason {
            NotCountedReason::ToConfirm(_) => (words.confirm, "tag-ask"),
            _ => (words.not_counted, "tag-bad"),
        };
        Some((tag, reason.unwrap_or_default()))
    })
}

fn record_name(here: Here, at: usize) -> String {
    let audits = here.app.derived.audits.get_untracked();
    let lang = here.app.lang.get_untracked();
    let name = |record: &Record| names::course(lang, record.code.as_deref(), &record.name);
    audits.and_then(|audits| audits.records.get(at).map(name)).unwrap_or_default()
}

/// Records near the program that are not in its list.
fn others(here: Here) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    let listed = here.standings;
    let found = live(move || {
        here.audit.with(|audit| {
            let audit = audit.as_ref()?;
            let rows = here.app.derived.with_program(&audit.code, |_, _, program| {
                let unlisted =
                    audit.not_counted.iter().filter(|out| !listed.with(|listed| listed.contains_key(&out.course)));
                let row = unlisted.map(|out| {
                    let reason = i18n::audit::not_counted(lang, &out.reason, program, &|at| record_name(here, at));
                    let name = course_name(lang, out.course.code.as_deref(), &out.course.name, String::new());
                    view! { <li>{name}" — "{spoken(lang, &reason)}</li> }.into_any()
                });
                row.collect::<Vec<_>>()
            })?;
            let any = !rows.is_empty();
            any.then(|| {
                view! {
                    <section class="category"><h3>{words.more_courses}</h3><ul class="reasons">{rows}</ul></section>
                }
                .into_any()
            })
        })
    });
    view! { {found} }.into_any()
}
