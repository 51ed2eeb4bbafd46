//! The classes of a semester, by course.

use super::Times;
use crate::sorting;
use crate::term::Term;

/// A class: one offering of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The number under which it is selected (課號); of this semester only.
    pub id: String,
    /// The student groups that it is held for, as the course system names them.
    pub groups: Vec<String>,
    /// Its hours; empty where none is known.
    pub times: Times,
    /// The language it is taught in, where that is not Chinese alone.
    pub language: Option<Language>,
}

/// The language of a class that is not taught in Chinese alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Chinese and English.
    Both,
}

/// The classes of a semester, as of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Classes {
    /// The semester.
    pub term: Term,
    /// The day whose state this is, `YYYY-MM-DD`.
    pub as_of: String,
    /// By course code, ascending.
    courses: Vec<(String, Vec<Class>)>,
}

impl Classes {
    /// The classes of a semester, each with the code of its course. Those of one course keep their order.
    pub fn new(term: Term, as_of: String, classes: impl IntoIterator<Item = (String, Class)>) -> Classes {
        let mut rows: Vec<(String, Class)> = classes.into_iter().collect();
        sorting::sort_by(&mut rows, |(a, _), (b, _)| a.cmp(b));
        let mut courses: Vec<(String, Vec<Class>)> = Vec::new();
        for (code, class) in rows {
            match courses.last_mut().filter(|(last, _)| *last == code) {
                Some((_, all)) => all.push(class),
                None => courses.push((code, vec![class])),
            }
        }
        Classes { term, as_of, courses }
    }

    /// The classes of a course; none where it had none that is known.
    pub fn of(&self, code: &str) -> &[Class] {
        let found = self.courses.binary_search_by(|(known, _)| known.as_str().cmp(code));
        found.ok().and_then(|at| self.courses.get(at)).map_or(&[], |(_, classes)| classes)
    }

    /// The code of the course that a class number (課號) is of; `None` where no class here has it.
    pub fn course_of(&self, number: &str) -> Option<&str> {
        let has = |(_, classes): &&(String, Vec<Class>)| classes.iter().any(|class| class.id == number);
        self.courses.iter().find(has).map(|(code, _)| code.as_str())
    }
}

/// The semesters whose classes are known, each with the day whose state that is.
pub type TermIndex = Vec<(Term, String)>;

/// The semester whose classes tell of that one: its own where they are out; before that the latest one of the same half
/// of a year, which is a guess. `None` where there is neither.
pub fn known_as(index: &TermIndex, wanted: Term) -> Option<Term> {
    let known = || index.iter().map(|(term, _)| *term);
    if known().any(|term| term == wanted) {
        return Some(wanted);
    }
    let out = known().max().is_some_and(|newest| newest > wanted);
    known().filter(|term| !out && term.part == wanted.part && *term < wanted).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(year: u16, part: u8) -> Term {
        Term::new(year, part).unwrap()
    }

    #[test]
    fn a_semester_to_come_is_as_the_last_of_its_kind() {
        let index: TermIndex =
            [(113, 1), (114, 1), (114, 2), (115, 1)].map(|(y, p)| (term(y, p), String::new())).into();
        let known = |year, part| known_as(&index, term(year, part));
        assert_eq!(known(115, 1), Some(term(115, 1)));
        assert_eq!(known(115, 2), Some(term(114, 2)));
        assert_eq!(known(116, 1), Some(term(115, 1)));
        assert_eq!(known(116, 2), Some(term(114, 2)));
        // One that is over and was never taken up stays unknown.
        assert_eq!(known(113, 2), None);
        assert_eq!(known(115, 3), None);
    }

    #[test]
    fn classes_are_found_by_code() {
        let class = |id: &str| Class {
            id: id.to_owned(),
            groups: vec!["電機一甲".to_owned()],
            times: Times::parse("1:34").unwrap(),
            language: None,
        };
        let rows = [("B", "3"), ("A", "2"), ("B", "1")].map(|(code, id)| (code.to_owned(), class(id)));
        let classes = Classes::new(term(115, 1), "2026-07-24".to_owned(), rows);
        let ids = |code| classes.of(code).iter().map(|class| class.id.as_str()).collect::<Vec<_>>();
        assert_eq!((ids("A"), ids("B"), ids("C")), (vec!["2"], vec!["3", "1"], vec![]));
    }
}
