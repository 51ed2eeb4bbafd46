//! Importing: paste or files, then a review of every row, then one step that can be undone.

mod columns;
mod issues;
mod office;
mod review;
mod rows;
mod source;
mod where_to_find;
mod which;

use kuayu::export;
use kuayu::i18n;
use kuayu::import::{self, Import};
use kuayu::term::Term;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform;
use crate::platform::files::{self, Picked};
use crate::ui::components::{Icon, hand_over, icon, page_title};
use crate::ui::live::live;
use crate::ui::state::{AppState, Outcome, Shared};

/// What storing the sources would change, one after the other.
type Outcomes = Memo<Shared<Vec<Outcome>>>;

/// Where the review begins.
const REVIEW: &str = "review";

/// The page.
#[component]
pub fn Page() -> impl IntoView {
    let app = AppState::get();
    let words = i18n::Importing::of(app.lang.get_untracked());
    keep_compared(app);
    keep_linked(app);
    let reviewing = Memo::new(move |_| !app.importing.ids().is_empty());
    let review = live(move || reviewing.get().then(|| review::review(app)));
    view! {
        {page_title(app.lang.get_untracked(), words.title)}
        <p class="note">{words.lead}</p>
        {entrance(app)}
        <div>{review}</div>
    }
}

fn pass_mark(app: AppState) -> u8 {
    app.profile.with_untracked(|profile| profile.pass_mark())
}

/// Compares a source with the catalog and with the profile; whether the catalog was there to compare with.
fn compare(app: AppState) -> impl Fn(&mut Import) -> bool {
    move |import| {
        let Some(catalog) = app.derived.catalog.get_untracked() else { return false };
        untrack(|| {
            import.place_classes(app.today.term(), Some(&catalog), &|term, number| app.files.class_found(term, number));
        });
        import.compare_with(&catalog);
        app.profile.with_untracked(|profile| import.compare_profile(&catalog, profile));
        true
    }
}

/// Compares what is under review when the catalog arrives, and again when the profile changes.
fn keep_compared(app: AppState) {
    Effect::new(move |_| {
        let Some(catalog) = app.derived.catalog.get() else { return };
        app.profile.with(|profile| {
            app.importing.compare_again(&compare(app), &|import| import.compare_profile(&catalog, profile));
        });
    });
}

/// Asks for the classes that links name, and reads the links when these are here or known not to come.
fn keep_linked(app: AppState) {
    Effect::new(move |_| {
        let terms = app.importing.linked_terms();
        let told = |term: &&Term| app.files.class_found(**term, "").is_some();
        // What did not arrive is told; asking for it here would ask for ever.
        terms.iter().filter(|term| !told(term)).for_each(|term| app.files.want_own_classes(*term));
        if app.derived.catalog.with(Option::is_some) && terms.iter().any(|term| told(&term)) {
            app.importing.read_linked(pass_mark(app), &compare(app));
        }
    });
}

/// Whoever reads again may have a network again.
fn ask_again(app: AppState) {
    if untrack(|| app.files.classes_lost()) {
        app.files.classes_again();
    }
}

fn read_text(app: AppState) {
    ask_again(app);
    let text = app.importing.page.get_value().unwrap_or_else(|| app.importing.text.get_untracked());
    app.importing.read_text(&text, pass_mark(app), &compare(app));
    show_review();
}

fn read_files(app: AppState, files: Vec<Picked>) {
    if files.is_empty() {
        return;
    }
    ask_again(app);
    let pass_mark = pass_mark(app);
    spawn_local(async move {
        for file in files {
            app.importing.read_file(file, pass_mark, &compare(app)).await;
        }
        show_review();
    });
}

/// Once the review stands in the page, attention goes there.
fn show_review() {
    platform::after(0, || {
        platform::dom::scroll_into_view(REVIEW);
        platform::dom::focus(REVIEW);
    });
}

fn entrance(app: AppState) -> AnyView {
    let words = i18n::Importing::of(app.lang.get_untracked());
    let courses = i18n::Courses::of(app.lang.get_untracked());
    let write = move |event| {
        app.importing.page.set_value(None);
        app.importing.text.set(event_target_value(&event));
    };
    let pasted = move |event: leptos::ev::ClipboardEvent| {
        // A table is read at once; a word or two may be the beginning of something typed.
        let text = files::pasted(&event, "text/plain");
        if text.contains(['\n', '\t']) || import::has_plan_link(&text) {
            // Some pages say more with their links and merged cells than as plain text.
            let page = Some(files::pasted(&event, "text/html")).filter(|page| import::says_more(page));
            platform::after(0, move || {
                app.importing.page.set_value(page);
                read_text(app);
            });
        }
    };
    let read = move |_| read_text(app);
    let choose = move |event| read_files(app, files::chosen(&event));
    let hovering = RwSignal::new(false);
    let over = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        hovering.set(true);
    };
    let drop = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        hovering.set(false);
        read_files(app, files::dropped(&event));
    };
    let hint = live(move || match (app.importing.opening.get(), hovering.get()) {
        (true, _) => words.opening,
        (false, true) => words.drop_here,
        (false, false) => words.drop,
    });
    let template = move |_| hand_over(app, "kuayu-template.csv", "text/csv;charset=utf-8", export::template_csv());
    view! {
        <section class="card entrance" class:hovering=hovering on:dragover=over on:dragleave=move |_| hovering.set(false) on:drop=drop>
            {where_to_find::where_to_find(app)}
            <label class="field">
                <span>{words.paste}</span>
                <textarea id="paste" rows="5" spellcheck="false" placeholder=words.paste_hint
                    prop:value=app.importing.text on:input=write on:paste=pasted></textarea>
            </label>
            <div class="buttons">
                <button class="button primary" on:click=read>{words.read}</button>
                <label class="button file-button">
                    {icon(Icon::File)}{words.choose_files}
                    <input class="visually-hidden" type="file" multiple accept=".xlsx,.xls,.ods,.pdf,.html,.htm,.mhtml,.mht,.csv,.tsv,.txt,text/*" on:change=choose/>
                </label>
                <button class="quiet" on:click=template>{icon(Icon::Download)}{courses.template}</button>
            </div>
            <p class="note" aria-live="polite">{hint}</p>
        </section>
    }
    .into_any()
}
