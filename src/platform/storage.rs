//! Local storage, which may be switched off, full, or shared with other apps of the same origin.

use gloo_storage::{LocalStorage, Storage};
use kuayu::saved::keeper::{Shelf, Trouble};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The browser's local storage as the keeper sees it.
pub struct Local;

/// `LocalStorage::raw` throws where storage is switched off, so ask first.
fn available() -> Result<web_sys::Storage, Trouble> {
    match super::window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(Trouble::Unavailable),
    }
}

impl Shelf for Local {
    fn read(&self, name: &str) -> Result<Option<String>, Trouble> {
        available()?.get_item(name).map_err(|_| Trouble::Unavailable)
    }

    /// The browser replaces the old text as a whole or not at all.
    fn write(&self, name: &str, text: &str) -> Result<(), Trouble> {
        let storage = available()?;
        storage.set_item(name, text).map_err(|_| Trouble::Full)
    }

    fn remove(&self, name: &str) {
        if let Ok(storage) = available() {
            let _ = storage.remove_item(name);
        }
    }
}

/// Calls `act` whenever another tab changed one of these texts, and when the page comes back from where the browser
/// told it nothing (asleep in the background, or in the history).
pub fn on_other_tab(names: &'static [&'static str], act: impl Fn() + Clone + 'static) {
    let told = act.clone();
    let closure = Closure::<dyn Fn(web_sys::StorageEvent)>::new(move |event: web_sys::StorageEvent| {
        // Without a key: everything was cleared.
        if event.key().is_none_or(|key| names.contains(&key.as_str())) {
            told();
        }
    });
    if let Some(window) = super::window() {
        let _ = window.add_event_listener_with_callback("storage", closure.as_ref().unchecked_ref());
    }
    closure.forget();
    super::on_window("pageshow", act.clone());
    super::on_window("focus", act);
}
