//! One student of a batch: the transcripts read, the programs judged, and what was left out on the way.

use super::folder::Folder;
use super::shelf::Shelf;
use crate::audit::{Detail, ProgramAudit};
use crate::cli::issues;
use crate::cli::source::{Source, source_at};
use crate::cli::student::Student;
use crate::i18n::settings;
use crate::import::{Issue, IssueKind};
use crate::office::remark::{Remark, What};
use crate::office::roster::RosterRow;
use crate::saved::backup::Backup;

/// One student, judged.
pub(super) struct Judged {
    pub student: Student,
    pub audits: Vec<ProgramAudit>,
    /// As of when the student's curriculum is true.
    pub curriculum_as_of: Option<String>,
}

/// Reads a student's files and judges the programs; `None` when nothing could be read. The remarks say why, and what
/// the verdicts do without.
pub(super) fn judge(
    shelf: &Shelf<'_>,
    folder: &Folder,
    row: &RosterRow,
    files: &[String],
    advice: bool,
) -> (Option<Judged>, Vec<Remark>) {
    let mut remarks = Vec::new();
    let remark = |file: &str, what: What| Remark {
        row: Some(row.row),
        student: row.student.clone(),
        file: file.to_owned(),
        what,
    };
    let mut profile = row.profile.clone();
    let mut records = Vec::new();
    let mut decisions = Vec::new();
    for file in files {
        let Some(path) = folder.file(file) else {
            remarks.push(remark(file, What::OutsideFolder));
            continue;
        };
        match source_at(&path) {
            Err(error) => remarks.push(remark(file, What::CannotOpen(error.to_string()))),
            Ok(Source { mut import, own }) => {
                if let Some(Backup { document, unreadable }) = own {
                    if document.profile.degree != profile.degree {
                        let text = document.profile.group.clone().unwrap_or_default();
                        remarks.push(remark(file, What::Import(Issue { text, ..Issue::whole(IssueKind::OtherGroup) })));
                    }
                    if unreadable > 0 {
                        remarks.push(remark(file, What::Broken(settings::unreadable(shelf.library.lang, unreadable))));
                    }
                    decisions.extend(document.decisions);
                }
                shelf.library.compare(&mut import);
                // A roster may tell its students apart by something else than their numbers.
                let number = Some(row.student.as_str()).filter(|number| number.len() >= 8);
                import.compare_profile(&shelf.library.catalog, &profile);
                if let Some(number) = number {
                    import.compare_student(number);
                }
                records = shelf.library.add(&mut profile, &records, &import);
                remarks.extend(
                    import.issues.into_iter().filter(issues::matters).map(|issue| remark(file, What::Import(issue))),
                );
            }
        }
    }
    if records.is_empty() {
        remarks.push(remark("", What::NoTranscript));
        return (None, remarks);
    }
    if profile.group.is_none() || profile.entry.is_none() {
        remarks.push(remark("", What::ProfileOpen));
    }
    let detail = if advice { Detail::Advice } else { Detail::Answers };
    let audits = shelf.prepared(&profile, &decisions, |prepared, as_of| {
        (prepared.audit_in(&records, detail), as_of.map(str::to_owned))
    });
    match audits {
        Ok((audits, curriculum_as_of)) => {
            let student = Student { profile, records, issues: Vec::new(), decisions };
            (Some(Judged { student, audits, curriculum_as_of }), remarks)
        }
        Err(why) => {
            remarks.push(remark("", What::Broken(why)));
            (None, remarks)
        }
    }
}
