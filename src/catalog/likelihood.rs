//! How likely a course has a class in the next autumn or spring, from the terms in which it had one.
//!
//! The frequency in the same half of earlier years, the latest weighing most, drawn a little toward what is usual. Over
//! the terms that the catalog knows it foretells better than "as a year ago" (`tests/all/catalog/likelihood.rs`).

use crate::term::{Part, Term};

/// What a year counts beside the year after it.
const FADING: f64 = 0.3;
/// The share of listed courses that have a class in a term, and how many years of data it stands for.
const USUAL: (f64, f64) = (0.4, 0.4);
/// So many years are looked at for the reason in words.
const YEARS_TOLD: usize = 3;

/// How likely a class is in one half of the year to come, and what that is read from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// The half.
    pub part: Part,
    /// From 0 to 1.
    pub likely: f64,
    /// Of the last so many such terms that are known, at most three.
    pub of: usize,
    /// In so many of them there was a class.
    pub held: usize,
    /// The academic year since which there was a class in each such term, where that is two years or more.
    pub each_since: Option<u16>,
}

/// The chance of a class in the next term of that half. `offered` are the terms in which there was one; `first` and
/// `last` the terms between which classes are known.
pub fn chance(offered: &[Term], (first, last): (Term, Term), part: Part) -> Chance {
    let mut known: Vec<Term> = Vec::new();
    let mut term = last;
    while term >= first {
        if term.part == part {
            known.push(term);
        }
        term = term.previous();
    }
    let (mut sum, mut weight) = (USUAL.0 * USUAL.1, USUAL.1);
    let mut fading = 1.0;
    for term in &known {
        weight += fading;
        if offered.contains(term) {
            sum += fading;
        }
        fading *= FADING;
    }
    let told = known.get(..YEARS_TOLD.min(known.len())).unwrap_or_default();
    let unbroken: Vec<&Term> = known.iter().take_while(|term| offered.contains(term)).collect();
    Chance {
        part,
        likely: sum / weight,
        of: told.len(),
        held: told.iter().filter(|term| offered.contains(term)).count(),
        each_since: unbroken.last().filter(|_| unbroken.len() > 1).map(|term| term.year),
    }
}
