//! Links of timetable apps: class numbers become courses by the classes of their semester, or are named one by one.

use kuayu::catalog::Catalog;
use kuayu::import::{self, ClassFound, Format, Import, IssueKind, Severity};
use kuayu::term::Term;
use kuayu::transcript::Completion;

fn catalog() -> Catalog {
    kuayu::catalog::read(&std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/programs.json")).unwrap())
        .unwrap()
}

fn term(text: &str) -> Term {
    Term::parse(text).unwrap()
}

/// Invented classes of 115-1 and 115-2; 115-3 could not be fetched, and of other semesters none are known.
fn find(of: Term, number: &str) -> Option<ClassFound> {
    if of == term("115-3") {
        return Some(ClassFound::NotHere);
    }
    if of < term("115-1") && of != term("113-2") {
        return Some(ClassFound::NoList);
    }
    Some(match number {
        "372001" | "372002" => ClassFound::Course("1401041".to_owned()),
        "372003" => ClassFound::Course("1410045".to_owned()),
        _ => ClassFound::Unknown,
    })
}

fn read(text: &str) -> Import {
    let mut import = import::read_text(text, None);
    let before = import.linked_terms();
    import.place_classes(term("115-1"), Some(&catalog()), &find);
    assert!(before.len() <= 1 && import.linked_terms().is_empty(), "{text}");
    import
}

/// The rows as code, name, term and status; then what is skipped, as kind and text.
fn told(import: &Import) -> (Vec<String>, Vec<(IssueKind, String)>) {
    let rows = import.rows.iter().map(|row| {
        let record = &row.record;
        let code = record.code.as_deref().unwrap_or("?");
        let term = record.term.map(|term| term.to_string()).unwrap_or_default();
        format!("{code} {} {term} {:?}", record.name, record.completion(60))
    });
    (rows.collect(), import.skipped().map(|issue| (issue.kind, issue.text.clone())).collect())
}

#[test]
fn a_link_in_every_shape_that_can_be_read_without_guessing() {
    let expected = ["1401041 物理 115-1 InProgress".to_owned(), "1410045 憲法與人權 115-1 InProgress".to_owned()];
    let name = catalog().course(catalog().by_code("1410045").unwrap()).unwrap().name.clone();
    let expected = expected.map(|row| row.replace("憲法與人權", &name));
    for link in [
        "https://example.org/?term=115-1&plan=372001.372003",
        "https://example.org/planner?plan=372001.372003&term=1151&utm=x",
        "https://example.org/#/plan?term=115-1&plan=372001.372003",
        "https://example.org/#term=115-1&plan=372001.372003",
        "https://example.org/?TERM=115%2D1&plan=372001%2E372003",
        "https://example.org/?term=115-1&amp;plan=372001%2C372003",
        "https://chat.example.org/l?u=https%3A%2F%2Fexample.org%2F%3Fterm%3D115-1%26plan%3D372001.372003&h=9",
        "https://chat.example.org/l?u=https%253A%252F%252Fexample.org%252F%253Fterm%253D115-1%2526plan%253D372001.372003",
        "term=115-1&plan=372001.372003",
        "我的課表：https://example.org/?term=115-1&plan=372001.372003。你看看",
        "看這個 (https://example.org/?term=115-1&plan=372001.372003)",
        "我的課表\r\n\r\nhttps://example.org/?term=115-1&plan=372001.372003\r\n謝謝",
        "https://example.org/?term=115-1&plan=372001.\n372003\n",
        "> https://example.org/?term=115-1&plan=3720\r\n01.372003\r\n",
        "a,https://example.org/?term=115-1&plan=372001.372003,b",
    ] {
        let import = read(link);
        assert_eq!(told(&import), (expected.to_vec(), vec![]), "{link}");
        assert_eq!(import.format, Some(Format::PlanLink), "{link}");
        assert!(import.issues.is_empty(), "{link} {:?}", import.issues);
        assert_eq!((import.rows[0].class.as_deref(), import.rows[0].record.credits.is_some()), (Some("372001"), true));
    }
}

#[test]
fn what_no_class_is_known_for_is_named_number_by_number() {
    let import = read("https://example.org/?term=115-1&plan=372001.399999.37200.372002.372001.3720033");
    let name = "1401041 物理 115-1 InProgress".to_owned();
    let skipped = [
        (IssueKind::ClassUnknown, "399999"),
        (IssueKind::NoClassNumber, "37200"),
        (IssueKind::ClassAgain, "372002 物理"),
        (IssueKind::ClassAgain, "372001 物理"),
        (IssueKind::NoClassNumber, "3720033"),
    ];
    assert_eq!(told(&import), (vec![name], skipped.map(|(kind, text)| (kind, text.to_owned())).to_vec()));
    for (link, kind) in [
        ("?term=109-1&plan=372001.372003", IssueKind::ClassesUnknown),
        ("?term=115-3&plan=372001.372003", IssueKind::ClassesNotHere),
        ("?term=fall&plan=372001.372003", IssueKind::LinkWithoutTerm),
        ("?plan=372001.372003", IssueKind::LinkWithoutTerm),
        ("?term=115-1&plan=372001.372003&term=115-2", IssueKind::LinkWithoutTerm),
    ] {
        let import = read(&format!("https://example.org/{link}"));
        let expected = vec![(kind, "372001".to_owned()), (kind, "372003".to_owned())];
        assert_eq!(told(&import), (vec![], expected), "{link}");
    }
}

#[test]
fn a_coming_semester_is_planned_and_one_that_is_over_is_asked_about() {
    let status = |text: &str| {
        let import = read(text);
        let doubts = import.issues.iter().filter(|issue| issue.kind.severity() == Severity::Doubt);
        (import.rows[0].record.completion(60), doubts.map(|issue| issue.kind).collect::<Vec<_>>())
    };
    assert_eq!(status("https://example.org/?term=115-2&plan=372001"), (Completion::Planned, vec![]));
    assert_eq!(status("https://example.org/?term=115-1&plan=372001"), (Completion::InProgress, vec![]));
    assert_eq!(
        status("https://example.org/?term=113-2&plan=372001"),
        (Completion::InProgress, vec![IssueKind::TermOver])
    );
}

#[test]
fn rows_beside_a_link_are_read_too() {
    let import = read(
        "課程編碼,課程名稱,學分,成績,備註\n9901001,範例力學,3,75,https://example.org/?term=115-1&plan=372003\n9901002,示範實作,2,80,\n",
    );
    let codes: Vec<_> = import.rows.iter().map(|row| (row.line, row.record.code.as_deref().unwrap())).collect();
    assert_eq!(codes, [(2, "9901001"), (2, "1410045"), (3, "9901002")]);
    assert_eq!(import.format, Some(Format::Table));
}

#[test]
fn other_links_are_no_such_links() {
    for text in [
        "https://example.org/#/s/AfWk3-plan_0a9",
        "https://example.org/app/#/plan",
        "https://example.org/?plan=pro&term=monthly",
        "https://example.org/?term=115-1&course=372001",
        "https://example.org/?term=115-1&plan=",
    ] {
        let import = read(text);
        assert!(import.rows.is_empty() && import.format != Some(Format::PlanLink), "{text}");
        assert!(import.issues.iter().any(|issue| issue.kind.severity() == Severity::Nothing), "{text}");
    }
    // Somebody who says that it is a table is believed.
    let table = import::read_text("課名,成績\nhttps://example.org/?term=115-1&plan=372003,75\n", Some(Format::Table));
    assert_eq!((table.rows.len(), table.linked_terms()), (1, vec![]));
}

#[test]
fn a_link_waits_for_its_classes() {
    let mut import = import::read_text("https://example.org/?term=115-1&plan=372001", None);
    assert_eq!(import.linked_terms(), [term("115-1")]);
    import.place_classes(term("115-1"), Some(&catalog()), &|_, _| None);
    assert_eq!((import.linked_terms(), import.rows.len()), (vec![term("115-1")], 0));
    import.place_classes(term("115-1"), Some(&catalog()), &find);
    assert_eq!((import.linked_terms(), import.rows.len()), (vec![], 1));
}
