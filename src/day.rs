//! Days of the Gregorian calendar, counted: enough to find the weeks of a semester.

use std::fmt;

/// A day, as days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// From year, month (1 to 12) and day of the month; `None` when there is no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Day> {
        let found = Day(days_from_civil(year, month.into(), day.into()));
        (found.civil() == (year, month, day)).then_some(found)
    }

    /// Reads `2025-09-08`.
    pub fn parse(text: &str) -> Option<Day> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 {
            return None;
        }
        Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// That many days later.
    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }

    /// Days since 1970-01-01.
    pub fn number(self) -> i32 {
        self.0
    }

    /// Whether it is a Monday.
    pub fn is_monday(self) -> bool {
        // 1970-01-05 was one.
        (self.0 - 4).rem_euclid(7) == 0
    }

    /// Whole days from this day to the other.
    pub fn until(self, other: Day) -> i32 {
        other.0.saturating_sub(self.0)
    }

    /// First (Monday) and last day (Sunday) of weeks `from` to `to` of a semester whose first week has this Monday.
    pub fn weeks(self, from: u8, to: u8) -> (Day, Day) {
        (self.plus(7 * (i32::from(from) - 1)), self.plus(7 * i32::from(to) - 1))
    }

    /// Year, month, day of the month.
    pub fn civil(self) -> (i32, u8, u8) {
        // Counted in eras of 400 years that begin on 1 March, so that the leap day comes last.
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let of_era = z.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        (year_of_era + era * 400 + i32::from(month <= 2), month as u8, day as u8)
    }
}

fn days_from_civil(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year - 719_468
}

/// Years in which this app can be used at all: before them there was none, after them nobody here studies any more. A
/// device's date outside them is wrong.
const YEARS: std::ops::RangeInclusive<i32> = 2025..=2099;

/// Whether a device's date (`2025-09-08`) can be right.
pub fn is_plausible(today: &str) -> bool {
    Day::parse(today).is_some_and(|day| YEARS.contains(&day.civil().0))
}

/// Data of one day are old on another when more than a year lies between. Days that cannot be read are not.
pub fn is_old(as_of: &str, today: &str) -> bool {
    Day::parse(as_of).zip(Day::parse(today)).is_some_and(|(then, now)| then.until(now) > 366)
}

/// `2025-09-08`
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes() {
        for text in ["1970-01-01", "2024-02-29", "2025-09-08", "2000-12-31", "2100-03-01"] {
            assert_eq!(Day::parse(text).unwrap().to_string(), text);
        }
        for bad in ["2025-02-29", "2025-13-01", "2025-9", "25-09-08", "x", "2025-09-08-1", "2100-02-29"] {
            assert_eq!(Day::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn clocks_that_are_wrong() {
        for (day, plausible) in
            [("2025-09-15", true), ("1970-01-01", false), ("9999-12-31", false), ("12025-01-01", false)]
        {
            assert_eq!(is_plausible(day), plausible, "{day}");
        }
    }

    #[test]
    fn counts() {
        let start = Day::parse("2025-09-08").unwrap();
        let (from, to) = start.weeks(13, 18);
        assert_eq!((from.to_string().as_str(), to.to_string().as_str()), ("2025-12-01", "2026-01-11"));
        assert_eq!(start.until(to), 125);
        assert!(start.is_monday() && !start.plus(2).is_monday() && start.plus(-7).is_monday());
    }
}
