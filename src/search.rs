//! Finding programs and courses by what people type: any width, any case, several words, parts of names, codes.

use crate::names::{fold_width, normalise};

/// What is searched for, prepared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needle(Vec<String>);

/// How well something fits, the smaller the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// A code or a name begins so.
    Start,
    /// A name holds it.
    Inside,
    /// A name holds its characters in this order, with a few others between.
    Scattered,
    /// Something that belongs to it (a listed course, a department) holds it.
    Beside,
}

impl Needle {
    /// Splits the text into words; all of them are looked for.
    pub fn new(text: &str) -> Needle {
        Needle(fold_width(text).split_whitespace().map(normalise).filter(|word| !word.is_empty()).collect())
    }

    /// Nothing is searched for: everything fits.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How something fits that has these codes and names of its own, and these things beside it (all normalised).
    /// `None` when a word is found nowhere.
    pub fn find<'a>(&self, own: &[&str], beside: impl Fn() -> Box<dyn Iterator<Item = &'a str> + 'a>) -> Option<Fit> {
        let mut worst = Fit::Start;
        for word in &self.0 {
            let of_own = own.iter().filter_map(|text| fit(word, text)).min();
            let fit = of_own.or_else(|| beside().any(|text| text.contains(word.as_str())).then_some(Fit::Beside))?;
            worst = worst.max(fit);
        }
        Some(worst)
    }
}

fn fit(word: &str, text: &str) -> Option<Fit> {
    if text.starts_with(word) {
        Some(Fit::Start)
    } else if text.contains(word) {
        Some(Fit::Inside)
    } else {
        scattered(word, text).then_some(Fit::Scattered)
    }
}

/// Whether the characters of a Chinese word stand in the text in this order and near each other (綠築 in 綠建築).
/// Latin letters scattered over a name would find everything.
fn scattered(word: &str, text: &str) -> bool {
    let length = word.chars().count();
    if length < 2 || word.is_ascii() {
        return false;
    }
    let mut wanted = word.chars().peekable();
    let mut span = 0;
    for c in text.chars() {
        let found = wanted.peek() == Some(&c);
        if found {
            wanted.next();
        }
        if found || span > 0 {
            span += 1;
        }
        if wanted.peek().is_none() {
            return span <= 3 * length;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(query: &str, own: &[&str], beside: &'static [&'static str]) -> Option<Fit> {
        Needle::new(query).find(own, || Box::new(beside.iter().copied()))
    }

    #[test]
    fn finds_what_people_type() {
        let green = ["avm", "綠建築微學程"];
        assert_eq!(find("AVM", &green, &[]), Some(Fit::Start));
        assert_eq!(find("ａｖｍ", &green, &[]), Some(Fit::Start));
        assert_eq!(find("綠建", &green, &[]), Some(Fit::Start));
        assert_eq!(find("建築", &green, &[]), Some(Fit::Inside));
        assert_eq!(find("綠築", &green, &[]), Some(Fit::Scattered));
        assert_eq!(find("水文", &green, &["水文學"]), Some(Fit::Beside));
        assert_eq!(find("綠建 水文", &green, &["水文學"]), Some(Fit::Beside));
        assert_eq!(find("半導 設備", &["av1", "半導體設備微學程"], &[]), Some(Fit::Inside));
        assert_eq!(find("", &green, &[]), Some(Fit::Start));
        for miss in ["築綠", "綠建 音樂", "am"] {
            assert_eq!(find(miss, &green, &["水文學"]), None, "{miss}");
        }
    }
}
