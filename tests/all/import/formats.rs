//! Every format that a student can bring, read completely: the same invented transcript in each of them.
//!
//! `truth.csv` is the transcript; `portal-page.html` has the markup of the score page, and the pasted texts are what
//! Chromium puts on the clipboard when all of that page is selected and copied.

use std::collections::BTreeSet;

use kuayu::credits::Credits;
use kuayu::import::{self, Format, Import, IssueKind, Severity};
use kuayu::term::Term;
use kuayu::transcript::{Grade, Record, Stage};

use crate::support::big5::big5;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn read(name: &str) -> Import {
    import::read_bytes(&fixture(name), &big5, None)
}

/// One row of the transcript: code, name, credits, stage, term, grade.
type Attempt = (String, String, Credits, Stage, Option<Term>, Grade);

/// A row of `truth.csv` with its two flags: taught in English, transferred.
fn truth() -> Vec<(Attempt, bool, bool)> {
    let mut reader = csv::Reader::from_reader(&*fixture("transcripts/truth.csv").leak());
    let row = |row: csv::StringRecord| {
        let attempt = (
            row[0].to_owned(),
            row[1].to_owned(),
            Credits::parse(&row[2]).unwrap(),
            Stage::parse(&row[3]).unwrap(),
            Some(Term::parse(&row[4]).unwrap()),
            Grade::parse(&row[5]).unwrap(),
        );
        (attempt, &row[6] == "yes", &row[7] == "yes")
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

fn attempt(record: &Record) -> Attempt {
    (
        record.code.clone().unwrap_or_default(),
        record.name.clone(),
        record.credits.unwrap_or_default(),
        record.stage,
        record.term,
        record.grade,
    )
}

fn count(import: &Import, kind: IssueKind) -> usize {
    import.issues.iter().filter(|issue| issue.kind == kind).count()
}

/// Every row of the transcript was read, as what it is, and nothing else was.
fn assert_complete(name: &str, import: &Import) {
    let sorted = |mut attempts: Vec<Attempt>| {
        attempts.sort_by_key(|a| format!("{a:?}"));
        attempts
    };
    let read = sorted(import.rows.iter().map(|row| attempt(&row.record)).collect());
    let expected = sorted(truth().into_iter().map(|(attempt, ..)| attempt).collect());
    assert_eq!(read, expected, "{name}");
    assert_eq!(import.skipped().count(), 0, "{name}: {:?}", import.issues);
}

#[test]
fn every_format_gives_the_whole_transcript() {
    for (name, format) in [
        ("portal-page.html", Format::PortalHtml),
        ("transcripts/portal-eight-columns.big5.html", Format::PortalHtml),
        ("transcripts/portal-phone.mhtml", Format::PortalHtml),
        ("transcripts/portal-pasted.txt", Format::PortalText),
        ("transcripts/portal-pasted-eight-columns.txt", Format::PortalText),
        ("transcripts/table-chinese.csv", Format::Table),
        ("transcripts/table-english-semicolon.csv", Format::Table),
        ("transcripts/table-unicode-text.utf16.txt", Format::Table),
        ("transcripts/table-big5.csv", Format::Table),
        ("transcripts/table-no-header.tsv", Format::Table),
    ] {
        let mut import = read(name);
        assert_eq!(import.format, Some(format), "{name}");
        assert_eq!(import.needs_newest_term(), format == Format::PortalText, "{name}");
        if format == Format::PortalText {
            import.assign_terms(Term::parse("114-1").unwrap());
        }
        assert_complete(name, &import);
    }
}

#[test]
fn a_score_page_says_more_than_a_table() {
    let truth = truth();
    for name in [
        "portal-page.html",
        "transcripts/portal-eight-columns.big5.html",
        "transcripts/portal-pasted.txt",
        "transcripts/portal-pasted-eight-columns.txt",
    ] {
        let import = read(name);
        let english: Vec<bool> = import.rows.iter().map(|row| row.english).collect();
        assert_eq!(english, truth.iter().map(|(_, english, _)| *english).collect::<Vec<_>>(), "{name}");
        let transfers: Vec<bool> = import.rows.iter().map(|row| row.class.is_none()).collect();
        assert_eq!(transfers, truth.iter().map(|(.., transfer)| *transfer).collect::<Vec<_>>(), "{name}");
        assert!(import.rows.iter().all(|row| row.record.note.starts_with("原修讀課程") == row.class.is_none()));

        assert_eq!(import.blocks.len(), 7, "{name}");
        assert!(import.blocks[0].no_results, "{name}");
        assert_eq!(import.blocks[6].earned, Credits::parse("14"), "{name}");
        for (kind, expected) in [
            (IssueKind::EmptyTerm, 1),
            (IssueKind::TransferWithScore, 1),
            (IssueKind::ZeroScore, 1),
            (IssueKind::TotalsDiffer, 0),
            // 電路學(一) failed and withdrawn, 微積分 failed, 機率與統計 failed, 體育 twice in one term.
            (IssueKind::Retake, 5),
        ] {
            assert_eq!(count(&import, kind), expected, "{name}: {kind:?}");
        }
    }
}

#[test]
fn the_newest_term_is_guessed_from_the_courses_offered() {
    let offered = |code: &str| -> Vec<Term> {
        let of = truth().into_iter().filter(|(attempt, ..)| attempt.0 == code);
        // Most courses run every year.
        of.filter_map(|(attempt, ..)| attempt.4).flat_map(|term| [term, term.previous().previous()]).collect()
    };
    let import = read("transcripts/portal-pasted.txt");
    let now = Term::parse("115-1").unwrap();
    assert_eq!(import.guess_newest_term(&offered, now), Term::parse("114-1"));
    assert_eq!(import.guess_newest_term(&|_| Vec::new(), now), None);
    // When a course that was transferred has classes here says nothing of when it was taken elsewhere.
    let transferred: Vec<String> =
        truth().into_iter().filter(|(.., transfer)| *transfer).map(|(attempt, ..)| attempt.0).collect();
    let of_transfers = |code: &str| if transferred.contains(&code.to_owned()) { vec![now] } else { Vec::new() };
    assert!(!transferred.is_empty());
    assert_eq!(import.guess_newest_term(&of_transfers, now), None);
    // What lies ahead is no guess, however well it would fit.
    let early = Term::parse("113-1").unwrap();
    assert!(import.guess_newest_term(&offered, early).is_none_or(|guess| guess <= early));
}

#[test]
fn the_graduation_review() {
    let import = read("transcripts/review.txt");
    assert_eq!(import.format, Some(Format::Review));
    let profile = import.profile.as_ref().unwrap();
    assert_eq!(profile.entry, Some(111));
    assert_eq!(profile.group.as_deref(), Some("電子系"));
    assert_eq!(profile.group_code.as_deref(), Some("360"));
    assert_eq!(profile.degree.as_deref(), Some("四年制大學部"));
    // Courses still missing and courses waiting for transfer are no records.
    let codes: Vec<&str> = import.rows.iter().filter_map(|row| row.record.code.as_deref()).collect();
    assert_eq!(
        codes,
        ["5902312", "AAA0021", "3403096", "1418001", "5705499", "5903328", "AB02029", "3004140", "14E0003", "3625010"]
    );
    assert!(import.rows.iter().all(|row| row.unplaced));
    for row in &import.rows {
        let known = truth().into_iter().find(|(attempt, ..)| Some(&attempt.0) == row.record.code.as_ref()).unwrap().0;
        assert_eq!(attempt(&row.record), known);
    }
    assert_eq!(count(&import, IssueKind::ZeroScore), 1);
    assert_eq!(count(&import, IssueKind::NotFullTranscript), 1);
    let credits: Vec<String> =
        import.review_credits.iter().map(|c| format!("{} {}/{}", c.label, c.earned, c.required)).collect();
    assert_eq!(credits, ["△ 校訂共同必修 11/13", "▲ 專業必修 34/59", "★ 專業選修 9/28", "☆ 共同選修 2/4", "通識 8/15"]);
}

#[test]
fn every_line_of_every_text_is_accounted_for() {
    for name in [
        "transcripts/portal-pasted.txt",
        "transcripts/portal-pasted-eight-columns.txt",
        "transcripts/review.txt",
        "transcripts/table-chinese.csv",
        "transcripts/table-no-header.tsv",
    ] {
        let text = String::from_utf8(fixture(name)).unwrap();
        let import = import::read_text(&text, None);
        let mut seen: BTreeSet<usize> = import.ignored.iter().copied().collect();
        seen.extend(import.issues.iter().filter_map(|issue| issue.line));
        let pasted = import.format == Some(Format::PortalText);
        for row in &import.rows {
            seen.insert(row.line);
            if pasted {
                seen.insert(row.line + 1);
            }
        }
        let lines: BTreeSet<usize> = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim_matches([' ', '\n']).is_empty())
            .map(|(at, _)| at + 1)
            .collect();
        assert_eq!(lines.difference(&seen).collect::<Vec<_>>(), Vec::<&usize>::new(), "{name}");
    }
}

#[test]
fn a_row_left_out_of_the_selection_shows_in_the_totals() {
    let text = String::from_utf8(fixture("transcripts/portal-pasted.txt")).unwrap();
    let without: Vec<&str> = text.lines().filter(|line| !line.contains("5902312") && *line != "250196\t選").collect();
    let import = import::read_text(&without.join("\n"), None);
    let issue = import.issues.iter().find(|issue| issue.kind == IssueKind::TotalsDiffer).unwrap();
    // Of the credits attempted; those earned lack the same course.
    assert_eq!(issue.totals, Some((Credits::whole(20), Credits::whole(17))));
    assert_eq!(import.rows.len(), truth().len() - 1);
}

#[test]
fn a_page_whose_tabs_became_spaces() {
    let text = String::from_utf8(fixture("transcripts/portal-pasted.txt")).unwrap().replace('\t', " ");
    let mut import = import::read_text(&text, None);
    assert_eq!(import.format, Some(Format::PortalText));
    import.assign_terms(Term::parse("114-1").unwrap());
    assert_complete("spaces", &import);
}

#[test]
fn pages_without_grades_are_explained() {
    for (text, kind) in [
        ("", IssueKind::Empty),
        ("  \n\t\n", IssueKind::Empty),
        ("期末教學評量\n您尚有 3 門課程未填寫，填寫完畢方可查詢成績", IssueKind::SurveyGate),
        ("教學優良教師票選\n請先完成投票，才能查詢成績", IssueKind::AwardGate),
        ("<html><body>應用系統已中斷連線，請重新登入</body></html>", IssueKind::LoginPage),
        (
            "<form>帳號<input name=u>密碼<input type=password><input type=submit value=登入></form><body></body>",
            IssueKind::LoginPage,
        ),
        ("歷年成績\n查無本學期成績資料！", IssueKind::NoResults),
        ("今天天氣很好", IssueKind::NoCourses),
        (
            "\u{feff}{\"app\":\"kuayu\",\"kind\":\"backup\",\"records\":[{\"name\":\"測量學\"}],\"version\":2}",
            IssueKind::Backup,
        ),
        ("{\n  \"app\": \"kuayu\",\n  \"kind\": \"rescue\",\n  \"stored\": {}\n}", IssueKind::Backup),
        ("<html><body><p>404</p></body></html>", IssueKind::NoCourses),
    ] {
        let import = import::read_text(text, None);
        assert!(import.rows.is_empty(), "{text}");
        let nothing: Vec<IssueKind> =
            import.issues.iter().map(|issue| issue.kind).filter(|kind| kind.severity() == Severity::Nothing).collect();
        assert_eq!(nothing, [kind], "{text}");
    }
}

#[test]
fn what_is_no_text_is_refused() {
    let photo: Vec<u8> = (0..5000u32).map(|n| (n * n % 251) as u8).collect();
    let mut photo_named_csv = b"\xff\xd8\xff\xe0\x00\x10JFIF".to_vec();
    photo_named_csv.extend(&photo);
    for (bytes, kind) in [
        (Vec::new(), IssueKind::Empty),
        (photo, IssueKind::Binary),
        (photo_named_csv, IssueKind::Picture),
        (b"PK\x03\x04 xl/workbook.xml".to_vec(), IssueKind::Workbook),
        (b"%PDF-1.4 rest".to_vec(), IssueKind::Pdf),
        (vec![b'a'; 20_000_000], IssueKind::TooLarge),
    ] {
        let import = import::read_bytes(&bytes, &big5, None);
        assert!(import.rows.is_empty());
        assert_eq!(import.issues.iter().map(|issue| issue.kind).collect::<Vec<_>>(), [kind]);
    }
}

#[test]
fn a_chosen_format_overrides() {
    let text = "9901001,範例力學,3.0,75";
    assert_eq!(import::read_text(text, None).format, Some(Format::Table));
    let import = import::read_text(text, Some(Format::PortalText));
    assert_eq!((import.format, import.rows.len()), (Some(Format::PortalText), 0));
    // Even so, the line is not passed over in silence.
    assert_eq!(count(&import, IssueKind::WrongColumns), 1);
}

#[test]
fn what_one_line_is_read_as() {
    // Format, source, what is read, what is said of it.
    let check = |text: &str, rows: &[&str], kinds: &[IssueKind]| {
        let import = import::read_text(text, None);
        let show = |row: &import::Row| {
            let record = &row.record;
            let credits = record.credits.map(|credits| credits.to_string()).unwrap_or_default();
            let code = record.code.as_deref().unwrap_or("?");
            format!("{} {code} {} {credits} [{}] {}", row.line, record.name, record.stage, record.grade)
        };
        assert_eq!(import.rows.iter().map(show).collect::<Vec<_>>(), rows, "{text}");
        assert_eq!(import.issues.iter().map(|issue| issue.kind).collect::<Vec<_>>(), kinds, "{text}");
    };
    use IssueKind::*;
    let portal = |rows: &str| format!("課號\t修\t課程名稱\tEnglish\t課程編碼\t階段\t學分\t成績\t備註\n{rows}");

    // A score page where the header row holds line breaks too.
    check(
        "課號\nNo.\t修\nType\t課程名稱\tName\t課程編碼\t階段\t學分\t成績\t備註\n399001\t必\nRequired\t甲\tA\t9901001\t1\t3.0\t75\t班",
        &["4 9901001 甲 3 [1] 75"],
        &[],
    );
    // The first line of the first course was not selected.
    check(&portal("Required\t甲\tA\t9901001\t1\t3.0\t75\t班"), &["2 9901001 甲 3 [1] 75"], &[]);
    // The page went through a spreadsheet, which keeps the line break in quotation marks.
    check(&portal("399001\t\"必\nRequired\"\t甲\tA\t9901001\t1\t3.0\t75\t班"), &["2 9901001 甲 3 [1] 75"], &[]);
    // A name without Chinese, full-width code and score.
    check(&portal("399001\t選\nElective\tC++\tC++\t９９ｅ１００１\t1\t3.0#\t７５\t"), &["2 99E1001 C++ 3 [1] 75"], &[]);
    // No code; an odd code; no grade.
    check(&portal("399001\t必\nRequired\t甲\tA\t\t1\t3.0\t75\t班"), &["2 ? 甲 3 [1] 75"], &[CodeMissing]);
    check(&portal("399001\t必\t甲\tA\t99-1\t1\t3.0\t\t班"), &["2 ? 甲 3 [1] "], &[CodeUnreadable]);
    check(&portal("399001\t必\nRequired\t甲\tA\t9901001\t1\t3.0"), &["2 9901001 甲 3 [1] "], &[ShortRow]);
    check(&portal("399001\t必\nRequired\t甲\tA\t9901001\t1"), &[], &[NoCourses, WrongColumns, WrongColumns]);
    check(
        &portal("399001\t必\nRequired\t甲\tA\t9901001\t1\t3.0\t優\t班"),
        &["2 9901001 甲 3 [1] "],
        &[GradeUnreadable],
    );
    // Transfers with and without a number.
    check(&portal("　\t　\n　\t甲\tA\t9901001\t全\t6.0\t抵免\t原修讀課程：乙"), &["2 9901001 甲 6 [全] 抵免"], &[]);
    check(&portal("　\t　\n　\t甲\tA\t9901001\t1\t3.0\t80\t"), &["2 9901001 甲 3 [1] 80"], &[TransferWithScore]);
    // The legend explains the letters; it is no data.
    check(
        &portal("399001\t必\nRequired\t甲\tA\t9901001\t1\t3.0\tN\t班\n備註\tN：未登錄\tW：停修\t#：未送\nP\tF"),
        &["2 9901001 甲 3 [1] N"],
        &[],
    );

    // Passed twice without a word of stages: perhaps the halves of a year course. A better attempt is another matter.
    let table = |rows: &str| format!("課程編碼,課名,學分,階段,學期,成績\n{rows}");
    let twice = ["2 9901001 甲 3 [] 75", "3 9901001 甲 3 [] 80"];
    check(&table("9901001,甲,3,,112-1,75\n9901001,甲,3,,112-2,80"), &twice, &[PassedTwice]);
    let halves = ["2 9901001 甲 3 [1] 75", "3 9901001 甲 3 [2] 80"];
    check(&table("9901001,甲,3,1,112-1,75\n9901001,甲,3,2,112-2,80"), &halves, &[]);
    let retaken = ["2 9901001 甲 3 [] 45", "3 9901001 甲 3 [] 80"];
    check(&table("9901001,甲,3,,112-1,45\n9901001,甲,3,,112-2,80"), &retaken, &[Retake]);

    // Tables: any order, case and delimiter.
    check("Score;CODE;Name\n75;99e1001;甲", &["2 99E1001 甲  [] 75"], &[]);
    check("課號,課名,成績\n9901001,甲,75", &["2 9901001 甲  [] 75"], &[]);
    check("課號,課名,成績\n399001,甲,75", &["2 ? 甲  [] 75"], &[CodeMissing]);
    check("課號,課程編碼,課名,成績\n399001,9901001,甲,75", &["2 9901001 甲  [] 75"], &[]);
    check("9901001，甲，3，75\n9901002，乙，2，抵免", &["1 9901001 甲 3 [] 75", "2 9901002 乙 2 [] 抵免"], &[]);
    check("9901001\n99E0302", &["1 9901001   [] ", "2 99E0302   [] "], &[NoGradeColumn]);
    check("我的課\n\n課名,成績\n甲,75\n合計,1", &["4 ? 甲  [] 75"], &[CodeMissing]);
    check("課程編碼,課名,學分,成績\n9901001,甲,3,75\n實得學分數,,3,", &["2 9901001 甲 3 [] 75"], &[]);
    // What spreadsheets do to codes.
    check("課程編碼,課名,成績\n199997,甲,75", &["2 ? 甲  [] 75"], &[ClassNotCode]);
    check("課程編碼,課名,成績\n1.4E+102,甲,75", &["2 ? 甲  [] 75"], &[CodeMangled]);
    check("課程編碼,課名,成績\n'14E0101,甲,75", &["2 14E0101 甲  [] 75"], &[]);
    // Rows that cannot be read, and rows in doubt.
    check(
        "課程編碼,課名,成績\n9901001,甲,乙,75\n,,75\n9901002,丙",
        &["4 9901002 丙  [] "],
        &[WrongColumns, NoCourse, ShortRow],
    );
    check(
        "課程編碼,課名,成績\n9901001,甲,0\n9901002,乙,A+",
        &["2 9901001 甲  [] 0", "3 9901002 乙  [] "],
        &[ZeroScore, GradeUnreadable],
    );
    check("課程編碼,課名,成績\n9901001,甲,75\n9901001,甲,75", &["2 9901001 甲  [] 75"], &[Duplicate]);
    check(
        "課程編碼,課名,學期,成績\n9901001,甲,112-1,45\n9901001,甲,112-2,75",
        &["2 9901001 甲  [] 45", "3 9901001 甲  [] 75"],
        &[Retake],
    );
    check(
        "課程編碼,課名,成績\n9901001,\"甲,75\n9901002,乙,80",
        &["2 9901001 甲  [] 75", "3 9901002 乙  [] 80"],
        &[StrayQuotes],
    );
}
