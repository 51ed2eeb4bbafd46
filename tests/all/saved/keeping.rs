//! The keeper against a shelf that fails, lags and breaks: whatever happens, nothing entered is lost.

pub(super) mod tab;

use std::collections::{BTreeMap, BTreeSet};

use kuayu::audit::Degree;
use kuayu::credits::Credits;
use kuayu::saved::keeper::{ASIDE, OLD, SLOTS, Shelf, State, Trouble};
use kuayu::saved::{Document, Keeper, Plan, PlannedCourse, Stored};
use kuayu::transcript::{Completion, Record};
use proptest::prelude::*;
use tab::{Tab, Texts};

fn record(n: u8) -> Record {
    Record::ticked(&format!("10000{n:02}"), "某課", Credits::whole(3), Completion::Passed)
}

fn codes(document: &Document) -> BTreeSet<String> {
    document.records.iter().filter_map(|record| record.code.clone()).collect()
}

fn with(numbers: &[u8]) -> Document {
    Document { records: numbers.iter().map(|n| record(*n)).collect(), ..Document::default() }
}

#[test]
fn comes_back_and_takes_turns() {
    let tab = Tab::default();
    let mut keeper = Keeper::open(&tab);
    for last in 1..5 {
        let numbers: Vec<u8> = (0..last).collect();
        assert_eq!(keeper.store(&tab, &with(&numbers)), None);
        assert_eq!(Keeper::open(&tab).document(), with(&numbers));
    }
    assert!(SLOTS.iter().all(|slot| tab.all.borrow().contains_key(*slot)));
    assert_eq!(keeper.state(), State::Good);
}

#[test]
fn a_text_cut_short_costs_at_most_the_last_change() {
    let tab = Tab::default();
    let mut keeper = Keeper::open(&tab);
    keeper.store(&tab, &with(&[1, 2]));
    let before = tab.all.borrow().clone();
    keeper.store(&tab, &with(&[1, 2, 3]));
    let changed = SLOTS.into_iter().find(|slot| tab.all.borrow().get(*slot) != before.get(*slot)).unwrap();
    let text = tab.all.borrow()[changed].clone();
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    for end in ends {
        let cut = text[..end].to_owned();
        let broken = Tab::default();
        *broken.all.borrow_mut() = tab.all.borrow().clone();
        broken.all.borrow_mut().insert(changed.to_owned(), cut.clone());
        broken.learn();
        let keeper = Keeper::open(&broken);
        assert_eq!(codes(&keeper.document()), codes(&with(&[1, 2])), "{end}");
        assert_eq!(keeper.state(), State::Broken);
        assert_eq!(Keeper::asides(&broken), [cut]);
    }
}

#[test]
fn damaged_texts_are_kept_and_never_written_over_without_a_copy() {
    let tab = Tab::default();
    tab.write(SLOTS[0], "{\"version\":2,").unwrap();
    tab.room.set(Some(900));
    tab.write(ASIDE, &"x".repeat(880)).unwrap();
    let mut keeper = Keeper::open(&tab);
    keeper.store(&tab, &with(&[1]));
    assert_eq!(keeper.state(), State::Trouble(Trouble::Full));
    assert_eq!(tab.all.borrow()[SLOTS[0]], "{\"version\":2,");
    tab.room.set(None);
    keeper.store(&tab, &with(&[1, 2]));
    assert_eq!(tab.all.borrow()[SLOTS[0]], "{\"version\":2,");
    assert_eq!(codes(&Keeper::open(&tab).document()), codes(&with(&[1, 2])));
    assert_eq!(Keeper::asides(&tab), ["x".repeat(880), "{\"version\":2,".to_owned()]);
}

#[test]
fn without_room_the_old_stands_and_the_new_waits() {
    let tab = Tab::default();
    let mut keeper = Keeper::open(&tab);
    keeper.store(&tab, &with(&[1]));
    let stored = tab.all.borrow().clone();
    tab.room.set(Some(10));
    keeper.store(&tab, &with(&[1, 2]));
    assert_eq!(keeper.state(), State::Trouble(Trouble::Full));
    assert_eq!(*tab.all.borrow(), stored);
    tab.room.set(None);
    keeper.store(&tab, &with(&[1, 2]));
    assert_eq!(keeper.state(), State::Good);
    assert_eq!(codes(&Keeper::open(&tab).document()), codes(&with(&[1, 2])));
    // Room for one text only: it is replaced in one stroke.
    let room: usize = Stored::default().write().len() + 900;
    let narrow = Tab::default();
    narrow.room.set(Some(room));
    let mut keeper = Keeper::open(&narrow);
    for numbers in [&[1][..], &[1, 2], &[1, 2, 3]] {
        keeper.store(&narrow, &with(numbers));
        assert_eq!(keeper.state(), State::Good, "{numbers:?}");
        assert_eq!(codes(&Keeper::open(&narrow).document()), codes(&with(numbers)));
    }
}

#[test]
fn switched_off_storage_is_told() {
    let tab = Tab::default();
    tab.off.set(true);
    let mut keeper = Keeper::open(&tab);
    assert_eq!(keeper.state(), State::Trouble(Trouble::Unavailable));
    keeper.store(&tab, &with(&[1]));
    assert_eq!(keeper.state(), State::Trouble(Trouble::Unavailable));
    assert_eq!(keeper.document(), with(&[1]));
}

#[test]
fn version_1_moves_over_with_the_first_change() {
    let tab = Tab::default();
    let old = r#"{"version":1,"records":[{"name":"A"}],"plans":[{"name":"B","targets":["AVM"]}],"more":[1]}"#;
    tab.write(OLD, old).unwrap();
    let mut keeper = Keeper::open(&tab);
    let mut document = keeper.document();
    assert_eq!((document.records.len(), document.plans[0].targets.len()), (1, 1));
    assert_eq!(tab.all.borrow().len(), 1);
    document.records.push(record(7));
    keeper.store(&tab, &document);
    assert!(!tab.all.borrow().contains_key(OLD));
    assert_eq!(Keeper::open(&tab).document(), document);
    assert!(document.unknown.contains_key("more"));
}

#[test]
fn version_1_beside_the_slots_is_taken_in_before_it_goes() {
    for cleared in [false, true] {
        let tab = Tab::default();
        let mut keeper = Keeper::open(&tab);
        if cleared {
            keeper.clear(&tab);
        }
        keeper.store(&tab, &with(&[1, 2]));
        keeper.store(&tab, &with(&[1]));
        // A tab that still runs the first version stores what it knows: two courses, one of which went here.
        tab.write(OLD, &with(&[2, 7]).write()).unwrap();
        // A keeper that has not read it leaves it alone.
        keeper.store(&tab, &with(&[1, 3]));
        assert!(tab.all.borrow().contains_key(OLD), "{cleared}");

        let mut later = Keeper::open(&tab);
        assert_eq!(codes(&later.document()), codes(&with(&[1, 3, 7])), "{cleared}");
        let mut document = later.document();
        document.records.push(record(8));
        later.store(&tab, &document);
        assert!(!tab.all.borrow().contains_key(OLD), "{cleared}");
        assert_eq!(Keeper::open(&tab).document(), document, "{cleared}");
    }
}

#[test]
fn a_damaged_version_1_beside_the_slots_is_kept_aside_before_it_goes() {
    let tab = Tab::default();
    Keeper::open(&tab).store(&tab, &with(&[1]));
    tab.write(OLD, "{\"records\":").unwrap();
    let mut keeper = Keeper::open(&tab);
    assert_eq!(keeper.state(), State::Broken);
    keeper.store(&tab, &with(&[1, 2]));
    assert!(!tab.all.borrow().contains_key(OLD));
    assert_eq!(Keeper::asides(&tab), ["{\"records\":"]);
}

#[test]
fn nothing_is_written_over_a_newer_version() {
    let tab = Tab::default();
    let newer = r#"{"version":9,"records":[{"name":"A"}]}"#;
    tab.write(SLOTS[1], newer).unwrap();
    let mut keeper = Keeper::open(&tab);
    assert_eq!(keeper.document().records.len(), 1);
    keeper.store(&tab, &with(&[1]));
    assert_eq!(keeper.state(), State::Newer);
    assert_eq!(tab.all.borrow()[SLOTS[1]], newer);
    assert_eq!(tab.all.borrow().len(), 1);
}

#[test]
fn clearing_reaches_every_tab_and_leaves_nothing() {
    let all = Texts::default();
    let (one, two) = (Tab::of(&all), Tab::of(&all));
    let (mut a, mut b) = (Keeper::open(&one), Keeper::open(&two));
    a.store(&one, &with(&[1, 2]));
    two.learn();
    let seen = b.take_in(&two, &Document::default()).unwrap();
    one.write(ASIDE, "broken").unwrap();
    assert!(a.clear(&one).is_empty());
    two.learn();
    assert!(b.take_in(&two, &seen).unwrap().is_empty());
    assert!(all.borrow().values().all(|text| !text.contains("1000001") && text != "broken"), "{:?}", all.borrow());
    // What is entered afterwards stays.
    b.store(&two, &with(&[3]));
    one.learn();
    assert_eq!(a.take_in(&one, &Document::default()), Some(with(&[3])));
}

#[test]
fn what_nobody_chose_does_not_win_over_a_choice() {
    let all = Texts::default();
    let (one, two) = (Tab::of(&all), Tab::of(&all));
    let (mut a, mut b) = (Keeper::open(&one), Keeper::open(&two));
    let mut chosen = Document::default();
    chosen.profile.degree = Degree::Graduate;
    a.store(&one, &chosen);
    two.learn();
    assert_eq!(b.store(&two, &with(&[1])).unwrap().profile, chosen.profile);
}

#[test]
fn a_tab_that_slept_does_not_bring_back_what_it_missed() {
    let all = Texts::default();
    let (one, two) = (Tab::of(&all), Tab::of(&all));
    let (mut awake, mut asleep) = (Keeper::open(&one), Keeper::open(&two));
    awake.store(&one, &with(&[1, 2, 3]));
    two.learn();
    let old = asleep.take_in(&two, &Document::default()).unwrap();
    awake.store(&one, &with(&[2, 3]));
    awake.store(&one, &with(&[2, 3, 4]));
    // It wakes without having been told, and the student adds something at once.
    two.learn();
    let mut document = old;
    document.records.push(record(5));
    let merged = asleep.store(&two, &document).unwrap();
    assert_eq!(codes(&merged), codes(&with(&[2, 3, 4, 5])));
}

#[derive(Clone, Debug)]
enum Step {
    Add(usize, u8),
    Remove(usize, u8),
    Grade(usize, u8, bool),
    Plan(usize, u8),
    Learn(usize),
    Reload(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let tab = || 0..3_usize;
    prop_oneof![
        4 => (tab(), 0..20_u8).prop_map(|(t, n)| Step::Add(t, n)),
        1 => (tab(), 0..20_u8).prop_map(|(t, n)| Step::Remove(t, n)),
        1 => (tab(), 0..20_u8, any::<bool>()).prop_map(|(t, n, p)| Step::Grade(t, n, p)),
        2 => (tab(), 0..20_u8).prop_map(|(t, n)| Step::Plan(t, n)),
        3 => tab().prop_map(Step::Learn),
        1 => tab().prop_map(Step::Reload),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    /// Three tabs that store at will and hear of each other late: in the end all agree, and what nobody took away is
    /// there.
    #[test]
    fn tabs_agree_and_lose_nothing(steps in prop::collection::vec(step(), 1..40)) {
        let all = Texts::default();
        let mut tabs: Vec<(Tab, Keeper, Document)> = (0..3)
            .map(|_| {
                let tab = Tab::of(&all);
                let keeper = Keeper::open(&tab);
                (tab, keeper, Document::default())
            })
            .collect();
        let (mut added, mut removed, mut planned) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for step in steps {
            let at = match step {
                Step::Add(t, _) | Step::Remove(t, _) | Step::Grade(t, ..) | Step::Plan(t, _) => t,
                Step::Learn(t) | Step::Reload(t) => t,
            };
            let (tab, keeper, document) = &mut tabs[at];
            match step {
                Step::Add(_, n) => {
                    if !document.records.contains(&record(n)) {
                        document.records.push(record(n));
                    }
                    added.insert(record(n).code.unwrap());
                }
                Step::Remove(_, n) => {
                    document.records.retain(|known| known.code != record(n).code);
                    removed.insert(record(n).code.unwrap());
                }
                Step::Grade(_, n, passed) => {
                    let declared = Some(if passed { Completion::Passed } else { Completion::InProgress });
                    let it = document.records.iter_mut().find(|known| known.code == record(n).code);
                    it.into_iter().for_each(|record| record.declared = declared);
                }
                Step::Plan(t, n) => {
                    let name = format!("課{n}");
                    let course = PlannedCourse { name: name.clone(), ..PlannedCourse::default() };
                    match document.plan_mut(t as u32) {
                        Some(plan) => plan.add(course),
                        None => document.add_plan(Plan { id: t as u32, courses: vec![course], ..Plan::default() }),
                    }
                    planned.insert((t as u32, name));
                }
                Step::Learn(_) => {
                    tab.learn();
                    if let Some(merged) = keeper.take_in(tab, document) {
                        *document = merged;
                    }
                    continue;
                }
                Step::Reload(_) => {
                    // A page that closes has told the others before: the browser delivers what was written.
                    tab.learn();
                    keeper.take_in(tab, document);
                    tab.learn();
                    *keeper = Keeper::open(tab);
                    *document = keeper.document();
                    continue;
                }
            }
            if let Some(merged) = keeper.store(tab, document) {
                *document = merged;
            }
        }
        for _ in 0..4 {
            for (tab, keeper, document) in &mut tabs {
                tab.learn();
                if let Some(merged) = keeper.take_in(tab, document) {
                    *document = merged;
                }
            }
        }
        let stored = Keeper::open(&Tab::of(&all)).document();
        for (_, _, document) in &tabs {
            prop_assert_eq!(codes(document), codes(&stored));
            let declared = |document: &Document| -> BTreeMap<_, _> {
                document.records.iter().map(|record| (record.code.clone(), record.declared)).collect()
            };
            prop_assert_eq!(declared(document), declared(&stored));
        }
        for code in added.difference(&removed) {
            prop_assert!(codes(&stored).contains(code), "{} is gone", code);
        }
        for (plan, name) in planned {
            let plan = stored.plans.iter().find(|known| known.id == plan);
            prop_assert!(plan.is_some_and(|plan| plan.courses.iter().any(|course| course.name == name)), "{} is gone", name);
        }
    }

    /// Undoing takes back exactly the change it names, whatever came since.
    #[test]
    fn undo_takes_back_one_change_only(
        base in prop::collection::btree_set(0..12_u8, 0..8),
        mine in prop::collection::btree_set(0..12_u8, 0..8),
        since in 12..20_u8,
    ) {
        let list = |set: &BTreeSet<u8>| with(&set.iter().copied().collect::<Vec<_>>());
        let (before, after) = (list(&base), list(&mine));
        let mut now = after.clone();
        now.records.push(record(since));
        let mut wanted = before.clone();
        wanted.records.push(record(since));
        prop_assert_eq!(now.take_back(&before, &after), wanted);
        prop_assert_eq!(after.take_back(&before, &after), before);
    }

    /// Joining does not care who joins whom, or how often.
    #[test]
    fn joining_is_a_union_in_any_order(edits in prop::collection::vec((0..3_usize, 0..10_u8, any::<bool>()), 0..30)) {
        let mut tabs = vec![Stored::default(); 3];
        for (at, n, add) in edits {
            let mut document = tabs[at].document();
            document.records.retain(|known| *known != record(n));
            if add {
                document.records.push(record(n));
            }
            tabs[at] = tabs[at].changed_to(&document, &Stored::default());
        }
        let [a, b, c] = [&tabs[0], &tabs[1], &tabs[2]];
        prop_assert!(a.join(b).same_as(&b.join(a)));
        prop_assert!(a.join(&b.join(c)).same_as(&a.join(b).join(c)));
        prop_assert!(a.join(a).same_as(a));
        let (read, damage) = Stored::read(&a.write());
        prop_assert_eq!((&read, damage), (a, None));
    }
}
