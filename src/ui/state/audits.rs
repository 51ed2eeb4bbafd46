//! The verdicts: memos over the pure engine, recomputed when what the student entered or a file changes.

use kuayu::audit::{Decision, EvenIf, Prepared, Profile, ProgramAudit, rank};
use kuayu::catalog::curriculum::Curriculum;
use kuayu::catalog::document::{Edition, Program};
use kuayu::catalog::{Catalog, Curricula};
use kuayu::credits::Credits;
use kuayu::rules::Purpose;
use kuayu::saved::{Document, ticks};
use kuayu::transcript::Record;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

use super::{AppState, Files, FirstState, Load, Shared};
use crate::platform;
use crate::ui::route::Route;

/// All verdicts at one moment, with the records they speak of.
pub struct Audits {
    /// In the order of the edition.
    pub programs: Vec<Arc<ProgramAudit>>,
    /// Positions, nearest first.
    pub order: Vec<usize>,
    /// What was audited: positions in the verdicts point into this.
    pub records: Shared<Vec<Record>>,
    /// The prepared edition that produced these audits.
    by: Shared<Prepared>,
}

impl Audits {
    /// What the answer to one of the two questions about a program does not need.
    pub fn even_if(&self, audit: &ProgramAudit, purpose: Purpose) -> EvenIf {
        self.by.even_if(&self.records, audit, purpose)
    }

    /// The verdicts on these records; where another's are at hand, what has not changed is taken from them.
    fn of(by: Shared<Prepared>, records: Shared<Vec<Record>>, before: Option<&Audits>) -> Audits {
        let programs = match before.filter(|before| before.by == by) {
            Some(before) => by.audit_again(&records, &before.records, &before.programs),
            None => by.audit(&records).into_iter().map(Arc::new).collect(),
        };
        let order = rank(&programs);
        Audits { programs, order, records, by }
    }

    /// The audit of one program.
    pub fn program(&self, code: &str) -> Option<&Arc<ProgramAudit>> {
        self.programs.iter().find(|audit| audit.code == code)
    }

    /// The audits, nearest first.
    pub fn ranked(&self) -> impl Iterator<Item = &Arc<ProgramAudit>> {
        self.order.iter().filter_map(|at| self.programs.get(*at))
    }
}

/// Everything that is derived from the inputs.
#[derive(Clone, Copy)]
pub struct Derived {
    /// The student's records.
    pub records: Memo<Shared<Vec<Record>>>,
    /// How far each recorded course is.
    pub taken: Memo<Shared<ticks::Taken>>,
    /// The catalog, once it is here.
    pub catalog: Memo<Option<Shared<Catalog>>>,
    /// The student's own curriculum, where there is one.
    pub curriculum: Memo<Option<Shared<Curriculum>>>,
    /// The edition that judges: the one chosen, else that of this academic year. `None` until the catalog is here.
    pub edition_id: Memo<Option<String>>,
    /// Registered programs, each with the edition that judges it, whichever is chosen.
    pub registered: Memo<Vec<(String, String)>>,
    /// The edition prepared for this student, for questions about other records than those audited.
    pub prepared: Memo<Option<Shared<Prepared>>>,
    /// The verdicts, by the records and the active plan; `None` while a file they need is on its way.
    pub audits: Memo<Option<Shared<Audits>>>,
    /// Whether the catalog is here.
    pub here: Memo<bool>,
    /// Whether the verdicts have been there: from then on pages are shown, before it their skeletons. So the first
    /// thing shown of a page is all of it, and nothing moves when the rest arrives.
    pub settled: Memo<bool>,
}

impl Derived {
    /// Connects the memos, and asks for the curricula of the year that the profile names.
    pub fn start(front: FirstState, files: Files) -> Derived {
        let FirstState { saved, profile, route, today, .. } = front;
        let decisions = Memo::new(move |_| saved.with(|document| document.decisions.clone()));
        let list = Memo::new(move |_| saved.with(|document| document.records.clone()));
        // A memo of its own behind the comparison by value: settings and plans do not wake the engine.
        let records = Memo::new(move |_| Shared::new(list.get()));
        let taken = Memo::new(move |_| {
            let pass_mark = profile.with(Profile::pass_mark);
            Shared::new(ticks::Taken::new(&records.get(), pass_mark))
        });
        let catalog = Memo::new(move |_| files.catalog.with(|load| load.ready().cloned()));
        let curriculum = Memo::new(move |_| {
            let (group, catalog) = (
                profile.with(|profile| profile.group.clone().filter(|_| profile.degree.has_curricula()))?,
                catalog.get()?,
            );
            files.curricula.with(|(_, load)| load.ready()?.group(&group, &catalog)).map(Shared::new)
        });
        // Asking for a file is talking to the outside world.
        Effect::new(move |_| {
            let Some(year) = profile.with(|profile| profile.entry) else { return };
            if files.curricula.with_untracked(|(wanted, _)| *wanted != Some(year)) {
                files.load_curricula(year);
            }
        });
        let waiting = Memo::new(move |_| {
            let Profile { group, entry, .. } = profile.get();
            let on_its_way = |(wanted, load): &(Option<u16>, Load<Curricula>)| {
                *wanted != entry || matches!(load, Load::Idle | Load::Waiting)
            };
            group.is_some() && entry.is_some() && files.curricula.with(on_its_way)
        });
        let chosen = Memo::new(move |_| saved.with(|document| document.edition.clone()));
        let edition_id = Memo::new(move |_| {
            let catalog = catalog.get()?;
            let known = chosen.get().and_then(|id| catalog.edition(&id));
            known.or_else(|| catalog.edition_in(today.term().year)).map(|edition| edition.id.clone())
        });
        let registered = Memo::new(move |_| match catalog.get() {
            Some(catalog) => saved.with(|document| catalog.registered(&document.marks)),
            None => Vec::new(),
        });
        let prepared = Memo::new(move |_| {
            let catalog = catalog.get()?;
            if waiting.get() {
                return None;
            }
            let edition = edition(&catalog, edition_id.get().as_deref())?;
            let mixed = registered.with(|registered| {
                let others: Vec<_> = registered.iter().filter(|(_, id)| *id != edition.id).cloned().collect();
                (!others.is_empty()).then(|| catalog.with_registered(edition, &others))
            });
            let edition = mixed.as_ref().unwrap_or(edition);
            let curriculum = curriculum.get();
            let decisions: Vec<Decision> = decisions.get();
            let own = curriculum.as_deref();
            Some(Shared::new(profile.with(|profile| Prepared::new(&catalog, edition, own, profile, &decisions))))
        });
        // What the active plan adds stands behind the student's own records.
        let list = Memo::new(move |_| saved.with(Document::records_with_plan));
        let audited = Memo::new(move |_| Shared::new(list.get()));
        let audits = Memo::new(move |before: Option<&Option<Shared<Audits>>>| {
            let (by, records) = (prepared.get()?, audited.get());
            let before = before.and_then(Option::as_deref);
            Some(Shared::new(platform::clock::measured("kuayu audit", || Audits::of(by, records, before))))
        });
        let here = Memo::new(move |_| catalog.with(Option::is_some));
        let judged = RwSignal::new(false);
        // A newcomer's first page says nothing of any program: no phone works for what nobody sees.
        let unasked = Memo::new(move |_| saved.with(Document::is_empty) && route.with(|route| *route == Route::Home));
        // The first verdicts take a slow phone a good part of a second: made in pieces, so that it can paint and answer
        // between them. The memos keep what they have made.
        Effect::new(move |_| {
            if judged.get_untracked() || !here.get() || waiting.get() || unasked.get() {
                return;
            }
            spawn_local(async move {
                platform::breath().await;
                prepared.with_untracked(|_| ());
                platform::breath().await;
                audits.with_untracked(|_| ());
                platform::breath().await;
                judged.set(true);
            });
        });
        let settled = Memo::new(move |_| here.get() && judged.get());
        Derived { records, taken, catalog, curriculum, edition_id, registered, prepared, audits, here, settled }
    }
}

impl Derived {
    /// Looks at a program of the edition that judges it, now and whenever the catalog changes. `None` while there is no such program.
    pub fn with_program<R>(self, code: &str, look: impl FnOnce(&Catalog, &Edition, &Program) -> R) -> Option<R> {
        let catalog = self.catalog.get()?;
        let own = self.registered.with(|all| all.iter().find(|(known, _)| known == code).map(|(_, id)| id.clone()));
        let edition = edition(&catalog, own.or_else(|| self.edition_id.get()).as_deref())?;
        program(edition, code).map(|program| look(&catalog, edition, program))
    }
}

/// The edition with that id.
pub fn edition<'a>(catalog: &'a Catalog, id: Option<&str>) -> Option<&'a Edition> {
    catalog.edition(id?)
}

/// A program of an edition.
pub fn program<'a>(edition: &'a Edition, code: &str) -> Option<&'a Program> {
    edition.programs.iter().find(|program| program.code == code)
}

/// Name and credits of a course by its code, from the catalog or else from the list of all courses, once that is here.
pub fn known(app: AppState, code: &str) -> Option<(String, Option<Credits>)> {
    let listed = app.derived.catalog.with(|catalog| {
        let catalog = catalog.as_deref()?;
        let course = catalog.course(catalog.by_code(code)?)?;
        Some((course.name.clone(), course.credits))
    });
    listed.or_else(|| {
        app.files.courses.with(|load| {
            let course = load.ready()?.by_code(code)?;
            Some((course.name.clone(), Some(course.credits)))
        })
    })
}
