//! A world: one way in which everything that is not known might turn out.
//!
//! The oracle never reasons about what is unknown. It tries all worlds that matter, one after the other.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use kuayu::audit::{CourseRef, CrossDomainDoubt, Decision, Degree, Fact};
use kuayu::catalog::document::{Course, Department};
use kuayu::names::normalise;
use kuayu::rules::Restriction;

use super::case::{Case, Table};
use super::rows;

/// A case, and for each fact whether it holds.
pub struct World<'c> {
    /// The case.
    pub case: &'c Case,
    /// Facts that anybody asked about so far.
    pub facts: Vec<Fact>,
    /// Which of them hold.
    pub holds: Holds,
}

/// Which facts hold.
#[derive(Clone)]
pub enum Holds {
    /// Bit by bit: whether the fact at that place holds.
    Bits(u64),
    /// Those of which this says so.
    Of(Rc<dyn Fn(&Fact) -> bool>),
}

impl Holds {
    /// All, or none.
    pub fn all(hold: bool) -> Holds {
        Holds::Of(Rc::new(move |_| hold))
    }
}

impl<'c> World<'c> {
    /// A world in which no fact has been asked about.
    pub fn new(case: &'c Case) -> World<'c> {
        World { case, facts: Vec::new(), holds: Holds::all(false) }
    }

    /// Whether a fact holds: as the student decided, or else as this world has it.
    pub fn ask(&mut self, fact: Fact) -> bool {
        if let Some(decided) = self.decided(&fact) {
            return decided;
        }
        let at = self.facts.iter().position(|known| *known == fact).unwrap_or_else(|| {
            self.facts.push(fact);
            self.facts.len() - 1
        });
        match &self.holds {
            Holds::Bits(bits) => bits >> at & 1 == 1,
            Holds::Of(which) => which(&self.facts[at]),
        }
    }

    /// What the student decided on a fact.
    pub fn decided(&self, fact: &Fact) -> Option<bool> {
        let of_course = |decision: &Decision, course: &CourseRef| match &decision.fact {
            Fact::CrossDomain { course: decided, .. } => match (&decided.code, &course.code) {
                (Some(a), Some(b)) => a == b,
                _ => decided.name == course.name,
            },
            _ => false,
        };
        let decision = self.case.decisions.iter().find(|decision| match fact {
            Fact::CrossDomain { course, .. } => of_course(decision, course),
            _ => decision.fact == *fact,
        })?;
        Some(decision.holds)
    }

    /// Whether a restriction's years, or how it is read, leave this student free of it.
    pub fn is_free_of(&mut self, restriction: &Restriction) -> bool {
        let by_entry = match (restriction.entry, self.case.profile.entry) {
            (None, _) => false,
            (Some(years), Some(entry)) => !years.contains(entry),
            (Some(_), None) => self.ask(Fact::EntryYear),
        };
        let doubted = restriction.doubt.as_ref().map(|doubt| self.ask(Fact::Confirmed { id: doubt.id.clone() }));
        by_entry | doubted.unwrap_or(false)
    }

    /// The other way round: whether a restriction that helps is for students of this student's year.
    pub fn helped_by_entry(&mut self, restriction: &Restriction) -> bool {
        match (restriction.entry, self.case.profile.entry) {
            (None, _) => true,
            (Some(years), Some(entry)) => years.contains(entry),
            (Some(_), None) => self.ask(Fact::EntryYear),
        }
    }

    fn department(&self, of_class: bool) -> Option<&'c Department> {
        let group = self.case.profile.group.as_ref()?;
        let of = |d: &&Department| if of_class { d.classes.contains(group) } else { d.groups.contains(group) };
        self.case.document.departments.iter().find(of)
    }

    /// Whether a rule against a department's students is against this student.
    pub fn is_of(&mut self, name: &str) -> bool {
        let named = |d: &Department| d.name == name || d.aliases.iter().any(|alias| alias == name);
        if self.case.profile.group.is_none() {
            return !self.ask(Fact::Group);
        }
        if self.department(false).is_some_and(named) {
            return true;
        }
        self.department(true).is_some_and(named) && !self.ask(Fact::NotOfDepartment { department: name.to_owned() })
    }

    /// Whether a rule for a department's students is for this student.
    pub fn may_be_of(&mut self, name: &str) -> bool {
        let named = |d: &Department| d.name == name || d.aliases.iter().any(|alias| alias == name);
        if self.case.profile.group.is_none() {
            return self.ask(Fact::Group);
        }
        if self.department(false).is_some_and(named) {
            return true;
        }
        self.department(true).is_some_and(named) && self.ask(Fact::OfDepartment { department: name.to_owned() })
    }

    /// Whether a rule against a college's students is against this student.
    pub fn is_of_college(&mut self, name: &str) -> bool {
        if self.case.profile.group.is_none() {
            return !self.ask(Fact::Group);
        }
        match self.department(false).or(self.department(true)).and_then(|d| d.college.as_deref()) {
            Some(college) => college == name,
            None => !self.ask(Fact::NotOfDepartment { department: name.to_owned() }),
        }
    }

    /// The unit of a course; of one that exists for a program alone, the department that runs the program.
    fn offered_by(&self, course: &'c Course) -> Option<&'c str> {
        let programs = || self.case.document.editions.iter().rev().flat_map(|edition| &edition.programs);
        let runs =
            || programs().find(|program| course.code.as_ref().is_some_and(|code| code.starts_with(&program.code)));
        let own = is_for_a_program(course).then(runs).flatten().map(|program| program.department.as_str());
        own.or(course.unit.as_deref())
    }

    /// Whether a course is offered by a unit outside the student's department.
    pub fn is_outside(&mut self, course: &CourseRef, listed: Option<&'c Course>) -> bool {
        if self.case.profile.group.is_none() {
            return self.ask(Fact::Group);
        }
        let doubt = Fact::Outside { course: course.clone() };
        let Some(unit) = listed.and_then(|listed| self.offered_by(listed)) else { return self.ask(doubt) };
        let has = |units: &[String]| units.iter().any(|own| own == unit);
        let (own, class) = (self.department(false), self.department(true));
        if own.is_some_and(|d| has(&d.units)) {
            return listed.is_some_and(is_for_a_program) && self.ask(doubt);
        }
        let close = own.is_some_and(|d| has(&d.related_units));
        let close = close || class.is_some_and(|d| has(&d.units) || has(&d.related_units));
        !close || self.ask(doubt)
    }

    /// The fact without which nothing can be said about cross-domain courses.
    pub fn missing(&self) -> Option<Fact> {
        let profile = &self.case.profile;
        match (&profile.group, profile.entry, self.own_table()) {
            (None, _, _) => Some(Fact::Group),
            (_, None, _) => Some(Fact::EntryYear),
            (_, _, None) => Some(Fact::Curriculum),
            _ => None,
        }
    }

    /// Whether a listed course is a cross-domain professional course for the student, who has taken it perhaps under
    /// another code or name: the course taken must not be the own department's either.
    pub fn is_cross_domain(&mut self, course: &CourseRef, taken: &CourseRef) -> bool {
        let fact = |doubt| Fact::CrossDomain { course: course.clone(), doubt };
        // The department has the last word, whatever the curriculum says.
        if let Some(decided) = self.decided(&fact(CrossDomainDoubt::CommonCourse)) {
            return decided;
        }
        if let Some(missing) = self.missing() {
            return self.ask(missing);
        }
        if self.own_row(course, true).or(self.own_row(taken, true)).is_some() {
            false
        } else {
            let listed_may = self.doubt_of(course).is_none_or(|doubt| self.ask(fact(doubt)));
            listed_may & self.taken_may_count(course, taken)
        }
    }

    /// Whether what was taken for a listed course under another code is not the own department's, as far as that is
    /// open for another reason than the listed course itself.
    pub fn taken_may_count(&mut self, course: &CourseRef, taken: &CourseRef) -> bool {
        let other = taken.code.is_some() && taken.code != course.code;
        let (of_listed, of_taken) = (self.doubt_of(course), self.doubt_of(taken));
        let doubt = of_taken.filter(|doubt| other && of_listed.as_ref() != Some(doubt));
        doubt.is_none_or(|doubt| self.ask(Fact::CrossDomain { course: taken.clone(), doubt }))
    }

    /// Why it is open whether a course is cross-domain that the own curriculum does not have as a professional one.
    pub fn doubt_of(&self, course: &CourseRef) -> Option<CrossDomainDoubt> {
        let mut known = self.case.document.courses.iter();
        let known =
            known.find(|known| known.code == course.code && (course.code.is_some() || known.name == course.name));
        let (common, unit) = known.map_or((false, None), |known| (known.common, self.offered_by(known)));
        if self.own_row(course, false).is_some() {
            Some(CrossDomainDoubt::OwnCommon)
        } else if common {
            Some(CrossDomainDoubt::CommonCourse)
        } else if let Some((group, entry)) = self.in_other_curriculum(course) {
            Some(CrossDomainDoubt::OtherCurriculum { group, entry })
        } else if self.is_offered_here(unit) {
            Some(CrossDomainDoubt::OwnUnit)
        } else {
            self.near_row(course).map(CrossDomainDoubt::NearName)
        }
    }

    /// The own curriculum, by its place: the data have only those of the day school's bachelors.
    fn own_table(&self) -> Option<usize> {
        let profile = &self.case.profile;
        let own = |table: &Table| Some(&table.group) == profile.group.as_ref() && Some(table.entry) == profile.entry;
        self.case.curricula.iter().position(own).filter(|_| profile.degree == Degree::Bachelor)
    }

    /// Groups whose professional courses are the department's or the class's for this student, the own one first.
    fn own_groups(&self) -> Vec<&'c String> {
        let mut groups: Vec<&String> = self.case.profile.group.iter().collect();
        match (self.department(false), self.department(true)) {
            (Some(own), _) => groups.extend(&own.groups),
            (None, Some(own)) => {
                groups.extend(own.groups.iter().chain(&own.classes));
                // A class may have groups at several departments: their courses are the class's.
                let class = |group: &str| group.split_once('【').map(|(class, _)| class.to_owned());
                let of_class = self.case.profile.group.as_deref().and_then(class);
                let others = self.case.document.departments.iter().filter(|other| other.name != own.name);
                let others = others.flat_map(|other| &other.classes);
                groups.extend(others.filter(|other| of_class.is_some() && class(other) == of_class));
            }
            (None, None) => {}
        }
        groups
    }

    /// Another curriculum of the department or class, of any year, that has the course as a professional one: the first
    /// that has the code, else the first that has the name; the own group before others, the own year before others.
    fn in_other_curriculum(&self, course: &CourseRef) -> Option<(String, u16)> {
        let entry = self.case.profile.entry?;
        let all = &self.case.curricula;
        let mut tables: Vec<usize> = Vec::new();
        for group in self.own_groups() {
            let mut of_group: Vec<usize> = (0..all.len()).filter(|at| all[*at].group == *group).collect();
            of_group.sort_by_key(|at| (all[*at].entry != entry, all[*at].entry));
            tables.extend(of_group);
        }
        let has = |at: &&usize, by_code: bool| rows::has(all, **at, course, by_code);
        let found = tables.iter().find(|at| has(at, true)).or(tables.iter().find(|at| has(at, false)));
        found.map(|at| (all[*at].group.clone(), all[*at].entry))
    }

    /// Whether the own department offers the course, or the own class, or the department tied to the class. Of a course
    /// that is not listed the unit is known where the catalog has its code.
    fn is_offered_here(&self, unit: Option<&str>) -> bool {
        let Some(unit) = unit else { return false };
        let class = self.department(false).is_none().then(|| self.department(true)).flatten();
        let department = self.department(false).or(class);
        let of_class =
            class.is_some() && self.case.profile.group.as_ref().is_some_and(|g| g.starts_with(&format!("{unit}【")));
        let special =
            |d: &Department| d.groups.iter().any(|g| g.contains("專班")) && d.related_units.iter().any(|u| u == unit);
        department.is_some_and(|department| department.units.iter().any(|own| own == unit) || special(department))
            || of_class
    }

    /// A row of the own curriculum with the same code or the same name, professional or common.
    pub fn own_row(&self, course: &CourseRef, professional: bool) -> Option<&'c str> {
        let table = self.own_table()?;
        let row = rows::row(&self.case.curricula, table, course, professional)?;
        Some(&self.case.curricula[table].rows[row].name)
    }

    /// A professional row of the own curriculum with nearly the same name.
    pub fn near_row(&self, course: &CourseRef) -> Option<String> {
        let table = self.own_table()?;
        let row = rows::near(&self.case.curricula, table, course)?;
        Some(self.case.curricula[table].rows[row].name.clone())
    }
}

/// Whether a course exists for a micro-program alone.
fn is_for_a_program(course: &Course) -> bool {
    course.unit.as_deref() == Some("微學程專屬課程")
}

/// The spelling in which names are compared. The same few names come again and again, so each is worked out once.
pub fn spelled(name: &str) -> Rc<str> {
    thread_local!(static KNOWN: RefCell<HashMap<String, Rc<str>>> = RefCell::default());
    KNOWN.with_borrow_mut(|known| match known.get(name) {
        Some(spelled) => Rc::clone(spelled),
        None => Rc::clone(known.entry(name.to_owned()).or_insert_with(|| normalise(name).into())),
    })
}

/// A course as facts name it.
pub fn refer(course: &Course) -> CourseRef {
    CourseRef { code: course.code.clone(), name: course.name.clone() }
}
