//! What an office said of a course: counts or not, cross-domain or not, who said so and when. It goes before what this
//! page works out, and is told wherever it is used.

use kuayu::audit::{Ask, CourseRef, CrossDomainDoubt, Decision, Fact, Standing};
use kuayu::i18n;
use kuayu::transcript::Record;
use leptos::prelude::*;

use super::ProgramPage;
use crate::ui::components::{Icon, called, icon, spoken};
use crate::ui::live::live;

/// The program that a fact is of; `None` for those that serve all.
fn program_of(here: ProgramPage, fact: &Fact) -> Option<String> {
    (!fact.is_global()).then(|| here.code.get_value())
}

/// The decision on a fact, as it stands.
fn decision(here: ProgramPage, fact: &Fact) -> Option<Decision> {
    let code = here.code.get_value();
    here.app.saved.with(|document| document.decisions.iter().find(|one| one.answers(&code, fact)).cloned())
}

/// Who can have said it, as the choice has them.
const WHO: [(&str, Option<Ask>); 4] = [
    ("", None),
    ("program", Some(Ask::Program)),
    ("department", Some(Ask::OwnDepartment)),
    ("affairs", Some(Ask::AcademicAffairs)),
];

/// Who said so, when, and what besides; nothing while nothing is decided.
pub fn who_and_when(here: ProgramPage, facts: Vec<Fact>) -> AnyView {
    let words = i18n::Said::of(here.app.lang.get_untracked());
    let facts = StoredValue::new(facts);
    let find = move || facts.with_value(|facts| facts.iter().find_map(|fact| decision(here, fact)));
    let decided = Memo::new(move |_| find().is_some());
    live(move || {
        if !decided.get() {
            return None;
        }
        let now = untrack(find)?;
        let change = move |change: &dyn Fn(&mut Decision)| {
            facts.with_value(|facts| {
                let code = here.code.get_value();
                here.app.saved.edit(|document| {
                    let known = |one: &&mut Decision| facts.iter().any(|fact| one.answers(&code, fact));
                    document.decisions.iter_mut().filter(known).for_each(change);
                });
            });
        };
        let who = move |event| {
            let key = event_target_value(&event);
            let by = WHO.iter().find(|(known, _)| *known == key).and_then(|(_, by)| *by);
            change(&|decision| decision.by = by);
        };
        let when = move |event| {
            let date = Some(event_target_value(&event)).filter(|date| !date.is_empty());
            change(&|decision| decision.date = date.clone());
        };
        let note = move |event| {
            let text = event_target_value(&event);
            change(&|decision| decision.note = text.clone());
        };
        let names = [words.nobody, words.program, words.department, words.affairs];
        let options: Vec<AnyView> = WHO
            .iter()
            .zip(names)
            .map(|((key, by), name)| view! { <option value=*key selected=now.by == *by>{name}</option> }.into_any())
            .collect();
        Some(view! {
            <div class="said-by">
                <select aria-label=words.who on:change=who>{options}</select>
                <input class="input" type="date" aria-label=words.when value=now.date.unwrap_or_default() on:change=when/>
                <input class="input" type="text" aria-label=words.note placeholder=words.note value=now.note on:change=note/>
            </div>
        })
    })
}

/// The button beside a listed course, and what it opens.
pub fn of_course(here: ProgramPage, course: &CourseRef) -> (AnyView, AnyView) {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Said::of(lang);
    let open = RwSignal::new(false);
    let label = i18n::units::of(lang, words.title, &called(lang, course));
    let course = StoredValue::new(course.clone());
    let counts = move || Fact::Counts { course: course.get_value() };
    let cross = move || Fact::CrossDomain { course: course.get_value(), doubt: CrossDomainDoubt::CommonCourse };
    let any = Memo::new(move |_| decision(here, &counts()).is_some() || decision(here, &cross()).is_some());
    let panel = live(move || {
        open.get().then(|| {
            let cross_domain = here.app.profile.with_untracked(|profile| profile.degree.has_curricula());
            let cross_domain =
                cross_domain.then(|| choice(here, words.cross_domain, [words.is_cross, words.is_not_cross], cross()));
            let why = live(move || {
                let text = course.with_value(|course| why(here, course));
                text.map(|text| view! { <p>{spoken(lang, &text)}</p> })
            });
            view! {
                <div class="said">
                    {why}
                    {choice(here, words.counts, [words.does_count, words.does_not_count], counts())}
                    {cross_domain}
                    {who_and_when(here, vec![counts(), cross()])}
                    <p class="note">{words.own_note}</p>
                </div>
            }
        })
    });
    let marked = live(move || {
        any.get().then(|| view! { <p class="course-note"><span class="tag tag-ask">{words.noted}</span></p> })
    });
    let button = view! {
        <button class="icon-button no-print" aria-label=label title=words.title aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)>{icon(Icon::Question)}</button>
    };
    (button.into_any(), view! { {marked}{panel} }.into_any())
}

/// As the page works it out, or as an office said.
fn choice(here: ProgramPage, label: &'static str, [yes, no]: [&'static str; 2], fact: Fact) -> AnyView {
    let open = i18n::Said::of(here.app.lang.get_untracked()).as_worked_out;
    view! { <label class="field"><span>{label}</span>{answer_select(here, None, [open, yes, no], fact)}</label> }
        .into_any()
}

/// Nothing recorded on a fact, yes, or no, in these words. `label` where no label stands around it.
pub fn answer_select(
    here: ProgramPage,
    label: Option<String>,
    [open, yes, no]: [&'static str; 3],
    fact: Fact,
) -> AnyView {
    let fact = StoredValue::new(fact);
    let value = move || match fact.with_value(|fact| decision(here, fact)).map(|decision| decision.holds) {
        None => "",
        Some(true) => "yes",
        Some(false) => "no",
    };
    let choose = move |event| {
        let holds = match event_target_value(&event).as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        decide(here, &fact.get_value(), holds);
    };
    view! {
        <select aria-label=label prop:value=value on:change=choose>
            <option value="">{open}</option>
            <option value="yes">{yes}</option>
            <option value="no">{no}</option>
        </select>
    }
    .into_any()
}

/// Records what was said, or takes it back; either can be undone.
fn decide(here: ProgramPage, fact: &Fact, holds: Option<bool>) {
    let words = i18n::Said::of(here.app.lang.get_untracked());
    // The doubt behind a question may have changed since it was answered: the answer is still on the same course.
    let known = decision(here, fact).map(|decision| decision.fact);
    let fact = known.unwrap_or_else(|| fact.clone());
    let program = program_of(here, &fact);
    let message = if holds.is_some() { words.recorded } else { words.taken_back };
    here.app.saved.edit_with_undo(message, |document| document.decide(program, fact, holds));
}

/// A course in no list that the program counts all the same.
pub fn of_unlisted(here: ProgramPage) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Said::of(lang);
    let categories = here.app.derived.with_program(&here.code.get_value(), |_, _, program| {
        program.categories.iter().map(|category| category.name.clone()).collect::<Vec<_>>()
    });
    let categories = categories.unwrap_or_default();
    let others = Memo::new(move |_| {
        let audit = here.audit.get();
        let records = here.app.derived.audits.with(|audits| audits.as_ref().map(|audits| audits.records.clone()));
        let met = |at: usize| {
            audit.as_ref().is_some_and(|audit| {
                audit.counted.iter().any(|one| one.record == at) || audit.not_counted.iter().any(|one| one.record == at)
            })
        };
        let records = records.iter().flat_map(|records| records.iter().enumerate());
        let course = |record: &Record| CourseRef { code: record.code.clone(), name: record.name.clone() };
        let mut free: Vec<CourseRef> = records.filter(|(at, _)| !met(*at)).map(|(_, record)| course(record)).collect();
        free.dedup();
        free
    });
    let (taken, category) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    // Drawn when somebody opens it: it names every course that the program does not know.
    let open = RwSignal::new(false);
    let toggle = move |_| open.set(true);
    let courses = live(move || {
        if !open.get() {
            return Vec::new();
        }
        let option = |(at, course): (usize, &CourseRef)| {
            view! { <option value=at.to_string()>{called(lang, course)}</option> }.into_any()
        };
        others.with(|others| others.iter().enumerate().map(option).collect::<Vec<_>>())
    });
    let options: Vec<AnyView> = categories
        .iter()
        .map(|name| {
            let shown = i18n::units::category(lang, name).to_owned();
            view! { <option value=name.clone()>{shown}</option> }.into_any()
        })
        .collect();
    let record = move |_| {
        let at: Option<usize> = taken.get_untracked().parse().ok();
        let course = at.and_then(|at| others.with_untracked(|others| others.get(at).cloned()));
        let category = category.get_untracked();
        if let (Some(course), false) = (course, category.is_empty()) {
            decide(here, &Fact::Accepted { course, category }, Some(true));
            taken.set(String::new());
        }
    };
    view! {
        <details class="said-unlisted no-print" on:toggle=toggle>
            <summary>{words.unlisted}</summary>
            <p class="note">{words.unlisted_why}</p>
            <div class="form">
                <label class="field"><span>{words.unlisted_course}</span>
                    <select prop:value=move || taken.get() on:change=move |event| taken.set(event_target_value(&event))>
                        <option value="">{words.choose}</option>{courses}
                    </select>
                </label>
                <label class="field"><span>{words.unlisted_category}</span>
                    <select prop:value=move || category.get() on:change=move |event| category.set(event_target_value(&event))>
                        <option value="">{words.choose}</option>{options}
                    </select>
                </label>
            </div>
            <div class="buttons"><button class="button small" on:click=record>{words.record}</button></div>
        </details>
    }
    .into_any()
}

/// Why a course is cross-domain or not, in a sentence; nothing where no word says which.
fn why(here: ProgramPage, course: &CourseRef) -> Option<String> {
    let entry = here.app.profile.with(|profile| profile.entry);
    let told = |one: &Standing| i18n::audit::standing(here.app.lang.get_untracked(), one, entry);
    here.standings.with(|known| known.get(course).filter(|one| **one != Standing::NoCurriculum).map(told))
}
