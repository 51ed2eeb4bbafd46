//! A graduation review.
#![no_main]

use kuayu::import::{Format, read_text};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let import = read_text(text, Some(Format::Review));
    assert!(!import.rows.is_empty() || !import.issues.is_empty());
});
