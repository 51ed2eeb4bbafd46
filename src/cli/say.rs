//! Writing to the standard output where nobody may be reading any more, as in `kuayu audit ... | head -1`.
//!
//! The standard `print!` and `println!` panic there. These two stand in their place for all of the command line.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};

macro_rules! print {
    ($($said:tt)*) => { $crate::cli::say::say(format_args!($($said)*), "") };
}

macro_rules! println {
    ($($said:tt)*) => { $crate::cli::say::say(format_args!($($said)*), "\n") };
}

/// Says it. Where the reader has gone it has seen enough, and the program ends in peace; where it cannot be written
/// (a full disk), the program says so and ends as one that did nothing good.
pub(super) fn say(said: Arguments<'_>, end: &str) {
    let mut out = io::stdout().lock();
    if let Err(error) = write!(out, "{said}{end}") {
        if error.kind() == ErrorKind::BrokenPipe {
            std::process::exit(super::DONE.into());
        }
        eprintln!("kuayu: {error}");
        std::process::exit(super::NOTHING.into());
    }
}
