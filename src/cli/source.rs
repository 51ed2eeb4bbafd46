//! What a file of a student is: the student's own stored data (a backup of the app), or a transcript to be read.

use std::path::Path;

use super::{bytes_of, import_bytes};
use crate::import::Import;
use crate::saved::{Document, backup};

/// What a file brought.
pub(super) enum Source {
    /// A backup of the app: records, profile, and what offices said.
    Own(Box<Document>),
    /// Anything else, as it was read.
    Read(Box<Import>),
}

/// Reads a file, or what is piped in for `-`.
///
/// # Errors
///
/// As the file system's.
pub(super) fn source(path: &str) -> std::io::Result<Source> {
    Ok(of(&bytes_of(path)?))
}

/// The same for what is a file in any case.
///
/// # Errors
///
/// As the file system's.
pub(super) fn source_at(path: &Path) -> std::io::Result<Source> {
    Ok(of(&super::bytes_from(std::fs::File::open(path)?)?))
}

fn of(bytes: &[u8]) -> Source {
    let own = std::str::from_utf8(bytes).ok().and_then(|text| backup::read(text).ok());
    match own {
        Some(backup) => Source::Own(Box::new(backup.document)),
        None => Source::Read(Box::new(import_bytes(bytes, None))),
    }
}
