//! Names of courses: when two spellings are the same name, and when two names are nearly the same.
//!
//! "Different codes with the same name are the same course" is a rule of the university (see [`crate::regulation`]),
//! so what counts as the same spelling decides verdicts. Near names ([`Near`]) decide nothing: they are a reason to ask.

mod near;

pub use near::Near;

/// The spelling that names are compared in: half width, lower case, one kind of bracket and dash, no spaces, numerals
/// in brackets as digits. `（一）`, `(一)`, `(ㄧ)`, `(Ⅰ)` and `(1)` agree; `(一)` and `(二)` stay different.
pub fn normalise(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        let c = fold(c);
        if c.is_ascii() || is_ideograph(c) {
            // Nearly all of a name. The tables of all scripts are left to the rest.
            if c != ' ' && !c.is_ascii_control() {
                out.push(c.to_ascii_lowercase());
            }
        } else if !c.is_whitespace() && c != '\u{200b}' && c != '\u{feff}' {
            out.extend(c.to_lowercase());
        }
    }
    if out.contains('(') { number_brackets(&out) } else { out }
}

/// A Chinese character of the common block; it has neither width nor case.
fn is_ideograph(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// A normalised name that ends in a number, as `結構學(2)`: its stem and the digit.
pub fn numbered(name: &str) -> Option<(&str, char)> {
    let (stem, number) = name.strip_suffix(')')?.rsplit_once('(')?;
    let mut digits = number.chars();
    let digit = digits.next().filter(char::is_ascii_digit)?;
    digits.next().is_none().then_some((stem, digit))
}

/// Half width for one character of a name, code or score; brackets, dashes and middle dots of one kind.
pub fn fold(c: char) -> char {
    match c {
        '\0'..='\u{7f}' => c,
        '\u{3000}' => ' ',
        '〔' | '［' | '【' | '﹝' | '〈' => '(',
        '〕' | '］' | '】' | '﹞' | '〉' => ')',
        '—' | '–' | '‐' | '‑' | '─' | '━' | '―' | '−' => '-',
        '‧' | '•' | '．' | '∙' | '・' => '·',
        '、' | '，' => ',',
        '臺' => '台',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Half width for a whole text, for reading codes, scores and credits. Spaces stay.
pub fn fold_width(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.chars()
        .map(|c| match c {
            '\u{3000}' | '\u{a0}' => ' ',
            // In a number it is a point; in a name, which `fold` reads, a middle dot.
            '．' => '.',
            '\u{ff01}'..='\u{ff5e}' => fold(c),
            _ => c,
        })
        .collect()
}

/// Rewrites `(一)`, `(ii)`, `(Ⅳ)` as `(1)`, `(2)`, `(4)`.
fn number_brackets(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('(') {
        out.push_str(before);
        out.push('(');
        match after.split_once(')') {
            Some((inner, tail)) => {
                match numeral(inner) {
                    Some(digit) => out.push(digit),
                    None => {
                        rest = after;
                        continue;
                    }
                }
                out.push(')');
                rest = tail;
            }
            None => rest = after,
        }
    }
    out.push_str(rest);
    out
}

/// A series number of one digit, however written (already lower case and half width).
fn numeral(text: &str) -> Option<char> {
    Some(match text {
        "1" | "一" | "ㄧ" | "i" | "ⅰ" | "壹" | "上" => '1',
        "2" | "二" | "ii" | "ⅱ" | "貳" | "下" => '2',
        "3" | "三" | "iii" | "ⅲ" | "參" => '3',
        "4" | "四" | "iv" | "ⅳ" | "肆" => '4',
        "5" | "五" | "v" | "ⅴ" => '5',
        "6" | "六" | "vi" | "ⅵ" => '6',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_name() {
        for (a, b) in [
            ("建築構造學（二）", "建築構造學(二)"),
            ("人工智慧導論與程式語言 (一)", "人工智慧導論與程式語言(1)"),
            ("程式設計(ㄧ)", "程式設計(一)"),
            ("Ｐｙｔｈｏｎ程式設計", "python 程式設計"),
            ("實務專題(Ⅱ)", "實務專題（二）"),
            ("創業講座—創業是一場馬拉松", "創業講座-創業是一場馬拉松"),
        ] {
            assert_eq!(normalise(a), normalise(b));
        }
        assert_ne!(normalise("物理(一)"), normalise("物理(二)"));
        assert_ne!(normalise("物理"), normalise("物理(一)"));
        assert_eq!(normalise("專題(甲組"), "專題(甲組");
    }
}
