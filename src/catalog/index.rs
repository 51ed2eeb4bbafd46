//! The catalog, indexed for look-ups: courses by code and by name, programs by code.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::course::{CourseFacts, CourseId, Ease, NameId};
use super::department::{department, graduate_units, groups};
use super::document::{Course, Department, Document, Edition, Listing, Program};
use super::ease::of_courses;
use super::likelihood::{Chance, chance};
use crate::names::{Near, normalise};
use crate::regulation;
use crate::rules::Kind;
use crate::term::{Part, Term};

/// How many terms back a class still says that a course is offered.
const RECENT_TERMS: usize = 5;

/// A document with its indexes. Building it checks nothing: [`super::read()`] does.
#[derive(Clone, Debug)]
pub struct Catalog {
    document: Document,
    by_code: HashMap<String, CourseId>,
    names: HashMap<String, NameId>,
    normalised: Vec<String>,
    name_of: Vec<NameId>,
    online: HashSet<String>,
    recent_from: Option<Term>,
    /// The first and the last term in which any course had a class.
    known: Option<(Term, Term)>,
    ease: Vec<Ease>,
}

impl Catalog {
    /// Indexes a document. Where a code stands twice, the first counts (the check refuses such a document).
    pub fn new(document: Document) -> Catalog {
        let mut by_code = HashMap::with_capacity(document.courses.len());
        let mut names = HashMap::with_capacity(document.courses.len());
        let mut normalised = Vec::new();
        let mut name_of = Vec::with_capacity(document.courses.len());
        for (at, course) in document.courses.iter().enumerate() {
            let id = CourseId(at as u32);
            if let Some(code) = &course.code {
                by_code.entry(code.clone()).or_insert(id);
            }
            let name = normalise(&course.name);
            let name_id = *names.entry(name).or_insert_with_key(|name: &String| {
                normalised.push(name.clone());
                NameId(normalised.len() as u32 - 1)
            });
            name_of.push(name_id);
        }
        let programs = document.editions.iter().flat_map(|edition| &edition.programs);
        let online = programs.flat_map(|program| program.listings()).filter(|(_, listing)| listing.online);
        let online = online.filter_map(|(_, listing)| listing.code.clone()).collect();
        let offered = || document.courses.iter().flat_map(|course| &course.offered).copied();
        let known = offered().min().zip(offered().max());
        let recent_from = known.map(|(_, newest)| (1..RECENT_TERMS).fold(newest, |term, _| term.previous()));
        let by_course: Vec<&str> =
            name_of.iter().map(|name: &NameId| normalised.get(name.0 as usize).map_or("", String::as_str)).collect();
        let ease = of_courses(&document.courses, &document.departments, &by_course, known, recent_from);
        Catalog { document, by_code, names, normalised, name_of, online, recent_from, known, ease }
    }

    /// The document as read.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Editions, in the order of the file.
    pub fn editions(&self) -> &[Edition] {
        &self.document.editions
    }

    /// An edition by its id, for example `114-1`.
    pub fn edition(&self, id: &str) -> Option<&Edition> {
        self.document.editions.iter().find(|edition| edition.id == id)
    }

    /// The edition to go by in an academic year (ROC): the newest that is not of a later year, else the oldest.
    pub fn edition_in(&self, year: u16) -> Option<&Edition> {
        let editions = || self.document.editions.iter();
        let past = editions().filter(|edition| edition.year <= year).max_by_key(|edition| edition.year);
        past.or_else(|| editions().min_by_key(|edition| edition.year))
    }

    /// The unit that offers a course; of a course that exists for a micro-program alone, the department that runs it.
    pub fn offered_by<'c>(&'c self, course: &'c Course) -> Option<&'c str> {
        let unit = course.unit.as_deref()?;
        if unit != regulation::PROGRAM_UNIT {
            return Some(unit);
        }
        let program = course.code.as_deref().and_then(|code| code.get(..3));
        let runs = program.and_then(|code| self.editions().iter().rev().find_map(|edition| edition.program(code)));
        Some(runs.map_or(unit, |program| program.department.as_str()))
    }

    /// The terms of the last five for which the catalog knows classes in which the course had one.
    pub fn lately<'c>(&'c self, course: &'c Course) -> impl Iterator<Item = Term> + 'c {
        course.offered.iter().copied().filter(|term| self.recent_from.is_some_and(|from| *term >= from))
    }

    /// How easy the course is to take.
    pub fn ease(&self, id: CourseId) -> Option<&Ease> {
        self.ease.get(id.0 as usize)
    }

    /// How likely the course has a class in the next autumn and the next spring; `None` where no class of any course is
    /// known.
    pub fn chances(&self, course: &Course) -> Option<[Chance; 2]> {
        let known = self.known?;
        Some([Part::First, Part::Second].map(|part| chance(&course.offered, known, part)))
    }

    /// Whether some program lists the course as one of an outside platform, for which no class is ever offered.
    pub fn is_online(&self, code: &str) -> bool {
        self.online.contains(code)
    }

    /// All courses with their ids.
    pub fn courses(&self) -> impl ExactSizeIterator<Item = (CourseId, &Course)> {
        self.document.courses.iter().enumerate().map(|(at, course)| (CourseId(at as u32), course))
    }

    /// A course.
    pub fn course(&self, id: CourseId) -> Option<&Course> {
        self.document.courses.get(id.0 as usize)
    }

    /// The course with that code.
    pub fn by_code(&self, code: &str) -> Option<CourseId> {
        self.by_code.get(code).copied()
    }

    /// The course that a program's list means: by code, or among the courses without code by name.
    pub fn listed(&self, listing: &Listing) -> Option<CourseId> {
        match &listing.code {
            Some(code) => self.by_code(code),
            None => {
                let name = self.name(&listing.name)?;
                self.courses()
                    .find(|(id, course)| course.code.is_none() && self.name_of(*id) == Some(name))
                    .map(|c| c.0)
            }
        }
    }

    /// The id of a name, where some course of the catalog has it. Takes any spelling.
    pub fn name(&self, name: &str) -> Option<NameId> {
        self.names.get(&normalise(name)).copied()
    }

    /// The name of a course.
    pub fn name_of(&self, id: CourseId) -> Option<NameId> {
        self.name_of.get(id.0 as usize).copied()
    }

    /// All distinct normalised names, in the order of [`NameId`].
    pub fn names(&self) -> &[String] {
        &self.normalised
    }

    /// The name of the course with that code, where a record calls it something that is not even near: perhaps a mistyped
    /// code. Names without Chinese are not compared, as the catalog has Chinese ones only.
    pub fn misnamed(&self, code: &str, name: &str) -> Option<&str> {
        let known = &self.course(self.by_code(code)?)?.name;
        let [given, own] = [name, known].map(normalise);
        let chinese = given.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        (chinese && given != own && !Near::new(&given).to(&Near::new(&own))).then_some(known)
    }

    /// The department that runs under that name or alias.
    pub fn department(&self, name: &str) -> Option<&Department> {
        department(&self.document.departments, name)
    }

    /// Every curriculum group that a student can belong to, with its department and whether it is a class (學士班) of it,
    /// in the order of the document.
    pub fn groups(&self) -> impl Iterator<Item = (&str, &Department, bool)> {
        groups(&self.document.departments)
    }

    /// The other groups whose curricula are the department's, too, for a student of that group: those of the department;
    /// for a class (學士班) also the other classes tied to it, and then the class's groups at other departments, as
    /// 電資學士班【電子工程系】 for 電資學士班【電機工程系】.
    pub fn kin<'a>(&'a self, group: &'a str) -> impl Iterator<Item = &'a str> {
        let of = |class: bool| self.groups().find(|(name, _, c)| *name == group && *c == class);
        let found = of(false).or_else(|| of(true));
        let groups = found.into_iter().flat_map(|(_, department, class)| {
            department.groups.iter().chain(department.classes.iter().filter(move |_| class))
        });
        let class = found
            .filter(|(.., class)| *class)
            .and_then(|(name, department, _)| Some((name.split_once('【')?.0, department)));
        let elsewhere = class.into_iter().flat_map(|(class, own)| {
            let others = self.document.departments.iter().filter(move |other| other.name != own.name);
            let same = move |name: &&String| name.split_once('【').is_some_and(|(other, _)| other == class);
            others.flat_map(move |other| other.classes.iter().filter(same))
        });
        groups.chain(elsewhere).map(String::as_str).filter(move |name| *name != group)
    }

    /// What a graduate student can belong to, in the order of the document: departments with students of their own,
    /// and institutes, each with the college of the (first) department that it stands at, where one is known.
    pub fn graduate_units(&self) -> Vec<(&str, Option<&str>)> {
        graduate_units(&self.document.departments)
    }

    /// The unit that a graduate student may mean by a name.
    pub fn graduate_unit(&self, name: &str) -> Option<&str> {
        let units = self.graduate_units();
        let known = |name: &str| units.iter().find(|(unit, _)| *unit == name).map(|(unit, _)| *unit);
        known(name.trim()).or_else(|| known(&self.department(name.trim())?.name))
    }

    /// Groups that a person may mean by a name: the group itself, or the groups of a department with that name or
    /// alias. More than one means: ask which.
    pub fn groups_named(&self, name: &str) -> Vec<&str> {
        let name = name.trim();
        if let Some((group, ..)) = self.groups().find(|(group, ..)| *group == name) {
            return vec![group];
        }
        let wanted = normalise(name);
        if let Some((group, ..)) = self.groups().find(|(group, ..)| normalise(group) == wanted) {
            return vec![group];
        }
        self.department(name).map(|d| d.groups.iter().map(String::as_str).collect()).unwrap_or_default()
    }
}

impl Edition {
    /// The program with that code.
    pub fn program(&self, code: &str) -> Option<&Program> {
        self.programs.iter().find(|program| program.code == code)
    }

    /// Whether nobody can hold the certificates of both programs: one of them says so.
    pub fn exclusive(&self, a: &str, b: &str) -> bool {
        let excludes = |program: &str, other: &str| {
            self.program(program).is_some_and(|program| program.excludes().any(|excluded| excluded == other))
        };
        excludes(a, b) || excludes(b, a)
    }

    /// For each program that excludes another or is excluded, the places of those others in the edition, in order: what
    /// [`Edition::exclusive`] says of two, for all at once.
    pub fn exclusions(&self) -> HashMap<&str, BTreeSet<usize>> {
        let places: HashMap<&str, usize> =
            self.programs.iter().enumerate().map(|(at, program)| (program.code.as_str(), at)).collect();
        let mut all: HashMap<&str, BTreeSet<usize>> = HashMap::new();
        for (at, program) in self.programs.iter().enumerate() {
            for other in program.excludes() {
                if let Some(there) = places.get(other) {
                    all.entry(&program.code).or_default().insert(*there);
                    all.entry(other).or_default().insert(at);
                }
            }
        }
        all
    }
}

impl Program {
    /// Codes of the programs that its own rules exclude.
    pub fn excludes(&self) -> impl Iterator<Item = &str> {
        self.restrictions.iter().filter_map(|restriction| match &restriction.kind {
            Kind::MutuallyExclusiveWith(rule) => Some(rule.program.as_str()),
            _ => None,
        })
    }

    /// Every listed course, with the position of its category (`None` where the category is not known).
    pub fn listings(&self) -> impl Iterator<Item = (Option<usize>, &Listing)> {
        let categorised =
            self.categories.iter().enumerate().flat_map(|(at, c)| c.courses.iter().map(move |l| (Some(at), l)));
        categorised.chain(self.uncategorised.iter().map(|listing| (None, listing)))
    }

    /// Position of the category with that name.
    pub fn category(&self, name: &str) -> Option<usize> {
        self.categories.iter().position(|category| category.name == name)
    }
}

impl CourseFacts for Catalog {
    fn course(&self, id: CourseId) -> Option<&Course> {
        self.course(id)
    }

    fn by_code(&self, code: &str) -> Option<CourseId> {
        self.by_code(code)
    }

    fn listed(&self, listing: &Listing) -> Option<CourseId> {
        self.listed(listing)
    }

    fn name_of(&self, id: CourseId) -> Option<NameId> {
        self.name_of(id)
    }

    fn offered_by<'c>(&'c self, course: &'c Course) -> Option<&'c str> {
        self.offered_by(course)
    }

    fn ease(&self, id: CourseId) -> Option<&Ease> {
        self.ease(id)
    }

    fn departments(&self) -> &[Department] {
        &self.document.departments
    }
}
