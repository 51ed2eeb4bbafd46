//! An edition prepared for one student: everything that does not depend on the records, done once.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::advice::{Candidate, certain_candidates};
use super::at::{ListingAt, ProgramAt};
use super::fact::{Decision, Fact};
use super::hindrance::Hindrance;
use super::question::{self, Listed, Question};
use super::records::{At, Hit, Via};
use super::student::{self, Asked, Profile, Standing, Student};
use super::verdict::View;
use crate::catalog::curriculum::Curriculum;
use crate::catalog::document::{Course, Edition, NotListedReason};
use crate::catalog::{Catalog, CourseId, NameId};
use crate::names::normalise;
use crate::transcript::Record;

/// An edition's programs, prepared for one student.
pub struct Prepared {
    pub(super) programs: Vec<PreparedProgram>,
    pub(super) by_code: HashMap<String, Vec<(ProgramAt, ListingAt)>>,
    pub(super) by_name: HashMap<String, Vec<(ProgramAt, ListingAt)>>,
    /// By code, and for those without code by normalised name: courses near a program's list.
    pub(super) not_listed: HashMap<String, Vec<(ProgramAt, NotListedReason)>>,
    /// By normalised name: the programs that list a course which continues the one of that name.
    pub(super) continued: HashMap<Arc<str>, Vec<ProgramAt>>,
    pub(super) decisions: Vec<Decision>,
    pub(super) pass_mark: u8,
    pub(super) ground: Ground,
}

/// One program, prepared.
pub(super) struct PreparedProgram {
    pub code: String,
    /// Programs whose certificates nobody can hold besides this one's.
    pub exclusive_with: Vec<String>,
    pub categories: Vec<String>,
    pub list: Vec<Option<Listed>>,
    /// For each position of the list the name of its course.
    pub names: Vec<Option<NameId>>,
    /// The names of the list, normalised.
    pub name_ids: HashMap<String, NameId>,
    pub certificate: PreparedQuestion,
    pub requirement: PreparedQuestion,
    /// Both questions ask the same of this student, so that one answer serves.
    pub requirement_is_certificate: bool,
}

/// One question, with what a student without records could take for certain.
pub(super) struct PreparedQuestion {
    pub question: Question,
    pub certain: Vec<(NameId, Vec<Candidate>)>,
}

impl PreparedQuestion {
    fn new(question: Question, list: &[Option<Listed>]) -> PreparedQuestion {
        let certain = certain_candidates(&question, list);
        PreparedQuestion { question, certain }
    }
}

/// What the standing of an unlisted record is judged by.
pub(super) struct Ground {
    curriculum: Option<Curriculum>,
    complete: bool,
    /// Codes that the catalog marks as common, and codes that the own department or class offers.
    common: HashSet<String>,
    own_unit: HashSet<String>,
}

impl Ground {
    fn new(catalog: &Catalog, student: &Student<'_>, curriculum: Option<&Curriculum>) -> Ground {
        let codes = |of: &dyn Fn(&Course) -> bool| {
            let courses = catalog.courses().map(|(_, course)| course).filter(|course| of(course));
            courses.filter_map(|course| course.code.clone()).collect()
        };
        Ground {
            curriculum: curriculum.cloned(),
            complete: student.missing_ground().is_none(),
            common: codes(&|course| course.common),
            own_unit: codes(&|course| student.offers(catalog.offered_by(course))),
        }
    }

    /// The standing of a record's course by its own code and name.
    pub(super) fn standing(&self, record: &Record) -> Standing {
        let (code, name) = (record.code.as_deref(), normalise(&record.name));
        let marked = |codes: &HashSet<String>| code.is_some_and(|code| codes.contains(code));
        let (common, own_unit) = (marked(&self.common), marked(&self.own_unit));
        let curriculum = self.curriculum.as_ref().filter(|_| self.complete);
        student::standing(curriculum, Asked { code, name: &name, common, own_unit })
    }
}

impl Prepared {
    /// Prepares all programs of an edition. `curriculum` is that of the profile's group and entry year; without it
    /// cross-domain standing stays unknown. `decisions` are the student's own answers to open facts.
    pub fn new(
        catalog: &Catalog,
        edition: &Edition,
        curriculum: Option<&Curriculum>,
        profile: &Profile,
        decisions: &[Decision],
    ) -> Prepared {
        let student = Student::new(catalog, profile, curriculum);
        let names = catalog.names();
        let standings: Vec<Standing> = catalog
            .courses()
            .map(|(id, course)| {
                let name = catalog.name_of(id).and_then(|n| names.get(n.0 as usize)).map_or("", String::as_str);
                student.standing(course, name)
            })
            .collect();
        let standing = |id: CourseId| standings.get(id.0 as usize).cloned().unwrap_or(Standing::NoCurriculum);
        let mut prepared = Prepared {
            programs: Vec::with_capacity(edition.programs.len()),
            by_code: HashMap::new(),
            by_name: HashMap::new(),
            not_listed: HashMap::new(),
            continued: HashMap::new(),
            decisions: decisions.to_vec(),
            pass_mark: profile.pass_mark(),
            ground: Ground::new(catalog, &student, curriculum),
        };
        let exclusions = edition.exclusions();
        for (at, program) in edition.programs.iter().enumerate() {
            let program_at = ProgramAt::new(at);
            let questions = question::questions(catalog, program, &student, &standing, decisions);
            let list =
                question::listed(catalog, &mut program.listings().map(|(_, listing)| listing), &student, &standing);
            let mut list_names = Vec::with_capacity(list.len());
            for (listing, listed) in list.iter().enumerate() {
                let Some(listed) = listed else {
                    list_names.push(None);
                    continue;
                };
                let place = (program_at, ListingAt::new(listing));
                if let Some(code) = &listed.course.code {
                    prepared.by_code.entry(code.clone()).or_default().push(place);
                }
                if let Some(before) = &listed.continues {
                    prepared.continued.entry(Arc::clone(before)).or_default().push(program_at);
                }
                let name = catalog.name_of(listed.id);
                list_names.push(name);
                if let Some(name) = name.and_then(|name| names.get(name.0 as usize)) {
                    prepared.by_name.entry(name.clone()).or_default().push(place);
                }
                for (code, _) in questions.certificate.equivalents.iter().filter(|(_, to)| *to == listed.id) {
                    prepared.by_code.entry(code.clone()).or_default().push(place);
                }
            }
            for near in &program.not_listed {
                let key = near.code.clone().unwrap_or_else(|| normalise(&near.name));
                prepared.not_listed.entry(key).or_default().push((program_at, near.why));
            }
            prepared.programs.push(PreparedProgram {
                code: program.code.clone(),
                exclusive_with: {
                    let others = exclusions.get(program.code.as_str()).into_iter().flatten();
                    others.filter_map(|at| Some(edition.programs.get(*at)?.code.clone())).collect()
                },
                categories: program.categories.iter().map(|c| c.name.clone()).collect(),
                name_ids: list_names
                    .iter()
                    .flatten()
                    .filter_map(|id| Some((names.get(id.0 as usize)?.clone(), *id)))
                    .collect(),
                names: list_names,
                requirement_is_certificate: questions.certificate == questions.requirement,
                certificate: PreparedQuestion::new(questions.certificate, &list),
                requirement: PreparedQuestion::new(questions.requirement, &list),
                list,
            });
        }
        prepared
    }

    /// The programs near whose lists a record's course stands, and why it does not count there.
    pub(super) fn near_lists<'p>(&'p self, record: &Record) -> impl Iterator<Item = &'p (ProgramAt, NotListedReason)> {
        let by_code = record.code.as_ref().and_then(|code| self.not_listed.get(code));
        by_code.or_else(|| self.not_listed.get(&normalise(&record.name))).into_iter().flatten()
    }

    /// Finds the listed courses that a record meets.
    pub(super) fn hit(&self, record: usize, details: &Record, hits: &mut [Vec<Hit>]) {
        let by_code = details.code.as_ref().and_then(|code| self.by_code.get(code));
        for (program, listing) in by_code.into_iter().flatten() {
            if let Some(hits) = hits.get_mut(program.index()) {
                hits.push(Hit { at: At::Listing(*listing), record, via: Via::Code });
            }
        }
        let name = normalise(&details.name);
        let via = if details.code.is_some() { Via::OtherCode } else { Via::NameOnly };
        for (program, listing) in self.by_name.get(&name).into_iter().flatten() {
            let Some(hits) = hits.get_mut(program.index()) else { continue };
            if !hits.iter().any(|hit| hit.record == record && hit.via == Via::Code) {
                hits.push(Hit { at: At::Listing(*listing), record, via });
            }
        }
        for (program, hits) in self.programs.iter().zip(hits) {
            for open in &program.certificate.question.open_categories {
                let told = open.accepts(details).is_some();
                let via = match told || open.name_contains.iter().any(|word| name.contains(word)) {
                    true => Via::Unlisted,
                    false if open.any_course => Via::Anything,
                    false => continue,
                };
                let listed = |hit: &Hit| hit.record == record && hit.listing().is_some();
                if !hits.iter().any(listed) {
                    hits.push(Hit { at: At::Category(open.category), record, via });
                }
            }
        }
    }

    /// The standing of a record's course where it is itself, by its own code or name, the own department's.
    pub(super) fn own_row(&self, record: &Record) -> Option<Standing> {
        Some(self.ground.standing(record)).filter(|standing| matches!(standing, Standing::Own { .. }))
    }

    /// Whether the course of a record is cross-domain for this student.
    pub fn standing(&self, record: &Record) -> Standing {
        let listed = record.code.as_ref().and_then(|code| self.by_code.get(code)).and_then(|places| places.first());
        if let Some((program, listing)) = listed
            && let Some(Some(listed)) = program.of(&self.programs).and_then(|program| listing.of(&program.list))
        {
            return listed.standing.clone();
        }
        self.ground.standing(record)
    }

    /// The student's decision on a fact of a program.
    pub(super) fn decided(&self, program: &str, fact: &Fact) -> Option<bool> {
        self.decisions.iter().find(|decision| decision.answers(program, fact)).map(|decision| decision.holds)
    }

    /// What an attempt is, for a stable order: the surest and largest first.
    pub(super) fn attempt<'r>(&self, records: &'r [Record], at: usize) -> impl Ord + use<'r> {
        let record = records.get(at);
        let view = record.and_then(|r| View::of(r, self.pass_mark));
        let credits = std::cmp::Reverse(record.and_then(|r| r.credits));
        (view, credits, record.map(|r| (&r.code, &r.name, r.stage, r.term, r.grade.to_string())))
    }
}

impl PreparedProgram {
    /// Positions in the list of courses with these codes.
    pub fn positions(&self, codes: &[String]) -> Vec<ListingAt> {
        let named = |listed: &Listed| listed.course.code.as_ref().is_some_and(|c| codes.contains(c));
        let listed = self.list.iter().enumerate().filter(|(_, listed)| listed.as_ref().is_some_and(named));
        listed.map(|(position, _)| ListingAt::new(position)).collect()
    }

    /// What may keep the student from taking each course of the list. `begun` are the normalised names of courses that
    /// others continue and for which records stand.
    pub fn hindrances(&self, begun: &HashSet<String>) -> Vec<Option<Hindrance>> {
        let one = |listed: &Option<Listed>| {
            let listed = listed.as_ref()?;
            let before = listed.continues.as_ref().filter(|name| !begun.contains(&***name));
            listed.hindrance.clone().or_else(|| before.map(|name| Hindrance::Continues(Arc::clone(name))))
        };
        self.list.iter().map(one).collect()
    }
}
