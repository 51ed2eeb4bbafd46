//! How far the batch is, on a terminal only.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::i18n::Lang;
use crate::i18n::batch as words;

/// How often the line is drawn anew.
const EVERY: Duration = Duration::from_millis(100);
const WIDTH: usize = 30;

/// A bar on the standard error.
pub(super) struct Progress {
    all: usize,
    lang: Lang,
    begun: Instant,
    drawn: Option<Instant>,
    shown: bool,
}

impl Progress {
    /// For so many students.
    pub fn new(all: usize, lang: Lang) -> Progress {
        Progress { all, lang, begun: Instant::now(), drawn: None, shown: std::io::stderr().is_terminal() }
    }

    /// Draws the bar, but not more often than somebody can see.
    pub fn at(&mut self, done: usize) {
        if !self.shown || self.drawn.is_some_and(|drawn| drawn.elapsed() < EVERY) {
            return;
        }
        self.drawn = Some(Instant::now());
        let full = (WIDTH * done).checked_div(self.all).unwrap_or(WIDTH);
        let seconds = self.begun.elapsed().as_secs_f64();
        let left = if done > 0 { seconds * (self.all - done.min(self.all)) as f64 / done as f64 } else { 0.0 };
        let bar: String = (0..WIDTH).map(|at| if at < full { '#' } else { '.' }).collect();
        eprint!("\r[{bar}] {}\x1b[K", words::progress(done, self.all, left, self.lang));
        _ = std::io::stderr().flush();
    }

    /// Takes the bar away, so that a message can stand in its place.
    pub fn clear(&mut self) {
        if self.drawn.take().is_some() {
            eprint!("\r\x1b[K");
        }
    }
}
