//! Why an answer is what it is, in sentences.

use super::{ask, closed, fact, missing, who_to_ask};
use crate::audit::{Answer, Fact, Verdict};
use crate::catalog::document::Program;
use crate::i18n::Lang;

/// A fact with whom to ask.
pub fn asked(lang: Lang, program: &Program, open: &Fact) -> String {
    let who = ask(lang, who_to_ask(open, program));
    format!("{} ({who})", fact(lang, open, program))
}

/// What is missing, what is to be confirmed and with whom, or why the program is not open; nothing where it is met.
pub fn reasons(lang: Lang, program: &Program, verdict: &Verdict) -> Vec<String> {
    match &verdict.answer {
        Answer::NotYet { missing: all, .. } => all.iter().map(|one| missing(lang, one)).collect(),
        Answer::DependsOn { facts, .. } => facts.iter().map(|fact| asked(lang, program, fact)).collect(),
        Answer::NotOpen(why) => vec![closed(lang, why)],
        Answer::Met | Answer::MetIfInProgress | Answer::MetIfPlanned | Answer::NotRequired => Vec::new(),
    }
}
