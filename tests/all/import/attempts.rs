//! Several attempts at one course in a table: which of them is told, and how.

use kuayu::import::{self, IssueKind};

/// What is told of the rows, as line, kind and text.
fn told(rows: &[&str]) -> Vec<(usize, IssueKind, String)> {
    let import = import::read_text(&format!("課程編碼,課名,學期,成績\n{}", rows.join("\n")), None);
    let issues = import.issues.into_iter().filter(|issue| issue.kind != IssueKind::CodeMissing);
    issues.map(|issue| (issue.line.unwrap(), issue.kind, issue.text)).collect()
}

#[test]
fn the_attempt_that_another_outdoes_is_told() {
    let text = "9901001 甲".to_owned();
    for (rows, line, kind) in [
        (["9901001,甲,112-1,75", "9901001,甲,112-2,80"], 2, IssueKind::PassedTwice),
        (["9901001,甲,112-1,80", "9901001,甲,112-2,75"], 3, IssueKind::PassedTwice),
        (["9901001,甲,112-1,45", "9901001,甲,112-2,80"], 2, IssueKind::Retake),
        (["9901001,甲,112-1,80", "9901001,甲,112-2,45"], 3, IssueKind::Retake),
        (["9901001,甲,112-1,45", "9901001,甲,112-2,55"], 2, IssueKind::Retake),
        (["9901001,甲,112-1,55", "9901001,甲,112-2,N"], 2, IssueKind::Retake),
    ] {
        assert_eq!(told(&rows), [(line, kind, text.clone())], "{rows:?}");
    }
}

#[test]
fn a_row_that_is_there_twice_is_told_by_code_and_name_or_by_its_name() {
    for (row, text) in [("9901001,甲,112-1,75", "9901001 甲"), (",甲,112-1,75", "甲")] {
        assert_eq!(told(&[row, row]), [(3, IssueKind::Duplicate, text.to_owned())]);
    }
}
