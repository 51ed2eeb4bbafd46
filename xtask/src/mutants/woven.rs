//! Which mistake is made: woven into the copy of the library by `cargo xtask mutants` (`xtask/src/mutants/weave.rs`).
//!
//! The environment says it, once a process: `KUAYU_MUTANT=17` makes the seventeenth. `KUAYU_REACHED=file` makes none, and
//! writes into the file the number of each that would have been made.

use std::io::Write;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};

const UNREAD: u32 = u32::MAX;
const NOTED: u32 = u32::MAX - 1;
const NONE: u32 = u32::MAX - 2;

static CHOSEN: AtomicU32 = AtomicU32::new(UNREAD);
static SEEN: [AtomicBool; 16_384] = [const { AtomicBool::new(false) }; 16_384];

/// Whether this mistake is made.
pub fn on(number: u32) -> bool {
    let chosen = CHOSEN.load(Relaxed);
    if chosen <= NONE { chosen == number } else { look(number) }
}

#[cold]
fn look(number: u32) -> bool {
    if CHOSEN.load(Relaxed) == UNREAD {
        let chosen = std::env::var("KUAYU_MUTANT").ok().and_then(|text| text.parse().ok());
        let noted = std::env::var_os("KUAYU_REACHED").is_some();
        CHOSEN.store(chosen.unwrap_or(if noted { NOTED } else { NONE }), Relaxed);
        return on(number);
    }
    if SEEN.get(number as usize).is_some_and(|seen| !seen.swap(true, Relaxed)) {
        let file = std::env::var_os("KUAYU_REACHED").unwrap_or_default();
        let file = std::fs::OpenOptions::new().create(true).append(true).open(file);
        // One writing, so that threads and programs that write at once stay apart.
        let _ = file.and_then(|mut file| file.write_all(format!("{number}\n").as_bytes()));
    }
    false
}
