//! An import on its way: sources read, rows under review. It lives in the state, so that neither another page nor
//! another language loses it: all of it is plain data in one signal, which no page owns. Nothing of it is stored until
//! the student says so.

use kuayu::classes::{Hour, Times};
use kuayu::credits::Credits;
use kuayu::import::{self, Chosen, Import, IssueKind, Merge, OpenedTable};
use kuayu::saved::ticks;
use kuayu::term::Term;
use kuayu::transcript::{Completion, Record, Stage};
use leptos::prelude::*;

use crate::platform::files::{self, Picked};
use crate::platform::readers;

/// The review as a whole.
#[derive(Clone, Copy)]
pub struct Importing {
    /// What is in the paste box.
    pub text: RwSignal<String>,
    /// The page that was pasted with it, where it says more than the text.
    pub page: StoredValue<Option<String>>,
    /// A file is being opened.
    pub opening: RwSignal<bool>,
    sources: RwSignal<Vec<Source>>,
    next: StoredValue<u32>,
}

/// One source under review.
pub struct Source {
    /// Tells one from the next.
    pub id: u32,
    /// The file's name; `None` for a paste.
    pub name: Option<String>,
    /// What reading gave.
    pub import: Import,
    /// What the student decides of each row, in their order.
    pub choices: Vec<Choice>,
    /// How it is read, as far as the student decided it.
    pub chosen: Chosen,
    /// Whether it was compared with what is known.
    compared: bool,
    /// For reading it again otherwise.
    raw: Raw,
}

/// What the student decides of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// How far the course is; begins with what the source says.
    pub status: Completion,
    /// Whether the row is taken over.
    pub keep: bool,
    /// Which half of a year course it is; begins with what the source says.
    pub stage: Stage,
    /// Credits that the student chose where the row's are not those of the course data.
    pub credits: Option<Credits>,
    /// The row's name holds, and its code, which is another course's, does not.
    pub by_name: bool,
}

/// What the student chose of nothing.
const NOTHING: Choice =
    Choice { status: Completion::Passed, keep: false, stage: Stage::Only, credits: None, by_name: false };

/// What compares a source with what is known; whether it was there to compare with.
pub type Compare<'c> = &'c dyn Fn(&mut Import) -> bool;

/// What storing one source would change.
pub struct Outcome {
    /// Which source.
    pub id: u32,
    /// The records afterwards, and what becomes of each row that is taken over.
    pub merge: Merge,
    /// For each row its place among the changes of `merge`; `None` for a row left out.
    pub places: Vec<Option<usize>>,
}

#[derive(Clone)]
enum Raw {
    Text(String),
    Bytes(Vec<u8>),
    /// Tables that the readers took out of a workbook or a PDF.
    Tables(Vec<OpenedTable>),
    /// Not read at all.
    Refused(IssueKind),
}

impl Importing {
    /// Nothing under review.
    pub fn new() -> Importing {
        Importing {
            text: RwSignal::new(String::new()),
            page: StoredValue::new(None),
            opening: RwSignal::new(false),
            sources: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
        }
    }

    /// The sources, in the order they came.
    pub fn ids(self) -> Vec<u32> {
        self.sources.with(|sources| sources.iter().map(|source| source.id).collect())
    }

    /// Looks at a source, now and whenever anything of the review changes. `None` once it is put away.
    pub fn look<R>(self, id: u32, look: impl FnOnce(&Source) -> R) -> Option<R> {
        self.sources.with(|sources| sources.iter().find(|source| source.id == id).map(look))
    }

    /// Changes a source.
    pub fn change(self, id: u32, change: impl FnOnce(&mut Source)) {
        self.sources.update(|sources| {
            if let Some(source) = sources.iter_mut().find(|source| source.id == id) {
                change(source);
            }
        });
    }

    /// What the student decides of a row; what was read, where there is no such row.
    pub fn choice(self, id: u32, row: usize) -> Choice {
        let choice = self.look(id, |source| source.choices.get(row).copied()).flatten();
        choice.unwrap_or(NOTHING)
    }

    /// Changes what the student decides of a row.
    pub fn choose(self, id: u32, row: usize, change: impl FnOnce(&mut Choice)) {
        self.change(id, |source| {
            if let Some(choice) = source.choices.get_mut(row) {
                change(choice);
            }
        });
    }

    /// Takes rows over, or leaves them out.
    pub fn keep(self, id: u32, rows: &[usize], keep: bool) {
        self.change(id, |source| {
            for at in rows {
                if let Some(choice) = source.choices.get_mut(*at) {
                    choice.keep = keep;
                }
            }
        });
    }

    /// Reads what was pasted. It takes the place of an earlier paste.
    pub fn read_text(self, text: &str, pass_mark: u8, compare: Compare<'_>) {
        let source = self.source(None, Raw::Text(text.to_owned()), Chosen::default(), pass_mark, compare);
        self.sources.update(|sources| {
            sources.retain(|source| source.name.is_some());
            sources.push(source);
        });
    }

    /// Reads a file. A file of the same name is taken for the same file, read again.
    pub async fn read_file(self, file: Picked, pass_mark: u8, compare: Compare<'_>) {
        let name = file.name();
        self.opening.set(true);
        let raw = raw(&file).await;
        self.opening.set(false);
        let source = self.source(Some(name.clone()), raw, Chosen::default(), pass_mark, compare);
        self.sources.update(|sources| {
            sources.retain(|source| source.name.as_ref() != Some(&name));
            sources.push(source);
        });
    }

    /// Reads a source again as the student says.
    pub fn read_again(self, id: u32, chosen: Chosen, pass_mark: u8, compare: Compare<'_>) {
        let Some((name, raw)) = self.look(id, |source| (source.name.clone(), source.raw.clone())) else { return };
        // Another source in its place, with choices of its own.
        let again = self.source(name, raw, chosen, pass_mark, compare);
        self.change(id, |source| *source = again);
    }

    /// Compares what was not compared yet; `again` does so with what may have changed since.
    pub fn compare_again(self, compare: Compare<'_>, again: &dyn Fn(&mut Import)) {
        if self.sources.with_untracked(Vec::is_empty) {
            return;
        }
        self.sources.update(|sources| {
            for source in sources {
                if source.compared {
                    again(&mut source.import);
                } else {
                    source.compared = compare(&mut source.import);
                }
            }
        });
    }

    /// The semesters whose classes are needed before the links under review are read.
    pub fn linked_terms(self) -> Vec<Term> {
        self.sources.with(|sources| sources.iter().flat_map(|source| source.import.linked_terms()).collect())
    }

    /// Reads what waits for classes once more.
    pub fn read_linked(self, pass_mark: u8, compare: Compare<'_>) {
        let waits =
            |source: &Source| (!source.import.linked_terms().is_empty()).then(|| (source.id, source.chosen.clone()));
        let waiting: Vec<(u32, Chosen)> = self.sources.with_untracked(|all| all.iter().filter_map(waits).collect());
        waiting.into_iter().for_each(|(id, chosen)| self.read_again(id, chosen, pass_mark, compare));
    }

    /// Puts a source away.
    pub fn drop_source(self, id: u32) {
        self.sources.update(|sources| sources.retain(|source| source.id != id));
    }

    /// Puts everything away.
    pub fn clear(self) {
        self.text.set(String::new());
        self.page.set_value(None);
        self.sources.set(Vec::new());
    }

    fn source(self, name: Option<String>, raw: Raw, chosen: Chosen, pass_mark: u8, compare: Compare<'_>) -> Source {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        let mut import = read(&raw, &chosen);
        // Several sources are one student's. A paste takes the place of the one before.
        let number = |source: &Source| source.import.profile.as_ref().and_then(|profile| profile.student.clone());
        let before = |sources: &Vec<Source>| sources.iter().filter(|source| source.name.is_some()).find_map(number);
        let before = self.sources.with_untracked(before);
        let compared = compare(&mut import);
        if let Some(before) = before {
            import.compare_student(&before);
        }
        let choice = |row: &import::Row| Choice {
            status: row.record.completion(pass_mark),
            keep: true,
            stage: row.record.stage,
            ..NOTHING
        };
        let choices = import.rows.iter().map(choice).collect();
        Source { id, name, import, choices, chosen, compared, raw }
    }

    /// The hours of the courses being taken that timetables under review have, by semester; `now` for rows without one.
    pub fn hours(self, now: Term) -> Vec<(Term, Times)> {
        let mut found: Vec<(Term, Times)> = Vec::new();
        self.sources.with(|sources| {
            for source in sources {
                let rows = source.import.rows.iter().zip(&source.choices);
                for (row, _) in rows.filter(|(_, choice)| choice.keep && choice.status == Completion::InProgress) {
                    let term = row.record.term.unwrap_or(now);
                    for hour in row.meetings.iter().filter_map(|meeting| Hour::new(meeting.day, meeting.period)) {
                        match found.iter_mut().find(|(of, _)| *of == term) {
                            Some((_, times)) => times.insert(hour),
                            None => {
                                let mut times = Times::default();
                                times.insert(hour);
                                found.push((term, times));
                            }
                        }
                    }
                }
            }
        });
        found
    }

    /// What storing would change, source by source; the last one's records are the result.
    pub fn outcomes(self, stored: &[Record], pass_mark: u8) -> Vec<Outcome> {
        self.sources.with(|sources| {
            let mut outcomes: Vec<Outcome> = Vec::with_capacity(sources.len());
            for source in sources {
                let before = outcomes.last().map_or(stored, |last| last.merge.records.as_slice());
                let merge = import::merge(before, &source.records(pass_mark), pass_mark);
                outcomes.push(Outcome { id: source.id, merge, places: source.places() });
            }
            outcomes
        })
    }
}

impl Source {
    /// The rows taken over, as the student says they are.
    fn records(&self, pass_mark: u8) -> Vec<Record> {
        let rows = self.import.rows.iter().zip(&self.choices).filter(|(_, choice)| choice.keep);
        let record = |(row, choice): (&import::Row, &Choice)| {
            let mut record = Record { stage: choice.stage, ..row.record.clone() };
            record.credits = choice.credits.or(record.credits);
            record.code = record.code.filter(|_| !choice.by_name);
            if choice.status != record.completion(pass_mark) {
                ticks::declare(&mut record, choice.status, pass_mark);
            }
            record
        };
        rows.map(record).collect()
    }

    /// Where each row stands among the rows taken over.
    fn places(&self) -> Vec<Option<usize>> {
        let mut taken = 0;
        let place = |choice: &Choice| {
            taken += usize::from(choice.keep);
            choice.keep.then(|| taken - 1)
        };
        self.choices.iter().map(place).collect()
    }

    /// Names the newest semester; the others follow.
    pub fn assign_terms(&mut self, newest: Term) {
        self.import.assign_terms(newest);
    }
}

/// What a file holds, opened by the readers where it is none of the texts.
async fn raw(file: &Picked) -> Raw {
    // Refused by its size, before its bytes are in memory.
    if file.size() > import::MAX_PACKED_BYTES as f64 {
        return Raw::Refused(IssueKind::TooLarge);
    }
    let Some(bytes) = file.bytes().await else { return Raw::Refused(IssueKind::Binary) };
    if !import::needs_reader(&bytes) {
        return Raw::Bytes(bytes);
    }
    match readers::open(file).await {
        Some(answer) => import::opened(&bytes, &answer).map_or_else(Raw::Refused, Raw::Tables),
        None => Raw::Refused(IssueKind::NoReader),
    }
}

fn read(raw: &Raw, chosen: &Chosen) -> Import {
    match raw {
        Raw::Text(text) => import::read_text(text, chosen.clone()),
        Raw::Bytes(bytes) => import::read_bytes(bytes, &|bytes| files::decode("big5", bytes), chosen.clone()),
        Raw::Tables(tables) => import::read_tables(tables, chosen.clone()),
        Raw::Refused(kind) => Import::only(*kind),
    }
}
