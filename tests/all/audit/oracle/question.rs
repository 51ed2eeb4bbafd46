//! What a program asks, read from the catalog, in one world.

use kuayu::audit::Fact;
use kuayu::rules::{Kind, Purpose, Restriction};

use super::world::World;

/// One of the two questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// The certificate.
    Certificate,
    /// The cross-domain graduation requirement.
    Requirement,
}

/// Credits in tenths, or courses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Tenths of credits.
    Credits,
    /// Courses.
    Courses,
}

/// "At least so much of that."
#[derive(Clone, Debug)]
pub struct Demand {
    /// What is counted.
    pub measure: Measure,
    /// How much is needed.
    pub least: u16,
    /// In which categories; `None`: wherever it counts, be the category known or not.
    pub within: Option<Vec<String>>,
    /// Of which courses.
    pub of: Of,
    /// Of demands that share the first number, those that share the second, too, are enough.
    pub one_of: Option<(usize, usize)>,
}

/// Of which courses.
#[derive(Clone, Debug)]
pub enum Of {
    /// Any.
    Any,
    /// Cross-domain professional courses.
    CrossDomain,
    /// Courses from outside the department.
    Outside,
    /// Courses that are not online.
    InPerson,
    /// Courses with these codes.
    Codes(Vec<String>),
    /// Courses with these codes, at this stage; perhaps others of the category are accepted as equivalents.
    CodesOrEquivalent { codes: Vec<String>, stage: Option<u8>, equivalents: bool, category: String },
    /// Courses of this track.
    Track(String),
    /// Courses of this track, and any courses of other categories than these.
    TrackWithin(String, Vec<String>),
}

/// "At most so much of that counts."
#[derive(Clone, Debug)]
pub struct Limit {
    /// What is counted.
    pub measure: Measure,
    /// The most that counts.
    pub most: u16,
    /// In this category, or with these codes.
    pub of: Limited,
}

/// What is limited.
#[derive(Clone, Debug)]
pub enum Limited {
    /// Everything of a category.
    Category(String),
    /// Courses with these codes.
    Codes(Vec<String>),
}

/// What one question asks in one world.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The student is kept out.
    pub closed: bool,
    /// Something that only people can confirm does not hold in this world.
    pub unconfirmed: bool,
    /// The student was told that something of that sort does not hold.
    pub refused: bool,
    /// What is asked of the records.
    pub demands: Vec<Demand>,
    /// What is capped.
    pub limits: Vec<Limit>,
}

/// The restrictions that belong to a question.
pub fn restrictions<'c>(world: &World<'c>, question: Question) -> impl Iterator<Item = &'c Restriction> + use<'c> {
    let all = world.case.program().restrictions.iter();
    all.filter(move |r| question == Question::Requirement || r.purpose == Purpose::Certificate)
}

/// Reads what a question asks.
pub fn asked(world: &mut World<'_>, question: Question) -> Asked {
    let program = world.case.program();
    let mut asked = Asked::default();
    asked.demand(Measure::Credits, program.min_credits.tenths(), None, Of::Any);
    for category in &program.categories {
        let within = Some(vec![category.name.clone()]);
        asked.demand(Measure::Courses, category.min_courses.unwrap_or(1), within, Of::Any);
        if category.min_courses.is_none() {
            // Where the category may be left out altogether, nobody needs to know how much it asks.
            let mut waived = false;
            for restriction in restrictions(world, question) {
                if let Kind::CategoryMinimumInDoubt(rule) = &restriction.kind
                    && (&rule.category, rule.courses) == (&category.name, 0)
                    && world.case.profile.entry.is_none_or(|entry| restriction.entry.is_none_or(|y| y.contains(entry)))
                {
                    waived |= world.ask(Fact::Confirmed { id: rule.id.clone() });
                }
            }
            asked.confirm(world, Fact::GeneralMinimum { category: category.name.clone() }, waived);
        }
    }
    for (at, restriction) in restrictions(world, question).enumerate() {
        if !world.is_free_of(restriction) {
            asked.restrict(world, at, &restriction.kind);
        } else if let Kind::Confirm(rule) = &restriction.kind {
            asked.confirm(world, Fact::Confirmed { id: rule.id.clone() }, true);
        }
    }
    for restriction in restrictions(world, question) {
        let of_year = |entry| restriction.entry.is_none_or(|years| years.contains(entry));
        if let Kind::CategoryMinimumInDoubt(rule) = &restriction.kind
            && world.case.profile.entry.is_none_or(of_year)
            && world.ask(Fact::Confirmed { id: rule.id.clone() })
        {
            asked.lower(&rule.category, rule.courses);
        }
    }
    if question == Question::Requirement {
        if world.case.profile.entry.is_none() {
            // Perhaps the requirement is not this student's at all.
            asked.confirm(world, Fact::EntryYear, false);
        }
        asked.demand(Measure::Credits, 60, Some(all_but_basic(world)), Of::CrossDomain);
        if program.own_department_only && world.is_of(&program.department) {
            asked.closed = true;
        }
    }
    asked
}

/// The categories but 基礎.
pub fn all_but_basic(world: &World<'_>) -> Vec<String> {
    let names = world.case.program().categories.iter().map(|category| category.name.clone());
    names.filter(|name| name != "基礎").collect()
}

impl Asked {
    fn demand(&mut self, measure: Measure, least: u16, within: Option<Vec<String>>, of: Of) {
        self.demands.push(Demand { measure, least, within, of, one_of: None });
    }

    /// A condition that only people can confirm.
    fn confirm(&mut self, world: &mut World<'_>, fact: Fact, free: bool) {
        let decided = world.decided(&fact);
        let holds = world.ask(fact);
        self.unconfirmed |= !holds && !free;
        self.refused |= decided == Some(false) && !free;
    }

    /// Takes away what asks for more courses of a category than the kinder reading, and of nothing else.
    fn lower(&mut self, category: &str, courses: u16) {
        self.demands.retain(|demand| {
            let only_here = demand.within.as_deref() == Some(&[category.to_owned()]);
            !(only_here && demand.measure == Measure::Courses && demand.least > courses)
        });
    }

    fn restrict(&mut self, world: &mut World<'_>, at: usize, kind: &Kind) {
        let some = |names: &[String]| (!names.is_empty()).then(|| names.to_vec());
        match kind {
            Kind::NotOpenTo(rule) => {
                for department in &rule.departments {
                    self.closed |= world.is_of(department);
                }
            }
            Kind::OnlyOpenTo(rule) => {
                let mut open = false;
                for department in &rule.departments {
                    open |= world.may_be_of(department);
                }
                self.closed |= !open;
            }
            Kind::MinCrossDomainCredits(rule) => {
                let within = rule.categories.clone().unwrap_or_else(|| all_but_basic(world));
                self.demand(Measure::Credits, rule.credits.tenths(), Some(within), Of::CrossDomain);
            }
            Kind::MinCreditsOutsideDepartment(rule) => {
                self.demand(Measure::Credits, rule.credits.tenths(), some(&rule.categories), Of::Outside);
            }
            Kind::MinCoursesOutsideDepartment(rule) => {
                self.demand(Measure::Courses, rule.courses, some(&rule.categories), Of::Outside);
            }
            Kind::MinCoursesInCategories(rule) => {
                self.demand(Measure::Courses, rule.courses, Some(rule.categories.clone()), Of::Any);
            }
            Kind::MinCreditsInCategories(rule) => {
                self.demand(Measure::Credits, rule.credits.tenths(), Some(rule.categories.clone()), Of::Any);
            }
            Kind::CapstonePrerequisite(rule) => {
                self.demand(Measure::Credits, rule.credits.tenths(), Some(rule.categories.clone()), Of::Any);
            }
            Kind::MinCoursesTotal(rule) => self.demand(Measure::Courses, rule.courses, None, Of::Any),
            Kind::MinCoursesFrom(rule) => {
                let category = rule.category.clone();
                let within = Some(vec![category.clone()]);
                let (codes, stage, equivalents) = (rule.courses.clone(), rule.stage, rule.equivalents);
                let of = Of::CodesOrEquivalent { codes, stage, equivalents, category };
                self.demand(Measure::Courses, rule.at_least, within, of);
            }
            Kind::RequiredCourses(rule) => {
                let all = rule.courses.concat();
                let certain = rule.certain.filter(|certain| usize::from(*certain) < rule.courses.len());
                if let Some(certain) = certain {
                    self.demand(Measure::Courses, certain, None, Of::Codes(all));
                }
                if certain.is_none() || !world.ask(Fact::FewerRequired) {
                    for codes in &rule.courses {
                        self.demand(Measure::Courses, 1, None, Of::Codes(codes.clone()));
                    }
                }
            }
            Kind::CollegeMustTake(rule) => {
                if world.is_of_college(&rule.college) {
                    for code in &rule.courses {
                        self.demand(Measure::Courses, 1, None, Of::Codes(vec![code.clone()]));
                    }
                }
            }
            Kind::InPersonMinimum(rule) => {
                for category in &world.case.program().categories {
                    if rule.categories.contains(&category.name) {
                        let within = Some(vec![category.name.clone()]);
                        self.demand(Measure::Courses, category.min_courses.unwrap_or(1), within, Of::InPerson);
                    }
                }
            }
            Kind::OneRequiredOneElective(rule) => {
                self.demand(Measure::Courses, rule.required + rule.elective, None, Of::Any);
                self.confirm(world, Fact::RequiredAndElective, false);
            }
            Kind::SingleTrack(rule) => {
                let program = world.case.program();
                let divided = |name: &String| rule.categories.contains(name);
                for (option, track) in rule.tracks.iter().enumerate() {
                    for category in program.categories.iter().filter(|category| divided(&category.name)) {
                        let within = Some(vec![category.name.clone()]);
                        let least = category.min_courses.unwrap_or(1);
                        if least > 0 {
                            self.demand(Measure::Courses, least, within, Of::Track(track.clone()));
                            self.demands.last_mut().unwrap().one_of = Some((at, option));
                        }
                    }
                    let of = Of::TrackWithin(track.clone(), rule.categories.clone());
                    self.demand(Measure::Credits, program.min_credits.tenths(), None, of);
                    self.demands.last_mut().unwrap().one_of = Some((at, option));
                }
            }
            Kind::OneFromEachTrack(rule) => {
                for track in &rule.tracks {
                    let within = Some(vec![rule.category.clone()]);
                    self.demand(Measure::Courses, 1, within, Of::Track(track.clone()));
                }
            }
            Kind::OnePerSubclass(rule) => {
                if !world.ask(Fact::DifferentSubclasses { category: rule.category.clone() }) {
                    let of = Limited::Category(rule.category.clone());
                    self.limits.push(Limit { measure: Measure::Courses, most: 1, of });
                }
            }
            Kind::MaxCreditsFrom(rule) => {
                let of = Limited::Codes(rule.courses.clone());
                self.limits.push(Limit { measure: Measure::Credits, most: rule.credits.tenths(), of });
            }
            Kind::Confirm(rule) => self.confirm(world, Fact::Confirmed { id: rule.id.clone() }, false),
            Kind::CategoryMinimumInDoubt(rule) if rule.courses > 0 => {
                self.demand(Measure::Courses, rule.courses, Some(vec![rule.category.clone()]), Of::Any);
            }
            Kind::CategoryMinimumInDoubt(_) => {}
            // These say which courses count and how (see `ways`), or change no answer.
            Kind::DepartmentLimitedToTrack(_)
            | Kind::DepartmentLimitedToCourses(_)
            | Kind::DepartmentExcludedCourses(_)
            | Kind::DepartmentSimilarCoursesNotCounted(_)
            | Kind::AcceptsUnlisted(_)
            | Kind::EquivalentCourses(_)
            | Kind::SameNameOnce(_)
            | Kind::MutuallyExclusiveWith(_)
            | Kind::Notice(_) => {}
        }
    }
}
