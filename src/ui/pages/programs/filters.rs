//! The search box, filters and order of the list of programs. Each change is written into the address at once.

use kuayu::i18n::{self, units};
use leptos::prelude::*;

use super::{address::change, compare};
use crate::ui::components::{Icon, icon};
use crate::ui::live::live;
use crate::ui::route::{ProgramQuery, Sort, StatusFilter};
use crate::ui::state::{AppState, edition};

/// Credits to narrow to.
const CREDITS: [u16; 4] = [8, 9, 10, 11];

/// The controls.
#[component]
pub fn Filters(query: Memo<ProgramQuery>, choosing: RwSignal<bool>) -> impl IntoView {
    let app = AppState::get();
    let words = i18n::Programs::of(app.lang.get_untracked());
    let search = move |event| {
        let text = event_target_value(&event);
        change(app, query, |query| query.text = text);
    };
    let text = move || query.with(|query| query.text.clone());
    let set = live(move || match query.with(ProgramQuery::filters) {
        0 => String::new(),
        n => format!(" · {n}"),
    });
    let open = query.with_untracked(|query| query.filters() > 0);
    let clear = move |_| {
        change(app, query, |query| {
            *query = ProgramQuery {
                text: query.text.clone(),
                sort: query.sort,
                compared: query.compared.clone(),
                ..Default::default()
            }
        });
    };
    view! {
        <div class="search">
            {icon(Icon::Search)}
            <input class="input" type="search" enterkeyhint="search" aria-label=words.search placeholder=words.search
                prop:value=text on:input=search/>
        </div>
        <div class="filter-row">
            <details class="filters" open=open>
                <summary class="quiet">{icon(Icon::Filter)}<span>{words.filter}{set}</span></summary>
                <div class="card form">
                    {college(app, query)}{status(app, query)}{credits(app, query)}
                    <div class="field-wide checks">{open_only(app, query)}{english(app, query)}</div>
                    <div class="field-wide"><button class="button small" on:click=clear>{words.clear}</button></div>
                </div>
            </details>
            <span class="list-tools">{compare::switch(app, query, choosing)}{sort(app, query)}</span>
        </div>
    }
}

fn select(
    label: &'static str,
    options: Vec<(String, String)>,
    value: impl Fn() -> String + Send + 'static,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    let options: Vec<AnyView> =
        options.into_iter().map(|(value, text)| view! { <option value=value>{text}</option> }.into_any()).collect();
    let act = move |event| choose(event_target_value(&event));
    view! {
        <label class="field"><span>{label}</span><select prop:value=value on:change=act>{options}</select></label>
    }
    .into_any()
}

fn college(app: AppState, query: Memo<ProgramQuery>) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    let mut options = vec![(String::new(), words.all_colleges.to_owned())];
    let catalog = app.derived.catalog.get_untracked();
    let id = app.derived.edition_id.get_untracked();
    let edition = catalog.as_ref().and_then(|catalog| edition(catalog, id.as_deref()));
    for program in edition.map(|edition| edition.programs.as_slice()).unwrap_or_default() {
        if !options.iter().any(|(name, _)| *name == program.college) {
            options.push((program.college.clone(), units::college(lang, &program.college).to_owned()));
        }
    }
    let value = move || query.with(|query| query.college.clone().unwrap_or_default());
    let choose = move |value: String| {
        change(app, query, |query| query.college = Some(value).filter(|value| !value.is_empty()));
    };
    select(words.college, options, value, choose)
}

fn status(app: AppState, query: Memo<ProgramQuery>) -> AnyView {
    let words = i18n::Programs::of(app.lang.get_untracked());
    let word = |status: StatusFilter| match status {
        StatusFilter::Any => words.any,
        StatusFilter::Met => words.met,
        StatusFilter::Coming => words.coming,
        StatusFilter::Near => words.near,
        StatusFilter::Confirm => words.confirm,
        StatusFilter::NotYet => words.not_yet,
    };
    let options = StatusFilter::ALL.iter().map(|one| (one.key().to_owned(), word(*one).to_owned())).collect();
    let choose = move |value: String| {
        let status = StatusFilter::ALL.into_iter().find(|one| one.key() == value).unwrap_or_default();
        change(app, query, |query| query.status = status);
    };
    select(words.verdict, options, move || query.with(|query| query.status.key().to_owned()), choose)
}

fn credits(app: AppState, query: Memo<ProgramQuery>) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    let mut options = vec![(String::new(), words.any_credits.to_owned())];
    options.extend(CREDITS.iter().map(|n| (n.to_string(), format!("≤ {n}"))));
    let value = move || query.with(|query| query.max_credits.map(|n| n.to_string()).unwrap_or_default());
    let choose = move |value: String| change(app, query, |query| query.max_credits = value.parse().ok());
    select(words.max_credits, options, value, choose)
}

fn check(label: &'static str, on: impl Fn() -> bool + Send + 'static, set: impl Fn(bool) + 'static) -> AnyView {
    let act = move |event| set(event_target_checked(&event));
    view! { <label class="check"><input type="checkbox" prop:checked=on on:change=act/><span>{label}</span></label> }
        .into_any()
}

fn open_only(app: AppState, query: Memo<ProgramQuery>) -> AnyView {
    let words = i18n::Programs::of(app.lang.get_untracked());
    let set = move |on| change(app, query, |query| query.open_only = on);
    check(words.open_only, move || query.with(|query| query.open_only), set)
}

fn english(app: AppState, query: Memo<ProgramQuery>) -> AnyView {
    let words = i18n::Programs::of(app.lang.get_untracked());
    let set = move |on| change(app, query, |query| query.english = on);
    check(words.english, move || query.with(|query| query.english), set)
}

fn sort(app: AppState, query: Memo<ProgramQuery>) -> AnyView {
    let words = i18n::Programs::of(app.lang.get_untracked());
    let word = |sort: Sort| match sort {
        Sort::Nearest => words.sort_nearest,
        Sort::College => words.sort_college,
        Sort::Credits => words.sort_credits,
        Sort::Name => words.sort_name,
    };
    let options: Vec<AnyView> =
        Sort::ALL.iter().map(|one| view! { <option value=one.key()>{word(*one)}</option> }.into_any()).collect();
    let act = move |event| {
        let value = event_target_value(&event);
        let sort = Sort::ALL.into_iter().find(|one| one.key() == value).unwrap_or_default();
        change(app, query, |query| query.sort = sort);
    };
    let value = move || query.with(|query| query.sort.key());
    view! { <select class="sort" aria-label=words.sort prop:value=value on:change=act>{options}</select> }.into_any()
}
