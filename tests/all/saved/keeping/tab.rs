//! A storage as one tab of the browser sees it.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use kuayu::saved::keeper::{Shelf, Trouble};

/// What a storage holds, by name.
pub type Texts = Rc<RefCell<BTreeMap<String, String>>>;

/// A tab's view of the storage: it reads its own copy, which learns of other tabs' writes only when told.
#[derive(Clone, Default)]
pub struct Tab {
    pub all: Texts,
    pub copy: Texts,
    pub room: Rc<Cell<Option<usize>>>,
    pub off: Rc<Cell<bool>>,
}

impl Tab {
    pub fn of(all: &Texts) -> Tab {
        let tab = Tab { all: all.clone(), ..Tab::default() };
        tab.learn();
        tab
    }

    pub fn learn(&self) {
        let all = self.all.borrow().clone();
        *self.copy.borrow_mut() = all;
    }
}

impl Shelf for Tab {
    fn read(&self, name: &str) -> Result<Option<String>, Trouble> {
        if self.off.get() {
            return Err(Trouble::Unavailable);
        }
        Ok(self.copy.borrow().get(name).cloned())
    }

    fn write(&self, name: &str, text: &str) -> Result<(), Trouble> {
        if self.off.get() {
            return Err(Trouble::Unavailable);
        }
        let others: usize = self.all.borrow().iter().filter(|(key, _)| *key != name).map(|(_, text)| text.len()).sum();
        if self.room.get().is_some_and(|room| others + text.len() > room) {
            return Err(Trouble::Full);
        }
        for texts in [&self.all, &self.copy] {
            texts.borrow_mut().insert(name.to_owned(), text.to_owned());
        }
        Ok(())
    }

    fn remove(&self, name: &str) {
        for texts in [&self.all, &self.copy] {
            texts.borrow_mut().remove(name);
        }
    }
}
