//! Whether a "met" is shown by what is said to count. What is open is taken against the student throughout: rules that
//! can be read in two ways stand, and what only people can confirm is not confirmed. Of the project it takes the shapes
//! of the data, and which names are near: that is no rule but a judgement.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::slice::from_ref;

use kuayu::audit::{Counted, Degree, Profile};
use kuayu::catalog::curriculum::CurriculumRow;
use kuayu::catalog::document::{Course, Department, Document, Listing, Program};
use kuayu::credits::Credits;
use kuayu::names::Near;
use kuayu::rules::{Kind, Purpose, Restriction};
use kuayu::transcript::{Completion, Grade, Record, Stage};

/// The student: what they said, and codes and names of the professional courses that are or may be the department's
/// own, of the common courses of the own curriculum, and the names to which others may be near.
pub struct Student<'a> {
    pub profile: &'a Profile,
    theirs: HashSet<String>,
    common: HashSet<String>,
    near: Vec<Near>,
}

impl<'a> Student<'a> {
    /// `own` is the curriculum of the student's group and year, `kin` that of the department's other groups and years.
    pub fn new(profile: &'a Profile, own: &[CurriculumRow], kin: &[CurriculumRow]) -> Student<'a> {
        let keys = |row: &CurriculumRow| row.code.clone().into_iter().chain([spell(&row.name)]);
        let (professional, common): (Vec<_>, Vec<_>) = own.iter().partition(|row| row.symbol.is_professional());
        let kin = kin.iter().filter(|row| row.symbol.is_professional());
        let theirs = professional.iter().copied().chain(kin).flat_map(keys).collect();
        let near = professional.iter().map(|row| Near::new(&spelled(&row.name))).collect();
        Student { profile, theirs, common: common.into_iter().flat_map(keys).collect(), near }
    }
}

/// Everything that an answer is checked against.
pub struct Check<'a> {
    pub document: &'a Document,
    pub program: &'a Program,
    pub student: &'a Student<'a>,
    pub records: &'a [Record],
}

/// A place of the program's list: category, listing, course.
type Place<'a> = (Option<&'a str>, &'a Listing, &'a Course);

/// A record that counts: for any of the courses at these places, in one category.
#[derive(Clone)]
struct Use<'a> {
    record: &'a Record,
    places: Vec<Place<'a>>,
    credits: u16,
    category: Option<&'a str>,
    /// For certain none of the own department's professional courses.
    foreign: bool,
    /// Plainly a cross-domain professional course.
    crosses: bool,
}

impl Use<'_> {
    fn has(&self, codes: &[String]) -> bool {
        self.sure(|(_, listing, _)| listing.code.as_ref().is_some_and(|code| codes.contains(code)))
    }

    fn may_have(&self, codes: &[String]) -> bool {
        self.places.iter().any(|(_, listing, _)| listing.code.as_ref().is_some_and(|code| codes.contains(code)))
    }

    fn sure(&self, test: impl Fn(&Place<'_>) -> bool) -> bool {
        self.places.iter().filter(|place| self.category.is_none() || place.0 == self.category).all(test)
    }

    /// Whether every course that the record may be is listed in the category.
    fn may_stand_in(&self, category: &str) -> bool {
        let here = |code| self.places.iter().any(|(at, listing, _)| listing.code == code && *at == Some(category));
        self.places.iter().all(|(_, listing, _)| here(listing.code.clone()))
    }

    fn within(&self, categories: &[String]) -> bool {
        categories.is_empty() || self.category.is_some_and(|own| categories.iter().any(|name| name == own))
    }

    fn stage(&self) -> u8 {
        match self.record.stage {
            Stage::Whole => 0,
            Stage::Only => 1,
            Stage::Part(part) => part,
        }
    }

    /// Whether both may count: under different names, or as two stages of one year course in one category.
    fn beside(&self, other: &Use<'_>) -> bool {
        let names = |one: &Use<'_>| [spelled(&one.places[0].1.name), spelled(&one.record.name)];
        let course = self.places[0].2;
        let stages = [self.stage(), other.stage()];
        let parts =
            stages[0] != stages[1] && stages.iter().all(|stage| (1..=course.stages.unwrap_or(0)).contains(stage));
        let one_course = course.code == other.places[0].2.code && self.category == other.category;
        names(self).iter().all(|name| name.is_empty() || !names(other).contains(name)) || (parts && one_course)
    }
}

/// Tenths of credits.
fn credits<'u>(uses: impl Iterator<Item = &'u Use<'u>>) -> u16 {
    uses.map(|one| one.credits).sum()
}

/// Whether each name counts once.
fn each_once(uses: &[Use<'_>]) -> bool {
    uses.iter().enumerate().all(|(at, one)| uses[..at].iter().all(|other| one.beside(other)))
}

fn courses<'u>(uses: impl Iterator<Item = &'u Use<'u>>) -> usize {
    uses.map(|one| spelled(&one.places[0].1.name)).collect::<HashSet<_>>().len()
}

impl<'a> Check<'a> {
    /// Whether what is counted gives the certificate.
    pub fn certificate(&self, counted: &[Counted]) -> bool {
        self.uses(counted).is_some_and(|uses| self.meets(&uses, Purpose::Certificate))
    }

    /// Whether what is counted fulfils the requirement, as it stands or in other categories that list the courses.
    pub fn requirement(&self, counted: &[Counted]) -> bool {
        let Some(uses) = self.uses(counted).filter(|uses| uses.len() <= 12) else { return false };
        self.meets(&uses, Purpose::CrossDomainRequirement) || self.chosen_anew(&uses, &mut Vec::new())
    }

    fn chosen_anew(&self, left: &[Use<'a>], chosen: &mut Vec<Use<'a>>) -> bool {
        let enough = credits(left.iter().chain(chosen.iter())) >= self.program.min_credits.tenths();
        let Some((first, rest)) = left.split_first().filter(|_| enough) else {
            return enough && self.meets(chosen, Purpose::CrossDomainRequirement);
        };
        let may_be = self.program.categories.iter().filter(|category| first.may_stand_in(&category.name));
        may_be.map(|category| Some(category.name.as_str())).any(|category| {
            chosen.push(Use { category, ..first.clone() });
            let found = self.chosen_anew(rest, chosen);
            chosen.pop();
            found
        }) || self.chosen_anew(rest, chosen)
    }

    /// What is counted, record by record; `None` where one of them does not count as it says.
    fn uses(&self, counted: &[Counted]) -> Option<Vec<Use<'a>>> {
        let different = counted.iter().map(|one| one.record).collect::<HashSet<_>>().len() == counted.len();
        let uses: Option<Vec<Use<'_>>> = counted.iter().map(|one| self.as_counted(one)).collect();
        uses.filter(|uses| different && each_once(uses))
    }

    fn as_counted(&self, counted: &Counted) -> Option<Use<'a>> {
        let record = self.records.get(counted.record).filter(|record| self.passed(record))?;
        let lists = self.program.categories.iter().map(|category| (Some(category.name.as_str()), &category.courses));
        let lists = lists.chain([(None, &self.program.uncategorised)]);
        let places = lists.flat_map(|(category, list)| list.iter().map(move |listing| (category, listing)));
        let places: Option<Vec<Place<'_>>> = places
            .filter(|(_, listing)| match &record.code {
                Some(_) => listing.code == record.code || self.is_equivalent(record, listing),
                None => spelled(&listing.name) == spelled(&record.name),
            })
            .map(|(category, listing)| {
                let same = |c: &&Course| c.code == listing.code && (c.code.is_some() || c.name == listing.name);
                Some((category, listing, self.document.courses.iter().find(same)?))
            })
            .collect();
        let category = counted.category.as_deref();
        let category = self.program.categories.iter().map(|c| c.name.as_str()).find(|name| Some(*name) == category);
        let (places, credits) = (places?, counted.credits.tenths());
        let foreign = self.is_foreign(record, &places);
        let crosses = foreign && self.is_professional(record, &places);
        let one = Use { record, places, credits, category, foreign, crosses };
        let parts = |course: &Course| if one.stage() == 0 { u16::from(course.stages.unwrap_or(1)) } else { 1 };
        let worth = |course: &Course| match (course.credits, record.credits) {
            (Some(listed), Some(own)) => own.tenths().min(listed.tenths() * parts(course)),
            (Some(listed), None) => listed.tenths() * parts(course),
            (None, own) => own.map_or(0, |own| own.tenths()),
        };
        let named = |(_, listing, _): &Place<'_>| {
            listing.code == counted.course.code && spelled(&listing.name) == spelled(&counted.course.name)
        };
        let right = one.places.iter().any(named)
            && one.places.iter().all(|(.., course)| one.credits <= worth(course))
            && (counted.category.is_none() || category.is_some_and(|category| one.may_stand_in(category)));
        right.then_some(one)
    }

    fn is_equivalent(&self, record: &Record, listing: &Listing) -> bool {
        let year = self.student.profile.entry;
        let has = |codes: &[String], code: &Option<String>| code.as_ref().is_some_and(|code| codes.contains(code));
        self.program.restrictions.iter().any(|r| match &r.kind {
            _ if r.entry.is_some_and(|years| year.is_none_or(|year| !years.contains(year))) => false,
            Kind::EquivalentCourses(rule) => has(&rule.from, &record.code) && has(from_ref(&rule.to), &listing.code),
            _ => false,
        })
    }

    fn passed(&self, record: &Record) -> bool {
        let mark = if self.student.profile.degree == Degree::Graduate { 70 } else { 60 };
        match (record.declared, record.grade) {
            (Some(declared), _) => declared == Completion::Passed,
            (None, Grade::Score(score)) => score >= mark,
            (None, grade) => matches!(grade, Grade::Pass | Grade::Transferred),
        }
    }

    fn meets(&self, uses: &[Use<'_>], question: Purpose) -> bool {
        let of = |category: &str| courses(uses.iter().filter(|one| one.category == Some(category)));
        let minimum = |least: Option<u16>, name: &str| least.is_some_and(|least| of(name) >= usize::from(least));
        let profile = self.student.profile;
        let required = profile.degree == Degree::Bachelor
            && profile.entry.is_some_and(|entry| entry >= 112)
            && self.cross_domain(uses, None, question) >= 60
            && !(self.program.own_department_only && self.may_be_of(&self.program.department));
        (question == Purpose::Certificate || required)
            && each_once(uses)
            && credits(uses.iter()) >= self.program.min_credits.tenths()
            && self.program.categories.iter().all(|c| minimum(c.min_courses, &c.name))
            && self.rules(question).all(|kind| self.stands(kind, uses, question))
    }

    /// Credits of cross-domain professional courses, outside 基礎 or in these categories.
    fn cross_domain(&self, uses: &[Use<'_>], categories: Option<&[String]>, question: Purpose) -> u16 {
        let of_track = |kind: &Kind| matches!(kind, Kind::DepartmentLimitedToTrack(r) if self.may_be_of(&r.department));
        let here = |name| categories.map_or(name != "基礎", |names| names.iter().any(|one| one == name));
        let crossing = uses.iter().filter(|one| one.crosses && one.category.is_some_and(here));
        if self.rules(question).any(of_track) { 0 } else { credits(crossing) }
    }

    /// The restrictions that may concern the student.
    fn rules(&self, question: Purpose) -> impl Iterator<Item = &'a Kind> {
        let year = self.student.profile.entry;
        let concerned = move |r: &&Restriction| r.entry.is_none_or(|y| year.is_none_or(|year| y.contains(year)));
        let asked =
            self.program.restrictions.iter().filter(move |r| [Purpose::Certificate, question].contains(&r.purpose));
        asked.filter(concerned).map(|restriction| &restriction.kind)
    }

    fn stands(&self, kind: &Kind, uses: &[Use<'_>], question: Purpose) -> bool {
        let within = |names: &[String]| uses.iter().filter(|one| one.within(names)).collect::<Vec<_>>();
        let is_outside = |one: &&Use<'_>| one.sure(|(.., course)| !self.offers(course, true));
        let outside = |names: &[String]| within(names).into_iter().filter(is_outside).collect();
        let enough = |uses: Vec<&Use<'_>>, least: u16| courses(uses.into_iter()) >= usize::from(least);
        let worth = |uses: Vec<&Use<'_>>, least: Credits| credits(uses.into_iter()) >= least.tenths();
        let any_has = |codes: &[String]| uses.iter().any(|one| one.has(codes));
        match kind {
            Kind::NotOpenTo(rule) => !rule.departments.iter().any(|name| self.may_be_of(name)),
            Kind::OnlyOpenTo(rule) => rule.departments.iter().any(|name| self.is_of(name)),
            Kind::MinCrossDomainCredits(rule) => {
                self.cross_domain(uses, rule.categories.as_deref(), question) >= rule.credits.tenths()
            }
            Kind::MinCreditsOutsideDepartment(rule) => worth(outside(&rule.categories), rule.credits),
            Kind::MinCoursesOutsideDepartment(rule) => enough(outside(&rule.categories), rule.courses),
            Kind::MinCoursesInCategories(rule) => enough(within(&rule.categories), rule.courses),
            Kind::MinCreditsInCategories(rule) => worth(within(&rule.categories), rule.credits),
            Kind::MinCoursesTotal(rule) => enough(within(&[]), rule.courses),
            Kind::MinCoursesFrom(rule) => {
                let stage = |one: &&Use<'_>| rule.stage.is_none_or(|stage| [0, stage].contains(&one.stage()));
                let right = within(from_ref(&rule.category)).into_iter().filter(|one| one.has(&rule.courses));
                enough(right.filter(stage).collect(), rule.at_least)
            }
            Kind::RequiredCourses(rule) => rule.courses.iter().all(|codes| any_has(codes)),
            Kind::CollegeMustTake(rule) => {
                let other = self.departments().next().is_some()
                    && self.departments().all(|own| own.college.as_ref().is_some_and(|name| *name != rule.college));
                other || rule.courses.iter().all(|code| any_has(from_ref(code)))
            }
            Kind::InPersonMinimum(rule) => rule.categories.iter().all(|name| {
                let least = self.program.categories.iter().find(|category| category.name == *name);
                let in_person = |one: &&Use<'_>| one.sure(|(_, listing, _)| !listing.online);
                let here = within(from_ref(name)).into_iter().filter(in_person).collect();
                enough(here, least.and_then(|category| category.min_courses).unwrap_or(1))
            }),
            Kind::OnePerSubclass(rule) => !enough(within(from_ref(&rule.category)), 2),
            Kind::CategoryMinimumInDoubt(rule) => enough(within(from_ref(&rule.category)), rule.courses),
            Kind::DepartmentLimitedToCourses(rule) => {
                let here = within(from_ref(&rule.category));
                !self.may_be_of(&rule.department) || here.iter().all(|one| one.has(&rule.courses))
            }
            Kind::DepartmentExcludedCourses(rule) => {
                let here = within(from_ref(&rule.category));
                !self.may_be_of(&rule.department) || !here.iter().any(|one| one.may_have(&rule.courses))
            }
            Kind::DepartmentSimilarCoursesNotCounted(rule) => {
                !self.may_be_of(&rule.department) || uses.iter().all(|one| one.foreign)
            }
            Kind::CapstonePrerequisite(rule) => {
                let basis = within(&rule.categories);
                let before = |capstone: &&Use<'_>| {
                    let earlier = |one: &&Use<'_>| one.record.term.is_some() && one.record.term < capstone.record.term;
                    worth(basis.iter().copied().filter(earlier).collect(), rule.credits)
                };
                worth(basis.clone(), rule.credits) && within(from_ref(&rule.capstone)).iter().all(before)
            }
            Kind::MaxCreditsFrom(rule) => {
                credits(uses.iter().filter(|one| one.may_have(&rule.courses))) <= rule.credits.tenths()
            }
            // Of which track a course is, or what only people can confirm, no list says.
            Kind::OneRequiredOneElective(_) | Kind::Confirm(_) => false,
            Kind::SingleTrack(_) | Kind::OneFromEachTrack(_) => false,
            // The first is looked at where courses cross, the second where records are found; the rest asks nothing.
            Kind::DepartmentLimitedToTrack(_) | Kind::EquivalentCourses(_) | Kind::AcceptsUnlisted(_) => true,
            Kind::SameNameOnce(_) | Kind::MutuallyExclusiveWith(_) | Kind::Notice(_) => true,
        }
    }

    /// Departments whose student the student is or may be: by group, by class, or by an institute that stands there.
    fn departments(&self) -> impl Iterator<Item = &'a Department> {
        let group = self.student.profile.group.as_ref();
        let graduate = group.filter(|_| self.student.profile.degree == Degree::Graduate);
        let has = |list: &[String], group: Option<&String>| group.is_some_and(|group| list.contains(group));
        let own = move |d: &Department| has(&d.groups, group) || has(&d.classes, group);
        let stands_at = move |d: &Department| has(&d.related_units, graduate) || Some(&d.name) == graduate;
        self.document.departments.iter().filter(move |d| own(d) || stands_at(d))
    }

    fn may_be_of(&self, name: &str) -> bool {
        self.student.profile.group.is_none() || self.departments().any(|own| is_called(own, name))
    }

    fn is_of(&self, name: &str) -> bool {
        let own = |d: &Department| self.student.profile.group.as_ref().is_some_and(|group| d.groups.contains(group));
        self.departments().any(|department| own(department) && is_called(department, name))
    }

    /// Whether the course may be the student's own department's or class's; one that exists for a program alone is taken
    /// for one of the department that runs it.
    fn offers(&self, course: &Course, related: bool) -> bool {
        let (Some(unit), Some(group)) = (&course.unit, &self.student.profile.group) else { return related };
        let of_department = self.document.departments.iter().any(|d| d.groups.contains(group));
        let class = group.split_once('【').filter(|_| !of_department).map(|(class, _)| class);
        let special = course.code.as_ref().filter(|_| unit == "微學程專屬課程");
        let mut programs = self.document.editions.iter().flat_map(|edition| &edition.programs);
        let runs = programs.find(|p| special.is_some_and(|code| code.starts_with(&p.code)));
        let hosted = |d: &Department| d.groups.iter().any(|group| group.contains("專班"));
        let of = |d: &Department| d.units.contains(unit) || (related || hosted(d)) && d.related_units.contains(unit);
        self.departments().any(of) || class == Some(unit) || runs.is_some_and(|p| self.may_be_of(&p.department))
    }

    /// Whether the course, as listed and as taken, is for certain none of the own department's professional courses.
    fn is_foreign(&self, record: &Record, places: &[Place<'_>]) -> bool {
        let (student, profile) = (self.student, self.student.profile);
        let ground = profile.degree == Degree::Bachelor && profile.entry.is_some() && !student.near.is_empty();
        let near = |name: &str| {
            let name = Near::new(&spelled(name));
            student.near.iter().any(|own| own.to(&name))
        };
        let free = |course: &Course| !self.offers(course, false) && !near(&course.name);
        ground
            && !is_in(&student.theirs, &record.code, &record.name)
            && self.document.courses.iter().find(|c| c.code.is_some() && c.code == record.code).is_none_or(free)
            && places.iter().all(|(.., course)| !is_in(&student.theirs, &course.code, &course.name) && free(course))
    }

    /// Whether it is for certain no general-education or common course.
    fn is_professional(&self, record: &Record, places: &[Place<'_>]) -> bool {
        let common = &self.student.common;
        let listed = |course: &Course| !course.common && !is_in(common, &course.code, &course.name);
        !is_in(common, &record.code, &record.name) && places.iter().all(|(.., course)| listed(course))
    }
}

fn is_called(department: &Department, name: &str) -> bool {
    department.name == name || department.aliases.iter().any(|alias| alias == name)
}

fn is_in(known: &HashSet<String>, code: &Option<String>, name: &str) -> bool {
    known.contains(&*spelled(name)) || code.as_ref().is_some_and(|code| known.contains(code))
}

/// One spelling for all ways of writing a name.
fn spelled(name: &str) -> Rc<str> {
    thread_local!(static KNOWN: RefCell<HashMap<String, Rc<str>>> = RefCell::default());
    if let Some(known) = KNOWN.with_borrow(|known| known.get(name).cloned()) {
        return known;
    }
    KNOWN.with_borrow_mut(|known| Rc::clone(known.entry(name.to_owned()).or_insert_with(|| spell(name).into())))
}

fn spell(name: &str) -> String {
    let one = |c: char| match c {
        '！'..='～' => char::from_u32(c as u32 - 0xfee0).unwrap(),
        '〔' | '【' | '﹝' | '〈' => '(',
        '〕' | '】' | '﹞' | '〉' => ')',
        '—' | '–' | '‐' | '─' | '━' | '―' | '−' => '-',
        '臺' => '台',
        '、' => ',',
        _ => c,
    };
    let kept = name.chars().filter(|c| !c.is_whitespace());
    let mut name: String = kept.map(one).flat_map(char::to_lowercase).collect();
    let numbers = [("1", "一ㄧⅰ上"), ("2", "二ⅱ下"), ("3", "三ⅲ"), ("4", "四ⅳ"), ("5", "五ⅴ")];
    for (number, words) in numbers {
        words.chars().for_each(|word| name = name.replace(&format!("({word})"), &format!("({number})")));
    }
    ["(iii)", "(ii)", "(i)"].iter().zip(["(3)", "(2)", "(1)"]).fold(name, |name, (from, to)| name.replace(from, to))
}
