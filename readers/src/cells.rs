//! What a cell shows, as text.

/// A number as a person reads it: 75.0 is `75`, and what binary fractions add after the fifteenth digit is gone. What a
/// spreadsheet made of a code such as 14E0101 keeps its `E`.
pub fn number(value: f64) -> String {
    const DIGITS: i32 = 15;
    /// From here on a spreadsheet shows powers of ten.
    const LARGE: f64 = 1e15;
    if value == 0.0 {
        return "0".to_owned();
    }
    if !value.is_finite() || value.abs() >= LARGE || value.abs() < 1e-9 {
        return format!("{value:E}");
    }
    let before = value.abs().log10().floor() as i32 + 1;
    let after = usize::try_from(DIGITS - before).unwrap_or(0);
    let text = format!("{value:.after$}");
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

/// A number under a format. Only a format of zeros adds any: the spreadsheet itself shows 591001 under `0000000` as
/// 0591001, and nothing is added under any other.
pub fn formatted(value: f64, format: &str) -> String {
    let text = number(value);
    let format = format.split(';').next().unwrap_or("");
    let zeros = format.len() > 1 && format.bytes().all(|byte| byte == b'0');
    match zeros && text.bytes().all(|byte| byte.is_ascii_digit()) {
        true => format!("{text:0>width$}", width = format.len()),
        false => text,
    }
}

/// A day, with the time where there is one.
pub fn date((year, month, day, hour, minute, ..): (u16, u8, u8, u8, u8, u8, u16)) -> String {
    let day = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute) {
        (0, 0) => day,
        _ => format!("{day} {hour:02}:{minute:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_they_are_read() {
        for (value, text) in [
            (75.0, "75"),
            (87.5, "87.5"),
            (0.1 + 0.2, "0.3"),
            (9_901_001.0, "9901001"),
            (1.4e102, "1.4E102"),
            (-3.0, "-3"),
            (0.0, "0"),
            (59.6, "59.6"),
        ] {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn zeros_come_from_the_format_alone() {
        assert_eq!(formatted(591_001.0, "0000000"), "0591001");
        assert_eq!(formatted(591_001.0, "General"), "591001");
        assert_eq!(formatted(75.0, "0.00"), "75");
        assert_eq!(formatted(5.0, "0"), "5");
        assert_eq!(formatted(59.6, "00"), "59.6");
    }
}
