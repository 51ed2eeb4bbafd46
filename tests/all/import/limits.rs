//! Both sides of each limit of reading: what is just within it is read, and one more is refused or taken otherwise.

use kuayu::import::{self, ClassFound, Import, IssueKind, MAX_BYTES};
use kuayu::term::Term;
use kuayu::transcript::Grade;

const TABLE: &str = "課程編碼,課名,成績\n9901001,甲,75\n";

fn read(bytes: &[u8]) -> Import {
    import::read_bytes(bytes, &|_| None, None)
}

fn kinds(import: &Import) -> Vec<IssueKind> {
    import.issues.iter().map(|issue| issue.kind).collect()
}

/// A text with spaces after it, so that it has so many bytes.
fn padded(text: &str, bytes: usize) -> String {
    format!("{text}{}", " ".repeat(bytes - text.len()))
}

#[test]
fn a_text_of_the_largest_size_is_read_and_a_larger_one_refused() {
    let (largest, larger) = (padded(TABLE, MAX_BYTES), padded(TABLE, MAX_BYTES + 1));
    for (at, over) in [
        (read(largest.as_bytes()), read(larger.as_bytes())),
        (import::read_text(&largest, None), import::read_text(&larger, None)),
    ] {
        assert_eq!((at.rows.len(), kinds(&at)), (1, vec![]));
        assert_eq!((over.rows.len(), kinds(&over)), (0, vec![IssueKind::TooLarge]));
    }
}

#[test]
fn a_page_on_the_clipboard_is_preferred_up_to_the_largest_size() {
    let page =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/transcripts/timetable.html"));
    let page = page.unwrap();
    assert!(import::says_more(&padded(&page, MAX_BYTES)));
    assert!(!import::says_more(&padded(&page, MAX_BYTES + 1)));
}

#[test]
fn one_byte_without_meaning_in_fifty_is_left_out_and_more_make_it_no_text() {
    // 300 bytes, with NUL in odd places and in even ones, since in one kind of them only they would be UTF-16.
    let with = |count: usize| {
        let text = padded(&format!("{TABLE}9901002,{},80", "x".repeat(200)), 300);
        let start = text.find("xxx").unwrap();
        let mut bytes = text.into_bytes();
        bytes[start..].iter_mut().step_by(7).take(count).for_each(|byte| *byte = 0);
        read(&bytes)
    };
    assert_eq!((with(7).rows.len(), kinds(&with(7))), (2, vec![IssueKind::NulBytes]));
    assert_eq!((with(8).rows.len(), kinds(&with(8))), (0, vec![IssueKind::Binary]));
}

#[test]
fn one_strange_character_in_twenty_and_two_more_are_read_over() {
    // 100 characters.
    let with = |count: usize| {
        let table = "code,name,grade\n9901001,Mechanics,75\n";
        let strange = "\u{1}".repeat(count);
        read(format!("{table}9901002,{strange}{},80", "x".repeat(100 - table.len() - 11 - count)).as_bytes())
    };
    assert_eq!(with(7).rows.len(), 2);
    assert_eq!((with(8).rows.len(), kinds(&with(8))), (0, vec![IssueKind::Binary]));
}

#[test]
fn without_headings_eighteen_are_credits_and_nineteen_a_grade() {
    let read = |number: &str| {
        let import = import::read_text(&format!("9901001,校外實習,{number}\n9901002,示範實習,{number}\n"), None);
        let record = import.rows[1].record.clone();
        (record.credits.map(|credits| credits.to_string()), record.grade)
    };
    assert_eq!(read("18"), (Some("18".to_owned()), Grade::None));
    assert_eq!(read("19"), (None, Grade::Score(19)));
}

#[test]
fn eighteen_credits_are_believed_and_more_are_not() {
    let page = |credits: &str| {
        let header = "課號\t修\t課程名稱\t課程編碼\t階段\t學分\t成績\t備註\n";
        import::read_text(&format!("{header}399001\t必\nRequired\t校外實習\t9901001\t1\t{credits}\t75\t班"), None)
    };
    let table =
        |credits: &str| import::read_text(&format!("課程編碼,課名,學分,成績\n9901001,校外實習,{credits},75"), None);
    for read in [&page as &dyn Fn(&str) -> Import, &table] {
        assert_eq!((read("18.0").rows.len(), kinds(&read("18.0"))), (1, vec![]));
        assert_eq!((read("18.5").rows.len(), kinds(&read("18.5"))), (1, vec![IssueKind::CreditsImplausible]));
    }
}

#[test]
fn a_heading_may_have_a_remark_of_some_length() {
    let with = |bytes: usize| {
        let import =
            import::read_text(&format!("課程編碼,課名,{}\n9901001,甲,75", padded("成績(", bytes - 1) + ")"), None);
        (import.rows[0].record.grade, kinds(&import))
    };
    assert_eq!(with(60), (Grade::Score(75), vec![]));
    assert_eq!(with(61), (Grade::None, vec![IssueKind::UnknownHeading, IssueKind::NoGradeColumn]));
}

#[test]
fn a_line_that_was_skipped_is_shown_whole_up_to_sixty_characters() {
    let shown = |length: usize| {
        let name = "學".repeat(length - "9901001  丙".chars().count());
        let import = import::read_text(&format!("課程編碼,課名\n9901001,{name},丙"), None);
        (format!("9901001 {name} 丙"), import.issues.into_iter().find(|issue| issue.line.is_some()).unwrap().text)
    };
    let (line, text) = shown(60);
    assert_eq!(text, line);
    let (line, text) = shown(61);
    assert_eq!(text, line.replace('丙', "…"));
}

#[test]
fn a_link_broken_over_twenty_lines_is_put_together() {
    let numbers = |lines: usize| {
        let rest: String = (1..=lines).map(|n| format!("\n3720{n:02}.")).collect();
        let mut import = import::read_text(&format!("https://example.org/?term=115-1&plan=372000.{rest}"), None);
        import.place_classes(Term::parse("115-1").unwrap(), None, &|_, number| {
            Some(ClassFound::Course(format!("9{number}")))
        });
        import.rows.len()
    };
    assert_eq!((numbers(19), numbers(20), numbers(21)), (20, 21, 21));
}

#[test]
fn the_delimiter_is_that_of_the_first_sixty_lines() {
    let rows: String = (1..60).map(|n| format!("99010{n:02};範例;75\n")).collect();
    let legend = "說明,一\n".repeat(100);
    let import = import::read_text(&format!("課程編碼;課名;成績\n{rows}{legend}"), None);
    assert_eq!(import.rows.iter().filter(|row| row.record.code.is_some()).count(), 59);
}
