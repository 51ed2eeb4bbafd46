//! How far down each page of the history was read. A page begins at its top; Back and Forward return to the place left.
//!
//! The browser's own memory does not serve: it looks for the place before the page of that entry is built. So it is
//! switched off, for each entry anew as some browsers keep the switch with the entry, and each is given a number, under
//! which its place is noted while it is scrolled.

use std::cell::RefCell;
use std::collections::HashMap;

use wasm_bindgen::JsValue;

#[derive(Default)]
struct Places {
    /// The entry of the history that is shown.
    shown: u32,
    /// How far down each was left, in CSS pixels.
    places: HashMap<u32, f64>,
}

thread_local! {
    static PLACES: RefCell<Places> = RefCell::default();
}

/// Begins to note places. Called once.
pub fn start() {
    arrive();
    super::on_window("scroll", || {
        let y = super::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
        PLACES.with_borrow_mut(|places| {
            let shown = places.shown;
            places.places.insert(shown, y);
        });
    });
}

/// Another entry of the history is shown. Once its page is built, it stands where it was left; a new one at its top.
pub fn arrived() {
    let place = arrive();
    super::after(0, move || {
        if let Some(window) = super::window() {
            window.scroll_to_with_x_and_y(0.0, place);
        }
    });
}

/// The page shown has other contents now: reading begins again at its top.
pub fn to_top() {
    super::after(0, || {
        if let Some(window) = super::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
}

/// Finds out which entry is shown, numbers it if it is new, and gives its place.
fn arrive() -> f64 {
    let Some(history) = super::window().and_then(|window| window.history().ok()) else { return 0.0 };
    let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    let number = history.state().ok().and_then(|state| state.as_f64());
    let number = number.map(|number| number as u32).unwrap_or_else(|| {
        let new = super::clock::random();
        let _ = history.replace_state(&JsValue::from_f64(f64::from(new)), "");
        new
    });
    PLACES.with_borrow_mut(|places| {
        places.shown = number;
        places.places.get(&number).copied().unwrap_or_default()
    })
}
