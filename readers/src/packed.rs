//! Zip files: looked through before a library reads them.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::Refusal;
use crate::limits::{MOST_PARTS, MOST_UNPACKED};

/// Unpacks every part once, keeping nothing, and refuses what is too much. Sizes that the file states are not believed.
pub fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Broken)?;
    if archive.len() > MOST_PARTS {
        return Err(Refusal::TooMuch);
    }
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        let mut part = match archive.by_index(at) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(Refusal::Password),
            Err(_) => return Err(Refusal::Broken),
        };
        // One byte more than may be left tells that there is more.
        let size = std::io::copy(&mut (&mut part).take(left + 1), &mut std::io::sink()).map_err(|_| Refusal::Broken)?;
        left = left.checked_sub(size).ok_or(Refusal::TooMuch)?;
    }
    Ok(())
}

/// Whether a part of that name is in it.
pub fn holds(bytes: &[u8], name: &str) -> bool {
    ZipArchive::new(Cursor::new(bytes)).is_ok_and(|archive| archive.index_for_name(name).is_some())
}

/// A part as text; `None` where there is none, or no text.
pub fn text(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut text = String::new();
    archive.by_name(name).ok()?.take(MOST_UNPACKED).read_to_string(&mut text).ok()?;
    Some(text)
}
