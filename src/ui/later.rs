//! The program comes in parts. The first shows the frame and asks the first questions; the second reads the catalog,
//! judges, and draws the rest of the home page; each of the others draws some of the other pages, and is fetched when one
//! of them is opened. So a slow network brings first what is looked at first.
//!
//! The lines between them are drawn here: what is reached through [`Entrances`] is in the second part, and what is reached
//! only through the way into one of the others, in that one; what only several of those reach is in one module beside
//! them. With the feature `split`, which `cargo xtask build` sets, each is a WebAssembly module of its own, and [`load`]
//! and `part` fetch it; without the feature all are one, and nothing is left to fetch.

use super::pages;
use super::state::{Draw, Entrances, Loading, Part};

/// Fetches the second part. `None` when it could not be had: then it may be tried again.
pub fn load() -> Loading<Entrances> {
    Box::pin(async { later().await.ok() })
}

/// Fetches a part that draws pages, like [`load`].
fn part(part: Part) -> Loading<Draw> {
    Box::pin(async move {
        match part {
            Part::Programs => programs().await.ok(),
            Part::Courses => courses().await.ok(),
            Part::Import => import().await.ok(),
            Part::Plan => plan().await.ok(),
            Part::Sheet => sheet().await.ok(),
            Part::Office => office().await.ok(),
            Part::Share => share().await.ok(),
            Part::Other => other().await.ok(),
        }
    })
}

const ENTRANCES: Entrances = Entrances {
    start: || pages::start(part),
    page: pages::elsewhere,
    home: pages::home,
    demo: pages::demo::student,
    notices: pages::notices,
    toaster: pages::toaster,
};

/// For each part its name and the way into it.
macro_rules! parts {
    ($($name:ident: $way:ty = $entrance:expr;)*) => {$(
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($name, fallible)]
        fn $name() -> Result<$way, wasm_split_helpers::SplitLoaderError> {
            Ok($entrance)
        }

        #[cfg(not(feature = "split"))]
        async fn $name() -> Result<$way, std::convert::Infallible> {
            Ok($entrance)
        }
    )*};
}

parts! {
    later: Entrances = ENTRANCES;
    programs: Draw = pages::programs_or_one;
    courses: Draw = pages::courses;
    import: Draw = pages::import;
    plan: Draw = pages::plan;
    sheet: Draw = pages::sheet;
    office: Draw = pages::office;
    share: Draw = pages::share;
    other: Draw = pages::other;
}
