//! The program comes in two parts. The first shows the frame and asks the first questions; the second reads the catalog,
//! judges, and draws every other page. That halves the time to the first answer
//! on a slow network.
//!
//! The line between the two is drawn here: what is reached only through [`Entrances`] is in the second part. With the
//! feature `split`, which `cargo xtask build` sets, that part is a WebAssembly module of its own beside the first, and
//! [`load`] fetches it; without the feature both are one, and nothing is left to fetch.

use super::pages;
use super::state::{Entrances, Loading};

/// Fetches the second part. `None` when it could not be had: then it may be tried again.
pub fn load() -> Loading {
    Box::pin(async { entrances().await.ok() })
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
