//! What could not be read for certain, as `import` and `audit` tell it.

use serde::Serialize;

use crate::credits::Credits;
use crate::i18n::{self, Lang};
use crate::import::{Issue, IssueKind, Severity};

/// An issue for machines.
#[derive(Serialize)]
pub(super) struct JsonIssue<'a> {
    file: &'a str,
    line: Option<usize>,
    kind: IssueKind,
    severity: Severity,
    what: &'static str,
    hint: &'static str,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    totals: Option<(Credits, Credits)>,
}

impl<'a> JsonIssue<'a> {
    /// An issue of that file.
    pub fn of(issue: &'a Issue, file: &'a str, lang: Lang) -> JsonIssue<'a> {
        let words = i18n::import::issue_in_file(issue.kind, lang);
        JsonIssue {
            file,
            line: issue.line,
            kind: issue.kind,
            severity: issue.kind.severity(),
            what: words.what,
            hint: words.hint,
            text: &issue.text,
            totals: issue.totals,
        }
    }
}

/// An issue for people, in two lines.
pub(super) fn sentence(issue: &Issue, lang: Lang) -> String {
    let words = i18n::import::issue_in_file(issue.kind, lang);
    let line = issue.line.map(|line| line.to_string()).unwrap_or_default();
    let severity = i18n::import::severity(issue.kind.severity(), lang);
    let totals = i18n::import::totals(issue, lang).unwrap_or_default();
    format!("{line:>5}  [{severity}] {}  {}{totals}\n       {}\n", words.what, issue.text, words.hint)
}
