//! What a document says, as plain facts by key, and the changes that a student makes: written without the code that
//! merges.

use std::collections::BTreeMap;

use kuayu::audit::{Decision, Degree, Fact};
use kuayu::classes::Times;
use kuayu::credits::Credits;
use kuayu::saved::{Busy, Document, Plan, PlannedCourse, Step, Theme};
use kuayu::term::Term;
use kuayu::transcript::{Completion, Record};

/// What stands under which key.
pub type Facts = BTreeMap<String, String>;

/// Facts of how the app looks: they stay when everything is cleared, and are the device's own affair.
pub fn is_setting(key: &str) -> bool {
    key.starts_with("settings ")
}

/// All facts of a document. What nobody chose (defaults, a plan without name) is none.
pub fn facts(document: &Document) -> Facts {
    let mut facts = Facts::new();
    let mut say = |key: String, value: String| {
        // Two of one key are told apart, so that a doubled entry is seen.
        let mut key = key;
        while facts.contains_key(&key) {
            key.push('+');
        }
        facts.insert(key, value);
    };
    if let Some(group) = &document.profile.group {
        say("profile group".to_owned(), group.clone());
    }
    if let Some(entry) = document.profile.entry {
        say("profile entry".to_owned(), entry.to_string());
    }
    if document.profile.degree != Degree::default() {
        say("profile degree".to_owned(), format!("{:?}", document.profile.degree));
    }
    for record in &document.records {
        let code = record.code.as_deref().unwrap_or(&record.name);
        let credits = record.credits.map(|credits| credits.to_string()).unwrap_or_default();
        say(format!("record {code}"), format!("{credits} {:?}", record.declared));
    }
    for one in &document.decisions {
        let value = format!("{} {:?} {}", one.holds, one.date, one.note);
        say(format!("decision {:?} {:?}", one.program, one.fact), value);
    }
    for mark in &document.marks {
        say(format!("mark {} {:?}", mark.program, mark.step), mark.term.to_string());
    }
    for plan in &document.plans {
        if !plan.name.is_empty() {
            say(format!("plan {}", plan.id), plan.name.clone());
        }
        plan.targets.iter().for_each(|target| say(format!("plan {} aims at {target}", plan.id), String::new()));
        for course in &plan.courses {
            say(format!("plan {} has {}", plan.id, course.name), format!("{:?}", course.term));
        }
    }
    if let Some(plan) = document.active_plan {
        say("active plan".to_owned(), plan.to_string());
    }
    document.busy.iter().for_each(|(term, hours)| say(format!("busy {term}"), hours.to_string()));
    if document.settings.theme != Theme::Auto {
        say("settings theme".to_owned(), format!("{:?}", document.settings.theme));
    }
    if let Some(monday) = &document.settings.first_monday {
        say("settings monday".to_owned(), monday.clone());
    }
    if let Some(edition) = &document.edition {
        say("edition".to_owned(), edition.clone());
    }
    document.unknown.iter().for_each(|(key, value)| say(format!("unknown {key}"), value.to_string()));
    facts
}

/// Something that a student changes.
#[derive(Clone, Debug)]
pub enum Edit {
    /// A course with that many credits, new or changed.
    Record(u8, u8),
    /// A course goes.
    NoRecord(u8),
    /// Several courses at once, by the bits of a number, as an import brings them; those that are there stay.
    Import(u16),
    /// A plan gets a name, or comes with it.
    Plan(u8, u8),
    /// A plan goes with what is in it.
    NoPlan(u8),
    /// A course of a plan, in a term; a plan that is not there comes with it.
    Course(u8, u8, u8),
    /// A plan's first course goes.
    NoCourse(u8),
    /// A step of the procedure is marked, or the mark taken back (0).
    Mark(u8, u8),
    /// Busy hours of a term, or none (0).
    Busy(u8, u8),
    /// An office's answer about a program, of today; or the answer taken back (0).
    Decision(u8, u8),
    /// The entry year, or none (0).
    Entry(u8),
    /// The degree system.
    Degree(u8),
    /// The edition.
    Edition(u8),
    /// Light or dark.
    Theme(u8),
}

/// A course by its number.
fn record(n: u8, credits: u8) -> Record {
    Record::ticked(&format!("10000{n:02}"), "某課", Credits::whole(credits.into()), Completion::Passed)
}

/// The number under which a fact is answered.
const ASKED: Fact = Fact::RequiredAndElective;

impl Edit {
    /// Makes the change. `today` is what the device's calendar says.
    pub fn make(&self, document: &mut Document, today: &str) {
        match *self {
            Edit::Record(n, credits) => {
                let record = record(n, credits);
                match document.records.iter_mut().find(|known| known.code == record.code) {
                    Some(known) => *known = record,
                    None => document.records.push(record),
                }
            }
            Edit::NoRecord(n) => document.records.retain(|known| known.code != record(n, 0).code),
            Edit::Import(bits) => {
                let incoming: Vec<Record> = (0..12).filter(|n| bits >> n & 1 == 1).map(|n| record(n, 2)).collect();
                let merge = kuayu::import::merge(&document.records, &incoming, 60);
                document.records = merge.records;
            }
            Edit::Plan(id, name) => {
                let (id, name) = (u32::from(id), format!("計畫{name}"));
                match document.plan_mut(id) {
                    Some(plan) => plan.name = name,
                    None => document.add_plan(Plan { id, name, ..Plan::default() }),
                }
            }
            Edit::NoPlan(id) => document.remove_plan(id.into()),
            Edit::Course(id, n, term) => {
                let (id, name) = (u32::from(id), format!("課{n}"));
                if document.plan_mut(id).is_none() {
                    document.add_plan(Plan { id, name: "新".to_owned(), ..Plan::default() });
                }
                let term = Term::new(114 + u16::from(term) / 2, 1 + term % 2);
                if let Some(plan) = document.plan_mut(id) {
                    plan.add(PlannedCourse { name, term, ..PlannedCourse::default() });
                }
            }
            Edit::NoCourse(id) => document.plan_mut(id.into()).into_iter().for_each(|plan| plan.remove(0)),
            Edit::Mark(n, term) => {
                let step = Step::ALL[usize::from(n) % 3];
                document.mark("AVM", step, Term::new(110 + u16::from(term), 1).filter(|_| term > 0));
            }
            Edit::Busy(term, hours) => {
                let own = Times::parse(&format!("{hours}:34")).ok().filter(|_| hours > 0).unwrap_or_default();
                let term = Term::new(110 + u16::from(term), 1).unwrap();
                document.set_busy(term, Busy { own, timetable: Times::default() });
            }
            Edit::Decision(program, answer) => {
                let program = Some(format!("P{program}"));
                document.decide(program.clone(), ASKED, (answer > 0).then_some(answer % 2 == 1));
                let of = |one: &&mut Decision| one.program == program && one.fact == ASKED;
                if let Some(decision) = document.decisions.iter_mut().find(of) {
                    decision.note = format!("第 {answer} 次問，{today}");
                }
            }
            Edit::Entry(year) => document.profile.entry = (year > 0).then_some(100 + u16::from(year)),
            Edit::Degree(n) => {
                document.profile.degree =
                    [Degree::Bachelor, Degree::Graduate, Degree::BachelorEvening][usize::from(n) % 3];
            }
            Edit::Edition(n) => document.edition = (n > 0).then(|| format!("11{n}-1")),
            Edit::Theme(n) => document.settings.theme = [Theme::Auto, Theme::Light, Theme::Dark][usize::from(n) % 3],
        }
    }

    /// Whether an app of that version knew of what is changed.
    pub fn known_to(&self, version: u64) -> bool {
        match self {
            Edit::Mark(..) => version >= 3,
            Edit::Busy(..) => version >= 4,
            _ => true,
        }
    }
}
