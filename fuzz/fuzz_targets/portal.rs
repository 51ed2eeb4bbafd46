//! A score page, pasted or saved.
#![no_main]

use kuayu::import::{Format, read_text};
use kuayu::term::Term;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut import = read_text(text, Some(Format::PortalText));
    assert!(import.rows.iter().all(|row| row.block.is_some_and(|block| block < import.blocks.len())));
    if let Some(newest) = Term::new(114, 1) {
        import.assign_terms(newest);
        assert!(import.blocks.iter().all(|block| block.term.is_some()));
        assert!(import.rows.iter().all(|row| row.record.term.is_some()));
    }
});
