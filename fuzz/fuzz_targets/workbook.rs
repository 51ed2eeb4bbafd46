//! A workbook, from its bytes to its rows.
#![no_main]

#[path = "../own_panics.rs"]
mod own_panics;

use kuayu::import::{opened, read_tables};

libfuzzer_sys::fuzz_target!(init: own_panics::stop_at_them(), |bytes: &[u8]| {
    let known = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"].iter().any(|magic| bytes.starts_with(*magic));
    let bytes = if known { bytes.to_vec() } else { [b"PK\x03\x04", bytes].concat() };
    if let Ok(tables) = opened(&bytes, &kuayu_readers::answer(&bytes)) {
        let import = read_tables(&tables, None);
        assert!(!import.rows.is_empty() || !import.issues.is_empty());
    }
});
