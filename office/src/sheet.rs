//! A student's review sheet of one program.

use kuayu::catalog;
use kuayu::catalog::curriculum::Curriculum;
use kuayu::i18n::sheet::{self, Audited, Head, Of, Paper};
use kuayu::office::batch::{Judged, Library, Shelf};

/// The sheet; `None` where there is no such program.
pub fn sheet(
    library: &dyn Library,
    shelf: &Shelf<'_>,
    judged: &Judged,
    program: &str,
    today: &str,
) -> Option<(Head, Paper)> {
    let Judged { profile, records, decisions, audits, .. } = judged;
    let at = shelf.edition.programs.iter().position(|one| one.code == program)?;
    let (program, audit) = (shelf.edition.programs.get(at)?, audits.get(at)?);
    let all = kuayu::sheet::all_passed(records, profile.pass_mark());
    let passed = shelf.prepared(profile, decisions, |prepared, _| prepared.audit_program(&all, &program.code, &[]));
    let passed = passed.ok()??;
    let own: Option<Curriculum> = match (&profile.group, profile.entry) {
        (Some(group), Some(entry)) => {
            library.curricula(entry).ok().flatten().and_then(|year| year.group(group, library.catalog()))
        }
        _ => None,
    };
    let parts = |code: Option<&str>, name: &str| catalog::parts(library.catalog(), own.as_ref(), code, name);
    let of = Of { lang: library.lang(), today, edition: shelf.edition, program, profile };
    let audited = Audited { records, decisions, audit, passed: &passed, parts: &parts };
    Some((sheet::head(&of), sheet::paper(&of, &audited)))
}
