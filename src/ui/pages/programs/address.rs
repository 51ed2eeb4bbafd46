//! What the list is narrowed to, in the address: still there for whoever comes back.

use leptos::prelude::*;

use crate::platform;
use crate::ui::route::{ProgramQuery, Route};
use crate::ui::state::AppState;

/// Narrows the list: in the state and in the address, without a step in the history.
pub fn go(app: AppState, query: ProgramQuery) {
    let route = Route::Programs(query);
    platform::location::replace(&route.hash());
    app.route.set(route);
}

/// Changes what the list is narrowed to.
pub fn change(app: AppState, query: Memo<ProgramQuery>, act: impl FnOnce(&mut ProgramQuery)) {
    let mut next = query.get_untracked();
    act(&mut next);
    go(app, next);
}
