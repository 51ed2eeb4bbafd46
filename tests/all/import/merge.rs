//! What storing an import changes, case by case.

use kuayu::credits::Credits;
use kuayu::import::{self, Change, Merge, merge};
use kuayu::transcript::{Completion, Record};

const PASS_MARK: u8 = 60;

/// Records from lines of `code name stage term grade status`; `-` is nothing.
fn records(lines: &[&str]) -> Vec<Record> {
    // The headings of the app's own table: in it a status beside the grade is the student's own word.
    let header = "課程編碼,課程名稱,學分,階段,學期,成績,狀態,備註";
    lines
        .iter()
        .map(|line| {
            let mut cells: Vec<&str> =
                line.split_whitespace().map(|cell| if cell == "-" { "" } else { cell }).collect();
            cells.insert(2, "");
            let import = import::read_text(&format!("{header}\n{},", cells.join(",")), Some(import::Format::Table));
            assert_eq!(import.rows.len(), 1, "{line}: {:?}", import.issues);
            import.rows[0].record.clone()
        })
        .collect()
}

fn show(record: &Record) -> String {
    let dash = |text: String| if text.is_empty() { "-".to_owned() } else { text };
    let status = match record.declared {
        None => "-",
        Some(Completion::Passed) => "通過",
        Some(Completion::InProgress) => "修習中",
        Some(Completion::Planned) => "計畫修",
        Some(Completion::NotPassed) => "未通過",
    };
    [
        dash(record.code.clone().unwrap_or_default()),
        dash(record.name.clone()),
        dash(record.stage.to_string()),
        dash(record.term.map(|term| term.to_string()).unwrap_or_default()),
        dash(record.grade.to_string()),
        status.to_owned(),
    ]
    .join(" ")
}

fn kinds(merge: &Merge) -> String {
    let kind = |change: &Change| match change {
        Change::Added { .. } => 'A',
        Change::Updated { .. } => 'U',
        Change::Unchanged { .. } => '=',
        Change::Kept { .. } => 'K',
    };
    merge.changes.iter().map(kind).collect()
}

#[test]
fn case_by_case() {
    // Stored, read, what becomes of each row read, what is stored then.
    let check = |why: &str, stored: &[&str], read: &[&str], changes: &str, after: &[&str]| {
        let merge = merge(&records(stored), &records(read), PASS_MARK);
        assert_eq!(kinds(&merge), changes, "{why}");
        assert_eq!(merge.records.iter().map(show).collect::<Vec<_>>(), after, "{why}");
    };
    check("the first import", &[], &["9901001 甲 1 112-1 75 -"], "A", &["9901001 甲 1 112-1 75 -"]);
    check(
        "the same page again",
        &["9901001 甲 1 112-1 75 -", "9901002 乙 1 112-1 W -"],
        &["9901002 乙 1 112-1 W -", "9901001 甲 1 112-1 75 -"],
        "==",
        &["9901001 甲 1 112-1 75 -", "9901002 乙 1 112-1 W -"],
    );
    check(
        "the grade of a course ticked as being taken",
        &["9901001 甲 - - - 修習中"],
        &["9901001 甲 1 114-1 82 -"],
        "U",
        &["9901001 甲 1 114-1 82 -"],
    );
    check(
        "the grade of a row that had none",
        &["9901001 甲 1 113-2 N -"],
        &["9901001 甲 1 113-2 55 -"],
        "U",
        &["9901001 甲 1 113-2 55 -"],
    );
    check(
        "an older copy of the page",
        &["9901001 甲 1 113-2 82 -"],
        &["9901001 甲 1 113-2 N -"],
        "=",
        &["9901001 甲 1 113-2 82 -"],
    );
    check(
        "a retake",
        &["9901001 甲 1 112-1 45 -"],
        &["9901001 甲 1 112-1 45 -", "9901001 甲 1 113-1 70 -"],
        "=A",
        &["9901001 甲 1 112-1 45 -", "9901001 甲 1 113-1 70 -"],
    );
    check(
        "a failure of another term does not use up the course that is planned",
        &["9901001 甲 - - - 計畫修"],
        &["9901001 甲 1 112-1 45 -"],
        "A",
        &["9901001 甲 - - - 計畫修", "9901001 甲 1 112-1 45 -"],
    );
    check(
        "the second stage is another attempt",
        &["9901001 甲 1 112-1 75 -"],
        &["9901001 甲 2 112-2 80 -"],
        "A",
        &["9901001 甲 1 112-1 75 -", "9901001 甲 2 112-2 80 -"],
    );
    check(
        "the student's own word stays, visibly",
        &["9901001 甲 1 112-1 45 通過"],
        &["9901001 甲 1 112-1 45 -"],
        "=",
        &["9901001 甲 1 112-1 45 通過"],
    );
    check(
        "two results of one attempt: the stored one stays",
        &["9901001 甲 1 112-1 58 -"],
        &["9901001 甲 1 112-1 60 -"],
        "K",
        &["9901001 甲 1 112-1 58 -"],
    );
    check(
        "a row gives its record to one that has no other",
        &["9901001 甲 1 112-1 N -", "9901001 甲班 1 112-1 83 -"],
        &["9901001 甲 1 112-1 N -", "- 甲 1 112-1 - -"],
        "==",
        &["9901001 甲 1 112-1 N -", "9901001 甲班 1 112-1 83 -"],
    );
    check(
        "two results of one attempt beside a course that is new",
        &["9901001 甲 1 112-1 58 -"],
        &["9901001 甲 1 112-1 60 -", "9901002 乙 1 112-1 70 -"],
        "KA",
        &["9901001 甲 1 112-1 58 -", "9901002 乙 1 112-1 70 -"],
    );
    check(
        "a course that was planned is being taken",
        &["9901001 甲 - - - 計畫修"],
        &["9901001 甲 1 114-1 - 修習中"],
        "U",
        &["9901001 甲 1 114-1 - 修習中"],
    );
    check(
        "a course that is being taken, in an older plan",
        &["9901001 甲 1 114-1 - 修習中"],
        &["9901001 甲 1 114-1 - 計畫修"],
        "=",
        &["9901001 甲 1 114-1 - 修習中"],
    );
    check(
        "a course that is being taken has no grade yet",
        &["9901001 甲 1 114-1 - 修習中"],
        &["9901001 甲 1 114-1 N -"],
        "U",
        &["9901001 甲 1 114-1 N 修習中"],
    );
    check(
        "the student's own word stays beside the grade",
        &["9901001 甲 1 112-1 - 通過"],
        &["9901001 甲 1 112-1 45 -"],
        "U",
        &["9901001 甲 1 112-1 45 通過"],
    );
    check(
        "two classes of one course in one term",
        &["9901001 體育 1 112-1 83 -"],
        &["9901001 體育 1 112-1 83 -", "9901001 體育 1 112-1 79 -"],
        "=A",
        &["9901001 體育 1 112-1 83 -", "9901001 體育 1 112-1 79 -"],
    );
    check(
        "a course known by its name gets its code",
        &["- 甲（一） - 112-1 75 -"],
        &["9901001 甲(一) 1 112-1 75 -"],
        "U",
        &["9901001 甲（一） 1 112-1 75 -"],
    );
    check(
        "the term that was not known",
        &["9901001 甲 1 - 75 -"],
        &["9901001 甲 1 112-1 75 -"],
        "U",
        &["9901001 甲 1 112-1 75 -"],
    );
    check(
        "another course",
        &["9901001 甲 1 112-1 75 -"],
        &["9901002 甲 1 112-1 75 -"],
        "A",
        &["9901001 甲 1 112-1 75 -", "9901002 甲 1 112-1 75 -"],
    );
}

#[test]
fn what_was_before_is_kept_for_undoing() {
    let stored = vec![Record::ticked("9901001", "甲", Credits::whole(3), Completion::InProgress)];
    let merge = merge(&stored, &records(&["9901001 甲 1 114-1 82 -"]), PASS_MARK);
    assert_eq!(merge.changes, [Change::Updated { record: 0, before: stored[0].clone() }]);
    assert_eq!((merge.added(), merge.updated(), merge.unchanged()), (0, 1, 0));
    assert_eq!(merge.records[0].credits, Some(Credits::whole(3)));
}

#[test]
fn rows_are_counted_by_what_became_of_them() {
    let stored = records(&["9901001 甲 1 112-1 75 -", "9901002 乙 1 114-1 - 修習中", "9901003 丙 1 112-1 58 -"]);
    let read = records(&[
        "9901004 丁 1 112-1 80 -",
        "9901001 甲 1 112-1 75 -",
        "9901002 乙 1 114-1 82 -",
        "9901003 丙 1 112-1 60 -",
        "9901005 戊 1 112-1 90 -",
    ]);
    let merge = merge(&stored, &read, PASS_MARK);
    assert_eq!(kinds(&merge), "A=UKA");
    assert_eq!((merge.added(), merge.updated(), merge.unchanged()), (2, 1, 2));
    assert_eq!(merge.changes.iter().map(Change::record).collect::<Vec<_>>(), [3, 0, 1, 2, 4]);
}
