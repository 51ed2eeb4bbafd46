//! The cheapest way that fits into the next semester, with the real lists and classes.

use kuayu::catalog::ClassFile;
use kuayu::classes::{Classes, Fit, Times};
use kuayu::planning::{Ahead, BoardItem, Free, without_clash};
use kuayu::saved::{Busy, Document, Plan, PlannedCourse};
use kuayu::term::Term;

use crate::support::real::Real;

fn term(year: u16, part: u8) -> Term {
    Term::new(year, part).unwrap()
}

fn classes(term: &str) -> Classes {
    let path = format!("{}/public/classes/{term}.json", env!("CARGO_MANIFEST_DIR"));
    ClassFile::read(&std::fs::read_to_string(path).unwrap()).unwrap().classes().unwrap()
}

/// A student whose mornings, or whose whole days, are taken.
fn document(real: &Real, group: &str, busy: &str) -> Document {
    let mut document = Document { profile: real.student(group, 113), ..Document::default() };
    document.set_busy(term(115, 2), Busy { own: Times::parse(busy).unwrap(), timetable: Times::default() });
    document
}

#[test]
fn what_is_found_fits_and_is_never_cheaper_than_the_least() {
    let real = Real::read();
    let classes = classes("114-2");
    let edition = real.catalog.edition("115-1").unwrap();
    let mut seen = [0u32; 4];
    let mut most_asked = 0;
    for group in ["土木系", "電子系", "工管系"] {
        for busy in ["", "1:12345,3:1234", "1:234567,2:234567,3:234567,4:234567"] {
            let document = document(&real, group, busy);
            let prepared = real.prepare(edition, &document.profile, &[]);
            let scene = Ahead::new(&document, &real.catalog, &classes, term(115, 1), term(115, 2));
            assert!(scene.stands());
            for audit in prepared.audit(&[]) {
                let Some(least) = audit.certificate.advice.clone() else { continue };
                let mut asked = 0;
                let mut ask = |without: &[String]| {
                    asked += 1;
                    prepared.audit_program(&[], &audit.code, without)?.certificate.advice
                };
                match without_clash(&mut ask, &|way| scene.clash(way)) {
                    Free::Way { advice, courses, without } => {
                        assert!(!matches!(scene.fit(&scene.of(&courses)), Fit::Clash(_)), "{}", audit.code);
                        assert!((advice.assumed, advice.credits) >= (least.assumed, least.credits), "{}", audit.code);
                        assert!(courses.iter().all(|one| !without.contains(one.course.code.as_ref().unwrap())));
                        seen[usize::from(advice.credits > least.credits)] += 1;
                    }
                    Free::None => seen[2] += 1,
                    Free::Undecided => seen[3] += 1,
                }
                most_asked = most_asked.max(asked);
            }
        }
    }
    println!("as cheap, dearer, none, undecided: {seen:?}; asked at most {most_asked} times");
    assert!(seen[0] > 100 && seen[1] + seen[2] > 0, "{seen:?}");
}

#[test]
fn what_is_planned_stands_in_the_way() {
    let real = Real::read();
    let classes = classes("114-2");
    let mut document = document(&real, "土木系", "");
    // On Wednesdays, third and fourth hour, as 循環經濟之建築設計.
    let name = "攝影與社會";
    let course = PlannedCourse {
        code: Some("1415013".to_owned()),
        name: name.to_owned(),
        term: Some(term(115, 2)),
        ..PlannedCourse::default()
    };
    document.add_plan(Plan { courses: vec![course], ..Plan::default() });
    let scene = Ahead::new(&document, &real.catalog, &classes, term(115, 1), term(115, 2));
    assert_eq!(scene.week.items.iter().map(|item| item.place).collect::<Vec<_>>(), [BoardItem::Planned(0)]);
    assert_eq!(scene.known(), term(114, 2));
    let edition = real.catalog.edition("115-1").unwrap();
    let prepared = real.prepare(edition, &document.profile, &[]);
    let advice = prepared.audit_program(&[], "AVM", &[]).unwrap().certificate.advice.unwrap();
    let here = scene.of(&advice.courses);
    assert!(!here.is_empty() && here.len() < advice.courses.len(), "some stand in each half of the year: {advice:#?}");
}
