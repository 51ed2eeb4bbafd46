//! Semesters (學期) of the university's calendar.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A semester: academic year (ROC, for example 114) and its part. 114-1 is autumn 2025; summer (暑修) comes after 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// Academic year (學年度), ROC count.
    pub year: u16,
    /// Which part of the year.
    pub part: Part,
}

/// The parts of an academic year, in the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// First semester (上學期), from August or September.
    First,
    /// Second semester (下學期), from February.
    Second,
    /// Summer session (暑期), July and August.
    Summer,
}

/// Academic years that a term can be of.
const YEARS: std::ops::RangeInclusive<u16> = 80..=199;

impl Term {
    /// A term from year and part number (1, 2; 3 is summer).
    pub fn new(year: u16, part: u8) -> Option<Term> {
        let part = match part {
            1 => Part::First,
            2 => Part::Second,
            3 => Part::Summer,
            _ => return None,
        };
        YEARS.contains(&year).then_some(Term { year, part })
    }

    /// Reads `114-1`, `1141`, `114/2`, `114 2`, `114-暑`, `114上` (ASCII digits).
    pub fn parse(text: &str) -> Option<Term> {
        let text = text.trim();
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let rest = text.get(digits.len()..)?;
        let (year, part) = match (digits.len(), rest.trim_matches(['-', '/', ' ', '_', '學', '年', '期', '度', '第']))
        {
            (4, "") => (digits.get(..3)?, digits.get(3..)?),
            (2 | 3, part) => (digits.as_str(), part),
            _ => return None,
        };
        let part = match part {
            "1" | "上" | "一" => 1,
            "2" | "下" | "二" => 2,
            "3" | "暑" | "暑期" | "暑修" | "S" | "s" => 3,
            _ => return None,
        };
        Term::new(year.parse().ok()?, part)
    }

    /// The next regular semester (summer is skipped).
    pub fn next(self) -> Term {
        match self.part {
            Part::First => Term { part: Part::Second, ..self },
            Part::Second | Part::Summer => Term { year: self.year.saturating_add(1), part: Part::First },
        }
    }

    /// The regular semester before this one (of a summer: its year's second semester).
    pub fn previous(self) -> Term {
        match self.part {
            Part::First => Term { year: self.year.saturating_sub(1), part: Part::Second },
            Part::Second => Term { part: Part::First, ..self },
            Part::Summer => Term { part: Part::Second, ..self },
        }
    }

    /// The term that a day falls into: August to January is the first semester, February to July the second.
    /// `year` is the Gregorian year, `month` 1 to 12. Of a day in a year that has no term, as clocks that are wrong
    /// show it, the nearest.
    pub fn of_date(year: u16, month: u8) -> Term {
        let roc = year.saturating_sub(1911);
        let (year, part) = match month {
            8..=12 => (roc, Part::First),
            1 => (roc.saturating_sub(1), Part::First),
            _ => (roc.saturating_sub(1), Part::Second),
        };
        Term { year: year.clamp(*YEARS.start(), *YEARS.end()), part }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = match self.part {
            Part::First => "1",
            Part::Second => "2",
            Part::Summer => "暑",
        };
        write!(f, "{}-{part}", self.year)
    }
}

impl Serialize for Term {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Term {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Term, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Term::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is no term (for example 114-1)")))
    }
}

#[cfg(feature = "cli")]
impl schemars::JsonSchema for Term {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Term".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A term: academic year and its part, for example 114-1, 114-2, 114-暑.",
            "type": "string",
            "pattern": "^\\d{2,3}-([12]|暑)$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        for text in ["114-1", "1141", "114/1", " 114 1 ", "114上", "114學年度第1學期"] {
            assert_eq!(Term::parse(text), Term::new(114, 1), "{text}");
        }
        assert_eq!(Term::parse("113-暑").unwrap().to_string(), "113-暑");
        for bad in ["", "114", "114-4", "11-", "2025-1", "1145"] {
            assert_eq!(Term::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn walks_the_calendar() {
        let autumn = Term::new(114, 1).unwrap();
        assert_eq!(autumn.next().next().to_string(), "115-1");
        assert_eq!(autumn.previous().to_string(), "113-2");
        assert_eq!(Term::of_date(2025, 9), autumn);
        assert_eq!(Term::of_date(2026, 1), autumn);
        assert_eq!(Term::of_date(2026, 3), autumn.next());
        // Clocks that are wrong.
        assert_eq!(Term::of_date(0, 1).to_string(), "80-1");
        assert_eq!(Term::of_date(1970, 1).previous().to_string(), "79-2");
        assert_eq!(Term::of_date(9999, 12).to_string(), "199-1");
    }
}
