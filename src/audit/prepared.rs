//! An edition prepared for one student: everything that does not depend on the records, done once.

use std::collections::HashMap;

use super::advise::{Scene, Taken, advise};
use super::fact::{CourseRef, CrossDomainDoubt, Decision, Fact};
use super::judge::{self, Look, Unit};
use super::matching::{self, FactTable, Hit, Via};
use super::profile::Profile;
use super::program::{self, Listed, Question};
use super::verdict::{Block, Counted, NotCounted, NotCountedReason, ProgramAudit, Standing, Status, Verdict, View};
use super::who::Who;
use crate::catalog::curriculum::Curriculum;
use crate::catalog::document::{Edition, NotListedReason};
use crate::catalog::{Catalog, CourseId, NameId};
use crate::credits::Credits;
use crate::names::normalise;
use crate::transcript::{Record, Status as How};

/// An edition's programs, prepared for one student.
pub struct Prepared {
    programs: Vec<PreparedProgram>,
    by_code: HashMap<String, Vec<(u16, u16)>>,
    by_name: HashMap<String, Vec<(u16, u16)>>,
    not_listed: HashMap<String, Vec<(u16, NotListedReason)>>,
    decisions: Vec<Decision>,
    pass_mark: u8,
    ground: Ground,
}

struct PreparedProgram {
    code: String,
    categories: Vec<String>,
    list: Vec<Option<Listed>>,
    names: Vec<NameId>,
    certificate: Question,
    requirement: Question,
}

/// What the standing of an unlisted record is judged by.
struct Ground {
    curriculum: Option<Curriculum>,
    complete: bool,
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
        let who = Who::new(catalog, profile, curriculum);
        let names = catalog.names();
        let standings: Vec<Standing> = catalog
            .courses()
            .map(|(id, course)| {
                let name = catalog.name_of(id).and_then(|n| names.get(n.0 as usize)).map_or("", String::as_str);
                who.standing(course.code.as_deref(), name, course.common)
            })
            .collect();
        let standing = |id: CourseId| standings.get(id.0 as usize).cloned().unwrap_or(Standing::NoCurriculum);
        let mut prepared = Prepared {
            programs: Vec::with_capacity(edition.programs.len()),
            by_code: HashMap::new(),
            by_name: HashMap::new(),
            not_listed: HashMap::new(),
            decisions: decisions.to_vec(),
            pass_mark: profile.pass_mark(),
            ground: Ground { curriculum: curriculum.cloned(), complete: who.missing_ground().is_none() },
        };
        for (at, program) in edition.programs.iter().enumerate() {
            let program_at = at as u16;
            let questions = program::questions(catalog, program, &who, &standing, decisions);
            let list = program::listed(catalog, program, &standing);
            let mut list_names = Vec::with_capacity(list.len());
            for (listing, listed) in list.iter().enumerate() {
                let Some(listed) = listed else {
                    list_names.push(NameId(u32::MAX));
                    continue;
                };
                let place = (program_at, listing as u16);
                if let Some(code) = &listed.course.code {
                    prepared.by_code.entry(code.clone()).or_default().push(place);
                }
                let name = catalog.name_of(listed.id).unwrap_or(NameId(u32::MAX));
                list_names.push(name);
                if let Some(name) = names.get(name.0 as usize) {
                    prepared.by_name.entry(name.clone()).or_default().push(place);
                }
                for (code, _) in questions.certificate.equivalents.iter().filter(|(_, to)| *to == listed.id) {
                    prepared.by_code.entry(code.clone()).or_default().push(place);
                }
            }
            for near in &program.not_listed {
                prepared.not_listed.entry(near.code.clone()).or_default().push((program_at, near.why));
            }
            prepared.programs.push(PreparedProgram {
                code: program.code.clone(),
                categories: program.categories.iter().map(|c| c.name.clone()).collect(),
                list,
                names: list_names,
                certificate: questions.certificate,
                requirement: questions.requirement,
            });
        }
        prepared
    }

    /// Audits every program, in the order of the edition.
    pub fn audit(&self, records: &[Record]) -> Vec<ProgramAudit> {
        self.audit_some(records, &|_| true, &[])
    }

    /// Audits one program; `without` names codes that must not be advised.
    pub fn audit_program(&self, records: &[Record], program: &str, without: &[String]) -> Option<ProgramAudit> {
        self.audit_some(records, &|code| code == program, without).into_iter().next()
    }

    fn audit_some(&self, records: &[Record], which: &dyn Fn(&str) -> bool, without: &[String]) -> Vec<ProgramAudit> {
        let mut hits: Vec<Vec<Hit>> = vec![Vec::new(); self.programs.len()];
        for (record, details) in records.iter().enumerate() {
            self.hit(record, details, &mut hits);
        }
        let mut audits = Vec::with_capacity(self.programs.len());
        for (at, program) in self.programs.iter().enumerate().filter(|(_, p)| which(&p.code)) {
            let hits = hits.get(at).map_or(&[][..], Vec::as_slice);
            audits.push(self.audit_one(at, program, records, hits, without));
        }
        audits
    }

    /// Finds the listed courses that a record meets.
    fn hit(&self, record: usize, details: &Record, hits: &mut [Vec<Hit>]) {
        let by_code = details.code.as_ref().and_then(|code| self.by_code.get(code));
        for (program, listing) in by_code.into_iter().flatten() {
            if let Some(hits) = hits.get_mut(usize::from(*program)) {
                hits.push(Hit { listing: *listing, record, via: Via::Code });
            }
        }
        let name = normalise(&details.name);
        let via = if details.code.is_some() { Via::OtherCode } else { Via::NameOnly };
        for (program, listing) in self.by_name.get(&name).into_iter().flatten() {
            let Some(hits) = hits.get_mut(usize::from(*program)) else { continue };
            if !hits.iter().any(|hit| hit.record == record && hit.via == Via::Code) {
                hits.push(Hit { listing: *listing, record, via });
            }
        }
        for (program, hits) in self.programs.iter().zip(hits) {
            for open in &program.certificate.open_categories {
                let lead = open.name_contains.iter().any(|word| name.contains(word));
                if lead && !hits.iter().any(|hit| hit.record == record) {
                    hits.push(Hit { listing: u16::from(open.category), record, via: Via::Unlisted });
                }
            }
        }
    }

    fn audit_one(
        &self,
        at: usize,
        program: &PreparedProgram,
        records: &[Record],
        hits: &[Hit],
        without: &[String],
    ) -> ProgramAudit {
        let without: Vec<u16> = (program.list.iter().enumerate())
            .filter(|(_, l)| l.as_ref().and_then(|l| l.course.code.as_ref()).is_some_and(|c| without.contains(c)))
            .map(|(listing, _)| listing as u16)
            .collect();
        let certificate = self.answer(program, &program.certificate, records, hits, &without);
        let requirement = self.answer(program, &program.requirement, records, hits, &without);
        let mut decided = certificate.decided;
        decided.extend(requirement.decided);
        decided.sort();
        decided.dedup();
        let mut not_counted = certificate.not_counted;
        for (record, details) in records.iter().enumerate() {
            let code = details.code.as_ref();
            for (program, why) in code.and_then(|code| self.not_listed.get(code)).into_iter().flatten() {
                let known = hits.iter().any(|hit| hit.record == record);
                if usize::from(*program) == at && !known {
                    let course = CourseRef { code: details.code.clone(), name: details.name.clone() };
                    let reason = NotCountedReason::NotListed(*why);
                    not_counted.push(NotCounted { record, course, reason });
                }
            }
        }
        ProgramAudit {
            code: program.code.clone(),
            certificate: certificate.verdict,
            cross_domain: requirement.verdict,
            counted: certificate.counted,
            not_counted,
            decided,
        }
    }

    fn answer(
        &self,
        program: &PreparedProgram,
        question: &Question,
        records: &[Record],
        hits: &[Hit],
        without: &[u16],
    ) -> Answer {
        let decide = |fact: &Fact| {
            let own = |d: &&Decision| d.fact == *fact && d.program.as_deref() == Some(program.code.as_str());
            self.decisions.iter().find(own).map(|d| d.holds)
        };
        let mut table = FactTable::new(question, &decide);
        let standing = |record: &Record| self.standing(record);
        let (units, taken) = self.units(program, question, records, hits, &mut table, &standing);
        let mut status = judge::status(question, &units, &table);
        let progress = judge::progress(question, &units, &table);
        let advice = match status {
            Status::NotYet { .. } | Status::DependsOn { .. } => {
                let categories = &program.categories;
                let (list, units, taken, table) = (&program.list, &units, &taken, &table);
                advise(&Scene { question, list, categories, units, taken, table, without })
            }
            _ => None,
        };
        if let Status::NotYet { reachable, .. } = &mut status {
            *reachable = advice.is_some();
        }
        let view = match &status {
            Status::Met => View::Passed,
            Status::MetIfInProgress => View::InProgress,
            _ => View::Planned,
        };
        let counted = self.counted(program, question, records, &units, view);
        let not_counted = not_counted(program, question, records, hits, &units, &counted, &table);
        let mut decided = question.decided.clone();
        decided.extend(table.decided);
        Answer { verdict: Verdict { status, progress, advice }, counted, not_counted, decided }
    }

    /// Records as units: one for each name, in the order of the list.
    fn units(
        &self,
        program: &PreparedProgram,
        question: &Question,
        records: &[Record],
        hits: &[Hit],
        table: &mut FactTable<'_>,
        standing: &dyn Fn(&Record) -> Standing,
    ) -> (Vec<Unit>, Vec<Taken>) {
        let mut order: Vec<(UnitKey, usize)> = Vec::new();
        for hit in hits {
            let Some(record) = records.get(hit.record) else { continue };
            if view(record, self.pass_mark).is_none() || order.iter().any(|(_, known)| *known == hit.record) {
                continue;
            }
            let key = match hit.via {
                Via::Unlisted => UnitKey::Unlisted(normalise(&record.name)),
                _ => UnitKey::Listed(program.names.get(usize::from(hit.listing)).copied().unwrap_or(NameId(u32::MAX))),
            };
            order.push((key, hit.record));
        }
        // The order of the records must not matter: names by the list, attempts by what they are.
        order
            .sort_by(|(a, x), (b, y)| a.cmp(b).then_with(|| self.attempt(records, *x).cmp(&self.attempt(records, *y))));
        let mut units: Vec<Unit> = Vec::new();
        let mut taken: Vec<Taken> = Vec::new();
        let mut last: Option<UnitKey> = None;
        for (key, record) in order {
            let own: Vec<Hit> = hits.iter().filter(|hit| hit.record == record).copied().collect();
            let Some(details) = records.get(record) else { continue };
            let Some(view) = view(details, self.pass_mark) else { continue };
            let Some(entry) = matching::entry(question, &program.list, table, details, &own, view, standing) else {
                continue;
            };
            let name = match &key {
                UnitKey::Listed(name) => *name,
                UnitKey::Unlisted(_) => NameId(u32::MAX),
            };
            if last.as_ref() != Some(&key) {
                units.push(Vec::new());
                taken.push(Taken { name, stages: Vec::new() });
                last = Some(key);
            }
            if let (Some(unit), Some(taken)) = (units.last_mut(), taken.last_mut()) {
                let whole = unit.iter().any(|e: &matching::Entry| e.stage == 0) || entry.stage == 0;
                taken.stages.push(entry.stage);
                if whole {
                    taken.stages.clear();
                }
                unit.push(entry);
            }
        }
        (units, taken)
    }

    /// What an attempt is, for a stable order: the surest and largest first.
    fn attempt<'r>(&self, records: &'r [Record], at: usize) -> impl Ord + use<'r> {
        let record = records.get(at);
        let view = record.and_then(|r| view(r, self.pass_mark));
        let credits = std::cmp::Reverse(record.and_then(|r| r.credits));
        (view, credits, record.map(|r| (&r.code, &r.name, r.stage, r.term, r.grade.to_string())))
    }

    fn counted(
        &self,
        program: &PreparedProgram,
        question: &Question,
        records: &[Record],
        units: &[Unit],
        view: View,
    ) -> Vec<Counted> {
        let look = Look::new(question, units, view, &|_| false);
        let mut counted = Vec::new();
        for (unit, pick) in look.picks() {
            let Some(entry) = units.get(unit).and_then(|unit| unit.get(pick.entry)) else { continue };
            let Some(choice) = entry.options.get(pick.option) else { continue };
            let Some(record) = records.get(entry.record) else { continue };
            let listed = choice.listing.and_then(|at| program.list.get(usize::from(at))).and_then(Option::as_ref);
            let course = listed.map_or_else(
                || CourseRef { code: record.code.clone(), name: record.name.clone() },
                |listed| listed.course.clone(),
            );
            let standing = listed.map_or_else(|| self.standing(record), |listed| listed.standing.clone());
            let standing = self.decided_standing(&course, standing);
            counted.push(Counted {
                record: entry.record,
                course,
                credits: Credits::from_tenths(entry.credits),
                category: choice.category.and_then(|c| program.categories.get(usize::from(c))).cloned(),
                view: entry.view,
                block: block(&standing),
                cross_domain: standing,
                code_not_given: entry.code_not_given,
            });
        }
        counted
    }

    /// Standing as the student decided it, where they did.
    fn decided_standing(&self, course: &CourseRef, standing: Standing) -> Standing {
        let decision = self.decisions.iter().find(|decision| match &decision.fact {
            Fact::CrossDomain { course: decided, .. } => decided == course,
            _ => false,
        });
        match (decision, &standing) {
            (Some(decision), _) if decision.holds => Standing::Cross,
            (Some(_), Standing::Own { .. }) | (None, _) => standing,
            (Some(_), _) => Standing::Doubt(CrossDomainDoubt::OwnCommon),
        }
    }

    /// Whether the course of a record is cross-domain for this student.
    pub fn standing(&self, record: &Record) -> Standing {
        let listed = record.code.as_ref().and_then(|code| self.by_code.get(code)).and_then(|places| places.first());
        if let Some((program, listing)) = listed
            && let Some(Some(listed)) =
                self.programs.get(usize::from(*program)).and_then(|p| p.list.get(usize::from(*listing)))
        {
            return listed.standing.clone();
        }
        if !self.ground.complete {
            return Standing::NoCurriculum;
        }
        super::who::standing(self.ground.curriculum.as_ref(), record.code.as_deref(), &normalise(&record.name), false)
    }
}

/// What makes records one unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum UnitKey {
    Listed(NameId),
    Unlisted(String),
}

struct Answer {
    verdict: Verdict,
    counted: Vec<Counted>,
    not_counted: Vec<NotCounted>,
    decided: Vec<Fact>,
}

/// From which view on a record counts; `None` when it never does.
fn view(record: &Record, pass_mark: u8) -> Option<View> {
    match record.status(pass_mark) {
        How::Passed => Some(View::Passed),
        How::InProgress => Some(View::InProgress),
        How::Planned => Some(View::Planned),
        How::NotPassed => None,
    }
}

/// Where a course's credits fall among the graduation credits.
fn block(standing: &Standing) -> Option<Block> {
    Some(match standing {
        Standing::Own { symbol, .. } if symbol.is_required() => Block::ProfessionalRequired,
        Standing::Own { .. } => Block::ProfessionalElective,
        Standing::Doubt(CrossDomainDoubt::OwnCommon) => Block::Common,
        Standing::Doubt(CrossDomainDoubt::CommonCourse) => Block::GeneralEducation,
        Standing::Cross | Standing::Doubt(CrossDomainDoubt::NearName(_)) => Block::Free,
        Standing::NoCurriculum => return None,
    })
}

/// Why the records that met the list, and are not counted, are not.
fn not_counted(
    program: &PreparedProgram,
    question: &Question,
    records: &[Record],
    hits: &[Hit],
    units: &[Unit],
    counted: &[Counted],
    table: &FactTable<'_>,
) -> Vec<NotCounted> {
    let mut told: Vec<NotCounted> = Vec::new();
    for hit in hits {
        let known = told.iter().any(|n| n.record == hit.record) || counted.iter().any(|c| c.record == hit.record);
        let Some(record) = records.get(hit.record).filter(|_| !known) else { continue };
        let listed = program.list.get(usize::from(hit.listing)).and_then(Option::as_ref);
        let course = match (hit.via, listed) {
            (Via::Unlisted, _) | (_, None) => CourseRef { code: record.code.clone(), name: record.name.clone() },
            (_, Some(listed)) => listed.course.clone(),
        };
        let unit = units.iter().find(|unit| unit.iter().any(|entry| entry.record == hit.record));
        let reason = match unit {
            // A failed attempt of a course that counts anyway is only a remark on it.
            None => NotCountedReason::NotPassed,
            Some(unit) => why_not(question, unit, hit, counted, table),
        };
        told.push(NotCounted { record: hit.record, course, reason });
    }
    told
}

fn why_not(
    question: &Question,
    unit: &Unit,
    hit: &Hit,
    counted: &[Counted],
    table: &FactTable<'_>,
) -> NotCountedReason {
    let by = counted.iter().find(|c| unit.iter().any(|entry| entry.record == c.record));
    let options = || unit.iter().filter(|entry| entry.record == hit.record).flat_map(|entry| &entry.options);
    if let Some(by) = by {
        return NotCountedReason::CountedAlready { by: by.record };
    }
    if options().any(|choice| choice.usable.holds(&|_| false)) {
        return NotCountedReason::LimitReached;
    }
    if let Some(choice) = options().filter(|c| c.usable.holds(&|_| true)).min_by_key(|c| c.usable.facts().len()) {
        return NotCountedReason::ToConfirm(table.all(choice.usable.facts()));
    }
    let range = question.slots_of.get(usize::from(hit.listing)).cloned().unwrap_or(0..0);
    let excluded = question.slots.get(range).unwrap_or(&[]).iter().find_map(|slot| slot.excluded.clone());
    // A decision against recognising it leaves no other reason than that it is not listed under this code.
    excluded.unwrap_or(NotCountedReason::NotListed(NotListedReason::NotTagged))
}
