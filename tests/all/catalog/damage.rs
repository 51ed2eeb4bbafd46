//! Damaged catalogs are read or refused; nothing makes the reader panic.

use kuayu::catalog::{MAX_BYTES, ProblemKind, read};
use proptest::prelude::*;

fn shipped() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/programs.json")).unwrap()
}

#[test]
fn texts_that_end_early_or_never() {
    let kinds = |text: &str| read(text).unwrap_err().into_iter().map(|problem| problem.kind).collect::<Vec<_>>();
    assert_eq!(kinds(""), [ProblemKind::EndsEarly]);
    let good = shipped();
    let half = (0..good.len() / 2).rev().find(|at| good.is_char_boundary(*at)).unwrap();
    assert_eq!(kinds(&good[..half]), [ProblemKind::EndsEarly]);
    let long = " ".repeat(MAX_BYTES + 1);
    assert_eq!(kinds(&long), [ProblemKind::TooLong { bytes: MAX_BYTES + 1, most: MAX_BYTES }]);
    // Deep nesting is refused, not followed.
    assert_eq!(kinds(&"[".repeat(1_000_000)).len(), 1);
}

/// The shipped catalog with one byte changed, taken out or doubled: read or refused, never a panic.
#[test]
fn damaged_bytes_never_panic() {
    let good = shipped().into_bytes();
    // A small generator of our own, so that a failure can be repeated.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 16).unwrap()
    };
    let mut refused = 0;
    for round in 0..200 {
        let mut bytes = good.clone();
        let at = random() % bytes.len();
        match round % 3 {
            0 => bytes[at] = (random() % 256) as u8,
            1 => _ = bytes.remove(at),
            _ => bytes.insert(at, bytes[at]),
        }
        refused += usize::from(read(&String::from_utf8_lossy(&bytes)).is_err());
    }
    assert!(refused > 50, "{refused} of 200 were refused");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any text at all, and any part of a good one.
    #[test]
    fn any_text_is_read_or_refused(text in ".{0,200}", cut in 0usize..450_000) {
        prop_assert!(read(&text).is_err());
        let good = shipped();
        let end = (0..=cut.min(good.len() - 2)).rev().find(|at| good.is_char_boundary(*at)).unwrap();
        prop_assert!(read(&good[..end]).is_err());
    }
}
