//! Putting the page on the home screen, where the browser offers a way to ask for it. `boot/browser.js` keeps that way.

/// Calls `act` when the browser offers it, or has offered it since before the app started.
pub fn on_offer(act: impl Fn() + 'static) {
    if super::dom::root_data("install").is_some() {
        act();
    }
    super::on_window("kuayu:installable", act);
}

/// Whether it is of any use here: without https nothing is kept for use offline.
pub fn is_useful() -> bool {
    super::dom::root_data("secure").is_none()
}

/// Asks.
pub fn ask() {
    super::dom::tell("kuayu:install");
}
