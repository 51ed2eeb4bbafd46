//! Any file: encodings, saved pages, HTML, recognition of the format.
#![no_main]

use kuayu::import::read_bytes;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let big5 = |bytes: &[u8]| Some(encoding_rs::BIG5.decode_without_bom_handling(bytes).0.into_owned());
    let import = read_bytes(bytes, &big5, None);
    assert!(!import.rows.is_empty() || !import.issues.is_empty() || !import.linked_terms().is_empty());
});
