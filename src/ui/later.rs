//! The program comes in two parts. The first shows the frame and asks the first questions; the second reads the catalog,
//! judges, and draws every other page. That halves the time to the first answer
//! on a slow network.
//!
//! The line between the two is drawn here: what is reached only through [`Entrances`] is in the second part. With the
//! feature `split`, which `cargo xtask build` sets, that part is a WebAssembly module of its own beside the first, and
//! [`load`] fetches it; without the feature both are one, and nothing is left to fetch.

use kuayu::saved::Document;
use leptos::prelude::*;

use super::pages;
use super::route::Route;
use super::state::Front;

/// Whether the second part is here.
#[derive(Clone, Copy)]
pub enum Later {
    /// On its way.
    Waiting,
    /// Here.
    Here(Entrances),
    /// The network or the host did not deliver it.
    Failed,
}

/// Ways into the second part.
#[derive(Clone, Copy)]
pub struct Entrances {
    /// Starts it: the files, the verdicts. Once, before the others.
    pub start: fn(Front),
    /// Draws a page other than home.
    pub page: fn(Route) -> AnyView,
    /// Draws what follows the first questions on the home page; with them, where they are answered already.
    pub home: fn(bool) -> AnyView,
    /// The demo student's document.
    pub demo: fn() -> Document,
    /// Draws notices that stay, whatever page is shown.
    pub notices: fn() -> AnyView,
    /// Draws short messages, whatever page is shown.
    pub toaster: fn() -> AnyView,
}

/// Fetches the second part. `None` when it could not be had: then it may be tried again.
pub async fn load() -> Option<Entrances> {
    entrances().await.ok()
}

const ENTRANCES: Entrances = Entrances {
    start: pages::start,
    page: pages::elsewhere,
    home: pages::home,
    demo: pages::demo::student,
    notices: pages::notices,
    toaster: pages::toaster,
};

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later, fallible)]
fn entrances() -> Result<Entrances, wasm_split_helpers::SplitLoaderError> {
    Ok(ENTRANCES)
}

#[cfg(not(feature = "split"))]
async fn entrances() -> Result<Entrances, std::convert::Infallible> {
    Ok(ENTRANCES)
}
