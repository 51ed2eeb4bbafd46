//! Finding programs and courses by what people type: any width, any case, several words, parts of names, codes.

use crate::catalog::Catalog;
use crate::catalog::document::Course;
use crate::names::{fold_width, normalise};
use crate::sorting;

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

    /// How something fits. `None` when a word is found nowhere.
    pub fn find(&self, hay: &Hay) -> Option<Fit> {
        let mut worst = Fit::Start;
        for meanings in &self.0 {
            let fits = |word: &String| {
                let own = hay.own.iter().filter_map(|text| fit(word, text)).min();
                own.into_iter().chain(hay.english.and_then(|name| english(word, name))).min()
            };
            let beside = |word: &String| {
                hay.beside.iter().any(|text| holds(word, text))
                    || hay.beside_english.iter().any(|name| english(word, name).is_some())
            };
            let own = meanings.iter().filter_map(fits).min();
            worst = worst.max(own.or_else(|| meanings.iter().any(beside).then_some(Fit::Beside))?);
        }
        Some(worst)
    }

    /// The courses of a catalog that fit, best first. `name_of` gives the English name of a code, where it is known.
    pub fn courses<'c>(&self, catalog: &'c Catalog, name_of: NameOf) -> Vec<&'c Course> {
        if self.is_empty() {
            return Vec::new();
        }
        let fit = |course: &'c Course| {
            let code = course.code.as_deref().unwrap_or_default();
            let own = [&*normalise(code), &*normalise(&course.name)];
            Some((self.find(&Hay { own: &own, english: name_of(code), ..Hay::default() })?, course))
        };
        let mut found: Vec<(Fit, &Course)> = catalog.courses().filter_map(|(_, course)| fit(course)).collect();
        sorting::sort_by_key(&mut found, |(fit, _)| *fit);
        found.into_iter().map(|(_, course)| course).collect()
    }
}

/// What is searched: something, and what belongs to it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hay<'a> {
    /// Its codes and names, normalised.
    pub own: &'a [&'a str],
    /// Its English name as it is written.
    pub english: Option<&'a str>,
    /// Codes and names of what belongs to it, normalised.
    pub beside: &'a [String],
    /// English names of what belongs to it, as they are written.
    pub beside_english: &'a [&'a str],
}

/// The English name of the course with a code.
pub type NameOf<'n> = &'n dyn Fn(&str) -> Option<&'n str>;

/// How a word fits an English name: words of it begin so, whatever the case. `art` is not in `smart`.
pub fn english(word: &str, name: &str) -> Option<Fit> {
    let begins = |at: usize| name.get(at..at + word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word));
    let mut inside = true;
    for (at, c) in name.char_indices() {
        if inside && begins(at) {
            return Some(if at == 0 { Fit::Start } else { Fit::Inside });
        }
        inside = !c.is_alphanumeric();
    }
    None
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

    fn find(query: &str, own: &[&str], beside: &[&str]) -> Option<Fit> {
        let beside: Vec<String> = beside.iter().map(|text| (*text).to_owned()).collect();
        Needle::new(query).find(&Hay { own, beside: &beside, ..Hay::default() })
    }

    #[test]
    fn finds_english_names_by_their_words() {
        let find = |query: &str| {
            let english = Some("Calculus (I) for Green-Tech Design");
            Needle::new(query).find(&Hay { own: &["1401032", "微積分(1)"], english, ..Hay::default() })
        };
        assert_eq!(find("CALCULUS"), Some(Fit::Start));
        assert_eq!(find("ｃalc"), Some(Fit::Start));
        for inside in ["design", "tech", "微積分 design", "design calculus", "green-tech", "(i)"] {
            assert_eq!(find(inside), Some(Fit::Inside), "{inside}");
        }
        for miss in ["alculus", "sign", "calculus marketing", "ech"] {
            assert_eq!(find(miss), None, "{miss}");
        }
        let around = Hay { own: &["avm"], beside_english: &["Marketing Management"], ..Hay::default() };
        assert_eq!(Needle::new("market").find(&around), Some(Fit::Beside));
        assert_eq!(Needle::new("ark").find(&around), None);
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
