//! Share links: what goes in comes out, nothing private goes in unasked, and no damage breaks the reader.

use kuayu::audit::{Ask, CourseRef, Decision, Degree, Fact, Profile};
use kuayu::credits::Credits;
use kuayu::day::Day;
use kuayu::hash::{DataHashes, ShortHash};
use kuayu::saved::share::{self, Basis, Choice, Link, Unreadable, based, encode};
use kuayu::saved::{Document, Plan, PlannedCourse, Step};
use kuayu::term::Term;
use kuayu::transcript::{Completion, Grade, Record, Stage};
use proptest::prelude::*;

const ALL: Choice = Choice { records: true, grades: true, name: true, marks: true, decisions: true };

/// Every code that begins with 3 is known to sender and reader.
pub fn known(code: &str) -> Option<(String, Option<Credits>)> {
    code.starts_with('3').then(|| (format!("課程{code}"), Some(Credits::whole(3))))
}

fn decode(text: &str, known: share::Known) -> Result<Document, Unreadable> {
    match share::decode(text, known)? {
        Link::Shared(document) => Ok(document),
        Link::Proposal(_) => Err(Unreadable::Damaged),
    }
}

fn grade() -> impl Strategy<Value = Grade> {
    prop_oneof![
        (0..=100_u8).prop_map(Grade::Score),
        Just(Grade::Pass),
        Just(Grade::Fail),
        Just(Grade::Withdrawn),
        Just(Grade::Transferred),
        Just(Grade::NotDelivered),
        Just(Grade::NotEntered),
        Just(Grade::None),
    ]
}

fn stage() -> impl Strategy<Value = Stage> {
    prop_oneof![4 => Just(Stage::Only), 1 => (1..=8_u8).prop_map(Stage::Part), 1 => Just(Stage::Whole)]
}

fn term() -> impl Strategy<Value = Option<Term>> {
    (90..=180_u16, 0..=3_u8).prop_map(|(year, part)| Term::new(year, part))
}

/// Code and name: known ones, letter codes, odd ones, none.
fn named() -> impl Strategy<Value = (Option<String>, String)> {
    prop_oneof![
        4 => (3_000_000..4_000_000_u32).prop_map(|n| (Some(n.to_string()), format!("課程{n}"))),
        1 => ("[A-Z0-9]{7}", "[一-十a-z ]{1,9}").prop_map(|(code, name)| (Some(code), name)),
        1 => ("[ -~]{1,12}", ".{1,6}").prop_map(|(code, name)| (Some(code), name)),
        1 => "[一-十]{1,9}".prop_map(|name| (None, name)),
    ]
}

fn credits() -> impl Strategy<Value = Credits> {
    (0..200_u16).prop_map(Credits::from_tenths)
}

fn record() -> impl Strategy<Value = Record> {
    (named(), credits(), stage(), term(), grade(), prop::option::of(0..4_usize)).prop_map(
        |((code, name), credits, stage, term, grade, declared)| {
            let all = [Completion::NotPassed, Completion::Planned, Completion::InProgress, Completion::Passed];
            let declared = declared.map(|at| all[at]);
            let note = "not to be shared".to_owned();
            Record { code, name, credits: Some(credits), stage, term, grade, declared, note }
        },
    )
}

pub fn document() -> impl Strategy<Value = Document> {
    let course = (named(), credits(), stage(), term()).prop_map(|((code, name), credits, stage, term)| PlannedCourse {
        code,
        name,
        credits: Some(credits),
        stage,
        term,
        class: None,
    });
    let plan = (prop::collection::vec("[A-Z0-9]{3}", 0..4), prop::collection::vec(course, 0..12), ".{0,8}");
    let profile = (prop::option::of("[一-十【】]{1,12}"), prop::option::of(90..=200_u16), 0..3_usize);
    (profile, prop::collection::vec(record(), 0..30), prop::option::of(plan)).prop_map(|(profile, records, plan)| {
        let degree = [Degree::Bachelor, Degree::BachelorEvening, Degree::Graduate][profile.2];
        let profile = Profile { group: profile.0, entry: profile.1, degree };
        let mut document = Document { profile, records, ..Document::default() };
        if let Some((targets, courses, name)) = plan {
            document.add_plan(Plan { id: 7, name, targets, courses, edition: None });
        }
        document
    })
}

/// What a link carries of a record, in an order of its own: links group by term and status.
fn seen(document: &Document, grades: bool) -> Vec<String> {
    let pass_mark = document.profile.pass_mark();
    let one = |record: &Record| {
        let grade = if grades { record.grade } else { Grade::None };
        let Record { code, name, credits, stage, term, .. } = record;
        format!("{code:?} {name} {credits:?} {stage:?} {term:?} {grade:?} {:?}", record.completion(pass_mark))
    };
    let told = |record: &&Record| grades || record.completion(pass_mark) != Completion::NotPassed;
    let mut all: Vec<String> = document.records.iter().filter(told).map(one).collect();
    all.sort();
    all
}

fn planned(document: &Document) -> Vec<String> {
    let courses = document.active_plan().map(|plan| plan.courses.clone()).unwrap_or_default();
    let mut all: Vec<String> = courses.iter().map(|course| format!("{course:?}")).collect();
    all.sort();
    all
}

/// A link with another letter, or cut off, is told to be damaged.
pub fn damage_of(
    text: &str,
    at: prop::sample::Index,
    letter: &str,
    cut: prop::sample::Index,
) -> Result<(), TestCaseError> {
    let at = at.index(text.len());
    let mut changed = text.to_owned();
    changed.replace_range(at..=at, letter);
    // The last letter may hold bits that mean nothing.
    if changed != text && at + 1 < text.len() {
        prop_assert!(decode(&changed, &known).is_err());
    }
    let cut = cut.index(text.len());
    prop_assert_eq!(decode(&text[..cut], &known), Err(Unreadable::Damaged));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_goes_in_comes_out(mut document in document(), grades in any::<bool>()) {
        // Terms outside what a transcript can hold are not carried.
        document.profile.entry = document.profile.entry.filter(|year| *year < 256);
        let text = encode(&document, Choice { grades, ..ALL }, &known);
        prop_assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        let back = decode(&text, &known).unwrap();
        prop_assert_eq!(&back.profile, &document.profile);
        prop_assert_eq!(seen(&back, grades), seen(&document, grades));
        prop_assert_eq!(planned(&back), planned(&document));
        prop_assert_eq!(back.active_plan().map(|plan| &plan.targets), document.active_plan().map(|plan| &plan.targets));
        prop_assert_eq!(back.active_plan().map(|plan| &plan.name), document.active_plan().map(|plan| &plan.name));
        prop_assert!(back.records.iter().all(|record| record.note.is_empty()));
        // Made again from what came out, it is the same link.
        prop_assert_eq!(encode(&back, Choice { grades, ..ALL }, &known), text);
    }

    #[test]
    fn damage_is_found(document in document(), at in any::<prop::sample::Index>(), letter in "[A-Za-z0-9_-]", cut in any::<prop::sample::Index>()) {
        let text = encode(&document, ALL, &known);
        damage_of(&text, at, &letter, cut)?;
        damage_of(&based(&text, basis()), at, &letter, cut)?;
    }

    #[test]
    fn nothing_makes_the_reader_panic(text in ".{0,80}", bytes in "[A-Za-z0-9_-]{0,200}") {
        prop_assert!(share::decode(&text, &known).is_err());
        let _ = share::decode(&bytes, &known);
    }
}

fn forty() -> Document {
    let term = |n: u32| Term::new(112 + (n / 16) as u16, (n / 8 % 2 + 1) as u8);
    let record = |n: u32| Record {
        term: term(n),
        note: "remark".to_owned(),
        grade: Grade::Score(60 + n as u8),
        declared: None,
        ..Record::ticked(&(3_901_000 + n * 37).to_string(), "某課", Credits::whole(3), Completion::Passed)
    };
    let profile =
        Profile {
            group: Some("電資學士班【電機工程系】".to_owned()), entry: Some(112), ..Profile::default()
        };
    let records = (0..32)
        .map(record)
        .map(|record| Record { name: format!("課程{}", record.code.clone().unwrap()), ..record })
        .collect();
    let mut document = Document { profile, records, ..Document::default() };
    let course = |n: u32| PlannedCourse {
        code: Some((3_801_000 + n).to_string()),
        name: format!("課程{}", 3_801_000 + n),
        credits: Some(Credits::whole(3)),
        term: Term::new(115, (n % 2 + 1) as u8),
        ..PlannedCourse::default()
    };
    let targets = vec!["AVM".to_owned(), "AVB".to_owned()];
    document.add_plan(Plan {
        name: "private".to_owned(),
        targets,
        courses: (0..8).map(course).collect(),
        ..Plan::default()
    });
    document
}

#[test]
fn forty_courses_are_short_and_private() {
    let document = forty();
    let text = encode(&document, Choice { records: true, ..Choice::default() }, &known);
    // With an address of 60 letters before it, a QR code of version 11 (61 modules a side) holds 321 letters at level L.
    assert!(text.len() <= 265, "{} letters", text.len());
    let back = decode(&text, &known).unwrap();
    assert_eq!((back.records.len(), back.plans[0].courses.len()), (32, 8));
    assert!(back.records.iter().all(|record| record.grade == Grade::None && record.note.is_empty()));
    assert_eq!(back.plans[0].name, "");
    let plan_only = decode(&encode(&document, Choice::default(), &known), &known).unwrap();
    assert!(plan_only.records.is_empty() && plan_only.plans[0].courses.len() == 8);
}

#[test]
fn a_course_not_passed_is_nobodys_business() {
    let mut document = Document::default();
    let failed = |code| Record {
        grade: Grade::Score(40),
        declared: None,
        ..Record::ticked(code, "某", Credits::whole(2), Completion::Passed)
    };
    document.records =
        vec![failed("5000001"), Record::ticked("5000002", "某", Credits::whole(2), Completion::NotPassed)];
    let shared = |grades| {
        decode(&encode(&document, Choice { grades, records: true, ..Choice::default() }, &known), &known).unwrap()
    };
    assert!(shared(false).records.is_empty());
    assert_eq!(shared(true).records.len(), 2);
}

#[test]
fn marks_travel_only_when_asked_for() {
    let mut document = Document::default();
    document.mark("AVM", Step::Registered, Term::new(114, 2));
    document.mark("AVM", Step::Certified, Term::new(115, 1));
    let sent = |marks| encode(&document, Choice { marks, ..Choice::default() }, &known);
    assert_eq!(decode(&sent(true), &known).unwrap().marks, document.marks);
    assert_eq!(decode(&sent(false), &known).unwrap().marks, []);
    // Without them it is a link that older programs read: the first byte, six bits a letter, is that of version 1.
    let second = |marks| sent(marks).chars().nth(1).unwrap();
    assert!(('Q'..='Z').contains(&second(false)) || ('a'..='f').contains(&second(false)), "{}", sent(false));
    assert!(('g'..='v').contains(&second(true)), "{}", sent(true));
}

/// The link of `forty` as version 1 made it: links are read for ever.
const V1: &str = concat!(
    "AffLiRPE6Zu76LOH5a245aOr54-t44CQ6Zu75qmf5bel56iL57O744CRcAEMPAwjuGSHkI7hm17CO4aSfQjuGt38I7htyBCO4cBg",
    "wjuHJoUI7h0uGYuBhHcO4RIR3DysWEdw91GhHcPvx4R3EAkiEdxBTJhHcQnSoR3EOcsycDCO4iYmQjuIvZsI7iOKdCO4kHnwjuJL",
    "KEI7iVGjCO4l2pQjuJm6Zl4GEdxOBUhHcTy1YR3FBVaEdxRfXhHcUqWIR3FPNmEdxU9ahHcVh2xdwcml2YXRlI0FWTTQVZCI1IHP",
    "_UBz_1Qc_9YHP_XGtA5_6kOf-rDn_rQ5_68",
);

#[test]
fn links_of_version_1_are_read() {
    let back = decode(V1, &known).unwrap();
    let expected = forty();
    assert_eq!(seen(&back, true), seen(&expected, true));
    assert_eq!(planned(&back), planned(&expected));
}

#[test]
fn a_newer_link_says_so_and_a_reader_without_the_course_shows_its_code() {
    let text = encode(&forty(), ALL, &known);
    // The version is the first byte: its six high bits are the first letter.
    let newer = format!("C{}", &text[1..]);
    assert_eq!(decode(&newer, &known), Err(Unreadable::Newer));
    let stranger = decode(&text, &|_| None).unwrap();
    assert_eq!(stranger.plans[0].courses[0].name, "3801000");
}

#[test]
fn the_same_link_makes_the_same_plan() {
    let text = encode(&forty(), ALL, &known);
    assert_eq!(decode(&text, &known).unwrap().plans[0].id, decode(&text, &known).unwrap().plans[0].id);
}

fn basis() -> Basis {
    let short = |hash: &str| ShortHash::of(hash).unwrap();
    let data = DataHashes { catalog: short("3f2a91bc"), curricula: Some(short("0000008c")) };
    Basis { day: Day::parse("2026-11-30"), build: Some(short("0123456789abcdef")), data }
}

#[test]
fn a_link_says_by_what_it_was_made() {
    let plain = encode(&forty(), ALL, &known);
    let text = based(&plain, basis());
    assert_eq!(share::basis(&text), Some(basis()));
    assert_eq!(share::basis(&plain), None);
    // What it holds is the same, and so is the plan that somebody takes over.
    assert_eq!(decode(&text, &known), decode(&plain, &known));
    assert!(text.len() <= plain.len() + 24, "{} letters more", text.len() - plain.len());
    for unknown in [Basis::default(), Basis { build: None, ..basis() }, Basis { day: None, ..basis() }] {
        assert_eq!(share::basis(&based(&plain, unknown)), Some(unknown));
    }
    // Twice is no link, and what is no link stays what it is.
    assert_eq!(decode(&based(&text, basis()), &known), Err(Unreadable::Damaged));
    assert_eq!(based("nothing", basis()), "nothing");
}

/// A link as version 5 made it.
const V5: &str = concat!(
    "BW0AJk9RMwEjRWc_KpG8AAAAjAHE6Zu76LOH5a245aOr54-t44CQ6Zu75qmf5bel56iL57O744CRcAEMPAwjuGSHkI7hm17CO4aS",
    "fQjuGt38I7htyBCO4cBgwjuHJoUI7h0uGYuBhHcO4RIR3DysWEdw91GhHcPvx4R3EAkiEdxBTJhHcQnSoR3EOcsycDCO4iYmQjuI",
    "vZsI7iOKdCO4kHnwjuJLKEI7iVGjCO4l2pQjuJm6Zl4GEdxOBUhHcTy1YR3FBVaEdxRfXhHcUqWIR3FPNmEdxU9ahHcVh2xdwcml",
    "2YXRlI0FWTTQVZCI1IHP_UBz_1Qc_9YHP_XGtA5_6kOf-rDn_rQ5_68",
);

#[test]
fn links_of_version_5_are_read() {
    assert_eq!(based(V1, basis()), V5);
    assert_eq!(share::basis(V5), Some(basis()));
    assert_eq!(decode(V5, &known), decode(V1, &known));
}

fn answered() -> Document {
    let course = CourseRef { code: Some("3901416".to_owned()), name: "綠建築概論".to_owned() };
    let said = Decision {
        program: Some("AVM".to_owned()),
        fact: Fact::Counts { course },
        holds: false,
        by: Some(Ask::Program),
        date: Some("2026-11-20".to_owned()),
        note: "要先修建築物理".to_owned(),
    };
    let any = Decision { program: None, fact: Fact::EntryYear, holds: true, by: None, date: None, note: String::new() };
    Document { decisions: vec![said, any], ..forty() }
}

#[test]
fn what_offices_said_is_in_it_only_when_asked_for() {
    let document = answered();
    let unasked = encode(&document, Choice { decisions: false, ..ALL }, &known);
    assert_eq!(decode(&unasked, &known).unwrap().decisions, []);
    // Who asks for none makes the link that older programs read.
    assert_eq!(unasked, encode(&Document { decisions: Vec::new(), ..answered() }, ALL, &known));
    let text = encode(&document, ALL, &known);
    let back = decode(&text, &known).unwrap();
    assert_eq!(back.decisions, document.decisions);
    assert_eq!(seen(&back, true), seen(&document, true));
    assert_eq!(encode(&back, ALL, &known), text);
}
