//! The program's courses by category, to be ticked in place, each marked with whether and why it counts.

use kuayu::audit::{CourseRef, NotCountedReason, Standing, View, course_ref};
use kuayu::catalog;
use kuayu::catalog::document::{Category, Course, Listing};
use kuayu::credits::Credits;
use kuayu::i18n::{self, Lang, units};
use kuayu::transcript::{Record, Stage};
use leptos::prelude::*;

use super::{ProgramPage, said};
use crate::ui::components::{CourseLine, course_name, course_row, spoken};
use crate::ui::live::live;
use crate::ui::state::halves;

/// A course as the page lists it.
struct ListRow {
    course: CourseRef,
    stage: Stage,
    credits: Option<Credits>,
    tags: Vec<String>,
    offered: String,
}

/// The list.
pub fn list(here: ProgramPage) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    let groups = here.app.derived.with_program(&here.code.get_value(), |catalog, _, program| {
        // A year course has a row for each half.
        let rows = |one: &Listing| {
            let course = catalog.listed(one).and_then(|id| catalog.course(id));
            let stages = catalog::stages(course.and_then(|course| course.stages).unwrap_or(1));
            stages.filter_map(|stage| Some(row(lang, one, course?, stage))).collect::<Vec<_>>()
        };
        let group = |category: &Category| {
            let rows: Vec<ListRow> = category.courses.iter().flat_map(rows).collect();
            (units::category(lang, &category.name).to_owned(), minimum(lang, category), rows)
        };
        let mut groups: Vec<(String, String, Vec<ListRow>)> = program.categories.iter().map(group).collect();
        if !program.uncategorised.is_empty() {
            let rows = program.uncategorised.iter().flat_map(rows).collect();
            groups.push((words.category_open.to_owned(), words.category_open_why.to_owned(), rows));
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
    view! { <section class="card"><h2>{words.courses}</h2>{groups}{others(here)}{said::of_unlisted(here)}</section> }
        .into_any()
}

fn minimum(lang: Lang, category: &Category) -> String {
    let least = match category.min_courses {
        None => i18n::Programs::of(lang).minimum_open.to_owned(),
        Some(n) => i18n::programs::at_least(lang, usize::from(n)),
    };
    let why = units::category_why(lang, &category.name).map(str::to_owned);
    [Some(least), why].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn row(lang: Lang, listing: &Listing, course: &Course, stage: Stage) -> ListRow {
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
    ListRow { course: course_ref(course), stage, credits: course.credits, tags, offered }
}

fn line(here: ProgramPage, row: ListRow) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let ListRow { course, stage, credits, tags, offered } = row;
    let tags: Vec<AnyView> =
        tags.into_iter().map(|tag| view! { <span class="tag">{spoken(lang, &tag)}</span> }.into_any()).collect();
    let named = StoredValue::new(course.clone());
    let verdict = Memo::new(move |_| here.audit.with(|_| named.with_value(|course| outcome(here, course, stage))));
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
    let (act, said) = said::of_course(here, &course);
    course_row(here.app, CourseLine { course, stage, credits, marks, act, note: view! { {note}{said} }.into_any() })
}

/// A word and its colour.
type Tag = (&'static str, &'static str);

fn tag_view((word, class): &Tag) -> AnyView {
    let class = format!("tag {class}");
    view! { <span class=class>{*word}</span> }.into_any()
}

/// Cross-domain or not, in a word; the reason stands behind the row's button, for fingers and keys too.
fn standing(here: ProgramPage, course: &CourseRef) -> Option<AnyView> {
    let lang = here.app.lang.get_untracked();
    here.standings.with(|standings| {
        let standing = standings.get(course)?;
        let class = match standing {
            Standing::Cross | Standing::Decided(true) => "tag tag-accent",
            Standing::Own { .. } | Standing::Decided(false) => "tag",
            Standing::Doubt(_) => "tag tag-ask",
            Standing::NoCurriculum => return None,
        };
        Some(view! { <span class=class>{i18n::badge::standing(lang, standing)}</span> }.into_any())
    })
}

/// Whether a listed course (or that half of it) counts, and why (not). `None` when it was not taken.
fn outcome(here: ProgramPage, course: &CourseRef, stage: Stage) -> Option<(Tag, String)> {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    let (entry, own) = here.app.profile.with(|profile| (profile.entry, profile.degree.has_curricula()));
    here.audit.with(|audit| {
        let audit = audit.as_ref()?;
        if let Some(counted) =
            audit.counted.iter().find(|counted| counted.course == *course && is_of(here, counted.record, stage))
        {
            let tag = match counted.view {
                View::Passed => (words.counted, "tag-met"),
                View::InProgress | View::Planned => (words.counted_if, "tag-coming"),
            };
            // Of evening and graduate students no curriculum says whose course it is, and no rule asks.
            let why = own.then(|| i18n::audit::standing(lang, &counted.cross_domain, entry));
            return Some((tag, why.unwrap_or_default()));
        }
        let out = audit.not_counted.iter().find(|out| out.course == *course && is_of(here, out.record, stage))?;
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

/// Whether a record is of that half. One that does not say is told of at the first, for which it stands.
fn is_of(here: ProgramPage, at: usize, stage: Stage) -> bool {
    record(here, at).is_some_and(|record| stage == Stage::Only || record.stage.counts_once_with(stage))
}

fn record(here: ProgramPage, at: usize) -> Option<Record> {
    here.app.derived.audits.with_untracked(|audits| audits.as_ref()?.records.get(at).cloned())
}

fn record_name(here: ProgramPage, at: usize) -> String {
    record(here, at).map(|record| halves::record_named(here.app, &record)).unwrap_or_default()
}

/// Records near the program that are not in its list.
fn others(here: ProgramPage) -> AnyView {
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
                    let stage = record(here, out.record).map(|record| record.stage).unwrap_or_default();
                    let (code, name) = (out.course.code.as_deref(), &out.course.name);
                    let name = course_name(lang, code, name, halves::half(here.app, code, name, stage));
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
