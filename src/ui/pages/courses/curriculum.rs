//! Ticking from the student's own curriculum, semester by semester: found by a word, the required courses of a semester at
//! once, with the count and what it comes to in sight.

use std::collections::HashSet;

use kuayu::audit::CourseRef;
use kuayu::catalog::curriculum::{Curriculum, CurriculumRow};
use kuayu::credits::Credits;
use kuayu::i18n::{self, names};
use kuayu::names::normalise;
use kuayu::saved::ticks::{self, Tick};
use kuayu::search::{Hay, Needle};
use leptos::prelude::*;

use crate::ui::components::{CourseLine, Icon, ProfileForm, Tone, course_row, icon, spoken, tone};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, Shared};

/// Years of study of a curriculum, with their semesters.
const SEMESTERS: [(u8, u8); 10] = [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2), (4, 1), (4, 2), (5, 1), (5, 2)];

/// What the checklist needs.
#[derive(Clone)]
struct Checklist {
    app: AppState,
    curriculum: Shared<Curriculum>,
    /// What is searched for.
    text: RwSignal<String>,
    needle: Memo<Needle>,
    /// Whether only required courses are listed.
    required: RwSignal<bool>,
}

/// The curriculum, folded away; or what is needed to have one.
pub fn curriculum(app: AppState) -> AnyView {
    let words = i18n::Courses::of(app.lang.get_untracked());
    let known = Memo::new(move |_| app.profile.with(|profile| profile.group.is_some() && profile.entry.is_some()));
    let body = move || {
        if !known.get() {
            return view! { <p class="note">{words.curriculum_need}</p><ProfileForm/> }.into_any();
        }
        match app.derived.curriculum.get() {
            Some(curriculum) => checklist(app, curriculum),
            None => view! { <p class="note">{words.curriculum_none}</p> }.into_any(),
        }
    };
    // A hundred rows are built only when somebody opens them.
    let open = RwSignal::new(false);
    let toggle = move |_| open.set(true);
    let body = live(move || open.get().then(body));
    view! {
        <details class="card curriculum" on:toggle=toggle>
            <summary>{words.from_curriculum}</summary>
            {body}
        </details>
    }
    .into_any()
}

fn checklist(app: AppState, curriculum: Shared<Curriculum>) -> AnyView {
    let (text, required) = (RwSignal::new(String::new()), RwSignal::new(false));
    let needle = Memo::new(move |_| text.with(|text| Needle::new(text)));
    Checklist { app, curriculum, text, needle, required }.draw()
}

impl Checklist {
    fn draw(self) -> AnyView {
        let words = i18n::Courses::of(self.app.lang.get_untracked());
        let (text, required) = (self.text, self.required);
        let all: Vec<AnyView> =
            SEMESTERS.iter().filter_map(|(year, semester)| self.semester(*year, *semester)).collect();
        let nothing = {
            let list = self.clone();
            live(move || {
                let none = !list.curriculum.rows().iter().any(|row| list.shows(row));
                none.then(|| view! { <p class="note" role="status">{words.nothing}</p> })
            })
        };
        view! {
            <div class="checklist-tools">
                <div class="search">
                    {icon(Icon::Search)}
                    <input class="input" type="search" enterkeyhint="search" aria-label=words.curriculum_find
                        placeholder=words.curriculum_find prop:value=text on:input=move |event| text.set(event_target_value(&event))/>
                </div>
                <label class="checklist-required">
                    <input type="checkbox" prop:checked=required on:change=move |event| required.set(event_target_checked(&event))/>
                    {words.curriculum_required}
                </label>
            </div>
            {all}
            {nothing}
            {self.count()}
        }
        .into_any()
    }

    /// Whether a row fits what is searched for.
    fn shows(&self, row: &CurriculumRow) -> bool {
        let code = row.code.as_deref().unwrap_or_default();
        let own = [&*normalise(code), &*normalise(&row.name)];
        let english = names::title(code);
        (row.symbol.is_required() || !self.required.get())
            && self.needle.with(|needle| needle.find(&Hay { own: &own, english, ..Hay::default() })).is_some()
    }

    /// The rows of a semester.
    fn of(&self, year: u8, semester: u8) -> impl Iterator<Item = &CurriculumRow> {
        self.curriculum.rows().iter().filter(move |row| (row.year, row.semester) == (year, semester))
    }

    /// A semester with its courses, where it has any.
    fn semester(&self, year: u8, semester: u8) -> Option<AnyView> {
        self.of(year, semester).next()?;
        let (app, list) = (self.app, self.clone());
        let title = i18n::courses::semester(app.lang.get_untracked(), year, semester);
        let at_once = self.at_once(year, semester, &title);
        Some(live(move || {
            let rows: Vec<AnyView> =
                list.of(year, semester).filter(|row| list.shows(row)).map(|row| line(app, row)).collect();
            (!rows.is_empty()).then(|| {
                view! {
                    <div class="checklist-head"><h3>{title.clone()}</h3>{at_once.clone().draw()}</div>
                    <ul class="course-list">{rows}</ul>
                }
            })
        }))
    }

    /// The button that ticks what a semester requires.
    fn at_once(&self, year: u8, semester: u8, title: &str) -> AtOnce {
        let required = self.of(year, semester).filter(|row| row.symbol.is_required());
        AtOnce { app: self.app, title: title.to_owned(), ticks: required.map(tick_of).collect() }
    }

    /// How much of the curriculum is ticked, and what it comes to.
    fn count(&self) -> AnyView {
        let (app, list) = (self.app, self.clone());
        let lang = app.lang.get_untracked();
        let text = live(move || {
            // A course that stands there several times, under another code too, is one tick.
            let mut known = HashSet::new();
            let mut credits = Credits::ZERO;
            for tick in list.curriculum.rows().iter().map(tick_of).filter(|tick| is_ticked(app, tick)) {
                if known.insert((normalise(&tick.course.name), tick.stage)) {
                    credits += tick.credits.unwrap_or_default();
                }
            }
            let courses = known.len();
            let done = app.derived.audits.with(|audits| {
                let programs = &audits.as_ref()?.programs;
                Some(programs.iter().filter(|audit| tone(&audit.certificate.answer) == Tone::Met).count())
            });
            spoken(lang, &i18n::courses::ticked(lang, courses, credits, done.unwrap_or_default()))
        });
        let all = Route::Programs(Default::default()).hash();
        let look = i18n::App::of(lang).programs;
        view! { <p class="checklist-count"><span class="num">{text}</span><a href=all>{look}</a></p> }.into_any()
    }
}

/// Ticking what a semester requires.
#[derive(Clone)]
struct AtOnce {
    app: AppState,
    title: String,
    ticks: Vec<Tick>,
}

impl AtOnce {
    fn draw(self) -> AnyView {
        let AtOnce { app, title, ticks } = self;
        let lang = app.lang.get_untracked();
        let missing = move || ticks.iter().filter(|tick| !is_ticked(app, tick)).cloned().collect::<Vec<Tick>>();
        live(move || {
            let missing = missing();
            (!missing.is_empty()).then(|| {
                let text = i18n::courses::tick_required(lang, missing.len());
                let label = format!("{title}：{text}");
                let said = i18n::courses::ticked_required(lang, &title, missing.len());
                let act = move |_| app.saved.tick_all(said.clone(), &missing);
                view! { <button class="quiet" aria-label=label on:click=act>{text}</button> }
            })
        })
    }
}

fn tick_of(row: &CurriculumRow) -> Tick {
    let course = CourseRef { code: row.code.clone(), name: row.name.clone() };
    Tick { course, stage: row.stage_ticked(), credits: Some(row.credits) }
}

fn is_ticked(app: AppState, tick: &Tick) -> bool {
    let stages = app.derived.taken.with(|taken| taken.of(&tick.course));
    ticks::status_of(&stages, tick.stage).is_some()
}

fn line(app: AppState, row: &CurriculumRow) -> AnyView {
    let lang = app.lang.get_untracked();
    let Tick { course, stage, credits } = tick_of(row);
    let marks = view! { <span class="tag">{i18n::badge::symbol(lang, row.symbol)}</span> }.into_any();
    let (act, note) = (().into_any(), ().into_any());
    course_row(app, CourseLine { course, stage, credits, marks, act, note })
}
