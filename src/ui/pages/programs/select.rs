//! Which programs the query means, in which order.

use kuayu::sorting;
use std::collections::HashMap;

use kuayu::audit::{Answer, ProgramAudit};
use kuayu::catalog::document::Program;
use kuayu::i18n::names;
use kuayu::names::normalise;
use kuayu::search::{self, Fit, Needle};
use leptos::prelude::*;

use crate::ui::components::{Tone, near, tone};
use crate::ui::route::{ProgramQuery, Sort, StatusFilter};
use crate::ui::state::{AppState, Audits, Shared, edition};

/// What the search looks through, prepared once.
#[derive(Clone, PartialEq)]
pub struct Hay(Shared<Vec<Blade>>);

/// One program's texts, normalised.
struct Blade {
    code: String,
    own: Vec<String>,
    beside: Vec<String>,
    /// English names of what belongs to it, where they are here.
    beside_english: Vec<&'static str>,
}

impl Hay {
    /// The present edition's programs, in its order.
    pub fn of(app: AppState) -> Memo<Hay> {
        Memo::new(move |_| {
            let catalog = app.derived.catalog.get();
            let id = app.derived.edition_id.get();
            let edition = catalog.as_ref().and_then(|catalog| edition(catalog, id.as_deref()));
            let programs = edition.map(|edition| edition.programs.as_slice()).unwrap_or_default();
            Hay(Shared::new(programs.iter().map(blade).collect()))
        })
    }
}

fn blade(program: &Program) -> Blade {
    let codes = || program.listings().filter_map(|(_, listing)| listing.code.as_deref());
    let listed = program.listings().map(|(_, listing)| listing.name.as_str()).chain(codes());
    let around = [program.department.as_str(), program.college.as_str()];
    Blade {
        code: program.code.clone(),
        own: [program.code.as_str(), program.name.as_str()].map(normalise).to_vec(),
        beside: around.into_iter().chain(listed).map(normalise).collect(),
        beside_english: around
            .into_iter()
            .filter_map(names::unit_title)
            .chain(codes().filter_map(names::title))
            .collect(),
    }
}

/// The codes of the programs meant.
pub fn select(app: AppState, hay: &Hay, query: &ProgramQuery) -> Vec<String> {
    let audits = app.derived.audits.get();
    let needle = Needle::new(&query.text);
    let mut found: Vec<(&Blade, Fit)> = hay
        .0
        .iter()
        .filter_map(|blade| {
            let own: Vec<&str> = blade.own.iter().map(String::as_str).collect();
            let (beside, beside_english) = (blade.beside.as_slice(), blade.beside_english.as_slice());
            let fit = needle.find(&search::Hay { own: &own, beside, beside_english, ..search::Hay::default() })?;
            Some((blade, fit))
        })
        .filter(|(blade, _)| passes(app, audits.as_deref(), &blade.code, query))
        .collect();
    let ranks: HashMap<&str, usize> = match &audits {
        Some(audits) => audits.ranked().enumerate().map(|(rank, audit)| (audit.code.as_str(), rank)).collect(),
        None => HashMap::new(),
    };
    // Sorting is stable: what is equal stays in the order of the edition.
    match query.sort {
        Sort::College => {}
        Sort::Nearest => {
            sorting::sort_by_key(&mut found, |(blade, fit)| (*fit, ranks.get(blade.code.as_str()).copied()))
        }
        Sort::Name => sorting::sort_by(&mut found, |(a, _), (b, _)| a.own.last().cmp(&b.own.last())),
        Sort::Credits => sorting::sort_by_cached_key(&mut found, |(blade, _)| {
            app.derived.with_program(&blade.code, |_, _, program| program.min_credits)
        }),
    }
    found.into_iter().map(|(blade, _)| blade.code.clone()).collect()
}

fn passes(app: AppState, audits: Option<&Audits>, code: &str, query: &ProgramQuery) -> bool {
    let by_catalog = app.derived.with_program(code, |_, _, program| {
        query.college.as_ref().is_none_or(|college| program.college == *college)
            && (!query.english || program.taught_in_english)
            && query.max_credits.is_none_or(|most| program.min_credits.tenths() <= most.saturating_mul(10))
    });
    // While the verdicts are being computed nothing is hidden for their sake.
    let by_verdict = audits.and_then(|audits| audits.program(code)).is_none_or(|audit| fits(audit, query));
    by_catalog.unwrap_or(false) && by_verdict
}

fn fits(audit: &ProgramAudit, query: &ProgramQuery) -> bool {
    let tone = tone(&audit.certificate.answer);
    let by_status = match query.status {
        StatusFilter::Any => true,
        StatusFilter::Met => tone == Tone::Met,
        StatusFilter::Coming => tone == Tone::Coming,
        StatusFilter::Near => near(audit),
        StatusFilter::Confirm => tone == Tone::Ask,
        StatusFilter::NotYet => tone == Tone::Left,
    };
    by_status && !(query.open_only && matches!(audit.certificate.answer, Answer::NotOpen(_)))
}
