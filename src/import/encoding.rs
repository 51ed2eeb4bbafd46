//! From bytes to text: which encoding a file is in, or that it is no text at all.

use std::borrow::Cow;

use super::{IssueKind, container};

/// The encodings that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, little end first: a spreadsheet's "Unicode text".
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// Big5 as code page 950: files and pages of older systems in Taiwan.
    Big5,
}

/// A decoded source.
#[derive(Debug)]
pub(super) struct Decoded {
    pub text: String,
    /// Some characters could not be decoded and are U+FFFD now.
    pub damaged: bool,
    /// Bytes of no meaning (NUL) were left out.
    pub nul: bool,
}

impl Decoded {
    /// Adds another text after this one.
    pub fn add(&mut self, more: Decoded) {
        self.text.push('\n');
        self.text.push_str(&more.text);
        self.damaged |= more.damaged;
        self.nul |= more.nul;
    }
}

/// Decodes a source, or says why it cannot be.
pub(super) fn decode(bytes: &[u8], big5: &dyn Fn(&[u8]) -> Option<String>) -> Result<Decoded, IssueKind> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(IssueKind::Empty);
    }
    if let Some(kind) = container::kind(bytes) {
        return Err(kind);
    }
    let (bytes, nul) = without_nul(bytes);
    let bytes = &*bytes;
    let text = match recognise(bytes).ok_or(IssueKind::Binary)? {
        Encoding::Utf8 => String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).into_owned(),
        Encoding::Utf16Le => utf16(bytes.strip_prefix(b"\xff\xfe").unwrap_or(bytes), u16::from_le_bytes),
        Encoding::Utf16Be => utf16(bytes.strip_prefix(b"\xfe\xff").unwrap_or(bytes), u16::from_be_bytes),
        Encoding::Big5 => big5(bytes).ok_or(IssueKind::Binary)?,
    };
    let (mut characters, mut strange) = (0usize, 0usize);
    for c in text.chars() {
        characters += 1;
        strange += usize::from(c == char::REPLACEMENT_CHARACTER || is_control(c));
    }
    // A damaged byte here and there is read over; a file of them is no text.
    if strange > 2 + characters / 20 {
        return Err(IssueKind::Binary);
    }
    Ok(Decoded { damaged: text.contains(char::REPLACEMENT_CHARACTER), nul, text })
}

/// The bytes without the few of no meaning (NUL) that a broken export leaves in a text; and whether there were any.
fn without_nul(bytes: &[u8]) -> (Cow<'_, [u8]>, bool) {
    const ONE_IN: usize = 50;
    let count = bytes.iter().filter(|byte| **byte == 0).count();
    let marked = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if count == 0 || marked || count > 1 + bytes.len() / ONE_IN || utf16_without_mark(bytes).is_some() {
        return (Cow::Borrowed(bytes), false);
    }
    (bytes.iter().copied().filter(|byte| *byte != 0).collect(), true)
}

/// Control characters that no text has.
fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}')
}

/// Which encoding it is; `None` for no text.
fn recognise(bytes: &[u8]) -> Option<Encoding> {
    if bytes.starts_with(b"\xff\xfe") {
        return Some(Encoding::Utf16Le);
    }
    if bytes.starts_with(b"\xfe\xff") {
        return Some(Encoding::Utf16Be);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Some(encoding);
    }
    if bytes.contains(&0) {
        return None;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Some(Encoding::Utf8);
    }
    let (fit, broken) = utf8_fit(bytes);
    let utf8 = fit > 10 * broken && !declares_big5(bytes);
    if utf8 {
        return Some(Encoding::Utf8);
    }
    let (pairs, broken) = big5_fit(bytes);
    (pairs > 20 * broken).then_some(Encoding::Big5)
}

/// Without a byte order mark, UTF-16 shows by the zero byte that every digit, tab and newline has on the same side.
fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    if !bytes.contains(&0) {
        return None;
    }
    let (units, rest) = bytes.as_chunks::<2>();
    let (mut first, mut second) = (0, 0);
    for [a, b] in units {
        first += usize::from(*a == 0);
        second += usize::from(*b == 0);
    }
    let enough = units.len() / 20;
    let (encoding, decode): (_, fn([u8; 2]) -> u16) = match (first, second) {
        (0, n) if n > enough => (Encoding::Utf16Le, u16::from_le_bytes),
        (n, 0) if n > enough => (Encoding::Utf16Be, u16::from_be_bytes),
        _ => return None,
    };
    let sound = rest.is_empty()
        && char::decode_utf16(units.iter().map(|unit| decode(*unit))).all(|c| c.is_ok_and(|c| !is_control(c)));
    sound.then_some(encoding)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (units, rest) = bytes.as_chunks::<2>();
    let mut text: String = char::decode_utf16(units.iter().map(|bytes| unit(*bytes)))
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

/// Bytes in sound multi-byte sequences of UTF-8, and bytes that fit nowhere.
fn utf8_fit(bytes: &[u8]) -> (usize, usize) {
    bytes.utf8_chunks().fold((0, 0), |(fit, broken), chunk| {
        let wide = chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        (fit + wide, broken + chunk.invalid().len())
    })
}

/// Double bytes that can be Big5, and bytes that fit nowhere.
fn big5_fit(bytes: &[u8]) -> (usize, usize) {
    let (mut pairs, mut broken) = (0, 0);
    let mut bytes = bytes.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            0x81..=0xfe => match bytes.next() {
                Some(0x40..=0x7e | 0xa1..=0xfe) => pairs += 1,
                _ => broken += 1,
            },
            b'\t' | b'\n' | b'\r' | 0x0c | 0x1a | 0x20..=0x7e => {}
            _ => broken += 1,
        }
    }
    (pairs, broken)
}

/// Whether an HTML page says that it is in Big5.
fn declares_big5(bytes: &[u8]) -> bool {
    const HEAD: usize = 2048;
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_ascii_lowercase();
    head.contains("charset=big5") || head.contains("charset=\"big5")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "課程編碼,課程名稱,成績\r\n9901001,範例力學,75\r\n";

    fn read(bytes: &[u8]) -> Result<String, IssueKind> {
        let big5 = |bytes: &[u8]| Some(encoding_rs::BIG5.decode_without_bom_handling(bytes).0.into_owned());
        decode(bytes, &big5).map(|decoded| decoded.text)
    }

    #[test]
    fn every_encoding() {
        let utf16 = |order: fn(u16) -> [u8; 2]| -> Vec<u8> { TEXT.encode_utf16().flat_map(order).collect() };
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        for bytes in [
            TEXT.as_bytes().to_vec(),
            marked(b"\xef\xbb\xbf", TEXT.as_bytes()),
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
            marked(b"\xff\xfe", &utf16(u16::to_le_bytes)),
            marked(b"\xfe\xff", &utf16(u16::to_be_bytes)),
            encoding_rs::BIG5.encode(TEXT).0.into_owned(),
        ] {
            assert_eq!(read(&bytes).as_deref(), Ok(TEXT), "{bytes:x?}");
        }
    }

    #[test]
    fn one_damaged_byte_is_read_over() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes[1] = b'?';
        let decoded = decode(&bytes, &|_| None).unwrap();
        assert!(decoded.damaged && decoded.text.contains("範例力學"));
    }

    #[test]
    fn no_text() {
        let noise: Vec<u8> = (0..4000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert_eq!(read(&noise), Err(IssueKind::Binary));
        for (bytes, kind) in [
            (&b"\xff\xd8\xff\xe0\0\x10JFIF"[..], IssueKind::Picture),
            (b"\x89PNG\r\n\x1a\n", IssueKind::Picture),
            (b"PK\x03\x04\x14\0", IssueKind::Archive),
            (b"%PDF-1.7", IssueKind::Pdf),
            (b" \r\n\t", IssueKind::Empty),
            (b"", IssueKind::Empty),
        ] {
            assert_eq!(read(bytes), Err(kind));
        }
    }
}
