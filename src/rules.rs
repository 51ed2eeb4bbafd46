//! The kinds of restriction that programs have, one file a kind.
//!
//! To add a kind: write `rules/your_kind.rs` with a struct that says what the catalog writes ([`serde`]) and what it
//! does to an audit ([`Rule`]), its sentence in `i18n/restriction/your_kind.rs`, and name it once in `every_kind!` below.
//! The engine does not change: conditions are data. See docs/adding-a-rule.md.

#[cfg(feature = "cli")]
mod schema;

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::audit::{Ask, Draft, Scope};
use crate::catalog::document::Text;

/// What a kind of restriction does to an audit.
pub trait Rule {
    /// Takes courses out or makes them hang on facts. All restrictions narrow before any demands.
    fn narrow(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let _ = (draft, scope);
    }

    /// Adds conditions: demands, limits, facts to confirm, closures.
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let _ = (draft, scope);
    }

    /// Frees the student of conditions written so far, where facts do. Runs when all conditions are written.
    fn relax(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let _ = (draft, scope);
    }

    /// The course codes this restriction names, so that the catalog's check can find dangling ones.
    fn codes(&self) -> Vec<&str> {
        Vec::new()
    }

    /// The categories this restriction names.
    fn categories(&self) -> Vec<&str> {
        Vec::new()
    }

    /// The departments this restriction names.
    fn departments(&self) -> Vec<&str> {
        Vec::new()
    }

    /// On how many statements more the use of a course may hang by this rule.
    fn narrows(&self) -> usize {
        0
    }

    /// The question that it puts to people: its id, its text, and who can answer.
    fn question(&self) -> Option<(&str, &Text, Ask)> {
        None
    }
}

/// Which of the two questions a restriction belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// The certificate (微學程證書), and through it the requirement too.
    #[default]
    Certificate,
    /// Only the cross-domain graduation requirement (跨域畢業條件).
    CrossDomainRequirement,
}

/// Entry years (入學年度) that a restriction concerns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EntryYears {
    /// First year, ROC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u16>,
    /// Last year, ROC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<u16>,
}

impl EntryYears {
    /// Whether the restriction concerns students of that entry year.
    pub fn contains(self, year: u16) -> bool {
        self.from.is_none_or(|from| from <= year) && self.to.is_none_or(|to| year <= to)
    }
}

/// A restriction as the catalog writes it: `{"kind": "...", "for": "...", "entry": {...}, ...the kind's own keys}`.
#[derive(Clone, Debug, PartialEq)]
pub struct Restriction {
    /// The question it belongs to.
    pub purpose: Purpose,
    /// The entry years it concerns; `None` for all.
    pub entry: Option<EntryYears>,
    /// Where it comes from, when not from the program's own rules in the course system.
    pub source: Option<String>,
    /// It can be read as not standing: both readings are judged.
    pub doubt: Option<Question>,
    /// What it says.
    pub kind: Kind,
}

/// Something that only people can answer, put so that "yes" favours the student.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id. Within a program, questions of one id are one question and have one text.
    pub id: String,
    /// What is asked.
    pub text: Text,
    /// Who can answer.
    pub ask: Ask,
}

impl Restriction {
    /// The question that this restriction puts to people, of itself or by a doubt about it.
    pub fn questions(&self) -> impl Iterator<Item = (&str, &Text, Ask)> {
        self.kind
            .rule()
            .question()
            .into_iter()
            .chain(self.doubt.iter().map(|doubt| (doubt.id.as_str(), &doubt.text, doubt.ask)))
    }
}

/// Reads a restriction's own keys; one line a kind. Keys after a semicolon may be left out.
///
/// `never doubted` after them says that no answer hangs on the kind, so that nothing can be asked about it.
/// Deriving a reader for every kind would cost each phone forty kilobytes more.
macro_rules! read_keys {
    ($name:ident { $($key:ident),* $(; $($optional:ident),*)? } never doubted) => {
        read_keys!($name { $($key),* $(; $($optional),*)? } false);
    };
    ($name:ident { $($key:ident),* $(; $($optional:ident),*)? }) => {
        read_keys!($name { $($key),* $(; $($optional),*)? } true);
    };
    ($name:ident { $($key:ident),* $(; $($optional:ident),*)? } $doubted:literal) => {
        impl crate::rules::FromKeys for $name {
            const KEYS: &'static [&'static str] = &[$(stringify!($key),)* $($(stringify!($optional)),*)?];
            #[cfg(feature = "cli")]
            const REQUIRED: &'static [&'static str] = &[$(stringify!($key)),*];
            const CAN_BE_DOUBTED: bool = $doubted;

            fn from_keys(keys: &mut crate::rules::Keys) -> Result<$name, String> {
                let _ = &keys;
                Ok($name {
                    $($key: crate::rules::required(keys, stringify!($key))?,)*
                    $($($optional: crate::rules::optional(keys, stringify!($optional))?,)*)?
                })
            }
        }
    };
}

/// The keys of a restriction.
type Keys = serde_json::Map<String, serde_json::Value>;

/// What can be read from a restriction's own keys.
trait FromKeys: Sized {
    /// All keys it may have.
    const KEYS: &'static [&'static str];

    /// Those that it must have.
    #[cfg(feature = "cli")]
    const REQUIRED: &'static [&'static str];

    /// Whether an answer can hang on it, so that it makes a difference whether it stands.
    const CAN_BE_DOUBTED: bool;

    /// Takes its keys out.
    fn from_keys(keys: &mut Keys) -> Result<Self, String>;
}

fn optional<T: DeserializeOwned + Default>(keys: &mut Keys, key: &str) -> Result<T, String> {
    keys.remove(key).map_or(Ok(T::default()), |value| T::deserialize(value).map_err(|error| error.to_string()))
}

fn required<T: DeserializeOwned>(keys: &mut Keys, key: &str) -> Result<T, String> {
    let value = keys.remove(key).ok_or_else(|| format!("missing field `{key}`"))?;
    T::deserialize(value).map_err(|error| error.to_string())
}

/// Refuses unknown keys, in the words of the document's derived readers.
fn all_known(keys: &Keys, known: &[&str]) -> Result<(), String> {
    let Some(key) = keys.keys().find(|key| !known.contains(&key.as_str())) else { return Ok(()) };
    let known: Vec<String> = known.iter().map(|key| format!("`{key}`")).collect();
    Err(match known.as_slice() {
        [] => format!("unknown field `{key}`, there are no fields"),
        [only] => format!("unknown field `{key}`, expected {only}"),
        several => format!("unknown field `{key}`, expected one of {}", several.join(", ")),
    })
}

macro_rules! kinds {
    ($($module:ident :: $name:ident,)*) => {
        $(mod $module; pub use $module::$name;)*

        /// Every kind of restriction.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs)]
        pub enum Kind { $($name($name),)* }

        impl Kind {
            /// The names of all kinds, as the catalog writes them.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($module),)*];

            /// The kind's name, as the catalog writes it.
            pub fn name(&self) -> &'static str {
                match self { $(Kind::$name(_) => stringify!($module),)* }
            }

            /// Whether an answer can hang on it, so that it makes a difference whether it stands.
            pub fn can_be_doubted(&self) -> bool {
                match self { $(Kind::$name(_) => $name::CAN_BE_DOUBTED,)* }
            }

            /// The rule behind it.
            pub fn rule(&self) -> &dyn Rule {
                match self { $(Kind::$name(rule) => rule,)* }
            }

            fn read(name: &str, mut keys: Keys) -> Result<Kind, String> {
                match name {
                    $(stringify!($module) => {
                        all_known(&keys, $name::KEYS)?;
                        $name::from_keys(&mut keys).map(Kind::$name)
                    })*
                    _ => Err(format!(
                        "unknown kind of restriction `{name}`, expected one of {}", Kind::NAMES.join(", ")
                    )),
                }
            }

            /// The shape of each kind's own keys: its name, the keys that it must have, and what writes the rest.
            #[cfg(feature = "cli")]
            fn shapes() -> Vec<schema::Shape> {
                vec![$(schema::Shape {
                    name: stringify!($module),
                    required: $name::REQUIRED,
                    can_be_doubted: $name::CAN_BE_DOUBTED,
                    own: <$name as schemars::JsonSchema>::json_schema,
                },)*]
            }

            fn write(&self) -> Result<serde_json::Value, serde_json::Error> {
                match self { $(Kind::$name(rule) => serde_json::to_value(rule),)* }
            }
        }
    };
}

/// Hands every kind to a macro: the one place where a kind is registered.
macro_rules! every_kind {
    ($hand_to:ident) => {
        $hand_to! {
            not_open_to::NotOpenTo,
            only_open_to::OnlyOpenTo,
            min_cross_domain_credits::MinCrossDomainCredits,
            min_credits_outside_department::MinCreditsOutsideDepartment,
            min_courses_outside_department::MinCoursesOutsideDepartment,
            min_courses_in_categories::MinCoursesInCategories,
            min_credits_in_categories::MinCreditsInCategories,
            min_courses_total::MinCoursesTotal,
            min_courses_from::MinCoursesFrom,
            required_courses::RequiredCourses,
            college_must_take::CollegeMustTake,
            in_person_minimum::InPersonMinimum,
            one_required_one_elective::OneRequiredOneElective,
            single_track::SingleTrack,
            one_from_each_track::OneFromEachTrack,
            one_per_subclass::OnePerSubclass,
            category_minimum_in_doubt::CategoryMinimumInDoubt,
            department_limited_to_track::DepartmentLimitedToTrack,
            department_limited_to_courses::DepartmentLimitedToCourses,
            department_excluded_courses::DepartmentExcludedCourses,
            department_similar_courses_not_counted::DepartmentSimilarCoursesNotCounted,
            capstone_prerequisite::CapstonePrerequisite,
            accepts_unlisted::AcceptsUnlisted,
            max_credits_from::MaxCreditsFrom,
            same_name_once::SameNameOnce,
            equivalent_courses::EquivalentCourses,
            mutually_exclusive_with::MutuallyExclusiveWith,
            confirm::Confirm,
            notice::Notice,
        }
    };
}
pub(crate) use every_kind;

every_kind!(kinds);

impl<'de> Deserialize<'de> for Restriction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Restriction, D::Error> {
        let mut map = serde_json::Map::deserialize(deserializer)?;
        let mut take = |key: &str| map.remove(key);
        let name = match take("kind") {
            Some(serde_json::Value::String(name)) => name,
            _ => return Err(D::Error::missing_field("kind")),
        };
        let purpose = take("for").map(serde_json::from_value).transpose().map_err(D::Error::custom)?;
        let entry = take("entry").map(serde_json::from_value).transpose().map_err(D::Error::custom)?;
        let source = take("source").map(serde_json::from_value).transpose().map_err(D::Error::custom)?;
        let doubt = take("doubt").map(serde_json::from_value).transpose().map_err(D::Error::custom)?;
        let kind =
            Kind::read(&name, map).map_err(|error| D::Error::custom(format!("restriction `{name}`: {error}")))?;
        Ok(Restriction { purpose: purpose.unwrap_or_default(), entry, source, doubt, kind })
    }
}

impl Serialize for Restriction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::{Error as _, SerializeMap};
        let own = self.kind.write().map_err(S::Error::custom)?;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("kind", self.kind.name())?;
        for (key, value) in own.as_object().into_iter().flatten() {
            map.serialize_entry(key, value)?;
        }
        if self.purpose != Purpose::default() {
            map.serialize_entry("for", &self.purpose)?;
        }
        if let Some(entry) = &self.entry {
            map.serialize_entry("entry", entry)?;
        }
        if let Some(source) = &self.source {
            map.serialize_entry("source", source)?;
        }
        if let Some(doubt) = &self.doubt {
            map.serialize_entry("doubt", doubt)?;
        }
        map.end()
    }
}
