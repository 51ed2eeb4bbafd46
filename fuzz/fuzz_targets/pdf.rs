//! A PDF file, from its bytes to its rows.
#![no_main]

#[path = "../own_panics.rs"]
mod own_panics;

use kuayu::import::{opened, read_tables};

libfuzzer_sys::fuzz_target!(init: own_panics::stop_at_them(), |bytes: &[u8]| {
    let bytes = if bytes.starts_with(b"%PDF") { bytes.to_vec() } else { [b"%PDF-1.7\n", bytes].concat() };
    if let Ok(tables) = opened(&bytes, &kuayu_readers::answer(&bytes)) {
        let import = read_tables(&tables, None);
        assert!(!import.rows.is_empty() || !import.issues.is_empty());
    }
});
