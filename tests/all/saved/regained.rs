//! What the simulation found of storages that lost what they held, of clearings that could not be stored, and of tabs
//! that store at once.

use kuayu::credits::Credits;
use kuayu::saved::keeper::{OLD, SLOTS, Shelf, State, Trouble};
use kuayu::saved::{Document, Keeper, Plan, PlannedCourse};
use kuayu::transcript::{Completion, Record};

use super::mended::{Odd, codes, two, with};

#[test]
fn what_is_entered_after_the_browser_cleared_everything_stays() {
    let (one, mut a, two, _) = two();
    a.clear(&one);
    a.store(&one, &with(&["A"]));
    two.all.borrow_mut().clear();
    two.learn();
    let mut fresh = Keeper::open(&two);
    fresh.store(&two, &with(&["B"]));
    one.learn();
    let both = a.take_in(&one, &with(&["A"])).unwrap();
    assert_eq!(codes(&both), ["B", "A"]);
    assert_eq!(codes(&Keeper::open(&one).document()), ["B", "A"]);
}

#[test]
fn what_is_entered_after_both_texts_were_damaged_stays() {
    let (one, mut a, two, mut b) = two();
    a.store(&one, &with(&["A"]));
    a.clear(&one);
    b.take_in(&two, &Document::default());
    SLOTS.iter().for_each(|slot| _ = one.all.borrow_mut().insert((*slot).to_owned(), "{".to_owned()));
    two.learn();
    // It knows of no clearing, and the first knows of one that no text holds any more.
    let mut fresh = Keeper::open(&two);
    fresh.store(&two, &with(&["B"]));
    one.learn();
    assert_eq!(codes(&a.store(&one, &with(&["C"])).unwrap()), ["C", "B"]);
    assert_eq!(codes(&Keeper::open(&one).document()), ["C", "B"]);
}

#[test]
fn what_was_changed_often_before_the_browser_cleared_everything_gives_way_to_what_is_entered_since() {
    let (one, mut a, two, _) = two();
    let of = |credits: u16| {
        let record = Record::ticked("A", "某課", Credits::whole(credits), Completion::Passed);
        Document { records: vec![record], ..Document::default() }
    };
    (1..9).for_each(|credits| _ = a.store(&one, &of(credits)));
    two.all.borrow_mut().clear();
    two.learn();
    // Its first change is counted as the first, where the other tab had counted eight: it is the later one all the same.
    Keeper::open(&two).store(&two, &of(20));
    one.learn();
    assert_eq!(a.take_in(&one, &of(8)), Some(of(20)));
    assert_eq!(Keeper::open(&one).document().records, of(20).records);
}

#[test]
fn what_is_changed_after_the_browser_cleared_everything_does_not_become_what_it_was() {
    let (one, mut a, two, mut b) = two();
    let with_credits = |credits: u16, others: &[&str]| {
        let mut document = with(others);
        document.records.insert(0, Record::ticked("A", "某課", Credits::whole(credits), Completion::Passed));
        document
    };
    (0..4).for_each(|n| _ = a.store(&one, &with(&["X", "Y", "Z"][..n])));
    a.store(&one, &with_credits(3, &[]));
    two.learn();
    b.take_in(&two, &Document::default());
    two.all.borrow_mut().clear();
    two.learn();
    let mut fresh = Keeper::open(&two);
    fresh.store(&two, &with(&["B"]));
    // One tab brings back what it knows, and that is changed; the other has slept all the time.
    b.take_in(&two, &with_credits(3, &[]));
    fresh.store(&two, &with_credits(5, &["B"]));
    (0..8).for_each(|n| _ = fresh.store(&two, &with_credits(5, &["B", "C"][..1 + n % 2])));
    one.learn();
    let awake = a.take_in(&one, &with_credits(3, &[])).unwrap();
    let changed = awake.records.iter().find(|record| record.code.as_deref() == Some("A")).unwrap();
    assert_eq!(changed.credits, Some(Credits::whole(5)));
}

#[test]
fn what_is_entered_after_a_clearing_that_could_not_be_stored_stays() {
    let (one, mut a, two, _) = two();
    a.store(&one, &with(&["A"]));
    two.learn();
    let mut b = Keeper::open(&two);
    one.off.set(true);
    a.clear(&one);
    assert_eq!(a.state(), State::Trouble(Trouble::Unavailable));
    b.store(&two, &with(&["A", "B"]));
    one.off.set(false);
    one.learn();
    assert_eq!(codes(&a.store(&one, &with(&["C"])).unwrap()), ["C", "B"]);
    two.learn();
    assert_eq!(codes(&b.take_in(&two, &with(&["A", "B"])).unwrap()), ["C", "B"]);
}

#[test]
fn what_is_removed_and_entered_again_after_a_clearing_that_could_not_be_stored_stays() {
    let (one, mut a, two, _) = two();
    a.store(&one, &with(&["A", "B"]));
    two.learn();
    let mut b = Keeper::open(&two);
    one.off.set(true);
    a.clear(&one);
    // It is just as it was, but it came after.
    b.store(&two, &with(&["B"]));
    b.store(&two, &with(&["B", "A"]));
    one.off.set(false);
    one.learn();
    assert_eq!(codes(&a.store(&one, &with(&["C"])).unwrap()), ["C", "A"]);
}

#[test]
fn what_is_removed_after_a_clearing_that_could_not_be_stored_stays_away() {
    let (one, mut a, two, mut b) = two();
    one.off.set(true);
    a.clear(&one);
    one.off.set(false);
    // What was entered meanwhile it takes in, and that is removed before it can store.
    b.store(&two, &with(&["A", "B"]));
    one.learn();
    one.room.set(Some(0));
    assert_eq!(codes(&a.take_in(&one, &Document::default()).unwrap()), ["A", "B"]);
    b.store(&two, &with(&["B"]));
    one.learn();
    one.room.set(None);
    assert_eq!(codes(&a.store(&one, &with(&["A", "B", "C"])).unwrap()), ["B", "C"]);
}

#[test]
fn with_a_plan_that_is_removed_goes_the_name_that_another_tab_just_gave_it() {
    let (one, mut a, two, mut b) = two();
    let plan = |name: &str, courses: &[&str]| {
        let courses = courses.iter().map(|name| PlannedCourse { name: (*name).to_owned(), ..PlannedCourse::default() });
        let plan = Plan { id: 7, name: name.to_owned(), courses: courses.collect(), ..Plan::default() };
        Document { plans: vec![plan], ..Document::default() }
    };
    // It stands here without a name, as it was removed while another tab added a course to it.
    a.store(&one, &plan("甲", &[]));
    two.learn();
    b.take_in(&two, &Document::default());
    a.store(&one, &Document::default());
    two.learn();
    let nameless = b.store(&two, &plan("甲", &["課"])).unwrap();
    assert_eq!(nameless.plans[0].name, "");
    one.learn();
    a.take_in(&one, &Document::default());
    a.store(&one, &plan("乙", &["課"]));
    two.learn();
    assert!(b.store(&two, &Document::default()).unwrap_or_default().plans.is_empty());
    assert!(Keeper::open(&two).document().plans.is_empty());
}

#[test]
fn what_two_tabs_enter_at_once_is_stored_once_and_lives_in_both() {
    let (one, mut a, two, mut b) = two();
    // The second writes over the first, and neither sees anything to add.
    a.store(&one, &with(&["A"]));
    b.store(&two, &with(&["A"]));
    one.learn();
    assert!(a.take_in(&one, &with(&["A"])).is_none());
    assert_eq!(one.all.borrow().len(), 1);
    // Where that text is damaged, the tabs still know it.
    let slot = SLOTS.into_iter().find(|slot| one.all.borrow().contains_key(*slot)).unwrap();
    one.all.borrow_mut().insert(slot.to_owned(), "{".to_owned());
    one.learn();
    a.take_in(&one, &with(&["A"]));
    assert_eq!(codes(&Keeper::open(&one).document()), ["A"]);
}

#[test]
fn what_the_first_version_stored_is_not_taken_for_cleared_where_the_slots_could_not_be_read() {
    let odd = Odd::default();
    Keeper::open(&odd).clear(&odd);
    let old = r#"{"version":1,"records":[{"code":"A","name":"某課"}]}"#;
    odd.tab.write(OLD, old).unwrap();
    odd.unreadable.set(1);
    let mut keeper = Keeper::open(&odd);
    keeper.take_in(&odd, &Document::default());
    keeper.store(&odd, &with(&["B"]));
    let mut codes: Vec<String> =
        Keeper::open(&odd).document().records.into_iter().filter_map(|record| record.code).collect();
    codes.sort();
    assert_eq!(codes, ["A", "B"]);
}

#[test]
fn what_could_not_be_stored_is_not_undone_by_a_storage_that_began_anew() {
    let odd = Odd::default();
    let of = |credits: u16| {
        let record = Record::ticked("A", "某課", Credits::whole(credits), Completion::Passed);
        Document { records: vec![record], ..Document::default() }
    };
    let mut keeper = Keeper::open(&odd);
    (1..9).for_each(|credits| _ = keeper.store(&odd, &of(credits)));
    odd.tab.all.borrow_mut().clear();
    odd.tab.learn();
    let mut fresh = Keeper::open(&odd);
    (1..3).for_each(|credits| _ = fresh.store(&odd, &of(credits)));
    odd.unreadable.set(1);
    keeper.store(&odd, &of(9));
    assert_eq!(keeper.state(), State::Trouble(Trouble::Unavailable));
    keeper.take_in(&odd, &of(9));
    assert_eq!(keeper.state(), State::Good);
    assert_eq!(Keeper::open(&odd).document().records, of(9).records);
}
