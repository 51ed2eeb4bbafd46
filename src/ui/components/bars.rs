//! Progress as segments: one group a category, one segment a course asked for; below it the credits.

use kuayu::audit::{Amount, Condition, ConditionSource, ProgramAudit, Progress};
use kuayu::i18n::{Lang, units};
use leptos::prelude::*;

/// The bars of a program.
pub fn bars(lang: Lang, audit: &ProgramAudit) -> AnyView {
    let progress = &audit.certificate.progress;
    let by_source =
        |wanted: &dyn Fn(&Condition) -> bool| progress.iter().filter(|one| wanted(&one.condition)).collect();
    let categories: Vec<&Progress> = by_source(&|condition| {
        matches!(condition.source, ConditionSource::CategoryMinimum | ConditionSource::GeneralMinimum)
    });
    let credits: Vec<&Progress> = by_source(&|condition| condition.source == ConditionSource::ProgramCredits);
    let told: Vec<String> = categories.iter().chain(&credits).map(|one| tell(lang, one)).collect();
    let groups: Vec<AnyView> = categories.iter().map(|one| group(lang, one)).collect();
    let credits: Vec<AnyView> = credits.iter().map(|one| meter(one)).collect();
    view! {
        <div class="bars" role="img" aria-label=told.join(lang.pick("，", ", "))>
            <div class="bars-groups" aria-hidden="true">{groups}</div>
            {credits}
        </div>
    }
    .into_any()
}

/// `核心 1/2`
fn tell(lang: Lang, progress: &Progress) -> String {
    let condition = &progress.condition;
    let what = match condition.categories.first() {
        Some(name) => units::category(lang, name),
        None => units::credits_word(lang),
    };
    format!("{what} {}/{}", bare(progress.passed), bare(condition.need))
}

fn bare(amount: Amount) -> String {
    match amount {
        Amount::Credits(credits) => credits.to_string(),
        Amount::Courses(n) => n.to_string(),
    }
}

fn group(lang: Lang, progress: &Progress) -> AnyView {
    let need = progress.condition.need.number();
    let name = progress.condition.categories.first().map(String::as_str).unwrap_or_default();
    let segments: Vec<AnyView> = (0..need)
        .map(|at| {
            let class = match () {
                () if at < progress.passed.number() => "seg seg-on",
                () if at < progress.in_progress.number() => "seg seg-soon",
                () if at < progress.planned.number() => "seg seg-plan",
                () if at < progress.possible.number() => "seg seg-ask",
                () => "seg",
            };
            view! { <i class=class></i> }.into_any()
        })
        .collect();
    view! {
        <div class="bars-group" style:flex-grow=need.to_string()>
            <div class="segs">{segments}</div>
            <span>{units::category(lang, name).to_owned()}</span>
        </div>
    }
    .into_any()
}

/// Credits as one bar, with the numbers beside it.
pub fn meter(progress: &Progress) -> AnyView {
    let need = progress.condition.need.number().max(1);
    let share = |amount: Amount| format!("{}%", u32::from(amount.number().min(need)) * 100 / u32::from(need));
    let figure = format!("{}/{}", bare(progress.passed), bare(progress.condition.need));
    view! {
        <div class="meter">
            <div class="meter-track" aria-hidden="true">
                <i class="seg-ask" style:inline-size=share(progress.possible)></i>
                <i class="seg-plan" style:inline-size=share(progress.planned)></i>
                <i class="seg-soon" style:inline-size=share(progress.in_progress)></i>
                <i class="seg-on" style:inline-size=share(progress.passed)></i>
            </div>
            <span class="num">{figure}</span>
        </div>
    }
    .into_any()
}
