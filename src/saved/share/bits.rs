//! Bits in a row, and base64url around them.

/// A letter for each six bits; all are harmless in an address.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes bits, the highest first.
#[derive(Default)]
pub struct Writer {
    bits: Vec<bool>,
}

impl Writer {
    /// The lowest `count` bits of a value.
    pub fn put(&mut self, value: u64, count: u32) {
        self.bits.extend((0..count).rev().map(|at| value >> at & 1 == 1));
    }

    /// A number of any size, short when it is small: four bits each, of which one says whether more follow.
    pub fn number(&mut self, mut value: u64) {
        loop {
            let more = value >> 3;
            self.put(u64::from(more > 0), 1);
            self.put(value & 7, 3);
            if more == 0 {
                return;
            }
            value = more;
        }
    }

    /// A text with its length.
    pub fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        text.bytes().for_each(|byte| self.put(u64::from(byte), 8));
    }

    /// All bits, filled up with zeros.
    pub fn bytes(&self) -> Vec<u8> {
        let byte = |chunk: &[bool]| (0..8).fold(0, |byte, at| byte << 1 | u8::from(chunk.get(at) == Some(&true)));
        self.bits.chunks(8).map(byte).collect()
    }
}

/// Reads what [`Writer`] wrote; `None` past the end.
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    /// From the first bit on.
    pub fn new(bytes: &[u8]) -> Reader<'_> {
        Reader { bytes, at: 0 }
    }

    /// The next `count` bits.
    pub fn take(&mut self, count: u32) -> Option<u64> {
        let mut value = 0;
        for _ in 0..count {
            let byte = self.bytes.get(self.at / 8)?;
            value = value << 1 | u64::from(byte >> (7 - self.at % 8) & 1);
            self.at += 1;
        }
        Some(value)
    }

    /// A number.
    pub fn number(&mut self) -> Option<u64> {
        let (mut value, mut shift) = (0_u64, 0);
        loop {
            let more = self.take(1)? == 1;
            value |= self.take(3)?.checked_shl(shift)?;
            shift += 3;
            if !more {
                return Some(value);
            }
        }
    }

    /// A text.
    pub fn text(&mut self) -> Option<String> {
        let length = self.number()?;
        let mut bytes = Vec::new();
        for _ in 0..length {
            bytes.push(self.take(8)? as u8);
        }
        String::from_utf8(bytes).ok()
    }
}

/// Whether it is one of the letters.
pub fn is_letter(letter: char) -> bool {
    u8::try_from(letter).is_ok_and(|letter| LETTERS.contains(&letter))
}

/// Bytes as letters.
pub fn to_base64(bytes: &[u8]) -> String {
    let mut out = Writer::default();
    bytes.iter().for_each(|byte| out.put(u64::from(*byte), 8));
    let letter = |chunk: &[bool]| {
        let value = (0..6).fold(0, |value, at| value << 1 | usize::from(chunk.get(at) == Some(&true)));
        LETTERS.get(value).map(|letter| char::from(*letter))
    };
    out.bits.chunks(6).filter_map(letter).collect()
}

/// Letters as bytes; `None` when one is no letter of the kind.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut out = Writer::default();
    for letter in text.bytes() {
        out.put(LETTERS.iter().position(|known| *known == letter)? as u64, 6);
    }
    // What does not fill a byte is padding.
    out.bits.truncate(out.bits.len() / 8 * 8);
    Some(out.bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_texts_and_letters_come_back() {
        let mut out = Writer::default();
        for value in [0, 7, 8, 63, 64, 1_000_000, u64::MAX] {
            out.number(value);
        }
        out.text("綠建築");
        out.put(5, 3);
        let letters = to_base64(&out.bytes());
        assert!(letters.bytes().all(|letter| LETTERS.contains(&letter)));
        let bytes = from_base64(&letters).unwrap();
        let mut input = Reader::new(&bytes);
        for value in [0, 7, 8, 63, 64, 1_000_000, u64::MAX] {
            assert_eq!(input.number(), Some(value));
        }
        assert_eq!((input.text().as_deref(), input.take(3)), (Some("綠建築"), Some(5)));
        assert_eq!(input.take(9), None);
        assert_eq!(from_base64("A+B"), None);
    }

    #[test]
    fn a_number_without_end_is_no_number() {
        assert_eq!(Reader::new(&[0xff; 40]).number(), None);
    }
}
