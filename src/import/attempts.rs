//! Several attempts at one course: all are kept as rows; the ones that another attempt outdoes are marked, and a row
//! that is there twice is read once.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use super::{Import, Issue, IssueKind, Row};
use crate::names::normalise;
use crate::regulation::PASS_MARK_BACHELOR;
use crate::transcript::{Grade, Record, Stage, Status};

/// Marks retakes and leaves out rows that say the same as an earlier one.
pub(super) fn mark(import: &mut Import) {
    let mut seen = HashSet::new();
    let mut issues = Vec::new();
    import.rows.retain(|row| {
        let new = seen.insert((row.record.clone(), row.class.clone(), row.block));
        if !new {
            issues.push(Issue::at(row.line, IssueKind::Duplicate, &shown(row)));
        }
        new
    });
    let mut attempts: BTreeMap<(String, Stage), Vec<&Row>> = BTreeMap::new();
    for row in &import.rows {
        attempts.entry(course(&row.record)).or_default().push(row);
    }
    for mut rows in attempts.into_values().filter(|rows| rows.len() > 1) {
        // The first of the best is the one that counts; sorting is stable.
        rows.sort_by_key(|row| Reverse(rank(&row.record)));
        issues.extend(rows.iter().skip(1).map(|row| Issue::at(row.line, IssueKind::Retake, &shown(row))));
    }
    import.issues.extend(issues);
}

/// What is attempted: a course, or one stage of a year course.
fn course(record: &Record) -> (String, Stage) {
    let course = record.code.clone().unwrap_or_else(|| normalise(&record.name));
    (course, record.stage)
}

/// How good an attempt is.
fn rank(record: &Record) -> (Status, u8) {
    let score = match record.grade {
        Grade::Score(score) => score,
        _ => 0,
    };
    (record.status(PASS_MARK_BACHELOR), score)
}

fn shown(row: &Row) -> String {
    match &row.record.code {
        Some(code) => format!("{code} {}", row.record.name),
        None => row.record.name.clone(),
    }
}
