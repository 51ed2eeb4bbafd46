//! What students are judged by: the catalog, and the files beside it.

use std::ops::RangeInclusive;

use crate::audit::{Degree, Profile};
use crate::catalog::{Catalog, Curricula};
use crate::classes::Classes;
use crate::i18n::Lang;
use crate::import::{ClassFound, Import, merge};
use crate::regulation::CROSS_DOMAIN_FROM_ENTRY;
use crate::term::Term;
use crate::transcript::Record;

/// The entry years of which there may be curricula: those that the requirement concerns, up to this one.
pub fn entry_years(today: Term) -> RangeInclusive<u16> {
    CROSS_DOMAIN_FROM_ENTRY..=today.year
}

/// The catalog and the files beside it, wherever they come from.
pub trait Library {
    /// The catalog.
    fn catalog(&self) -> &Catalog;

    /// The curricula of an entry year; `None` where the data do not have them.
    ///
    /// # Errors
    ///
    /// What is wrong with the file, in words.
    fn curricula(&self, entry: u16) -> Result<Option<Curricula>, String>;

    /// The classes of a semester; `None` where there is no file of them that can be read.
    fn classes(&self, term: Term) -> Option<Classes>;

    /// The semester of the day that is taken for today.
    fn today(&self) -> Term;

    /// The language of what is told.
    fn lang(&self) -> Lang;

    /// Compares what was read with the catalog, when its links have become courses.
    fn compare(&self, import: &mut Import) {
        let classes: Vec<(Term, Option<Classes>)> =
            import.linked_terms().into_iter().map(|term| (term, self.classes(term))).collect();
        import.place_classes(self.today(), Some(self.catalog()), &|term, number| {
            let known = classes.iter().find(|(of, _)| *of == term).and_then(|(_, classes)| classes.as_ref());
            let course = |classes: &Classes| classes.course_of(number).map(|code| ClassFound::Course(code.to_owned()));
            Some(known.map_or(ClassFound::NotHere, |classes| course(classes).unwrap_or(ClassFound::Unknown)))
        });
        import.compare_with(self.catalog());
    }

    /// The records with those of one more source; what the source says of the student completes the profile.
    fn add(&self, profile: &mut Profile, records: &[Record], import: &Import) -> Vec<Record> {
        self.complete(profile, import);
        merge(records, &import.records(), profile.pass_mark()).records
    }

    /// Takes from a source what the profile does not say.
    fn complete(&self, profile: &mut Profile, import: &Import) {
        let Some(said) = &import.profile else { return };
        if profile.entry.is_none() && said.entry.is_some() {
            profile.entry = said.entry;
        }
        if profile.group.is_none()
            && let Some(group) = said.group.as_ref().and_then(|name| only_group(self.catalog(), profile.degree, name))
        {
            profile.group = Some(group);
        }
    }
}

/// The one group that somebody means by a name.
fn only_group(catalog: &Catalog, degree: Degree, name: &str) -> Option<String> {
    match degree.groups_named(catalog, name).as_slice() {
        [group] => Some((*group).to_owned()),
        _ => None,
    }
}
