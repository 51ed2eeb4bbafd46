//! Which edition judges a program that the student has registered: that of the academic year of the registration. No
//! source says so; whoever shows it says that it is to be confirmed.

use super::Catalog;
use super::document::Edition;
use crate::saved::{Mark, Step};

impl Catalog {
    /// Each registered program that the edition of its registration's year judges, with that edition's id. Programs
    /// registered in a year of which there is no edition are not among them.
    pub fn registered(&self, marks: &[Mark]) -> Vec<(String, String)> {
        let registered = marks.iter().filter(|mark| mark.step == Step::Registered);
        let of = |mark: &Mark| {
            let mut editions = self.editions().iter().filter(|edition| edition.year == mark.term.year);
            let edition = editions.find(|edition| edition.program(&mark.program).is_some())?;
            Some((mark.program.clone(), edition.id.clone()))
        };
        registered.filter_map(of).collect()
    }

    /// An edition in which those programs stand as the editions named beside them say.
    pub fn with_registered(&self, edition: &Edition, registered: &[(String, String)]) -> Edition {
        let mut mixed = edition.clone();
        for (code, id) in registered {
            let Some(program) = self.edition(id).and_then(|edition| edition.program(code)) else { continue };
            match mixed.programs.iter_mut().find(|known| known.code == *code) {
                Some(known) => *known = program.clone(),
                None => mixed.programs.push(program.clone()),
            }
        }
        mixed
    }
}
