//! Takes exports out of a module that its page never calls, so that wasm-opt finds what only they reached.

use anyhow::{Context, Result};
use std::ops::Range;
use wasmparser::{ExportSectionReader, Parser, Payload};

/// The first eight bytes: magic and version.
const HEAD: usize = 8;

/// The module without the exports whose names `unused` picks.
pub fn exports(module: &[u8], unused: impl Fn(&str) -> bool) -> Result<Vec<u8>> {
    let mut out = bytes(module, 0..HEAD)?.to_vec();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        let Some((id, range)) = payload.as_section() else { continue };
        let section = match &payload {
            Payload::ExportSection(exports) => kept(module, exports, &unused)?,
            _ => bytes(module, narrow(&range)?)?.to_vec(),
        };
        out.push(id);
        number(&mut out, section.len());
        out.extend(section);
    }
    Ok(out)
}

fn kept(module: &[u8], exports: &ExportSectionReader, unused: &impl Fn(&str) -> bool) -> Result<Vec<u8>> {
    let entries: Vec<_> = exports.clone().into_iter_with_offsets().collect::<Result<_, _>>()?;
    let ends = entries.iter().skip(1).map(|(from, _)| *from).chain([exports.range().end]);
    let mut count = 0;
    let mut section = Vec::<u8>::new();
    for ((from, export), to) in entries.iter().zip(ends) {
        if !unused(export.name) {
            count += 1;
            section.extend(bytes(module, narrow(&(*from..to))?)?);
        }
    }
    let mut out = Vec::new();
    number(&mut out, count);
    out.extend(section);
    Ok(out)
}

pub fn narrow(range: &Range<u64>) -> Result<Range<usize>> {
    Ok(usize::try_from(range.start)?..usize::try_from(range.end)?)
}

pub fn bytes(module: &[u8], range: Range<usize>) -> Result<&[u8]> {
    module.get(range).context("the module ends too early")
}

/// A number as WebAssembly writes it: seven bits a byte, the lowest first.
pub fn number(out: &mut Vec<u8>, mut value: usize) {
    while value > 0x7f {
        out.push(0x80 | (value & 0x7f) as u8);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `(module (func) (export "used" (func 0)) (export "unused" (func 0)))`
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x07\x11\x02\x04used\0\0\x06unused\0\0\x0a\x04\x01\x02\0\x0b";

    fn names(module: &[u8]) -> Vec<String> {
        let payloads = Parser::new(0).parse_all(module).map(Result::unwrap);
        let exports = payloads.filter_map(|payload| match payload {
            Payload::ExportSection(exports) => Some(exports),
            _ => None,
        });
        exports.flatten().map(|export| export.unwrap().name.to_owned()).collect()
    }

    #[test]
    fn only_what_is_picked_goes() {
        assert_eq!(names(MODULE), ["used", "unused"]);
        assert_eq!(exports(MODULE, |_| false).unwrap(), MODULE);
        assert_eq!(names(&exports(MODULE, |name| name == "unused").unwrap()), ["used"]);
    }

    #[test]
    fn numbers_are_written_as_they_are_read() {
        let mut out = Vec::new();
        number(&mut out, 624_485);
        assert_eq!(out, [0xe5, 0x8e, 0x26]);
    }
}
