//! A workbook, from its bytes to its rows.
#![no_main]

use kuayu::import::{opened, read_tables};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let bytes = [b"PK\x03\x04".as_slice(), bytes.strip_prefix(b"PK\x03\x04").unwrap_or(bytes)].concat();
    if let Ok(tables) = opened(&bytes, &kuayu_readers::answer(&bytes)) {
        let import = read_tables(&tables, None);
        assert!(!import.rows.is_empty() || !import.issues.is_empty());
    }
});
