//! Work on many items by several threads, with the results in the order of the items.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

/// How many results may wait for an earlier one, so that memory stays flat when one item takes long.
const WINDOW: usize = 64;

/// How far the results are written.
struct Written {
    upto: Mutex<usize>,
    moved: Condvar,
}

/// Works on the items `0..count` and hands each result to `sink`, in order. `None` stands for an item at which the work
/// panicked: one bad item must not take the others with it. When `sink` fails the rest is left.
pub(super) fn in_order<T: Send, E>(
    count: usize,
    threads: usize,
    work: &(dyn Fn(usize) -> T + Sync),
    sink: &mut dyn FnMut(usize, Option<T>) -> Result<(), E>,
) -> Result<(), E> {
    let next = AtomicUsize::new(0);
    let written = Written { upto: Mutex::new(0), moved: Condvar::new() };
    thread::scope(|scope| {
        let (results, arrived) = channel();
        for _ in 0..threads.max(1) {
            let (results, next, written) = (results.clone(), &next, &written);
            scope.spawn(move || {
                loop {
                    let item = next.fetch_add(1, Ordering::Relaxed);
                    if item >= count || !written.wait_for(item) {
                        break;
                    }
                    let result = catch_unwind(AssertUnwindSafe(|| work(item))).ok();
                    if results.send((item, result)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(results);
        let mut early = BTreeMap::new();
        let mut due = 0;
        for (item, result) in arrived {
            early.insert(item, result);
            while let Some(result) = early.remove(&due) {
                if let Err(error) = sink(due, result) {
                    // Nobody waits for the rest.
                    next.store(count, Ordering::Relaxed);
                    written.moved_to(usize::MAX);
                    return Err(error);
                }
                due += 1;
            }
            written.moved_to(due);
        }
        Ok(())
    })
}

impl Written {
    /// Waits until an item is near enough to what is written; `false` when it is wanted no more.
    fn wait_for(&self, item: usize) -> bool {
        let mut upto = self.upto.lock().unwrap_or_else(PoisonError::into_inner);
        while *upto != usize::MAX && item >= upto.saturating_add(WINDOW) {
            upto = self.moved.wait(upto).unwrap_or_else(PoisonError::into_inner);
        }
        *upto != usize::MAX
    }

    fn moved_to(&self, upto: usize) {
        *self.upto.lock().unwrap_or_else(PoisonError::into_inner) = upto;
        self.moved.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_number_hold_whatever_the_threads() {
        for threads in [1, 2, 7] {
            let work = |item: usize| {
                // The first of each hundred takes long: the others must wait for it, not run away.
                let turns = if item.is_multiple_of(100) { 200_000 } else { 10 };
                (0..turns).fold(item, |sum, turn| sum ^ std::hint::black_box(turn)) ^ item
            };
            let mut seen = Vec::new();
            let done: Result<(), ()> = in_order(1000, threads, &work, &mut |item, result| {
                assert!(result.is_some());
                seen.push(item);
                Ok(())
            });
            assert_eq!(done, Ok(()));
            assert_eq!(seen, (0..1000).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_panic_is_one_missing_result_and_a_failed_sink_ends_the_work() {
        let work = |item: usize| {
            assert!(item != 3, "on purpose");
            item
        };
        let mut seen = Vec::new();
        let done: Result<(), &str> = in_order(200, 2, &work, &mut |item, result| {
            seen.push(result);
            if item == 100 { Err("full") } else { Ok(()) }
        });
        assert_eq!(done, Err("full"));
        assert_eq!(seen.len(), 101);
        assert_eq!((seen[2], seen[3], seen[4]), (Some(2), None, Some(4)));
    }
}
