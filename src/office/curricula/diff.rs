//! What changed between two states of a list, as data. The words are in [`crate::i18n::office::curricula`].

use super::List;
use crate::catalog::Curricula;
use crate::catalog::curriculum::CurriculumRow;
use crate::transcript::Identity;

/// What can change in a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The day of the state.
    Day {
        /// Before.
        from: String,
        /// Now.
        to: String,
    },
    /// The credits for graduation.
    Credits,
    /// A row is new.
    Added(CurriculumRow),
    /// A row is gone.
    Removed(CurriculumRow),
    /// A row says something else.
    Changed {
        /// Before.
        from: CurriculumRow,
        /// Now.
        to: CurriculumRow,
    },
    /// The rows are the same, in another order.
    Order,
}

/// What changed in the rows: in the order of the newer list, what is gone at the end.
pub fn diff(old: &[CurriculumRow], new: &[CurriculumRow]) -> Vec<Change> {
    let mut left: Vec<Option<&CurriculumRow>> = old.iter().map(Some).collect();
    let mut take = |same: &dyn Fn(&CurriculumRow) -> bool| {
        let found = left.iter_mut().find(|row| row.is_some_and(same));
        found.and_then(Option::take)
    };
    // What is equal first, then what is the same course in the same stage, then what is the same course.
    let mut partners: Vec<Option<&CurriculumRow>> = new.iter().map(|row| take(&|old| old == row)).collect();
    for strict in [true, false] {
        for (row, partner) in new.iter().zip(&mut partners).filter(|(_, partner)| partner.is_none()) {
            *partner = take(&|old| same_course(old, row) && (old.stage == row.stage || !strict));
        }
    }
    let mut changes: Vec<Change> = Vec::new();
    for (row, partner) in new.iter().zip(partners) {
        match partner {
            None => changes.push(Change::Added(row.clone())),
            Some(old) if old != row => changes.push(Change::Changed { from: old.clone(), to: row.clone() }),
            Some(_) => {}
        }
    }
    changes.extend(left.into_iter().flatten().map(|row| Change::Removed(row.clone())));
    if changes.is_empty() && old != new {
        changes.push(Change::Order);
    }
    changes
}

fn same_course(one: &CurriculumRow, other: &CurriculumRow) -> bool {
    Identity::new(&one.code, &one.name).is(Identity::new(&other.code, &other.name))
}

/// What changed in every list of a year's file, by its name, in the order of the newer; lists that are gone at the end.
pub fn lists(old: &Curricula, new: &Curricula) -> Vec<(String, Vec<Change>)> {
    let mut changes = Vec::new();
    for list in List::ALL {
        let (before, after) = (&list.of(old).0, &list.of(new).0);
        let names = after.iter().chain(before.iter().filter(|(name, _)| !after.iter().any(|(known, _)| known == name)));
        for (name, _) in names {
            let find = |groups: &'_ [(String, crate::catalog::Group)]| {
                groups.iter().find(|(known, _)| known == name).map(|(_, group)| group.clone()).unwrap_or_default()
            };
            let (then, now) = (find(before), find(after));
            let mut found = Vec::new();
            let day = |group: &crate::catalog::Group, whole: &str| group.as_of.clone().unwrap_or(whole.to_owned());
            let (from, to) = (day(&then, &old.as_of), day(&now, &new.as_of));
            if from != to {
                found.push(Change::Day { from, to });
            }
            if then.credits != now.credits {
                found.push(Change::Credits);
            }
            found.extend(diff(&then.courses, &now.courses));
            if !found.is_empty() {
                changes.push((name.clone(), found));
            }
        }
    }
    changes
}
