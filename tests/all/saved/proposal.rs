//! Links with a suggestion for a plan: what goes in comes out, no course taken is in it, and nothing that somebody could
//! make up breaks the reader or grows beyond its bounds.

use kuayu::audit::{Degree, Profile};
use kuayu::credits::Credits;
use kuayu::day::Day;
use kuayu::planning;
use kuayu::saved::share::{Choice, Link, NOTE_MOST, Proposal, Unreadable, data_in, decode, encode, propose};
use kuayu::saved::{Document, Plan, PlannedCourse};
use kuayu::term::Term;
use proptest::prelude::*;

use super::share::{damage_of, document, known};

fn read(text: &str) -> Proposal {
    match decode(text, &known).unwrap() {
        Link::Proposal(proposal) => proposal,
        Link::Shared(_) => panic!("no suggestion: {text}"),
    }
}

fn course(n: u32, term: Option<Term>) -> PlannedCourse {
    let code = 3_801_000 + n;
    PlannedCourse {
        code: Some(code.to_string()),
        name: format!("課程{code}"),
        credits: Some(Credits::whole(3)),
        term,
        ..PlannedCourse::default()
    }
}

/// A suggestion as people make them.
fn usual() -> Proposal {
    let (first, second) = (Term::new(115, 1), Term::new(115, 2));
    let base =
        Plan { targets: vec!["AVM".to_owned()], courses: vec![course(1, first), course(2, first)], ..Plan::default() };
    let class = PlannedCourse { class: Some("301234".to_owned()), ..course(3, second) };
    let plan = Plan {
        name: "先修建築物理".to_owned(),
        edition: Some("115".to_owned()),
        targets: vec!["AVM".to_owned(), "AVB".to_owned()],
        courses: vec![course(2, second), class, course(4, None)],
        ..Plan::default()
    };
    let profile = Profile { group: Some("土木系".to_owned()), entry: Some(113), ..Profile::default() };
    Proposal {
        profile, plan, base, note: "先修第三門，\n第四門等開課再說。".to_owned(), day: Day::parse("2026-11-30")
    }
}

/// Without the ids, which a link makes up.
fn same(proposal: &Proposal) -> Proposal {
    let plan = |plan: &Plan| {
        let mut courses = plan.courses.clone();
        courses.sort_by_key(|course| format!("{course:?}"));
        Plan { id: 0, courses, ..plan.clone() }
    };
    Proposal { plan: plan(&proposal.plan), base: plan(&proposal.base), ..proposal.clone() }
}

#[test]
fn what_goes_in_comes_out_and_fits_a_small_code() {
    let text = propose(&usual(), &known).unwrap();
    let back = read(&text);
    assert_eq!(same(&back), same(&usual()));
    assert_eq!(propose(&back, &known).unwrap(), text);
    // Version 11 of a QR code, as for a link with forty courses.
    assert!(text.len() < 321, "{} letters", text.len());
    // Taken over twice it is one plan.
    assert_eq!(read(&text).plan.id, back.plan.id);
    let found = planning::differences(&back.base, &back.plan);
    assert_eq!((found.added.len(), found.removed.len(), found.moved.len(), found.aimed.len()), (2, 1, 1, 1));
}

/// The suggestion of `usual` as version 4 made it first: links are read for ever.
const V4: &str = concat!(
    "BNM7cAyR5Zyf5pyo57O7cQzExNVEz5eWFiOS_ruesrOS4iemWgO-8jArnrKzlm5vploDnrYnplovoqrLlho3oqqrjgIKi5YWI5L-",
    "u5bu656-J54mp55CGI0FWTTQVZCM1gIc_9Ua2MzAxMjM0EOf-rAACHP_WAJoKsmiaiDn_qQ5_6o",
);

#[test]
fn suggestions_of_version_4_are_read() {
    assert_eq!(same(&read(V4)), same(&usual()));
}

#[test]
fn whose_it_is() {
    let proposal = usual();
    let profile = |group: Option<&str>, entry, degree| Profile { group: group.map(str::to_owned), entry, degree };
    for (own, is_for) in [
        (proposal.profile.clone(), true),
        (profile(Some("土木系"), None, Degree::Bachelor), true),
        (profile(None, None, Degree::Bachelor), true),
        (profile(Some("電子系"), Some(113), Degree::Bachelor), false),
        (profile(Some("土木系"), Some(112), Degree::Bachelor), false),
        (profile(Some("土木系"), Some(113), Degree::Graduate), false),
    ] {
        assert_eq!(proposal.is_for(&own), is_for, "{own:?}");
    }
}

#[test]
fn a_note_is_plain_and_bounded() {
    let noted = |note: &str| Proposal { note: note.to_owned(), ..usual() };
    let read_back = |note: &str| read(&propose(&noted(note), &known).unwrap()).note;
    assert_eq!(read_back(&"修".repeat(NOTE_MOST + 50)), "修".repeat(NOTE_MOST));
    // Nothing in it turns or hides the text around it.
    assert_eq!(read_back(" a\u{202e}b\u{0}c\u{2066}d\r\ne\u{1b}f "), "abcd\nef");
    assert_eq!(read_back("<b>重要</b>"), "<b>重要</b>");
}

#[test]
fn more_than_is_read_is_not_written() {
    let listing = |n: u32| (0..n).map(|n| course(n, None)).collect::<Vec<_>>();
    let large = |n| Proposal { plan: Plan { courses: listing(n), ..Plan::default() }, ..usual() };
    assert!(propose(&large(300), &known).is_some());
    assert_eq!(propose(&large(301), &known), None);
    let named = Proposal {
        plan: Plan {
            courses: vec![PlannedCourse { name: "課".repeat(9000), ..course(900, None) }], ..Plan::default()
        },
        ..usual()
    };
    assert_eq!(propose(&named, &known), None);
}

#[test]
fn a_list_too_long_is_not_written_wherever_it_stands() {
    let listing = |n: u32| (0..n).map(|n| course(n, None)).collect::<Vec<_>>();
    let aiming = |n: u32| (0..n).map(|n| n.to_string()).collect::<Vec<_>>();
    let plan = |courses, targets| Plan { courses, targets, ..Plan::default() };
    let of = |plan: Plan, base: Plan| propose(&Proposal { plan, base, ..usual() }, &known).is_some();
    assert!(of(plan(listing(2), aiming(300)), plan(listing(300), aiming(2))));
    assert!(!of(plan(listing(2), aiming(301)), plan(listing(2), aiming(2))));
    assert!(!of(plan(listing(2), aiming(2)), plan(listing(301), aiming(2))));
    assert!(!of(plan(listing(2), aiming(2)), plan(listing(2), aiming(301))));
}

#[test]
fn a_suggestion_without_a_day_has_none() {
    let undated = Proposal { day: None, ..usual() };
    assert_eq!(read(&propose(&undated, &known).unwrap()).day, None);
}

/// The stream of bits sealed as a link of that version: whoever makes links up can compute the checksum.
fn forged(version: u8, stream: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let sum = stream.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 0 { sum >> 1 } else { sum >> 1 ^ 0xedb8_8320 })
    });
    let bytes = [[version].as_slice(), &(!sum).to_be_bytes(), stream].concat();
    let bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1)).collect();
    bits.chunks(6)
        .map(|six| (0..6).fold(0, |value, at| value << 1 | usize::from(six.get(at) == Some(&1))))
        .map(|value| char::from(LETTERS[value]))
        .collect()
}

#[test]
fn what_is_made_up_too_large_is_damaged() {
    // Nobody, and then nothing but ones or noughts: lists without end.
    for (length, byte) in [(14_000, 0), (14_000, 0xff), (14_000, 0x11), (16_000, 0), (100_000, 0x10)] {
        let text = forged(4, &vec![byte; length]);
        match decode(&text, &known) {
            Ok(Link::Proposal(proposal)) => assert!(proposal.plan.courses.len() <= 300),
            other => assert_eq!(other.unwrap_err(), Unreadable::Damaged),
        }
    }
    assert_eq!(decode(&forged(5, &[0; 20]), &known), Err(Unreadable::Damaged));
    assert_eq!(decode(&forged(6, &[0; 20]), &known), Err(Unreadable::Newer));
    let based = |link: u8, stream: &[u8]| forged(5, &[&[0; 14], [link].as_slice(), stream].concat());
    assert_eq!(decode(&based(4, &[0x11; 16_000]), &known), Err(Unreadable::Damaged));
    // One that holds another of its kind, or nothing, is none.
    for link in [0, 5] {
        assert_eq!(decode(&based(link, &[0; 20]), &known), Err(Unreadable::Damaged));
    }
    assert_eq!(decode(&based(6, &[0; 20]), &known), Err(Unreadable::Newer));
    assert_eq!(decode(&forged(5, &[0; 14]), &known), Err(Unreadable::Damaged));
}

#[test]
fn a_suggestion_of_more_bytes_than_any_is_written_with_is_not_read() {
    // Nothing but noughts is an empty one, and what follows it means nothing.
    assert!(matches!(decode(&forged(4, &[0; 15_000]), &known), Ok(Link::Proposal(_))));
    for length in [15_001, 40_000] {
        assert_eq!(decode(&forged(4, &vec![0; length]), &known), Err(Unreadable::Damaged), "{length}");
    }
}

/// A suggestion of nobody for nobody, of which the plan has that name as it is.
fn named(name: &str) -> String {
    let mut bits = vec![0; 38];
    let number = |bits: &mut Vec<u8>, mut value: usize| loop {
        bits.push(u8::from(value > 7));
        bits.extend([value >> 2 & 1, value >> 1 & 1, value & 1].map(|bit| bit as u8));
        value >>= 3;
        if value == 0 {
            return;
        }
    };
    number(&mut bits, name.len());
    name.bytes().for_each(|byte| bits.extend((0..8).rev().map(|at| byte >> at & 1)));
    bits.extend([0; 80]);
    let bytes: Vec<u8> = bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |byte, bit| byte << 1 | bit)).collect();
    forged(4, &bytes)
}

#[test]
fn the_name_of_a_plan_that_was_made_up_is_as_plain_and_short_as_one_that_was_written() {
    let read_back = |name: &str| read(&named(name)).plan.name;
    assert_eq!(read_back("甲案"), "甲案");
    assert_eq!(read_back(" a\u{202e}b\u{0}c\u{2069} "), "abc");
    assert_eq!(read_back(&"長".repeat(100)), "長".repeat(60));
}

/// What fuzzing begins with (`fuzz/fuzz_targets/share.rs`): a version and a stream each.
#[test]
fn seeds_are_read_or_damaged() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let all = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let of_links = all.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("share-"));
    let read = of_links.map(|path| {
        let bytes = std::fs::read(path).unwrap();
        usize::from(decode(&forged(bytes[0], &bytes[1..]), &known).is_ok())
    });
    assert!(read.sum::<usize>() >= 3);
}

#[test]
fn the_data_of_a_link_is_found_in_what_people_paste() {
    let data = propose(&usual(), &known).unwrap();
    for text in [
        format!("https://example.edu/app/?openExternalBrowser=1#/share/{data}"),
        format!("老師好，這是我的規劃：\nhttps://example.edu/#/share/{data} 謝謝！"),
        format!("#/share/{data}，謝謝"),
        format!("https://example.edu/%23/share/{data}?x=1"),
    ] {
        assert_eq!(data_in(&text), Some(data.as_str()), "{text}");
    }
    for text in ["", "#/share/", "https://example.edu/#/plan", "/share/（沒有）"] {
        assert_eq!(data_in(text), None, "{text}");
    }
}

#[test]
fn changes_of_the_plan_alone_are_told_from_others() {
    let mut before = Document { profile: usual().profile, ..Document::default() };
    before.add_plan(usual().base);
    let mut after = before.clone();
    after.add_plan(usual().plan);
    after.edition = Some("114".to_owned());
    assert!(after.is_but_for_plans(&before));
    after.records.push(course(1, None).record());
    assert!(!after.is_but_for_plans(&before));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_suggestion_comes_back(before in document(), after in document(), note in "[\\PC\n]{0,600}", day in 0..60_000_i32) {
        let profile = Profile { entry: before.profile.entry.filter(|year| *year < 256), ..before.profile.clone() };
        let plan = |document: &Document| document.active_plan().cloned().unwrap_or_default();
        let base = Plan { name: String::new(), ..plan(&before) };
        let day = Day::parse("1970-01-02").map(|first| first.plus(day));
        let proposal = Proposal { profile, plan: plan(&after), base, note, day };
        let text = propose(&proposal, &known).unwrap();
        let back = read(&text);
        prop_assert_eq!(&back.profile, &proposal.profile);
        prop_assert_eq!(same(&back).plan.courses, same(&proposal).plan.courses);
        prop_assert_eq!(same(&back).base.courses, same(&proposal).base.courses);
        prop_assert_eq!(&back.plan.targets, &proposal.plan.targets);
        prop_assert_eq!(back.day, proposal.day);
        prop_assert!(back.note.chars().count() <= NOTE_MOST);
        // Made again from what came out, it is the same link.
        prop_assert_eq!(propose(&back, &known), Some(text));
        // What the student shared is found again by the base.
        prop_assert!(planning::differences(&plan(&before), &back.base).is_empty() || before.active_plan().is_none());
    }

    #[test]
    fn damage_is_found(at in any::<prop::sample::Index>(), letter in "[A-Za-z0-9_-]", cut in any::<prop::sample::Index>()) {
        let text = propose(&usual(), &known).unwrap();
        damage_of(&text, at, &letter, cut)?;
    }

    #[test]
    fn nothing_made_up_breaks_the_reader(version in 0..6_u8, stream in prop::collection::vec(any::<u8>(), 0..400)) {
        match decode(&forged(version, &stream), &known) {
            Ok(Link::Proposal(proposal)) => {
                prop_assert!(proposal.note.chars().count() <= NOTE_MOST);
                prop_assert!(proposal.plan.courses.len() + proposal.base.courses.len() <= 600);
                // It can be looked at and taken over like any other.
                let (own, _) = planning::meant(&Document::default(), &proposal.base);
                let _ = planning::differences(&own, &planning::adopted(&own, &proposal.plan));
            }
            Ok(Link::Shared(document)) => {
                let _ = encode(&document, Choice::default(), &known);
            }
            Err(_) => {}
        }
    }
}
