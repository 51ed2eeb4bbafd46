//! The office's work in the browser: many students judged by a roster and their transcripts, and the catalog edited.
//!
//! The page (`src/ui/pages/office`) shows; this module works, in workers of its own that `office.js` starts. A worker asks
//! one thing at a time ([`ask::Request`]) with the bytes of files beside it, and gets an answer with bytes beside it. What
//! is judged and written is `kuayu::office::batch`, as the command line has it, so the bytes are the same.

mod answer;
mod ask;
mod beside;
mod desk;
mod details;
mod edited;
mod editing;
mod pages;
mod sheet;
mod tables_book;
mod workbook;
mod zipped;

#[cfg(target_arch = "wasm32")]
mod worker;

pub use answer::{Answer, Reply};
pub use ask::{Editing, Request, Sent};
pub use desk::Desk;
