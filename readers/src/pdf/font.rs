//! Fonts, as far as text needs them: which characters a string shows, and how wide each is.

use std::borrow::Cow;
use std::collections::HashMap;

use hayro_cmap::{BfString, CMap, CMapName, CidFamily, WritingMode, load_embedded};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};

use super::encoding;

/// A font of a page.
pub struct Font {
    kind: Kind,
    to_unicode: Option<CMap>,
    /// Em per unit of its widths.
    unit: f64,
}

enum Kind {
    /// A byte a character.
    Simple { codes: Vec<Option<char>>, first: u32, widths: Vec<f64>, missing: f64 },
    /// One to four bytes a character, by a table.
    Composite { encoding: Box<CMap>, widths: HashMap<u32, f64>, usual: f64, collection: Option<Box<CMap>> },
}

/// A character that a string shows.
pub struct Shown {
    /// What it says; `None` where nothing tells.
    pub text: Option<String>,
    /// In em.
    pub width: f64,
    /// It is the code that word spacing widens.
    pub space: bool,
}

impl Font {
    /// Reads a font; `None` for one that writes downwards, or that nothing can be made of.
    pub fn read(font: &Dict<'_>) -> Option<Font> {
        let to_unicode = to_unicode(font);
        let kind = font.get::<Name<'_>>("Subtype")?;
        if kind.as_str() == "Type0" {
            return Some(Font { kind: composite(font)?, to_unicode, unit: 0.001 });
        }
        let unit = match kind.as_str() {
            "Type3" => font.get::<[f64; 6]>("FontMatrix").map_or(0.001, |[unit, ..]| unit),
            _ => 0.001,
        };
        let widths = font.get::<Array<'_>>("Widths").map(|all| all.iter::<f64>().collect()).unwrap_or_default();
        let about = font.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        let missing = about.get::<f64>("MissingWidth").unwrap_or(0.0);
        let first = font.get::<u32>("FirstChar").unwrap_or(0);
        Some(Font { kind: Kind::Simple { codes: encoding::of_font(font), first, widths, missing }, to_unicode, unit })
    }

    /// The characters of a string.
    pub fn show(&self, bytes: &[u8]) -> Vec<Shown> {
        let mut shown = Vec::with_capacity(bytes.len());
        let mut rest = bytes;
        while !rest.is_empty() {
            let (code, length) = self.code(rest);
            shown.push(self.one(code, length));
            rest = rest.get(length..).unwrap_or_default();
        }
        shown
    }

    fn code(&self, bytes: &[u8]) -> (u32, usize) {
        let Kind::Composite { encoding, .. } = &self.kind else {
            return (bytes.first().copied().map_or(0, u32::from), 1);
        };
        let mut code = 0_u32;
        for (at, byte) in bytes.iter().take(4).enumerate() {
            code = (code << 8) | u32::from(*byte);
            if encoding.lookup_cid_code(code, at as u8 + 1).is_some() {
                return (code, at + 1);
            }
        }
        (0, 1)
    }

    fn one(&self, code: u32, length: usize) -> Shown {
        let told = self.to_unicode.as_ref().and_then(|map| map.lookup_bf_string(code)).map(text_of);
        let space = code == 32 && length == 1;
        match &self.kind {
            Kind::Simple { codes, first, widths, missing } => {
                let own = || codes.get(code as usize).copied().flatten().map(String::from);
                let known = code.checked_sub(*first).and_then(|at| widths.get(at as usize)).copied();
                let width = match known {
                    Some(width) => width * self.unit,
                    None if widths.is_empty() => usual_width(code),
                    None => missing * self.unit,
                };
                Shown { text: told.or_else(own), width, space }
            }
            Kind::Composite { encoding, widths, usual, collection } => {
                let cid = encoding.lookup_cid_code(code, length as u8).unwrap_or(0);
                let by_collection = || collection.as_ref()?.lookup_bf_string(cid).map(text_of);
                let width = widths.get(&cid).copied().unwrap_or(*usual) * self.unit;
                Shown { text: told.or_else(by_collection), width, space }
            }
        }
    }
}

fn text_of(text: BfString) -> String {
    match text {
        BfString::Char(c) => c.to_string(),
        BfString::String(text) => text,
    }
}

fn parse(data: &[u8]) -> Option<CMap> {
    CMap::parse(data, load_embedded)
}

fn to_unicode(font: &Dict<'_>) -> Option<CMap> {
    let data = match font.get::<Object<'_>>("ToUnicode")? {
        Object::Stream(stream) => stream.decoded_data().ok()?,
        Object::Name(name) => Cow::Borrowed(load_embedded(CMapName::from_bytes(&name))?),
        _ => return None,
    };
    parse(&data)
}

fn composite(font: &Dict<'_>) -> Option<Kind> {
    let encoding = match font.get::<Object<'_>>("Encoding")? {
        Object::Name(name) => match CMapName::from_bytes(&name) {
            CMapName::IdentityH => CMap::identity_h(),
            known => parse(load_embedded(known)?)?,
        },
        Object::Stream(stream) => parse(&stream.decoded_data().ok()?)?,
        _ => return None,
    };
    if encoding.metadata().writing_mode == Some(WritingMode::Vertical) {
        return None;
    }
    let below = font.get::<Array<'_>>("DescendantFonts")?.iter::<Dict<'_>>().next()?;
    let named = encoding.metadata().character_collection.as_ref().map(|collection| collection.family.clone());
    let own = || {
        let info = below.get::<Dict<'_>>("CIDSystemInfo")?;
        let text = |key: &str| info.get::<PdfString<'_>>(key);
        Some(CidFamily::from_registry_ordering(text("Registry")?.as_bytes(), text("Ordering")?.as_bytes()))
    };
    let family = named.filter(|family| *family != CidFamily::AdobeIdentity).or_else(own);
    // What the places of a known collection stand for; only needed where the file does not say it itself.
    let collection = match font.get::<Stream<'_>>("ToUnicode") {
        Some(_) => None,
        None => family.and_then(|family| family.ucs2_cmap()).and_then(load_embedded).and_then(parse),
    };
    let widths = below.get::<Array<'_>>("W").map(|all| widths(&all)).unwrap_or_default();
    let (encoding, collection) = (Box::new(encoding), collection.map(Box::new));
    Some(Kind::Composite { encoding, widths, usual: below.get::<f64>("DW").unwrap_or(1000.0), collection })
}

/// Widths by place: `first [width ..]` or `first last width`.
fn widths(all: &Array<'_>) -> HashMap<u32, f64> {
    /// No font has more glyphs.
    const MOST: u32 = 0x1_0000;
    let mut widths = HashMap::new();
    let mut items = all.flex_iter();
    loop {
        if let Some((first, range)) = items.next::<(u32, Array<'_>)>() {
            widths.extend((first..MOST).zip(range.iter::<f64>()));
        } else if let Some((first, last, width)) = items.next::<(u32, u32, f64)>() {
            widths.extend((first..=last.min(MOST)).map(|at| (at, width)));
        } else {
            return widths;
        }
    }
}

/// In em, for fonts that every reader has and whose widths the file need not state: those of Helvetica, near enough for
/// the gaps between words.
fn usual_width(code: u32) -> f64 {
    match u8::try_from(code).unwrap_or(b'n') {
        b' ' | b'!' | b',' | b'.' | b'/' | b':' | b';' | b'I' | b'[' | b']' | b'f' | b't' => 0.278,
        b'\'' | b'i' | b'j' | b'l' | b'|' => 0.222,
        b'(' | b')' | b'-' | b'r' | b'`' => 0.333,
        b'"' | b'*' => 0.37,
        b'c' | b'k' | b's' | b'v' | b'x' | b'y' | b'z' | b'J' => 0.5,
        b'A' | b'B' | b'E' | b'K' | b'P' | b'S' | b'V' | b'X' | b'Y' | b'&' => 0.667,
        b'C' | b'D' | b'H' | b'N' | b'R' | b'U' | b'w' => 0.722,
        b'G' | b'O' | b'Q' => 0.778,
        b'M' | b'm' | b'%' => 0.85,
        b'W' => 0.944,
        _ => 0.556,
    }
}
