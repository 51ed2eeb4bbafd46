//! How long the engine takes. The goal: all programs, three views, best and worst case, both questions, with advice, for
//! a transcript of 60 courses within 2 ms; and growth near linear in programs and in the length of their lists.
//!
//! `cargo bench --profile native --no-default-features --bench audit`
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

#[path = "../tests/all/support/random.rs"]
#[allow(dead_code)]
mod random;
#[path = "../tests/all/support/real.rs"]
#[allow(dead_code)]
mod real;

use std::sync::Arc;

use divan::{Bencher, black_box};
use kuayu::audit::{Prepared, Profile, ProgramAudit, rank};
use kuayu::catalog::Catalog;
use kuayu::catalog::document::Listing;
use kuayu::transcript::{Completion, Record, Stage};
use serde_json::{Value, json};

use random::Random;
use real::{Real, passed};

fn main() {
    divan::main();
}

/// So many courses of the catalog's first edition: most passed, some in progress, some planned.
fn transcript(catalog: &Catalog, courses: usize) -> Vec<Record> {
    let edition = catalog.edition_in(114).unwrap();
    let random = &mut Random::new(1);
    let listed: Vec<&Listing> = edition.programs.iter().flat_map(|p| p.listings().map(|(_, l)| l)).collect();
    let mut records: Vec<Record> = Vec::new();
    while records.len() < courses {
        let course = catalog.course(catalog.listed(listed[random.below(listed.len())]).unwrap()).unwrap();
        let record = passed(course, if course.stages.is_some() { Stage::Part(1) } else { Stage::Only });
        if records.iter().any(|known| known.name == record.name) {
            continue;
        }
        let declared = match records.len() % 10 {
            8 => Some(Completion::InProgress),
            9 => Some(Completion::Planned),
            _ => None,
        };
        records.push(Record { declared, ..record });
    }
    records
}

/// All 46 programs of 114-1, for a student of 土木系 who entered in 112.
#[divan::bench(args = [0, 20, 60, 120])]
fn all_programs(bencher: Bencher, courses: usize) {
    let real = Real::read();
    let prepared = real.prepare(real.catalog.edition_in(114).unwrap(), &real.student("土木系", 112), &[]);
    let records = transcript(&real.catalog, courses);
    bencher.bench(|| prepared.audit(black_box(&records)));
}

/// What a tick costs: the last course of such a transcript was not there before.
#[divan::bench(args = [20, 60, 120])]
fn after_a_tick(bencher: Bencher, courses: usize) {
    let real = Real::read();
    let prepared = real.prepare(real.catalog.edition_in(114).unwrap(), &real.student("土木系", 112), &[]);
    let records = transcript(&real.catalog, courses);
    let before = &records[..courses - 1];
    let audits: Vec<Arc<ProgramAudit>> = prepared.audit(before).into_iter().map(Arc::new).collect();
    bencher.bench(|| prepared.audit_again(black_box(&records), before, &audits));
}

/// The order of the programs, by what is left.
#[divan::bench]
fn ranking(bencher: Bencher) {
    let real = Real::read();
    let prepared = real.prepare(real.catalog.edition_in(114).unwrap(), &real.student("土木系", 112), &[]);
    let audits = prepared.audit(&transcript(&real.catalog, 60));
    bencher.bench(|| rank(black_box(&audits)));
}

/// Once a profile.
#[divan::bench]
fn prepare(bencher: Bencher) {
    let real = Real::read();
    let (edition, profile) = (real.catalog.edition_in(114).unwrap(), real.student("土木系", 112));
    let curriculum = real.curricula[0].group("土木系", &real.catalog).unwrap();
    bencher.bench(|| Prepared::new(black_box(&real.catalog), edition, Some(&curriculum), &profile, &[]));
}

/// Once a visit.
#[divan::bench]
fn read_programs_json(bencher: Bencher) {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/programs.json")).unwrap();
    bencher.bench(|| kuayu::catalog::read(black_box(&text)).unwrap());
}

/// A course of the made-up catalogs.
fn course(number: usize, credits: usize, stages: bool) -> Value {
    let mut course = json!({
        "code": format!("S{number:06}"), "name": format!("課程{number}"), "credits": credits, "unit": format!("系{}", number % 30),
        "common": number.is_multiple_of(19),
    });
    if stages {
        course["stages"] = json!(2);
    }
    course
}

fn catalog(courses: Vec<Value>, programs: Vec<Value>) -> Catalog {
    let document = json!({
        "schema": 1, "sources": [], "courses": courses,
        "departments": [{"name": "系1", "college": "院", "aliases": [], "groups": ["系1"], "classes": [], "units": ["系1"], "related_units": []}],
        "editions": [{"id": "1", "year": 114, "title": {"zh": "", "en": ""}, "standard_as_of": "2026-09-23", "programs": programs}],
    });
    Catalog::new(serde_json::from_value(document).unwrap())
}

/// So many programs of so many courses each; every course is in five programs, as the university's often are.
fn synthetic(programs: usize, length: usize) -> Catalog {
    let distinct = (programs * length / 5).max(length);
    let courses = (0..distinct).map(|at| course(at, 1 + at % 4, at.is_multiple_of(40))).collect();
    let program = |at: usize| {
        let listing = |place: usize| {
            let number = (at * length / 5 + place) % distinct;
            json!({"code": format!("S{number:06}"), "name": format!("課程{number}")})
        };
        let part = |from: usize, to: usize| (from..to).map(listing).collect::<Vec<_>>();
        let (first, second) = (length / 3, 2 * length / 3);
        json!({
            "code": format!("{at:03}"), "name": format!("微學程{at}"), "college": "院", "department": "系1",
            "min_credits": 9, "standard_url": "", "uncategorised": [],
            "categories": [
                {"name": "基礎", "min_courses": 1, "courses": part(0, first)},
                {"name": "核心", "min_courses": 2, "courses": part(first, second)},
                {"name": "總整", "min_courses": 1, "courses": part(second, length)},
            ],
            "restrictions": [{"kind": "min_cross_domain_credits", "credits": 6}],
        })
    };
    catalog(courses, (0..programs).map(program).collect())
}

const SIZES: [(usize, usize); 6] = [(250, 50), (500, 50), (1000, 50), (500, 100), (1000, 100), (1000, 200)];

fn stranger() -> Profile {
    Profile { group: Some("別系".to_owned()), entry: Some(112), ..Profile::default() }
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn synthetic_audit(bencher: Bencher, (programs, length): (usize, usize)) {
    let catalog = synthetic(programs, length);
    let curriculum = kuayu::catalog::curriculum::Curriculum::default();
    let edition = catalog.edition_in(114).unwrap();
    let prepared = Prepared::new(&catalog, edition, Some(&curriculum), &stranger(), &[]);
    let records = transcript(&catalog, 60);
    bencher.bench(|| prepared.audit(black_box(&records)));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn synthetic_prepare(bencher: Bencher, (programs, length): (usize, usize)) {
    let catalog = synthetic(programs, length);
    let curriculum = kuayu::catalog::curriculum::Curriculum::default();
    let edition = catalog.edition_in(114).unwrap();
    bencher.bench(|| Prepared::new(black_box(&catalog), edition, Some(&curriculum), &stranger(), &[]));
}

/// What of the hard list cannot be met.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Impossible {
    /// One category asks for more courses than it has.
    Alone,
    /// Two categories ask for more than they have together.
    Jointly,
    /// Nothing: what is left can be had.
    Nothing,
}
use Impossible::{Alone, Jointly, Nothing};

/// A list of 75 courses, eight of them year courses of which one half is passed: 基礎 and 核心 share so many; with a cap
/// on twenty of them if `capped`; `more` asks for many courses instead of few.
fn hard(impossible: Impossible, shared: usize, capped: bool, more: bool) -> Catalog {
    let courses = (0..75).map(|at| course(at, 1 + at % 3, at.is_multiple_of(10))).collect();
    let listing = |number: usize| json!({"code": format!("S{number:06}"), "name": format!("課程{number}")});
    let part = |numbers: &mut dyn Iterator<Item = usize>| numbers.map(listing).collect::<Vec<_>>();
    let codes: Vec<String> = (0..20).map(|at| format!("S{at:06}")).collect();
    let least = if more { [5, 8, 6] } else { [1, 2, 1] };
    let mut restrictions = vec![json!({"kind": "min_cross_domain_credits", "credits": if more { 20 } else { 6 }})];
    if capped {
        restrictions.push(json!({"kind": "max_credits_from", "courses": codes, "credits": 9}));
    }
    let (last, besides) = match impossible {
        Alone => (3, 0),
        Jointly => (2, 1),
        Nothing => (1, 0),
    };
    let credits = match (impossible, more) {
        // More than the records bring: something is left to advise.
        (Nothing, _) => 156,
        (_, true) => 40,
        (_, false) => 12,
    };
    let program = json!({
        "code": "HRD", "name": "難", "college": "院", "department": "系1", "min_credits": credits,
        "standard_url": "", "uncategorised": [],
        "categories": [
            {"name": "基礎", "min_courses": least[0], "courses": part(&mut (0..25 + shared))},
            {"name": "核心", "min_courses": least[1], "courses": part(&mut (25..50 + shared / 2))},
            {"name": "應用", "min_courses": least[2], "courses": part(&mut (50..75))},
            {"name": "總整", "min_courses": last, "courses": part(&mut (0..2))},
            {"name": "專題", "min_courses": besides, "courses": part(&mut (0..2))},
        ],
        "restrictions": restrictions,
    });
    catalog(courses, vec![program])
}

/// The worst cases: nothing, half or all of that list passed.
#[divan::bench(args = [
    (Alone, 0, 8, false, false), (Alone, 37, 8, false, false), (Alone, 75, 8, false, false), (Alone, 75, 16, false, false),
    (Alone, 75, 8, true, false), (Alone, 75, 8, false, true), (Alone, 75, 16, true, true),
    (Jointly, 37, 8, false, false), (Jointly, 75, 8, false, false), (Jointly, 75, 16, true, true),
    (Nothing, 75, 8, false, false), (Nothing, 75, 16, false, true),
], sample_count = 20)]
fn worst_case(bencher: Bencher, (impossible, taken, shared, capped, more): (Impossible, usize, usize, bool, bool)) {
    let catalog = hard(impossible, shared, capped, more);
    let curriculum = kuayu::catalog::curriculum::Curriculum::default();
    let edition = catalog.edition_in(114).unwrap();
    let prepared = Prepared::new(&catalog, edition, Some(&curriculum), &stranger(), &[]);
    let all: Vec<Record> = catalog.courses().map(|(_, course)| passed(course, Stage::Only)).collect();
    let records = &all[..taken];
    bencher.bench(|| prepared.audit(black_box(records)));
}
