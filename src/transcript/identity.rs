//! When two courses are the same course. The one place that says so; only the engine, which counts names once within a
//! program and tells what is uncertain about it, looks closer (`audit::records`).
//!
//! Source: the course system gives each course one code; the university counts courses of one name once.

use crate::names::normalise;

/// What tells which course something is: its code, where it has one, and its name.
#[derive(Clone, Copy, Debug)]
pub struct Identity<'a> {
    code: Option<&'a str>,
    name: &'a str,
}

impl<'a> Identity<'a> {
    /// Of a code (seven or eight characters, upper case) and a name as printed.
    pub fn new(code: &'a Option<String>, name: &'a str) -> Identity<'a> {
        Identity { code: code.as_deref(), name }
    }

    /// The same course of the course system: by code; by name where one of them has no code. Nothing is the same as what
    /// has neither.
    pub fn is(self, other: Identity<'_>) -> bool {
        match (self.code, other.code) {
            (Some(code), Some(other)) => code == other,
            _ => self.has_name_of(other),
        }
    }

    /// Both together count once: the same code, or the same name under whatever code.
    pub fn counts_once_with(self, other: Identity<'_>) -> bool {
        (self.code.is_some() && self.code == other.code) || self.has_name_of(other)
    }

    /// A text that is equal for all that [`is`](Identity::is) the same and has a code, or has none: the code, or the
    /// name as compared behind `=`, which no code has.
    pub fn key(self) -> String {
        match self.code {
            Some(code) => code.to_owned(),
            None => format!("={}", normalise(self.name)),
        }
    }

    fn has_name_of(self, other: Identity<'_>) -> bool {
        let name = normalise(self.name);
        !name.is_empty() && name == normalise(other.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_code_then_by_name() {
        let code = |code: &str| Some(code.to_owned());
        let (a, b, none) = (code("3901001"), code("3901002"), None);
        let of = |code, name| Identity::new(code, name);
        assert!(of(&a, "工程數學").is(of(&a, "工數")));
        assert!(!of(&a, "工程數學").is(of(&b, "工程數學")));
        assert!(of(&a, "工程數學").counts_once_with(of(&b, "工程數學")));
        assert!(of(&none, "工程數學（一）").is(of(&b, "工程數學(一)")));
        assert!(!of(&none, "").is(of(&none, "")));
        assert_eq!(of(&none, "工程數學（一）").key(), of(&none, "工程數學(一)").key());
    }
}
