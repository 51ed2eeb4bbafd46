//! The cheapest way without a clash, by trying every set of courses that is no clash.

use kuayu::audit::{Advice, AdvisedCourse, Answer, ProgramAudit, Verdict};
use kuayu::planning::{Free, without_clash};

use super::advice::cheapest_of;
use super::case::Case;
use super::question::Question;
use super::world::World;
use crate::support::random::Random;

/// What cannot be taken together, by codes: courses of one semester that meet there, or meet a busy hour.
#[derive(Clone, Debug)]
pub struct Clashes(Vec<Vec<String>>);

impl Clashes {
    /// Some of a case's courses, alone, by two or three.
    pub fn of(case: &Case, random: &mut Random) -> Clashes {
        let codes: Vec<String> = case.listings().into_iter().filter_map(|(_, one)| one.code.clone()).collect();
        let mut sets = Vec::new();
        for _ in 0..random.below(5) {
            let mut set: Vec<String> = (0..1 + random.below(3)).map(|_| random.pick(&codes).clone()).collect();
            set.sort();
            set.dedup();
            sets.push(set);
        }
        Clashes(sets)
    }

    /// The first of them that is within these courses.
    fn within(&self, codes: &[String]) -> Vec<String> {
        let all = |set: &&Vec<String>| set.iter().all(|code| codes.contains(code));
        self.0.iter().find(all).cloned().unwrap_or_default()
    }
}

/// Compares for one question; whether there was a clash to go round, and where the two differ.
pub fn compare(case: &Case, question: Question, clashes: &Clashes) -> Result<&'static str, String> {
    let verdict = |audit: &ProgramAudit| -> Verdict {
        match question {
            Question::Certificate => audit.certificate.clone(),
            Question::Requirement => audit.cross_domain.clone(),
        }
    };
    let plain = verdict(&case.engine());
    if !matches!(plain.answer, Answer::NotYet { .. } | Answer::DependsOn { .. }) {
        return Ok("nothing to advise");
    }
    let mut ask = |without: &[String]| -> Option<Advice> { verdict(&case.engine_without(without)).advice };
    let codes = |way: &[AdvisedCourse]| -> Vec<String> {
        let mut codes: Vec<String> = way.iter().filter_map(|one| one.course.code.clone()).collect();
        codes.sort();
        codes
    };
    let found = without_clash(&mut ask, &|way| clashes.within(&codes(way)));
    let mut world = World::new(case);
    let tried = cheapest_of(&mut world, question, &|codes| clashes.within(codes).is_empty());
    match (found, tried) {
        (Free::None, None) => Ok(if plain.advice.is_some() { "every way clashes" } else { "no way" }),
        (Free::Way { advice, courses, .. }, Some(tried)) => {
            let cost = (advice.credits.tenths(), courses.len());
            let codes = codes(&courses);
            if cost != (tried.credits, tried.courses) || !tried.sets.contains(&codes) {
                return Err(format!("{question:?}: {cost:?} {codes:?}, by trying {tried:?}"));
            }
            let least = plain.advice.map(|least| (least.credits.tenths(), least.courses.len()));
            Ok(if least == Some(cost) { "as cheap" } else { "dearer" })
        }
        (found, tried) => Err(format!("{question:?}: {found:?}, by trying {tried:?}")),
    }
}
