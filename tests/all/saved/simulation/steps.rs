//! The steps of a simulation, and how an episode of them is made up from its seed.

use super::facts::Edit;
use super::storage::Tear;
use crate::support::random::Random;

/// Whose app runs in a tab that is opened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum App {
    /// The present version.
    Present,
    /// An older one, by its document version: 2 or 3.
    Older(u64),
    /// One that is yet to come.
    Newer,
    /// The first version, which knew one text only and no other tab.
    First,
}

/// What a slot's text becomes.
#[derive(Clone, Copy, Debug)]
pub enum Rot {
    /// Its first so many of a hundred parts.
    Part(u8),
    /// Something else.
    Garbage,
    /// One record more that makes no sense.
    BadPart,
}

/// What can happen next. Tabs are named by a number, modulo how many there are.
#[derive(Clone, Debug)]
pub enum Step {
    Open(App),
    /// Dies while opening, at that change of the storage.
    DieOpening(u8, Tear),
    Edit(u8, Edit),
    Undo(u8),
    /// Hears of what other tabs stored.
    Hear(u8),
    Close(u8),
    /// Dies while storing, at that change of the storage.
    Die(u8, Edit, u8, Tear),
    /// Two tabs store at once, the second not knowing of the first; then both hear of it.
    Race(u8, Edit, u8, Edit),
    Clear(u8),
    /// Clears, and dies meanwhile.
    DieClearing(u8, u8, Tear),
    Backup(u8),
    /// Adds what only the backup has.
    Merge(u8),
    /// Takes the backup in place of everything.
    Restore(u8),
    /// So many bytes more than now may be stored, or as many as one likes.
    Room(Option<u16>),
    /// So many writings are told to be done and are not.
    Drop(u8),
    /// So many calls of the storage fail.
    Off(u8),
    Evict,
    Rot(u8, Rot),
    /// What an old version of the app left, in a storage without anything.
    Sample(u8),
    /// The device's calendar jumps.
    Calendar(u8),
    /// All hear of each other until nothing is new.
    Settle,
}

impl Step {
    /// What the step is called in the table.
    pub fn kind(&self) -> &'static str {
        match self {
            Step::Open(App::Present) => "open",
            Step::Open(App::Older(_)) => "open an older app (document 2, 3)",
            Step::Open(App::Newer) => "open a newer app (document 5)",
            Step::Open(App::First) => "open the first app (document 1)",
            Step::DieOpening(..) => "killed while opening",
            Step::Edit(_, Edit::Import(_)) => "import",
            Step::Edit(..) => "edit",
            Step::Undo(_) => "undo",
            Step::Hear(_) => "hear of other tabs",
            Step::Close(_) => "close",
            Step::Die(..) => "killed while storing",
            Step::Race(..) => "two tabs store at once",
            Step::Clear(_) => "clear everything",
            Step::DieClearing(..) => "killed while clearing",
            Step::Backup(_) => "make a backup",
            Step::Merge(_) => "merge a backup",
            Step::Restore(_) => "restore a backup",
            Step::Room(_) => "quota set or lifted",
            Step::Drop(_) => "writes silently dropped",
            Step::Off(_) => "storage switched off for some calls",
            Step::Evict => "eviction of everything",
            Step::Rot(..) => "a slot's text damaged",
            Step::Sample(_) => "a historic document placed",
            Step::Calendar(_) => "calendar jumps",
            Step::Settle => "all tabs come to agree",
        }
    }
}

/// An episode: one storage from nothing, with tabs that come and go.
pub fn episode(seed: u64) -> Vec<Step> {
    let random = &mut Random::new(seed);
    let length = 20 + random.below(100);
    // Not everything goes wrong in every episode, else nothing goes far.
    let [torn, full, lost, skewed, newer, first, cleared] =
        [60, 30, 20, 30, 10, 25, 40].map(|chance| random.percent(chance));
    let mut steps = Vec::new();
    if random.percent(30) {
        steps.push(Step::Sample(random.below(4) as u8));
    }
    steps.push(Step::Open(App::Present));
    while steps.len() < length {
        let tab = random.below(8) as u8;
        let rare = match random.below(400) {
            0..30 if torn => Some(Step::Die(tab, edit(random), random.below(3) as u8, tear(random))),
            30..33 if torn => Some(Step::DieOpening(random.below(2) as u8, tear(random))),
            33..38 if torn => Some(Step::Rot(random.below(2) as u8, rot(random))),
            38..50 if full => Some(Step::Room(random.percent(50).then(|| *random.pick(&[0, 40, 300, 900])))),
            50..57 if full => Some(Step::Drop(1 + random.below(3) as u8)),
            57..64 if full => Some(Step::Off(1 + random.below(5) as u8)),
            64..66 if lost => Some(Step::Evict),
            66..70 if lost => Some(Step::Sample(random.below(4) as u8)),
            70..80 if skewed => Some(Step::Open(App::Older(2 + random.below(2) as u64))),
            80..83 if newer => Some(Step::Open(App::Newer)),
            83..87 if first => Some(Step::Open(App::First)),
            87..91 if cleared => Some(Step::Clear(tab)),
            91..93 if cleared && torn => Some(Step::DieClearing(tab, random.below(3) as u8, tear(random))),
            _ => None,
        };
        steps.push(rare.unwrap_or_else(|| match random.below(100) {
            0..10 => Step::Open(App::Present),
            10..16 => Step::Close(tab),
            16..36 => Step::Hear(tab),
            36..42 => Step::Undo(tab),
            42..50 => Step::Race(tab, edit(random), random.below(8) as u8, edit(random)),
            50..53 => Step::Backup(tab),
            53..55 => Step::Merge(tab),
            55..56 => Step::Restore(tab),
            56..58 => Step::Calendar(random.below(4) as u8),
            58..61 => Step::Settle,
            _ => Step::Edit(tab, edit(random)),
        }));
    }
    steps.push(Step::Settle);
    steps
}

fn edit(random: &mut Random) -> Edit {
    let mut n = |below: usize| random.below(below) as u8;
    match n(28) {
        0..7 => Edit::Record(n(10), 1 + n(9)),
        7..10 => Edit::NoRecord(n(10)),
        10 => Edit::Import(u16::from(n(255)) * 7),
        11..13 => Edit::Plan(1 + n(3), n(5)),
        13 => Edit::NoPlan(1 + n(3)),
        14..17 => Edit::Course(1 + n(3), n(4), n(4)),
        17 => Edit::NoCourse(1 + n(3)),
        18..20 => Edit::Mark(n(3), n(4)),
        20..22 => Edit::Busy(n(3), n(5)),
        22..24 => Edit::Decision(n(3), n(4)),
        24 => Edit::Entry(n(8)),
        25 => Edit::Degree(n(3)),
        26 => Edit::Edition(n(4)),
        _ => Edit::Theme(n(3)),
    }
}

fn tear(random: &mut Random) -> Tear {
    match random.below(6) {
        0 => Tear::Before,
        1 => Tear::After,
        2 => Tear::Garbage,
        _ => Tear::Part(random.below(100) as u8),
    }
}

fn rot(random: &mut Random) -> Rot {
    match random.below(4) {
        0 => Rot::Garbage,
        1 => Rot::BadPart,
        _ => Rot::Part(random.below(100) as u8),
    }
}
