//! Packed copies of the program's files. A host that packs nothing sends them as small as any other, since `boot/boot.js`
//! and the service worker ask for them where the browser can undo a packing; and hosts that look for such copies
//! themselves, by these names, need not pack at every request.
//!
//! Only what never changes under its name has copies: of a file that the host may edit, the old copy would be sent.

use crate::dist::SiteFile;
use anyhow::{Context, Result, anyhow};
use std::io::Write;
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How the names of the copies end.
pub const ENDINGS: [&str; 2] = ["br", "gz"];

/// Brotli's best level, and a window of 4 MB.
const LEVEL: u32 = 11;
const WINDOW: u32 = 22;

/// Whether there are packed copies of this file.
pub fn is_packed(file: &SiteFile) -> bool {
    file.extension() == "wasm"
}

/// Whether this is such a copy.
pub fn is_copy(file: &SiteFile) -> bool {
    ENDINGS.contains(&file.extension())
}

/// Writes the copies of those of the files that have some. That is a minute of work for one core, so all take part.
pub fn write(folder: &Path, files: &[SiteFile]) -> Result<()> {
    let mut packed: Vec<&SiteFile> = files.iter().filter(|file| is_packed(file)).collect();
    // The largest first: it takes longest.
    packed.sort_by_key(|file| std::cmp::Reverse(file.bytes.len()));
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(file) = packed.get(next.fetch_add(1, Ordering::Relaxed)) {
            for (ending, bytes) in ENDINGS.iter().zip([brotli(&file.bytes)?, gzip(&file.bytes)?]) {
                let name = format!("{}.{ending}", file.path);
                std::fs::write(folder.join(&name), bytes).with_context(|| format!("writing {name}"))?;
            }
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| anyhow!("packing failed"))?)
    })
}

/// Packed by brotli.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    brotli::CompressorWriter::new(&mut packed, 1 << 16, LEVEL, WINDOW).write_all(bytes)?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_packed_comes_out_as_it_went_in() {
        let bytes: Vec<u8> = (0..20_000u32).map(|n| ((n * n) >> 7) as u8).collect();
        let mut out = Vec::new();
        brotli::Decompressor::new(&brotli(&bytes).unwrap()[..], 4096).read_to_end(&mut out).unwrap();
        assert_eq!(out, bytes);
        out.clear();
        flate2::read::GzDecoder::new(&gzip(&bytes).unwrap()[..]).read_to_end(&mut out).unwrap();
        assert_eq!(out, bytes);
    }

    #[test]
    fn the_programs_files_have_copies_and_what_the_host_may_edit_has_none() {
        let file = |path: &str| SiteFile { path: path.to_owned(), bytes: Vec::new() };
        assert!(is_packed(&file("kuayu-later-1.wasm")) && !is_packed(&file("programs.json")));
        assert!(is_copy(&file("kuayu-later-1.wasm.br")) && !is_copy(&file("kuayu-later-1.wasm")));
    }
}
