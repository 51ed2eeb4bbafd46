//! The kinds of restriction that the facts have. Unknown keys are refused, so that no fact is overlooked.

use serde::Deserialize;

/// The kinds of the facts.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[allow(dead_code)] // `basis`, `except_categories`, names beside codes: read so that unknown keys are refused
pub enum Fact {
    NotForDepartments {
        departments: Vec<String>,
        open_to: Option<String>,
    },
    OnlyForDepartments {
        departments: Vec<String>,
    },
    UnlistedCoursesNeedPriorConfirmation,
    CategoryMinimumMustBeInPerson {
        categories: Vec<String>,
    },
    ExternalCourses {
        school: String,
        category: String,
        courses: Vec<String>,
    },
    MinCrossDomainCredits {
        min_credits: f64,
        applies_to_categories: Applies,
        basis: Option<String>,
        #[serde(rename = "for")]
        purpose: Option<String>,
        entry_years: Option<String>,
        source: Option<String>,
    },
    MinCreditsOutsideOwnDepartment {
        min_credits: f64,
        applies_to_categories: Option<Vec<String>>,
        #[serde(rename = "for")]
        purpose: Option<String>,
        entry_years: Option<String>,
    },
    MinCoursesOutsideOwnDepartment {
        n: u16,
        applies_to_categories: Option<Vec<String>>,
    },
    MinCoursesInCategories {
        categories: Vec<String>,
        min_courses: u16,
    },
    MinCoursesByRequirement {
        required_courses: u16,
        elective_courses: u16,
    },
    NoDuplicateSameNameAndContent,
    RemoteCoursesMarked {
        mark: String,
        by: String,
    },
    TrackChoice {
        tracks: Vec<String>,
        choose: u16,
    },
    RecommendedEnglishLevel {
        level: String,
    },
    BasicProgrammingCourse {
        min_courses: u16,
        from: String,
    },
    CollegeMustTake {
        colleges: Vec<String>,
        courses: Vec<String>,
        codes: Vec<String>,
    },
    DeptLimitedToTrack {
        department: String,
        track: String,
        except_categories: Vec<String>,
        #[serde(rename = "for")]
        purpose: Option<String>,
    },
    DeptSimilarCoursesNotCounted {
        department: String,
    },
    BasicFieldsFreeChoice {
        fields: Vec<String>,
        basic_courses: u16,
        credit_waiver_possible: bool,
    },
    DeptLimitedToCourses {
        department: String,
        category: String,
        allowed: Vec<String>,
        codes: Vec<String>,
        entry_years: Option<String>,
    },
    DeptExcludedCourses {
        department: String,
        category: String,
        excluded: Vec<String>,
        codes: Vec<String>,
        entry_years: Option<String>,
    },
    GraduateStudentsUndergradCreditsNotCountedForDegree,
    PreRegistrationWithStudyPlan,
    CapstonePrerequisite {
        min_credits: f64,
        from_categories: Vec<String>,
    },
    CapstoneForm {
        capstone: String,
        by_waiver_of: Vec<String>,
    },
    MutuallyExclusiveWith {
        program: String,
    },
    // Two that only the changes of 115 bring.
    CourseEquivalence {
        from: Vec<String>,
        to: String,
    },
    CapstoneDividedIntoTracks,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum Applies {
    Word(String),
    Categories(Vec<String>),
}
