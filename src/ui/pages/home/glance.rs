//! Progress at a glance: how many programs are done, near, or hang on a question; the requirement; the next deadline.

use kuayu::audit::{Answer, Profile, ProgramAudit};
use kuayu::i18n;
use leptos::prelude::*;

use crate::ui::components::{Icon, Tone, deadline_list, icon, near, spoken, tone};
use crate::ui::live::live;
use crate::ui::route::{ProgramQuery, Route, StatusFilter};
use crate::ui::state::{AppState, next};

/// The figures.
#[component]
pub fn Glance() -> impl IntoView {
    let app = AppState::get();
    let words = i18n::Home::of(app.lang.get_untracked());
    let has_records = Memo::new(move |_| app.derived.records.with(|records| !records.is_empty()));
    let figures = move || {
        let audits = app.derived.audits.get();
        let count = |fits: &dyn Fn(&ProgramAudit) -> bool| {
            let audits = audits.as_ref()?;
            Some(audits.programs.iter().filter(|audit| fits(audit)).count())
        };
        let done = count(&|audit| tone(&audit.certificate.answer) == Tone::Met);
        let close = count(&near);
        let ask = count(&|audit| tone(&audit.certificate.answer) == Tone::Ask);
        view! {
            <div class="figures">
                {figure(done, words.figure_done, "met", StatusFilter::Met)}
                {figure(close, words.figure_near, "left", StatusFilter::Near)}
                {figure(ask, words.figure_confirm, "ask", StatusFilter::Confirm)}
            </div>
        }
        .into_any()
    };
    let glance = live(move || {
        has_records.get().then(|| {
            view! {
                <section class="card glance">
                    <h2>{words.glance}</h2>
                    {live(figures)}
                    <div class="glance-rows">{requirement(app)}{deadline(app)}</div>
                </section>
            }
            .into_any()
        })
    });
    let early = live(move || {
        (!has_records.get()).then(|| view! { <div class="glance-rows card">{deadline(app)}</div> }.into_any())
    });
    view! { {glance}{early} }
}

/// A number with what it counts; a dash while it is being counted.
fn figure(n: Option<usize>, word: &'static str, class: &'static str, status: StatusFilter) -> AnyView {
    let href = Route::Programs(ProgramQuery { status, ..ProgramQuery::default() }).hash();
    // Nothing to celebrate and nothing to do: it is there, and quiet.
    let class = if n == Some(0) { "figure figure-none".to_owned() } else { format!("figure figure-{class}") };
    let n = n.map_or_else(|| "–".to_owned(), |n| n.to_string());
    view! { <a class=class href=href><b class="num">{n}</b><span>{word}</span></a> }.into_any()
}

/// Whether the graduation requirement is satisfied by any program.
fn requirement(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Home::of(lang);
    let answer = live(move || {
        let applies = app.profile.with(Profile::requirement_applies);
        let met = app.derived.audits.get().and_then(|audits| {
            let met = audits.ranked().filter(|audit| matches!(audit.cross_domain.answer, Answer::Met));
            // The furthest, of those alike the nearest.
            let step = |audit: &std::sync::Arc<ProgramAudit>| next::step_of(app, &audit.code);
            let best = met.fold(None, |best, audit| match best {
                Some(best) if step(best) >= step(audit) => Some(best),
                _ => Some(audit),
            })?;
            let name = app.derived.with_program(&best.code, |_, _, program| program.name.clone())?;
            Some(i18n::marks::requirement_by(lang, step(best), &name))
        });
        let told = match (applies, met) {
            (Some(false), _) => words.requirement_none.to_owned(),
            (None, _) => words.requirement_unknown.to_owned(),
            (Some(true), Some(met)) => met,
            (Some(true), None) => words.requirement_not.to_owned(),
        };
        spoken(lang, &told)
    });
    view! {
        <div class="glance-row">{icon(Icon::Cross)}<div><h3>{words.requirement}</h3><p>{answer}</p></div></div>
    }
    .into_any()
}

fn deadline(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Home::of(lang);
    view! {
        <div class="glance-row">
            {icon(Icon::Calendar)}
            <div>
                <h3>{words.deadline}</h3>
                {deadline_list(app, None)}
                <a href=Route::Guide.hash()>{words.deadline_more}</a>
            </div>
        </div>
    }
    .into_any()
}
