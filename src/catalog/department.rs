//! Departments, and the groups of students that belong to them.

use serde::{Deserialize, Serialize};

/// A department (系所), its spellings, and the groups of its curricula.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// The name programs and rules use (能源系).
    pub name: String,
    /// College (學院); absent when the facts do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub college: Option<String>,
    /// Other spellings of it (能源冷凍空調系).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Curriculum groups whose students are this department's students.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// Curriculum groups of interdisciplinary classes (學士班) tied to this department: whether a rule that names the
    /// department means their students too is to be confirmed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<String>,
    /// Units whose courses are this department's courses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<String>,
    /// Units so close to it (its graduate institutes, its college) that whether their courses are "outside the own
    /// department" is to be confirmed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related_units: Vec<String>,
}

/// Every curriculum group that a student can belong to, with its department and whether it is a class (學士班) of it, in
/// the order of the departments.
pub fn groups(departments: &[Department]) -> impl Iterator<Item = (&str, &Department, bool)> {
    departments.iter().flat_map(|department| {
        let own = department.groups.iter().map(move |group| (group.as_str(), department, false));
        own.chain(department.classes.iter().map(move |group| (group.as_str(), department, true)))
    })
}

/// The department that runs under that name or alias.
pub fn department<'d>(departments: &'d [Department], name: &str) -> Option<&'d Department> {
    let named = departments.iter().find(|department| department.name == name);
    named.or_else(|| departments.iter().find(|department| department.aliases.iter().any(|alias| alias == name)))
}

/// What a graduate student can belong to; see [`super::Catalog::graduate_units`].
pub fn graduate_units(departments: &[Department]) -> Vec<(&str, Option<&str>)> {
    let mut units: Vec<(&str, Option<&str>)> = Vec::new();
    for department in departments {
        let own = Some(&department.name).filter(|name| is_institute(name) || !department.groups.is_empty());
        let institutes = department.related_units.iter().filter(|unit| is_institute(unit));
        for unit in own.into_iter().chain(institutes) {
            if !units.iter().any(|(known, _)| known == unit) {
                units.push((unit, department.college.as_deref()));
            }
        }
    }
    units
}

/// A graduate institute (研究所), by its name.
fn is_institute(unit: &str) -> bool {
    unit.ends_with('所')
}
