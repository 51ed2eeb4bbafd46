//! Lines across and down a page, which frame the cells of its tables.

use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::Number;

use super::matrix::Matrix;

/// A filled shape no wider than this is a line, in points.
const THIN: f64 = 3.0;
/// Shorter lines frame nothing.
const SHORT: f64 = 4.0;
/// A page with more lines is a picture; its lines are not looked at.
const MOST: usize = 20_000;

/// A line: where it is, and from where to where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// For a line across its height on the page, for one down its place from the left.
    pub at: f64,
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

/// The lines of a page.
#[derive(Default)]
pub struct Rules {
    /// Across.
    pub across: Vec<Rule>,
    /// Down.
    pub down: Vec<Rule>,
}

impl Rules {
    fn add(&mut self, (x0, y0): (f64, f64), (x1, y1): (f64, f64), thin: f64) {
        let (width, height) = ((x1 - x0).abs(), (y1 - y0).abs());
        if self.across.len() + self.down.len() > MOST {
            return;
        }
        if height <= thin && width >= SHORT {
            self.across.push(Rule { at: f64::midpoint(y0, y1), from: x0.min(x1), to: x0.max(x1) });
        } else if width <= thin && height >= SHORT {
            self.down.push(Rule { at: f64::midpoint(x0, x1), from: y0.min(y1), to: y0.max(y1) });
        }
    }
}

/// A shape that is being drawn.
#[derive(Default)]
pub struct Drawing {
    /// Corners on the page, shape by shape.
    shapes: Vec<Vec<(f64, f64)>>,
    /// What lies outside the shapes will not be seen.
    cuts: bool,
}

impl Drawing {
    /// Follows an instruction. What is painted and is a line goes to the rules. Gives from where to where something can be
    /// seen henceforth, where that changes.
    pub fn draw(&mut self, op: &Op<'_, '_>, page: Matrix, rules: &mut Rules) -> Option<(f64, f64)> {
        let corners = self.shapes.iter().flatten().map(|at| at.0);
        let ends = matches!(op, Op::EndPath(_)) && self.cuts;
        let cut = ends.then(|| corners.fold((f64::MAX, f64::MIN), |(from, to), x| (from.min(x), to.max(x))));
        let at = |x: &Number, y: &Number| page.at(x.as_f64(), y.as_f64());
        match op {
            Op::MoveTo(to) => self.shapes.push(vec![at(&to.0, &to.1)]),
            Op::LineTo(to) => self.corner(at(&to.0, &to.1)),
            Op::RectPath(rect) => {
                let (x, y, width, height) = (rect.0.as_f64(), rect.1.as_f64(), rect.2.as_f64(), rect.3.as_f64());
                let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)];
                self.shapes.push(corners.map(|(x, y)| page.at(x, y)).to_vec());
            }
            // A shape with curves is none of a table's.
            Op::CubicTo(_) | Op::CubicStartTo(_) | Op::CubicEndTo(_) => drop(self.shapes.pop()),
            Op::ClosePath(_) => self.close(),
            Op::StrokePath(_) => self.stroke(rules),
            Op::CloseAndStrokePath(_) => {
                self.close();
                self.stroke(rules);
            }
            Op::FillPathNonZero(_) | Op::FillPathNonZeroCompatibility(_) | Op::FillPathEvenOdd(_) => self.fill(rules),
            Op::FillAndStrokeNonZero(_) | Op::FillAndStrokeEvenOdd(_) => self.stroke(rules),
            Op::CloseFillAndStrokeNonZero(_) | Op::CloseFillAndStrokeEvenOdd(_) => {
                self.close();
                self.stroke(rules);
            }
            Op::ClipNonZero(_) | Op::ClipEvenOdd(_) => self.cuts = true,
            Op::EndPath(_) => *self = Drawing::default(),
            _ => {}
        }
        cut
    }

    fn corner(&mut self, at: (f64, f64)) {
        if let Some(shape) = self.shapes.last_mut() {
            shape.push(at);
        }
    }

    fn close(&mut self) {
        if let Some(first) = self.shapes.last().and_then(|shape| shape.first()).copied() {
            self.corner(first);
        }
    }

    fn stroke(&mut self, rules: &mut Rules) {
        for shape in std::mem::take(&mut self.shapes) {
            for pair in shape.windows(2) {
                if let [a, b] = pair {
                    rules.add(*a, *b, 0.5);
                }
            }
        }
    }

    fn fill(&mut self, rules: &mut Rules) {
        for shape in std::mem::take(&mut self.shapes) {
            let bound =
                |pick: fn(&(f64, f64)) -> f64, better: fn(f64, f64) -> f64| shape.iter().map(pick).reduce(better);
            let x = |at: &(f64, f64)| at.0;
            let y = |at: &(f64, f64)| at.1;
            let corners = (bound(x, f64::min), bound(y, f64::min), bound(x, f64::max), bound(y, f64::max));
            if let (Some(left), Some(top), Some(right), Some(bottom)) = corners {
                rules.add((left, top), (right, bottom), THIN);
            }
        }
    }
}
