//! A worker as the browser's script asks it.

use std::fs;
use std::path::{Path, PathBuf};

use kuayu_office::{Answer, Desk, Reply, Request};
use serde_json::{Value, json};

/// The project's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A worker, and the site's files that it may want.
pub struct Seat(pub Desk);

impl Seat {
    /// Asks as `office/worker.js` does: gives files of the site and what the readers say, until neither is wanted.
    pub fn ask(&mut self, mut request: Value, parts: &[Vec<u8>]) -> Reply {
        loop {
            let asked: Request = serde_json::from_value(request.clone()).unwrap();
            let reply = self.0.ask(asked, parts);
            match &reply.answer {
                Answer::Need { files } => files.iter().for_each(|name| self.give(name)),
                Answer::Readers { files } => {
                    for at in files {
                        let before =
                            |files: &[Value]| files.iter().filter(|file| file.get("missing").is_none()).count();
                        match request["files"].as_array().map(|files| before(&files[..*at])) {
                            Some(part) => request["files"][*at]["tables"] = kuayu_readers::answer(&parts[part]).into(),
                            None => request["tables"] = kuayu_readers::answer(&parts[0]).into(),
                        }
                    }
                }
                _ => return reply,
            }
        }
    }

    fn give(&mut self, name: &str) {
        let path = if name.contains('/') { root().join("public").join(name) } else { root().join(name) };
        let file = fs::read(path).ok();
        let request = json!({"ask": "given", "name": name, "found": file.is_some()});
        self.0.ask(serde_json::from_value(request).unwrap(), &file.into_iter().collect::<Vec<_>>());
    }
}
