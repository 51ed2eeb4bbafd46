//! Odd shapes of the score page: which lines are a course, which line is told, and whose page it is.

use kuayu::import::{self, Format, Import, IssueKind};
use kuayu::term::Term;

fn kinds(import: &Import) -> Vec<IssueKind> {
    import.issues.iter().map(|issue| issue.kind).collect()
}

/// The rows as line, code, name and grade.
fn rows(import: &Import) -> Vec<String> {
    let row = |row: &import::Row| {
        let record = &row.record;
        format!("{} {} {} {}", row.line, record.code.as_deref().unwrap_or("?"), record.name, record.grade)
    };
    import.rows.iter().map(row).collect()
}

#[test]
fn totals_that_do_not_fit_are_told_at_the_head_of_their_semester_also_without_tabs() {
    let text = "課號 修 課程名稱 英文課名 課程編碼 階段 學分 成績 備註\n399001 必 甲 A 9901001 1 3.0 75 班\n\
                修習總學分數 3.0\n實得學分數 3.0\n\
                課號 修 課程名稱 英文課名 課程編碼 階段 學分 成績 備註\n399002 必 乙 B 9901002 1 2.0 80 班\n\
                修習總學分數 5.0\n實得學分數 5.0\n";
    for text in [text.to_owned(), text.replace(' ', "\t")] {
        let import = import::read_text(&text, None);
        assert_eq!(rows(&import), ["2 9901001 甲 75", "6 9901002 乙 80"], "{text}");
        assert_eq!(kinds(&import), [IssueKind::TotalsDiffer], "{text}");
        assert_eq!(import.issues[0].line, Some(5), "{text}");
        assert_eq!(import.ignored, [1, 3, 4, 5, 7, 8], "{text}");
    }
}

#[test]
fn a_course_without_code_is_still_one_course_of_two_lines() {
    for (layout, english) in [("課程名稱", ""), ("課程名稱\t英文課名", "\tA")] {
        let text = format!(
            "課號\t修\t{layout}\t課程編碼\t階段\t學分\t成績\t備註\n\
             399001\t必\nRequired\t甲{english}\t\t1\t3.0\t75\t班\n399002\t選\nElective\t乙{english}\t9902002\t1\t2.0\t80\t班\n"
        );
        let import = import::read_text(&text, None);
        assert_eq!(rows(&import), ["2 ? 甲 75", "4 9902002 乙 80"], "{layout}");
        assert_eq!(import.rows[0].class.as_deref(), Some("399001"), "{layout}");
        assert_eq!(kinds(&import), [IssueKind::CodeMissing], "{layout}");
    }
}

#[test]
fn whose_page_it_is_stands_above_the_courses() {
    let above = "歷年成績\n學號：113360099　班級：電子三甲　115 學年度 第 1 學期\n";
    let header = "課號\t修\t課程名稱\t課程編碼\t階段\t學分\t成績\t備註\n";
    let course = "399001\t必\nRequired\t甲\t9901001\t1\t3.0\t75\t班\n";
    // Also where the headings were not selected.
    for text in [format!("{above}{header}{course}"), format!("{above}{course}")] {
        let import = import::read_text(&text, None);
        assert_eq!((import.format, import.rows.len()), (Some(Format::PortalText), 1), "{text}");
        let profile = import.profile.unwrap();
        assert_eq!(profile.student.as_deref(), Some("113360099"), "{text}");
        assert_eq!((profile.group.as_deref(), profile.entry), (Some("電子系"), Some(113)), "{text}");
    }
    // What stands among the courses says nothing of the student.
    let below = import::read_text(&format!("{header}{course}學號：113360099　班級：電子三甲\n"), None);
    assert_eq!((below.rows.len(), below.profile), (1, None));
    assert_eq!(below.rows[0].record.term, None::<Term>);
}

#[test]
fn headings_may_be_broken_after_the_second() {
    let text = "課號\t修\nType\t課程名稱\tName\t課程編碼\t階段\t學分\t成績\t備註\n\
                399001\t必\nRequired\t甲\tA\t9901001\t1\t3.0\t75\t班\n";
    let import = import::read_text(text, None);
    assert_eq!((import.format, rows(&import)), (Some(Format::PortalText), vec!["3 9901001 甲 75".to_owned()]));
    assert_eq!((import.blocks.len(), import.blocks[0].line, kinds(&import)), (1, 1, vec![]));
}

#[test]
fn a_list_of_semesters_to_choose_from_is_no_semester() {
    let header = "課號\t修\t課程名稱\t課程編碼\t階段\t學分\t成績\t備註";
    let text = format!(
        "114 學年度 第 1 學期\n113 學年度 第 2 學期\n113 學年度 第 1 學期\n{header}\n399001\t必\t甲\t9901001\t1\t3.0\t75\t班\n\
         112 學年度 第 2 學期\n{header}\n399002\t必\t乙\t9901002\t1\t3.0\t80\t班\n"
    );
    let import = import::read_text(&text, None);
    let blocks: Vec<_> = import.blocks.iter().map(|block| (block.line, block.term.unwrap().to_string())).collect();
    assert_eq!(blocks, [(3, "113-1".to_owned()), (6, "112-2".to_owned())]);
    let terms: Vec<_> = import.records().iter().map(|record| record.term.unwrap().to_string()).collect();
    assert_eq!((terms, import.ignored.clone()), (vec!["113-1".to_owned(), "112-2".to_owned()], vec![1, 2, 3, 4, 6, 7]));
}

#[test]
fn a_row_with_a_cell_too_few_or_an_odd_one_is_skipped_aloud() {
    let header = "課號\t修\t課程名稱\t課程編碼\t階段\t學分\t成績\t備註";
    for row in [
        "399001\t必\t甲\t99-1\t1\t3.0\t75",
        "399001\t必\t甲\t99-1\t1\t三\t75\t班",
        "399001\t必\t\t99-1\t1\t3.0\t75\t班",
        "399001\t甲\t必\t99-1\t1\t3.0\t75\t班",
    ] {
        let import = import::read_text(&format!("{header}\n{row}\n399002\t必\t乙\t9901002\t1\t3.0\t80\t班\n"), None);
        assert_eq!(
            (rows(&import), kinds(&import)),
            (vec!["3 9901002 乙 80".to_owned()], vec![IssueKind::WrongColumns]),
            "{row}"
        );
        assert_eq!(import.issues[0].line, Some(2), "{row}");
    }
}

#[test]
fn without_tabs_numbers_in_a_name_are_no_grades() {
    let text = "課號 修 課程名稱 英文課名 課程編碼 階段 學分 成績 備註\n399001 必 微積分 2 Calculus 2 9901001 1 3.0 75 電子一甲\n實得學分數 3.0\n";
    let import = import::read_text(text, None);
    assert_eq!((rows(&import), kinds(&import)), (vec!["2 9901001 微積分 75".to_owned()], vec![]));
}

#[test]
fn a_student_number_has_eight_to_ten_letters_and_digits() {
    let header =
        "課號\t修\t課程名稱\t課程編碼\t階段\t學分\t成績\t備註\n399001\t必\nRequired\t甲\t9901001\t1\t3.0\t75\t班\n";
    let student = |above: &str| import::read_text(&format!("{above}\n{header}"), None).profile?.student;
    for number in ["11336009", "113360099", "t113360099"] {
        assert_eq!(student(&format!("學號： {number}　姓名：王甲乙")).as_deref(), Some(number));
    }
    for other in ["1133600", "11336009901", "Graduate"] {
        assert_eq!(student(&format!("學號：{other}")), None, "{other}");
    }
}

#[test]
fn two_lines_that_are_no_course_together_are_told_one_by_one() {
    let header = "課號\t修\t課程名稱\t課程編碼\t階段\t學分\t成績\t備註";
    let import = import::read_text(&format!("{header}\n399001\t必\nRequired\t甲\t99-1\t1\t3.0\t75\n"), None);
    let told: Vec<_> = import.skipped().map(|issue| (issue.line, issue.kind)).collect();
    assert_eq!(told, [2, 3].map(|line| (Some(line), IssueKind::WrongColumns)));
}

#[test]
fn a_line_above_a_course_is_no_part_of_it() {
    let course = "399001\t必\t甲\t9901001\t1\t3.0\t75\t班\n實得學分數\t3.0\n";
    for above in ["113 學年度 第 1 學期\n", "113 學年度 第 1 學期\n班級\t電子三甲\n"] {
        let import = import::read_text(&format!("{above}{course}"), None);
        assert_eq!((import.format, import.rows.len()), (Some(Format::PortalText), 1), "{above}");
        let row = &import.rows[0];
        assert_eq!((row.class.as_deref(), row.record.term), (Some("399001"), Term::parse("113-1")), "{above}");
        assert_eq!(row.line, above.lines().count() + 1, "{above}");
    }
}

#[test]
fn a_table_in_the_order_of_the_page_is_a_table_unless_it_has_the_totals_of_the_page() {
    let table = "修\t課程名稱\t課程編碼\t階段\t學分\t成績\t備註\n必\t甲\t9901001\t1\t3.0\t75\t班\n";
    let import = import::read_text(table, None);
    assert_eq!((import.format, rows(&import)), (Some(Format::Table), vec!["2 9901001 甲 75".to_owned()]));
    let import = import::read_text(&format!("{table}實得學分數\t3.0\n"), None);
    assert_eq!((import.format, rows(&import)), (Some(Format::PortalText), vec!["2 9901001 甲 75".to_owned()]));
}
