//! How far a course is: from its grade, from what stands beside it, and from both.

use kuayu::export;
use kuayu::import::{self, Import, IssueKind};
use kuayu::transcript::{Completion, Grade, Record};

fn contradictions(import: &Import) -> usize {
    import.issues.iter().filter(|issue| issue.kind == IssueKind::StatusContradictsGrade).count()
}

#[test]
fn statuses() {
    let of = |grade: &str| {
        let import = import::read_text(&format!("code,name,grade\n9901001,範例力學,{grade}"), None);
        import.rows[0].record.completion(60)
    };
    for (grade, status) in [
        ("60", Completion::Passed),
        (" 59", Completion::NotPassed),
        ("Ｗ", Completion::NotPassed),
        ("抵免", Completion::Passed),
        ("N", Completion::InProgress),
        ("#", Completion::InProgress),
        ("修習中", Completion::InProgress),
        ("planned", Completion::Planned),
        ("F", Completion::NotPassed),
        ("通過", Completion::Passed),
        ("", Completion::InProgress),
        ("??", Completion::InProgress),
    ] {
        assert_eq!(of(grade), status, "{grade}");
    }
}

#[test]
fn a_grade_goes_before_the_status_written_beside_it() {
    let text = "課號,課名,學分,學期,狀態,成績\n3903446,循環經濟之建築設計,2,113-2,通過,45\n3902015,建築環境控制系統(一),2,113-1,已通過,W\n3902013,建築構造學（二）,2,112-2,未通過,82\n3902019,建築物理(一),2,112-1,通過,75\n";
    let import = import::read_text(text, None);
    let statuses: Vec<Completion> = import.records().iter().map(|record| record.completion(60)).collect();
    assert_eq!(statuses, [Completion::NotPassed, Completion::NotPassed, Completion::NotPassed, Completion::Passed]);
    assert_eq!(contradictions(&import), 3);
}

#[test]
fn a_table_of_our_own_keeps_what_the_student_said_on_purpose() {
    let record = Record {
        name: "甲".to_owned(),
        grade: Grade::Score(45),
        declared: Some(Completion::Passed),
        ..Record::default()
    };
    let import = import::read_text(&export::to_csv(std::slice::from_ref(&record)), None);
    assert_eq!(import.records(), [record]);
    assert_eq!(contradictions(&import), 0);
}

#[test]
fn a_dash_in_the_place_of_the_status_says_nothing() {
    for dash in ["-", "－", "_", "--", "—", "–"] {
        let import =
            import::read_text(&format!("課程編碼,課名,成績,狀態\n9901001,甲,75,{dash}\n9901002,乙,,{dash}"), None);
        let statuses: Vec<_> = import.records().iter().map(|record| record.declared).collect();
        assert_eq!((statuses, import.issues.len()), (vec![None, None], 0), "{dash}");
    }
}
