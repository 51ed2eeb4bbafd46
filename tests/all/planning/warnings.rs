//! Every kind of warning of a plan, and when there is none.

use kuayu::audit::{Degree, Profile};
use kuayu::catalog::calendar::TermDates;
use kuayu::catalog::{Catalog, read};
use kuayu::credits::Credits;
use kuayu::day::Day;
use kuayu::deadlines::Dates;
use kuayu::planning::{Warning, warnings};
use kuayu::rules::Kind;
use kuayu::saved::{Document, Plan, PlannedCourse, Step};
use kuayu::term::Term;
use kuayu::transcript::{Completion, Record, Stage};

fn catalog() -> Catalog {
    read(&std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/programs.json")).unwrap()).unwrap()
}

fn term(text: &str) -> Term {
    Term::parse(text).unwrap()
}

fn course(code: &str, name: &str, at: &str) -> PlannedCourse {
    PlannedCourse {
        code: (!code.is_empty()).then(|| code.to_owned()),
        name: name.to_owned(),
        credits: Some(Credits::whole(2)),
        term: Term::parse(at),
        ..PlannedCourse::default()
    }
}

fn on<'a>(calendar: &'a [TermDates], day: &str, now: &str) -> Dates<'a> {
    let today = Day::parse(day).unwrap();
    Dates { calendar, degree: Degree::Bachelor, today, now: term(now), first_monday: None }
}

fn of(entry: u16, records: Vec<Record>, plan: Plan, day: &str, now: &str) -> Vec<Warning> {
    let profile = Profile { group: Some("土木系".to_owned()), entry: Some(entry), ..Profile::default() };
    let document = Document { profile, records, ..Document::default() };
    let catalog = catalog();
    let calendar = catalog.document().calendar.as_slice();
    warnings(&document, &plan, &catalog, catalog.edition_in(114).unwrap(), &on(calendar, day, now))
}

/// Of a plan without targets, by a third-year student in November 2025.
fn minded(records: Vec<Record>, courses: Vec<PlannedCourse>) -> Vec<Warning> {
    of(112, records, Plan { courses, ..Plan::default() }, "2025-11-24", "114-1")
}

/// A course of the catalog whose classes lately fit.
fn listed(fits: impl Fn(&[Term], bool) -> bool) -> (String, String) {
    let catalog = catalog();
    let known = catalog
        .courses()
        .find(|(_, one)| {
            one.code.is_some()
                && fits(
                    &catalog.lately(one).collect::<Vec<_>>(),
                    one.code.as_ref().is_some_and(|code| catalog.is_online(code)),
                )
        })
        .unwrap()
        .1;
    (known.code.clone().unwrap(), known.name.clone())
}

fn taken(code: &str, name: &str) -> Vec<Record> {
    vec![Record::ticked(code, name, Credits::whole(2), Completion::Passed)]
}

#[test]
fn nothing_to_mind() {
    assert_eq!(minded(vec![], vec![]), []);
    assert_eq!(minded(vec![], vec![course("", "自訂課程", "114-2")]), []);
}

#[test]
fn registration_is_over_or_nearly() {
    let targets = || Plan { targets: vec!["AVM".to_owned()], ..Plan::default() };
    let at = |entry, day, now| of(entry, vec![], targets(), day, now);
    assert_eq!(at(112, "2025-11-24", "114-1"), [Warning::RegistrationPast(term("113-2"))]);
    assert_eq!(at(113, "2026-03-02", "114-2"), [Warning::RegistrationNow(term("114-2"))]);
    assert_eq!(at(114, "2025-11-24", "114-1"), []);
    // Whoever has registered them is not told to.
    let profile = Profile { group: Some("土木系".to_owned()), entry: Some(112), ..Profile::default() };
    let mut document = Document { profile, ..Document::default() };
    document.mark("AVM", Step::Registered, Some(term("113-2")));
    let catalog = catalog();
    let edition = catalog.edition_in(114).unwrap();
    assert_eq!(warnings(&document, &targets(), &catalog, edition, &on(&[], "2025-11-24", "114-1")), []);
    // Without a target there is nothing to register.
    assert_eq!(of(112, vec![], Plan::default(), "2025-11-24", "114-1"), []);
}

#[test]
fn the_certificate_is_applied_for_in_the_last_planned_term() {
    let courses = vec![course("", "甲", "114-2"), course("", "乙", "115-1"), course("", "丙", "")];
    let plan = Plan { targets: vec!["AVM".to_owned()], courses, ..Plan::default() };
    assert_eq!(of(114, vec![], plan, "2025-11-24", "114-1"), [Warning::Apply(term("115-1"))]);
}

#[test]
fn programs_that_exclude_each_other() {
    let catalog = catalog();
    let pair = catalog.editions().iter().find_map(|edition| {
        edition.programs.iter().find_map(|program| {
            let other = program.restrictions.iter().find_map(|one| match &one.kind {
                Kind::MutuallyExclusiveWith(rule) => Some(rule.program.clone()),
                _ => None,
            })?;
            Some((edition, program.code.clone(), other))
        })
    });
    let (edition, one, other) = pair.unwrap();
    let plan = Plan { targets: vec![one.clone(), other.clone()], ..Plan::default() };
    let found = warnings(&Document::default(), &plan, &catalog, edition, &on(&[], "2025-11-24", "114-1"));
    assert!(found.contains(&Warning::Exclusive(one, other)), "{found:?}");
}

#[test]
fn terms_gone_by_and_after_graduation() {
    let courses = vec![course("", "甲", "113-2"), course("", "乙", "116-1"), course("", "丙", "115-2")];
    assert_eq!(minded(vec![], courses), [Warning::Past { at: 0 }, Warning::AfterGraduation { at: 1 }]);
}

#[test]
fn classes_that_are_not_offered_then() {
    let (code, name) = listed(|offered, online| offered.is_empty() && !online);
    assert_eq!(minded(vec![], vec![course(&code, &name, "114-2")]), [Warning::NoClass { at: 0 }]);
    let autumn = |offered: &[Term]| !offered.is_empty() && offered.iter().all(|one| one.part == term("114-1").part);
    let (code, name) = listed(|offered, online| autumn(offered) && !online);
    let found = minded(vec![], vec![course(&code, &name, "114-2")]);
    assert!(matches!(found.as_slice(), [Warning::OtherHalf { at: 0, .. }]), "{found:?}");
    assert_eq!(minded(vec![], vec![course(&code, &name, "115-1")]), []);
    let (code, name) = listed(|_, online| online);
    assert_eq!(minded(vec![], vec![course(&code, &name, "114-2")]), [Warning::Online { at: 0 }]);
}

#[test]
fn a_course_counts_once() {
    let again = |records, courses| {
        let all = minded(records, courses).into_iter();
        all.filter_map(|one| if let Warning::CountsOnce { at, other } = one { Some((at, other)) } else { None })
            .collect::<Vec<_>>()
    };
    let mine = || course("9000001", "某課（一）", "114-2");
    assert_eq!(again(taken("9000001", "某課(一)"), vec![mine()]), [(0, "某課(一) 9000001".to_owned())]);
    // By name, whatever the code; within the plan the later one is told.
    assert_eq!(again(taken("9000002", "某課(一)"), vec![mine()]), [(0, "某課(一) 9000002".to_owned())]);
    assert_eq!(
        again(vec![], vec![mine(), course("9000003", "某課(一)", "115-1")]),
        [(1, "某課（一） 9000001".to_owned())]
    );
    // A failed course may be taken again, and the second stage is another part.
    let failed = vec![Record::ticked("9000001", "某課(一)", Credits::whole(2), Completion::NotPassed)];
    assert_eq!(again(failed, vec![mine()]), []);
    let part = |part, at| PlannedCourse { stage: Stage::Part(part), ..course("9000004", "某年課", at) };
    assert_eq!(again(vec![], vec![part(1, "114-2"), part(2, "115-1")]), []);
}

#[test]
fn stages_and_numbers_in_their_order() {
    let part = |part, at| PlannedCourse { stage: Stage::Part(part), ..course("9000004", "某年課", at) };
    let before = |before: &str, stage, at| Warning::Order { at, before: before.to_owned(), stage };
    assert_eq!(minded(vec![], vec![part(1, "114-2"), part(2, "114-2")]), [before("某年課", Stage::Part(1), 1)]);
    assert_eq!(minded(vec![], vec![part(1, "114-2"), part(2, "115-1")]), []);
    let numbered = |name, at| course("", name, at);
    assert_eq!(
        minded(vec![], vec![numbered("專題(二)", "114-2"), numbered("專題(一)", "115-1")]),
        [before("專題(一)", Stage::Only, 0)]
    );
    assert_eq!(minded(taken("9000005", "專題(一)"), vec![numbered("專題(二)", "114-2")]), []);
}

#[test]
fn a_warning_says_which_course_it_is_about_or_that_it_is_about_the_plan() {
    let courses = vec![course("", "甲", "114-2"), course("", "乙", "113-2"), course("", "丙", "116-1")];
    let plan = Plan { targets: vec!["AVM".to_owned()], courses, ..Plan::default() };
    let found: Vec<Option<usize>> = of(112, vec![], plan, "2025-11-24", "114-1").iter().map(Warning::course).collect();
    // Registration is over and the certificate is applied for; the second is over, and the third after graduation.
    assert_eq!(found, [None, None, Some(1), Some(2)]);
    let part = |part, at| PlannedCourse { stage: Stage::Part(part), ..course("9000004", "某年課", at) };
    let turned = minded(vec![], vec![course("", "甲", "114-2"), part(2, "114-2"), part(1, "114-2")]);
    assert_eq!(turned.iter().map(Warning::course).collect::<Vec<_>>(), [Some(1)]);
    let exclusive = Warning::Exclusive("AVM".to_owned(), "AVB".to_owned());
    assert_eq!((exclusive.course(), Warning::Online { at: 3 }.course()), (None, Some(3)));
}

#[test]
fn days_of_registration_are_the_last_only_in_the_last_term_for_it() {
    let dates = r#"{"term": "114-2", "registration": {"from": "2026-02-23", "to": "2026-03-06"},
        "as_of": "2026-01-05", "source": "https://example.edu"}"#;
    let calendar: [TermDates; 1] = [serde_json::from_str(dates).unwrap()];
    let catalog = catalog();
    let at = |entry, day| {
        let profile = Profile { group: Some("土木系".to_owned()), entry: Some(entry), ..Profile::default() };
        let document = Document { profile, ..Document::default() };
        let plan = Plan { targets: vec!["AVM".to_owned()], ..Plan::default() };
        warnings(&document, &plan, &catalog, catalog.edition_in(114).unwrap(), &on(&calendar, day, "114-2"))
    };
    // Before them, within, and after.
    assert_eq!(at(113, "2026-02-20"), [Warning::RegistrationNow(term("114-2"))]);
    assert_eq!(at(113, "2026-03-06"), [Warning::RegistrationNow(term("114-2"))]);
    assert_eq!(at(113, "2026-03-07"), [Warning::RegistrationPast(term("114-2"))]);
    assert_eq!(at(114, "2026-02-20"), []);
    assert_eq!(at(114, "2026-03-06"), []);
}

#[test]
fn where_no_days_of_registration_are_known_the_last_term_for_it_is_told_in_that_term() {
    let catalog = catalog();
    let at = |entry, now| {
        let profile = Profile { group: Some("土木系".to_owned()), entry: Some(entry), ..Profile::default() };
        let document = Document { profile, ..Document::default() };
        let plan = Plan { targets: vec!["AVM".to_owned()], ..Plan::default() };
        warnings(&document, &plan, &catalog, catalog.edition_in(114).unwrap(), &on(&[], "2025-11-24", now))
    };
    assert_eq!(at(113, "114-2"), [Warning::RegistrationNow(term("114-2"))]);
    assert_eq!(at(113, "114-1"), []);
}

#[test]
fn what_is_planned_for_the_semester_that_is_now_is_not_over() {
    assert_eq!(minded(vec![], vec![course("", "甲", "114-1")]), []);
    // The certificate can still be applied for in it, but in none that is over.
    let planned =
        |at| Plan { targets: vec!["AVM".to_owned()], courses: vec![course("", "甲", at)], ..Plan::default() };
    let told = |at| of(114, vec![], planned(at), "2025-11-24", "114-1");
    assert_eq!(told("114-1"), [Warning::Apply(term("114-1"))]);
    assert_eq!(told("113-2"), [Warning::Past { at: 0 }]);
}
