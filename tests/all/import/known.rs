//! What was read, beside the catalog and the profile: contradictions are told, and codes that only the catalog knows.

use kuayu::audit::Profile;
use kuayu::catalog::{Catalog, read};
use kuayu::credits::Credits;
use kuayu::i18n::{self, Lang};
use kuayu::import::{self, Import, IssueKind};
use kuayu::term::Term;

fn catalog() -> Catalog {
    read(&std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/programs.json")).unwrap()).unwrap()
}

fn compared(text: &str) -> Import {
    let mut import = import::read_text(text, None);
    import.compare_with(&catalog());
    import
}

fn kinds(import: &Import) -> Vec<IssueKind> {
    import.issues.iter().map(|issue| issue.kind).collect()
}

#[test]
fn credits_and_names_that_contradict_the_code() {
    let import =
        compared("課程編碼,課名,學分,成績\n1401041,物理,4,75\n1401045,國際貿易實務,3,75\n1400029,校外實習,2,80\n");
    assert_eq!(kinds(&import)[..2], [IssueKind::CreditsDiffer, IssueKind::CodeOfAnother]);
    assert_eq!(import.issues[0].totals, Some((Credits::whole(3), Credits::whole(4))));
    assert!(import.issues[1].text.ends_with("≠ 物理"));
    // Nothing was changed.
    assert_eq!(import.rows[0].record.credits, Some(Credits::whole(4)));
    // Both stages at once have the credits of both.
    let whole = compared("課程編碼,課名,學分,階段,成績\n1401041,物理,6,全,抵免\n");
    assert_eq!(kinds(&whole), []);
}

#[test]
fn codes_of_other_universities_are_codes_where_the_catalog_lists_them() {
    let import =
        compared("課程編碼,課名,學分,成績\nXC200019,人因工程,3,75\naac257,文化資產政策,2,80\nZZ200019,自訂,2,80");
    let codes: Vec<Option<&str>> = import.rows.iter().map(|row| row.record.code.as_deref()).collect();
    assert_eq!(codes, [Some("XC200019"), Some("AAC257"), None]);
    assert_eq!(kinds(&import), [IssueKind::CodeUnreadable]);
}

#[test]
fn names_that_nobody_knows_are_doubted_together() {
    let import = compared("王甲乙\t85\n李丙丁\t90\n陳戊己\t77");
    assert_eq!(kinds(&import)[0], IssueKind::NoneKnown);
    let import = compared("機器學習\t85\n李丙丁\t90\n陳戊己\t77");
    assert!(!kinds(&import).contains(&IssueKind::NoneKnown));
}

#[test]
fn another_students_page_is_told() {
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/transcripts/timetable.html"));
    let text = text.unwrap();
    let of = |group: &str, entry: u16, student: Option<&str>| {
        let mut import = import::read_text(&text, None);
        let profile = Profile { group: Some(group.to_owned()), entry: Some(entry), ..Profile::default() };
        import.compare_profile(&catalog(), &profile);
        if let Some(student) = student {
            import.compare_student(student);
        }
        kinds(&import)
    };
    assert_eq!(of("電子系", 113, Some("113360099")), []);
    assert_eq!(of("電子系", 113, None), []);
    assert_eq!(of("電子系", 113, Some("113360001")), [IssueKind::OtherStudent]);
    assert_eq!(of("土木系", 112, None), [IssueKind::OtherGroup, IssueKind::OtherEntry]);
    // The number is compared and never written out.
    let import = import::read_text(&text, None);
    assert!(!serde_json::to_string(&import.profile).unwrap().contains("113360099"));
    assert!(import.issues.iter().all(|issue| !issue.text.contains("113360099")));
}

#[test]
fn totals_that_do_not_fit_name_the_semester_and_what_is_missing() {
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/transcripts/portal-pasted.txt"));
    // A withdrawn course and a failed one are in no total of credits earned, but in that of credits attempted.
    let text: Vec<String> = text.unwrap().lines().map(str::to_owned).collect();
    let at = text.iter().position(|line| line.contains("3102102")).unwrap();
    let without: Vec<&String> =
        text.iter().enumerate().filter(|(n, _)| *n != at && *n + 1 != at).map(|(_, l)| l).collect();
    let without: Vec<&str> = without.into_iter().map(String::as_str).collect();
    let mut import = import::read_text(&without.join("\n"), None);
    import.assign_terms(Term::parse("114-1").unwrap());
    let issues: Vec<_> = import.issues.iter().filter(|issue| issue.kind == IssueKind::TotalsDiffer).collect();
    assert_eq!(issues.len(), 1);
    let said = i18n::import::totals(issues[0], Lang::En).unwrap();
    assert!(said.contains("3 credits, some 1 rows, are missing"), "{said}");
    assert!(i18n::import::totals(issues[0], Lang::ZhTw).unwrap().starts_with("113 下學期："));
}
