//! What the page knows: what was chosen, what the workers said, what a person checked. It outlives the page, so that a
//! look at one student in the app does not lose it; a reload forgets all of it.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use serde::Deserialize;

/// The catalog as it was opened.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Opened {
    pub edition: String,
    pub editions: Vec<String>,
    pub as_of: String,
    pub programs: Vec<(String, String)>,
}

/// A student of the roster.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Listed {
    pub student: String,
    pub group: Option<String>,
    pub entry: Option<u16>,
    pub files: Vec<serde_json::Value>,
}

/// Something to look at, in words.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Told {
    pub row: Option<usize>,
    pub student: String,
    pub file: String,
    pub line: Option<usize>,
    pub weight: String,
    pub kind: String,
    pub what: String,
    pub hint: String,
}

/// The roster as it was read.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Roster {
    pub students: Vec<Listed>,
    pub remarks: Vec<Told>,
}

/// What the workers said at first.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Looked {
    #[serde(default)]
    pub superseded: bool,
    pub failed: Option<String>,
    pub opened: Option<Opened>,
    pub roster: Option<Roster>,
}

/// What became of a student.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Judgement {
    pub judged: bool,
    /// A letter a program.
    pub certificates: String,
    pub requirements: String,
    pub left_out: usize,
    pub contradicts: bool,
    pub group: Option<String>,
    pub entry: Option<u16>,
    pub remarks: Vec<Told>,
}

/// What was chosen as transcripts.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Chosen {
    pub count: usize,
    pub failed: Vec<String>,
}

/// How far the work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Roster or transcripts are missing.
    Choosing,
    /// Both are here.
    Ready,
    /// Students are being judged.
    Running,
    /// Some were judged.
    Done,
}

/// What of the answers is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Programs,
    Students,
    Problems,
}

/// Which students are listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Place of a program; all where none is chosen.
    pub program: Option<usize>,
    /// A kind of the certificate's answer, one of [`super::answers::KINDS`].
    pub kind: Option<char>,
    /// Part of a student number.
    pub text: String,
}

/// Review sheets of one program.
#[derive(Clone, Debug, PartialEq)]
pub struct Printing {
    /// The program's code.
    pub program: String,
    /// The students, by their places.
    pub students: Vec<usize>,
}

/// All of it.
#[derive(Clone)]
pub struct Office {
    /// The roster's name.
    pub roster: ArcRwSignal<Option<String>>,
    pub chosen: ArcRwSignal<Option<Chosen>>,
    pub looked: ArcRwSignal<Option<Arc<Looked>>>,
    /// The workers are reading catalog and roster.
    pub looking: ArcRwSignal<bool>,
    /// The edition that was asked for.
    pub edition: ArcRwSignal<Option<String>>,
    pub running: ArcRwSignal<bool>,
    /// By place in the roster.
    pub judged: ArcRwSignal<Vec<Option<Judgement>>>,
    pub done: ArcRwSignal<usize>,
    /// The last run did not come to its end.
    pub cut: ArcRwSignal<bool>,
    pub stopped: ArcRwSignal<bool>,
    /// Contradictions that a person has checked.
    pub checked: ArcRwSignal<BTreeSet<usize>>,
    pub shown: ArcRwSignal<Shown>,
    pub filter: ArcRwSignal<Filter>,
    /// The student shown in full.
    pub open: ArcRwSignal<Option<usize>>,
    /// The review sheets that are shown in place of everything else.
    pub printing: ArcRwSignal<Option<Printing>>,
}

thread_local! {
    static KEPT: OnceCell<Office> = const { OnceCell::new() };
}

impl Office {
    /// The one that lives as long as the app.
    pub fn kept() -> Office {
        KEPT.with(|kept| kept.get_or_init(Office::new).clone())
    }

    fn new() -> Office {
        Office {
            roster: ArcRwSignal::new(None),
            chosen: ArcRwSignal::new(None),
            looked: ArcRwSignal::new(None),
            looking: ArcRwSignal::new(false),
            edition: ArcRwSignal::new(None),
            running: ArcRwSignal::new(false),
            judged: ArcRwSignal::new(Vec::new()),
            done: ArcRwSignal::new(0),
            cut: ArcRwSignal::new(false),
            stopped: ArcRwSignal::new(false),
            checked: ArcRwSignal::new(BTreeSet::new()),
            shown: ArcRwSignal::new(Shown::Programs),
            filter: ArcRwSignal::new(Filter::default()),
            open: ArcRwSignal::new(None),
            printing: ArcRwSignal::new(None),
        }
    }

    /// How far the work is.
    pub fn stage(&self) -> Stage {
        if self.running.get() {
            return Stage::Running;
        }
        if self.judged.with(|all| all.iter().any(Option::is_some)) {
            return Stage::Done;
        }
        let ready = self.students() > 0 && self.chosen.with(|chosen| chosen.as_ref().is_some_and(|one| one.count > 0));
        if ready { Stage::Ready } else { Stage::Choosing }
    }

    /// Students in the roster.
    pub fn students(&self) -> usize {
        self.with_roster(|roster| roster.students.len()).unwrap_or_default()
    }

    /// Looks at the roster, where it is read.
    pub fn with_roster<T>(&self, look: impl FnOnce(&Roster) -> T) -> Option<T> {
        self.looked.with(|looked| looked.as_ref()?.roster.as_ref().map(look))
    }

    /// The programs that are judged: code and name.
    pub fn programs(&self) -> Vec<(String, String)> {
        let of = |looked: &Arc<Looked>| looked.opened.as_ref().map(|opened| opened.programs.clone());
        self.looked.with(|looked| looked.as_ref().and_then(of)).unwrap_or_default()
    }

    /// Whether a student's transcript contradicts the roster, and nobody has checked it.
    pub fn to_check(&self, student: usize) -> bool {
        let contradicts =
            self.judged.with(|all| all.get(student).and_then(Option::as_ref).is_some_and(|one| one.contradicts));
        contradicts && !self.checked.with(|checked| checked.contains(&student))
    }

    /// Forgets what was judged.
    pub fn forget(&self) {
        self.judged.set(Vec::new());
        self.done.set(0);
        self.cut.set(false);
        self.stopped.set(false);
        self.checked.set(BTreeSet::new());
        self.open.set(None);
        self.printing.set(None);
    }
}
