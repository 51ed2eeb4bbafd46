//! Finding programs and courses by what people type: any width, any case, several words, parts of names, codes.

use crate::names::{fold_width, normalise};

/// What is searched for, prepared: for each word what it may stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needle(Vec<Vec<String>>);

/// What students type for subjects whose names are Chinese. Both normalised.
const STANDS_FOR: [(&str, &str); 14] = [
    ("ai", "人工智慧"),
    ("ml", "機器學習"),
    ("dl", "深度學習"),
    ("nlp", "自然語言"),
    ("iot", "物聯網"),
    ("vr", "虛擬實境"),
    ("uav", "無人機"),
    ("drone", "無人機"),
    ("ev", "電動車"),
    ("esg", "永續"),
    ("fintech", "金融科技"),
    ("blockchain", "區塊鏈"),
    ("metaverse", "元宇宙"),
    ("security", "資訊安全"),
];

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
        let words = fold_width(text);
        let words = words.split_whitespace().map(normalise).filter(|word| !word.is_empty());
        Needle(words.map(meanings).collect())
    }

    /// Nothing is searched for: everything fits.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How something fits that has these codes and names of its own, and these things beside it (all normalised).
    /// `None` when a word is found nowhere.
    pub fn find<'a>(&self, own: &[&str], beside: impl Fn() -> Box<dyn Iterator<Item = &'a str> + 'a>) -> Option<Fit> {
        let mut worst = Fit::Start;
        for meanings in &self.0 {
            let of_own = meanings.iter().flat_map(|word| own.iter().filter_map(|text| fit(word, text))).min();
            let any_beside = || beside().any(|text| meanings.iter().any(|word| holds(word, text)));
            let fit = of_own.or_else(|| any_beside().then_some(Fit::Beside))?;
            worst = worst.max(fit);
        }
        Some(worst)
    }
}

fn meanings(word: String) -> Vec<String> {
    let more = STANDS_FOR.iter().filter(|(typed, _)| *typed == word).map(|(_, meant)| (*meant).to_owned());
    let more: Vec<String> = more.collect();
    std::iter::once(word).chain(more).collect()
}

/// Whether a text holds a word. One or two Latin letters count only where a Latin word begins: "ai" is not in "chain".
fn holds(word: &str, text: &str) -> bool {
    if word.len() > 2 || !word.is_ascii() {
        return text.contains(word);
    }
    text.match_indices(word)
        .any(|(at, _)| !text.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphabetic())))
}

fn fit(word: &str, text: &str) -> Option<Fit> {
    if text.starts_with(word) {
        Some(Fit::Start)
    } else if holds(word, text) {
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
        assert_eq!(find("AI", &["xyz", "人工智慧與深度學習微學程"], &[]), Some(Fit::Start));
        assert_eq!(find("ai", &["xyz", "ai應用"], &[]), Some(Fit::Start));
        assert_eq!(find("ai", &["xyz", "工程數位科技與人工智慧"], &[]), Some(Fit::Inside));
        assert_eq!(find("ai", &["xyz", "blockchain入門"], &["main"]), None);
        assert_eq!(find("uav", &["xyz", "無人機微學程"], &[]), Some(Fit::Start));
        for miss in ["築綠", "綠建 音樂", "am"] {
            assert_eq!(find(miss, &green, &["水文學"]), None, "{miss}");
        }
    }
}
