//! The page's own checksums: 修習總學分數 and 實得學分數 of each semester against the rows read.

use super::{Block, Import, Issue, IssueKind};
use crate::credits::Credits;
use crate::regulation::{PASS_MARK_BACHELOR, PASS_MARK_GRADUATE};
use crate::transcript::{Completion, Grade, Record};

/// Adds a doubt for each semester whose credits do not add up, by the credits attempted, else by those earned. It is
/// only a doubt: whether transferred and withdrawn courses are in the totals, and which pass mark they were reckoned
/// with, the page does not say, so every reading of it is allowed.
pub(super) fn compare(import: &mut Import) {
    let mut issues = Vec::new();
    for (at, block) in import.blocks.iter().enumerate() {
        let records: Vec<&Record> =
            import.rows.iter().filter(|row| row.block == Some(at)).map(|row| &row.record).collect();
        if let Some(totals) = attempted(block, &records).or_else(|| earned(block, &records)) {
            let issue = Issue::at(block.line, IssueKind::TotalsDiffer, "");
            issues.push(Issue { totals: Some(totals), block: Some(at), term: block.term, ..issue });
        }
    }
    import.issues.extend(issues);
}

/// Credits attempted as stated and as read, where no reading makes them agree.
fn attempted(block: &Block, records: &[&Record]) -> Option<(Credits, Credits)> {
    let stated = block.attempted?;
    let sum = |withdrawn: bool, transfers: bool| -> Credits {
        let counted = records.iter().filter(|record| {
            (withdrawn || record.grade != Grade::Withdrawn) && (transfers || record.grade != Grade::Transferred)
        });
        counted.filter_map(|record| record.credits).sum()
    };
    let fits = [(true, true), (true, false), (false, true), (false, false)];
    let fits = fits.iter().any(|(withdrawn, transfers)| sum(*withdrawn, *transfers) == stated);
    (!fits).then(|| (stated, sum(true, false)))
}

/// The same of credits earned.
fn earned(block: &Block, records: &[&Record]) -> Option<(Credits, Credits)> {
    let stated = block.earned?;
    let sum = |pass_mark: u8, transfers: bool| -> Credits {
        let counted = records.iter().filter(|record| transfers || record.grade != Grade::Transferred);
        counted
            .filter(|record| record.grade.completion(pass_mark) == Completion::Passed)
            .filter_map(|r| r.credits)
            .sum()
    };
    let readings = [PASS_MARK_BACHELOR, PASS_MARK_GRADUATE].map(|mark| [sum(mark, true), sum(mark, false)]);
    (!readings.as_flattened().contains(&stated)).then(|| (stated, sum(PASS_MARK_BACHELOR, true)))
}
