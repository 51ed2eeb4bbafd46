//! What holds for every source, however odd: reading never panics and loses no row silently, merging twice is merging
//! once and loses nothing stored, and what was exported is read back as it was.

use kuayu::credits::Credits;
use kuayu::export;
use kuayu::import::{self, Change, Format, Import, merge};
use kuayu::term::Term;
use kuayu::transcript::{Completion, Grade, Record, Stage};
use proptest::prelude::*;

use crate::support::big5::big5;

const PASS_MARK: u8 = 60;
const FORMATS: [Option<Format>; 6] = [
    None,
    Some(Format::PortalText),
    Some(Format::PortalHtml),
    Some(Format::Review),
    Some(Format::Timetable),
    Some(Format::Table),
];

fn grade() -> impl Strategy<Value = Grade> {
    prop_oneof![
        4 => (0..=100u8).prop_map(Grade::Score),
        3 => prop::sample::select(vec![
            Grade::Pass,
            Grade::Fail,
            Grade::Withdrawn,
            Grade::Transferred,
            Grade::NotDelivered,
            Grade::NotEntered,
            Grade::None,
        ]),
    ]
}

fn stage() -> impl Strategy<Value = Stage> {
    prop_oneof![Just(Stage::Only), (1..=2u8).prop_map(Stage::Part), Just(Stage::Whole)]
}

fn term() -> impl Strategy<Value = Option<Term>> {
    prop_oneof![Just(None), (110..=114u16, 1..=3u8).prop_map(|(year, part)| Term::new(year, part))]
}

fn status() -> impl Strategy<Value = Option<Completion>> {
    prop::sample::select(vec![
        None,
        Some(Completion::Passed),
        Some(Completion::InProgress),
        Some(Completion::Planned),
        Some(Completion::NotPassed),
    ])
}

/// Text that a student or a page may have in a cell: formulas, quotes, delimiters, line breaks, white space.
fn cell_text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[甲乙丙丁微積分(一)A-Za-z]{1,8}",
        2 => "[=+@'\"\\-,;\t\r\n 　，甲乙9]{0,10}",
        1 => "\\PC{0,12}",
    ]
}

/// Records as one has them. A record has a code or a name; the importer gives a trimmed name.
fn record() -> impl Strategy<Value = Record> {
    (
        prop::option::of("[0-9]{2}[0-9A-Z]E[0-9]{3}|0[0-9]{6}|[0-9A-Z]{3}[0-9]{4}"),
        cell_text(),
        0..=120u16,
        stage(),
        term(),
        grade(),
        status(),
        cell_text(),
    )
        .prop_filter_map(
            "a course has a code or a name",
            |(code, name, tenths, stage, term, grade, declared, note)| {
                (code.is_some() || !name.is_empty()).then(|| Record {
                    code,
                    name,
                    credits: (tenths > 0).then(|| Credits::from_tenths(tenths)),
                    stage,
                    term,
                    grade,
                    declared,
                    note,
                })
            },
        )
}

/// Few courses and terms, so that attempts collide.
fn colliding() -> impl Strategy<Value = Record> {
    let code = prop::sample::select(vec![None, Some("9901001"), Some("9901002")]);
    let name = prop::sample::select(vec!["甲", "乙"]);
    let term = prop::sample::select(vec![None, Term::new(112, 1), Term::new(112, 2)]);
    let grade =
        prop::sample::select(vec![Grade::None, Grade::NotEntered, Grade::Score(45), Grade::Score(80), Grade::Pass]);
    (code, name, term, grade, stage(), status()).prop_map(|(code, name, term, grade, stage, declared)| Record {
        code: code.map(str::to_owned),
        name: name.to_owned(),
        term,
        grade,
        stage,
        declared,
        ..Record::default()
    })
}

/// Lines and cells much like those of the real pages, in any disorder.
fn disorder() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("課號\t修\t課程名稱\tEnglish\t課程編碼\t階段\t學分\t成績\t備註".to_owned()),
        Just("學年期\t選課別\t開課別\t課程編碼\t課程名稱\t學分數\t階段\t成績\t開課班級\t備註".to_owned()),
        Just("課程編碼,課程名稱,學分,成績".to_owned()),
        Just("<table><tr><td>".to_owned()),
        Just("</td></tr></table>".to_owned()),
        Just("<br>".to_owned()),
        Just("<input type=submit value=\"113 學年度 第 2 學期\">".to_owned()),
        Just("399001\t必\nRequired\t甲\tA\t9901001\t1\t3.0\t75\t班".to_owned()),
        Just("　\t　\n　\t甲\tA\t9901001\t全\t6.0\t抵免\t原修讀課程：乙".to_owned()),
        Just("實得學分數\t9.0".to_owned()),
        Just("實得學分數".to_owned()),
        Just("查無本學期成績資料！".to_owned()),
        Just("尚待確定之所有修習及格課程".to_owned()),
        Just("學年度：112\t7 四年制大學部\t360 電子系".to_owned()),
        Just("9901002,乙,3,80".to_owned()),
        Just("\"".to_owned()),
        "[0-9A-Z甲乙\t,;<>&\"'/　 .#]{0,20}",
        "\\PC{0,10}",
    ];
    prop::collection::vec((piece, prop::sample::select(vec!["\n", "\r\n", "\t", ",", "", "\r"])), 0..30)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, end)| piece + end).collect())
}

/// What a reader may never do, whatever it was given.
fn assert_sound(import: &Import) {
    for row in &import.rows {
        assert!(row.record.code.is_some() || !row.record.name.is_empty());
        assert!(row.record.code.as_deref().is_none_or(|code| code.len() == 7 && code == code.to_ascii_uppercase()));
        assert!(row.block.is_none_or(|block| block < import.blocks.len()));
    }
    // Where nothing was read, the reason is given.
    assert!(!import.rows.is_empty() || !import.issues.is_empty() || !import.linked_terms().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        assert_sound(&import::read_bytes(&bytes, &big5, None));
    }

    #[test]
    fn any_text_is_read_as_any_format(text in disorder()) {
        for format in FORMATS {
            let mut import = import::read_text(&text, format);
            assert_sound(&import);
            import.assign_terms(Term::new(114, 1).unwrap());
        }
    }

    /// Every course of a table is read, or named in the issue that says why it was not.
    #[test]
    fn no_row_is_lost_silently(
        rows in prop::collection::vec((0..9999u16, cell_text(), "[0-9.#]{0,4}", "\\PC{0,3}"), 1..30),
        delimiter in prop::sample::select(vec!['\t', ',', ';']),
        header in any::<bool>(),
    ) {
        let mut text = String::new();
        if header {
            text.push_str(&["課程編碼", "課程名稱", "學分", "成績"].join(&delimiter.to_string()));
            text.push('\n');
        }
        let mut codes = Vec::new();
        for (number, name, credits, grade) in rows {
            let one_line = |cell: &str| cell.replace(['\n', '\r', '"', '\'', '<', '\u{85}', '\u{2028}'], "");
            let code = format!("99E{number:04}");
            text.push_str(&[&code, &one_line(&name), &credits, &one_line(&grade)].map(String::as_str).join(&delimiter.to_string()));
            text.push('\n');
            codes.push(code);
        }
        let import = import::read_text(&text, Some(Format::Table));
        for code in codes {
            let read = import.rows.iter().any(|row| row.record.code.as_ref() == Some(&code));
            prop_assert!(read || import.skipped().any(|issue| issue.text.contains(&code)), "{code} in {text:?}: {import:?}");
        }
        let lines = text.lines().count();
        prop_assert_eq!(import.rows.len() + import.skipped().count() + import.ignored.len(), lines);
    }

    /// The same for a pasted score page with any cells in it.
    #[test]
    fn no_course_of_a_pasted_page_is_lost_silently(
        rows in prop::collection::vec((0..9999u16, "[^\t\n\r\"<]{0,8}", "[^\t\n\r\"<]{0,4}", "[^\t\n\r\"<]{0,4}", "[^\t\n\r\"<]{0,6}"), 1..20),
    ) {
        let mut text = "課號\t修\t課程名稱\tEnglish\t課程編碼\t階段\t學分\t成績\t備註\n".to_owned();
        let mut codes = Vec::new();
        for (number, name, credits, grade, note) in rows {
            let code = format!("99E{number:04}");
            text.push_str(&format!("39{number:04}\t必\nRequired\t{name}\tName\t{code}\t1\t{credits}\t{grade}\t{note}\n"));
            codes.push(code);
        }
        let import = import::read_text(&text, Some(Format::PortalText));
        for code in codes {
            let read = import.rows.iter().any(|row| row.record.code.as_ref() == Some(&code));
            prop_assert!(read || import.skipped().any(|issue| issue.text.contains(&code)), "{code} in {text:?}: {import:?}");
        }
    }

    #[test]
    fn exported_courses_come_back_as_they_were(records in prop::collection::vec(record(), 1..12)) {
        let csv = export::to_csv(&records);
        let import = import::read_bytes(csv.as_bytes(), &|_| None, None);
        let mut expected: Vec<Record> = Vec::new();
        for record in records {
            // The same attempt written twice is one.
            if !expected.contains(&record) {
                expected.push(record);
            }
        }
        prop_assert_eq!(import.records(), expected, "{}", csv);
    }

    /// No cell of an exported table begins like a formula.
    #[test]
    fn exported_cells_are_no_formulas(records in prop::collection::vec(record(), 1..6)) {
        let csv = export::to_csv(&records);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv.as_bytes());
        for row in reader.records() {
            for cell in &row.unwrap() {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
            }
        }
    }

    #[test]
    fn merging_twice_is_merging_once(
        stored in prop::collection::vec(colliding(), 0..6),
        incoming in prop::collection::vec(colliding(), 0..6),
    ) {
        let once = merge(&stored, &incoming, PASS_MARK);
        let twice = merge(&once.records, &incoming, PASS_MARK);
        prop_assert_eq!(&twice.records, &once.records, "{:?}", twice.changes);
        prop_assert_eq!(twice.unchanged(), incoming.len());
    }

    #[test]
    fn merging_loses_nothing_stored(
        stored in prop::collection::vec(colliding(), 0..6),
        incoming in prop::collection::vec(colliding(), 0..6),
    ) {
        let merge = merge(&stored, &incoming, PASS_MARK);
        prop_assert_eq!(merge.changes.len(), incoming.len());
        prop_assert_eq!(merge.records.len(), stored.len() + merge.added());
        for (before, after) in stored.iter().zip(&merge.records) {
            let kept = |had: bool, same: bool| !had || same;
            prop_assert!(kept(before.code.is_some(), before.code == after.code));
            prop_assert!(kept(before.term.is_some(), before.term == after.term));
            prop_assert!(kept(before.stage != Stage::Only, before.stage == after.stage));
            let out = !matches!(before.grade, Grade::None | Grade::NotEntered | Grade::NotDelivered);
            prop_assert!(kept(out, before.grade == after.grade));
            let settled = matches!(before.declared, Some(Completion::Passed | Completion::NotPassed));
            prop_assert!(kept(settled, before.declared == after.declared));
            // A course that was passed stays passed.
            if before.completion(PASS_MARK) == Completion::Passed {
                prop_assert_eq!(after.completion(PASS_MARK), Completion::Passed);
            }
        }
        // Each row is somewhere, and each stored record takes one row at most.
        let mut places: Vec<usize> = merge.changes.iter().map(Change::record).collect();
        places.sort_unstable();
        places.dedup();
        prop_assert_eq!(places.len(), incoming.len());
    }
}
