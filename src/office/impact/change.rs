//! How one answer became another.

use crate::audit::{Answer, Missing};

/// Which way an answer changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// Nearer to being met.
    Better,
    /// Farther from it.
    Worse,
    /// As near, but for other reasons.
    Otherwise,
}

/// Which way an answer changed; `None` where a student is told the same.
pub(super) fn direction(before: &Answer, now: &Answer) -> Option<Direction> {
    match nearness(before).cmp(&nearness(now)) {
        std::cmp::Ordering::Less => Some(Direction::Better),
        std::cmp::Ordering::Greater => Some(Direction::Worse),
        std::cmp::Ordering::Equal => (!same_reasons(before, now)).then_some(Direction::Otherwise),
    }
}

/// How near an answer is to being met.
fn nearness(answer: &Answer) -> u8 {
    match answer {
        Answer::NotOpen(_) => 0,
        Answer::NotYet { reachable: false, .. } => 1,
        Answer::NotYet { reachable: true, .. } => 2,
        Answer::DependsOn { .. } => 3,
        Answer::MetIfPlanned => 4,
        Answer::MetIfInProgress => 5,
        Answer::Met | Answer::NotRequired => 6,
    }
}

/// Whether two answers of one kind have the same reasons. Where in the list of restrictions a condition stands is none.
fn same_reasons(before: &Answer, now: &Answer) -> bool {
    match (before, now) {
        (Answer::NotYet { missing: before, .. }, Answer::NotYet { missing: now, .. }) => {
            same_members(before, now, &|one: &Missing, other: &Missing| {
                let (a, b) = (&one.condition, &other.condition);
                (a.need, &a.categories, &a.of) == (b.need, &b.categories, &b.of)
                    && (one.have, one.only_jointly) == (other.have, other.only_jointly)
            })
        }
        (Answer::DependsOn { facts: before, view: was }, Answer::DependsOn { facts: now, view }) => {
            was == view && same_members(before, now, &|one, other| one == other)
        }
        _ => before == now,
    }
}

fn same_members<T>(before: &[T], now: &[T], same: &dyn Fn(&T, &T) -> bool) -> bool {
    before.len() == now.len() && before.iter().all(|one| now.iter().any(|other| same(one, other)))
}
