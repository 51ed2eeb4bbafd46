//! The catalog while it is edited: what a worker knows of it between two questions.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::rc::Rc;

use kuayu::catalog::document::{Document, LoggedChange};
use kuayu::catalog::{Catalog, Curricula, Problem, read_document};
use kuayu::i18n::Lang;
use kuayu::i18n::catalog::report;
use kuayu::i18n::import::issue;
use kuayu::i18n::office::{editor as words, impact, pages as page_words, report_in};
use kuayu::import::{needs_reader, page_text};
use kuayu::office::editor::{Checked, Edit, Editor, Stored, Taken, View, take};
use kuayu::office::impact::{STUDENTS, Trial, Wanted};
use kuayu::office::opener::Opener;
use kuayu::office::tables::{Cells, Table, curricula_to_cells, text, to_cells};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::answer::{Answer, Reply};
use crate::ask::Sent;
use crate::edited::{Edited, QuestionOf, differences, edited};
use crate::pages::{Pages, Read, is_page};
use crate::tables_book;

/// How many profiles are judged before the worker answers, so that an edit does not wait long.
const STEPS: usize = 4;
/// Which students are invented: the same as by the command line.
const SEED: u64 = 1;

/// An open catalog.
pub struct Bench {
    editor: Editor,
    checked: Checked,
    trial: Option<Trial>,
    /// What the trial of the present state said.
    tried: Option<Vec<String>>,
    curricula: Rc<[Curricula]>,
    told: Vec<String>,
    questions: Vec<QuestionOf>,
    /// Sentences of rules that somebody has read, as they were stored last and as they are.
    read: [Read; 2],
}

/// Where the site keeps which sentences of the programs' rules were read.
pub const STANDARDS: &str = "standards.json";

impl Bench {
    /// Opens a catalog by its text.
    ///
    /// # Errors
    ///
    /// What is wrong with it, in words.
    pub fn open(text: &str, years: Vec<Curricula>, standards: Option<&str>, lang: Lang) -> Result<Bench, Vec<String>> {
        let curricula: Rc<[Curricula]> = years.clone().into();
        let told = |one: &Problem| report("programs.json", one, lang);
        let editor = Editor::open(text, years).map_err(|problems| problems.iter().map(told).collect::<Vec<_>>())?;
        let checked = editor.check();
        // A file that cannot be read has no sentence that was read: all are asked again.
        let read: Read = standards.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        let (told, questions) = (Vec::new(), Vec::new());
        Ok(Bench { editor, checked, trial: None, tried: None, curricula, told, questions, read: [read.clone(), read] })
    }

    /// What the page shows.
    pub fn see(&self, view: &View, lang: Lang) -> Edited {
        let mut shown = edited(&self.editor, &self.checked, view, lang);
        shown.told.clone_from(&self.told);
        shown.questions.clone_from(&self.questions);
        shown
    }

    /// Does an edit.
    pub fn edit(&mut self, edit: Edit) {
        self.told.clear();
        self.questions.clear();
        self.editor.edit(edit);
        self.changed();
    }

    fn changed(&mut self) {
        self.checked = self.editor.check();
        (self.trial, self.tried) = (None, None);
    }

    /// Takes what files hold, as one edit.
    pub fn take(
        &mut self,
        (files, parts): (&[Sent], &[Vec<u8>]),
        today: &str,
        answers: &BTreeMap<String, String>,
        big5: &dyn Fn(&[u8]) -> Option<String>,
        lang: Lang,
    ) {
        let mut told = Vec::new();
        let mut tables: Vec<(Table, Cells)> = Vec::new();
        let read = |document: &Document| Pages {
            document: document.clone(),
            years: self.checked.years.clone().unwrap_or_default(),
            read: self.read[1].clone(),
            answers,
            today,
            lang,
            told: Vec::new(),
            questions: Vec::new(),
        };
        let mut pages = self.checked.document.as_ref().map(read);
        for (at, (file, bytes)) in files.iter().zip(parts).enumerate() {
            let html = if needs_reader(bytes) { None } else { page_text(bytes, big5).ok() };
            if let Some(html) = html.filter(|html| is_page(html)) {
                match &mut pages {
                    Some(pages) => pages.take(at, &file.name, &html),
                    None => told.push(page_words::mend_first(&file.name, lang)),
                }
                continue;
            }
            match held(file, bytes, big5, lang) {
                Ok(taken) => {
                    told.extend(taken.problems.iter().map(|problem| report_in(&file.name, problem, lang)));
                    if taken.tables.is_empty() && taken.problems.is_empty() {
                        told.push(words::no_table(&file.name, lang));
                    }
                    let took = |(table, cells): &(Table, Cells)| {
                        words::took(&file.name, words::title(*table, lang), cells.len(), lang)
                    };
                    told.extend(taken.tables.iter().map(took));
                    tables.extend(taken.tables);
                }
                Err(why) => told.extend(why.into_iter().map(|why| words::not_taken(&file.name, &why, lang))),
            }
        }
        self.questions.clear();
        if let Some(pages) = pages {
            if self.checked.document.as_ref() != Some(&pages.document) {
                tables.extend(to_cells(&pages.document).unwrap_or_default());
            }
            tables.extend(curricula_to_cells(&pages.years));
            self.read[1] = pages.read;
            self.questions = pages.questions;
            told.extend(pages.told);
        }
        self.told = told;
        self.editor.replace(tables);
        self.changed();
    }

    /// Judges some more invented students.
    pub fn try_on(&mut self, lang: Lang) -> Reply {
        let Some(document) = &self.checked.document else { return Reply::failed("the tables cannot be read") };
        if let Some(told) = &self.tried {
            return Answer::Tried { made: 1, all: 1, told: told.clone() }.into();
        }
        let trial = self.trial.get_or_insert_with(|| {
            let [old, new] = [self.editor.former(), document].map(|one| Rc::new(Catalog::new(one.clone())));
            Trial::new(old, new, Rc::clone(&self.curricula), Wanted { students: STUDENTS, seed: SEED })
        });
        let mut more = true;
        for _ in 0..STEPS {
            more = trial.step();
            if !more {
                break;
            }
        }
        let (made, all) = trial.progress();
        if more {
            // It is at its end once everything is told.
            return Answer::Tried { made: made.min(all.saturating_sub(1)), all, told: Vec::new() }.into();
        }
        let found = self.trial.take().map(Trial::into_impact).unwrap_or_default();
        let told = impact::told(&found, lang);
        self.tried = Some(told.clone());
        Answer::Tried { made: all, all, told }.into()
    }

    /// The tables as files.
    pub fn tables(&self, workbook: bool, lang: Lang) -> Reply {
        let made = if workbook {
            tables_book::write(&self.editor, lang)
        } else {
            let all = Table::ALL.into_iter().chain(Table::CURRICULA);
            let files: Result<Vec<(String, String)>, String> = all
                .map(|table| {
                    let text = text(table, self.editor.cells(table)).map_err(|error| error.to_string())?;
                    Ok((table.file().to_owned(), text))
                })
                .collect();
            files.and_then(|files| zipped(&files))
        };
        match made {
            Ok(bytes) => Reply { answer: Answer::Bytes, parts: vec![bytes] },
            Err(why) => Reply::failed(why),
        }
    }

    /// Makes the files that take the place of those in the site.
    pub fn store(&mut self, logged: LoggedChange, view: &View, lang: Lang) -> Reply {
        let (Some(document), Some(years)) = (self.checked.document.clone(), self.checked.years.clone()) else {
            return Reply::failed("the tables cannot be read");
        };
        let mut lines = vec![format!("{}　{}　{}", logged.date, logged.by, logged.why), String::new()];
        lines.extend(differences(&self.editor, &self.checked, lang));
        if let Some(told) = &self.tried {
            lines.push(String::new());
            lines.extend(told.iter().cloned());
        }
        let stored = match self.editor.store(document, years, logged) {
            Ok(stored) => stored,
            Err(error) => return Reply::failed(error.to_string()),
        };
        self.curricula = self.editor.former_years().into();
        self.told.clear();
        self.questions.clear();
        self.changed();
        let mut files: Vec<(String, String)> = Vec::new();
        for Stored { path, text, before } in &stored {
            files.push((path.clone(), text.clone()));
            let kept = path.strip_suffix(".json").unwrap_or(path);
            files.extend(before.clone().map(|before| (format!("{kept}.before.json"), before)));
        }
        let [before, now] = &mut self.read;
        if before != now
            && let Ok(text) = serde_json::to_string_pretty(now)
        {
            files.push((STANDARDS.to_owned(), text + "\n"));
            before.clone_from(now);
        }
        files.push((words::log_file(lang).to_owned(), format!("\u{feff}{}\r\n", lines.join("\r\n"))));
        let catalog = stored.iter().find(|one| one.path == "programs.json").map(|one| one.text.clone().into_bytes());
        let paths = stored.into_iter().map(|one| one.path).collect();
        match zipped(&files) {
            Ok(zip) => Reply {
                answer: Answer::Stored { paths, edited: Box::new(self.see(view, lang)) },
                parts: [Some(zip), catalog].into_iter().flatten().collect(),
            },
            Err(why) => Reply::failed(why),
        }
    }
}

/// The tables of a catalog, a workbook or a CSV file, or why it cannot be read.
fn held(file: &Sent, bytes: &[u8], big5: &dyn Fn(&[u8]) -> Option<String>, lang: Lang) -> Result<Taken, Vec<String>> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if text.trim_ascii_start().starts_with(b"{") {
        let told = |one: &Problem| report(&file.name, one, lang);
        let document = read_document(&String::from_utf8_lossy(text));
        let document = document.map_err(|problems| problems.iter().map(told).collect::<Vec<_>>())?;
        let tables = to_cells(&document).map_err(|error| vec![error.to_string()])?;
        return Ok(Taken { tables, ..Taken::default() });
    }
    let said = |_: &[u8]| file.tables.clone().unwrap_or_default();
    match (Opener { big5, tables: &said }).rows(bytes) {
        Ok(sheets) => Ok(take(&file.name, &sheets)),
        Err(kind) => Err(vec![issue(kind, lang).what.to_owned()]),
    }
}

fn zipped(files: &[(String, String)]) -> Result<Vec<u8>, String> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in files {
        zip.start_file(name.as_str(), options).map_err(|error| error.to_string())?;
        zip.write_all(text.as_bytes()).map_err(|error| error.to_string())?;
    }
    Ok(zip.finish().map_err(|error| error.to_string())?.into_inner())
}
