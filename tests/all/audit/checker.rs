//! Every "met" is looked at again by a small checker that knows nothing of the engine, and every fault put into one is
//! found.

mod check;

use std::cell::Cell;
use std::ops::Range;

use kuayu::audit::{Answer, Counted, CourseRef, Prepared, Profile};
use kuayu::catalog::curriculum::{CurriculumRow, Symbol};
use kuayu::catalog::document::{Department, Edition, Program};
use kuayu::credits::Credits;
use kuayu::term::Term;
use kuayu::transcript::{Completion, Grade, Record};
use serde_json::{Value, json};

use crate::support::random::Random;
use crate::support::real::{Real, YEARS, carried_out};
use crate::support::transcripts::{Made, made};
use check::{Check, Student};

/// How many students are invented.
const STUDENTS: u64 = 300;

/// Into the answers of how many of them faults are put.
const FAULTY: u64 = 90;

/// Against the answers of how many of them rules are broken.
const RULED: u64 = 45;

/// One "met" of a program.
struct Met<'a> {
    program: &'a Program,
    student: &'a Student<'a>,
    own: &'a [CurriculumRow],
    kin: &'a [CurriculumRow],
    prepared: &'a Prepared,
    records: &'a [Record],
    counted: &'a [Counted],
    requirement: bool,
}

/// The rows of the student's own curriculum, and those of the department's other groups and years.
fn rows(real: &Real, profile: &Profile) -> (Vec<CurriculumRow>, Vec<CurriculumRow>) {
    let Some(group) = &profile.group else { return Default::default() };
    let all = &real.catalog.document().departments;
    // A class may stand at several departments: their rows of it are the class's, and those of its department too.
    let class = |name: &str| name.split_once('【').map(|(class, _)| class.to_owned());
    let of_class = |name: &&String| class(name).is_some() && class(name) == class(group);
    let classes = all.iter().filter(|d| d.classes.contains(group));
    let classes = classes
        .flat_map(|d| d.groups.iter().chain(&d.classes))
        .chain(all.iter().flat_map(|d| &d.classes).filter(of_class));
    let departments = all.iter().filter(|d| d.groups.contains(group)).flat_map(|d| &d.groups);
    let groups: Vec<&String> = [group].into_iter().chain(departments).chain(classes).collect();
    let (mut own, mut kin) = (Vec::new(), Vec::new());
    for year in &real.curricula {
        for name in &groups {
            let Some(curriculum) = year.group(name, &real.catalog) else { continue };
            let to = if *name == group && Some(year.year) == profile.entry { &mut own } else { &mut kin };
            to.extend_from_slice(curriculum.rows());
        }
    }
    (own, kin)
}

/// A student of a real group and year: with nothing on the transcript, or with an invented one.
fn invented<'r>(real: &'r Real, case: u64) -> Made<'r> {
    let random = &mut Random::new(case);
    if case.is_multiple_of(3) {
        return made(real, random);
    }
    let entry = YEARS[case as usize % YEARS.len()];
    let groups = real.groups(entry);
    let profile = real.student(random.pick::<&str>(&groups), entry);
    let editions: Vec<&Edition> = real.catalog.editions().iter().collect();
    Made { edition: random.pick::<&Edition>(&editions), profile, records: Vec::new() }
}

/// Calls back with every "met" of these students: with what is passed, and after doing what was advised. Each student is
/// looked at with half of the edition's programs.
fn each(students: Range<u64>, look: &mut impl FnMut(&Real, &Met<'_>)) {
    let real = Real::read();
    for case in students {
        let Made { edition, profile, records } = invented(&real, case);
        let (own, kin) = rows(&real, &profile);
        let student = &Student::new(&profile, &own, &kin);
        let prepared = &real.prepare(edition, &profile, &[]);
        for program in edition.programs.iter().skip(case as usize / 2 % 2).step_by(2) {
            let audit = |records: &[Record]| prepared.audit_program(records, &program.code, &[]).unwrap();
            let before = audit(&records);
            let mut taken = vec![records.clone()];
            for advice in [&before.certificate.advice, &before.cross_domain.advice].into_iter().flatten() {
                taken.push([records.clone(), carried_out(&real.catalog, advice).concat()].concat());
            }
            taken.dedup();
            for records in &taken {
                let audit = audit(records);
                let counted = &audit.counted;
                for (requirement, verdict) in [(false, &audit.certificate), (true, &audit.cross_domain)] {
                    if verdict.answer == Answer::Met {
                        look(
                            &real,
                            &Met { program, student, own: &own, kin: &kin, prepared, records, counted, requirement },
                        );
                    }
                }
            }
        }
    }
}

impl Met<'_> {
    fn accepts(&self, real: &Real) -> bool {
        let Met { program, student, records, .. } = *self;
        let check = Check { document: real.catalog.document(), program, student, records };
        if self.requirement { check.requirement(self.counted) } else { check.certificate(self.counted) }
    }

    fn with(&self, restriction: &Value) -> Program {
        let mut program = self.program.clone();
        program.restrictions.push(serde_json::from_value(restriction.clone()).unwrap());
        program
    }

    fn told(&self) -> String {
        let counted: Vec<_> = self.counted.iter().map(|one| (&one.course, one.credits, &one.category)).collect();
        format!("{} {} {:?} {counted:?}", self.program.code, self.requirement, self.student.profile)
    }
}

#[test]
fn every_met_answer_is_shown_by_what_counts() {
    let mut seen = [0, 0];
    each(0..STUDENTS, &mut |real, met| {
        seen[usize::from(met.requirement)] += 1;
        assert!(met.accepts(real), "not shown: {}", met.told());
    });
    assert!(seen.iter().all(|count| *count > 2000), "{seen:?}");
}

#[test]
fn a_fault_in_what_counts_is_found() {
    let found = Cell::new(0);
    each(0..FAULTY, &mut |real, met| {
        let refused = |records: &[Record], counted: &[Counted], fault: &str| {
            found.set(found.get() + 1);
            assert!(!Met { records, counted, ..*met }.accepts(real), "{fault}: {}", met.told());
        };
        for (at, one) in met.counted.iter().enumerate() {
            let changed = |change: &dyn Fn(&mut Counted)| {
                let mut counted = met.counted.to_vec();
                change(&mut counted[at]);
                counted
            };
            let again = |record: usize| [met.counted, &[Counted { record, ..one.clone() }]].concat();
            refused(met.records, &again(one.record), "a record twice");
            let more = one.credits + Credits::from_tenths(5);
            refused(met.records, &changed(&|one| one.credits = more), "credits");
            let elsewhere = |name: &&String| {
                let listed = met.program.listings().filter(|(_, listing)| listing.name == one.course.name);
                listed.into_iter().all(|(at, _)| at.is_none_or(|at| met.program.categories[at].name != **name))
            };
            for name in met.program.categories.iter().map(|category| &category.name).filter(elsewhere) {
                refused(met.records, &changed(&|one| one.category = Some(name.clone())), "category");
            }
            let another = CourseRef { code: Some("0000000".to_owned()), name: one.course.name.clone() };
            refused(met.records, &changed(&|one| one.course = another.clone()), "course");
            let with = |change: &dyn Fn(&mut Record)| {
                let mut records = met.records.to_vec();
                change(&mut records[one.record]);
                records
            };
            for grade in [Grade::Score(59), Grade::Fail, Grade::Withdrawn, Grade::NotEntered, Grade::None] {
                let records = with(&|record| (record.declared, record.grade) = (None, grade));
                refused(&records, met.counted, "not passed");
            }
            refused(&with(&|record| record.declared = Some(Completion::Planned)), met.counted, "planned");
            refused(&with(&|record| record.code = Some("0000000".to_owned())), met.counted, "code");
            for code in [None, one.course.code.clone()] {
                let name = one.course.name.clone();
                let twin = Record { code, name, term: Term::new(112, 2), ..met.records[one.record].clone() };
                let records = [met.records, &[twin]].concat();
                refused(&records, &again(met.records.len()), "a name twice");
            }
        }
    });
    assert!(found.get() > 20_000, "{found:?}");
}

/// What is left after a record is taken out either breaks a rule, or the engine calls it met, too.
#[test]
fn without_a_needed_record_nothing_is_met() {
    let mut refused = [0, 0];
    each(0..FAULTY, &mut |real, met| {
        for (at, one) in met.counted.iter().enumerate() {
            let mut counted = met.counted.to_vec();
            counted.remove(at);
            let left: Credits = counted.iter().map(|one| one.credits).sum();
            if !(Met { counted: &counted, ..*met }).accepts(real) {
                refused[usize::from(met.requirement)] += 1;
                continue;
            }
            assert!(left >= met.program.min_credits, "{}", met.told());
            let mut records = met.records.to_vec();
            records.remove(one.record);
            let audit = met.prepared.audit_program(&records, &met.program.code, &[]).unwrap();
            let verdict = if met.requirement { &audit.cross_domain } else { &audit.certificate };
            assert_eq!(verdict.answer, Answer::Met, "without {:?}: {}", one.course, met.told());
        }
    });
    assert!(refused.iter().all(|count| *count > 1000), "{refused:?}");
}

#[test]
fn a_rule_that_is_broken_is_found() {
    let mut found = 0;
    each(0..RULED, &mut |real, met| {
        let category = met.program.categories.iter().find(|category| category.min_courses > Some(0)).unwrap();
        for (mut rule, relevant) in broken(real, met, &category.name) {
            let told = format!("{rule}: {}", met.told());
            if relevant {
                assert!(!Met { program: &met.with(&rule), ..*met }.accepts(real), "{told}");
                found += 1;
            }
            rule["entry"] = json!({"to": 100});
            if met.student.profile.entry.is_some() {
                assert!(Met { program: &met.with(&rule), ..*met }.accepts(real), "of other years, {told}");
            }
            rule.as_object_mut().unwrap().remove("entry");
            rule["for"] = json!("cross_domain_requirement");
            assert!(met.requirement || Met { program: &met.with(&rule), ..*met }.accepts(real), "for another, {told}");
        }
        let all = |change: &dyn Fn(&mut Program)| {
            let mut program = met.program.clone();
            change(&mut program);
            assert!(!Met { program: &program, ..*met }.accepts(real), "{program:?}: {}", met.told());
        };
        all(&|program| {
            program.min_credits = met.counted.iter().map(|one| one.credits).sum::<Credits>() + Credits::whole(1)
        });
        all(&|program| program.categories[0].min_courses = None);
        all(&|program| program.categories[0].min_courses = Some(99));
        let mut in_person = met.with(&json!({"kind": "in_person_minimum", "categories": [category.name]}));
        let online = |listing: &mut kuayu::catalog::document::Listing| listing.online = true;
        in_person.categories.iter_mut().flat_map(|category| &mut category.courses).for_each(online);
        assert!(!Met { program: &in_person, ..*met }.accepts(real), "online: {}", met.told());
        let recoded = met.counted.iter().find_map(|one| Some((one.record, met.records[one.record].code.clone()?)));
        if let Some((at, code)) =
            recoded.filter(|(_, code)| met.program.listings().any(|(_, l)| l.code.as_ref() == Some(code)))
        {
            let mut rule = json!({"kind": "equivalent_courses", "from": ["0000000"], "to": code});
            let mut records = met.records.to_vec();
            records[at].code = Some("0000000".to_owned());
            assert!(
                Met { program: &met.with(&rule), records: &records, ..*met }.accepts(real),
                "{rule} {}",
                met.told()
            );
            rule["entry"] = json!({"to": 100});
            assert!(
                !Met { program: &met.with(&rule), records: &records, ..*met }.accepts(real),
                "{rule} {}",
                met.told()
            );
        }
        // A student whose own courses they all are.
        let symbol = Symbol::ElectiveProfessional;
        let row = |one: &Counted| CurriculumRow {
            symbol,
            code: None,
            name: one.course.name.clone(),
            credits: one.credits,
            year: 1,
            semester: 1,
            stage: String::new(),
        };
        let own: Vec<CurriculumRow> = met.own.iter().cloned().chain(met.counted.iter().map(row)).collect();
        let student = &Student::new(met.student.profile, &own, met.kin);
        let similar = json!({"kind": "department_similar_courses_not_counted", "department": department(real, met)});
        assert!(!met.requirement || !Met { student, ..*met }.accepts(real), "own courses: {}", met.told());
        assert!(!Met { student, program: &met.with(&similar), ..*met }.accepts(real), "similar: {}", met.told());
    });
    assert!(found > 10_000, "{found}");
}

/// The department of the student; any where that is not known.
fn department<'r>(real: &'r Real, met: &Met<'_>) -> &'r str {
    let own = |d: &&Department| {
        met.student.profile.group.as_ref().is_none_or(|group| d.groups.contains(group) || d.classes.contains(group))
    };
    &real.catalog.document().departments.iter().find(own).unwrap().name
}

/// Restrictions that what counts breaks, and whether for the question at hand.
fn broken(real: &Real, met: &Met<'_>, category: &str) -> Vec<(Value, bool)> {
    let text = json!({"zh": "問", "en": "asked"});
    let own = department(real, met);
    let names: Vec<&String> = met.program.categories.iter().map(|category| &category.name).collect();
    let more = met.counted.len() + 1;
    let codes: Vec<&String> = met.program.listings().filter_map(|(_, listing)| listing.code.as_ref()).collect();
    let coded = met.program.listings().all(|(_, listing)| listing.code.is_some());
    let college = real.catalog.document().departments.iter().find(|d| d.name == own).and_then(|d| d.college.clone());
    let several = met.program.categories.iter().find(|category| category.min_courses > Some(1));
    let divided = several.map_or(category, |category| &category.name);
    vec![
        (json!({"kind": "one_per_subclass", "category": divided}), several.is_some()),
        (json!({"kind": "not_open_to", "departments": ["乙", own]}), true),
        (json!({"kind": "only_open_to", "departments": ["乙"]}), true),
        (json!({"kind": "min_cross_domain_credits", "credits": 99}), true),
        (json!({"kind": "min_credits_outside_department", "credits": 99}), true),
        (json!({"kind": "min_courses_outside_department", "courses": more}), true),
        (json!({"kind": "min_courses_in_categories", "categories": names, "courses": more}), true),
        (json!({"kind": "min_credits_in_categories", "categories": names, "credits": 99}), true),
        (json!({"kind": "min_courses_total", "courses": more}), true),
        (json!({"kind": "min_courses_from", "category": category, "courses": ["0000000"], "at_least": 1}), true),
        (json!({"kind": "required_courses", "courses": [["0000000"], codes], "certain": 1}), true),
        (json!({"kind": "college_must_take", "college": college.unwrap_or_default(), "courses": ["0000000"]}), true),
        (json!({"kind": "one_required_one_elective", "required": 1, "elective": 0}), true),
        (json!({"kind": "single_track", "categories": names, "tracks": ["甲"]}), true),
        (json!({"kind": "one_from_each_track", "category": category, "tracks": ["甲"]}), true),
        (
            json!({"kind": "category_minimum_in_doubt", "category": category, "courses": more, "id": "q", "text": text, "ask": "program"}),
            true,
        ),
        (json!({"kind": "department_limited_to_track", "department": own, "track": "甲"}), met.requirement),
        (
            json!({"kind": "department_limited_to_courses", "department": own, "category": category, "courses": []}),
            true,
        ),
        (
            json!({"kind": "department_excluded_courses", "department": own, "category": category, "courses": codes}),
            coded,
        ),
        (json!({"kind": "capstone_prerequisite", "capstone": category, "categories": names, "credits": 99}), true),
        (json!({"kind": "max_credits_from", "courses": codes, "credits": 1}), coded),
        (json!({"kind": "confirm", "id": "q", "text": text, "ask": "program"}), true),
    ]
}
