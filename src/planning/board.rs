//! The board: semesters from now to graduation, with what is taken and planned in each.

use crate::audit::{Degree, Profile};
use crate::credits::Credits;
use crate::procedure::semester;
use crate::saved::{Document, Plan};
use crate::sorting;
use crate::term::Term;
use crate::transcript::Completion;

/// Semesters of a bachelor's studies of four years.
const SEMESTERS: u16 = 8;

/// So many semesters are shown at most: nobody plans further, and a clock that is wrong is far from any graduation.
const MOST: usize = 2 * SEMESTERS as usize;

/// A semester, or the place of what has none yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The semester; `None` for what is undecided.
    pub term: Option<Term>,
    /// What is in it: the student's own records first, then the plan's courses.
    pub places: Vec<BoardItem>,
    /// Credits of all of it.
    pub credits: Credits,
}

/// Something in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoardItem {
    /// The document's record at that position: in progress, or marked planned in My courses.
    Record(usize),
    /// The plan's course at that position.
    Planned(usize),
}

/// The last regular semester of a day-school bachelor's four years; `None` while the entry year is unknown, and for
/// evening and graduate students, of whom no source here says how long they study.
pub fn last_term(profile: &Profile) -> Option<Term> {
    profile.entry.filter(|_| profile.degree == Degree::Bachelor).map(|entry| semester(entry, SEMESTERS))
}

/// The semesters from `now` to graduation, at least this one and the next; four where that is not known. An evening
/// student's studies last four years or longer.
pub fn terms(profile: &Profile, now: Term) -> Vec<Term> {
    let next = now.next();
    let open = next.next().next();
    let evening = profile.entry.filter(|_| profile.degree == Degree::BachelorEvening);
    let at_least = evening.map_or(open, |entry| semester(entry, SEMESTERS).max(open));
    let last = last_term(profile).unwrap_or(at_least).max(next);
    std::iter::successors(Some(now), |term| Some(term.next())).take_while(|term| *term <= last).take(MOST).collect()
}

/// All columns, the undecided last. Semesters beyond graduation, and gone by, stand there when something is in them.
pub fn board(document: &Document, plan: &Plan, now: Term) -> Vec<Column> {
    let pass_mark = document.profile.pass_mark();
    let mut all = terms(&document.profile, now);
    let mut placed: Vec<(Option<Term>, BoardItem, Credits)> = Vec::new();
    for (at, record) in document.records.iter().enumerate() {
        let term = match record.completion(pass_mark) {
            // What is being taken is taken now, whatever term it began in.
            Completion::InProgress => Some(record.term.unwrap_or(now).max(now)),
            Completion::Planned => record.term,
            Completion::Passed | Completion::NotPassed => continue,
        };
        placed.push((term, BoardItem::Record(at), record.credits.unwrap_or_default()));
    }
    for (at, course) in plan.courses.iter().enumerate() {
        placed.push((course.term, BoardItem::Planned(at), course.credits.unwrap_or_default()));
    }
    all.extend(placed.iter().filter_map(|(term, ..)| *term));
    sorting::sort(&mut all);
    all.dedup();
    let column = |term: Option<Term>| {
        let here = placed.iter().filter(|(at, ..)| *at == term);
        let credits = here.clone().map(|(.., credits)| *credits).sum();
        Column { term, places: here.map(|(_, place, _)| *place).collect(), credits }
    };
    all.into_iter().map(Some).chain([None]).map(column).collect()
}

/// The next semester after `now` in whose half of the year the course was offered lately; the next one at all where
/// nothing is known, or where that would be after graduation.
pub fn fitting_term(offered: &[Term], profile: &Profile, now: Term) -> Term {
    let next = now.next();
    let last = last_term(profile).unwrap_or(next.next()).max(next);
    let fits = |term: &Term| offered.iter().any(|known| known.part == term.part);
    [next, next.next()].into_iter().find(|term| fits(term) && *term <= last).unwrap_or(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::saved::PlannedCourse;
    use crate::transcript::{Grade, Record};

    fn term(year: u16, part: u8) -> Term {
        Term::new(year, part).unwrap()
    }

    #[test]
    fn semesters_to_graduation() {
        let student = |entry| Profile { entry, ..Profile::default() };
        let written = |entry, now| terms(&student(entry), now).iter().map(Term::to_string).collect::<Vec<_>>();
        assert_eq!(written(Some(112), term(114, 2)), ["114-2", "115-1", "115-2"]);
        assert_eq!(written(Some(108), term(114, 2)), ["114-2", "115-1"]);
        assert_eq!(written(None, term(114, 1)), ["114-1", "114-2", "115-1", "115-2"]);
        // A clock that is wrong.
        assert_eq!(written(Some(112), Term::of_date(1970, 1)).len(), 16);
        assert_eq!(written(Some(112), Term::of_date(9999, 1)).len(), 2);
        let of = |degree, entry| terms(&Profile { degree, ..student(Some(entry)) }, term(114, 2)).len();
        // Four, whatever the year: nobody says when a graduate has done. An evening student has four years, or longer.
        assert_eq!([of(Degree::Graduate, 114), of(Degree::Graduate, 110)], [4, 4]);
        assert_eq!([of(Degree::BachelorEvening, 114), of(Degree::BachelorEvening, 110)], [7, 4]);
    }

    #[test]
    fn everything_has_one_place() {
        let mut document = Document::default();
        document.profile.entry = Some(112);
        let record =
            |code, declared| Record { declared, ..Record::ticked(code, code, Credits::whole(3), Completion::Passed) };
        document.records = vec![
            record("A", Some(Completion::Passed)),
            record("B", Some(Completion::InProgress)),
            Record { declared: None, grade: Grade::Score(50), ..record("C", None) },
            record("D", Some(Completion::Planned)),
        ];
        let course = |name: &str, term| PlannedCourse {
            name: name.to_owned(),
            credits: Some(Credits::whole(2)),
            term,
            ..PlannedCourse::default()
        };
        let courses = vec![course("E", Some(term(115, 1))), course("F", None), course("G", Some(term(116, 1)))];
        let plan = Plan { courses, ..Plan::default() };
        let seen: Vec<(String, Vec<BoardItem>, String)> = board(&document, &plan, term(115, 1))
            .into_iter()
            .map(|c| (c.term.map_or("-".to_owned(), |t| t.to_string()), c.places, c.credits.to_string()))
            .collect();
        let entry =
            |term: &str, places: &[BoardItem], credits: &str| (term.to_owned(), places.to_vec(), credits.to_owned());
        assert_eq!(
            seen,
            [
                entry("115-1", &[BoardItem::Record(1), BoardItem::Planned(0)], "5"),
                entry("115-2", &[], "0"),
                entry("116-1", &[BoardItem::Planned(2)], "2"),
                entry("-", &[BoardItem::Record(3), BoardItem::Planned(1)], "5"),
            ]
        );
    }

    #[test]
    fn a_course_goes_where_it_is_offered() {
        let student = Profile { entry: Some(112), ..Profile::default() };
        assert_eq!(fitting_term(&[term(114, 1)], &student, term(114, 2)), term(115, 1));
        assert_eq!(fitting_term(&[term(114, 2)], &student, term(114, 2)), term(115, 2));
        assert_eq!(fitting_term(&[term(114, 1)], &student, term(115, 1)), term(115, 2));
        assert_eq!(fitting_term(&[], &student, term(114, 2)), term(115, 1));
    }
}
