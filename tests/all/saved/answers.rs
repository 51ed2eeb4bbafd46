//! What offices said, answer by answer: one that is taken back takes no other with it.

use kuayu::audit::{CourseRef, Fact};
use kuayu::saved::Document;

fn counts(name: &str) -> Fact {
    Fact::Counts { course: CourseRef { code: None, name: name.to_owned() } }
}

/// The program, the course and the answer of each.
fn told(document: &Document) -> Vec<(Option<&str>, &Fact, bool)> {
    document.decisions.iter().map(|one| (one.program.as_deref(), &one.fact, one.holds)).collect()
}

#[test]
fn one_answer_is_taken_back_or_changed_and_the_others_stay() {
    let (one, other) = (counts("測量學"), counts("結構學"));
    let all = [(Some("AVM"), &one, true), (Some("AVB"), &one, true), (Some("AVM"), &other, true), (None, &one, false)];
    let mut document = Document::default();
    for (program, fact, holds) in all {
        document.decide(program.map(str::to_owned), fact.clone(), Some(holds));
    }
    assert_eq!(told(&document), all);
    let mut fewer = document.clone();
    fewer.decide(Some("AVM".to_owned()), one.clone(), None);
    assert_eq!(told(&fewer), all[1..]);
    document.decide(Some("AVM".to_owned()), other.clone(), Some(false));
    assert_eq!(told(&document), [all[0], all[1], (Some("AVM"), &other, false), all[3]]);
}

#[test]
fn two_tabs_that_answer_different_questions_have_both_answers() {
    let (one, other) = (counts("測量學"), counts("結構學"));
    let base = kuayu::saved::Stored::default();
    let with = |fact: &Fact, holds| {
        let mut document = Document::default();
        document.decide(Some("AVM".to_owned()), fact.clone(), Some(holds));
        base.changed_to(&document, &base)
    };
    let joined = with(&one, true).join(&with(&other, false)).document();
    assert_eq!(told(&joined), [(Some("AVM"), &one, true), (Some("AVM"), &other, false)]);
    // Of the same question there is one answer, whichever.
    assert_eq!(with(&one, true).join(&with(&one, false)).document().decisions.len(), 1);
}
