//! What the browser tells of itself.

/// Preferred languages, best first (BCP 47).
pub fn languages() -> Vec<String> {
    let Some(window) = super::window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// Asks the browser not to clear this site's storage by itself. It may decline; nothing depends on it.
pub fn ask_to_persist() {
    if let Some(window) = super::window() {
        let _ = window.navigator().storage().persist();
    }
}
