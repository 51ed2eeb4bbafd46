//! What storing an import would change: each row read is new, brings news of a stored record, or changes nothing.
//!
//! Nothing stored is lost: a stored record is only ever completed, and the only value replaced is a grade that was not
//! out yet. Where stored and read disagree for good, the stored record stays and the row says so. Merging the same
//! import again changes nothing. Several sources are merged one after the other, not as one: within a source every row
//! is an attempt of its own.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::names::normalise;
use crate::transcript::{Grade, Record, Stage, Status};

/// The outcome of a merge, before anything is stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merge {
    /// All records afterwards: the stored ones in their places, then the new ones.
    pub records: Vec<Record>,
    /// What became of each row, in the order of the import.
    pub changes: Vec<Change>,
}

/// What became of one row. `record` is an index into [`Merge::records`].
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A new record.
    Added {
        /// Where.
        record: usize,
    },
    /// A stored record was completed.
    Updated {
        /// Where.
        record: usize,
        /// What it was.
        before: Record,
    },
    /// Stored already.
    Unchanged {
        /// Where.
        record: usize,
    },
    /// The stored record of the same attempt says something else; it was kept.
    Kept {
        /// Where.
        record: usize,
    },
}

impl Change {
    /// The record concerned: an index into [`Merge::records`].
    pub fn record(&self) -> usize {
        match self {
            Change::Added { record }
            | Change::Updated { record, .. }
            | Change::Unchanged { record }
            | Change::Kept { record } => *record,
        }
    }
}

impl Merge {
    /// Number of rows that are new.
    pub fn added(&self) -> usize {
        self.changes.iter().filter(|change| matches!(change, Change::Added { .. })).count()
    }

    /// Number of rows that completed a stored record.
    pub fn updated(&self) -> usize {
        self.changes.iter().filter(|change| matches!(change, Change::Updated { .. })).count()
    }

    /// Number of rows that changed nothing.
    pub fn unchanged(&self) -> usize {
        self.changes.len() - self.added() - self.updated()
    }
}

/// Compares the rows of one source with what is stored; `pass_mark` is the lowest passing number.
pub fn merge(stored: &[Record], incoming: &[Record], pass_mark: u8) -> Merge {
    let partners = pair_up(stored, incoming, pass_mark);
    let mut merge = Merge { records: stored.to_vec(), changes: Vec::with_capacity(incoming.len()) };
    for (row, partner) in incoming.iter().zip(partners) {
        let known = partner.and_then(|at| Some((at, merge.records.get_mut(at)?)));
        merge.changes.push(match known {
            None => {
                merge.records.push(row.clone());
                Change::Added { record: merge.records.len() - 1 }
            }
            Some((record, known)) => {
                let after = complete(known, row);
                if after != *known {
                    Change::Updated { record, before: std::mem::replace(known, after) }
                } else if disagree(known, row) {
                    Change::Kept { record }
                } else {
                    Change::Unchanged { record }
                }
            }
        });
    }
    merge
}

/// For each row the stored record of the same attempt, each used once; the closest pairs first.
fn pair_up(stored: &[Record], incoming: &[Record], pass_mark: u8) -> Vec<Option<usize>> {
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
        for at in of_code.into_iter().chain(of_name).flatten() {
            if let Some(closeness) = stored.get(*at).and_then(|known| closeness(known, record, pass_mark)) {
                pairs.push((Reverse(closeness), row, *at));
            }
        }
    }
    pairs.sort_unstable();
    let mut partners = vec![None; incoming.len()];
    let mut used = vec![false; stored.len()];
    for (_, row, at) in pairs {
        if let (Some(partner @ None), Some(used @ false)) = (partners.get_mut(row), used.get_mut(at)) {
            *partner = Some(at);
            *used = true;
        }
    }
    partners
}

/// How close a row is to a stored record, the larger the closer; `None` when they are different attempts.
fn closeness(known: &Record, row: &Record, pass_mark: u8) -> Option<[bool; 5]> {
    let same_code = known.code == row.code;
    let one_without_code = known.code.is_none() || row.code.is_none();
    let same_name = !row.name.is_empty() && normalise(&known.name) == normalise(&row.name);
    if !(same_code && known.code.is_some() || one_without_code && same_name) {
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
        (false, true) => same_term && known.term.is_some() || row.status(pass_mark) == Status::Passed,
        (true, false) => same_term && known.term.is_some() || known.status(pass_mark) == Status::Passed,
        // Two results in one term: the stored one is kept. Without a term they are two attempts.
        (true, true) => same_term && known.term.is_some(),
    };
    possible.then(|| {
        [complete(known, row) == *known && !disagree(known, row), same_grade, same_term, same_stage, same_code]
    })
}

/// Whether the grade is out.
fn is_final(record: &Record) -> bool {
    !matches!(record.grade, Grade::None | Grade::NotEntered | Grade::NotDelivered)
}

/// Whether both have a result, and not the same.
fn disagree(known: &Record, row: &Record) -> bool {
    is_final(known) && is_final(row) && known.grade != row.grade
}

/// The stored record with what the row knows better.
fn complete(known: &Record, row: &Record) -> Record {
    let mut after = known.clone();
    if disagree(known, row) {
        return after;
    }
    after.code = after.code.or_else(|| row.code.clone());
    if after.name.is_empty() {
        after.name = row.name.clone();
    }
    after.credits = after.credits.or(row.credits);
    if after.stage == Stage::Only {
        after.stage = row.stage;
    }
    after.term = after.term.or(row.term);
    if after.note.is_empty() {
        after.note = row.note.clone();
    }
    let news = !is_final(known) && row.grade != Grade::None;
    if news {
        after.grade = row.grade;
    }
    // What the student said stays; only "taking it" and "planned" end when the grade comes.
    let under_way = |status: Option<Status>| matches!(status, None | Some(Status::InProgress | Status::Planned));
    let grade_is_out = news && is_final(row) && under_way(known.declared);
    let said_more =
        under_way(known.declared) && row.declared > known.declared && !(is_final(known) && under_way(row.declared));
    if grade_is_out || said_more {
        after.declared = row.declared;
    }
    after
}
