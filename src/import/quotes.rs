//! Cutting a table with quotation marks in it: they are followed where they pair up, and a mark without a partner costs
//! no more than its own line.

use super::line::{Line, Sheet, clean};
use super::{cells, table};

/// So many lines a cell may have; a mark that is open for longer has no partner.
const MOST_LINES: usize = 60;

/// Cuts a text at `delimiter`.
pub(super) fn split(text: &str, delimiter: u8) -> Sheet {
    let physical: Vec<&str> = text.split_inclusive('\n').collect();
    // This app's own tables are sound, whatever the student wrote into a cell.
    let own = physical.first().is_some_and(|line| table::is_our_header(&one(line, delimiter, 1)));
    let mut sheet = Sheet::default();
    // Lines whose marks pair up are cut together: from the first to the one under way.
    let (mut from, mut at) = (0, 0);
    while at < physical.len() {
        let rest = physical.get(at..).unwrap_or_default();
        if let Some(lines) = whole(rest, delimiter, own) {
            at += lines;
            continue;
        }
        follow(&mut sheet.lines, physical.get(from..at).unwrap_or_default(), from + 1, delimiter);
        let text = rest.first().copied().unwrap_or_default();
        sheet.stray.push((at + 1, text.trim_end().to_owned()));
        sheet.lines.push(one(text, delimiter, at + 1));
        at += 1;
        from = at;
    }
    follow(&mut sheet.lines, physical.get(from..).unwrap_or_default(), from + 1, delimiter);
    sheet
}

/// How many of the lines are the first record; `None` where a mark of it has no partner, or finds it only in another
/// row.
fn whole(lines: &[&str], delimiter: u8, own: bool) -> Option<usize> {
    #[derive(Clone, Copy, PartialEq)]
    enum At {
        Start,
        Bare,
        Quoted,
        Closed,
    }
    let mut at = At::Start;
    // A cell that begins without a mark and ends with one: the other half is elsewhere.
    let mut ends_alone = false;
    for (count, line) in lines.iter().take(if own { usize::MAX } else { MOST_LINES }).enumerate() {
        let mut swallowed = 0;
        let continued = at == At::Quoted;
        for (place, byte) in line.bytes().enumerate() {
            let before = at;
            let over = byte == delimiter || matches!(byte, b'\n' | b'\r');
            if over && at == At::Bare && ends_alone {
                return None;
            }
            ends_alone = at == At::Bare && byte == b'"' && cell_has_one_mark(line, place, delimiter);
            at = match (at, byte) {
                (At::Start, b'"') => At::Quoted,
                (At::Quoted, b'"') => At::Closed,
                (At::Quoted, _) => At::Quoted,
                (At::Closed, b'"') => At::Quoted,
                (_, b'\n' | b'\r') => At::Start,
                (_, byte) if byte == delimiter => At::Start,
                (At::Closed, _) => return None,
                (At::Start | At::Bare, _) => At::Bare,
            };
            if continued && swallowed == 0 && (before, at) == (At::Quoted, At::Closed) {
                swallowed = place;
            }
        }
        let inside = if swallowed > 0 { line.get(..swallowed) } else { Some(*line).filter(|_| at == At::Quoted) };
        if continued && !own && inside.is_some_and(|inside| is_row(inside, delimiter)) {
            return None;
        }
        if at == At::Bare && ends_alone {
            return None;
        }
        if at != At::Quoted {
            return Some(count + 1);
        }
    }
    None
}

/// Whether the mark at a place is the only one of its cell.
fn cell_has_one_mark(line: &str, place: usize, delimiter: u8) -> bool {
    let before = line.as_bytes().get(..place).unwrap_or_default().iter().rev();
    !before.take_while(|byte| **byte != delimiter).any(|byte| *byte == b'"')
}

/// Whether a text is a row of its own: it begins with a code, or with a class number and has several cells.
fn is_row(text: &str, delimiter: u8) -> bool {
    let mut parts = text.split(char::from(delimiter)).map(|cell| cell.trim().trim_matches('"'));
    let first = parts.next().unwrap_or_default();
    let more = parts.count();
    more > 0 && (cells::course_code(first).is_some() || cells::class_number(first).is_some() || more > 2)
}

/// One line, cut without regard to its marks; a mark around nothing is left out.
fn one(text: &str, delimiter: u8, no: usize) -> Line {
    let cell = |cell: &str| {
        let cell = clean(cell);
        let alone = cell.matches('"').count() % 2 == 1;
        if alone { clean(cell.trim_matches('"')) } else { cell }
    };
    Line { no, cells: text.trim_end().split(char::from(delimiter)).map(cell).collect(), ..Line::default() }
}

/// Cuts lines whose marks pair up; `first` is the number of the first.
fn follow(lines: &mut Vec<Line>, physical: &[&str], first: usize, delimiter: u8) {
    let text = physical.concat();
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let (mut counted_to, mut no) = (0, first);
    // Well-formed text does not make the reader give up.
    while let Ok(true) = reader.read_record(&mut record) {
        // The reader's position is that of the empty lines before the record.
        let start = record.position().map_or(0, |position| position.byte() as usize);
        let bytes = text.as_bytes();
        let blank = bytes.get(start..).unwrap_or_default().iter();
        let to = start + blank.take_while(|byte| matches!(**byte, b'\n' | b'\r')).count();
        let passed = bytes.get(counted_to..to).unwrap_or_default();
        no += passed.iter().filter(|byte| **byte == b'\n').count();
        counted_to = to;
        let cells: Vec<String> = record.iter().map(clean).collect();
        if cells.len() > 1 || cells.iter().any(|cell| !cell.is_empty()) {
            lines.push(Line { no, cells, ..Line::default() });
        }
    }
}
