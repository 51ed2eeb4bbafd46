//! Packed parts of a PDF: looked through before the library unpacks them.

use std::io::Read;

use flate2::read::ZlibDecoder;

use crate::Refusal;
use crate::limits::MOST_UNPACKED;

/// Unpacks whatever looks packed once, keeping nothing, and refuses what is too much. What is encrypted or packed otherwise
/// ends at once; the worker's memory is the limit for what is packed twice.
pub fn check(bytes: &[u8]) -> Result<(), Refusal> {
    const WORD: &[u8] = b"stream";
    let mut left = MOST_UNPACKED;
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.windows(WORD.len()).position(|part| part == WORD)) {
        at += found + WORD.len();
        let rest = bytes.get(at..).unwrap_or_default();
        let data = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"));
        // The low half of the first byte of such a stream is 8.
        let Some(data) = data.filter(|data| data.first().is_some_and(|first| first & 0x0f == 8)) else { continue };
        let mut unpacked = ZlibDecoder::new(data).take(left + 1);
        let size = std::io::copy(&mut unpacked, &mut std::io::sink()).unwrap_or(0);
        left = left.checked_sub(size).ok_or(Refusal::TooMuch)?;
    }
    Ok(())
}
