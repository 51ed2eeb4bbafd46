//! Stable sorting for small lists, at a small weight.
//!
//! The standard sort is compiled once more for every type and key that is sorted: some three kilobytes of WebAssembly
//! each, and together they were a fourteenth of all that a phone had to load. Here one compiled sort orders positions,
//! and only moving the items is written per type. The lists are short; one indirect call per comparison is not measurable.

use std::cmp::Ordering;

/// Sorts by what `compare` says. Equal items keep their order.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    if items.len() < 2 {
        return;
    }
    let order = order(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut slots: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| slots.get_mut(at)?.take()));
}

/// Sorts by a key that is made anew for each comparison. Equal items keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a key that is made once an item. Equal items keep their order.
pub fn sort_by_cached_key<T, K: Ord>(items: &mut Vec<T>, key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let order = order(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b)));
    let mut slots: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| slots.get_mut(at)?.take()));
}

/// Sorts by the items' own order. Equal items keep their order.
pub fn sort<T: Ord>(items: &mut Vec<T>) {
    sort_by(items, T::cmp);
}

/// The one place where the standard sort is compiled: the positions `0..len` in the order that `compare` gives.
#[allow(clippy::disallowed_methods, reason = "once for all types")]
fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn like_the_standard_sort(items: Vec<(u8, u8)>) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            let (mut by, mut by_key, mut cached) = (items.clone(), items.clone(), items.clone());
            sort_by(&mut by, |a, b| a.0.cmp(&b.0));
            sort_by_key(&mut by_key, |item| item.0);
            sort_by_cached_key(&mut cached, |item| item.0);
            prop_assert_eq!(&by, &expected);
            prop_assert_eq!(&by_key, &expected);
            prop_assert_eq!(&cached, &expected);
            let mut whole = items.clone();
            sort(&mut whole);
            expected.sort();
            prop_assert_eq!(whole, expected);
        }
    }
}
