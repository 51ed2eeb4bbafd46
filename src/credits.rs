//! Credits (學分), exact to a tenth.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A number of credits, held as whole tenths so that sums are exact (the university has half-credit courses).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Credits(u16);

impl Credits {
    /// No credits.
    pub const ZERO: Credits = Credits(0);

    /// `n` whole credits.
    pub const fn whole(n: u16) -> Credits {
        Credits(n.saturating_mul(10))
    }

    /// `n` tenths of a credit.
    pub const fn from_tenths(n: u16) -> Credits {
        Credits(n)
    }

    /// The value in tenths of a credit.
    pub const fn tenths(self) -> u16 {
        self.0
    }

    /// From a number such as `3`, `3.0` or `0.5`; `None` when it is negative, not a number, finer than a tenth or
    /// larger than 999.
    pub fn from_f64(value: f64) -> Option<Credits> {
        let tenths = (value * 10.0).round();
        ((0.0..=9990.0).contains(&tenths) && (value * 10.0 - tenths).abs() < 1e-6).then_some(Credits(tenths as u16))
    }

    /// Reads `3`, `3.0`, `0.5` (ASCII digits; the caller has folded full-width ones).
    pub fn parse(text: &str) -> Option<Credits> {
        let text = text.trim();
        if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            return None;
        }
        text.parse().ok().and_then(Credits::from_f64)
    }

    /// `self - other`, never below zero.
    pub const fn saturating_sub(self, other: Credits) -> Credits {
        Credits(self.0.saturating_sub(other.0))
    }
}

impl Add for Credits {
    type Output = Credits;
    fn add(self, other: Credits) -> Credits {
        Credits(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Credits {
    fn add_assign(&mut self, other: Credits) {
        *self = *self + other;
    }
}

impl Sum for Credits {
    fn sum<I: Iterator<Item = Credits>>(iter: I) -> Credits {
        iter.fold(Credits::ZERO, Add::add)
    }
}

/// `3`, `0.5`: no trailing zero.
impl fmt::Display for Credits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 10 {
            0 => write!(f, "{}", self.0 / 10),
            tenth => write!(f, "{}.{tenth}", self.0 / 10),
        }
    }
}

impl Serialize for Credits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 % 10 {
            0 => serializer.serialize_u16(self.0 / 10),
            _ => serializer.serialize_f64(f64::from(self.0) / 10.0),
        }
    }
}

impl<'de> Deserialize<'de> for Credits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Credits, D::Error> {
        let value = f64::deserialize(deserializer)?;
        Credits::from_f64(value)
            .ok_or_else(|| serde::de::Error::custom("credits must be between 0 and 999, in tenths at the finest"))
    }
}

#[cfg(feature = "cli")]
impl schemars::JsonSchema for Credits {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Credits".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Credits, in tenths at the finest.",
            "type": "number",
            "minimum": 0,
            "maximum": 999,
            "multipleOf": 0.1,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints() {
        for (text, printed) in [("3.0", "3"), ("3", "3"), ("0.5", "0.5"), ("10", "10")] {
            assert_eq!(Credits::parse(text).unwrap().to_string(), printed);
        }
        for bad in ["", "-1", "3#", "0.25", "1e3", "nan"] {
            assert_eq!(Credits::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn json_has_no_needless_decimals() {
        assert_eq!(serde_json::to_string(&[Credits::whole(3), Credits::from_tenths(5)]).unwrap(), "[3,0.5]");
    }
}
