//! The history beside the stored document: what it remembers of removals, and what it says of two tabs around a clearing.

use std::collections::BTreeSet;

use kuayu::credits::Credits;
use kuayu::saved::keeper::SLOTS;
use kuayu::saved::{Document, Keeper, Plan, Stored};
use kuayu::transcript::{Completion, Record};

use super::keeping::tab::Tab;
use super::mended::two;

fn numbered(numbers: impl Iterator<Item = u32>) -> Document {
    let record = |n: u32| Record::ticked(&(3_000_000 + n).to_string(), "某課", Credits::whole(2), Completion::Passed);
    Document { records: numbers.map(record).collect(), ..Document::default() }
}

fn with_credits(credits: u16) -> Document {
    let record = Record::ticked("3401007", "測量學", Credits::whole(credits), Completion::Passed);
    Document { records: vec![record], ..Document::default() }
}

/// The numbers of the courses that the newest text remembers a change of.
fn remembered(tab: &Tab) -> BTreeSet<u32> {
    let texts = tab.all.borrow();
    let read = |slot: &&str| serde_json::from_str::<serde_json::Value>(texts.get(*slot)?).ok();
    let newest = SLOTS.iter().filter_map(read).max_by_key(|text| text["stamps"]["clock"].as_u64()).unwrap();
    let of_record = |key: &String| key.strip_prefix("records/3")?.get(..6)?.parse().ok();
    newest["stamps"]["at"].as_object().unwrap().keys().filter_map(of_record).collect()
}

#[test]
fn of_many_removals_the_latest_four_hundred_are_remembered() {
    let tab = Tab::default();
    let mut keeper = Keeper::open(&tab);
    // Three courses stay; a hundred are taken off, then three hundred, then as many again.
    keeper.store(&tab, &numbered(0..703));
    keeper.store(&tab, &numbered((0..3).chain(103..703)));
    keeper.store(&tab, &numbered((0..3).chain(403..703)));
    assert_eq!(remembered(&tab), (0..703).collect(), "four hundred are none too many");
    keeper.store(&tab, &numbered(0..3));
    let left = remembered(&tab);
    assert_eq!(left.len(), 403);
    // Those that stay and the latest removals; the oldest are forgotten first.
    assert!((0..3).chain(403..703).all(|n| left.contains(&n)) && (3..103).all(|n| !left.contains(&n)));
    assert_eq!(Keeper::open(&tab).document(), numbered(0..3));
}

#[test]
fn what_is_changed_before_hearing_that_it_was_cleared_and_entered_again_is_there_once() {
    let (one, mut a, two, mut b) = two();
    b.store(&two, &with_credits(2));
    one.learn();
    a.clear(&one);
    a.store(&one, &with_credits(3));
    two.learn();
    assert_eq!(b.store(&two, &with_credits(5)), Some(with_credits(5)));
    assert_eq!(Keeper::open(&two).document(), with_credits(5));
    one.learn();
    assert_eq!(a.take_in(&one, &with_credits(3)), Some(with_credits(5)));
}

#[test]
fn what_another_tab_entered_after_clearing_stands_beside_what_is_entered_before_hearing_of_it() {
    let (one, mut a, two, mut b) = two();
    b.store(&two, &numbered(1..3));
    one.learn();
    a.clear(&one);
    a.store(&one, &numbered(7..9));
    two.learn();
    let both = b.store(&two, &numbered(1..4)).unwrap();
    assert_eq!(both, numbered([3, 7, 8].into_iter()));
    assert_eq!(Keeper::open(&two).document(), both);
}

#[test]
fn the_name_of_a_plan_that_is_brought_back_wins_over_one_given_before() {
    let (one, mut a, two, mut b) = two();
    let plan = |name: &str| {
        let plan = Plan { id: 7, name: name.to_owned(), ..Plan::default() };
        Document { plans: vec![plan], ..Document::default() }
    };
    a.store(&one, &plan("甲"));
    two.learn();
    b.take_in(&two, &Document::default());
    // One removes it, the other names it at the same count, and then the first takes its removal back.
    a.store(&one, &Document::default());
    b.store(&two, &plan("電"));
    a.store(&one, &plan("甲"));
    two.learn();
    let heard = b.take_in(&two, &plan("電")).unwrap();
    assert_eq!(heard.plans[0].name, "甲");
}

#[test]
fn of_two_values_given_at_once_every_tab_takes_the_same() {
    let base = Stored::default().changed_to(&with_credits(1), &Stored::default());
    let [two, three] = [2, 3].map(|credits| base.changed_to(&with_credits(credits), &base));
    // The one whose text comes later: tabs of other versions of the program take it, too.
    assert_eq!(two.join(&three).document(), with_credits(3));
    assert_eq!(three.join(&two).document(), with_credits(3));
}

#[test]
fn the_history_that_an_older_tab_stored_is_that_of_the_same_courses() {
    // Keys are what tabs of every version agree by.
    let stored = |credits: u16, count: u64| {
        let record = format!(r#"{{"code":"3401007","name":"測量學","credits":{credits},"declared":"passed"}}"#);
        let stamps = format!(r#"{{"clock":9,"era":0,"at":{{"records/3401007||":{count}}}}}"#);
        Stored::read(&format!(r#"{{"version":4,"records":[{record}],"stamps":{stamps}}}"#)).0
    };
    let (later, earlier) = (stored(2, 8), stored(3, 4));
    assert_eq!(later.join(&earlier).document(), with_credits(2));
    assert_eq!(earlier.join(&later).document(), with_credits(2));
    // A tab that changes it counts on under the same key.
    let changed = later.changed_to(&with_credits(5), &later).write();
    assert!(changed.contains(r#""records/3401007||":10"#), "{changed}");
}
