//! The semesters of a score page: where one ends and the next begins, and which term each is.

use super::line::Line;
use super::{Block, Import};
use crate::credits::Credits;
use crate::names::fold_width;
use crate::term::Term;
use crate::transcript::Grade;

/// The labels of a table's footer; those before the first two are of no interest.
const ATTEMPTED: &str = "修習總學分數";
const EARNED: &str = "實得學分數";
const FOOTER: [&str; 7] = [ATTEMPTED, EARNED, "總平均", "操行成績", "本學期", "學業平均", "備註"];

/// Collects blocks while a page is read from top to bottom.
#[derive(Default)]
pub(super) struct Blocks {
    blocks: Vec<Block>,
    state: State,
    /// A footer label whose number is still to come on the next line.
    awaited: Option<&'static str>,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum State {
    /// Nothing open: the next course opens a block.
    #[default]
    Closed,
    /// A heading or header has opened a block; no course yet.
    Fresh,
    /// Courses have been read.
    Filled,
}

impl Blocks {
    fn open(&mut self, line: usize) {
        // A heading without anything under it (a list to choose from, say) is no semester.
        if self.state == State::Fresh {
            self.blocks.pop();
        }
        self.blocks.push(Block { line, ..Block::default() });
        self.state = State::Fresh;
        self.awaited = None;
    }

    /// A heading names the term of what follows.
    pub fn heading(&mut self, line: usize, term: Term) {
        self.open(line);
        if let Some(block) = self.blocks.last_mut() {
            block.term = Some(term);
            block.stated = true;
        }
    }

    /// A header row begins a table, unless the heading over it or its own first line already did.
    pub fn header(&mut self, line: usize) {
        if self.state != State::Fresh {
            self.open(line);
        }
    }

    /// A course; gives the index of its block.
    pub fn course(&mut self, line: usize) -> usize {
        if self.state == State::Closed {
            self.open(line);
        }
        self.state = State::Filled;
        self.blocks.len().saturating_sub(1)
    }

    /// A semester without results; it has no table.
    pub fn no_results(&mut self, line: usize) {
        if self.state != State::Fresh {
            self.open(line);
        }
        if let Some(block) = self.blocks.last_mut() {
            block.no_results = true;
        }
        self.state = State::Closed;
    }

    /// A line of the footer, or the number that belongs to the label on the line before. Says whether it was one.
    pub fn footer(&mut self, line: &Line) -> bool {
        let first = line.cells.iter().find(|cell| !cell.is_empty()).map_or("", String::as_str);
        let label = FOOTER.into_iter().find(|label| first.starts_with(label));
        let Some(label) = label.or(self.awaited) else { return false };
        let number = line.cells.iter().rev().find_map(|cell| last_credits(cell));
        let own_label = first.starts_with(label);
        self.awaited = (own_label && number.is_none() && label != "備註").then_some(label);
        if let (Some(number), Some(block)) = (number, self.blocks.last_mut()) {
            match label {
                ATTEMPTED => block.attempted = Some(number),
                EARNED => block.earned = Some(number),
                _ => {}
            }
        }
        if own_label {
            self.state = State::Closed;
        }
        own_label || number.is_some()
    }

    pub fn done(self) -> Vec<Block> {
        self.blocks
    }
}

/// The number that a cell ends with, as credits.
fn last_credits(cell: &str) -> Option<Credits> {
    let text = fold_width(cell);
    let text = text.trim().trim_end_matches("學分").trim_end();
    let start = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    text.get(start..).and_then(Credits::parse)
}

impl Import {
    /// Gives every semester of the page its term, where the page itself does not say: the first is `newest`, each
    /// further one the regular semester before. A stated term is kept and counted from.
    pub fn assign_terms(&mut self, newest: Term) {
        let mut next = newest;
        for block in &mut self.blocks {
            let term = block.term.filter(|_| block.stated).unwrap_or(next);
            block.term = Some(term);
            next = term.previous();
        }
        self.spread_terms();
    }

    /// Whether the page left out terms, so that the student is asked for the newest one: also after an answer, which
    /// may have been a wrong one.
    pub fn needs_newest_term(&self) -> bool {
        self.blocks.iter().any(|block| !block.stated)
    }

    /// The newest term that fits best, where `offered` gives the terms in which a course had a class; none later than
    /// `now`. `None` when no course is known.
    pub fn guess_newest_term(&self, offered: &dyn Fn(&str) -> Vec<Term>, now: Term) -> Option<Term> {
        let known: Vec<(usize, Vec<Term>)> = self
            .rows
            .iter()
            .filter(|row| row.record.grade != Grade::Transferred)
            .filter_map(|row| Some((row.block?, offered(row.record.code.as_deref()?))))
            .filter(|(_, terms)| !terms.is_empty())
            .collect();
        let mut candidates: Vec<Term> = Vec::new();
        for (block, terms) in &known {
            for term in terms {
                // The term of block 0 if this block's term were `term`.
                let newest = (0..*block).fold(*term, |term, _| term.next());
                if newest <= now && !candidates.contains(&newest) {
                    candidates.push(newest);
                }
            }
        }
        let hits = |newest: Term| {
            let fits = |(block, terms): &&(usize, Vec<Term>)| {
                terms.contains(&(0..*block).fold(newest, |term, _| term.previous()))
            };
            known.iter().filter(fits).count()
        };
        candidates.into_iter().max_by_key(|term| (hits(*term), *term))
    }

    /// Copies each block's term into its rows, and into what is said of it.
    pub(super) fn spread_terms(&mut self) {
        for row in &mut self.rows {
            if let Some(block) = row.block.and_then(|at| self.blocks.get(at)) {
                row.record.term = block.term;
            }
        }
        for issue in &mut self.issues {
            issue.term = issue.block.and_then(|at| self.blocks.get(at)?.term);
        }
    }
}
