//! What answers claim, as text: an engine with a mistake put in claims the same as one without, or one of the two is wrong.

use kuayu::audit::{Answer, Verdict};

/// What there is only one right answer to: of the ways to count and of equally good advice there may be several.
pub fn claim(name: &str, view: usize, at: usize, verdict: &Verdict) -> String {
    let answer = match &verdict.answer {
        Answer::DependsOn { facts, view } => format!("depends on {} facts, {view:?}", facts.len()),
        Answer::NotYet { reachable, .. } => format!("not yet, reachable {reachable}"),
        Answer::NotOpen(_) => "not open".to_owned(),
        other => format!("{other:?}"),
    };
    let advice = verdict.advice.as_ref().map_or("none".to_owned(), |advice| {
        format!("{} credits, {} courses, taking {} to hold", advice.credits, advice.courses.len(), advice.assumed)
    });
    format!("{name}, view {view}, question {at}: {answer}; advice: {advice}\n")
}
