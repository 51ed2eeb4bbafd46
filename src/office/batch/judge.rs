//! One student of a batch: the transcripts read, the programs judged, and what was left out on the way.

use super::shelf::Shelf;
use super::source::Source;
use crate::audit::{Decision, Detail, Profile, ProgramAudit, rank};
use crate::i18n::settings;
use crate::import::{Issue, IssueKind};
use crate::office::remark::{Remark, What};
use crate::office::roster::RosterRow;
use crate::saved::backup::Backup;
use crate::transcript::Record;

/// One student, judged.
pub struct Judged {
    /// Who the student is, by roster and transcripts.
    pub profile: Profile,
    /// The courses of all transcripts together.
    pub records: Vec<Record>,
    /// What offices said, where the student's own data have it.
    pub decisions: Vec<Decision>,
    /// The answers, in the order of the edition's programs.
    pub audits: Vec<ProgramAudit>,
    /// As of when the student's curriculum is true.
    pub curriculum_as_of: Option<String>,
}

/// A file of a student.
pub struct File<'f> {
    /// Its name.
    pub name: &'f str,
    /// What is in it, or why nothing can be said.
    pub source: Result<Source, What>,
}

/// Students with equal keys share what is prepared.
pub fn profile_key(profile: &Profile) -> (Option<&str>, Option<u16>, bool, u8) {
    (profile.group.as_deref(), profile.entry, profile.requirement_applies().is_some(), profile.degree as u8)
}

/// Judges the programs by a student's files; `None` when nothing could be read. The remarks say why, and what the
/// answers do without.
pub fn judge<'f>(
    shelf: &Shelf<'_>,
    row: &RosterRow,
    files: impl IntoIterator<Item = File<'f>>,
    advice: bool,
) -> (Option<Judged>, Vec<Remark>) {
    let mut remarks = Vec::new();
    let remark = |file: &str, what: What| Remark {
        row: Some(row.row),
        student: row.student.clone(),
        file: file.to_owned(),
        what,
    };
    let library = shelf.library;
    let mut profile = row.profile.clone();
    let mut records = Vec::new();
    let mut decisions = Vec::new();
    for File { name, source } in files {
        let Source { mut import, own } = match source {
            Ok(source) => source,
            Err(what) => {
                remarks.push(remark(name, what));
                continue;
            }
        };
        if let Some(Backup { document, unreadable }) = own {
            if document.profile.degree != profile.degree {
                let text = document.profile.group.clone().unwrap_or_default();
                remarks.push(remark(name, What::Import(Issue { text, ..Issue::whole(IssueKind::OtherGroup) })));
            }
            if unreadable > 0 {
                remarks.push(remark(name, What::Broken(settings::unreadable(library.lang(), unreadable))));
            }
            decisions.extend(document.decisions);
        }
        library.compare(&mut import);
        import.compare_profile(library.catalog(), &profile);
        // A roster may tell its students apart by something else than their numbers.
        if row.student.len() >= 8 {
            import.compare_student(&row.student);
        }
        records = library.add(&mut profile, &records, &import);
        remarks.extend(import.issues.into_iter().filter(Issue::matters).map(|issue| remark(name, What::Import(issue))));
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
            (Some(Judged { profile, records, decisions, audits, curriculum_as_of }), remarks)
        }
        Err(why) => {
            remarks.push(remark("", What::Broken(why)));
            (None, remarks)
        }
    }
}

/// The place of each program among all, from 1, in the order of the edition: the best first. What is left, by which
/// programs are ranked, is known only with advice.
pub fn places(audits: &[ProgramAudit]) -> Vec<usize> {
    let mut places = vec![0; audits.len()];
    for (place, at) in rank(audits).into_iter().enumerate() {
        if let Some(slot) = places.get_mut(at) {
            *slot = place + 1;
        }
    }
    places
}
