//! What is asked of the catalog that is edited.

use kuayu::catalog::Curricula;
use kuayu::catalog::document::LoggedChange;
use kuayu::i18n::Lang;
use kuayu::i18n::batch::mistakes;
use kuayu::import::needs_reader;
use kuayu::office::editor::View;

use super::{Desk, big5, language, term};
use crate::answer::{Answer, Reply};
use crate::ask::{Editing, Sent};
use crate::beside::curricula;
use crate::editing::{Bench, STANDARDS};

impl Desk {
    /// Answers one question.
    pub(super) fn edit(&mut self, lang: &str, view: &View, editing: Editing, parts: &[Vec<u8>]) -> Reply {
        let lang = language(lang);
        if let Editing::Open { today } = editing {
            return self.open_bench(&today, view, lang);
        }
        let Some(bench) = &mut self.bench else { return Reply::failed("no catalog is open") };
        match editing {
            Editing::Open { .. } | Editing::See => {}
            Editing::Do { edit } => bench.edit(edit),
            Editing::Take { files, today, answers } => {
                let unread = |(file, bytes): &(&Sent, &Vec<u8>)| file.tables.is_none() && needs_reader(bytes);
                let all = files.iter().zip(parts).enumerate();
                let readers: Vec<usize> = all.filter(|(_, one)| unread(one)).map(|(at, _)| at).collect();
                if !readers.is_empty() {
                    return Reply::from(Answer::Readers { files: readers });
                }
                bench.take((&files, parts), &today, &answers, &big5, lang);
            }
            Editing::Try => return bench.try_on(lang),
            Editing::Tables { workbook } => return bench.tables(workbook, lang),
            Editing::Store { date, by, why } => return bench.store(LoggedChange { date, by, why }, view, lang),
        }
        Reply::from(Answer::Edited(Box::new(bench.see(view, lang))))
    }

    /// Opens the site's catalog to be edited, with its curricula.
    fn open_bench(&mut self, today: &str, view: &View, lang: Lang) -> Reply {
        let text = match self.catalog() {
            Ok((_, text)) => text,
            Err(reply) => return *reply,
        };
        let Some(today) = term(today) else { return Reply::failed("no day") };
        let beside = || curricula(today).chain([STANDARDS.to_owned()]);
        let wanted: Vec<String> = beside().filter(|name| !self.given.contains_key(name)).collect();
        if !wanted.is_empty() {
            return Reply::from(Answer::Need { files: wanted });
        }
        let mut years = Vec::new();
        for name in curricula(today) {
            let Some(text) = self.given.get(&name).and_then(Option::as_ref) else { continue };
            match Curricula::read(text) {
                Ok(year) => years.push(year),
                // What each year says of the others would be written without it.
                Err(problems) => return Reply::failed(mistakes(&name, problems.len(), lang)),
            }
        }
        match Bench::open(&text, years, self.given.get(STANDARDS).and_then(Option::as_deref), lang) {
            Ok(bench) => {
                let shown = bench.see(view, lang);
                self.bench = Some(bench);
                Reply::from(Answer::Edited(Box::new(shown)))
            }
            Err(why) => Reply::failed(why.join("\n")),
        }
    }
}
