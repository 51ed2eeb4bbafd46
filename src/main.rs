//! The app: the browser's face of the library `kuayu`.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod platform;
mod ui;

fn main() {
    // The page's own script shows a way out when the app stops; this tells the console why.
    console_error_panic_hook::set_once();
    ui::start();
}
