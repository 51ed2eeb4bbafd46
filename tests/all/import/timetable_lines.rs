//! The timetable, pasted: which lines are one course where cells hold line breaks, and which class numbers count.

use kuayu::import::{self, Format, Import, IssueKind, Meeting};
use kuayu::transcript::{Completion, Grade};

/// The rows as line, class number, name and hours.
fn rows(import: &Import) -> Vec<String> {
    let hour = |meeting: &Meeting| format!("{}{}", meeting.day, meeting.period);
    let row = |row: &import::Row| {
        let hours: Vec<String> = row.meetings.iter().map(hour).collect();
        format!("{} {} {} {}", row.line, row.class.as_deref().unwrap_or("?"), row.record.name, hours.join(" "))
    };
    import.rows.iter().map(row).collect()
}

#[test]
fn a_row_cut_by_a_line_break_is_one_course_wherever_its_class_number_stands() {
    let list = |before: &str| {
        let number = |n: &str| if before.is_empty() { String::new() } else { format!("{n}\t") };
        format!(
            "115 學年度 第 1 學期\n{before}課號\t課程名稱\t階段\t學分\t教師\t一\t二\t三\t四\t五\t教室\t選課狀況\n\t班週會\n\
             {}372003\t範例訊號\t1\t3.0\t教師甲\n教師乙\t\t3 4\t\t\t7\t三教101\t\n\
             {}372004\t示範控制\t1\t3.0\t教師丙\t1 2\t\t\t\t\t三教102\t\n列印日期：115.9.10\n",
            number("1"),
            number("2")
        )
    };
    for before in ["", "序號\t"] {
        let import = import::read_text(&list(before), None);
        assert_eq!(import.format, Some(Format::Timetable), "{before}");
        assert_eq!(rows(&import), ["4 372003 範例訊號 23 24 57", "6 372004 示範控制 11 12"], "{before}");
        assert_eq!(import.ignored, [1, 2, 3, 7], "{before}");
    }
}

#[test]
fn a_row_that_ends_early_does_not_take_the_next_with_it() {
    let text =
        "課號\t課程名稱\t階段\t學分\t一\t二\t三\t四\t五\t選課狀況\n372003\t範例訊號\t1\n372004\t示範控制\t1\t3.0\n";
    assert_eq!(rows(&import::read_text(text, None)), ["2 372003 範例訊號 ", "3 372004 示範控制 "]);
}

#[test]
fn a_timetable_in_english() {
    let text = "No.\tCourse Title\tStage\tCredits\tMon.\tTue.\tWed.\tThu.\tFri.\tCourse Status\n\
                372003\tSample Signals\t1\t3.0#\t3 40 X\t\tN A\t\t\t\n372004\tExample Control\t1\t3.0\t\t\t\t\t\tWithdrawn\n";
    let import = import::read_text(text, None);
    assert_eq!(import.format, Some(Format::Timetable));
    assert_eq!(rows(&import), ["2 372003 Sample Signals 13 3A 3N", "3 372004 Example Control "]);
    assert_eq!(import.rows.iter().map(|row| row.english).collect::<Vec<_>>(), [true, false]);
    let grades: Vec<_> = import.records().iter().map(|record| (record.grade, record.declared)).collect();
    assert_eq!(grades, [(Grade::None, Some(Completion::InProgress)), (Grade::Withdrawn, None)]);
}

#[test]
fn cells_that_cannot_be_read_are_doubted_and_empty_ones_are_not() {
    let read = |stage: &str, credits: &str, state: &str| {
        let header = "課號\t課程名稱\t階段\t學分\t一\t二\t三\t四\t五\t選課狀況\n";
        let import =
            import::read_text(&format!("{header}372003\t範例訊號\t{stage}\t{credits}\t\t\t\t\t\t{state}\n"), None);
        let kinds = import.issues.iter().map(|issue| issue.kind).filter(|kind| *kind != IssueKind::CodeMissing);
        (import.rows.len(), kinds.collect::<Vec<_>>())
    };
    assert_eq!(read("", "", ""), (1, vec![]));
    assert_eq!(read("1", "3.0", "撤選"), (1, vec![]));
    assert_eq!(read("甲", "3.0", ""), (1, vec![IssueKind::StageUnreadable]));
    assert_eq!(read("1", "三", ""), (1, vec![IssueKind::CreditsUnreadable]));
    assert_eq!(read("1", "3.0", "候補"), (1, vec![IssueKind::StatusUnreadable]));
}
