//! Departments: one meaning for every name, one department for every group.

use std::collections::HashSet;

use super::Findings;
use crate::catalog::document::Department;
use crate::catalog::problem::ProblemKind;

pub(super) fn check(departments: &[Department], found: &mut Findings) {
    let (mut names, mut groups) = (HashSet::new(), HashSet::new());
    for (at, department) in departments.iter().enumerate() {
        let path = format!("departments[{at}]");
        found.text(&format!("{path}.name"), &department.name);
        let aliases = department.aliases.iter().enumerate();
        let places = aliases.map(|(at, alias)| (format!("{path}.aliases[{at}]"), alias));
        for (path, name) in std::iter::once((format!("{path}.name"), &department.name)).chain(places) {
            if !names.insert(name.as_str()) {
                found.add(&path, ProblemKind::DuplicateDepartment { name: name.clone() });
            }
        }
        for (key, list) in [("groups", &department.groups), ("classes", &department.classes)] {
            for (at, group) in list.iter().enumerate() {
                if !groups.insert(group.as_str()) {
                    found.add(&format!("{path}.{key}[{at}]"), ProblemKind::DuplicateGroup { name: group.clone() });
                }
            }
        }
    }
}
