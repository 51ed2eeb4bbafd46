//! Progress as segments: one group a category, one segment a course asked for; below it the credits.

use kuayu::audit::{Amount, Condition, ConditionSource, ProgramAudit, Progress};
use kuayu::i18n::{self, Lang, badge, units};
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
    let credits: Vec<AnyView> = credits.iter().map(|one| figures(one, None)).collect();
    view! {
        <div class="bars" role="img" aria-label=told.join(lang.pick("；", "; "))>
            <div class="bars-groups" aria-hidden="true">{groups}</div>
            {credits}
        </div>
    }
    .into_any()
}

/// What the colours of the bars mean. For the eye alone: every bar says its numbers.
pub fn legend(lang: Lang) -> AnyView {
    let words = i18n::Programs::of(lang);
    let one = |class: &'static str, word: &'static str| view! { <span><i class=class></i>{word}</span> }.into_any();
    let all = [
        one("seg seg-on", words.legend_passed),
        one("seg seg-soon", words.legend_soon),
        one("seg seg-plan", words.legend_plan),
        one("seg seg-ask", words.legend_ask),
    ];
    view! { <p class="bars-legend" aria-hidden="true">{all}</p> }.into_any()
}

fn tell(lang: Lang, progress: &Progress) -> String {
    let condition = &progress.condition;
    let category = condition.categories.first().map(|name| units::category(lang, name));
    badge::so_far(lang, category, progress.passed, condition.need)
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

/// Credits as one bar, with the numbers beside it; for the ears, how many there are, with their unit.
pub fn meter(lang: Lang, progress: &Progress) -> AnyView {
    figures(progress, Some(badge::have(lang, progress.passed)))
}

/// `told` is what the ears get; nothing where the whole is told as one.
fn figures(progress: &Progress, told: Option<String>) -> AnyView {
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
            <span class="num" aria-hidden="true">{figure}</span>
            {told.map(|told| view! { <span class="visually-hidden">{told}</span> })}
        </div>
    }
    .into_any()
}
