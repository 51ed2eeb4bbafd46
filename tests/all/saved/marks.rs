//! What the student marks of a program's procedure is kept as the rest is: through an upgrade, in every tab, in a
//! backup, and by an undo.

use kuayu::saved::marks::marked;
use kuayu::saved::{Document, Step, Stored, backup, read};
use kuayu::term::Term;

/// As version 2 stored it, with its history.
const VERSION_2: &str = include_str!("../../fixtures/stored/version-2.json");

fn term(year: u16, part: u8) -> Option<Term> {
    Term::new(year, part)
}

fn with(marks: &[(&str, Step, Option<Term>)]) -> Document {
    let mut document = Document::default();
    marks.iter().for_each(|(program, step, term)| document.mark(program, *step, *term));
    document
}

#[test]
fn a_document_of_version_2_is_read_whole_and_takes_marks() {
    let (stored, damage) = Stored::read(VERSION_2);
    assert_eq!(damage, None);
    let mut document = stored.document();
    assert_eq!((document.records.len(), document.plans[0].id, document.profile.entry), (1, 7, Some(112)));
    assert_eq!(document.settings.first_monday.as_deref(), Some("2026-09-07"));
    assert!(document.marks.is_empty());
    document.mark("AVM", Step::Registered, term(114, 1));
    let written = stored.changed_to(&document, &stored).write();
    assert!(written.contains(r#""version":4"#), "{written}");
    let (again, damage) = Stored::read(&written);
    assert_eq!((again.document(), damage), (document, None));
}

#[test]
fn marks_of_two_tabs_come_together() {
    let start = Stored::default().changed_to(&with(&[("AVM", Step::Registered, term(114, 1))]), &Stored::default());
    let change = |program: &str, step, term| {
        let mut document = start.document();
        document.mark(program, step, term);
        start.changed_to(&document, &start)
    };
    let one = change("AVM", Step::Applied, term(115, 1));
    let two = change("AVM", Step::Registered, term(114, 2));
    let both = one.join(&two).document();
    assert_eq!(marked(&both.marks, "AVM", Step::Applied), term(115, 1));
    assert_eq!(marked(&both.marks, "AVM", Step::Registered), term(114, 2));
    assert!(both.marks.len() == 2 && one.join(&two).same_as(&two.join(&one)));
    let gone = change("AVM", Step::Registered, None).document();
    assert!(gone.marks.is_empty());
}

#[test]
fn a_backup_brings_them_and_an_undo_takes_one_back() {
    let before = with(&[("AVM", Step::Registered, term(114, 1))]);
    assert_eq!(backup::read(&backup::write(&before)).unwrap().document, before);
    let here = with(&[("AVJ", Step::Registered, term(115, 1))]);
    assert_eq!(backup::merge(&here, &before).document.marks.len(), 2);
    let mut after = before.clone();
    after.mark("AVM", Step::Certified, term(115, 1));
    let mut since = after.clone();
    since.mark("AVJ", Step::Registered, term(115, 1));
    let back = since.take_back(&before, &after);
    assert_eq!(marked(&back.marks, "AVM", Step::Certified), None);
    assert_eq!(back.marks.len(), 2);
    assert_eq!(read(&back.write()), (back, None));
}
