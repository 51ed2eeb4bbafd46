//! What the codes of a simple font stand for: by the encoding that it names, and by the names of its glyphs.

use hayro_syntax::object::{Array, Dict, Name, Object};

/// The characters of the 256 codes; `None` for those that nothing tells.
pub fn of_font(font: &Dict<'_>) -> Vec<Option<char>> {
    let encoding = font.get::<Object<'_>>("Encoding");
    let named = |name: &Name<'_>| base(name.as_str());
    let flags = font.get::<Dict<'_>>("FontDescriptor").and_then(|about| about.get::<u32>("Flags")).unwrap_or(32);
    // A font of signs has an encoding of its own, which only its program knows.
    let symbolic = flags & 4 != 0 && flags & 32 == 0;
    let own = || if symbolic { vec![None; 256] } else { base("StandardEncoding") };
    match encoding {
        Some(Object::Name(name)) => named(&name),
        Some(Object::Dict(dict)) => {
            let mut codes = dict.get::<Name<'_>>("BaseEncoding").map_or_else(own, |name| named(&name));
            if let Some(differences) = dict.get::<Array<'_>>("Differences") {
                differ(&mut codes, &differences);
            }
            codes
        }
        _ => own(),
    }
}

fn differ(codes: &mut [Option<char>], differences: &Array<'_>) {
    let mut at = 0;
    for item in differences.iter::<Object<'_>>() {
        match item {
            Object::Number(number) => at = usize::try_from(number.as_i64()).unwrap_or(0),
            Object::Name(name) => {
                if let Some(code) = codes.get_mut(at) {
                    *code = glyph(name.as_str());
                }
                at += 1;
            }
            _ => {}
        }
    }
}

/// The codes of a named encoding. ASCII is the same in all of them but for two quotation marks.
fn base(name: &str) -> Vec<Option<char>> {
    /// Codes 128 to 159 of Windows' Latin letters.
    const WINDOWS: &str = "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ";
    let windows = name == "WinAnsiEncoding";
    let one = |code: u8| match code {
        0x27 if name == "StandardEncoding" => Some('’'),
        0x60 if name == "StandardEncoding" => Some('‘'),
        0x20..=0x7e => Some(char::from(code)),
        0x80..=0x9f if windows => WINDOWS.chars().nth(usize::from(code - 0x80)).filter(|c| *c != '\u{fffd}'),
        0xa0.. if windows => Some(char::from(code)),
        _ => None,
    };
    (0..=u8::MAX).map(one).collect()
}

/// The character that a glyph's name names.
fn glyph(name: &str) -> Option<char> {
    const NAMES: [(&str, char); 44] = [
        ("zero", '0'),
        ("one", '1'),
        ("two", '2'),
        ("three", '3'),
        ("four", '4'),
        ("five", '5'),
        ("six", '6'),
        ("seven", '7'),
        ("eight", '8'),
        ("nine", '9'),
        ("space", ' '),
        ("nbspace", ' '),
        ("exclam", '!'),
        ("quotedbl", '"'),
        ("numbersign", '#'),
        ("dollar", '$'),
        ("percent", '%'),
        ("ampersand", '&'),
        ("quotesingle", '\''),
        ("quoteright", '’'),
        ("quoteleft", '‘'),
        ("parenleft", '('),
        ("parenright", ')'),
        ("asterisk", '*'),
        ("plus", '+'),
        ("comma", ','),
        ("hyphen", '-'),
        ("minus", '-'),
        ("period", '.'),
        ("slash", '/'),
        ("colon", ':'),
        ("semicolon", ';'),
        ("less", '<'),
        ("equal", '='),
        ("greater", '>'),
        ("question", '?'),
        ("at", '@'),
        ("bracketleft", '['),
        ("backslash", '\\'),
        ("bracketright", ']'),
        ("underscore", '_'),
        ("braceleft", '{'),
        ("bar", '|'),
        ("braceright", '}'),
    ];
    let name = name.split('.').next().unwrap_or("");
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return letter.is_ascii_alphanumeric().then_some(letter);
    }
    if let Some((_, c)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(*c);
    }
    let hexadecimal = name.strip_prefix("uni").filter(|rest| rest.len() == 4).or_else(|| name.strip_prefix('u'));
    let hexadecimal = hexadecimal.filter(|rest| (4..=6).contains(&rest.len()))?;
    u32::from_str_radix(hexadecimal, 16).ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_by_their_names() {
        for (name, c) in
            [("A", Some('A')), ("seven", Some('7')), ("uni8DE8", Some('跨')), ("one.tnum", Some('1')), ("g27", None)]
        {
            assert_eq!(glyph(name), c, "{name}");
        }
        assert_eq!(base("WinAnsiEncoding").get(0x85).copied().flatten(), Some('…'));
        assert_eq!(base("StandardEncoding").get(0xe9).copied().flatten(), None);
    }
}
