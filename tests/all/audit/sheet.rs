//! The review sheet of a program, as data.

use kuayu::audit::{Answer, Prepared, Profile, ProgramAudit, Standing, View};
use kuayu::catalog::{Catalog, read};
use kuayu::credits::Credits;
use kuayu::sheet::{self, Sheet};
use kuayu::term::Term;
use kuayu::transcript::{Completion, Grade, Record};

fn catalog() -> Catalog {
    read(&std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/programs.json")).unwrap()).unwrap()
}

fn record(code: &str, name: &str, term: &str, status: Completion) -> Record {
    Record { term: Term::parse(term), ..Record::ticked(code, name, Credits::whole(2), status) }
}

/// The sheet of 綠建築 with the chosen records on it.
fn made(records: &[Record], chosen: &dyn Fn(usize) -> bool) -> (Sheet, ProgramAudit) {
    let catalog = catalog();
    let edition = catalog.edition_in(114).unwrap();
    let program = edition.programs.iter().find(|program| program.code == "AVM").unwrap();
    let prepared = Prepared::new(&catalog, edition, None, &Profile::default(), &[]);
    let records = sheet::only(records, chosen);
    let audit = prepared.audit_program(&records, "AVM", &[]).unwrap();
    let passed = prepared.audit_program(&sheet::all_passed(&records, 60), "AVM", &[]).unwrap();
    (sheet::sheet(program, &audit, &passed, &records, 60), audit)
}

fn mine() -> Vec<Record> {
    vec![
        record("3902019", "建築物理(一)", "113-2", Completion::Planned),
        record("3401007", "測量學(一)", "112-1", Completion::Passed),
        Record {
            grade: Grade::Score(77),
            declared: None,
            ..record("3903423", "建築節能設計", "114-1", Completion::Passed)
        },
        record("3901416", "綠建築概論", "113-2", Completion::InProgress),
        record("9999999", "測量學(一)", "113-2", Completion::NotPassed),
        record("1404006", "國文", "112-1", Completion::Passed),
    ]
}

#[test]
fn courses_stand_by_category_and_term_with_their_sums() {
    let (sheet, _) = made(&mine(), &|_| true);
    let seen: Vec<(Option<&str>, Vec<usize>, Credits)> = sheet
        .groups
        .iter()
        .map(|group| (group.category.as_deref(), group.rows.iter().map(|row| row.record).collect(), group.credits))
        .collect();
    assert_eq!(seen, [(Some("基礎"), vec![1, 0], Credits::whole(4)), (Some("核心"), vec![3, 2], Credits::whole(4)),]);
    assert_eq!(sheet.credits, Credits::whole(8));
    let views: Vec<View> = sheet.groups.iter().flat_map(|group| group.rows.iter().map(|row| row.view)).collect();
    assert_eq!(views, [View::Passed, View::Planned, View::InProgress, View::Passed]);
}

#[test]
fn what_is_left_off_is_in_no_row_sum_or_verdict() {
    let (sheet, audit) = made(&mine(), &|at| at != 2 && at != 0);
    assert_eq!(sheet.credits, Credits::whole(4));
    assert!(sheet.groups.iter().flat_map(|group| &group.rows).all(|row| row.record != 2 && row.record != 0));
    assert!(matches!(audit.certificate.answer, Answer::NotYet { .. }));
    let credits = &sheet.conditions[0];
    assert_eq!(credits.passed.number(), Credits::whole(2).tenths());
}

#[test]
fn a_course_of_another_code_is_listed_apart_until_it_is_recognised() {
    let records = [record("9999999", "綠建築概論", "113-2", Completion::Passed)];
    let (sheet, _) = made(&records, &|_| true);
    assert!(sheet.groups.is_empty());
    assert_eq!(sheet.credits, Credits::default());
    assert_eq!((sheet.to_confirm[0].record, sheet.to_confirm[0].listed_as.as_deref()), (0, Some("綠建築概論")));
    assert!(!sheet.facts.is_empty());
}

#[test]
fn without_a_curriculum_cross_domain_stays_open() {
    let (sheet, _) = made(&mine(), &|_| true);
    let rows = sheet.groups.iter().flat_map(|group| &group.rows);
    assert!(rows.clone().count() > 0);
    assert!(rows.clone().all(|row| row.standing == Some(Standing::NoCurriculum)));
}
