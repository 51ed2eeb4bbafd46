//! The real catalog and curricula, and invented students of the real departments.

use std::path::Path;

use kuayu::audit::{Advice, Decision, Prepared, Profile};
use kuayu::catalog::document::{Course, Edition};
use kuayu::catalog::{Catalog, Curricula};
use kuayu::transcript::{Grade, Record, Stage};

/// Entry years whose curricula are in the data.
pub const YEARS: [u16; 4] = [112, 113, 114, 115];

/// Everything that the app ships.
pub struct Real {
    pub catalog: Catalog,
    pub curricula: Vec<Curricula>,
}

impl Real {
    /// Reads the files.
    pub fn read() -> Real {
        let text = |path: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
        let catalog = kuayu::catalog::read(&text("programs.json")).unwrap();
        let year = |year: &u16| Curricula::read(&text(&format!("public/curricula/{year}.json"))).unwrap();
        Real { catalog, curricula: YEARS.iter().map(year).collect() }
    }

    /// The groups of an entry year.
    pub fn groups(&self, entry: u16) -> Vec<&str> {
        self.curricula.iter().filter(|curricula| curricula.year == entry).flat_map(|c| c.groups()).collect()
    }

    /// A student of a group.
    pub fn student(&self, group: &str, entry: u16) -> Profile {
        Profile { group: Some(group.to_owned()), entry: Some(entry), ..Profile::default() }
    }

    /// An edition prepared for a student.
    pub fn prepare(&self, edition: &Edition, profile: &Profile, decisions: &[Decision]) -> Prepared {
        let curricula = self.curricula.iter().find(|curricula| Some(curricula.year) == profile.entry);
        let curriculum = curricula.and_then(|c| c.group(profile.group.as_deref()?, &self.catalog));
        Prepared::new(&self.catalog, edition, curriculum.as_ref(), profile, decisions)
    }
}

/// A course as it stands on a transcript, passed.
pub fn passed(course: &Course, stage: Stage) -> Record {
    Record {
        code: course.code.clone(),
        name: course.name.clone(),
        credits: course.credits,
        stage,
        grade: Grade::Score(80),
        ..Record::default()
    }
}

/// The records of somebody who did what was advised, one list for each advised course.
pub fn carried_out(catalog: &Catalog, advice: &Advice) -> Vec<Vec<Record>> {
    let records = advice.courses.iter().map(|advised| {
        let code = advised.course.code.as_deref().unwrap();
        let course = catalog.course(catalog.by_code(code).unwrap()).unwrap();
        let mut records: Vec<Record> = match advised.stages.as_slice() {
            [] => vec![passed(course, Stage::Only)],
            stages => stages.iter().map(|stage| passed(course, Stage::Part(*stage))).collect(),
        };
        // In an order in which everything asked before a capstone was passed before it.
        let year = if advised.category.as_deref() == Some("總整") { 114 } else { 113 };
        records.iter_mut().for_each(|record| record.term = kuayu::term::Term::new(year, 1));
        records
    });
    records.collect()
}
