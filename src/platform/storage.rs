//! Local storage, which may be switched off, full, or shared with other apps of the same origin.

use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The keys that the app uses. All begin with its name, as other apps of the origin use the same storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The student's document.
    Document,
    /// The last stored text that could not be read as a whole, kept as it was.
    Aside,
}

impl Key {
    /// As the browser knows it.
    pub fn name(self) -> &'static str {
        match self {
            Key::Document => "kuayu.v1",
            Key::Aside => "kuayu.aside",
        }
    }
}

/// Why something could not be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Storage is switched off (private browsing, a policy).
    Unavailable,
    /// No room left. What was stored before stays.
    Full,
}

/// `LocalStorage::raw` throws where storage is switched off, so ask first.
fn available() -> Result<web_sys::Storage, Trouble> {
    match super::window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(Trouble::Unavailable),
    }
}

/// The text stored under a key.
pub fn read(key: Key) -> Result<Option<String>, Trouble> {
    available()?.get_item(key.name()).map_err(|_| Trouble::Unavailable)
}

/// Stores a text. The browser replaces the old one as a whole or not at all.
pub fn write(key: Key, text: &str) -> Result<(), Trouble> {
    available()?.set_item(key.name(), text).map_err(|_| Trouble::Full)
}

/// Forgets a key.
pub fn remove(key: Key) {
    if let Ok(storage) = available() {
        let _ = storage.remove_item(key.name());
    }
}

/// Calls `act` with the new text whenever another tab stores that key (`None`: removed).
pub fn on_other_tab(key: Key, act: impl Fn(Option<String>) + 'static) {
    let closure = Closure::<dyn Fn(web_sys::StorageEvent)>::new(move |event: web_sys::StorageEvent| {
        if event.key().as_deref() == Some(key.name()) {
            act(event.new_value());
        }
    });
    if let Some(window) = super::window() {
        let _ = window.add_event_listener_with_callback("storage", closure.as_ref().unchecked_ref());
    }
    closure.forget();
}
