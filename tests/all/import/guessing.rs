//! Tables without headings: what each column is taken for, and which cell is told where one is odd.

use kuayu::credits::Credits;
use kuayu::import::{self, Column, IssueKind};
use kuayu::transcript::Grade;

/// Rows of code, class number, name, semester, credits, grade and status.
fn rows() -> Vec<Vec<String>> {
    let row = |n: usize| {
        let status = if n.is_multiple_of(2) { "已修" } else { "修畢" };
        [&format!("990100{n}"), &format!("39900{n}"), "範例", "112-1", "3.0", &format!("8{n}"), status]
            .map(str::to_owned)
    };
    (1..=6).map(|n| row(n).to_vec()).collect()
}

fn text(rows: &[Vec<String>]) -> String {
    rows.iter().map(|row| row.join(",") + "\n").collect()
}

#[test]
fn an_odd_cell_is_told_whatever_its_column() {
    let plain = import::read_text(&text(&rows()), None);
    let columns: Vec<Column> = plain.columns.iter().map(|column| column.column).collect();
    use Column::*;
    assert_eq!(columns, [Code, Class, Name, Term, Credits, Grade, Status]);
    assert!(plain.issues.is_empty() && plain.rows.len() == 6, "{:?}", plain.issues);
    for (at, odd) in [(0, "99"), (1, "3990"), (3, "某學期"), (4, "三"), (5, "優良"), (6, "很好")] {
        let mut rows = rows();
        rows[3][at] = odd.to_owned();
        let issues = import::read_text(&text(&rows), None).issues;
        assert_eq!((issues[0].kind, issues[0].text.as_str()), (IssueKind::ColumnsDoubtful, odd), "{at}");
    }
    // An empty cell, another name, and a word for the status in the grade's place are not odd.
    for (at, usual) in [(1, ""), (3, ""), (4, ""), (2, "Example"), (5, "修習中")] {
        let mut rows = rows();
        rows[3][at] = usual.to_owned();
        let issues = import::read_text(&text(&rows), None).issues;
        assert!(issues.iter().all(|issue| issue.kind != IssueKind::ColumnsDoubtful), "{at} {issues:?}");
    }
}

#[test]
fn of_two_columns_of_ones_and_twos_the_first_is_the_stage() {
    let import = import::read_text("9901001,甲,1,2,75\n9901002,乙,2,1,80", None);
    let read: Vec<String> = import.records().iter().map(|r| format!("{} {}", r.stage, r.credits.unwrap())).collect();
    assert_eq!((read, import.issues[0].text.as_str()), (vec!["1 2".to_owned(), "2 1".to_owned()], "9901001 甲 1 2 75"));
}

#[test]
fn one_column_of_small_numbers_is_the_credits_unless_a_whole_year_is_among_them() {
    for (cells, stage) in [(["1", "2"], false), (["3", "2"], false), (["全", "1"], true), (["全", "全"], true)] {
        let import = import::read_text(&format!("9901001,甲,{},75\n9901002,乙,{},80", cells[0], cells[1]), None);
        let column = if stage { Column::Stage } else { Column::Credits };
        assert_eq!(import.columns[2].column, column, "{cells:?}");
    }
}

#[test]
fn headings_that_say_nothing_stand_above_rows_with_codes() {
    let import = import::read_text("甲欄,乙欄,丙欄\n9901001,範例力學,75\n9901002,示範實作,80\n", None);
    let read: Vec<_> = import.rows.iter().map(|row| (row.line, &*row.record.name)).collect();
    assert_eq!((read, import.ignored.clone()), (vec![(2, "範例力學"), (3, "示範實作")], vec![1]));
}

#[test]
fn a_table_may_stand_far_down() {
    let text = format!("{}9901001,範例力學,75\n", "\n".repeat(60));
    let import = import::read_text(&text, None);
    assert_eq!(import.rows.iter().map(|row| (row.line, &*row.record.name)).collect::<Vec<_>>(), [(61, "範例力學")]);
}

#[test]
fn of_headings_in_two_rows_the_one_that_says_more_counts() {
    for (headings, line) in [
        ("課程,課程,成績,成績\n課程編碼,課名,學分,分數", 3),
        ("課程編碼,課名,學分,成績\nCode,Name,Credits,Score", 3),
        ("課程編碼,課名,學分,成績\nCode,Name,,", 3),
        ("課程編碼,課名,學分,成績\n課程編碼,課名,學分,成績", 3),
    ] {
        let import = import::read_text(&format!("{headings}\n9901001,範例力學,3,75\n"), None);
        let row = import.rows.iter().find(|row| row.record.code.is_some()).unwrap();
        let record = &row.record;
        assert_eq!((row.line, &*record.name, record.grade), (line, "範例力學", Grade::Score(75)), "{headings}");
        assert_eq!(record.credits, Some(Credits::whole(3)), "{headings}");
    }
}

#[test]
fn a_third_column_of_names_is_of_no_use() {
    let import = import::read_text("課程編碼,課程名稱,英文課名,名稱,成績\n9901001,範例力學,Sample,例,75\n", None);
    let columns: Vec<Column> = import.columns.iter().map(|column| column.column).collect();
    assert_eq!(columns, [Column::Code, Column::Name, Column::EnglishName, Column::Other, Column::Grade]);
}

#[test]
fn of_two_columns_the_one_with_whole_years_is_the_stage() {
    let import = import::read_text("9901001,甲,1,全,75\n9901002,乙,2,1,80\n9901003,丙,2,1,90", None);
    assert_eq!((import.columns[2].column, import.columns[3].column), (Column::Credits, Column::Stage));
}
