//! The student as the rules see them: departments, college, and the standing of a course in their own curriculum.

mod profile;
mod standing;

use super::fact::Fact;
use crate::catalog::curriculum::Curriculum;
use crate::catalog::document::{Course, Department};
use crate::catalog::{CourseFacts, department, groups};
use crate::degree::Degree;
use crate::regulation;

pub use profile::Profile;
pub use standing::{Asked, Standing, standing};

/// A student's relation to a department that a rule names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Membership {
    /// The department's student.
    Member,
    /// A student of a class (學士班) tied to it, or of an institute that stands at it: to be confirmed.
    Class,
    /// Not of this department.
    Stranger,
    /// The group is not known.
    Unknown,
}

/// The student, prepared for questions.
pub struct Student<'a> {
    catalog: &'a dyn CourseFacts,
    /// What they said.
    pub profile: &'a Profile,
    curriculum: Option<&'a Curriculum>,
    member_of: Option<&'a Department>,
    class_of: Option<&'a Department>,
    /// The departments at which a graduate student's institute stands.
    institute_of: Vec<&'a Department>,
}

impl<'a> Student<'a> {
    /// `curriculum` is that of the profile's group and entry year, where the data have it. It says nothing of evening
    /// and graduate students, who have others.
    pub fn new(catalog: &'a dyn CourseFacts, profile: &'a Profile, curriculum: Option<&'a Curriculum>) -> Student<'a> {
        let group = profile.group.as_deref();
        let of = |class: bool| {
            groups(catalog.departments())
                .find(|(name, _, c)| Some(*name) == group && *c == class)
                .map(|(_, department, _)| department)
        };
        let curriculum = curriculum.filter(|_| profile.degree.has_curricula());
        let graduate = group.filter(|_| profile.degree == Degree::Graduate);
        let member_of = of(false).or_else(|| department(catalog.departments(), graduate?));
        let stands_at = |d: &&Department| graduate.is_some_and(|unit| d.related_units.iter().any(|own| own == unit));
        let institute_of = catalog.departments().iter().filter(stands_at).collect();
        Student { catalog, profile, curriculum, member_of, class_of: of(true), institute_of }
    }

    /// The relation to a department, by the name a rule uses.
    pub fn membership(&self, department: &str) -> Membership {
        let names = |d: &&Department| d.name == department || d.aliases.iter().any(|alias| alias == department);
        if self.profile.group.is_none() {
            Membership::Unknown
        } else if self.member_of.as_ref().is_some_and(&names) {
            Membership::Member
        } else if self.class_of.as_ref().is_some_and(&names) || self.institute_of.iter().any(names) {
            Membership::Class
        } else {
            Membership::Stranger
        }
    }

    /// The student's college; outer `None` while the group is not known, inner `None` where the facts do not say.
    pub fn college(&self) -> Option<Option<&'a str>> {
        self.profile.group.as_ref()?;
        let department = self.member_of.or(self.class_of).or(self.institute_of.first().copied());
        Some(department.and_then(|d| d.college.as_deref()))
    }

    /// Whether a unit's courses are from outside the student's own department: `None` when to be confirmed.
    pub fn outside(&self, unit: Option<&str>) -> Option<bool> {
        let unit = unit?;
        let group = self.profile.group.as_deref()?;
        if self.profile.degree == Degree::Graduate && group == unit {
            return Some(false);
        }
        let near = |d: &&Department| d.units.iter().chain(&d.related_units).any(|own| own == unit);
        if self.institute_of.iter().any(near) {
            return None;
        }
        let Some(department) = self.member_of.or(self.class_of) else { return Some(true) };
        if department.related_units.iter().any(|u| u == unit) {
            return None;
        }
        let own = department.units.iter().any(|u| u == unit);
        match (own, self.member_of.is_some()) {
            (true, true) => Some(false),
            (true, false) => None,
            (false, _) => Some(true),
        }
    }

    /// Whether that unit is the student's own department or class (學士班), the department tied to the class, or one at
    /// which a class for special students (專班) stands. A department's institutes and its college are other units.
    pub fn offers(&self, unit: Option<&str>) -> bool {
        let (Some(unit), Some(department)) = (unit, self.member_of.or(self.class_of)) else { return false };
        // A class's groups are called 電資學士班【電機工程系】, and its courses are 電資學士班's.
        let class = self.profile.group.as_deref().filter(|_| self.member_of.is_none());
        let class = class.and_then(|group| group.split('【').next());
        // A class for special students has no teachers of its own: the units that it stands at hold its courses.
        let hosted = department.groups.iter().any(|group| group.contains(regulation::SPECIAL_CLASS));
        let at_host = hosted && department.related_units.iter().any(|host| host == unit);
        class == Some(unit) || at_host || department.units.iter().any(|own| own == unit)
    }

    /// The fact without which nothing can be said of cross-domain standing, if one is missing.
    pub fn missing_ground(&self) -> Option<Fact> {
        match (&self.profile.group, self.profile.entry, self.curriculum) {
            (None, ..) => Some(Fact::Group),
            (_, None, _) => Some(Fact::EntryYear),
            (_, _, None) => Some(Fact::Curriculum),
            _ => None,
        }
    }

    /// Whether a course of the catalog is a cross-domain professional course for this student. `name` is its normalised
    /// name.
    ///
    /// Rule (see [`crate::regulation`]): not a professional course of the own department or class; same code or same
    /// name is the same course. The own curriculum for the entry year says no. What else may be the department's own is
    /// for the department to say.
    pub fn standing(&self, course: &Course, name: &str) -> Standing {
        let (code, own_unit) = (course.code.as_deref(), self.offers(self.catalog.offered_by(course)));
        self.judge(Asked { code, name, common: course.common, own_unit })
    }

    /// The same of a course of which so much is known.
    pub fn judge(&self, course: Asked<'_>) -> Standing {
        standing(self.curriculum.filter(|_| self.missing_ground().is_none()), course)
    }
}

impl<'a> Student<'a> {
    /// The professional course of the own curriculum whose name is nearly that normalised name.
    pub fn near_name(&self, normalised: &str) -> Option<&'a str> {
        self.curriculum?.near_name(normalised).map(|row| row.name.as_str())
    }
}
