//! Saved pages of the course system that are taken into the catalog: a program's standard, or a group's curriculum.

use std::collections::{BTreeMap, BTreeSet};

use kuayu::catalog::document::Document;
use kuayu::catalog::{Catalog, Curricula};
use kuayu::i18n::Lang;
use kuayu::i18n::office::{curricula as words_of, pages as words, standard as standard_words};
use kuayu::office::curricula::{self, Refusal, Wanted};
use kuayu::office::standard::{self, Wish};

use crate::edited::QuestionOf;

/// The sentences of rules that somebody has read, by program.
pub type Read = BTreeMap<String, BTreeSet<String>>;

/// What pages make of the catalog.
pub struct Pages<'a> {
    /// The catalog, with the pages before.
    pub document: Document,
    /// The curricula, likewise.
    pub years: Vec<Curricula>,
    /// Sentences that were read.
    pub read: Read,
    /// What was answered, by the ids of questions.
    pub answers: &'a BTreeMap<String, String>,
    /// This day.
    pub today: &'a str,
    /// The language.
    pub lang: Lang,
    /// What is told.
    pub told: Vec<String>,
    /// What is asked.
    pub questions: Vec<QuestionOf>,
}

/// Whether a text is a saved page with a table of courses.
pub fn is_page(text: &str) -> bool {
    text.contains("課程科目表") && text.to_ascii_lowercase().contains("<t")
}

impl Pages<'_> {
    /// Takes one page; `at` is its number among the files, `name` the file's.
    pub fn take(&mut self, at: usize, name: &str, html: &str) {
        let heading = curricula::read_page(html).map(|page| page.heading).unwrap_or_default();
        let of_program = heading.degree.as_deref().is_some_and(|degree| degree.contains("學程"));
        match standard::read_page(html).filter(|_| of_program) {
            Some(page) => self.standard(at, name, &page),
            None => match curricula::read_page(html) {
                Some(page) => self.curriculum(at, name, &page),
                None => self.told.push(format!("{name}{}{}", self.colon(), words_of::no_table(self.lang).what)),
            },
        }
    }

    fn colon(&self) -> &'static str {
        self.lang.pick("：", ": ")
    }

    fn asked(&mut self, at: usize, id: &str, text: String, choices: words::Answers, preset: &str) -> Option<String> {
        let id = format!("{at}:{id}");
        let answer = self.answers.get(&id).map(|answer| answer.trim().to_owned()).filter(|answer| !answer.is_empty());
        let fits = |answer: &String| choices.is_empty() || choices.iter().any(|(value, _)| value == answer);
        let answer = answer.filter(fits);
        self.questions.push(QuestionOf { id, text, choices, answer: answer.clone(), preset: preset.to_owned() });
        answer
    }

    fn standard(&mut self, at: usize, name: &str, page: &standard::Page) {
        let file = name.rsplit('/').next().unwrap_or(name);
        let code = file.split('.').next().unwrap_or_default().to_uppercase();
        let prefix = format!("{at}:");
        let own: BTreeMap<String, String> = self
            .answers
            .iter()
            .filter_map(|(id, one)| Some((id.strip_prefix(&prefix)?.to_owned(), one.clone())))
            .collect();
        // Whose sentences were read is known once the page's program is.
        let wish = |read| Wish { code: &code, today: self.today, read, answers: &own };
        let none = BTreeSet::new();
        let of = standard::take(&self.document, page, wish(&none)).program.map(|(_, code)| code).unwrap_or_default();
        let taken = standard::take(&self.document, page, wish(self.read.get(&of).unwrap_or(&none)));
        for asked in &taken.questions {
            let (text, choices) = words::question(&asked.question, self.lang);
            self.asked(at, &asked.id, text, choices, "");
        }
        let left = taken.questions.iter().filter(|asked| asked.answer.is_none()).count();
        match (taken.document, taken.program) {
            (Some(document), Some((edition, code))) => {
                self.document = document;
                self.read.entry(code.clone()).or_default().extend(taken.sentences);
                self.told.push(words::took(name, &format!("{edition} {code} {}", page.name), self.lang));
                self.told.extend(taken.remarks.iter().map(|remark| standard_words::remark(remark, self.lang)));
                self.questions.retain(|question| !question.id.starts_with(&prefix));
            }
            _ if left > 0 => self.told.push(words::waits(name, left, self.lang)),
            _ => self.left(at, name),
        }
    }

    fn left(&mut self, at: usize, name: &str) {
        let prefix = format!("{at}:");
        self.questions.retain(|question| !question.id.starts_with(&prefix));
        self.told.push(words::left(name, self.lang));
    }

    fn curriculum(&mut self, at: usize, name: &str, page: &curricula::Page) {
        let catalog = Catalog::new(self.document.clone());
        let lang = self.lang;
        let year = match page.heading.year {
            Some(year) => Some(year),
            None => self
                .asked(at, "year", words::which_year(lang).to_owned(), Vec::new(), "")
                .and_then(|answer| answer.parse().ok()),
        };
        let heading = page.heading.group.clone().unwrap_or_default();
        let group = match catalog.groups_named(&heading).as_slice() {
            [group] => Some((*group).to_owned()),
            known => {
                let named: Vec<&str> =
                    if known.is_empty() { catalog.groups().map(|(group, ..)| group).collect() } else { known.to_vec() };
                let choices = named.into_iter().map(|group| (group.to_owned(), group.to_owned())).collect();
                self.asked(at, "group", words::which_group(&heading, lang), choices, "")
            }
        };
        let today = self.today.to_owned();
        let day = self.asked(at, "day", words::which_day(lang).to_owned(), Vec::new(), &today);
        let (Some(year), Some(group), Some(as_of)) = (year, group, day) else {
            let left = self.questions.iter().filter(|one| one.answer.is_none()).count();
            return self.told.push(words::waits(name, left, lang));
        };
        let before = match self.years.iter().find(|known| known.year == year) {
            Some(known) => known.clone(),
            None => curricula::empty(year, &as_of),
        };
        let mut page = page.clone();
        // Which group it is was said above, where the heading does not.
        page.heading.group = Some(group.clone());
        page.heading.year = Some(year);
        let mut wanted = Wanted { year, group: &group, as_of: &as_of, sure: false };
        let mut made = curricula::import(&before, &catalog, &page, &wanted);
        if let Err(refusals) = &made {
            let doubts: Vec<_> = refusals
                .iter()
                .filter_map(|refusal| match refusal {
                    Refusal::Ask(doubt) => Some(doubt.clone()),
                    _ => None,
                })
                .collect();
            if doubts.len() == refusals.len() {
                let mut answers = Vec::new();
                for (number, doubt) in doubts.iter().enumerate() {
                    let (text, choices) = words::doubt(doubt, lang);
                    answers.push(self.asked(at, &format!("doubt:{number}"), text, choices, ""));
                }
                if answers.iter().any(|answer| answer.as_deref() == Some("no")) {
                    return self.left(at, name);
                }
                if answers.iter().any(Option::is_none) {
                    return self.told.push(words::waits(name, doubts.len(), lang));
                }
                wanted.sure = true;
                made = curricula::import(&before, &catalog, &page, &wanted);
            }
        }
        match made {
            Ok(imported) => {
                self.told.push(words::took(name, &format!("{year} {group}"), lang));
                self.told.extend(imported.credits_kept.iter().map(|row| words_of::credits_kept(row, lang)));
                self.told.extend(imported.twice.iter().map(|row| words_of::twice(row, lang)));
                match self.years.iter_mut().find(|known| known.year == year) {
                    Some(known) => *known = imported.curricula,
                    None => self.years.push(imported.curricula),
                }
                curricula::renew(&mut self.years);
                let prefix = format!("{at}:");
                self.questions.retain(|question| !question.id.starts_with(&prefix));
            }
            Err(refusals) => {
                self.left(at, name);
                for refusal in &refusals {
                    let told = words_of::refusal(refusal, year, &group, lang);
                    self.told.push(format!("{name}{}{}", self.colon(), told.what));
                }
            }
        }
    }
}
