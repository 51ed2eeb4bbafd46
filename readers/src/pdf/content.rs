//! What a page shows: characters with their places, and lines drawn across and down.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream, String as PdfString};
use hayro_syntax::page::{Page, Resources};

use super::drawing::{Drawing, Rules};
use super::font::Font;
use super::matrix::Matrix;

/// A character on a page; lengths in points, from the page's left upper corner.
pub struct Glyph {
    /// What it says.
    pub text: String,
    /// Where it begins and ends.
    pub x: (f64, f64),
    /// The line that it stands on.
    pub y: f64,
    /// The font's size.
    pub size: f64,
    /// It is the first after its place was set anew.
    pub placed: bool,
    /// It is away from the one before, with which it was written in one go.
    pub moved: bool,
}

/// All that a page shows.
#[derive(Default)]
pub struct Shown {
    /// In the order in which they are drawn.
    pub glyphs: Vec<Glyph>,
    /// Lines across and down.
    pub rules: Rules,
    /// Characters that nothing tells.
    pub unknown: usize,
    /// Characters that are not painted: what somebody recognised in a picture.
    pub hidden: usize,
    /// There is a picture.
    pub picture: bool,
}

/// In em: letters are not moved apart by more.
const APART: f64 = 0.12;

/// Fonts that were read.
pub type Fonts = HashMap<ObjectIdentifier, Option<Rc<Font>>>;

/// Reads a page. `left` counts the characters that may still come.
pub fn read(page: &Page<'_>, fonts: &mut Fonts, left: &mut usize) -> Shown {
    let corner = Matrix(page.initial_transform(true).as_coeffs());
    let mut reader = Reader { shown: Shown::default(), fonts, left, placed: true, moved: false };
    reader.run(page.typed_operations(), page.resources(), State { page: corner, ..State::default() }, 0);
    reader.shown
}

struct Reader<'f> {
    shown: Shown,
    fonts: &'f mut Fonts,
    left: &'f mut usize,
    /// Nothing was shown since the place was set.
    placed: bool,
    /// Nor since a gap was left.
    moved: bool,
}

#[derive(Clone, Default)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    character: f64,
    word: f64,
    /// How much of the usual width, less one.
    stretch: f64,
    leading: f64,
    rise: f64,
    invisible: bool,
    /// From where to where across the page something can be seen.
    seen: Option<(f64, f64)>,
}

impl Reader<'_> {
    fn run<'a>(&mut self, mut ops: TypedIter<'_>, resources: &Resources<'a>, start: State, depth: u32) {
        /// Forms in forms; more is a circle.
        const DEEPEST: u32 = 8;
        let mut state = start;
        let mut saved: Vec<State> = Vec::new();
        let (mut line, mut text) = (Matrix::default(), Matrix::default());
        let mut drawing = Drawing::default();
        let n = |number: &Number| number.as_f64();
        while let Some(op) = ops.next() {
            if *self.left == 0 {
                return;
            }
            match op {
                Op::SaveState(_) if saved.len() < 100 => saved.push(state.clone()),
                Op::RestoreState(_) => state = saved.pop().unwrap_or(state),
                Op::Transform(m) => {
                    state.page = Matrix([n(&m.0), n(&m.1), n(&m.2), n(&m.3), n(&m.4), n(&m.5)]).then(state.page);
                }
                Op::BeginText(_) => {
                    self.placed = true;
                    (line, text) = (Matrix::default(), Matrix::default());
                }
                Op::SetTextMatrix(m) => {
                    self.placed = true;
                    line = Matrix([n(&m.0), n(&m.1), n(&m.2), n(&m.3), n(&m.4), n(&m.5)]);
                    text = line;
                }
                Op::NextLine(by) => {
                    self.placed = true;
                    line = Matrix::shift(n(&by.0), n(&by.1)).then(line);
                    text = line;
                }
                Op::NextLineAndSetLeading(by) => {
                    state.leading = -n(&by.1);
                    line = Matrix::shift(n(&by.0), n(&by.1)).then(line);
                    text = line;
                }
                Op::NextLineUsingLeading(_) => {
                    line = Matrix::shift(0.0, -state.leading).then(line);
                    text = line;
                }
                Op::CharacterSpacing(by) => state.character = n(&by.0),
                Op::WordSpacing(by) => state.word = n(&by.0),
                Op::HorizontalScaling(by) => state.stretch = n(&by.0) / 100.0 - 1.0,
                Op::TextLeading(by) => state.leading = n(&by.0),
                Op::TextRise(by) => state.rise = n(&by.0),
                Op::TextRenderingMode(mode) => state.invisible = mode.0.as_i64() == 3,
                Op::TextFont(font) => {
                    state.font = self.font(font.0, resources);
                    state.size = n(&font.1);
                }
                Op::ShowText(shown) => self.show(&state, &mut text, shown.0),
                Op::NextLineAndShowText(shown) => {
                    line = Matrix::shift(0.0, -state.leading).then(line);
                    text = line;
                    self.show(&state, &mut text, shown.0);
                }
                Op::ShowTextWithParameters(shown) => {
                    (state.word, state.character) = (n(&shown.0), n(&shown.1));
                    line = Matrix::shift(0.0, -state.leading).then(line);
                    text = line;
                    self.show(&state, &mut text, shown.2);
                }
                Op::ShowTexts(parts) => self.show_parts(&state, &mut text, parts.0),
                Op::XObject(name) if depth < DEEPEST => self.form(name.0, resources, &state, depth),
                Op::InlineImage(_) => self.shown.picture = true,
                other => {
                    let cut = drawing.draw(&other, state.page, &mut self.shown.rules);
                    if let Some((from, to)) = cut {
                        let seen = state.seen.unwrap_or((f64::MIN, f64::MAX));
                        state.seen = Some((seen.0.max(from), seen.1.min(to)));
                    }
                }
            }
        }
    }

    fn form<'a>(&mut self, name: &Name<'_>, resources: &Resources<'a>, state: &State, depth: u32) {
        let Some(stream): Option<Stream<'a>> = resources.get_x_object(name) else { return };
        let dict = stream.dict();
        if dict.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Image") {
            self.shown.picture = true;
            return;
        }
        let Ok(content) = stream.decoded_data() else { return };
        let matrix = dict.get::<[f64; 6]>("Matrix").map_or(Matrix::default(), Matrix);
        let own = dict.get::<Dict<'a>>("Resources").map(Resources::new);
        let state = State { page: matrix.then(state.page), ..state.clone() };
        self.run(TypedIter::new(&content), own.as_ref().unwrap_or(resources), state, depth + 1);
    }

    fn font(&mut self, name: &Name<'_>, resources: &Resources<'_>) -> Option<Rc<Font>> {
        let dict = resources.get_font(name)?;
        let read = || Font::read(&dict).map(Rc::new);
        // A font that stands in the page itself has no number of its own.
        match resources.fonts.get_ref(name) {
            Some(place) => self.fonts.entry(place.into()).or_insert_with(read).clone(),
            None => read(),
        }
    }

    fn show_parts(&mut self, state: &State, text: &mut Matrix, parts: &Array<'_>) {
        for part in parts.iter::<Object<'_>>() {
            match part {
                Object::String(shown) => self.show(state, text, &shown),
                Object::Number(by) => {
                    let by = -by.as_f64() / 1000.0 * state.size * (state.stretch + 1.0);
                    // Some programs write a whole line of a table in one go.
                    self.moved |= by > APART * state.size;
                    *text = Matrix::shift(by, 0.0).then(*text);
                }
                _ => {}
            }
        }
    }

    fn show(&mut self, state: &State, text: &mut Matrix, shown: &PdfString<'_>) {
        let Some(font) = &state.font else { return };
        for glyph in font.show(shown.as_bytes()) {
            let stretch = state.stretch + 1.0;
            let width = glyph.width * state.size * stretch;
            let on_page = text.then(state.page);
            let spacing = state.character + if glyph.space { state.word } else { 0.0 };
            *text = Matrix::shift(width + spacing * stretch, 0.0).then(*text);
            *self.left = self.left.saturating_sub(1);
            // A stamp across the page is not read.
            if !on_page.is_upright() {
                continue;
            }
            self.shown.hidden += usize::from(state.invisible);
            let (from, to) = (on_page.at(0.0, state.rise), on_page.at(width, state.rise));
            // Text wider than its cell is cut off on paper. It is read whole, and stands where it can be seen.
            let (first, last) = state.seen.unwrap_or((f64::MIN, f64::MAX));
            if to.0 <= first || self.placed && from.0 >= last {
                continue;
            }
            let (placed, moved) = (std::mem::take(&mut self.placed), std::mem::take(&mut self.moved));
            let known = glyph.text.filter(|text| !text.is_empty());
            let unknown = |text: &String| text.chars().any(super::characters::is_unknown);
            let text = match known.filter(|text| !unknown(text)) {
                Some(text) => text.chars().map(super::characters::ordinary).collect(),
                None => {
                    self.shown.unknown += 1;
                    char::REPLACEMENT_CHARACTER.to_string()
                }
            };
            let size = (state.size * on_page.height()).abs();
            let x = (from.0.min(last), to.0.min(last));
            self.shown.glyphs.push(Glyph { text, x, y: from.1, size, placed, moved });
        }
    }
}
