//! What storing an import would change: each row read is new, brings news of a stored record, or changes nothing.
//!
//! Nothing stored is lost: a stored record is only ever completed, and the only value replaced is a grade that was not
//! out yet. Where stored and read disagree for good, the stored record stays and the row says so. Merging the same
//! import again changes nothing. Several sources are merged one after the other, not as one: within a source every row
//! is an attempt of its own.

mod pairing;

use crate::transcript::{Completion, Grade, Record, Stage};

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
    let partners = pairing::pair_up(stored, incoming, pass_mark);
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
    let under_way =
        |status: Option<Completion>| matches!(status, None | Some(Completion::InProgress | Completion::Planned));
    let grade_is_out = news && is_final(row);
    if under_way(known.declared) && !is_final(known) && (grade_is_out || row.declared > known.declared) {
        after.declared = row.declared;
    }
    after
}
