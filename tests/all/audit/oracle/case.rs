//! One case: a catalog of one program, a student, records. It prints as a person would write it down.

use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use kuayu::audit::{Decision, Prepared, Profile, ProgramAudit};
use kuayu::catalog::curriculum::{Curriculum, CurriculumRow};
use kuayu::catalog::document::{Course, Document, Listing, Program};
use kuayu::catalog::{Catalog, Curricula};
use kuayu::office::curricula;
use kuayu::transcript::Record;
use serde_json::{Value, json};

/// One group's curriculum for one entry year.
#[derive(Clone)]
pub struct Table {
    pub group: String,
    pub entry: u16,
    pub rows: Vec<CurriculumRow>,
}

/// A case.
#[derive(Clone)]
pub struct Case {
    /// The catalog, as the file writes it.
    pub document: Document,
    /// The curricula that are in the data.
    pub curricula: Rc<Vec<Table>>,
    /// The student.
    pub profile: Profile,
    /// What the student decided.
    pub decisions: Vec<Decision>,
    /// The transcript.
    pub records: Vec<Record>,
}

impl Case {
    /// The program.
    pub fn program(&self) -> &Program {
        &self.document.editions[0].programs[0]
    }

    /// The course behind a listing.
    pub fn course(&self, listing: &Listing) -> &Course {
        let same = |course: &&Course| course.code == listing.code && course.name == listing.name;
        self.document.courses.iter().find(same).unwrap()
    }

    /// All listed courses with their category; `None` where the category is not known.
    pub fn listings(&self) -> Vec<(Option<&str>, &Listing)> {
        let program = self.program();
        let known = program.categories.iter().flat_map(|c| c.courses.iter().map(|l| (Some(c.name.as_str()), l)));
        known.chain(program.uncategorised.iter().map(|l| (None, l))).collect()
    }

    /// What the engine says.
    pub fn engine(&self) -> ProgramAudit {
        self.engine_without(&[])
    }

    /// The same, with courses of these codes not to be advised.
    pub fn engine_without(&self, without: &[String]) -> ProgramAudit {
        let catalog = Catalog::new(self.document.clone());
        let curriculum = self.curriculum(&catalog);
        let edition = &self.document.editions[0];
        let prepared = Prepared::new(&catalog, edition, curriculum.as_ref(), &self.profile, &self.decisions);
        prepared.audit_program(&self.records, &self.program().code, without).unwrap()
    }

    /// The student's curriculum as the app has it: read from the file of the entry year, which the office's tools wrote.
    fn curriculum(&self, catalog: &Catalog) -> Option<Curriculum> {
        let (group, entry) = (self.profile.group.as_ref()?, self.profile.entry?);
        let mut files: BTreeMap<u16, Value> = BTreeMap::new();
        for table in self.curricula.iter() {
            let file = files.entry(table.entry).or_insert_with(|| {
                let source = json!({"title": {"zh": "", "en": ""}, "url": ""});
                json!({"schema": 1, "year": table.entry, "as_of": "2026-09-01", "source": source, "groups": {},
                       "general_education": {}, "common": {}, "other_years": {}})
            });
            let row = |row: &CurriculumRow| {
                json!([row.symbol.sign(), row.code, row.name, 3, row.year, row.semester, row.stage])
            };
            file["groups"][&table.group] = json!({"courses": table.rows.iter().map(row).collect::<Vec<_>>()});
        }
        let mut years: Vec<Curricula> = files.values().map(|f| Curricula::read(&f.to_string()).unwrap()).collect();
        curricula::renew(&mut years);
        let own = years.iter().find(|year| year.year == entry)?;
        Curricula::read(&curricula::text(own)).unwrap().group(group, catalog)
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let program = self.program();
        let code = |code: &Option<String>| code.clone().unwrap_or_else(|| "-".to_owned());
        let own = if program.own_department_only { ", its own courses only" } else { "" };
        writeln!(f, "PROGRAM of {}, {} credits{own}", program.department, program.min_credits)?;
        let list = |f: &mut fmt::Formatter<'_>, listings: &[Listing]| -> fmt::Result {
            for listing in listings {
                let course = self.course(listing);
                let credits = course.credits.map_or("?".to_owned(), |c| c.to_string());
                write!(f, "    {} {} {credits} credits", code(&course.code), course.name)?;
                course.stages.map_or(Ok(()), |n| write!(f, ", each of {n} stages"))?;
                write!(f, ", unit {}", course.unit.as_deref().unwrap_or("?"))?;
                writeln!(
                    f,
                    "{}{}",
                    if course.common { ", common" } else { "" },
                    if listing.online { ", online" } else { "" }
                )?;
            }
            Ok(())
        };
        for category in &program.categories {
            let least = category.min_courses.map_or("not stated".to_owned(), |n| n.to_string());
            writeln!(f, "  {}, least courses: {least}", category.name)?;
            list(f, &category.courses)?;
        }
        if !program.uncategorised.is_empty() {
            writeln!(f, "  category not known")?;
            list(f, &program.uncategorised)?;
        }
        for restriction in &program.restrictions {
            writeln!(f, "  {}", serde_json::to_string(restriction).unwrap())?;
        }
        writeln!(f, "STUDENT {}", serde_json::to_string(&self.profile).unwrap())?;
        for table in self.curricula.iter() {
            writeln!(f, "  curriculum of {} for entry {}", table.group, table.entry)?;
            for row in &table.rows {
                writeln!(f, "    {} {} {}", row.symbol.sign(), code(&row.code), row.name)?;
            }
        }
        for decision in &self.decisions {
            writeln!(f, "  decided: {}", serde_json::to_string(decision).unwrap())?;
        }
        writeln!(f, "RECORDS")?;
        for record in &self.records {
            let credits = record.credits.map_or("?".to_owned(), |c| c.to_string());
            let status = record.completion(self.profile.pass_mark());
            writeln!(
                f,
                "  {} {} {credits} credits, stage `{}`, {status:?}",
                code(&record.code),
                record.name,
                record.stage
            )?;
        }
        Ok(())
    }
}
