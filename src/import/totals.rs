//! The page's own checksum: 實得學分數 of each semester against the rows read.

use super::{Import, Issue, IssueKind};
use crate::credits::Credits;
use crate::regulation::{PASS_MARK_BACHELOR, PASS_MARK_GRADUATE};
use crate::transcript::{Grade, Status};

/// Adds a doubt for each semester whose credits do not add up. It is only a doubt: whether transferred credits are in
/// the total, and which pass mark it was reckoned with, the page does not say, so every reading of it is allowed.
pub(super) fn compare(import: &mut Import) {
    let mut issues = Vec::new();
    for (at, block) in import.blocks.iter().enumerate() {
        let Some(stated) = block.earned else { continue };
        let sum = |pass_mark: u8, transfers: bool| -> Credits {
            import
                .rows
                .iter()
                .filter(|row| row.block == Some(at))
                .map(|row| &row.record)
                .filter(|record| transfers || record.grade != Grade::Transferred)
                .filter(|record| record.grade.status(pass_mark) == Status::Passed)
                .filter_map(|record| record.credits)
                .sum()
        };
        let readings = [PASS_MARK_BACHELOR, PASS_MARK_GRADUATE].map(|mark| [sum(mark, true), sum(mark, false)]);
        if !readings.as_flattened().contains(&stated) {
            let mut issue = Issue::at(block.line, IssueKind::TotalsDiffer, "");
            issue.totals = Some((stated, sum(PASS_MARK_BACHELOR, true)));
            issues.push(issue);
        }
    }
    import.issues.extend(issues);
}
