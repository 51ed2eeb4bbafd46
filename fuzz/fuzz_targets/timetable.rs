//! A timetable page.
#![no_main]

use kuayu::import::{Format, read_text, says_more};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let import = read_text(text, Some(Format::Timetable));
    assert!(!import.rows.is_empty() || !import.issues.is_empty());
    assert!(import.rows.iter().all(|row| row.meetings.iter().all(|meeting| (1..=7).contains(&meeting.day))));
    says_more(text);
});
