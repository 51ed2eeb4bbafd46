//! Which column is which: with odd cells, without headings, under headings of all kinds, and as a person says.

use kuayu::import::{self, Chosen, Column, Import, IssueKind};

/// The rows, as code, name, credits, stage and grade.
fn rows(import: &Import) -> Vec<String> {
    let row = |row: &import::Row| {
        let record = &row.record;
        let credits = record.credits.map(|credits| credits.to_string()).unwrap_or_default();
        let code = record.code.as_deref().unwrap_or("?");
        format!("{code} {} {credits} [{}] {}", record.name, record.stage, record.grade)
    };
    import.rows.iter().map(row).collect()
}

fn kinds(import: &Import) -> Vec<IssueKind> {
    import.issues.iter().map(|issue| issue.kind).collect()
}

#[test]
fn one_odd_cell_changes_its_own_row_only() {
    let import = import::read_text("9901001,甲,1,3,75\n9901002,乙,甲,3,80\n9901003,丙,1,2,66", None);
    assert_eq!(rows(&import), ["9901001 甲 3 [1] 75", "9901002 乙 3 [] 80", "9901003 丙 2 [1] 66"]);
    assert_eq!(kinds(&import), [IssueKind::ColumnsDoubtful, IssueKind::StageUnreadable]);
    assert_eq!(import.issues[0].text, "甲");
}

#[test]
fn all_rows_decide_however_far_down_they_stand() {
    let mut text: String = (0..300).map(|n| format!("99{n:05},課{n},1,1,8{}\n", n % 10)).collect();
    text.extend((300..700).map(|n| format!("99{n:05},課{n},3,1,8{}\n", n % 10)));
    let import = import::read_text(&text, None);
    let columns: Vec<Column> = import.columns.iter().map(|column| column.column).collect();
    assert_eq!(columns, [Column::Code, Column::Name, Column::Credits, Column::Stage, Column::Grade]);
    assert_eq!(rows(&import)[699], "9900699 課699 3 [1] 89");
}

#[test]
fn what_can_be_two_things_is_doubted() {
    let import = import::read_text("9901001,甲,1,2,75\n9901002,乙,2,1,80", None);
    assert_eq!(kinds(&import), [IssueKind::ColumnsDoubtful]);
    // The person says which is which, and the source is read again.
    let chosen = Chosen { columns: vec![(2, Column::Credits), (3, Column::Stage)], ..Chosen::default() };
    let import = import::read_text("9901001,甲,1,2,75\n9901002,乙,2,1,80", chosen);
    assert_eq!(rows(&import), ["9901001 甲 1 [2] 75", "9901002 乙 2 [1] 80"]);
}

#[test]
fn class_numbers_are_no_codes() {
    for heading in ["課號", "課程編碼"] {
        let import =
            import::read_text(&format!("{heading},課名,學分,成績\n312001,範例力學,3,75\n9901002,乙,2,80"), None);
        assert_eq!(rows(&import), ["? 範例力學 3 [] 75", "9901002 乙 2 [] 80"], "{heading}");
        assert_eq!(import.rows[0].class.as_deref(), Some("312001"), "{heading}");
        assert!(import.rows[0].record.code.is_none(), "{heading}");
    }
}

#[test]
fn a_course_that_is_called_after_rankings_does_not_make_a_page_of_rankings() {
    let import = import::read_text("課程編碼,課程名稱,學分,成績\n9901001,排名與推薦,3,75\n,PageRank,2,80", None);
    assert_eq!(rows(&import), ["9901001 排名與推薦 3 [] 75", "? PageRank 2 [] 80"]);
    let import = import::read_text("9901001,排名與推薦,3,75\n9901002,乙,2,80", None);
    assert_eq!(rows(&import), ["9901001 排名與推薦 3 [] 75", "9901002 乙 2 [] 80"]);
    let import = import::read_text("學期\t班排名\t系排名\n114-1\t3/50\t5/98", None);
    assert_eq!(kinds(&import), [IssueKind::Ranking]);
}

#[test]
fn under_a_mark_without_a_partner_nothing_invisible_stays() {
    let import = import::read_text("課程編碼,課程名稱,學分,成績\n9901001,\"\u{11} 力學,3,75\n9901002,乙,2,80", None);
    assert_eq!(rows(&import), ["9901001 力學 3 [] 75", "9901002 乙 2 [] 80"]);
}

#[test]
fn headings_of_all_kinds() {
    for header in [
        "課程代號,科目名稱,階段別,學分數,等第",
        "课程代码,课程名称,阶段,学分,成绩",
        "課程編碼,課程名稱,階段別,學分,成績",
        "Course Code,Course Title,Stage,Credit Hours,Final Grade",
        "SUBJECT CODE,Subject Name,Part,Cr.Hrs,Letter Grade",
    ] {
        let import = import::read_text(&format!("{header}\n9901001,甲,1,3,75"), None);
        assert_eq!(rows(&import), ["9901001 甲 3 [1] 75"], "{header}");
        assert_eq!(kinds(&import), [], "{header}");
    }
    // A letter beside the number is not the grade.
    let import = import::read_text("課程編碼,課名,等第,成績\n9901001,甲,A+,92", None);
    assert_eq!((rows(&import), kinds(&import)), (vec!["9901001 甲  [] 92".to_owned()], vec![]));
}

#[test]
fn an_unknown_heading_is_told_and_can_be_chosen() {
    let text = "課程編碼,課名,我的努力\n9901001,甲,75";
    let import = import::read_text(text, None);
    assert_eq!(kinds(&import), [IssueKind::UnknownHeading, IssueKind::NoGradeColumn]);
    assert_eq!(import.issues[0].text, "我的努力");
    assert!(import.columns[2].unknown);
    let chosen = Chosen { columns: vec![(2, Column::Grade)], ..Chosen::default() };
    let import = import::read_text(text, chosen);
    assert_eq!((rows(&import), kinds(&import)), (vec!["9901001 甲  [] 75".to_owned()], vec![]));
}

#[test]
fn goods_with_prices_are_no_courses() {
    let text = "商品\t價格\n蘋果\t30\n香蕉\t45";
    let import = import::read_text(text, None);
    assert_eq!((rows(&import), kinds(&import)), (vec![], vec![IssueKind::NoCourses]));
    // Unless a person says that they are.
    let chosen = Chosen { columns: vec![(1, Column::Grade)], ..Chosen::default() };
    assert_eq!(rows(&import::read_text(text, chosen)).len(), 2);
}

#[test]
fn the_first_row_of_a_table_without_numbers_is_no_heading() {
    let import = import::read_text("範例力學,通過\n示範資料科學,抵免", None);
    assert_eq!(import.rows.len(), 2);
}

#[test]
fn several_codes_in_one_place_are_all_read() {
    for text in [
        "https://example.org/plan?codes=9901001,9901002,99E0003",
        "https://example.org/plan?code=9901001&code=9901002&code=99E0003#top",
    ] {
        let codes: Vec<String> = import::read_text(text, None).records().into_iter().filter_map(|r| r.code).collect();
        assert_eq!(codes, ["9901001", "9901002", "99E0003"], "{text}");
    }
    let import = import::read_text("課程編碼,課名,學分,成績\n9901001/9901002,甲,3,75", None);
    assert_eq!(rows(&import), ["9901001 甲 3 [] 75", "9901002 甲 3 [] 75"]);
    assert_eq!(kinds(&import), [IssueKind::SeveralCodes]);
}

#[test]
fn credits_that_no_course_has() {
    let import = import::read_text("課程編碼,課名,學分,成績\n9901001,甲,30,75", None);
    assert_eq!(
        (rows(&import), kinds(&import)),
        (vec!["9901001 甲 30 [] 75".to_owned()], vec![IssueKind::CreditsImplausible])
    );
}

#[test]
fn a_code_of_another_university_is_kept_as_printed() {
    let import = import::read_text("課程編碼,課名,學分,成績\nXC200019,人因工程,3,75", None);
    assert_eq!(import.rows[0].printed, "XC200019");
    assert_eq!(kinds(&import), [IssueKind::CodeUnreadable]);
}

#[test]
fn private_use_characters_of_names_are_kept() {
    let import = import::read_text("課程編碼,課名,成績\n9901001,範例\u{e123}學,75", None);
    assert_eq!(import.rows[0].record.name, "範例\u{e123}學");
}
