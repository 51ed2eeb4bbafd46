//! What the simulation found, each as short as it can be told.

use std::cell::Cell;

use kuayu::audit::Degree;
use kuayu::credits::Credits;
use kuayu::saved::keeper::{OLD, SLOTS, Shelf, State, Trouble};
use kuayu::saved::{Document, Keeper, Plan, PlannedCourse, Theme};
use kuayu::transcript::{Completion, Record};

use super::keeping::tab::{Tab, Texts};

pub fn with(codes: &[&str]) -> Document {
    let records = codes.iter().map(|code| Record::ticked(code, "某課", Credits::whole(3), Completion::Passed));
    Document { records: records.collect(), ..Document::default() }
}

pub fn codes(document: &Document) -> Vec<&str> {
    document.records.iter().filter_map(|record| record.code.as_deref()).collect()
}

/// A storage that takes some writings and forgets them, and that cannot be read some times.
#[derive(Default)]
pub struct Odd {
    pub tab: Tab,
    forgets: Cell<usize>,
    pub unreadable: Cell<usize>,
}

/// Counts down; true until it was 0.
fn counts(left: &Cell<usize>) -> bool {
    let now = left.get();
    left.set(now.saturating_sub(1));
    now > 0
}

impl Shelf for Odd {
    fn read(&self, name: &str) -> Result<Option<String>, Trouble> {
        if counts(&self.unreadable) { Err(Trouble::Unavailable) } else { self.tab.read(name) }
    }

    fn write(&self, name: &str, text: &str) -> Result<(), Trouble> {
        if counts(&self.forgets) { Ok(()) } else { self.tab.write(name, text) }
    }

    fn remove(&self, name: &str) {
        self.tab.remove(name);
    }
}

#[test]
fn a_storage_that_forgets_what_it_took_is_told() {
    let odd = Odd::default();
    let mut keeper = Keeper::open(&odd);
    keeper.store(&odd, &with(&["A"]));
    odd.forgets.set(2);
    keeper.store(&odd, &with(&["A", "B"]));
    assert_eq!(keeper.state(), State::Trouble(Trouble::Unavailable));
    odd.forgets.set(0);
    keeper.store(&odd, &with(&["A", "B", "C"]));
    assert_eq!(keeper.state(), State::Good);
    assert_eq!(codes(&Keeper::open(&odd).document()), ["A", "B", "C"]);
}

#[test]
fn where_the_other_slot_forgets_the_newest_is_left_alone() {
    let odd = Odd::default();
    let mut keeper = Keeper::open(&odd);
    keeper.store(&odd, &with(&["A"]));
    keeper.store(&odd, &with(&["A", "B"]));
    let before = odd.tab.all.borrow().clone();
    // A device that dies while the newest is replaced would leave what came before it.
    odd.forgets.set(1);
    keeper.store(&odd, &with(&["A", "B", "C"]));
    assert_eq!(*odd.tab.all.borrow(), before);
    assert_eq!(keeper.state(), State::Trouble(Trouble::Unavailable));
    keeper.take_in(&odd, &with(&["A", "B", "C"]));
    assert_eq!(keeper.state(), State::Good);
    assert_eq!(codes(&Keeper::open(&odd).document()), ["A", "B", "C"]);
}

#[test]
fn a_clearing_that_left_something_says_so() {
    let odd = Odd::default();
    let mut keeper = Keeper::open(&odd);
    keeper.store(&odd, &with(&["A"]));
    keeper.store(&odd, &with(&["A", "B"]));
    odd.forgets.set(1);
    keeper.clear(&odd);
    assert_eq!(keeper.state(), State::Trouble(Trouble::Unavailable));
    keeper.clear(&odd);
    assert_eq!(keeper.state(), State::Good);
    assert!(odd.tab.all.borrow().values().all(|text| !text.contains("某課")));
}

/// A text of the first version of the app, longer than one of which everything is cleared.
fn of_the_first_version() -> String {
    let name = "課".repeat(400);
    format!(r#"{{"version":1,"records":[{{"name":"{name}"}}],"settings":{{"theme":"dark"}}}}"#)
}

#[test]
fn clearing_makes_room_for_itself() {
    let tab = Tab::default();
    tab.write(OLD, &of_the_first_version()).unwrap();
    tab.room.set(Some(of_the_first_version().len()));
    let mut keeper = Keeper::open(&tab);
    keeper.clear(&tab);
    assert_eq!(keeper.state(), State::Good);
    let left = Keeper::open(&tab).document();
    assert_eq!((left.settings.theme, left.records.len()), (Theme::Dark, 0));
}

#[test]
fn a_clearing_that_stored_nothing_removes_nothing() {
    let odd = Odd::default();
    odd.tab.write(OLD, &of_the_first_version()).unwrap();
    let before = odd.tab.all.borrow().clone();
    let mut keeper = Keeper::open(&odd);
    odd.forgets.set(2);
    keeper.clear(&odd);
    assert_eq!(keeper.state(), State::Trouble(Trouble::Unavailable));
    assert_eq!(*odd.tab.all.borrow(), before);
    odd.forgets.set(0);
    // What is entered next carries the clearing with it.
    keeper.store(&odd, &with(&["A"]));
    assert_eq!(codes(&Keeper::open(&odd).document()), ["A"]);
    assert!(!odd.tab.all.borrow().contains_key(OLD));
}

#[test]
fn nothing_is_written_over_what_could_not_be_seen() {
    let odd = Odd::default();
    Keeper::open(&odd).store(&odd, &with(&["A"]));
    odd.unreadable.set(1);
    let mut blind = Keeper::open(&odd);
    odd.unreadable.set(1);
    let before = odd.tab.all.borrow().clone();
    blind.store(&odd, &with(&["B"]));
    assert_eq!(blind.state(), State::Trouble(Trouble::Unavailable));
    assert_eq!(*odd.tab.all.borrow(), before);
    assert_eq!(codes(&blind.store(&odd, &with(&["B"])).unwrap()), ["B", "A"]);
    assert_eq!(blind.state(), State::Good);
}

#[test]
fn a_newer_version_is_not_forgotten_when_storage_fails_for_a_moment() {
    let odd = Odd::default();
    let newer = r#"{"version":9,"records":[{"name":"A"}]}"#;
    odd.tab.write(SLOTS[1], newer).unwrap();
    let mut keeper = Keeper::open(&odd);
    odd.unreadable.set(1);
    keeper.store(&odd, &with(&["B"]));
    keeper.store(&odd, &with(&["B", "C"]));
    assert_eq!(keeper.state(), State::Newer);
    // Nor is it when it could not be cleared.
    odd.unreadable.set(1);
    keeper.clear(&odd);
    keeper.take_in(&odd, &Document::default());
    assert_eq!(odd.tab.all.borrow().get(SLOTS[1]).map(String::as_str), Some(newer));
    assert_eq!(odd.tab.all.borrow().len(), 1);
}

#[test]
fn a_damaged_text_that_is_gone_no_longer_bars_its_slot() {
    let odd = Odd::default();
    SLOTS.iter().for_each(|slot| odd.tab.write(slot, "{").unwrap());
    odd.tab.room.set(Some(2));
    let mut keeper = Keeper::open(&odd);
    odd.tab.room.set(None);
    SLOTS.iter().for_each(|slot| odd.tab.remove(slot));
    keeper.store(&odd, &with(&["A"]));
    assert_eq!(codes(&Keeper::open(&odd).document()), ["A"]);
}

#[test]
fn a_text_with_a_damaged_part_is_copied_as_soon_as_there_is_room() {
    let tab = Tab::default();
    SLOTS.iter().for_each(|slot| tab.write(slot, r#"{"version":4,"records":[7]}"#).unwrap());
    tab.room.set(Some(0));
    let mut keeper = Keeper::open(&tab);
    keeper.store(&tab, &with(&["A"]));
    assert_eq!(keeper.state(), State::Trouble(Trouble::Full));
    tab.room.set(None);
    keeper.store(&tab, &with(&["A", "B"]));
    assert_eq!((keeper.state(), Keeper::asides(&tab).len()), (State::Broken, 1));
    assert_eq!(codes(&Keeper::open(&tab).document()), ["A", "B"]);
}

/// Two tabs of one storage, the second of which has not heard of what the first did.
pub fn two() -> (Tab, Keeper, Tab, Keeper) {
    let all = Texts::default();
    let (one, two) = (Tab::of(&all), Tab::of(&all));
    let (a, b) = (Keeper::open(&one), Keeper::open(&two));
    (one, a, two, b)
}

#[test]
fn what_is_entered_before_hearing_of_a_clearing_stays() {
    let (one, mut a, two, mut b) = two();
    b.store(&two, &with(&["A"]));
    one.learn();
    a.clear(&one);
    two.learn();
    let left = b.store(&two, &with(&["A", "B"])).unwrap();
    assert_eq!(codes(&left), ["B"]);
    assert_eq!(codes(&Keeper::open(&two).document()), ["B"]);
    // Where nothing was entered, the tab still hears of it.
    one.learn();
    a.clear(&one);
    two.learn();
    assert!(b.store(&two, &left).unwrap().is_empty());
}

#[test]
fn a_default_does_not_win_over_a_choice_after_a_clearing() {
    let (one, mut a, two, mut b) = two();
    let mut document = a.clear(&one);
    two.learn();
    let mut chosen = b.take_in(&two, &Document::default()).unwrap_or_default();
    chosen.profile.degree = Degree::Graduate;
    b.store(&two, &chosen);
    one.learn();
    document.records = with(&["A"]).records;
    assert_eq!(a.store(&one, &document).unwrap().profile.degree, Degree::Graduate);
}

#[test]
fn clearing_keeps_settings_that_it_had_not_heard_of() {
    let (one, mut a, two, mut b) = two();
    let mut document = with(&["A"]);
    document.settings.theme = Theme::Dark;
    b.store(&two, &document);
    one.learn();
    assert_eq!(a.clear(&one).settings.theme, Theme::Dark);
}

#[test]
fn a_plan_that_lost_its_name_does_not_take_it_from_others() {
    let (one, mut a, two, mut b) = two();
    let course = |name: &str| PlannedCourse { name: name.to_owned(), ..PlannedCourse::default() };
    let plan = |name: &str, courses: &[&str]| {
        let courses = courses.iter().map(|name| course(name)).collect();
        let plan = Plan { id: 7, name: name.to_owned(), courses, ..Plan::default() };
        Document { plans: vec![plan], active_plan: Some(7), ..Document::default() }
    };
    a.store(&one, &plan("甲", &[]));
    two.learn();
    b.take_in(&two, &Document::default());
    a.clear(&one);
    // Neither has heard of the clearing, nor of the other: one adds a course, the other gives a name.
    two.learn();
    let mut nameless = b.store(&two, &plan("甲", &["課"])).unwrap();
    assert_eq!(nameless.plans[0].name, "");
    let mut named = plan("乙", &[]);
    named.records = with(&["B"]).records;
    a.store(&one, &named);
    // What the page adds of itself is no change of the student's.
    nameless.records = with(&["A"]).records;
    b.store(&two, &nameless);
    one.learn();
    let heard = a.take_in(&one, &named).unwrap();
    assert_eq!((heard.plans[0].name.as_str(), heard.plans[0].courses.len()), ("乙", 1));
}

#[test]
fn a_plan_without_a_name_that_is_brought_back_does_not_take_it_from_others() {
    let (one, mut a, two, mut b) = two();
    let plan = |name: &str, course: &str| {
        let courses = vec![PlannedCourse { name: course.to_owned(), ..PlannedCourse::default() }];
        Document {
            plans: vec![Plan { id: 7, name: name.to_owned(), courses, ..Plan::default() }],
            ..Document::default()
        }
    };
    a.store(&one, &plan("", "甲"));
    a.store(&one, &with(&[]));
    two.learn();
    b.take_in(&two, &Document::default());
    // One plans anew, and before it hears of that the other takes its removal back.
    b.store(&two, &plan("新", "乙"));
    a.store(&one, &with(&["A"]));
    let back = Document { records: with(&["A"]).records, ..plan("", "甲") };
    a.store(&one, &back);
    two.learn();
    let both = b.take_in(&two, &plan("新", "乙")).unwrap();
    assert_eq!((both.plans[0].name.as_str(), both.plans[0].courses.len()), ("新", 2));
    // A name that is taken away is gone.
    let nameless = Document { plans: vec![Plan { name: String::new(), ..both.plans[0].clone() }], ..both };
    b.store(&two, &nameless);
    assert_eq!(Keeper::open(&two).document().plans[0].name, "");
}

#[test]
fn what_brings_two_tabs_together_is_not_the_first_to_be_written_over() {
    let all = Texts::default();
    let (one, two) = (Tab::of(&all), Tab::of(&all));
    let mut a = Keeper::open(&one);
    a.store(&one, &with(&["A"]));
    two.learn();
    let mut b = Keeper::open(&two);
    // Both store at once, the second over the first; then the first brings both together.
    a.store(&one, &with(&["A", "B"]));
    b.store(&two, &with(&["A", "C"]));
    one.learn();
    a.take_in(&one, &with(&["A", "B"]));
    let together = all.borrow().clone();
    two.learn();
    b.store(&two, &with(&["A", "C", "D"]));
    // The device dies in the middle of that.
    let torn = SLOTS.into_iter().find(|slot| all.borrow().get(*slot) != together.get(*slot)).unwrap();
    all.borrow_mut().insert(torn.to_owned(), "{".to_owned());
    two.learn();
    assert_eq!(codes(&Keeper::open(&two).document()).len(), 3);
}

#[test]
fn undoing_the_removal_of_a_plan_brings_back_its_name_too() {
    let course = |name: &str| PlannedCourse { name: name.to_owned(), ..PlannedCourse::default() };
    let plan =
        |name: &str, courses: Vec<PlannedCourse>| Plan { id: 2, name: name.to_owned(), courses, ..Plan::default() };
    let before = Document { plans: vec![plan("新", vec![course("課0")])], ..Document::default() };
    let after = Document::default();
    // Meanwhile another tab has added a course to it.
    let now = Document { plans: vec![plan("", vec![course("課1")])], ..Document::default() };
    let back = now.take_back(&before, &after);
    let courses: Vec<&str> = back.plans[0].courses.iter().map(|course| course.name.as_str()).collect();
    assert_eq!((back.plans[0].name.as_str(), courses.len()), ("新", 2), "{courses:?}");
}
