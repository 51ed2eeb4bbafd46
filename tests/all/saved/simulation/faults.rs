//! Mistakes that a keeper could make, put between it and the storage: each must be found.

use kuayu::saved::keeper::{ASIDE, OLD, SLOTS, Trouble};
use serde_json::{Map, Value};

use super::storage::View;

/// A mistake.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// Writes to the first slot only.
    OneSlot,
    /// Does not look at what others wrote since it opened.
    IgnoresOthers,
    /// Believes that what it was told is written stands there.
    NoReadingBack,
    /// Takes a writing that failed for done.
    HidesFull,
    /// Makes no copy of what it cannot read.
    NoCopy,
    /// Takes a newer version's text for its own.
    AnyVersion,
    /// Does not remember which courses were removed.
    ForgetsRemovals,
    /// Does not remember when anything was changed.
    NoCounts,
    /// Does not remember that everything was cleared.
    NoEra,
    /// Removes the first version's text once it has read it.
    DropsOldEarly,
}

impl Fault {
    pub const ALL: [Fault; 10] = [
        Fault::OneSlot,
        Fault::IgnoresOthers,
        Fault::NoReadingBack,
        Fault::HidesFull,
        Fault::NoCopy,
        Fault::AnyVersion,
        Fault::ForgetsRemovals,
        Fault::NoCounts,
        Fault::NoEra,
        Fault::DropsOldEarly,
    ];

    /// What the faulty keeper reads where that text stands.
    pub fn read(self, view: &View, name: &str, text: Option<String>) -> Option<String> {
        let mut memory = view.memory.borrow_mut();
        match self {
            Fault::OneSlot if name == SLOTS[1] => memory.remove(name),
            Fault::IgnoresOthers if SLOTS.contains(&name) => {
                if let (None, Some(text)) = (memory.get(name), &text) {
                    memory.insert(name.to_owned(), text.clone());
                }
                memory.get(name).cloned()
            }
            Fault::NoReadingBack | Fault::HidesFull | Fault::ForgetsRemovals | Fault::NoCounts | Fault::NoEra => {
                memory.remove(name).or(text)
            }
            Fault::NoCopy if name.starts_with(ASIDE) => memory.get(name).cloned(),
            Fault::AnyVersion if SLOTS.contains(&name) => text.map(|text| {
                let newer = (view.version + 1..10).map(|version| format!("\"version\":{version}"));
                let own = format!("\"version\":{}", view.version);
                newer.fold(text, |text, newer| text.replace(&newer, &own))
            }),
            Fault::DropsOldEarly if name == OLD && text.is_some() => {
                drop(memory);
                kuayu::saved::keeper::Shelf::remove(&view.plain(), OLD);
                text
            }
            _ => text,
        }
    }

    /// What the faulty keeper writes, and takes for written.
    pub fn write(
        self,
        view: &View,
        name: &str,
        text: &str,
        plain: &dyn Fn(&str, &str) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let slot = SLOTS.contains(&name);
        let remember = |text: &str| _ = view.memory.borrow_mut().insert(name.to_owned(), text.to_owned());
        match self {
            Fault::OneSlot if slot => plain(SLOTS[0], text).inspect(|()| remember(text)),
            Fault::IgnoresOthers if slot => plain(name, text).inspect(|()| remember(text)),
            Fault::NoReadingBack => plain(name, text).inspect(|()| remember(text)),
            Fault::HidesFull => {
                if plain(name, text).is_err() {
                    remember(text);
                }
                Ok(())
            }
            Fault::NoCopy if name.starts_with(ASIDE) => {
                remember(text);
                Ok(())
            }
            Fault::ForgetsRemovals | Fault::NoCounts | Fault::NoEra if slot => {
                plain(name, &self.rewritten(text)).inspect(|()| remember(text))
            }
            _ => plain(name, text),
        }
    }

    /// The text without some of its history.
    fn rewritten(self, text: &str) -> String {
        let mut map: Map<String, Value> = serde_json::from_str(text).unwrap();
        let records = map.get("records").map(Value::to_string).unwrap_or_default();
        let stamps = map.get_mut("stamps").and_then(Value::as_object_mut).unwrap();
        if self == Fault::NoEra {
            stamps.insert("era".to_owned(), Value::from(0));
        }
        let at = stamps.get_mut("at").and_then(Value::as_object_mut).unwrap();
        let is_there = |key: &String| match key.strip_prefix("records/") {
            Some(course) => records.contains(course.split('|').next().unwrap_or_default()),
            None => true,
        };
        match self {
            Fault::NoCounts => at.clear(),
            Fault::ForgetsRemovals => at.retain(|key, _| is_there(key)),
            _ => {}
        }
        Value::Object(map).to_string()
    }
}
