//! Why nothing was read: words of the pages that stand before the scores count together only.

use kuayu::import::{self, Issue, IssueKind};

#[test]
fn a_page_before_the_scores_is_known_by_all_of_its_words() {
    for (text, kind) in [
        ("優良教師 請投票", IssueKind::AwardGate),
        ("優良教師名單", IssueKind::NoCourses),
        ("社團投票", IssueKind::NoCourses),
        ("帳號 密碼 登入", IssueKind::LoginPage),
        ("登入", IssueKind::NoCourses),
        ("密碼", IssueKind::NoCourses),
        ("入口網站登入", IssueKind::LoginPage),
        ("教學問卷", IssueKind::SurveyGate),
    ] {
        let import = import::read_text(text, None);
        assert_eq!(import.issues.iter().map(|issue| issue.kind).collect::<Vec<_>>(), [kind], "{text}");
    }
}

#[test]
fn data_of_an_app_is_told_from_lines_that_begin_like_it() {
    for (text, kind) in [
        ("{}", IssueKind::OtherJson),
        ("[]", IssueKind::OtherJson),
        ("[ [1]]", IssueKind::OtherJson),
        ("{\"a\":1}", IssueKind::OtherJson),
        ("{\"app\":\"kuayu\"}", IssueKind::Backup),
        ("{甲}", IssueKind::NoCourses),
        ("[甲]", IssueKind::NoCourses),
        ("甲\":", IssueKind::NoCourses),
    ] {
        let import = import::read_text(text, None);
        assert!(import.issues.iter().any(|issue| issue.kind == kind), "{text} {:?}", import.issues);
    }
}

#[test]
fn a_workbook_or_pdf_without_courses_is_explained_by_its_words_too() {
    for (cells, kind) in [
        (r#"["帳號", "密碼", "登入"]"#, IssueKind::LoginPage),
        (r#"["教學問卷"]"#, IssueKind::SurveyGate),
        (r#"["今天天氣很好"]"#, IssueKind::NoCourses),
    ] {
        let answer = format!(
            r#"{{"Ok": [{{"name": "", "lines": [{{"no": 1, "cells": {cells}}}], "damaged": false, "recognised": false}}]}}"#
        );
        let import = import::read_tables(&import::opened(b"%PDF-1.4", &answer).unwrap(), None);
        assert_eq!(import.issues.iter().map(|issue| issue.kind).collect::<Vec<_>>(), [kind], "{cells}");
    }
}

#[test]
fn what_is_good_to_know_matters_to_nobody_who_judges_but_that_it_is_no_full_transcript() {
    for (kind, matters) in [
        (IssueKind::NotFullTranscript, true),
        (IssueKind::GradeUnreadable, true),
        (IssueKind::WrongColumns, true),
        (IssueKind::Retake, false),
        (IssueKind::CodeMissing, false),
    ] {
        assert_eq!(Issue::whole(kind).matters(), matters, "{kind:?}");
    }
}
