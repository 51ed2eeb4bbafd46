//! Makes a student small: leaves out every record that a difference does not need.

use crate::transcript::{Grade, Record};

/// The records without all that can go, and as plainly passed as they can be, while `differs` holds.
pub(super) fn shrink(mut records: Vec<Record>, pass_mark: u8, differs: &dyn Fn(&[Record]) -> bool) -> Vec<Record> {
    let mut at = records.len();
    // From the end, and again from the end after whatever went.
    while at > 0 {
        at -= 1;
        let mut fewer = records.clone();
        fewer.remove(at);
        if differs(&fewer) {
            records = fewer;
            at = records.len();
        }
    }
    for at in 0..records.len() {
        let mut plainer = records.clone();
        if let Some(record) = plainer.get_mut(at) {
            (record.grade, record.declared) = (Grade::Score(pass_mark), None);
        }
        if differs(&plainer) {
            records = plainer;
        }
    }
    records
}
