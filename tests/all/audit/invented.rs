//! Small invented programs of 資工系, and a student of 土木系, entered in 112, whose curriculum is as said.

use kuayu::audit::{Decision, Prepared, Profile};
use kuayu::catalog::curriculum::{Curriculum, CurriculumRow};
use kuayu::credits::Credits;
use kuayu::transcript::{Completion, Record};
use serde_json::{Value, json};

/// Everything that a case says; what it leaves out is empty.
#[derive(Default)]
pub struct Invented {
    pub courses: Vec<Value>,
    pub programs: Vec<Value>,
    /// The student's own curriculum.
    pub own: Vec<CurriculumRow>,
    pub decisions: Vec<Decision>,
    /// The student has not said that they are of 土木系.
    pub group_not_said: bool,
}

impl Invented {
    /// The programs prepared for the student.
    pub fn prepare(&self) -> Prepared {
        let department = |name: &str, college: &str| json!({"name": name, "college": college, "groups": [name], "classes": [], "units": [name]});
        let text = json!({
            "schema": 2,
            "sources": [],
            "departments": [department("土木系", "工程學院"), department("資工系", "電資學院")],
            "courses": self.courses,
            "editions": [{
                "id": "114-1", "year": 114, "title": {"zh": "一一四", "en": "114"}, "standard_as_of": "2025-09-15",
                "programs": self.programs
            }]
        });
        let catalog = kuayu::catalog::read(&text.to_string()).unwrap();
        let curriculum = Curriculum::new(self.own.clone(), None);
        let group = (!self.group_not_said).then(|| "土木系".to_owned());
        let profile = Profile { group, entry: Some(112), ..Profile::default() };
        Prepared::new(&catalog, &catalog.editions()[0], Some(&curriculum), &profile, &self.decisions)
    }
}

/// A course of 資工系 with a class lately.
pub fn course(code: &str, name: &str, credits: u16) -> Value {
    json!({"code": code, "name": name, "credits": credits, "unit": "資工系", "offered": ["114-1"]})
}

/// A course of 資工系 of which no class is known.
pub fn without_class(code: &str, name: &str, credits: u16) -> Value {
    json!({"code": code, "name": name, "credits": credits, "unit": "資工系"})
}

/// A program: its credits, its categories with the least number of courses and their codes, and its restrictions.
pub fn program(code: &str, credits: u16, categories: &[(&str, u16, &[&str])], restrictions: Value) -> Value {
    let category = |(name, least, codes): &(&str, u16, &[&str])| {
        let courses: Vec<Value> = codes.iter().map(|code| json!({"code": code})).collect();
        json!({"name": name, "min_courses": least, "courses": courses})
    };
    json!({
        "code": code, "name": format!("{code}微學程"), "college": "電資學院", "department": "資工系",
        "min_credits": credits, "standard_url": "https://example.edu/",
        "categories": categories.iter().map(category).collect::<Vec<_>>(),
        "restrictions": restrictions
    })
}

/// A course as the student ticked it.
pub fn taken(code: &str, name: &str, credits: u16, how: Completion) -> Record {
    Record::ticked(code, name, Credits::whole(credits), how)
}
