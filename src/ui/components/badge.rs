//! A verdict as a badge: sign, word and colour, so that no one of them is needed alone.

use kuayu::audit::{Answer, ProgramAudit};
use kuayu::i18n::{self, Lang};
use kuayu::saved::Step;
use leptos::prelude::*;

use super::{Icon, icon};
use crate::ui::state::{AppState, next};

/// Kinds of answer that look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Met.
    Met,
    /// Met once courses are passed.
    Coming,
    /// Something is missing.
    Left,
    /// Somebody has to be asked.
    Ask,
    /// Closed, or of no concern.
    Closed,
}

impl Tone {
    /// The part of the class names that says it.
    pub fn class(self) -> &'static str {
        match self {
            Tone::Met => "met",
            Tone::Coming => "coming",
            Tone::Left => "left",
            Tone::Ask => "ask",
            Tone::Closed => "closed",
        }
    }
}

/// The kind of an answer.
pub fn tone(status: &Answer) -> Tone {
    match status {
        Answer::Met => Tone::Met,
        Answer::MetIfInProgress | Answer::MetIfPlanned => Tone::Coming,
        Answer::NotYet { reachable: true, .. } => Tone::Left,
        Answer::DependsOn { .. } => Tone::Ask,
        Answer::NotYet { reachable: false, .. } | Answer::NotOpen(_) | Answer::NotRequired => Tone::Closed,
    }
}

/// What needs at most this many courses is near.
const NEAR: usize = 2;

/// Whether a course or two, taken or passed, would finish it.
pub fn near(audit: &ProgramAudit) -> bool {
    let few = audit.certificate.advice.as_ref().is_some_and(|advice| advice.first().courses.len() <= NEAR);
    few && matches!(tone(&audit.certificate.answer), Tone::Left | Tone::Coming)
}

/// The badge.
pub fn badge(lang: Lang, status: &Answer) -> AnyView {
    worded(status, i18n::badge::status(lang, status))
}

/// The badge of a certificate, in the light of what the student has marked.
pub fn certificate_badge(app: AppState, audit: &ProgramAudit) -> AnyView {
    let (step, status) = (next::step_of(app, &audit.code), &audit.certificate.answer);
    let shown = if step == Some(Step::Certified) { &Answer::Met } else { status };
    worded(shown, i18n::marks::certificate(app.lang.get_untracked(), status, step))
}

/// The badge of the requirement: only a certificate fulfils it.
pub fn requirement_badge(app: AppState, audit: &ProgramAudit) -> AnyView {
    let (step, status) = (next::step_of(app, &audit.code), &audit.cross_domain.answer);
    let waits = *status == Answer::Met && step != Some(Step::Certified);
    let shown = if waits { &Answer::MetIfInProgress } else { status };
    worded(shown, i18n::marks::requirement(app.lang.get_untracked(), status, step))
}

fn worded(status: &Answer, word: &'static str) -> AnyView {
    let sign = match status {
        Answer::Met => Icon::Check,
        Answer::MetIfInProgress => Icon::Clock,
        Answer::MetIfPlanned => Icon::Calendar,
        Answer::NotYet { reachable: true, .. } => Icon::Steps,
        Answer::NotYet { reachable: false, .. } => Icon::Close,
        Answer::DependsOn { .. } => Icon::Question,
        Answer::NotOpen(_) => Icon::Lock,
        Answer::NotRequired => Icon::Dash,
    };
    let class = format!("badge badge-{}", tone(status).class());
    view! { <span class=class>{icon(sign)}{word}</span> }.into_any()
}
