//! What the page knows of the catalog that is edited. It outlives the page; a reload forgets it, which is asked first.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// All that is shown.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Edited {
    pub tables: Vec<TableOf>,
    /// Id and title.
    pub editions: Vec<(String, String)>,
    pub programs: Vec<ProgramOf>,
    pub sections: Vec<Section>,
    pub problems: Vec<Problem>,
    pub differences: Vec<String>,
    pub is_whole: bool,
    pub can_undo: bool,
    pub can_redo: bool,
    /// What was taken or left of the files that came last.
    pub told: Vec<String>,
    /// What those leave to a person.
    pub questions: Vec<Question>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Question {
    pub id: String,
    pub text: String,
    /// What is told, and its words; nothing where a text is typed.
    pub choices: Vec<(String, String)>,
    pub answer: Option<String>,
    /// What is likely the answer.
    pub preset: String,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct TableOf {
    pub table: String,
    pub title: String,
    pub rows: usize,
    pub touched: bool,
    pub problems: usize,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ProgramOf {
    pub edition: String,
    pub code: String,
    pub name: String,
    pub problems: usize,
}

/// Rows of a table.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Section {
    pub table: String,
    pub title: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Rows in all.
    pub all: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Column {
    pub key: String,
    pub heading: String,
    pub takes: Takes,
    pub choices: Vec<String>,
}

/// What cells of a column take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Takes {
    One,
    Several,
    Flag,
    Lines,
    Date,
    Number,
    #[default]
    Text,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Row {
    /// Its number in the table, from 0.
    pub at: usize,
    pub cells: Vec<String>,
    pub is_new: bool,
    /// The columns that mean something here; all where there is none.
    pub fields: Vec<usize>,
    pub sentence: Option<String>,
    /// In words.
    pub problems: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Problem {
    pub table: String,
    pub row: Option<usize>,
    /// Edition and code.
    pub program: Option<(String, String)>,
    pub place: String,
    pub what: String,
    pub hint: String,
    pub asked: bool,
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "see", rename_all = "snake_case")]
pub enum View {
    Program { edition: String, program: String },
    Table { table: String, text: String, from: usize },
}

impl View {
    /// Whether both are of one program or table.
    pub fn is_of_same(&self, other: &View) -> bool {
        match (self, other) {
            (View::Table { table: one, .. }, View::Table { table: other, .. }) => one == other,
            _ => self == other,
        }
    }
}

/// How far the trial of the change is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Trial {
    /// There is nothing to try.
    #[default]
    None,
    /// Steps made, and in all.
    Running(usize, usize),
    /// What it said.
    Done(Vec<String>),
    Failed,
}

/// The worker's answers.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    Edited(Edited),
    Tried {
        made: usize,
        all: usize,
        told: Vec<String>,
    },
    Stored {
        paths: Vec<String>,
        edited: Edited,
    },
    Failed {
        why: String,
    },
    /// The worker stopped at it; a new one did everything else again.
    Trapped,
    Bytes,
}

/// All of it.
#[derive(Clone)]
pub struct Editing {
    pub shown: ArcRwSignal<Arc<Edited>>,
    pub open: ArcRwSignal<bool>,
    /// Why the catalog cannot be opened.
    pub failed: ArcRwSignal<Option<String>>,
    pub view: ArcRwSignal<View>,
    /// Which drawing of the rows it is: another one wherever rows came, went or moved.
    pub shape: ArcRwSignal<u32>,
    pub trial: ArcRwSignal<Trial>,
    /// Counts what was asked for, so that a trial of an older state ends.
    pub turn: ArcRwSignal<u32>,
    pub edition: ArcRwSignal<Option<String>>,
    pub search: ArcRwSignal<String>,
    pub by: ArcRwSignal<String>,
    pub why: ArcRwSignal<String>,
    pub sure: ArcRwSignal<bool>,
    /// Answers to what was asked of the files that came last, by the questions' ids.
    pub answers: ArcRwSignal<BTreeMap<String, String>>,
    /// The names of those files.
    pub files: ArcRwSignal<Vec<String>>,
    /// The files that were stored last.
    pub stored: ArcRwSignal<Vec<String>>,
}

thread_local! {
    static KEPT: OnceCell<Editing> = const { OnceCell::new() };
}

impl Editing {
    /// The one that lives as long as the app.
    pub fn kept() -> Editing {
        KEPT.with(|kept| kept.get_or_init(Editing::new).clone())
    }

    fn new() -> Editing {
        // Nothing at first: what there is stands on the left.
        let view = View::Table { table: String::new(), text: String::new(), from: 0 };
        Editing {
            shown: ArcRwSignal::default(),
            open: ArcRwSignal::new(false),
            failed: ArcRwSignal::new(None),
            view: ArcRwSignal::new(view),
            shape: ArcRwSignal::new(0),
            trial: ArcRwSignal::default(),
            turn: ArcRwSignal::new(0),
            edition: ArcRwSignal::new(None),
            search: ArcRwSignal::default(),
            by: ArcRwSignal::default(),
            why: ArcRwSignal::default(),
            sure: ArcRwSignal::new(false),
            answers: ArcRwSignal::default(),
            files: ArcRwSignal::default(),
            stored: ArcRwSignal::default(),
        }
    }

    /// Looks at a section.
    pub fn with_section<T>(&self, section: usize, look: impl FnOnce(&Section) -> T) -> Option<T> {
        self.shown.with(|shown| shown.sections.get(section).map(look))
    }

    /// Looks at a row of a section, by its number in the table.
    pub fn with_row<T>(&self, section: usize, at: usize, look: impl FnOnce(&Row) -> T) -> Option<T> {
        self.with_section(section, |section| section.rows.iter().find(|row| row.at == at).map(look)).flatten()
    }
}
