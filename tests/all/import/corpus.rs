//! The inputs that fuzzing found worth keeping (`fuzz/seeds`), and every fixture cut short or damaged: all are read or
//! refused with a reason, in every format, and what is read survives export and merge.

use std::path::PathBuf;

use kuayu::export;
use kuayu::import::{self, Format, Import, merge};
use kuayu::term::Term;

use crate::support::big5::big5;

fn files(folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.is_file()).map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

fn replay(bytes: &[u8]) {
    for format in [
        None,
        Some(Format::PortalText),
        Some(Format::PortalHtml),
        Some(Format::Review),
        Some(Format::Timetable),
        Some(Format::Table),
    ] {
        let mut import = import::read_bytes(bytes, &big5, format);
        assert_sound(&import);
        import.assign_terms(Term::new(114, 1).unwrap());
        let records = import.records();
        let once = merge(&[], &records, 60);
        let twice = merge(&once.records, &records, 60);
        assert_eq!(twice.records, once.records);
        let mut distinct = Vec::new();
        for record in records {
            if !distinct.contains(&record) {
                distinct.push(record);
            }
        }
        assert_eq!(import::read_text(&export::to_csv(&distinct), None).records(), distinct);
    }
}

fn assert_sound(import: &Import) {
    assert!(!import.rows.is_empty() || !import.issues.is_empty() || !import.linked_terms().is_empty());
    for row in &import.rows {
        assert!(row.record.code.is_some() || !row.record.name.is_empty());
        assert!(row.block.is_none_or(|block| block < import.blocks.len()));
    }
}

#[test]
fn what_fuzzing_found() {
    let seeds = files("fuzz/seeds");
    assert!(seeds.len() >= 100);
    for (path, bytes) in seeds {
        println!("{}", path.display());
        replay(&bytes);
    }
}

#[test]
fn every_fixture_cut_short_or_damaged() {
    for (path, bytes) in files("tests/fixtures/transcripts") {
        println!("{}", path.display());
        for part in 1..8 {
            replay(&bytes[..bytes.len() * part / 8]);
            replay(&bytes[bytes.len() * part / 8..]);
        }
        for (step, damage) in [(97, b'"'), (211, b'<'), (389, 0xff), (601, b'\n'), (997, b'\t')] {
            let mut bytes = bytes.clone();
            bytes.iter_mut().step_by(step).for_each(|byte| *byte = damage);
            replay(&bytes);
        }
    }
}
