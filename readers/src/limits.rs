//! How much is read of a file, so that a small one cannot become an endless one.

/// The largest file, in bytes.
pub const MOST_BYTES: usize = 20_000_000;
/// The most that the parts of a packed file may be together once they are unpacked, in bytes.
pub const MOST_UNPACKED: u64 = 100_000_000;
/// The most parts of a packed file.
pub const MOST_PARTS: usize = 2_000;
/// The most rows of a sheet.
pub const MOST_ROWS: usize = 100_000;
/// The most cells of all tables together, empty ones between others counted.
pub const MOST_CELLS: usize = 2_000_000;
/// The most pages of a PDF.
pub const MOST_PAGES: usize = 500;
/// The most characters of a PDF.
pub const MOST_GLYPHS: usize = 1_000_000;
