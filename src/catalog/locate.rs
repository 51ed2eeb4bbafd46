//! Where in a JSON text a value stands, by its path.
//!
//! This is a scanner, not a parser: it takes for granted that the text is JSON (serde has read it). On anything else
//! it finds nothing, or a place near the fault; it never fails.

use super::problem::Position;

/// The position of the value at `path`, for example `editions[0].programs[3].code`. Where the path's last steps do not
/// exist, the position of the innermost value that does. The empty path is the whole document. With a `word`, the
/// position of that string inside the value.
pub fn locate(text: &str, path: &str, word: Option<&str>) -> Option<Position> {
    let mut scanner = Scanner { bytes: text.as_bytes(), at: 0 };
    scanner.space();
    let mut found = scanner.at;
    for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
        let inside = match step.strip_suffix(']') {
            Some(index) => scanner.element(index.parse().ok()?),
            None => scanner.member(step),
        };
        if inside.is_none() {
            break;
        }
        found = scanner.at;
    }
    if let Some(word) = word {
        scanner.at = found;
        scanner.value();
        let inside = text.get(found..scanner.at).unwrap_or_default();
        found += inside.find(&format!("\"{word}\"")).unwrap_or(0);
    }
    position(text, found)
}

/// The position of a byte.
pub fn position(text: &str, offset: usize) -> Option<Position> {
    let before = text.get(..offset)?;
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    Some(Position { line, column: before.get(line_start..)?.chars().count() + 1 })
}

/// The byte that serde means by line and column (both from 1, columns in bytes; column 0 is the line's start).
pub fn offset(text: &str, line: usize, column: usize) -> usize {
    let start = match line.checked_sub(2) {
        None => 0,
        Some(breaks) => text.match_indices('\n').nth(breaks).map_or(text.len(), |(at, _)| at + 1),
    };
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The byte where the innermost object or list that is still open at `end` began.
pub fn enclosing(text: &str, end: usize) -> usize {
    let mut open = Vec::new();
    let mut scanner = Scanner { bytes: text.as_bytes(), at: 0 };
    while scanner.at < end {
        match scanner.peek() {
            Some(b'"') => {
                scanner.string();
                continue;
            }
            Some(b'{' | b'[') => open.push(scanner.at),
            Some(b'}' | b']') => _ = open.pop(),
            Some(_) => {}
            None => break,
        }
        scanner.at += 1;
    }
    open.last().copied().unwrap_or(0)
}

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Goes past a string and returns its content as written.
    fn string(&mut self) -> &[u8] {
        let start = self.at + 1;
        self.at = start;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        let end = self.at.min(self.bytes.len());
        self.at = end + 1;
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// Goes past any value, without recursion.
    fn value(&mut self) {
        let mut depth = 0usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    self.string();
                    if depth == 0 {
                        return;
                    }
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth <= 1 => {
                    // Closes this value, or (after a bare number) the one around it.
                    self.at += usize::from(depth == 1);
                    return;
                }
                b'}' | b']' => depth -= 1,
                b',' if depth == 0 => return,
                _ => {}
            }
            self.at += 1;
        }
    }

    /// From the start of an object to the start of a member's value.
    fn member(&mut self, key: &str) -> Option<()> {
        self.enter(b'{')?;
        while self.peek() == Some(b'"') {
            let found = self.string() == key.as_bytes();
            self.space();
            self.at += 1; // the colon
            self.space();
            if found {
                return Some(());
            }
            self.next()?;
        }
        None
    }

    /// From the start of a list to the start of an element.
    fn element(&mut self, index: usize) -> Option<()> {
        self.enter(b'[')?;
        for _ in 0..index {
            self.next()?;
        }
        (!matches!(self.peek(), Some(b']') | None)).then_some(())
    }

    fn enter(&mut self, bracket: u8) -> Option<()> {
        (self.peek() == Some(bracket)).then_some(())?;
        self.at += 1;
        self.space();
        Some(())
    }

    /// Past a value and the comma after it.
    fn next(&mut self) -> Option<()> {
        self.value();
        self.space();
        (self.peek() == Some(b',')).then_some(())?;
        self.at += 1;
        self.space();
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"甲\": [1, \"a]\\\"}\", {\"x\": -2.5e3}],\n  \"b\" : {\"c\": [[], {}, true]}\n}";

    #[test]
    fn finds_values() {
        for (path, line, column) in [
            ("", 1, 1),
            ("甲", 2, 8),
            ("甲[1]", 2, 12),
            ("甲[2].x", 2, 27),
            ("b", 3, 9),
            ("b.c[1]", 3, 20),
            ("b.c[2]", 3, 24),
            ("b.c[3]", 3, 15),
            ("b.missing.deep", 3, 9),
        ] {
            assert_eq!(locate(TEXT, path, None), Some(Position { line, column }), "{path}");
        }
        assert_eq!(locate(TEXT, "甲[2]", Some("x")), Some(Position { line: 2, column: 22 }));
    }

    #[test]
    fn never_fails() {
        for end in (0..TEXT.len()).filter(|end| TEXT.is_char_boundary(*end)) {
            let part = &TEXT[..end];
            for path in ["甲[2].x", "b.c[2]", "b.c[9].d"] {
                locate(part, path, Some("x"));
            }
            enclosing(part, end + 3);
        }
    }

    #[test]
    fn finds_what_is_open() {
        let at = |needle: &str| TEXT.find(needle).unwrap();
        assert_eq!(enclosing(TEXT, at("\"x\"")), at("{\"x\""));
        assert_eq!(enclosing(TEXT, at("true")), at("[[]"));
        assert_eq!(enclosing(TEXT, at("\"b\"")), 0);
    }

    #[test]
    fn counts_as_serde_does() {
        assert_eq!(offset("ab\ncd", 2, 1), 3);
        assert_eq!(offset("ab\ncd", 2, 0), 3);
        assert_eq!(offset("ab\ncd", 1, 2), 1);
        assert_eq!(offset("ab\ncd", 9, 9), 5);
    }
}
