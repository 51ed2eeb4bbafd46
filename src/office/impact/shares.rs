//! How many of a program's students are of which profile: to whom it is closed there is little to see.

use crate::audit::Profile;
use crate::catalog::Catalog;
use crate::catalog::document::Program;
use crate::rules::Kind;

/// For each profile its number of students, `students` in all: one of each to whom the program is closed by both catalogs,
/// the others alike. Where there are fewer students than profiles, the first profiles have one.
pub(super) fn shares(profiles: &[Profile], both: [(&Catalog, &Program); 2], students: usize) -> Vec<usize> {
    if students <= profiles.len() {
        return (0..profiles.len()).map(|at| usize::from(at < students)).collect();
    }
    let is_open = |profile: &Profile| both.iter().any(|(catalog, program)| !is_closed(catalog, program, profile));
    let mut open: Vec<bool> = profiles.iter().map(is_open).collect();
    if !open.contains(&true) {
        open.fill(true);
    }
    let many = open.iter().filter(|open| **open).count();
    let left = students - (profiles.len() - many);
    // What does not divide goes to the first ones.
    let mut more = left % many;
    let share = |open: bool| match open {
        false => 1,
        true if more > 0 => {
            more -= 1;
            left / many + 1
        }
        true => left / many,
    };
    open.into_iter().map(share).collect()
}

/// Whether a restriction plainly closes the program to the profile's group, as far as its department tells.
fn is_closed(catalog: &Catalog, program: &Program, profile: &Profile) -> bool {
    let Some(group) = &profile.group else { return false };
    let of = |(name, department, class): (&str, &crate::catalog::document::Department, bool)| {
        (name == group && !class).then(|| department.name.clone())
    };
    let Some(department) = catalog.groups().find_map(of) else { return false };
    program.restrictions.iter().filter(|one| one.doubt.is_none()).any(|one| match &one.kind {
        Kind::OnlyOpenTo(rule) => !rule.departments.contains(&department),
        Kind::NotOpenTo(rule) => rule.departments.contains(&department),
        _ => false,
    })
}
