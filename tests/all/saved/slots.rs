//! The two texts that take turns: what stands in the older one counts, and a clearing that reached only one says so.

use std::collections::BTreeSet;

use kuayu::saved::Keeper;
use kuayu::saved::keeper::{OLD, SLOTS, Shelf, State, Trouble};

use super::keeping::tab::{Tab, Texts};
use super::mended::{codes, with};

#[test]
fn what_a_tab_that_lags_wrote_over_the_older_text_is_there_for_who_opens_next() {
    // Whichever of the two is the newest then.
    for before in [&[][..], &["Y"]] {
        let all = Texts::default();
        let (one, two) = (Tab::of(&all), Tab::of(&all));
        let mut a = Keeper::open(&one);
        before.iter().for_each(|code| _ = a.store(&one, &with(&[code])));
        a.store(&one, &with(&["A"]));
        two.learn();
        let mut b = Keeper::open(&two);
        a.store(&one, &with(&["A", "B"]));
        a.store(&one, &with(&["A", "B", "C"]));
        // It has not heard of these, adds a course, and is closed.
        b.store(&two, &with(&["A", "D"]));
        two.learn();
        let opened = Keeper::open(&two).document();
        assert_eq!(codes(&opened).into_iter().collect::<BTreeSet<_>>(), BTreeSet::from(["A", "B", "C", "D"]));
    }
}

#[test]
fn a_clearing_that_had_room_to_replace_only_one_text_says_so() {
    let short = r#"{"version":4,"records":[{"name":"某課"}]}"#;
    for slot in SLOTS {
        let cleared = {
            let tab = Tab::default();
            Keeper::open(&tab).clear(&tab);
            tab.all.borrow()[slot].len()
        };
        let tab = Tab::default();
        tab.write(slot, short).unwrap();
        // Beside what was there the new text fits, beside another of its kind it does not.
        tab.room.set(Some(short.len() + cleared));
        let mut keeper = Keeper::open(&tab);
        assert!(keeper.clear(&tab).is_empty());
        assert_eq!(keeper.state(), State::Trouble(Trouble::Full));
        assert_eq!(tab.all.borrow()[slot], short);
        // With more room it is done.
        tab.room.set(None);
        keeper.clear(&tab);
        assert_eq!(keeper.state(), State::Good);
        assert!(tab.all.borrow().values().all(|text| !text.contains("某課")));
    }
}

#[test]
fn what_was_removed_stays_away_where_two_other_tabs_wrote_over_both_texts() {
    let all = Texts::default();
    let (one, two, three) = (Tab::of(&all), Tab::of(&all), Tab::of(&all));
    let mut a = Keeper::open(&one);
    a.store(&one, &with(&["A", "B"]));
    three.learn();
    let mut c = Keeper::open(&three);
    a.store(&one, &with(&["A", "B", "C"]));
    two.learn();
    let mut b = Keeper::open(&two);
    a.store(&one, &with(&["B", "C"]));
    let before = all.borrow().clone();
    // Neither has heard of the removal, nor of the other. As many changes are counted as before: nobody began anew.
    b.store(&two, &with(&["A", "B", "C", "D"]));
    c.store(&three, &with(&["A", "B", "E"]));
    assert!(SLOTS.iter().all(|slot| all.borrow()[*slot] != before[*slot]));
    one.learn();
    let heard = a.take_in(&one, &with(&["B", "C"])).unwrap();
    assert_eq!(codes(&heard).into_iter().collect::<BTreeSet<_>>(), BTreeSet::from(["B", "C", "D", "E"]));
}

#[test]
fn what_a_tab_of_the_first_version_stores_again_is_not_removed_unread() {
    let tab = Tab::default();
    tab.write(OLD, &with(&["A"]).write()).unwrap();
    let mut keeper = Keeper::open(&tab);
    // That tab still lives, and stores one course more.
    let again = with(&["A", "B"]).write();
    tab.write(OLD, &again).unwrap();
    keeper.store(&tab, &with(&["A", "C"]));
    assert_eq!(tab.all.borrow().get(OLD), Some(&again));
    let opened = Keeper::open(&tab).document();
    assert_eq!(codes(&opened).into_iter().collect::<BTreeSet<_>>(), BTreeSet::from(["A", "B", "C"]));
}

#[test]
fn what_is_stored_already_is_not_written_again() {
    let tab = Tab::default();
    let mut keeper = Keeper::open(&tab);
    keeper.store(&tab, &with(&["A"]));
    keeper.store(&tab, &with(&["A", "B"]));
    // Else every tab would be told of a change that is none.
    let before = tab.all.borrow().clone();
    assert_eq!(keeper.store(&tab, &with(&["A", "B"])), None);
    assert_eq!(keeper.take_in(&tab, &with(&["A", "B"])), None);
    assert_eq!(*tab.all.borrow(), before);
    // The order in which courses stand is stored, too.
    keeper.store(&tab, &with(&["B", "A"]));
    assert_eq!(codes(&Keeper::open(&tab).document()), ["B", "A"]);
}
