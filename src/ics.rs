//! Calendar files (iCalendar, RFC 5545) of whole-day events.

use crate::day::Day;

/// An event of whole days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Unique and stable, so that importing again updates rather than doubles.
    pub id: String,
    /// First day.
    pub from: Day,
    /// Last day, included.
    pub to: Day,
    /// What.
    pub title: String,
    /// More about it.
    pub text: String,
}

/// The longest line in bytes, without its end.
const LINE: usize = 75;

/// Days from which on an event's end has an alarm of its own.
const LONG: i32 = 4;

/// The file. `stamp` is the day it was made.
pub fn write(events: &[Event], stamp: Day) -> String {
    let mut out = String::new();
    let compact = |day: Day| day.to_string().replace('-', "");
    let mut line = |text: &str| fold(&mut out, text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Kuayu//NONSGML//ZH");
    for event in events {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}@kuayu", event.id));
        line(&format!("DTSTAMP:{}T000000Z", compact(stamp)));
        line(&format!("DTSTART;VALUE=DATE:{}", compact(event.from)));
        // The end is the day after the last.
        line(&format!("DTEND;VALUE=DATE:{}", compact(event.to.plus(1))));
        line(&format!("SUMMARY:{}", escape(&event.title)));
        line(&format!("DESCRIPTION:{}", escape(&event.text)));
        // A later file with the same identity replaces the event.
        line(&format!("SEQUENCE:{}", stamp.number()));
        alarm(&mut line, &event.title, "TRIGGER:-PT15H");
        if event.from.until(event.to) >= LONG {
            alarm(&mut line, &event.title, "TRIGGER;RELATED=END:-P2DT15H");
        }
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    out
}

/// An alarm: at 9 on the day before the first, and on the second day before the last of a long one.
fn alarm(line: &mut impl FnMut(&str), title: &str, trigger: &str) {
    line("BEGIN:VALARM");
    line("ACTION:DISPLAY");
    line(&format!("DESCRIPTION:{}", escape(title)));
    line(trigger);
    line("END:VALARM");
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            _ => out.push(c),
        }
    }
    out
}

/// Long lines are broken between characters; a line that goes on begins with a space.
fn fold(out: &mut String, text: &str) {
    let mut length = 0;
    for c in text.chars() {
        if length + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_calendars_read() {
        let day = |text| Day::parse(text).unwrap();
        let event = Event {
            id: "apply-114-1".to_owned(),
            from: day("2025-12-01"),
            to: day("2026-01-11"),
            title: "申請微學程證書".to_owned(),
            text: format!("申請書, 歷年成績單\n{}", "很長".repeat(30)),
        };
        let text = write(&[event], day("2025-09-01"));
        assert!(text.contains("DTSTART;VALUE=DATE:20251201\r\nDTEND;VALUE=DATE:20260112\r\n"), "{text}");
        assert!(text.contains("申請書\\, 歷年成績單\\n"), "{text}");
        assert!(text.split("\r\n").all(|line| line.len() <= LINE), "{text}");
        assert_eq!(text.replace("\r\n ", "").matches("很長").count(), 30);
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        // The same event, made later on other days: the calendar replaces it.
        assert!(text.contains("UID:apply-114-1@kuayu\r\n") && text.contains("SEQUENCE:20332\r\n"), "{text}");
        for trigger in ["TRIGGER:-PT15H\r\n", "TRIGGER;RELATED=END:-P2DT15H\r\n"] {
            assert!(text.contains(trigger), "{trigger}");
        }
        assert_eq!(text.matches("BEGIN:VALARM").count(), text.matches("END:VALARM").count());
    }
}
