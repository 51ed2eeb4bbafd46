//! The university's other pages, pages that are nobody's transcript, and files that are no text or damaged.

use kuayu::import::{self, Chosen, Column, Format, Import, IssueKind, Meeting};
use kuayu::transcript::Completion;

use crate::support::big5::big5;

fn fixture(name: &str) -> String {
    std::fs::read_to_string(format!("{}/tests/fixtures/transcripts/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn kinds(import: &Import) -> Vec<IssueKind> {
    import.issues.iter().map(|issue| issue.kind).collect()
}

/// The rows, as code, name, term, grade and status.
fn rows(import: &Import) -> Vec<String> {
    let row = |row: &import::Row| {
        let record = &row.record;
        let term = record.term.map(|term| term.to_string()).unwrap_or_default();
        let code = record.code.as_deref().unwrap_or("?");
        format!("{code} {} {term} {} {:?}", record.name, record.grade, record.completion(60))
    };
    import.rows.iter().map(row).collect()
}

#[test]
fn the_review_gives_cells_once_for_several_rows() {
    for name in ["review-spans.html", "review-spans.txt"] {
        let import = import::read_text(&fixture(name), None);
        assert_eq!(import.format, Some(Format::Review), "{name}");
        let expected = [
            "9900301 範例導論 112-1 80 Passed",
            "9900302 示範實作 112-1 N InProgress",
            "9900303 樣本概論 112-1 79 Passed",
            "99E0304 抽樣方法 112-2 P Passed",
        ];
        assert_eq!(rows(&import), expected, "{name}");
        assert_eq!(kinds(&import), [IssueKind::NotFullTranscript], "{name}");
        assert!(import.rows.iter().all(|row| row.unplaced));
        assert_eq!(import.profile.unwrap().entry, Some(112));
    }
}

#[test]
fn rows_under_an_unknown_heading_of_grades_are_named_one_by_one() {
    let text = fixture("review-spans.txt").replace("\t成績\t", "\t評語\t");
    let import = import::read_text(&text, None);
    let skipped: Vec<&str> = import.skipped().map(|issue| issue.text.split(' ').nth(3).unwrap()).collect();
    assert_eq!(skipped, ["9900301", "9900302", "9900303", "99E0304"]);
    assert_eq!(kinds(&import).iter().filter(|kind| **kind == IssueKind::GradeColumnUnknown).count(), 4);
    let chosen = Chosen { columns: vec![(7, Column::Grade)], ..Chosen::default() };
    assert_eq!(import::read_text(&text, chosen).rows.len(), 4);
}

#[test]
fn a_timetable_saved_has_the_codes_of_its_links() {
    let import = import::read_bytes(fixture("timetable.html").as_bytes(), &big5, None);
    assert_eq!(import.format, Some(Format::Timetable));
    let expected = [
        "9900205 範例訊號 115-1  InProgress",
        "99E0207 示範控制\u{e123} 115-1  InProgress",
        "9900209 樣本通識 115-1 W NotPassed",
    ];
    assert_eq!(rows(&import), expected);
    assert_eq!(kinds(&import), []);
    assert_eq!(import.rows[0].class.as_deref(), Some("372003"));
    let at = |day, period| Meeting { day, period };
    assert_eq!(import.rows[1].meetings, [at(2, '3'), at(2, '4'), at(5, '7'), at(5, '8'), at(5, '9')]);
    assert_eq!(import.rows[2].meetings[..2], [at(2, 'A'), at(2, 'N')]);
    // Whose it is, for comparing and suggesting.
    let profile = import.profile.unwrap();
    assert_eq!(profile.student.as_deref(), Some("113360099"));
    assert_eq!((profile.group.as_deref(), profile.entry), (Some("電子系"), Some(113)));
}

#[test]
fn a_timetable_pasted_is_known_by_names() {
    let import = import::read_text(&fixture("timetable-pasted.txt"), None);
    assert_eq!(import.format, Some(Format::Timetable));
    let expected =
        ["? 範例訊號 115-1  InProgress", "? 示範控制\u{e123} 115-1  InProgress", "? 樣本通識 115-1 W NotPassed"];
    assert_eq!(rows(&import), expected);
    assert_eq!(kinds(&import), [IssueKind::CodeMissing; 3]);
    assert_eq!(import.rows[0].meetings.len(), 3);
}

#[test]
fn pages_that_are_no_transcript() {
    let search = fixture("timetable.html").replace("選課狀況", "人數");
    for (text, kind) in [
        (search.as_str(), IssueKind::CourseSearch),
        (&fixture("timetable-pasted.txt").replace("選課狀況", "人數"), IssueKind::CourseSearch),
        ("學期\t班名次\t系名次\n114-1\t3 / 50\t8 / 100\n113-2\t5 / 50\t9 / 101", IssueKind::Ranking),
        ("<table><tr><th>姓名<th>平均<th>排名<tr><td>王甲乙<td>85<td>3</table>", IssueKind::Ranking),
        ("<table><tr><th>商品<th>價格<tr><td>蘋果<td>30<tr><td>香蕉<td>45</table>", IssueKind::NotTranscript),
        ("<table><tr><td>9901001<td>範例力學<td>3</table>", IssueKind::NotTranscript),
        ("{\"courses\":[{\"code\":\"9901001\",\"score\":75}]}", IssueKind::OtherJson),
        ("[{\"code\":\"9901001\"}]", IssueKind::OtherJson),
    ] {
        let import = import::read_text(text, None);
        assert_eq!((rows(&import), kinds(&import)), (vec![], vec![kind]), "{text}");
    }
    // A person who says that it is a table of courses is believed.
    let table = "<table><tr><td>9901001<td>範例力學<td>3</table>";
    assert_eq!(import::read_text(table, Some(Format::Table)).rows.len(), 1);
}

#[test]
fn files_that_are_no_text() {
    let old_word: Vec<u8> = "WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, kind) in [
        (b"PK\x03\x04\x14\0 [Content_Types].xml word/document.xml".to_vec(), IssueKind::Document),
        (b"PK\x03\x04\x14\0 mimetypeapplication/vnd.oasis.opendocument.text".to_vec(), IssueKind::Document),
        (b"PK\x03\x04\x14\0 [Content_Types].xml xl/workbook.xml".to_vec(), IssueKind::Workbook),
        (b"PK\x03\x04\x14\0 mimetypeapplication/vnd.oasis.opendocument.spreadsheet".to_vec(), IssueKind::Workbook),
        (b"PK\x03\x04\x14\0 scores/114.csv".to_vec(), IssueKind::Archive),
        ([b"\xd0\xcf\x11\xe0".to_vec(), old_word].concat(), IssueKind::Document),
        (b"\xd0\xcf\x11\xe0 rest".to_vec(), IssueKind::Workbook),
        (b"\0\0\0\x18ftypheic".to_vec(), IssueKind::Picture),
        (b"\x89PNG\r\n\x1a\n".to_vec(), IssueKind::Picture),
        (b"Rar!\x1a".to_vec(), IssueKind::Archive),
        (b"{\\rtf1\\ansi".to_vec(), IssueKind::Document),
    ] {
        let import = import::read_bytes(&bytes, &big5, None);
        assert_eq!((import.rows.len(), kinds(&import)), (0, vec![kind]), "{kind:?}");
    }
}

#[test]
fn a_stray_quote_costs_its_own_line() {
    for (text, names, lines) in [
        ("課程編碼,課名,成績\n9901001,甲,\"75\n9901002,乙,80\"\n9901003,丙,90\n", ["甲", "乙", "丙"], vec![2, 3]),
        ("課程編碼,課名,成績\n9901001,\"甲,75\n9901002,\"乙\",80\n9901003,\"丙\",90\n", ["甲", "乙", "丙"], vec![2]),
        ("課程編碼,課名,成績\n9901001,甲,75\n9901002,\"乙,80\n9901003,\"丙,丁\",90\n", ["甲", "乙", "丙,丁"], vec![3]),
        ("課程編碼,課名,成績\n9901001,甲,75\n9901002,乙,80\n9901003,\"丙,90", ["甲", "乙", "丙"], vec![4]),
    ] {
        let import = import::read_text(text, None);
        let read: Vec<&str> = import.rows.iter().map(|row| row.record.name.as_str()).collect();
        assert_eq!(read, names, "{text}");
        assert!(import.rows.iter().all(|row| row.record.completion(60) == Completion::Passed), "{text}");
        let stray = import.issues.iter().filter(|issue| issue.kind == IssueKind::StrayQuotes);
        assert_eq!(stray.filter_map(|issue| issue.line).collect::<Vec<_>>(), lines, "{text}");
    }
    // A cell that holds a line break is no stray quote.
    let import = import::read_text("課程編碼,課名,備註,成績\n9901001,甲,\"一\n二\",75", None);
    assert_eq!((import.rows.len(), kinds(&import)), (1, vec![]));
}

#[test]
fn a_nul_byte_is_told_and_the_rest_read() {
    let bytes = "課程編碼,課名,成績\n9901001,甲,75\n99\x0001002,乙,80\n".as_bytes();
    let import = import::read_bytes(bytes, &big5, None);
    let codes: Vec<_> = import.rows.iter().filter_map(|row| row.record.code.as_deref()).collect();
    assert_eq!((codes, kinds(&import)), (vec!["9901001", "9901002"], vec![IssueKind::NulBytes]));
    let text = std::str::from_utf8(bytes).unwrap();
    assert_eq!(import::read_text(text, None).rows.len(), 2);
}
