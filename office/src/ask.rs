//! What the page can ask, as JSON. Bytes of files stand beside it, as parts.

use std::collections::BTreeMap;

use kuayu::office::editor::{Edit, View};
use serde::Deserialize;

/// One question.
#[derive(Debug, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum Request {
    /// Here is a file of the site that was wanted: part 0, or the site has none of that name.
    Given {
        /// Its path in the site.
        name: String,
        /// Whether part 0 is the file.
        found: bool,
    },
    /// Reads the catalog and opens an edition.
    Open {
        /// The language of what is written: a tag, as pages have it.
        lang: String,
        /// This day, `2026-11-30`.
        today: String,
        /// The edition; the one of this day's academic year where none is named.
        edition: Option<String>,
        /// Whether advice is written, too.
        advice: bool,
        /// The programs that are written; all where none is named.
        programs: Vec<String>,
    },
    /// Reads the roster, which is part 0, and sorts the files of these names.
    Roster {
        /// The names of all transcripts, with the folders before them.
        names: Vec<String>,
        /// What the readers said of the roster, where it needs them.
        tables: Option<String>,
    },
    /// The first lines of both tables.
    Headings,
    /// Judges one student by the files that are sent.
    Judge {
        /// Place in the roster, from 0.
        student: usize,
        /// The student's files, in their order.
        files: Vec<Sent>,
    },
    /// The same, told in full for the page.
    Details {
        /// Place in the roster, from 0.
        student: usize,
        /// The student's files, in their order.
        files: Vec<Sent>,
    },
    /// A student's review sheet of one program.
    Sheet {
        /// Place in the roster, from 0.
        student: usize,
        /// The student's files, in their order.
        files: Vec<Sent>,
        /// The program's code.
        program: String,
    },
    /// The next bytes of a table that was made (part 0), for the receipt.
    Hash {
        /// Of the answers, or else of the problems.
        answers: bool,
    },
    /// The receipt of what was judged.
    Receipt {
        /// The build of the site.
        build: Option<String>,
        /// The files that were read, with the hashes of their bytes.
        transcripts: BTreeMap<String, String>,
    },
    /// The worker stopped at this student.
    Crashed {
        /// Place in the roster, from 0.
        student: usize,
    },
    /// Opens a zip file, which is part 0, and lists it.
    Zip,
    /// A file of the zip file.
    Entry {
        /// Its place in the list.
        at: usize,
    },
    /// Something about the catalog that is edited.
    Edit {
        /// The language of what is told.
        lang: String,
        /// What is looked at.
        view: View,
        /// What is asked.
        #[serde(flatten)]
        editing: Editing,
    },
    /// Makes a workbook of the answers (part 0) and the problems (part 1), both as tables with headings.
    Workbook {
        /// The programs whose rows are taken; all where none is named.
        programs: Vec<String>,
    },
}

/// A question about the catalog that is edited.
#[derive(Debug, Deserialize)]
#[serde(tag = "wanted", rename_all = "snake_case")]
pub enum Editing {
    /// Opens the site's own catalog.
    Open {
        /// This day, `2026-11-30`: curricula are looked for up to its entry year.
        today: String,
    },
    /// Shows what there is.
    See,
    /// Does an edit.
    Do {
        /// The edit.
        edit: Edit,
    },
    /// Takes what files hold, which are the parts: tables, a whole catalog, or saved pages of the course system.
    Take {
        /// The files' names and what the readers say of them.
        files: Vec<Sent>,
        /// This day, `2026-11-30`.
        today: String,
        /// What was answered to questions about them, by their ids.
        answers: BTreeMap<String, String>,
    },
    /// Judges some more invented students by the catalog as it was and as it is.
    Try,
    /// The tables as files: a zip of CSV tables, or a workbook.
    Tables {
        /// Whether as a workbook.
        workbook: bool,
    },
    /// Makes the files that take the place of those in the site, and goes on from there.
    Store {
        /// This day, `2026-11-30`.
        date: String,
        /// The unit that changes the catalog.
        by: String,
        /// Why.
        why: String,
    },
}

/// A file of a student: the next part, or why there is none.
#[derive(Debug, Deserialize)]
pub struct Sent {
    /// Its name.
    pub name: String,
    /// Why it cannot be had, in the browser's words; then no part is sent for it.
    #[serde(default)]
    pub missing: Option<String>,
    /// What the readers said of it, where it needs them.
    #[serde(default)]
    pub tables: Option<String>,
}
