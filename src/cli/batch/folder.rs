//! The folder with the transcripts: which files are whose.

use std::collections::{HashMap, HashSet};
use std::path::{Component, Path, PathBuf};

use crate::cli::args::Wrong;
use crate::office::roster::{RosterRow, key, owners};

/// The files of a folder, by name.
pub(super) struct Folder {
    path: PathBuf,
    names: Vec<String>,
}

/// Whose files are whose.
pub(super) struct Sorted {
    /// For each student, in the order of the roster.
    pub files: Vec<Vec<String>>,
    /// Files of nobody in the roster.
    pub nobodys: Vec<String>,
}

impl Folder {
    /// Lists a folder: its files, but no hidden ones, none that a spreadsheet keeps while it is open, and not the
    /// roster itself.
    pub fn open(path: &str, roster: &str) -> Result<Folder, Wrong> {
        let roster = std::fs::canonicalize(roster).ok();
        let told = |error: std::io::Error| format!("{path}: {error}");
        let mut names = Vec::new();
        for entry in std::fs::read_dir(path).map_err(told)? {
            let entry = entry.map_err(told)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_roster = roster.is_some() && std::fs::canonicalize(entry.path()).ok() == roster;
            if !name.starts_with(['.', '~']) && !entry.path().is_dir() && !is_roster {
                names.push(name);
            }
        }
        names.sort();
        Ok(Folder { path: PathBuf::from(path), names })
    }

    /// Gives each student the files that the roster names, else those whose names begin with the student's number.
    pub fn sort(&self, students: &[RosterRow]) -> Sorted {
        let by_number: HashMap<String, usize> =
            students.iter().enumerate().map(|(at, student)| (key(&student.student), at)).collect();
        let mut files: Vec<Vec<String>> = students.iter().map(|student| student.files.clone()).collect();
        let named: HashSet<&str> = students.iter().flat_map(|s| &s.files).map(String::as_str).collect();
        let mut nobodys = Vec::new();
        for name in self.names.iter().filter(|name| !named.contains(name.as_str())) {
            match owners(name).iter().find_map(|owner| by_number.get(owner)) {
                Some(at) if students.get(*at).is_some_and(|student| student.files.is_empty()) => {
                    if let Some(files) = files.get_mut(*at) {
                        files.push(name.clone());
                    }
                }
                // The roster names other files for this student.
                Some(_) => {}
                None => nobodys.push(name.clone()),
            }
        }
        Sorted { files, nobodys }
    }

    /// Where a file is. `None` when its name leads out of the folder.
    pub fn file(&self, name: &str) -> Option<PathBuf> {
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        inside.then(|| self.path.join(name))
    }
}
