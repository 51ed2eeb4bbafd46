//! The words that sentences of restrictions are made of.

use crate::catalog::document::Text;
use crate::credits::Credits;
use crate::i18n::{Lang, audit, names, units};

/// Words of a language, with the names of courses and programs.
pub struct Words<'w> {
    /// The language.
    pub lang: Lang,
    /// Turns a course code into its name, a program code into the program's.
    pub name: &'w dyn Fn(&str) -> String,
}

impl Words<'_> {
    /// Whether the language is Chinese.
    pub fn zh(&self) -> bool {
        self.lang == Lang::ZhTw
    }

    /// The words of the language.
    pub fn pick(&self, zh: &'static str, en: &'static str) -> &'static str {
        self.lang.pick(zh, en)
    }

    /// A text of the catalog.
    pub fn text(&self, text: &Text) -> String {
        audit::text(self.lang, text).to_owned()
    }

    /// The name of a course or program by its code.
    pub fn name(&self, code: &str) -> String {
        (self.name)(code)
    }

    /// Names one after the other.
    pub fn list(&self, names: impl Iterator<Item = String>) -> String {
        units::list(self.lang, names)
    }

    /// The names of courses by their codes.
    pub fn courses(&self, codes: &[String]) -> String {
        self.list(codes.iter().map(|code| self.name(code)))
    }

    /// A department.
    pub fn department(&self, department: &str) -> String {
        names::unit(self.lang, department)
    }

    /// Departments.
    pub fn departments(&self, departments: &[String]) -> String {
        self.list(departments.iter().map(|one| self.department(one)))
    }

    /// A college.
    pub fn college(&self, college: &str) -> String {
        units::college(self.lang, college).to_owned()
    }

    /// A category.
    pub fn category(&self, name: &str) -> String {
        units::category(self.lang, name).to_owned()
    }

    /// Categories.
    pub fn categories(&self, names: &[String]) -> String {
        units::categories(self.lang, names)
    }

    /// A number of credits.
    pub fn credits(&self, credits: Credits) -> String {
        units::credits(self.lang, credits)
    }

    /// A number of courses.
    pub fn count(&self, courses: u16) -> String {
        units::courses(self.lang, usize::from(courses))
    }

    /// "At least so much of that."
    pub fn at_least(&self, subject: &str, amount: &str) -> String {
        match self.lang {
            Lang::ZhTw => format!("{subject}至少 {amount}。"),
            Lang::En => format!("{subject}: at least {amount}."),
        }
    }

    /// Courses from outside the own department, of some categories or of all.
    pub fn outside(&self, categories: &[String]) -> String {
        match (self.zh(), categories.is_empty()) {
            (true, true) => "外系課程".to_owned(),
            (true, false) => format!("{}的外系課程", self.categories(categories)),
            (false, true) => "Courses from outside your department".to_owned(),
            (false, false) => format!("Courses from outside your department in {}", self.categories(categories)),
        }
    }
}
