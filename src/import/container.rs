//! Files that are no text: what they are, by their first bytes and by the names of what is in them.

use super::IssueKind;

/// First bytes, and what begins so.
const STARTS: [(&[u8], IssueKind); 13] = [
    (b"%PDF", IssueKind::Pdf),
    (b"{\\rtf", IssueKind::Document),
    (b"\x89PNG", IssueKind::Picture),
    (b"\xff\xd8\xff", IssueKind::Picture),
    (b"GIF8", IssueKind::Picture),
    (b"RIFF", IssueKind::Picture),
    (b"II*\0", IssueKind::Picture),
    (b"MM\0*", IssueKind::Picture),
    (b"\x1f\x8b", IssueKind::Archive),
    (b"7z\xbc\xaf", IssueKind::Archive),
    (b"Rar!", IssueKind::Archive),
    (b"BZh9", IssueKind::Archive),
    (b"\xfd7zXZ", IssueKind::Archive),
];

/// What a file of that beginning is, where it is no text.
pub(super) fn kind(bytes: &[u8]) -> Option<IssueKind> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(packed(bytes));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        let document: Vec<u8> = "WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect();
        return Some(if holds(bytes, &document) { IssueKind::Document } else { IssueKind::Workbook });
    }
    // Photos of phones (HEIC, AVIF) say so after four bytes of length.
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(IssueKind::Picture);
    }
    STARTS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

/// What a zip file is, by the names of its parts.
fn packed(bytes: &[u8]) -> IssueKind {
    let any = |names: &[&[u8]]| names.iter().any(|name| holds(bytes, name));
    if any(&[b"xl/workbook", b"opendocument.spreadsheet", b"xl/worksheets"]) {
        IssueKind::Workbook
    } else if any(&[b"word/", b"ppt/", b"opendocument.text", b"opendocument.presentation"]) {
        IssueKind::Document
    } else {
        IssueKind::Archive
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
