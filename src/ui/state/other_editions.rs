//! What the other editions of the catalog answer for this student: no source says which edition applies to whom, so
//! where they differ the student is told.

use kuayu::audit::{Answer, Detail, Prepared, ProgramAudit};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::mem::discriminant;

use super::{Derived, Shared};
use crate::platform;
use crate::ui::state::FirstState;

/// The audits by one other edition.
pub struct OtherEdition {
    /// Its id, for example `114-1`.
    pub id: String,
    audits: Vec<ProgramAudit>,
}

/// Which of the two answers another edition answers otherwise, and how.
#[derive(Clone, PartialEq)]
pub enum Otherwise {
    /// The certificate.
    Certificate(Answer),
    /// The cross-domain graduation requirement; the certificate is the same.
    Requirement(Answer),
}

impl OtherEdition {
    /// How it answers otherwise than the audit; `None` where it answers alike, or does not have the program.
    pub fn otherwise(&self, audit: &ProgramAudit) -> Option<Otherwise> {
        let other = self.audits.iter().find(|other| other.code == audit.code)?;
        let differs = |a: &Answer, b: &Answer| discriminant(a) != discriminant(b);
        if differs(&other.certificate.answer, &audit.certificate.answer) {
            return Some(Otherwise::Certificate(other.certificate.answer.clone()));
        }
        let differs = differs(&other.cross_domain.answer, &audit.cross_domain.answer);
        differs.then(|| Otherwise::Requirement(other.cross_domain.answer.clone()))
    }
}

/// The other editions' audits, made once the page stands and the browser has painted it. Empty before that.
pub fn start(front: FirstState, derived: Derived) -> Memo<Shared<Vec<OtherEdition>>> {
    let ready = RwSignal::new(false);
    Effect::new(move |_| {
        if derived.settled.get() && !ready.get_untracked() {
            spawn_local(async move {
                platform::breath().await;
                ready.set(true);
            });
        }
    });
    let decisions = Memo::new(move |_| front.saved.with(|document| document.decisions.clone()));
    let prepared = Memo::new(move |_| {
        let catalog = derived.catalog.get().filter(|_| ready.get())?;
        let present = derived.edition_id.get()?;
        let (curriculum, decisions) = (derived.curriculum.get(), decisions.get());
        // Where a registered program goes by another edition, the chosen one is another, too.
        let several = derived.registered.with(|all| all.iter().any(|(_, id)| *id != present));
        let others = catalog.editions().iter().filter(|edition| several || edition.id != present);
        let prepare = |edition| {
            let own = curriculum.as_deref();
            front.profile.with(|profile| Prepared::new(&catalog, edition, own, profile, &decisions))
        };
        Some(Shared::new(others.map(|edition| (edition.id.clone(), prepare(edition))).collect::<Vec<_>>()))
    });
    Memo::new(move |_| {
        let records = derived.audits.get().map(|audits| audits.records.clone());
        let by = prepared.get();
        let by = by.iter().flat_map(|by| by.iter());
        let audits = by.zip(std::iter::repeat(records)).filter_map(|((id, prepared), records)| {
            Some(OtherEdition { id: id.clone(), audits: prepared.audit_in(&records?, Detail::Answers) })
        });
        Shared::new(audits.collect())
    })
}
