//! The tables that a batch writes, safe to open in a spreadsheet.

use super::judge::Judged;
use crate::audit::{Advice, AdvisedCourse, Answer, ProgramAudit, Verdict};
use crate::catalog::document::{Edition, Program};
use crate::cli::audit::reasons;
use crate::credits::Credits;
use crate::export::{code, text};
use crate::i18n::badge;
use crate::i18n::batch as heads;
use crate::i18n::said;
use crate::i18n::{Lang, halves};
use crate::office::remark::Remark;
use crate::office::roster::RosterRow;
use crate::transcript::own_table::BYTE_ORDER_MARK;

/// Several reasons in one cell.
const BETWEEN: &str = "; ";

/// The headings of the answers, after the byte order mark.
pub(super) fn heading(advice: bool, lang: Lang) -> Vec<u8> {
    let mut out = BYTE_ORDER_MARK.as_bytes().to_vec();
    let advice = heads::ADVICE.iter().filter(|_| advice);
    let all = heads::ANSWERS.iter().chain(advice).chain(&heads::REMARKS);
    line(&mut out, all.map(|(zh, en)| lang.pick(*zh, *en).to_owned()));
    out
}

/// The headings of the remarks.
pub(super) fn remarks_heading(lang: Lang) -> Vec<u8> {
    let mut out = BYTE_ORDER_MARK.as_bytes().to_vec();
    line(&mut out, heads::PROBLEMS.iter().map(|(zh, en)| lang.pick(*zh, *en).to_owned()));
    out
}

/// One remark.
pub(super) fn remark(out: &mut Vec<u8>, remark: &Remark, lang: Lang) {
    let told = heads::remark(&remark.what, lang);
    let row = remark.row.map(|row| row.to_string()).unwrap_or_default();
    let place = told.line.map(|line| line.to_string()).unwrap_or_default();
    let weight = heads::weight(remark.what.weight(), lang).to_owned();
    line(out, [row, code(&remark.student), text(&remark.file), place, weight, text(&told.what), text(&told.hint)]);
}

/// One remark in a line, for the terminal.
pub(super) fn sentence(remark: &Remark, lang: Lang) -> String {
    let told = heads::remark(&remark.what, lang);
    heads::sentence(remark.row, &remark.student, &remark.file, &told, heads::weight(remark.what.weight(), lang), lang)
}

/// What the rows of a batch are written by.
pub(super) struct Rows<'a> {
    pub edition: &'a Edition,
    pub advice: bool,
    pub lang: Lang,
}

impl Rows<'_> {
    /// One row a program: the student's two answers, what is missing, what to confirm and with whom.
    pub fn answers(
        &self,
        out: &mut Vec<u8>,
        row: &RosterRow,
        judged: &Judged,
        programs: &[(&Program, &ProgramAudit, usize)],
        left_out: usize,
    ) {
        let Judged { student, .. } = judged;
        let lang = self.lang;
        let group = student.profile.group.as_deref().map(text).unwrap_or_default();
        let entry = student.profile.entry.map(|year| year.to_string()).unwrap_or_default();
        for (program, audit, rank) in programs {
            let counted: Credits = audit.counted.iter().map(|c| c.credits).sum();
            let mut cells = vec![
                code(&row.student),
                group.clone(),
                entry.clone(),
                text(&self.edition.id),
                code(&program.code),
                text(&program.name),
            ];
            for verdict in [&audit.certificate, &audit.cross_domain] {
                cells.extend(self.answer(program, verdict));
            }
            cells.extend([counted.to_string(), program.min_credits.to_string()]);
            if self.advice {
                cells.push(rank.to_string());
                cells.extend(self.advised(audit.certificate.advice.as_ref()));
                cells.extend(self.advised(audit.cross_domain.advice.as_ref()));
            }
            cells.push(if left_out > 0 { heads::left_out(left_out, lang) } else { String::new() });
            cells.push(self.edition.standard_as_of.clone());
            cells.push(judged.curriculum_as_of.clone().unwrap_or_default());
            let told = said::used(lang, &student.decisions, audit, program);
            cells.push(text(&told.join(BETWEEN)));
            line(out, cells);
        }
    }

    /// The answer in a word, what is missing, what to confirm.
    fn answer(&self, program: &Program, verdict: &Verdict) -> [String; 3] {
        let status = badge::status(self.lang, &verdict.answer).to_owned();
        let reasons = text(&reasons(program, verdict, self.lang).join(BETWEEN));
        match verdict.answer {
            Answer::DependsOn { .. } => [status, String::new(), reasons],
            _ => [status, reasons, String::new()],
        }
    }

    /// Credits and courses of the cheapest way.
    fn advised(&self, advice: Option<&Advice>) -> [String; 2] {
        let Some(advice) = advice.map(Advice::first).filter(|advice| !advice.courses.is_empty()) else {
            return Default::default();
        };
        let course = |one: &AdvisedCourse| halves::course(self.lang, &one.course, &one.stages, one.unsaid);
        let courses: Vec<String> = advice.courses.iter().map(course).collect();
        [advice.credits.to_string(), text(&courses.join(BETWEEN))]
    }
}

/// One line, quoted where CSV asks for it, ended as spreadsheets do.
fn line(out: &mut Vec<u8>, cells: impl IntoIterator<Item = String>) {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    // Writing into memory does not fail.
    _ = writer.write_record(cells);
    _ = writer.flush();
}
