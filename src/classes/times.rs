//! The hours of a week: seven days of fourteen periods, as a set.

use std::fmt;

/// The periods of a day in their order, as the course system writes them: N is the hour of noon, A to D are evening.
pub const PERIODS: [char; 14] = ['1', '2', '3', '4', 'N', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D'];

/// Weekdays, from Monday (1) to Sunday (7).
const DAYS: u8 = 7;

/// An hour of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hour {
    /// 1 is Monday, 7 Sunday.
    pub day: u8,
    /// Position in [`PERIODS`].
    pub period: u8,
}

impl Hour {
    /// The hour of a day (1 to 7) and a period as the course system writes it.
    pub fn new(day: u8, period: char) -> Option<Hour> {
        let at = PERIODS.iter().position(|known| *known == period)?;
        (1..=DAYS).contains(&day).then_some(Hour { day, period: at as u8 })
    }

    fn bit(self) -> u128 {
        1 << (u32::from(self.day.saturating_sub(1)) * PERIODS.len() as u32 + u32::from(self.period))
    }
}

/// When a period begins and ends (課程系統節次時間, the university's course system).
pub fn clock(period: u8) -> (&'static str, &'static str) {
    const CLOCK: [(&str, &str); PERIODS.len()] = [
        ("08:10", "09:00"),
        ("09:10", "10:00"),
        ("10:10", "11:00"),
        ("11:10", "12:00"),
        ("12:10", "13:00"),
        ("13:10", "14:00"),
        ("14:10", "15:00"),
        ("15:10", "16:00"),
        ("16:10", "17:00"),
        ("17:10", "18:00"),
        ("18:30", "19:20"),
        ("19:20", "20:10"),
        ("20:20", "21:10"),
        ("21:10", "22:00"),
    ];
    CLOCK.get(usize::from(period)).copied().unwrap_or_default()
}

/// A set of hours of the week. Written `1:34,3:5`: day, colon, periods.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Times(u128);

/// A part of a text that names no hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoTimes {
    /// No weekday from 1 to 7.
    Day(String),
    /// No period of the university's day.
    Period(char),
}

impl Times {
    /// Reads `1:34,3:5`; the empty text is no hour.
    pub fn parse(text: &str) -> Result<Times, NoTimes> {
        let mut times = Times::default();
        for part in text.split(',').filter(|part| !part.is_empty()) {
            let (day, periods) = part.split_once(':').unwrap_or((part, ""));
            let known = day.parse().ok().filter(|day| (1..=DAYS).contains(day)).filter(|_| !periods.is_empty());
            let day: u8 = known.ok_or_else(|| NoTimes::Day(part.to_owned()))?;
            for period in periods.chars() {
                times.insert(Hour::new(day, period).ok_or(NoTimes::Period(period))?);
            }
        }
        Ok(times)
    }

    /// Adds an hour.
    pub fn insert(&mut self, hour: Hour) {
        self.0 |= hour.bit();
    }

    /// Whether an hour is in it.
    pub fn has(self, hour: Hour) -> bool {
        self.0 & hour.bit() != 0
    }

    /// Whether there is no hour in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many hours are in it.
    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The hours of both.
    #[must_use]
    pub fn with(self, other: Times) -> Times {
        Times(self.0 | other.0)
    }

    /// The hours that both have.
    #[must_use]
    pub fn shared(self, other: Times) -> Times {
        Times(self.0 & other.0)
    }

    /// The hours that the other does not have.
    #[must_use]
    pub fn without(self, other: Times) -> Times {
        Times(self.0 & !other.0)
    }

    /// Whether both have an hour in common.
    pub fn meets(self, other: Times) -> bool {
        self.0 & other.0 != 0
    }

    /// The hours, Monday first.
    pub fn hours(self) -> impl Iterator<Item = Hour> {
        let all = (1..=DAYS).flat_map(|day| (0..PERIODS.len() as u8).map(move |period| Hour { day, period }));
        all.filter(move |hour| self.has(*hour))
    }

    /// The periods of each day that has any, Monday first.
    fn by_day(self) -> Vec<(u8, Vec<u8>)> {
        let mut days: Vec<(u8, Vec<u8>)> = Vec::new();
        for Hour { day, period } in self.hours() {
            match days.last_mut().filter(|(last, _)| *last == day) {
                Some((_, periods)) => periods.push(period),
                None => days.push((day, vec![period])),
            }
        }
        days
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (day, periods)) in self.by_day().iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            write!(f, "{comma}{day}:")?;
            for period in periods {
                write!(f, "{}", PERIODS.get(usize::from(*period)).copied().unwrap_or_default())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_as_it_was_written() {
        for text in ["", "1:34,3:5", "2:ABCD", "4:4N5", "7:1"] {
            assert_eq!(Times::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Times::parse("3:5,1:43").unwrap().to_string(), "1:34,3:5");
        for (text, fault) in [
            ("8:1", NoTimes::Day("8:1".to_owned())),
            ("一:1", NoTimes::Day("一:1".to_owned())),
            ("1", NoTimes::Day("1".to_owned())),
            ("1:", NoTimes::Day("1:".to_owned())),
            ("1:3X", NoTimes::Period('X')),
            ("1:0", NoTimes::Period('0')),
        ] {
            assert_eq!(Times::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn hours_meet_where_both_have_one() {
        let times = |text| Times::parse(text).unwrap();
        assert!(times("1:34").meets(times("1:45")));
        assert!(!times("1:34").meets(times("2:34,1:5")));
        assert_eq!(times("1:34").shared(times("1:45")), times("1:4"));
        assert_eq!(times("1:34").with(times("2:1")).without(times("1:3")), times("1:4,2:1"));
        assert_eq!((times("1:34,7:D").len(), times("").is_empty()), (3, true));
        assert_eq!(clock(4), ("12:10", "13:00"));
    }
}
