//! An import on its way: sources read, rows under review. It lives in the state, so that neither another page nor
//! another language loses it. Nothing of it is stored until the student says so.

use kuayu::import::{self, Format, Import, Issue, IssueKind, Merge};
use kuayu::saved::ticks;
use kuayu::term::Term;
use kuayu::transcript::{Record, Status};
use leptos::prelude::*;

use crate::platform::files::{self, Picked};

/// The review as a whole.
#[derive(Clone, Copy)]
pub struct Importing {
    /// What is in the paste box.
    pub text: RwSignal<String>,
    /// The sources read, in the order they came.
    pub sources: RwSignal<Vec<Source>>,
    next: StoredValue<u32>,
}

/// One source under review.
#[derive(Clone)]
pub struct Source {
    /// Tells one from the next.
    pub id: u32,
    /// The file's name; `None` for a paste.
    pub name: Option<String>,
    /// What reading gave.
    pub import: RwSignal<Import>,
    /// What the student decides of each row.
    pub rows: Vec<RowChoice>,
    /// For reading it again as another format.
    raw: Raw,
}

/// What the student decides of a row.
#[derive(Clone, Copy)]
pub struct RowChoice {
    /// Position in [`Import::rows`].
    pub at: usize,
    /// How far the course is; begins with what the source says.
    pub status: RwSignal<Status>,
    /// Whether the row is taken over.
    pub keep: RwSignal<bool>,
}

#[derive(Clone)]
enum Raw {
    Text(String),
    Bytes(Vec<u8>),
    Refused,
}

impl Importing {
    /// Nothing under review.
    pub fn new() -> Importing {
        Importing { text: RwSignal::new(String::new()), sources: RwSignal::new(Vec::new()), next: StoredValue::new(0) }
    }

    /// Reads what was pasted. It takes the place of an earlier paste.
    pub fn read_text(self, text: &str, pass_mark: u8) {
        let raw = Raw::Text(text.to_owned());
        let source = self.source(None, read(&raw, None), raw, pass_mark);
        self.sources.update(|sources| {
            sources.retain(|source| source.name.is_some());
            sources.push(source);
        });
    }

    /// Reads a file. A file of the same name is taken for the same file, read again.
    pub async fn read_file(self, file: Picked, pass_mark: u8) {
        let name = file.name();
        let (raw, import) = if file.size() > import::MAX_BYTES as f64 {
            (Raw::Refused, only(IssueKind::TooLarge))
        } else {
            match file.bytes().await {
                Some(bytes) => {
                    let raw = Raw::Bytes(bytes);
                    let import = read(&raw, None);
                    (raw, import)
                }
                None => (Raw::Refused, only(IssueKind::Binary)),
            }
        };
        let source = self.source(Some(name.clone()), import, raw, pass_mark);
        self.sources.update(|sources| {
            sources.retain(|source| source.name.as_ref() != Some(&name));
            sources.push(source);
        });
    }

    /// Reads a source again as the format chosen (`None`: recognised).
    pub fn read_again(self, id: u32, format: Option<Format>, pass_mark: u8) {
        self.sources.update(|sources| {
            if let Some(source) = sources.iter_mut().find(|source| source.id == id) {
                let import = read(&source.raw, format);
                *source = self.source(source.name.clone(), import, source.raw.clone(), pass_mark);
            }
        });
    }

    /// Puts a source away.
    pub fn drop_source(self, id: u32) {
        self.sources.update(|sources| sources.retain(|source| source.id != id));
    }

    /// Puts everything away.
    pub fn clear(self) {
        self.text.set(String::new());
        self.sources.set(Vec::new());
    }

    fn source(self, name: Option<String>, import: Import, raw: Raw, pass_mark: u8) -> Source {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        let choice = |(at, row): (usize, &import::Row)| RowChoice {
            at,
            status: RwSignal::new(row.record.status(pass_mark)),
            keep: RwSignal::new(true),
        };
        let rows = import.rows.iter().enumerate().map(choice).collect();
        Source { id, name, import: RwSignal::new(import), rows, raw }
    }

    /// What storing would change, source by source; the last one's records are the result.
    pub fn merges(self, stored: &[Record], pass_mark: u8) -> Vec<Merge> {
        let mut records = stored.to_vec();
        self.sources.with(|sources| {
            let merge = |source: &Source| {
                let merge = import::merge(&records, &source.records(pass_mark), pass_mark);
                records = merge.records.clone();
                merge
            };
            sources.iter().map(merge).collect()
        })
    }
}

impl Source {
    /// The rows taken over, as the student says they are.
    fn records(&self, pass_mark: u8) -> Vec<Record> {
        self.import.with(|import| {
            let kept = self.rows.iter().filter(|choice| choice.keep.get());
            let record = |choice: &RowChoice| {
                let mut record = import.rows.get(choice.at)?.record.clone();
                if choice.status.get() != record.status(pass_mark) {
                    ticks::declare(&mut record, choice.status.get(), pass_mark);
                }
                Some(record)
            };
            kept.filter_map(record).collect()
        })
    }

    /// Names the newest semester; the others follow.
    pub fn assign_terms(&self, newest: Term) {
        self.import.update(|import| import.assign_terms(newest));
    }
}

fn read(raw: &Raw, format: Option<Format>) -> Import {
    match raw {
        Raw::Text(text) => import::read_text(text, format),
        Raw::Bytes(bytes) => import::read_bytes(bytes, &|bytes| files::decode("big5", bytes), format),
        Raw::Refused => only(IssueKind::TooLarge),
    }
}

fn only(kind: IssueKind) -> Import {
    Import { issues: vec![Issue { line: None, kind, text: String::new(), totals: None }], ..Import::default() }
}
