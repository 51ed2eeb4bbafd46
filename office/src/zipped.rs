//! A zip file of transcripts: listed, and taken out one by one.

use std::io::{Cursor, Read};

use kuayu::import::MAX_PACKED_BYTES;
use zip::ZipArchive;

/// More files than a whole university's students have.
const MOST_FILES: usize = 200_000;

/// An open zip file.
pub struct Zipped {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    /// The files in it that may be transcripts: place and name.
    files: Vec<(usize, String)>,
}

impl Zipped {
    /// Opens one.
    ///
    /// # Errors
    ///
    /// Why it cannot be opened.
    pub fn open(bytes: Vec<u8>) -> Result<Zipped, String> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
        if archive.len() > MOST_FILES {
            return Err("too many files".to_owned());
        }
        let mut files = Vec::new();
        for at in 0..archive.len() {
            let Ok(file) = archive.by_index_raw(at) else { continue };
            if file.is_dir() {
                continue;
            }
            let name = name(file.name_raw());
            // Hidden files, those of an open spreadsheet, and what a Mac adds.
            let hidden = |part: &str| part.starts_with(['.', '~']) || part == "__MACOSX";
            if !name.split('/').any(hidden) {
                files.push((at, name));
            }
        }
        files.sort_by(|one, other| one.1.cmp(&other.1));
        Ok(Zipped { archive, files })
    }

    /// The names of its files, with folders, in order.
    pub fn names(&self) -> Vec<String> {
        self.files.iter().map(|(_, name)| name.clone()).collect()
    }

    /// One file's bytes; at most one byte more than is read of a file, whatever the zip file says of its size.
    ///
    /// # Errors
    ///
    /// Why it cannot be taken out.
    pub fn entry(&mut self, at: usize) -> Result<Vec<u8>, String> {
        let (place, _) = self.files.get(at).ok_or("no such file")?;
        let file = self.archive.by_index(*place).map_err(|error| error.to_string())?;
        let mut bytes = Vec::new();
        file.take(MAX_PACKED_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        Ok(bytes)
    }
}

/// A name as it was meant: UTF-8, or else Big5, in which Chinese Windows writes.
fn name(raw: &[u8]) -> String {
    let text = match std::str::from_utf8(raw) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::BIG5.decode_without_bom_handling(raw).0.into_owned(),
    };
    text.replace('\\', "/")
}
