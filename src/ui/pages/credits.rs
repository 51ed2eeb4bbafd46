//! Where each course falls among the credits for graduation.

use kuayu::audit::Block;
use kuayu::catalog::SharedList;
use kuayu::catalog::curriculum::Curriculum;
use kuayu::graduation::{self, BlockSum};
use kuayu::i18n::{self, units};
use kuayu::transcript::Record;
use leptos::prelude::*;

use crate::ui::components::{AT_ONCE, Icon, ProfileForm, icon, more, page_title, record_name, waiting};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, Shared};

/// The page.
#[component]
pub fn Credits() -> impl IntoView {
    let app = AppState::get();
    let lang = app.lang.get_untracked();
    let words = i18n::Guide::of(lang);
    let courses = i18n::App::of(lang).courses;
    let own = Memo::new(move |_| app.profile.with(|profile| profile.degree.has_curricula()));
    let lead = live(move || own.get().then(|| view! { <p class="note">{words.credits_lead}</p> }));
    let body = move || match app.derived.curriculum.get() {
        Some(curriculum) => blocks(app, &curriculum),
        None if !own.get() => view! { <section class="card"><p>{words.credits_other}</p></section> }.into_any(),
        None => view! { <section class="card"><p>{words.credits_need}</p><ProfileForm/></section> }.into_any(),
    };
    view! {
        <a class="back" href=Route::Courses.hash()>{icon(Icon::Back)}{courses}</a>
        {page_title(lang, words.credits_title)}
        {lead}
        {waiting(app, body)}
    }
}

fn blocks(app: AppState, curriculum: &Curriculum) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Guide::of(lang);
    let records = app.derived.records.get();
    let pass_mark = app.profile.with(|profile| profile.pass_mark());
    let sums = app.files.curricula.with(|(_, load)| {
        let shared = load.ready().map(|curricula| curricula.shared()).unwrap_or_default();
        let general = |code: &str| matches!(shared.get(code), Some((SharedList::GeneralEducation, _)));
        graduation::sums(&records, curriculum, &general, pass_mark)
    });
    let passed = sums.iter().map(|sum| sum.passed).sum();
    let total = curriculum.credits.map(|table| {
        view! {
            <p class="total">
                <b class="num">{units::credits(lang, passed)}</b>" / "
                <span class="num">{words.credits_total}" "{table.total.to_string()}</span>
            </p>
        }
    });
    let cards: Vec<AnyView> = sums.iter().map(|sum| card(app, sum, &records)).collect();
    view! { {total}<div class="cards">{cards}</div> }.into_any()
}

fn card(app: AppState, sum: &BlockSum, records: &Shared<Vec<Record>>) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Guide::of(lang);
    let need = sum.required.map(|need| format!("/{need}")).unwrap_or_default();
    let figure = format!("{}{need}", sum.passed);
    let share = |tenths: u16| {
        let need = sum.required.map_or(1, |need| need.tenths().max(1));
        format!("{}%", u32::from(tenths.min(need)) * 100 / u32::from(need))
    };
    let both = sum.passed + sum.in_progress;
    let bar = sum.required.map(|_| {
        view! {
            <div class="meter"><div class="meter-track" aria-hidden="true">
                <i class="seg-soon" style:inline-size=share(both.tenths())></i>
                <i class="seg-on" style:inline-size=share(sum.passed.tenths())></i>
            </div></div>
        }
    });
    let cap = (sum.block == Block::GeneralEducation).then(|| view! { <p class="note">{words.credits_cap}</p> });
    let name = move |record: &Record| {
        let credits = record.credits.map(|credits| units::credits(lang, credits)).unwrap_or_default();
        view! { <li class="block-row">{record_name(app, record)}<span class="num">{credits}</span></li> }.into_any()
    };
    let (places, records) = (sum.records.clone(), records.clone());
    let (all, most) = (places.len(), RwSignal::new(AT_ONCE));
    let list = match places.is_empty() {
        true => view! { <p class="note">{words.credits_empty}</p> }.into_any(),
        false => {
            let names = live(move || {
                places.iter().take(most.get()).filter_map(|at| records.get(*at)).map(name).collect::<Vec<AnyView>>()
            });
            view! { <ul>{names}</ul>{more(app, Memo::new(move |_| all), most)} }.into_any()
        }
    };
    view! {
        <section class="card block">
            <div class="card-head"><h2>{i18n::audit::block(lang, sum.block)}</h2><b class="num">{figure}</b></div>
            {bar}{cap}{list}
        </section>
    }
    .into_any()
}
