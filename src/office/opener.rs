//! How a file of the office's is opened, whatever it is: text in any encoding, a workbook or a PDF. The command line has the
//! readers in itself; the office's page asks them beforehand, in another module.

use super::batch::{Source, read};
use crate::import::{
    Format, Import, IssueKind, TableRows, needs_reader, opened, read_bytes, read_tables, rows_of_tables, table_rows,
};

/// What opens files besides the importer.
#[derive(Clone, Copy)]
pub struct Opener<'a> {
    /// Decodes Big5, as for [`crate::import::read_bytes`].
    pub big5: &'a dyn Fn(&[u8]) -> Option<String>,
    /// What the readers answer of a workbook or a PDF, as for [`crate::import::opened`].
    pub tables: &'a dyn Fn(&[u8]) -> String,
}

impl Opener<'_> {
    /// Reads a transcript as the importer does in the browser.
    pub fn import(&self, bytes: &[u8], format: Option<Format>) -> Import {
        if !needs_reader(bytes) {
            return read_bytes(bytes, self.big5, format);
        }
        match opened(bytes, &(self.tables)(bytes)) {
            Ok(tables) => read_tables(&tables, format),
            Err(kind) => Import::only(kind),
        }
    }

    /// What a student's file is: a transcript, or the student's own stored data.
    pub fn source(&self, bytes: &[u8]) -> Source {
        read(bytes, |bytes| self.import(bytes, None))
    }

    /// The rows of a table, each with its number from 1, sheet by sheet.
    ///
    /// # Errors
    ///
    /// Why the file is no table.
    pub fn rows(&self, bytes: &[u8]) -> Result<Vec<TableRows>, IssueKind> {
        if !needs_reader(bytes) {
            return Ok(vec![table_rows(bytes, self.big5)?]);
        }
        Ok(rows_of_tables(&opened(bytes, &(self.tables)(bytes))?))
    }
}
