//! The folder with the transcripts, and the folders in it.

use std::path::{Component, Path, PathBuf};

use crate::cli::args::Wrong;

/// The files of a folder, by name.
pub(super) struct Folder {
    path: PathBuf,
    /// The names in their order; those in further folders with these before them (`112/1123400001.html`).
    pub names: Vec<String>,
}

impl Folder {
    /// Lists a folder: its files and those of the folders in it, but no hidden ones, none that a spreadsheet keeps while
    /// it is open, and not the roster itself.
    pub fn open(path: &str, roster: &str) -> Result<Folder, Wrong> {
        let roster = std::fs::canonicalize(roster).ok();
        let mut folder = Folder { path: PathBuf::from(path), names: Vec::new() };
        folder.list("", roster.as_deref())?;
        folder.names.sort();
        Ok(folder)
    }

    fn list(&mut self, inside: &str, roster: Option<&Path>) -> Result<(), Wrong> {
        let path = self.path.join(inside);
        let told = |error: std::io::Error| format!("{}: {error}", path.display());
        for entry in std::fs::read_dir(&path).map_err(told)? {
            let entry = entry.map_err(told)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with(['.', '~']) {
                continue;
            }
            let name = if inside.is_empty() { name } else { format!("{inside}/{name}") };
            let is_roster = roster.is_some() && std::fs::canonicalize(entry.path()).ok().as_deref() == roster;
            // A link to a folder is not followed: it may lead back here.
            if entry.file_type().map_err(told)?.is_dir() {
                self.list(&name, roster)?;
            } else if !entry.path().is_dir() && !is_roster {
                self.names.push(name);
            }
        }
        Ok(())
    }

    /// Where a file is. `None` when its name leads out of the folder.
    pub fn file(&self, name: &str) -> Option<PathBuf> {
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        inside.then(|| self.path.join(name))
    }
}
