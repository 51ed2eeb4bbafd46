//! The fragment of the page's address: the app's routes live in it, so that any static host serves them.

/// The fragment with its `#`, as it stands; empty when there is none.
pub fn hash() -> String {
    super::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The address of the page with its fragment.
pub fn here() -> String {
    super::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The address of the page to give to others, without a fragment. The query asks LINE to open it in the device's own
/// browser, where what is entered stays; to everybody else it says nothing.
pub fn for_others() -> String {
    let here = here();
    let page = here.split(['#', '?']).next().unwrap_or_default();
    format!("{page}?openExternalBrowser=1")
}

/// Goes to another fragment (`#/courses`), with a step in the history.
pub fn go(hash: &str) {
    if let Some(window) = super::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Puts another fragment in place of the present one, without a step in the history and without a `hashchange`.
pub fn replace(hash: &str) {
    if let Some(history) = super::window().and_then(|window| window.history().ok()) {
        // The state is the entry's number; see [`super::scroll`].
        let _ = history.replace_state_with_url(&history.state().unwrap_or_default(), "", Some(hash));
    }
}

/// Calls `act` with the new fragment whenever it changes.
pub fn on_change(act: impl Fn(String) + 'static) {
    super::on_window("hashchange", move || act(hash()));
}
