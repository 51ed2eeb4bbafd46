//! Tables with quotation marks: what stands between two of them is one cell, however it looks.

use kuayu::export;
use kuayu::import::{self, Import, IssueKind};
use kuayu::transcript::Record;

fn kinds(import: &Import) -> Vec<IssueKind> {
    import.issues.iter().map(|issue| issue.kind).collect()
}

/// The rows as line, code and name.
fn rows(import: &Import) -> Vec<(usize, &str, &str)> {
    import.rows.iter().map(|row| (row.line, row.record.code.as_deref().unwrap_or("?"), &*row.record.name)).collect()
}

#[test]
fn a_remark_may_have_a_code_on_a_line_of_its_own() {
    let text = "課程編碼,課名,成績,備註\n9901001,甲,75,\"抵免原課程\n9901002\n的學分\"\n9901003,乙,80,\n";
    let import = import::read_text(text, None);
    assert_eq!((rows(&import), kinds(&import)), (vec![(2, "9901001", "甲"), (5, "9901003", "乙")], vec![]));
    assert_eq!(import.rows[0].record.note, "抵免原課程\n9901002\n的學分");
}

#[test]
fn a_line_of_spaces_is_no_line() {
    let import = import::read_text("  \n\"範例力學\",3,75\n \n示範實作,2,80\n", None);
    assert_eq!(rows(&import), [(2, "?", "範例力學"), (4, "?", "示範實作")]);
    assert!(import.ignored.is_empty());
}

#[test]
fn the_lines_around_a_mark_without_partner_keep_their_numbers() {
    let text = "課程編碼,課名,成績\n9901001,甲,75\n9901002,\"乙,80\n9901003,\"丙\n丁\",90\n9901004,戊\",85\n9901005,己\",85\n\n9901006,庚,60\n";
    let import = import::read_text(text, None);
    let expected = [
        (2, "9901001", "甲"),
        (3, "9901002", "乙"),
        (4, "9901003", "丙\n丁"),
        (6, "9901004", "戊"),
        (7, "9901005", "己"),
        (9, "9901006", "庚"),
    ];
    assert_eq!(rows(&import), expected);
    let told: Vec<_> = import.issues.iter().map(|issue| (issue.line, issue.kind)).collect();
    assert_eq!(told, [3, 6, 7].map(|line| (Some(line), IssueKind::StrayQuotes)));
}

#[test]
fn a_word_in_marks_within_a_cell_is_left_as_it_is() {
    let import = import::read_text(
        "課程編碼,課名,成績\n9901001,\"甲\",75\n9901002,乙\"一\",80\n9901003,\"a\"\"b\"\"\",90\n",
        None,
    );
    assert_eq!(rows(&import), [(2, "9901001", "甲"), (3, "9901002", "乙\"一\""), (4, "9901003", "a\"b\"")]);
    assert_eq!(kinds(&import), []);
}

#[test]
fn a_row_between_two_marks_is_a_row_and_a_list_of_words_is_a_remark() {
    let read = |inner: &str| {
        let text = format!("課程編碼,課名,成績,備註\n9901001,甲,75,\"同\n{inner}\n乙\"\n9901009,丁,60,\n");
        let import = import::read_text(&text, None);
        let stray = import.issues.iter().filter(|issue| issue.kind == IssueKind::StrayQuotes);
        (import.rows[0].record.note.clone(), stray.filter_map(|issue| issue.line).collect::<Vec<_>>())
    };
    for remark in ["程設,計概,離散", "9901002", "399002"] {
        assert_eq!(read(remark), (format!("同\n{remark}\n乙"), vec![]), "{remark}");
    }
    for row in ["程設,計概,離散,線代", "9901002,乙", "399002,乙", "9901002,乙,80,"] {
        assert_eq!(read(row), ("同".to_owned(), vec![2, 4]), "{row}");
    }
    // Nothing is lost where the mark finds a partner lines later.
    let import = import::read_text("課程編碼,課名,成績\n9901001,\"甲,75\n9901002,乙,80\n9901003,丙\n丁\",90\n", None);
    let codes: Vec<&str> = rows(&import).into_iter().map(|(_, code, _)| code).filter(|code| *code != "?").collect();
    assert_eq!(codes, ["9901001", "9901002", "9901003"]);
}

#[test]
fn in_a_table_of_this_app_a_remark_may_look_like_rows() {
    let record = Record {
        code: Some("9901001".to_owned()),
        name: "甲".to_owned(),
        note: "同學的\n9901002,乙,80,3\n399002,丙,70,2".to_owned(),
        ..Record::default()
    };
    let import = import::read_text(&export::to_csv(std::slice::from_ref(&record)), None);
    assert_eq!((import.records(), kinds(&import)), (vec![record], vec![]));
}

#[test]
fn a_mark_without_partner_in_the_first_line_hides_no_delimiter() {
    for delimiter in ["\t", ";"] {
        let text = "\"課程編碼|課名|成績\n9901001|甲,乙,丙,丁,戊,己|75\n9901002|乙|80\n".replace('|', delimiter);
        let import = import::read_text(&text, None);
        assert_eq!(rows(&import), [(2, "9901001", "甲,乙,丙,丁,戊,己"), (3, "9901002", "乙")], "{delimiter:?}");
        assert_eq!(kinds(&import), [IssueKind::StrayQuotes], "{delimiter:?}");
    }
}

#[test]
fn commas_of_remarks_over_several_lines_are_no_delimiters() {
    let row = |code: &str, name: &str| format!("{code};{name};75;\"{}\"\n", ["一,二,三"; 4].join("\n"));
    let text = format!("課程編碼;課名;成績;備註\n{}{}", row("9901001", "甲"), row("9901002", "乙"));
    let import = import::read_text(&text, None);
    assert_eq!((rows(&import), kinds(&import)), (vec![(2, "9901001", "甲"), (6, "9901002", "乙")], vec![]));
}

#[test]
fn a_line_of_empty_cells_is_a_line_that_is_no_course() {
    let import = import::read_text("課程編碼,課名,成績\n,,\n9901001,\"甲\",75\n", None);
    assert_eq!((rows(&import), import.ignored.clone()), (vec![(3, "9901001", "甲")], vec![1, 2]));
}
