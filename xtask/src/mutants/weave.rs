//! All mutants of a file woven into its text, each behind a question whether it is made: compiled once, tried often.
//!
//! What a mutant changes is what cargo-mutants says of it. `a < b` becomes `(if on(7) { a == b } else { a < b })`, a body
//! begins with `if on(8) { return true; }`, an arm is left out by a guard. The changed text is that of the file as it was,
//! so that exactly one mistake is made at a time; all is done by insertions, and what was there stays as it is.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// A mutant as cargo-mutants tells it (`--list --json`).
#[derive(Deserialize)]
pub struct Mutant {
    /// Its file and line and what is done there.
    pub name: String,
    /// The file, from the project's top folder.
    pub file: String,
    genre: String,
    replacement: String,
    span: Place,
    function: Option<Function>,
}

#[derive(Deserialize)]
struct Function {
    return_type: String,
}

#[derive(Deserialize)]
struct Place {
    start: At,
    end: At,
}

/// Line and column, both from 1; columns are characters.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
struct At {
    line: usize,
    column: usize,
}

/// A file with mutants woven in.
#[derive(Default)]
pub struct Woven {
    pub text: String,
    /// Texts of single mutants: from byte to byte, and the mutant's number.
    pub pieces: Vec<(usize, usize, u32)>,
    /// Where something is chosen, the question and all answers: from byte to byte, and the numbers.
    pub choices: Vec<(usize, usize, Vec<u32>)>,
    /// Mutants that no compiler would take.
    pub unviable: Vec<u32>,
    /// Mutants for which there is no place.
    pub left: Vec<u32>,
}

/// The file with those mutants, by their numbers.
pub fn weave(text: &str, mutants: &[(u32, &Mutant)]) -> Result<Woven> {
    let file = syn::parse_file(text).context("cannot be parsed")?;
    let lines: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut weaver = Weaver { text, lines, wanted: BTreeMap::new(), choices: Vec::new(), unviable: Vec::new() };
    for (number, mutant) in mutants {
        let places = weaver.wanted.entry((mutant.genre.as_str(), mutant.span.start)).or_default();
        places.push((*number, mutant));
    }
    weaver.bodies();
    weaver.visit_file(&file);
    let left = weaver.wanted.values().flatten().map(|(number, _)| *number).collect();
    Ok(Woven { left, unviable: weaver.unviable, ..insert(text, weaver.choices) })
}

/// What is put before and after a part of the text.
struct Choice {
    from: usize,
    to: usize,
    /// Text, and whose it is alone.
    before: Vec<(String, Option<u32>)>,
    after: String,
    numbers: Vec<u32>,
}

struct Weaver<'t> {
    text: &'t str,
    lines: Vec<usize>,
    /// Mutants by genre and place that have no place yet.
    wanted: BTreeMap<(&'t str, At), Vec<(u32, &'t Mutant)>>,
    choices: Vec<Choice>,
    unviable: Vec<u32>,
}

impl<'t> Weaver<'t> {
    fn byte(&self, at: At) -> usize {
        let line = self.lines.get(at.line - 1).copied().unwrap_or_default();
        let rest = self.text.get(line..).unwrap_or_default();
        line + rest.char_indices().nth(at.column - 1).map_or(rest.len(), |(byte, _)| byte)
    }

    fn at(place: proc_macro2::LineColumn) -> At {
        At { line: place.line, column: place.column + 1 }
    }

    fn range(&self, of: &impl Spanned) -> (usize, usize) {
        let span = of.span();
        (self.byte(Self::at(span.start())), self.byte(Self::at(span.end())))
    }

    fn part(&self, from: usize, to: usize) -> &'t str {
        self.text.get(from..to).unwrap_or_default()
    }

    fn take(&mut self, genre: &'static str, of: &impl Spanned) -> Vec<(u32, &'t Mutant)> {
        self.wanted.remove(&(genre, Self::at(of.span().start()))).unwrap_or_default()
    }

    /// Whole bodies of functions: another result is returned at once.
    fn bodies(&mut self) {
        let is_body = |(genre, _): &(&str, At)| *genre == "FnValue";
        let places: Vec<(&str, At)> = self.wanted.keys().filter(|key| is_body(key)).copied().collect();
        for mutants in places.iter().filter_map(|place| self.wanted.remove(place)).collect::<Vec<_>>() {
            let Some((_, first)) = mutants.first() else { continue };
            let (from, to) = (self.byte(first.span.start), self.byte(first.span.end));
            let numbers: Vec<u32> = mutants.iter().map(|(number, _)| *number).collect();
            let hidden = first.function.as_ref().is_some_and(|function| function.return_type.starts_with("-> impl "));
            let (before, after) = if hidden { iterator(&mutants) } else { (result(&mutants), String::new()) };
            self.choices.push(Choice { from, to, before, after, numbers });
        }
    }

    /// An expression, and what it would be with each mutant.
    fn choose(&mut self, (from, to): (usize, usize), changed: Vec<(u32, String)>) {
        let mut before = Vec::new();
        for (number, text) in &changed {
            let word = if before.is_empty() { "(" } else { " else " };
            before.push((format!("{word}if crate::woven::on({number}) {{ "), None));
            before.push((text.clone(), Some(*number)));
            before.push((" }".to_owned(), None));
        }
        if !before.is_empty() {
            before.push((" else { ".to_owned(), None));
            let numbers = changed.iter().map(|(number, _)| *number).collect();
            self.choices.push(Choice { from, to, before, after: " })".to_owned(), numbers });
        }
    }
}

fn result(mutants: &[(u32, &Mutant)]) -> Vec<(String, Option<u32>)> {
    let texts = mutants.iter().flat_map(|(number, mutant)| {
        let before = (format!("if crate::woven::on({number}) {{ return "), None);
        [before, (mutant.replacement.clone(), Some(*number)), ("; } ".to_owned(), None)]
    });
    texts.collect()
}

/// An iterator whose type is not named: those of the mutants, each empty unless made, and then the function's own.
fn iterator(mutants: &[(u32, &Mutant)]) -> (Vec<(String, Option<u32>)>, String) {
    let asked: Vec<String> = mutants.iter().map(|(number, _)| format!("crate::woven::on({number})")).collect();
    let mut before = Vec::new();
    for ((number, mutant), asked) in mutants.iter().zip(&asked) {
        before.push((format!("(if {asked} {{ Some("), None));
        before.push((mutant.replacement.clone(), Some(*number)));
        before.push((") } else { None }).into_iter().flatten().chain(".to_owned(), None));
    }
    before.push((format!("(if {} {{ None }} else {{ Some({{ ", asked.join(" || ")), None));
    (before, format!(" }}) }}).into_iter().flatten(){}", ")".repeat(mutants.len())))
}

/// `let` among conditions, which nothing can stand around.
fn has_let(expression: &syn::Expr) -> bool {
    match expression {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Weaver<'_> {
    fn visit_expr_binary(&mut self, node: &'ast syn::ExprBinary) {
        let mutants = self.take("BinaryOperator", &node.op);
        if !mutants.is_empty() {
            if has_let(&node.left) || has_let(&node.right) {
                // Between such conditions there is `&&` and nothing else.
                self.unviable.extend(mutants.iter().map(|(number, _)| *number));
            } else {
                let ((from, to), (start, end)) = (self.range(node), self.range(&node.op));
                let with = |operator: &str| format!("{}{operator}{}", self.part(from, start), self.part(end, to));
                let changed = mutants.iter().map(|(number, mutant)| (*number, with(&mutant.replacement))).collect();
                self.choose((from, to), changed);
            }
        }
        visit::visit_expr_binary(self, node);
    }

    fn visit_expr_unary(&mut self, node: &'ast syn::ExprUnary) {
        let mutants = self.take("UnaryOperator", &node.op);
        if !mutants.is_empty() {
            let (from, to) = self.range(&node.expr);
            let changed = mutants.iter().map(|(number, _)| (*number, self.part(from, to).to_owned())).collect();
            self.choose(self.range(node), changed);
        }
        visit::visit_expr_unary(self, node);
    }

    fn visit_expr_match(&mut self, node: &'ast syn::ExprMatch) {
        // Without an arm for all that is left, none can go.
        if !node.arms.iter().any(|arm| arm.guard.is_none() && matches!(arm.pat, syn::Pat::Wild(_))) {
            for arm in &node.arms {
                let mutants = self.take("MatchArm", &arm.pat);
                self.unviable.extend(mutants.iter().map(|(number, _)| *number));
            }
        }
        visit::visit_expr_match(self, node);
    }

    fn visit_arm(&mut self, node: &'ast syn::Arm) {
        let numbers: Vec<u32> = self.take("MatchArm", &node.pat).iter().map(|(number, _)| *number).collect();
        let asked: Vec<String> = numbers.iter().map(|number| format!("!crate::woven::on({number})")).collect();
        if let Some((_, guard)) = &node.guard {
            let (from, to) = self.range(&**guard);
            if !asked.is_empty() {
                let before = vec![(format!("{} && (", asked.join(" && ")), None)];
                self.choices.push(Choice { from, to, before, after: ")".to_owned(), numbers });
            }
            let mutants = self.take("MatchArmGuard", &**guard);
            self.choose((from, to), mutants.iter().map(|(number, m)| (*number, m.replacement.clone())).collect());
        } else if !asked.is_empty() {
            let (_, at) = self.range(&node.pat);
            let before = vec![(format!(" if {}", asked.join(" && ")), None)];
            self.choices.push(Choice { from: at, to: at, before, after: String::new(), numbers });
        }
        visit::visit_arm(self, node);
    }

    fn visit_expr_struct(&mut self, node: &'ast syn::ExprStruct) {
        let fields = node.fields.iter().map(|field| self.take("StructField", &field.member)).collect::<Vec<_>>();
        if fields.iter().any(|mutants| !mutants.is_empty()) {
            let (from, to) = self.range(node);
            let mut starts: Vec<usize> = node.fields.iter().map(|field| self.range(&field.member).0).collect();
            starts.extend(node.dot2_token.as_ref().map(|dots| self.range(dots).0));
            let mut changed = Vec::new();
            for (mutants, around) in fields.iter().zip(starts.windows(2)) {
                let [start, end] = around else { continue };
                let text = format!("{}{}", self.part(from, *start), self.part(*end, to));
                changed.extend(mutants.iter().map(|(number, _)| (*number, text.clone())));
            }
            self.choose((from, to), changed);
        }
        visit::visit_expr_struct(self, node);
    }
}

/// The text with all that stands before and after its parts; what was chosen first stands outside.
fn insert(text: &str, choices: Vec<Choice>) -> Woven {
    // At one place: what ends there, the inner first; then what is empty; then what begins there, the outer first.
    let mut insertions: Vec<((usize, u8, isize, isize), usize)> = Vec::new();
    for (at, choice) in choices.iter().enumerate() {
        let (length, order) = ((choice.to - choice.from) as isize, at as isize);
        let kind = if length == 0 { 1 } else { 2 };
        insertions.push(((choice.from, kind, -length, order), at));
        if length > 0 {
            insertions.push(((choice.to, 0, length, -order), at));
        }
    }
    insertions.sort();
    let (mut woven, mut copied) = (Woven::default(), 0);
    let mut begun = BTreeMap::new();
    for ((byte, kind, ..), at) in insertions {
        woven.text.push_str(text.get(copied..byte).unwrap_or_default());
        copied = byte;
        let Some(choice) = choices.get(at) else { continue };
        if kind == 0 {
            woven.text.push_str(&choice.after);
        } else {
            begun.insert(at, woven.text.len());
            for (part, whose) in &choice.before {
                let from = woven.text.len();
                woven.text.push_str(part);
                woven.pieces.extend(whose.map(|number| (from, woven.text.len(), number)));
            }
        }
        if kind != 2 {
            let from = begun.get(&at).copied().unwrap_or_default();
            woven.choices.push((from, woven.text.len(), choice.numbers.clone()));
        }
    }
    woven.text.push_str(text.get(copied..).unwrap_or_default());
    woven
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mutant(genre: &str, (line, column): (usize, usize), replacement: &str) -> Mutant {
        // Where it ends is looked at for bodies only.
        let span = Place { start: At { line, column }, end: At { line: line + 4, column: 6 } };
        let function = Some(Function { return_type: "-> bool".to_owned() });
        let (genre, replacement) = (genre.to_owned(), replacement.to_owned());
        Mutant { name: String::new(), file: String::new(), genre, replacement, span, function }
    }

    fn woven(text: &str, mutants: &[Mutant]) -> String {
        let numbered: Vec<(u32, &Mutant)> = (1..).zip(mutants).collect();
        let woven = weave(text, &numbered).unwrap();
        assert!(woven.left.is_empty(), "{:?}", woven.left);
        for (from, to, number) in &woven.pieces {
            assert!(woven.text[*from..*to].contains(&mutants[*number as usize - 1].replacement));
        }
        woven.text.replace("crate::woven::", "")
    }

    #[test]
    fn operators_are_chosen_with_what_stands_around_them() {
        let text = "fn f(甲: bool, b: bool) -> bool { !甲 && b }";
        let mutants = [mutant("BinaryOperator", (1, 37), "||"), mutant("UnaryOperator", (1, 34), "")];
        let expected = "{ (if on(1) { !甲 || b } else { (if on(2) { 甲 } else { !甲 }) && b }) }";
        assert!(woven(text, &mutants).ends_with(expected), "{}", woven(text, &mutants));
    }

    #[test]
    fn what_no_compiler_would_take_is_not_woven_in() {
        let lines = ["fn f(a: bool, b: u8) -> u8 {", "    match a {", "        _ if b > 1 => 1,", "        true => 2,"];
        let text = &[lines.join("\n").as_str(), "        false => 3,", "    }", "}"].join("\n");
        let woven = weave(text, &[(1, &mutant("MatchArm", (4, 9), ""))]).unwrap();
        assert_eq!((&woven.text, woven.unviable), (text, vec![1]));
        let text = "fn f(a: Option<u8>) -> bool { if let Some(1) = a && true { true } else { false } }";
        let woven = weave(text, &[(1, &mutant("BinaryOperator", (1, 50), "||"))]).unwrap();
        assert_eq!((woven.text.as_str(), woven.unviable, woven.left), (text, vec![1], vec![]));
    }

    #[test]
    fn bodies_return_at_once_and_arms_have_a_guard() {
        let arms = "        1 => true,\n        2 if a > 1 => true,\n        _ => false\n";
        let text = &format!("fn f(a: u8) -> bool {{\n    match a {{\n{arms}    }}\n}}");
        let mutants = [
            mutant("FnValue", (2, 5), "true"),
            mutant("MatchArm", (3, 9), ""),
            mutant("MatchArm", (4, 9), ""),
            mutant("MatchArmGuard", (4, 14), "false"),
        ];
        let text = woven(text, &mutants);
        assert!(text.contains("{\n    if on(1) { return true; } match a {\n"), "{text}");
        assert!(text.contains("1 if !on(2) => true,"), "{text}");
        assert!(text.contains("2 if !on(3) && ((if on(4) { false } else { a > 1 })) => true,"), "{text}");
    }

    #[test]
    fn a_field_is_left_out_of_a_whole_expression() {
        let text = "fn f() -> S { S { a: 1, ..S::default() } }";
        let text = woven(text, &[mutant("StructField", (1, 19), "")]);
        assert!(text.contains("{ (if on(1) { S { ..S::default() } } else { S { a: 1, ..S::default() } }) }"), "{text}");
    }
}
