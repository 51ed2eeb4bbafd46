//! Many students judged by a roster and their transcripts. The command line and the office's page do it by the same
//! code, so that both write the same bytes; each brings its own files ([`Library`]) and order of work.

mod files;
mod judge;
mod library;
mod receipt;
mod shelf;
mod source;
mod table;

pub use files::{Sorted, sort};
pub use judge::{File, Judged, judge, places, profile_key};
pub use library::{Library, entry_years};
pub use receipt::{Difference, Receipt, VERSION};
pub use shelf::Shelf;
pub use source::{Source, read};
pub use table::{Rows, heading, left_out, remark, remarks_heading, sentence};
