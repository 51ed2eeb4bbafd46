//! What a file of a student is: a transcript, or the student's own stored data (a backup of the app), which is read as one
//! and brings what offices said besides.

use crate::import::{Import, ImportedProfile, Row};
use crate::saved::backup::{self, Backup};

/// What a file brought.
pub struct Source {
    /// What was read, whatever the file is.
    pub import: Import,
    /// The backup that it is, where it is one.
    pub own: Option<Backup>,
}

/// Reads a file; `import` reads one that is no backup.
pub fn read(bytes: &[u8], import: impl FnOnce(&[u8]) -> Import) -> Source {
    let own = std::str::from_utf8(bytes).ok().and_then(|text| backup::read(text).ok());
    let import = own.as_ref().map_or_else(|| import(bytes), read_as_import);
    Source { import, own }
}

/// A backup's records as rows, and what it says of the student: it is compared like any other source.
fn read_as_import(own: &Backup) -> Import {
    let document = &own.document;
    let row = |(at, record): (usize, &_)| Row { line: at + 1, record: Clone::clone(record), ..Row::default() };
    let mut import = Import::default();
    import.rows = document.records.iter().enumerate().map(row).collect();
    import.profile = Some(ImportedProfile {
        entry: document.profile.entry,
        group: document.profile.group.clone(),
        ..ImportedProfile::default()
    });
    import
}
