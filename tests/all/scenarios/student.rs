//! The student of a case, with everything that is needed to judge.

use std::collections::BTreeSet;
use std::rc::Rc;

use kuayu::audit::{Answer, CourseRef, Decision, Fact, NotCountedReason, Prepared, Profile, ProgramAudit, course_ref};
use kuayu::catalog::curriculum::Curriculum;
use kuayu::catalog::document::{Edition, Program};
use kuayu::catalog::{Catalog, Curricula};
use kuayu::i18n::{Lang, audit};
use kuayu::transcript::Record;

use super::declared::{Confirmed, Declared, OfficeSaid};
use super::library::Library;
use super::read::{Case, Mistake};

/// The student of a case.
pub struct Student {
    pub catalog: Rc<Catalog>,
    pub edition: Edition,
    pub profile: Profile,
    pub curriculum: Option<Curriculum>,
    pub curricula: Option<Rc<Curricula>>,
    pub decisions: Vec<Decision>,
    pub records: Vec<Record>,
}

impl Student {
    /// The student that a case describes; a mistake where the catalog does not know what it names.
    pub fn new(library: &mut Library, case: &Case) -> Result<Student, Mistake> {
        let told = &case.student;
        // With the line that says it, which may be one of the head.
        let of = |key: &'static str| move |what: String| (told.line(key).unwrap_or(case.line), what);
        let catalog = library.catalog(told.catalog.as_deref()).map_err(of("目錄"))?;
        let mut profile = told.profile.clone();
        if let Some(name) = &profile.group {
            profile.group = match profile.degree.groups_named(&catalog, name).as_slice() {
                [group] => Some((*group).to_owned()),
                [] => return Err(of("系組")(format!("no group is called {name}"))),
                several => {
                    return Err(of("系組")(format!("several groups are called {name}: {}", several.join(" "))));
                }
            };
        }
        for (record, line) in told.records.iter().zip(&told.record_lines) {
            let id = record.code.as_ref().and_then(|code| catalog.by_code(code));
            match id.and_then(|id| catalog.course(id)) {
                Some(course) if course.name != record.name => {
                    return Err((
                        *line,
                        format!("the catalog calls {} {}", record.code.as_deref().unwrap_or(""), course.name),
                    ));
                }
                _ => {}
            }
        }
        let edition = match &told.edition {
            None => catalog.edition_in(114),
            Some(id) => catalog.edition(id),
        };
        let edition = edition.ok_or_else(|| of("版本")("no such edition (版本)".to_owned()))?.clone();
        let curricula = profile.entry.and_then(|year| library.curricula(year));
        let curriculum = profile.group.as_ref().and_then(|group| curricula.as_ref()?.group(group, &catalog));
        let (records, decisions) = (told.records.clone(), Vec::new());
        let mut student = Student { catalog, edition, profile, curriculum, curricula, decisions, records };
        student.decide(told)?;
        Ok(student)
    }

    /// Turns confirmed sentences into decisions: each must be one that the app asks about.
    fn decide(&mut self, told: &Declared) -> Result<(), Mistake> {
        for Confirmed { line, sentence, holds } in &told.decided {
            let asked = self.open_facts().into_iter().filter(|(_, _, told)| told == sentence);
            let mut decisions: Vec<Decision> = Vec::new();
            for (program, fact, _) in asked {
                let program = (!fact.is_global()).then_some(program);
                decisions.push(Decision {
                    program,
                    fact,
                    holds: *holds,
                    by: None,
                    date: None,
                    note: "已詢問".to_owned(),
                });
            }
            decisions.dedup();
            if decisions.is_empty() {
                return Err((*line, format!("nobody asks whether {sentence}")));
            }
            self.decisions.append(&mut decisions);
        }
        for OfficeSaid { line, program, course, category, holds } in &told.said {
            let fact = self.said(course, category.as_ref()).ok_or_else(|| (*line, format!("no course {course}")))?;
            let (program, note) = (Some(program.clone()), "系辦說".to_owned());
            self.decisions.push(Decision { program, fact, holds: *holds, by: None, date: None, note });
        }
        Ok(())
    }

    /// What is decided by what an office said of a listed course, or of a course taken that is not listed.
    fn said(&self, course: &str, category: Option<&String>) -> Option<Fact> {
        let Some(category) = category else {
            let listed = self.catalog.course(self.catalog.by_code(course)?)?;
            return Some(Fact::Counts { course: course_ref(listed) });
        };
        let is = |record: &&Record| record.code.as_deref() == Some(course) || record.name == course;
        let taken = self.records.iter().find(is)?;
        let course = CourseRef { code: taken.code.clone(), name: taken.name.clone() };
        Some(Fact::Accepted { course, category: category.clone() })
    }

    /// Everything that is open for this student: the program, the fact and the sentence.
    fn open_facts(&self) -> Vec<(String, Fact, String)> {
        let mut open = Vec::new();
        for (program, audit) in self.edition.programs.iter().zip(self.prepared().audit(&self.records)) {
            let mut facts: BTreeSet<Fact> = BTreeSet::new();
            for verdict in [&audit.certificate, &audit.cross_domain] {
                if let Answer::DependsOn { facts: more, .. } = &verdict.answer {
                    facts.extend(more.iter().cloned());
                }
                facts.extend(verdict.advice.iter().flat_map(|advice| advice.facts.iter().cloned()));
                facts.extend(verdict.progress.iter().flat_map(|progress| progress.unless.clone()));
            }
            for one in &audit.not_counted {
                if let NotCountedReason::ToConfirm(more) = &one.reason {
                    facts.extend(more.iter().cloned());
                }
            }
            let told = |fact: &Fact| audit::fact(Lang::ZhTw, fact, program);
            open.extend(facts.into_iter().map(|fact| (program.code.clone(), fact.clone(), told(&fact))));
        }
        open
    }

    /// The edition prepared for this student.
    pub fn prepared(&self) -> Prepared {
        Prepared::new(&self.catalog, &self.edition, self.curriculum.as_ref(), &self.profile, &self.decisions)
    }

    /// A program of the edition.
    pub fn program(&self, code: &str) -> Option<&Program> {
        self.edition.programs.iter().find(|program| program.code == code)
    }

    /// What comes out for one program.
    pub fn audit(&self, code: &str) -> Option<ProgramAudit> {
        self.prepared().audit_program(&self.records, code, &[])
    }

    /// The same student, if no program had a restriction of that kind.
    pub fn without_kind(&self, kind: &str) -> Student {
        let mut edition = self.edition.clone();
        for program in &mut edition.programs {
            program.restrictions.retain(|restriction| restriction.kind.name() != kind);
        }
        Student {
            catalog: Rc::clone(&self.catalog),
            edition,
            profile: self.profile.clone(),
            curriculum: self.curriculum.clone(),
            curricula: self.curricula.clone(),
            decisions: self.decisions.clone(),
            records: self.records.clone(),
        }
    }
}
