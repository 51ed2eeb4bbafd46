//! The cheapest way to finish a program whose courses of one semester do not clash.
//!
//! A layer above the engine, which is asked again and again without some course. The least way that it names clashes in
//! some set of courses; every way that does not clash is without at least one of them, so the engine is asked without
//! each, and the cheapest answer is looked at next. The first that does not clash is the cheapest of all: what is
//! without more courses never asks less. A year course is taken or left as a whole.

use crate::audit::{Advice, AdvisedCourse};
use crate::credits::Credits;
use crate::sorting;

/// The engine is not asked more often than this: a phone answers within a second or two.
const MOST_ASKED: usize = 200;

/// The cheapest way without a clash.
#[derive(Clone, Debug, PartialEq)]
pub enum Free {
    /// This one.
    Way {
        /// The advice that it is of: the cheapest without the courses `without`.
        advice: Box<Advice>,
        /// Its courses: those of the advice, or of another way of the same cost.
        courses: Vec<AdvisedCourse>,
        /// What it does without; empty where it is as cheap as the cheapest of all.
        without: Vec<String>,
    },
    /// Every way clashes.
    None,
    /// So many ways clash that not all were looked at.
    Undecided,
}

/// How much a way asks: what is taken to hold (see [`Advice::assumed`]), credits, courses.
type Cost = (u8, Credits, usize);

/// Looks for it. `ask` gives the cheapest way without courses of these codes; `clash` names codes among a way's
/// courses that cannot be taken together in the semester, or with what is planned and taken there: none where they can.
pub fn without_clash(
    ask: &mut dyn FnMut(&[String]) -> Option<Advice>,
    clash: &dyn Fn(&[AdvisedCourse]) -> Vec<String>,
) -> Free {
    let mut tried: Vec<Vec<String>> = vec![Vec::new()];
    let mut open: Vec<(Cost, Vec<String>, Advice)> = Vec::new();
    let cost = |advice: &Advice| (advice.assumed, advice.credits, advice.courses.len());
    open.extend(ask(&[]).map(|advice| (cost(&advice), Vec::new(), advice)));
    loop {
        let least = open.iter().map(|(cost, ..)| *cost).min();
        let Some(at) = open.iter().position(|(cost, ..)| Some(*cost) == least) else { return Free::None };
        let (_, without, advice) = open.swap_remove(at);
        let clashing = clash(&advice.courses);
        // What hangs on facts is told of the first of equal ways only.
        let equal = || advice.alternatives.iter().filter(|_| advice.assumed == 0 && advice.facts.is_empty());
        let courses = match clashing.is_empty() {
            true => Some(&advice.courses),
            false => equal().find(|courses| clash(courses).is_empty()),
        };
        if let Some(courses) = courses.cloned() {
            return Free::Way { advice: Box::new(advice), courses, without };
        }
        for code in clashing {
            let mut more = without.clone();
            more.push(code);
            sorting::sort(&mut more);
            if tried.contains(&more) {
                continue;
            }
            if tried.len() == MOST_ASKED {
                return Free::Undecided;
            }
            open.extend(ask(&more).map(|advice| (cost(&advice), more.clone(), advice)));
            tried.push(more);
        }
    }
}
