//! Two tables, divided by a zero byte: one stored, one read. Merging twice is merging once.
#![no_main]

use kuayu::import::{Format, merge, read_text};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (stored, read) = text.split_once('\0').unwrap_or((text, text));
    let records = |text| read_text(text, Some(Format::Table)).records();
    let (stored, read) = (records(stored), records(read));
    let once = merge(&stored, &read, 60);
    assert_eq!(once.records.len(), stored.len() + once.added());
    let twice = merge(&once.records, &read, 60);
    assert_eq!(twice.records, once.records);
});
