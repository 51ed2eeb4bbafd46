//! A table being read: its open row, and cells that span several rows or columns.

/// A table being read.
#[derive(Default)]
pub(super) struct Table {
    /// Cells of the open row.
    pub row: Option<Vec<String>>,
    /// Text of the open cell.
    pub cell: Option<String>,
    /// Codes that links of the open cell name.
    pub linked: Vec<String>,
    /// Rows and columns that the open cell spans.
    pub span: (usize, usize),
    /// Codes that links of the open row name, each with the place of its cell.
    pub codes: Vec<(usize, String)>,
    /// By column, what reaches down from a row above, and into how many more rows.
    down: Vec<(usize, String)>,
}

/// The most rows or columns that a cell is believed to span.
pub(super) const WIDEST: usize = 60;

impl Table {
    /// Puts the cells of rows above where they reach into this one.
    pub fn reach_down(&mut self) {
        let row = self.row.get_or_insert_default();
        while let Some((rows, text)) = self.down.get_mut(row.len()).filter(|(rows, _)| *rows > 0) {
            *rows -= 1;
            row.push(text.clone());
        }
    }

    /// Adds a cell to the row, and notes how far it reaches.
    pub fn add(&mut self, text: String) {
        let (rows, columns) = std::mem::take(&mut self.span);
        for column in 0..columns.max(1) {
            self.reach_down();
            let cell = if column == 0 { text.clone() } else { String::new() };
            let row = self.row.get_or_insert_default();
            let at = row.len();
            self.codes.extend(self.linked.drain(..).map(|code| (at, code)));
            if rows > 1 {
                if self.down.len() <= row.len() {
                    self.down.resize(row.len() + 1, (0, String::new()));
                }
                if let Some(down) = self.down.get_mut(row.len()) {
                    *down = (rows - 1, cell.clone());
                }
            }
            row.push(cell);
        }
    }
}
