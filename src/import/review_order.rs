//! The order in which rows are looked through before they are stored: doubtful ones first, then semester by semester.

use std::cmp::Reverse;

use super::{Import, Severity};
use crate::sorting;
use crate::term::Term;

/// Rows that are looked through together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowGroup {
    /// What they have in common.
    pub of: GroupOf,
    /// Positions of the rows, in the order of the source.
    pub rows: Vec<usize>,
}

/// What rows have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupOf {
    /// Something about each of them is doubtful.
    Doubts,
    /// Their semester; `None` where the source does not say.
    Term(Option<Term>),
}

impl Import {
    /// All rows in groups: what is doubtful, then the semesters from the newest, then what has none. `contradicts` says
    /// of a row whether other data contradict it.
    pub fn groups(&self, contradicts: &dyn Fn(usize) -> bool) -> Vec<RowGroup> {
        let doubts = self.issues.iter().filter(|issue| issue.kind.severity() == Severity::Doubt);
        let mut lines: Vec<usize> = doubts.filter_map(|issue| issue.line).collect();
        sorting::sort(&mut lines);
        let doubtful = |at: usize, line: usize| lines.binary_search(&line).is_ok() || contradicts(at);
        let mut groups: Vec<RowGroup> = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let of = if doubtful(at, row.line) { GroupOf::Doubts } else { GroupOf::Term(row.record.term) };
            match groups.iter_mut().find(|group| group.of == of) {
                Some(group) => group.rows.push(at),
                None => groups.push(RowGroup { of, rows: vec![at] }),
            }
        }
        sorting::sort_by_cached_key(&mut groups, |group| match group.of {
            GroupOf::Doubts => (0, None),
            GroupOf::Term(Some(term)) => (1, Some(Reverse(term))),
            GroupOf::Term(None) => (2, None),
        });
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubts_first_then_the_newest_semester() {
        let text = "課程編碼,課程名稱,學分,成績,學期\n9901001,甲,3,80,112-1\n9901002,乙,3,81,113-2\n\
                    9901003,丙,30,82,113-2\n9901004,丁,2,83,\n9901005,戊,2,84,112-1\n";
        let import = super::super::read_text(text, None);
        let told = |contradicts: &dyn Fn(usize) -> bool| {
            let groups = import.groups(contradicts).into_iter();
            groups.map(|group| (group.of, group.rows)).collect::<Vec<_>>()
        };
        let term = |year, part| GroupOf::Term(Term::new(year, part));
        let plain = [
            (GroupOf::Doubts, vec![2]),
            (term(113, 2), vec![1]),
            (term(112, 1), vec![0, 4]),
            (GroupOf::Term(None), vec![3]),
        ];
        assert_eq!(told(&|_| false), plain);
        assert_eq!(told(&|at| at == 4).first(), Some(&(GroupOf::Doubts, vec![2, 4])));
        assert_eq!(told(&|_| false).iter().map(|(_, rows)| rows.len()).sum::<usize>(), import.rows.len());
    }
}
