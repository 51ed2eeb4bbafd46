//! Several attempts at one course: all are kept as rows; the ones that another attempt outdoes are marked, and a row
//! that is there twice is read once.

use crate::sorting;
use std::cmp::Reverse;
use std::collections::HashSet;

use super::{Format, Import, Issue, IssueKind, Row};
use crate::regulation::PASS_MARK_BACHELOR;
use crate::transcript::{Completion, Grade, Record, Stage};

/// Marks retakes and leaves out rows that say the same as an earlier one.
pub(super) fn mark(import: &mut Import) {
    let mut seen = HashSet::with_capacity(import.rows.len());
    let is_new: Vec<bool> = import.rows.iter().map(|row| seen.insert((&row.record, &row.class, row.block))).collect();
    let mut is_new = is_new.into_iter();
    import.rows.retain(|row| {
        let new = is_new.next() != Some(false);
        if !new {
            import.issues.push(Issue::at(row.line, IssueKind::Duplicate, &shown(row)));
        }
        new
    });
    // The best attempt at each course first, then in the order of the source.
    let mut attempts: Vec<_> =
        import.rows.iter().enumerate().map(|(at, row)| (course(&row.record), Reverse(rank(&row.record)), at)).collect();
    sorting::sort(&mut attempts);
    // Score pages say the stage of each row; a table kept by hand may not know that there are stages.
    let table = import.format == Some(Format::Table);
    for attempts in attempts.chunk_by(|a, b| a.0 == b.0) {
        for ((_, stage), Reverse((status, _)), at) in attempts.iter().skip(1) {
            let Some(row) = import.rows.get(*at) else { continue };
            let kind = match table && *stage == Stage::Only && *status == Completion::Passed {
                true => IssueKind::PassedTwice,
                false => IssueKind::Retake,
            };
            import.issues.push(Issue::at(row.line, kind, &shown(row)));
        }
    }
}

/// What is attempted: a course by its code or name, or one stage of a year course.
type Course = (String, Stage);

fn course(record: &Record) -> Course {
    (record.identity().key(), record.stage)
}

/// How good an attempt is.
fn rank(record: &Record) -> (Completion, u8) {
    let score = match record.grade {
        Grade::Score(score) => score,
        _ => 0,
    };
    (record.completion(PASS_MARK_BACHELOR), score)
}

fn shown(row: &Row) -> String {
    match &row.record.code {
        Some(code) => format!("{code} {}", row.record.name),
        None => row.record.name.clone(),
    }
}
