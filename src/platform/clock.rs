//! Today, from the device's clock. The domain is told the day; it never asks.

use kuayu::term::Term;

/// A day of the Gregorian calendar, in the device's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Today {
    /// Year, for example 2025.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

/// The day it is.
pub fn today() -> Today {
    let now = js_sys::Date::new_0();
    Today { year: now.get_full_year() as u16, month: now.get_month() as u8 + 1, day: now.get_date() as u8 }
}

/// Does the work and notes in the browser's own timeline how long it took, for its developer tools and for whoever
/// measures the app. The last time stands there under this name.
pub fn measured<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let Some(performance) = super::window().and_then(|window| window.performance()) else { return work() };
    performance.clear_marks_with_mark_name(name);
    performance.clear_measures_with_measure_name(name);
    let _ = performance.mark(name);
    let done = work();
    let _ = performance.measure_with_start_mark(name, name);
    done
}

/// Milliseconds since some moment, to tell how long something takes.
pub fn now() -> f64 {
    super::window().and_then(|window| window.performance()).map(|clock| clock.now()).unwrap_or_default()
}

/// A number that no other tab is likely to make up, to tell new things apart.
pub fn random() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}

impl Today {
    /// The term that the day falls into.
    pub fn term(self) -> Term {
        Term::of_date(self.year, self.month)
    }

    /// `2025-09-15`: sorts and compares as dates do.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
