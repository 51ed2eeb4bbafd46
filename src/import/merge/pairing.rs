//! Which row of an import is which stored record.

use crate::sorting;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, VecDeque};

use super::{complete, disagree, is_final};
use crate::names::normalise;
use crate::transcript::{Completion, Record, Stage};

/// How close a row is to a stored record, the weightiest reason first: what it says of it, and whether grade, term,
/// stage and code are the same.
type Closeness = (Says, [bool; 4]);

/// What a row says of a stored record of the same attempt.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Says {
    /// Another result.
    Contradiction,
    /// Something new.
    News,
    /// Nothing new.
    Nothing,
}

/// For each row the stored record of the same attempt, each used once.
///
/// If every row has a place beside a record that it says nothing new of, or that contradicts it, there is nothing to
/// do; so a second merge of the same source changes nothing. Otherwise as many rows as possible find a record that says
/// all they say already; then the closest record that they complete; then a record that contradicts them.
pub(super) fn pair_up(stored: &[Record], incoming: &[Record], pass_mark: u8) -> Vec<Option<usize>> {
    let pairs = possible_pairs(stored, incoming, pass_mark);
    let mut pairing = Pairing { of_row: vec![None; incoming.len()], of_stored: vec![None; stored.len()] };
    pairing.augment_all(&pairs, |says| says == Says::Nothing);
    let mut without_news = pairing.clone();
    without_news.augment_all(&pairs, |says| says != Says::News);
    if without_news.of_row.iter().all(Option::is_some) {
        return without_news.of_row;
    }
    for pair in pairs.iter().filter(|pair| pair.says == Says::News) {
        if pairing.is_free(pair.row) && pairing.of_stored.get(pair.stored) == Some(&None) {
            pairing.set(pair.row, pair.stored);
        }
    }
    pairing.augment_all(&pairs, |says| says != Says::News);
    pairing.of_row
}

/// A row and a stored record that can be the same attempt.
struct Pair {
    row: usize,
    stored: usize,
    says: Says,
}

/// All such pairs, the closest first.
fn possible_pairs(stored: &[Record], incoming: &[Record], pass_mark: u8) -> Vec<Pair> {
    let mut by_code: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, record) in stored.iter().enumerate() {
        if let Some(code) = &record.code {
            by_code.entry(code).or_default().push(at);
        }
        by_name.entry(normalise(&record.name)).or_default().push(at);
    }
    let mut pairs = Vec::new();
    for (row, record) in incoming.iter().enumerate() {
        let of_code = record.code.as_deref().and_then(|code| by_code.get(code));
        let of_name = by_name.get(&normalise(&record.name));
        let candidates: BTreeSet<usize> = of_code.into_iter().chain(of_name).flatten().copied().collect();
        for at in candidates {
            if let Some(closeness) = stored.get(at).and_then(|known| closeness(known, record, pass_mark)) {
                pairs.push((Reverse(closeness), row, at));
            }
        }
    }
    sorting::sort(&mut pairs);
    pairs.into_iter().map(|(Reverse((says, _)), row, stored)| Pair { row, stored, says }).collect()
}

/// Which row belongs to which stored record, seen from both sides.
#[derive(Clone)]
struct Pairing {
    of_row: Vec<Option<usize>>,
    of_stored: Vec<Option<usize>>,
}

impl Pairing {
    fn set(&mut self, row: usize, stored: usize) {
        if let (Some(of_row), Some(of_stored)) = (self.of_row.get_mut(row), self.of_stored.get_mut(stored)) {
            *of_row = Some(stored);
            *of_stored = Some(row);
        }
    }

    fn is_free(&self, row: usize) -> bool {
        self.of_row.get(row) == Some(&None)
    }

    /// Pairs as many of the free rows as possible, using the pairs of some kinds.
    fn augment_all(&mut self, pairs: &[Pair], kind: impl Fn(Says) -> bool) {
        let mut records_of: Vec<Vec<usize>> = vec![Vec::new(); self.of_row.len()];
        for pair in pairs.iter().filter(|pair| kind(pair.says)) {
            if let Some(records) = records_of.get_mut(pair.row) {
                records.push(pair.stored);
            }
        }
        for pair in pairs.iter().filter(|pair| kind(pair.says)) {
            if self.is_free(pair.row) {
                self.augment(pair.row, &records_of);
            }
        }
    }

    /// Pairs `row` with one of its records; rows in its way move on to others of theirs (an augmenting path, found
    /// breadth first). No row that has a record loses it.
    fn augment(&mut self, row: usize, records_of: &[Vec<usize>]) {
        let mut come_from: HashMap<usize, usize> = HashMap::new();
        let mut rows = VecDeque::from([row]);
        while let Some(current) = rows.pop_front() {
            for &stored in records_of.get(current).into_iter().flatten() {
                if come_from.contains_key(&stored) {
                    continue;
                }
                come_from.insert(stored, current);
                match self.of_stored.get(stored).copied().flatten() {
                    None => return self.shift(row, stored, &come_from),
                    // A row that completes its record stays with it.
                    Some(owner) if records_of.get(owner).is_some_and(|records| records.contains(&stored)) => {
                        rows.push_back(owner);
                    }
                    Some(_) => {}
                }
            }
        }
    }

    /// Gives each row on the path from `row` to the free record `stored` the record after it.
    fn shift(&mut self, row: usize, stored: usize, come_from: &HashMap<usize, usize>) {
        let mut free = stored;
        while let Some(&owner) = come_from.get(&free) {
            let before = self.of_row.get(owner).copied().flatten();
            self.set(owner, free);
            match before {
                Some(before) if owner != row => free = before,
                _ => break,
            }
        }
    }
}

/// How close a row is to a stored record, the larger the closer; `None` when they are different attempts.
fn closeness(known: &Record, row: &Record, pass_mark: u8) -> Option<Closeness> {
    let same_code = known.code == row.code;
    if !known.identity().is(row.identity()) {
        return None;
    }
    let same_stage = known.stage == row.stage;
    let vague_stage = matches!(
        (known.stage, row.stage),
        (Stage::Only, Stage::Part(1) | Stage::Whole) | (Stage::Part(1) | Stage::Whole, Stage::Only)
    );
    if !(same_stage || vague_stage) {
        return None;
    }
    let same_term = known.term == row.term;
    let term_unknown = known.term.is_none() || row.term.is_none();
    if !(same_term || term_unknown) {
        return None;
    }
    let same_grade = known.grade == row.grade;
    let possible = match (is_final(known), is_final(row)) {
        _ if same_grade => true,
        (false, false) => true,
        // News of a course whose term is not known: a failure may as well be an earlier attempt.
        (false, true) => same_term && known.term.is_some() || row.completion(pass_mark) == Completion::Passed,
        (true, false) => same_term && known.term.is_some() || known.completion(pass_mark) == Completion::Passed,
        // Two results of what is surely one attempt: the stored one is kept. Otherwise they are two attempts.
        (true, true) => same_term && known.term.is_some() && same_stage && same_code,
    };
    possible.then(|| {
        let says = match (disagree(known, row), complete(known, row) == *known) {
            (true, _) => Says::Contradiction,
            (false, true) => Says::Nothing,
            (false, false) => Says::News,
        };
        (says, [same_grade, same_term, same_stage, same_code])
    })
}
