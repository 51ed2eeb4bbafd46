//! The tables that a batch writes, safe to open in a spreadsheet.

use super::judge::Judged;
use crate::audit::{Advice, AdvisedCourse, Answer, Counted, ProgramAudit, Verdict};
use crate::catalog::document::{Edition, Program};
use crate::credits::Credits;
use crate::export::{code, text};
use crate::i18n::audit::{course, reasons};
use crate::i18n::badge;
use crate::i18n::batch as heads;
use crate::i18n::said;
use crate::i18n::{Lang, halves};
use crate::import::IssueKind;
use crate::office::remark::{Remark, Weight};
use crate::office::roster::RosterRow;
use crate::transcript::own_table::BYTE_ORDER_MARK;
use crate::transcript::{Grade, Record};

/// Several reasons in one cell.
const BETWEEN: &str = "; ";

/// The headings of the answers, after the byte order mark.
pub fn heading(advice: bool, lang: Lang) -> Vec<u8> {
    let mut out = BYTE_ORDER_MARK.as_bytes().to_vec();
    let advice = heads::ADVICE.iter().filter(|_| advice);
    let all = heads::ANSWERS.iter().chain(advice).chain(&heads::REMARKS);
    line(&mut out, all.map(|(zh, en)| lang.pick(*zh, *en).to_owned()));
    out
}

/// The headings of the remarks.
pub fn remarks_heading(lang: Lang) -> Vec<u8> {
    let mut out = BYTE_ORDER_MARK.as_bytes().to_vec();
    line(&mut out, heads::PROBLEMS.iter().map(|(zh, en)| lang.pick(*zh, *en).to_owned()));
    out
}

/// One remark.
pub fn remark(out: &mut Vec<u8>, remark: &Remark, lang: Lang) {
    let told = heads::remark(&remark.what, lang);
    let row = remark.row.map(|row| row.to_string()).unwrap_or_default();
    let place = told.line.map(|line| line.to_string()).unwrap_or_default();
    let weight = heads::weight(remark.what.weight(), lang).to_owned();
    line(out, [row, code(&remark.student), text(&remark.file), place, weight, text(&told.what), text(&told.hint)]);
}

/// One remark in a line, for the terminal.
pub fn sentence(remark: &Remark, lang: Lang) -> String {
    let told = heads::remark(&remark.what, lang);
    heads::sentence(remark.row, &remark.student, &remark.file, &told, heads::weight(remark.what.weight(), lang), lang)
}

/// How many files and lines the answers do without.
pub fn left_out(remarks: &[Remark]) -> usize {
    remarks.iter().filter(|remark| matches!(remark.what.weight(), Weight::NotJudged | Weight::LeftOut)).count()
}

/// What the rows of a batch are written by.
pub struct Rows<'a> {
    /// The edition that was judged.
    pub edition: &'a Edition,
    /// Whether advice is written, too.
    pub advice: bool,
    /// The language of the sentences.
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
        remarks: &[Remark],
    ) {
        let lang = self.lang;
        let group = judged.profile.group.as_deref().map(text).unwrap_or_default();
        let entry = judged.profile.entry.map(|year| year.to_string()).unwrap_or_default();
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
            let courses: Vec<String> = audit.counted.iter().map(|one| self.counted(one, &judged.records)).collect();
            cells.push(text(&courses.join(BETWEEN)));
            if self.advice {
                cells.push(rank.to_string());
                cells.extend(self.advised(audit.certificate.advice.as_ref()));
                cells.extend(self.advised(audit.cross_domain.advice.as_ref()));
            }
            cells.push(text(&self.left(remarks)));
            cells.push(self.edition.standard_as_of.clone());
            cells.push(judged.curriculum_as_of.clone().unwrap_or_default());
            let told = said::used(lang, &judged.decisions, audit, program);
            cells.push(text(&told.join(BETWEEN)));
            line(out, cells);
        }
    }

    /// A course that counts, and what by.
    fn counted(&self, one: &Counted, records: &[Record]) -> String {
        let course = course(self.lang, &one.course);
        let grade = records.get(one.record).map_or(&Grade::None, |record| &record.grade);
        heads::counted(one.category.as_deref(), &course, one.credits, grade, one.view, self.lang)
    }

    /// What the answers do without, and what contradicts them.
    fn left(&self, remarks: &[Remark]) -> String {
        let lang = self.lang;
        let left_out = left_out(remarks);
        let mut kinds: Vec<IssueKind> = remarks.iter().filter_map(|remark| remark.what.contradicts()).collect();
        crate::sorting::sort(&mut kinds);
        kinds.dedup();
        let words: Vec<&str> = kinds.iter().filter_map(|kind| heads::other(*kind, lang)).collect();
        let parts = [
            (left_out > 0).then(|| heads::left_out(left_out, lang)),
            (!words.is_empty()).then(|| heads::contradicts(&words, lang)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(BETWEEN)
    }

    /// The answer in a word, what is missing, what to confirm.
    fn answer(&self, program: &Program, verdict: &Verdict) -> [String; 3] {
        let status = badge::status(self.lang, &verdict.answer).to_owned();
        let reasons = text(&reasons(self.lang, program, verdict).join(BETWEEN));
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
        let advised = |one: &AdvisedCourse| halves::course(self.lang, &one.course, &one.stages, one.unsaid);
        let courses: Vec<String> = advice.courses.iter().map(advised).collect();
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
