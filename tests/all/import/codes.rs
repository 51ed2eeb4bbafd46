//! What stands in the place of the code, and what is told where it is none.

use kuayu::import::{self, Column, Import, IssueKind};
use kuayu::transcript::Grade;

/// The headings of a table that this app wrote: in others such a code is kept as printed only.
const OWN: &str = "課程編碼,課程名稱,學分,階段,學期,成績,狀態,備註";

fn kinds(import: &Import) -> Vec<IssueKind> {
    import.issues.iter().map(|issue| issue.kind).collect()
}

#[test]
fn a_spoilt_code_is_told_from_one_that_is_none() {
    for (cell, kind) in [
        ("1.4E+102", IssueKind::CodeMangled),
        ("1.4e102", IssueKind::CodeMangled),
        ("1E-5", IssueKind::CodeMangled),
        ("XE101", IssueKind::CodeUnreadable),
        ("(9901001)", IssueKind::CodeUnreadable),
        ("9901001/9901001", IssueKind::CodeUnreadable),
        ("1.4EX", IssueKind::CodeUnreadable),
        ("591001", IssueKind::ClassNotCode),
        ("", IssueKind::CodeMissing),
    ] {
        let import = import::read_text(&format!("課程編碼,課名,成績\n{cell},甲,75\n9901002,乙,80"), None);
        assert_eq!(kinds(&import), [kind], "{cell}");
        assert_eq!(import.rows[0].record.code, None, "{cell}");
    }
}

#[test]
fn codes_of_other_universities_are_letters_before_at_least_three_digits() {
    let read = |code: &str| {
        let import = import::read_text(&format!("{OWN}\n{code},甲,3,,,75,,"), None);
        import.rows[0].record.code.clone()
    };
    for code in ["A1234", "ABC123", "ABCD123", "XC200019", "ABCD123456"] {
        assert_eq!(read(code).as_deref(), Some(code));
    }
    for word in ["ABCD1", "ABC12", "A123", "12345", "ABCDE123", "ABCD1234567", "AB12C4"] {
        assert_eq!(read(word), None, "{word}");
    }
}

#[test]
fn a_column_of_class_numbers_holds_codes_where_fewer_than_half_are_class_numbers() {
    let read = |rows: &str| {
        let import = import::read_text(&format!("課號,課名,成績\n399001,甲,75\n{rows}"), None);
        (import.columns[0].column, kinds(&import))
    };
    assert_eq!(read("9901002,乙,80"), (Column::Class, vec![IssueKind::CodeMissing]));
    assert_eq!(read("9901002,乙,80\n9901003,丙,90"), (Column::Code, vec![IssueKind::ClassNotCode]));
}

#[test]
fn marks_that_nobody_sees_around_a_cell_are_no_part_of_it() {
    for (before, after) in
        [("\u{200b}", "\u{feff}"), ("\u{feff}", "\u{200f}"), ("\u{7f}", "\u{2060}"), ("\u{3000}", "\u{a0}")]
    {
        let import = import::read_text(
            &format!("課程編碼,課名,成績\n甲,乙,\n{before}9901001{after},{before}甲{after},{before}75{after}"),
            None,
        );
        let record = &import.rows[1].record;
        assert_eq!(
            (record.code.as_deref(), &*record.name, record.grade),
            (Some("9901001"), "甲", Grade::Score(75)),
            "{before:?}"
        );
    }
}
