//! The domain compiled for wasm32, run in Node by `cargo xtask test wasm`: sizes are 32 bits wide there, and what the
//! native tests find must not hang on that. Natively this file is empty.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use kuayu::audit::{Answer, Prepared, Profile};
use kuayu::catalog::{self, Curricula};
use kuayu::import;
use wasm_bindgen_test::wasm_bindgen_test;

const PROGRAMS: &str = include_str!("../programs.json");
const CURRICULA: &str = include_str!("../public/curricula/112.json");
const PASTED: &str = include_str!("fixtures/transcripts/portal-pasted.txt");

/// A student of the official worked example's department and year.
fn civil_engineer() -> Profile {
    Profile { group: Some("土木系".to_owned()), entry: Some(112), ..Profile::default() }
}

#[wasm_bindgen_test]
fn the_shipped_catalog_is_read_and_every_program_judged() {
    let catalog = catalog::read(PROGRAMS).unwrap();
    let edition = catalog.edition("114-1").unwrap();
    let curriculum = Curricula::read(CURRICULA).unwrap().group("土木系", &catalog).unwrap();
    let prepared = Prepared::new(&catalog, edition, Some(&curriculum), &civil_engineer(), &[]);

    let nothing = prepared.audit(&[]);
    assert_eq!(nothing.len(), 46);
    assert!(nothing.iter().all(|program| program.certificate.answer != Answer::Met), "met by nobody's records");

    let records = import::read_text(PASTED, None).records();
    assert!(!records.is_empty());
    assert_eq!(prepared.audit(&records), prepared.audit(&records), "the same question, the same answer");
}
