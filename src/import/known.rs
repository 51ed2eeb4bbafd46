//! What was read, beside what is known: the catalog, and the profile of the student whose page it should be.
//!
//! Nothing is corrected. What contradicts the catalog becomes a doubt; only a code that reading cannot know for one,
//! another university's, is put in.

use super::{Import, Issue, IssueKind, Row, cells};
use crate::audit::Profile;
use crate::catalog::Catalog;
use crate::credits::Credits;
use crate::sorting;
use crate::transcript::Stage;

/// So few rows are no reason to doubt the whole source.
const FEW: usize = 3;

impl Import {
    /// Compares the rows with the catalog: codes that only the catalog knows are put in, contradictions are doubted.
    pub fn compare_with(&mut self, catalog: &Catalog) {
        for at in 0..self.rows.len() {
            let Some(row) = self.rows.get_mut(at) else { break };
            let line = row.line;
            if let Some(code) = foreign(row, catalog) {
                row.record.code = Some(code);
                row.printed.clear();
                self.issues.retain(|issue| (issue.line, issue.kind) != (Some(line), IssueKind::CodeUnreadable));
            }
            self.issues.extend(contradiction(row, catalog));
        }
        let known = |row: &Row| row.record.code.is_some() || catalog.name(&row.record.name).is_some();
        if self.rows.len() >= FEW && !self.rows.iter().any(known) {
            self.issues.push(Issue::whole(IssueKind::NoneKnown));
        }
        sorting::sort_by_key(&mut self.issues, |issue| issue.line);
    }

    /// Compares the student number that the source bears with that of the student whose scores they should be.
    pub fn compare_student(&mut self, student: &str) {
        let said = self.profile.as_ref().and_then(|profile| profile.student.as_deref());
        if said.is_some_and(|said| said != student) {
            self.issues.insert(0, Issue::whole(IssueKind::OtherStudent));
        }
    }

    /// Compares department and entry year of the source with the profile; may be done again for another profile.
    pub fn compare_profile(&mut self, catalog: &Catalog, profile: &Profile) {
        self.issues.retain(|issue| !matches!(issue.kind, IssueKind::OtherGroup | IssueKind::OtherEntry));
        let Some(said) = &self.profile else { return };
        let mut found = Vec::new();
        if let (Some(said), Some(own)) = (&said.group, &profile.group) {
            let meant = profile.degree.groups_named(catalog, said);
            if !meant.is_empty() && !meant.contains(&own.as_str()) {
                found.push((IssueKind::OtherGroup, said.clone()));
            }
        }
        if let (Some(said), Some(own)) = (said.entry, profile.entry)
            && said != own
        {
            found.push((IssueKind::OtherEntry, said.to_string()));
        }
        let issues = found.into_iter().map(|(kind, text)| Issue { text, ..Issue::whole(kind) });
        self.issues.splice(0..0, issues);
    }
}

/// The code of a row without one, where the catalog lists what stands in its place: another university's.
fn foreign(row: &Row, catalog: &Catalog) -> Option<String> {
    let code = cells::foreign_code(&row.printed)?;
    (row.record.code.is_none() && catalog.by_code(&code).is_some()).then_some(code)
}

/// What the row says against the course of its code: another name, or other credits.
fn contradiction(row: &Row, catalog: &Catalog) -> Option<Issue> {
    let record = &row.record;
    let code = record.code.as_deref()?;
    let course = catalog.course(catalog.by_code(code)?)?;
    let shown = format!("{code} {}", record.name);
    if let Some(known) = catalog.misnamed(code, &record.name) {
        return Some(Issue::at(row.line, IssueKind::CodeOfAnother, &format!("{shown} ≠ {known}")));
    }
    let parts = if record.stage == Stage::Whole { u16::from(course.stages.unwrap_or(1)) } else { 1 };
    let known = Credits::from_tenths(course.credits?.tenths().saturating_mul(parts));
    let read = record.credits.filter(|read| *read != known)?;
    Some(Issue { totals: Some((known, read)), ..Issue::at(row.line, IssueKind::CreditsDiffer, &shown) })
}
