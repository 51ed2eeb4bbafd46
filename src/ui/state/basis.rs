//! By what the student's answers are made, as it is told where one leaves the app.

use kuayu::day::Day;
use kuayu::hash::{DataHashes, ShortHash, hash, hash_of_catalog};
use kuayu::saved::share::Basis;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::AppState;
use super::files::curricula_of;
use crate::platform::{self, fetch};

/// When and by what the answers on this page are made; `None` until it is known. It is worked out for whoever asks: no
/// other page needs it.
pub fn basis(app: AppState) -> ReadSignal<Option<Basis>> {
    let (told, tell) = signal(None);
    Effect::new(move |_| {
        let Some(catalog) = app.derived.catalog.get() else { return };
        let entry =
            move || app.profile.with(|profile| profile.entry).filter(|_| app.derived.curriculum.with(Option::is_some));
        let year = entry();
        spawn_local(async move {
            platform::breath().await;
            let catalog = ShortHash::of(&hash_of_catalog(&catalog)).unwrap_or_default();
            let curricula = match year {
                // The curricula are here, so this comes from the browser's own cache.
                Some(year) => fetch::of_build(&curricula_of(year)).await.ok(),
                None => None,
            };
            let curricula = curricula.and_then(|text| ShortHash::of(&hash(text.as_bytes())));
            let build = platform::build::id().and_then(|id| ShortHash::of(&id));
            let day = Day::parse(&app.today.iso());
            // The student may have chosen another year meanwhile.
            if untrack(entry) == year {
                tell.try_set(Some(Basis { day, build, data: DataHashes { catalog, curricula } }));
            }
        });
    });
    told
}
