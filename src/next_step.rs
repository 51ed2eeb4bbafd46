//! What a student does next: one step, from where they stand and the day it is.
//!
//! The last that has been reached leads: a certificate, then an application, then credits, then registering. What the
//! student has not marked is not taken for granted either way: credits without a mark may be of somebody registered.

use crate::audit::{Answer, Degree, Profile};
use crate::catalog::calendar::Act;
use crate::deadlines::{Dates, Deadline, When};
use crate::planning::last_term;
use crate::procedure::{Registration, registration};
use crate::saved::marks::{furthest, marked};
use crate::saved::{Mark, Step};
use crate::term::Term;

/// Where a student stands.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// Who they are.
    pub profile: &'a Profile,
    /// What they have marked.
    pub marks: &'a [Mark],
    /// What the programs answer, nearest first.
    pub answers: &'a [Answers<'a>],
    /// Codes of the programs that their plan aims at.
    pub targets: &'a [String],
    /// The calendar, on the day it is.
    pub dates: Dates<'a>,
}

/// The two answers of a program.
#[derive(Clone, Copy, Debug)]
pub struct Answers<'a> {
    /// Its code.
    pub program: &'a str,
    /// Whether its certificate can be had.
    pub certificate: &'a Answer,
    /// Whether that fulfils the graduation requirement.
    pub requirement: &'a Answer,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Say which department and entry year.
    SayWho,
    /// Register for a program: the one aimed at, else any.
    Register {
        /// The program aimed at.
        program: Option<String>,
        /// When; never past.
        when: Registration,
    },
    /// Registering is over, and nothing is registered as far as is known.
    TooLate {
        /// The latest term was this.
        latest: Term,
        /// Whether the student needs one of the five routes at all.
        required: bool,
    },
    /// Ask first whether one can register at all: for graduates no source says.
    AskFirst,
    /// Select courses for a program.
    Select {
        /// The program.
        program: String,
        /// In pre-selection or add/drop; `None` where no window is left this term or the next.
        window: Option<Deadline>,
    },
    /// Apply for the certificate: the credits are reached.
    Apply {
        /// The program.
        program: String,
        /// Whether the student has marked it as registered.
        registered: bool,
        /// The credits are reached once the courses being taken are passed.
        if_passed: bool,
        /// The weeks; `None` after the last term of studies.
        window: Option<Deadline>,
        /// It is the last term of regular studies.
        last: bool,
    },
    /// Wait for the review.
    Wait {
        /// The program.
        program: String,
        /// Applied in this term.
        applied: Term,
    },
    /// The certificate is there.
    Certified {
        /// The program.
        program: String,
        /// What it does for the requirement: fulfils it; the student needs none (`None`); not by this one.
        fulfils: Option<bool>,
    },
}

impl NextStep {
    /// The program that it is about, where it is about one.
    pub fn program(&self) -> Option<&str> {
        match self {
            NextStep::Register { program, .. } => program.as_deref(),
            NextStep::Select { program, .. }
            | NextStep::Apply { program, .. }
            | NextStep::Wait { program, .. }
            | NextStep::Certified { program, .. } => Some(program),
            NextStep::SayWho | NextStep::TooLate { .. } | NextStep::AskFirst => None,
        }
    }

    /// The window whose days its sentence tells, where it tells any.
    pub fn tells(&self) -> Option<Act> {
        match self {
            NextStep::Register { .. } => Some(Act::Register),
            NextStep::Select { window, .. } => window.map(|window| window.act),
            NextStep::Apply { .. } => Some(Act::Apply),
            _ => None,
        }
    }
}

/// The step.
pub fn next_step(here: &Situation) -> NextStep {
    let Situation { profile, marks, dates, .. } = here;
    if profile.group.is_none() || profile.entry.is_none() {
        return NextStep::SayWho;
    }
    let required = profile.requirement_applies().unwrap_or(true);
    let of = |program: &str| here.answers.iter().find(|answer| answer.program == program);
    let at =
        |step: Step| marks.iter().filter(move |mark| furthest(marks, &mark.program) == Some(step) && mark.step == step);
    let certified = |fulfilling: bool| {
        let fulfils = |mark: &&Mark| of(&mark.program).is_some_and(|answer| *answer.requirement == Answer::Met);
        let program = at(Step::Certified).find(|mark| !required || fulfils(mark) == fulfilling)?.program.clone();
        Some(NextStep::Certified { program, fulfils: required.then_some(fulfilling) })
    };
    if let Some(done) = certified(true) {
        return done;
    }
    if let Some(mark) = at(Step::Applied).max_by_key(|mark| mark.term) {
        return NextStep::Wait { program: mark.program.clone(), applied: mark.term };
    }
    let registered = |answer: &&Answers| furthest(marks, answer.program) == Some(Step::Registered);
    let mine = || here.answers.iter().filter(registered);
    if let Some(answer) = mine().find(|answer| reached(answer)).or_else(|| mine().find(|answer| soon(answer))) {
        return apply(here, answer, true);
    }
    if let Some(answer) = mine().next() {
        return select(here, answer.program);
    }
    if let Some(other) = certified(false) {
        return other;
    }
    let stands = registration(profile, dates);
    let free = || {
        let aimed = here.targets.iter().filter_map(|target| of(target));
        aimed.chain(here.answers).filter(|answer| marked(marks, answer.program, Step::Certified).is_none())
    };
    // Somebody who has the credits may well be registered and not have said so here.
    let best = |fits: fn(&Answers) -> bool| {
        let whole = |answer: &&Answers| fits(answer) && *answer.requirement == Answer::Met;
        free().find(whole).or_else(|| free().find(|answer| fits(answer)))
    };
    let finished = match stands {
        Registration::Open { .. } => None,
        Registration::Past(_) | Registration::NotSaid => best(reached).or_else(|| best(soon)),
        _ => best(reached),
    };
    if let Some(answer) = finished {
        return apply(here, answer, false);
    }
    let aimed = here.targets.first();
    match (stands, aimed) {
        (Registration::Past(latest), _) => {
            NextStep::TooLate { latest, required: profile.requirement_applies() == Some(true) }
        }
        (Registration::NotSaid, _) => NextStep::AskFirst,
        (Registration::Unknown, _) => NextStep::SayWho,
        // Courses of a program count whether they are taken before registering or after.
        (Registration::Coming { .. } | Registration::Until(_), Some(program)) if selecting(dates).is_some() => {
            select(here, program)
        }
        (when, program) => NextStep::Register { program: program.cloned(), when },
    }
}

/// What is to be done for one program, by its marks and answers alone.
pub fn next_of(here: &Situation, program: &str) -> NextStep {
    let marks: Vec<Mark> = here.marks.iter().filter(|mark| mark.program == program).cloned().collect();
    let answers: Vec<Answers> = here.answers.iter().filter(|answer| answer.program == program).copied().collect();
    let targets = [program.to_owned()];
    next_step(&Situation { marks: &marks, answers: &answers, targets: &targets, ..*here })
}

fn reached(answer: &Answers) -> bool {
    *answer.certificate == Answer::Met
}

fn soon(answer: &Answers) -> bool {
    *answer.certificate == Answer::MetIfInProgress
}

fn apply(here: &Situation, answer: &Answers, registered: bool) -> NextStep {
    let Dates { now, .. } = here.dates;
    let window = here.dates.next(Act::Apply, now, now.next());
    let last = window.is_some_and(|window| last_term(here.profile) == Some(window.term));
    NextStep::Apply { program: answer.program.to_owned(), registered, if_passed: soon(answer), window, last }
}

fn select(here: &Situation, program: &str) -> NextStep {
    let Dates { now, .. } = here.dates;
    let next = |act| here.dates.next(act, now, now.next());
    let both = [next(Act::Preselect), next(Act::AddDrop)];
    // The earlier of those that are known; one that is not, where none is.
    let known = both.iter().flatten().filter(|one| one.when.days().is_some()).min_by_key(|one| one.when.days());
    let window = known.or_else(|| both.iter().flatten().next()).copied();
    NextStep::Select { program: program.to_owned(), window }
}

/// The pre-selection that is open now.
fn selecting(dates: &Dates) -> Option<Deadline> {
    let found = dates.next(Act::Preselect, dates.now, dates.now.next())?;
    matches!(found.when, When::Open { .. }).then_some(found)
}

/// Everything that is still to come for somebody at that step, soonest first, what is not published last.
pub fn deadlines(here: &Situation, step: &NextStep) -> Vec<Deadline> {
    let Dates { now, .. } = here.dates;
    let next = |act| here.dates.next(act, now, now.next());
    let registering = match registration(here.profile, &here.dates) {
        Registration::Open { .. } | Registration::Coming { .. } | Registration::Until(_) => next(Act::Register),
        _ => None,
    };
    let graduate = here.profile.degree == Degree::Graduate;
    let found: Vec<Option<Deadline>> = match step {
        NextStep::SayWho | NextStep::Wait { .. } | NextStep::Certified { fulfils: None | Some(true), .. } => Vec::new(),
        NextStep::Apply { window, registered, .. } => vec![*window, registering.filter(|_| !registered)],
        NextStep::Select { .. } => {
            let registered = furthest(here.marks, step.program().unwrap_or_default()).is_some();
            vec![next(Act::Preselect), next(Act::AddDrop), withdrawing(here), registering.filter(|_| !registered)]
        }
        NextStep::Register { .. } | NextStep::Certified { .. } => {
            vec![registering, next(Act::Preselect), next(Act::AddDrop)]
        }
        NextStep::AskFirst if graduate => vec![next(Act::Preselect), next(Act::AddDrop), next(Act::Apply)],
        NextStep::TooLate { .. } | NextStep::AskFirst => vec![next(Act::Preselect), next(Act::AddDrop)],
    };
    let mut found: Vec<Deadline> = found.into_iter().flatten().collect();
    crate::sorting::sort_by_key(&mut found, |one| (one.when.days().is_none(), one.when.days(), one.act));
    found
}

/// Withdrawing, while this term's window is open or comes.
fn withdrawing(here: &Situation) -> Option<Deadline> {
    let found = here.dates.next(Act::Withdraw, here.dates.now, here.dates.now)?;
    found.when.days().is_some().then_some(found)
}
