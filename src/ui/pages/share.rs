//! What somebody's link holds: their plan and courses, or a suggestion for one's own plan. Without a link: where links are
//! opened, and what an advisor does with them.

mod desk;
mod scan;
mod suggestion;
mod theirs;

use kuayu::i18n;
use kuayu::saved::Document;
use kuayu::saved::share::{self, Basis, Link, Unreadable};
use leptos::prelude::*;

use crate::platform::location;
use crate::ui::components::{Icon, icon, made_by, page_title, spoken, waiting};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, Lens, Shared, basis, known};

/// The page of that data.
pub fn share(data: String) -> AnyView {
    let app = AppState::get();
    if data.is_empty() {
        return desk::desk(app);
    }
    let (theirs, here) = (share::basis(&data), basis(app));
    let read = Memo::new(move |_| {
        app.derived
            .catalog
            .with(Option::is_some)
            .then(|| share::decode(&data, &|code| known(app, code)).map(Shared::new))
    });
    // Not derived but done: the whole app now shows the shared document, until its reader goes back to their own.
    Effect::new(move |_| {
        let Some(Ok(link)) = read.get() else { return };
        match &*link {
            Link::Shared(document) => {
                if is_nameless(document) {
                    app.files.load_courses();
                }
                app.shared_on.set(theirs.and_then(|basis| basis.day));
                app.saved.look_at(Lens::Shared, Document::clone(document));
            }
            // Whose answers it changes is asked of their own document.
            Link::Proposal(_) => {
                app.files.load_courses();
                app.saved.look_at_own();
            }
        }
    });
    waiting(app, move || {
        let shown = live(move || match read.get() {
            Some(Ok(link)) => match &*link {
                Link::Shared(document) => theirs::page(app, document, made(app, theirs, here)),
                Link::Proposal(proposal) => suggestion::page(app, proposal, made(app, theirs, here)),
            },
            Some(Err(why)) => unreadable(app, why),
            None => ().into_any(),
        });
        view! { {shown}{made_by(app, here)} }.into_any()
    })
}

/// When the link was made, and whether by the data that judge here; nothing where it does not say so.
fn made(app: AppState, theirs: Option<Basis>, here: ReadSignal<Option<Basis>>) -> AnyView {
    let lang = app.lang.get_untracked();
    let told = live(move || {
        let (theirs, here) = (theirs?, here.get()?);
        let text = spoken(lang, &i18n::share::basis(lang, &theirs, &here));
        Some(if theirs.data == here.data {
            view! { <p class="note num" id="link-made">{text}</p> }.into_any()
        } else {
            view! { <div class="notice notice-warn" role="status" id="link-made">{icon(Icon::Warning)}<p>{text}</p></div> }
                .into_any()
        })
    });
    view! { {told} }.into_any()
}

/// Opens the link in a text; whether there is one.
fn open(text: &str) -> bool {
    let data = share::data_in(text);
    if let Some(data) = data {
        location::go(&Route::Share(data.to_owned()).hash());
    }
    data.is_some()
}

/// Whether a course is called by its code, as this program knows no name of it yet.
fn is_nameless(document: &Document) -> bool {
    let planned = document.plans.iter().flat_map(|plan| &plan.courses).map(|course| (&course.code, &course.name));
    let taken = document.records.iter().map(|record| (&record.code, &record.name));
    taken.chain(planned).any(|(code, name)| code.as_ref() == Some(name))
}

fn unreadable(app: AppState, why: Unreadable) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Share::of(lang);
    let (title, text) = i18n::share::unreadable(lang, why);
    view! {
        <section class="empty" role="alert">
            {icon(Icon::Warning)}
            {page_title(lang, title)}
            <p>{text}</p>
            <p class="note">{words.mine_safe}</p>
            <a class="button primary" href=Route::Home.hash()>{words.to_mine}</a>
        </section>
    }
    .into_any()
}
