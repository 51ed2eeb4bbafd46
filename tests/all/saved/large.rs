//! Twenty thousand records, as somebody imports a whole office's table by mistake: everything the keeper does with them
//! takes time by their number, not by its square (which took half a minute each).

use std::time::{Duration, Instant};

use kuayu::credits::Credits;
use kuayu::saved::{Document, Keeper, backup};
use kuayu::transcript::{Completion, Record};

use super::keeping::tab::Tab;

const MANY: usize = 20_000;

/// Several times what it takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn many_records_are_stored_undone_and_restored_in_linear_time() {
    let began = Instant::now();
    let tab = Tab::default();
    let mut keeper = Keeper::open(&tab);
    let before = keeper.document();
    let record =
        |n: usize| Record::ticked(&format!("{:07}", 1_000_000 + n), "某課", Credits::whole(3), Completion::Passed);
    let all = Document { records: (0..MANY).map(record).collect(), ..before.clone() };
    assert_eq!(keeper.store(&tab, &all), None);
    let mut fewer = all.clone();
    fewer.records.truncate(MANY - 1);
    assert_eq!(keeper.store(&tab, &fewer), None);
    assert_eq!(Keeper::open(&tab).document(), fewer);
    assert_eq!(fewer.take_back(&all, &fewer), all);
    assert_eq!(all.take_back(&before, &all), before);
    let restored = backup::merge(&fewer, &all);
    assert_eq!((restored.new_records, restored.document), (1, all));
    assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
}
