//! Links among other lines: what is theirs, what is not, and which line is told.

use kuayu::import::{self, Format, Import, IssueKind};
use kuayu::transcript::Grade;

/// The rows as line and code.
fn rows(import: &Import) -> Vec<(usize, &str)> {
    import.rows.iter().map(|row| (row.line, row.record.code.as_deref().unwrap_or("?"))).collect()
}

#[test]
fn codes_one_a_line_are_no_rest_of_a_link_that_does_not_stand_before_them() {
    let import = import::read_text("課程編碼\n9901001\n9901002\nhttps://example.org/?term=115-1&plan=372001\n", None);
    assert_eq!(rows(&import), [(2, "9901001"), (3, "9901002")]);
    assert_eq!(import.linked_terms().len(), 1);
}

#[test]
fn codes_under_a_link_that_does_not_end_with_its_numbers_are_no_rest_of_it() {
    for link in ["plan=372001&term=115-1", "term=115-1&plan=372001&from=app"] {
        let import = import::read_text(&format!("課程編碼\nhttps://example.org/?{link}\n9901001\n9901002\n"), None);
        assert_eq!(rows(&import), [(3, "9901001"), (4, "9901002")], "{link}");
        assert_eq!(import.linked_terms().len(), 1, "{link}");
    }
}

#[test]
fn a_link_that_names_codes_is_told_with_its_line() {
    let import = import::read_text("我的課表\n\nhttps://example.org/plan?codes=9901001,9901002\n", None);
    assert_eq!(rows(&import), [(3, "9901001"), (3, "9901002")]);
}

#[test]
fn the_lines_after_a_broken_link_keep_their_numbers() {
    let text = "https://example.org/?term=115-1&plan=372001.\n372002.\n372003\n課程編碼,課名,成績\n9901001,甲,75\n";
    let import = import::read_text(text, None);
    assert_eq!((rows(&import), import.linked_terms().len()), (vec![(5, "9901001")], 1));
}

#[test]
fn a_link_among_the_remarks_is_taken_out_of_them_whether_it_says_a_semester_or_not() {
    for (query, issues) in [("term=115-1&plan=372001", vec![]), ("plan=372001", vec![IssueKind::LinkWithoutTerm])] {
        let text = format!("課程編碼,課名,成績,備註\n9901001,甲,75,見https://example.org/?{query}\n");
        let import = import::read_text(&text, None);
        assert_eq!(import.rows[0].record.note, "見", "{query}");
        assert_eq!(import.issues.iter().map(|issue| issue.kind).collect::<Vec<_>>(), issues, "{query}");
    }
}

#[test]
fn what_stands_before_a_link_without_a_space_is_kept() {
    let text = "課程編碼;課名;成績;備註\n9901001;甲;75;https://example.org/?term=115-1&plan=372001\n";
    let import = import::read_text(text, None);
    assert_eq!((import.linked_terms().len(), import.records()[0].grade), (1, Grade::Score(75)));
    let text = "課程編碼,課名,成績,備註\n9901001,甲,75,see:https://example.org/?term=115-1&plan=372001\n";
    assert_eq!(import::read_text(text, None).rows[0].record.note, "see:");
}

#[test]
fn where_a_person_says_that_it_is_a_link_the_other_lines_are_no_courses() {
    let text = "看這個\nhttps://example.org/?term=115-1&plan=372001\n9901001,甲,75\n";
    let import = import::read_text(text, Some(Format::PlanLink));
    assert_eq!((rows(&import), import.ignored.clone()), (vec![], vec![1, 3]));
    assert_eq!((import.linked_terms().len(), import.issues.len()), (1, 0));
}
