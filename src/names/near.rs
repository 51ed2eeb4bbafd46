//! When two different names are so alike that the same content is likely, so that somebody has to be asked.
//!
//! Compared are *stems*: names without series number, without last words that say how and not what is taught ([`HOW`]),
//! and with one wording for words that are one in this field ([`same_word`]). Two names are near when
//!
//! 1. their stems are equal but for connecting words and a first word that says the level (高等, 進階, 中等, 基礎); or
//! 2. the longer stem holds the shorter one in its order, at least five characters of it, and is at most a third longer
//!    (結構物檢測與補強, 結構物檢測評估及補強); or
//! 3. eight tenths of their character pairs are the same (Dice), with or without connecting words, the shorter has at
//!    least four characters, and the longer one only adds to it. 電腦輔助製造 and 電腦輔助製圖 share most pairs, but each
//!    says something that the other does not. Of eight characters, one may differ.
//!
//! A specialisation is none of these: 國際行銷管理 and 行銷管理, 衛星通訊系統 and 通訊系統 are two courses.
//! `tests/all/audit/near_names.rs` keeps all pairs that this finds in the data, to be looked through when they change.

use super::is_ideograph;

/// A course name prepared for many comparisons with [`Near::to`].
#[derive(Clone, Debug)]
pub struct Near {
    stem: Vec<char>,
    /// The same with its connecting words; empty where it has none.
    linked: Vec<char>,
    /// One bit a character (by code point modulo 64): two names without common bits cannot be near.
    bits: u64,
    /// The bits without those of the level.
    core: u64,
}

impl Near {
    /// Prepares a name already [`normalise`](super::normalise)d.
    pub fn new(normalised: &str) -> Near {
        let mut stem = one_wording(stem(normalised));
        let linked = if stem.iter().any(|c| is_link(*c)) { stem.clone() } else { Vec::new() };
        stem.retain(|c| !is_link(*c));
        let bits = |chars: &[char]| chars.iter().fold(0, |bits, &c| bits | 1 << (c as u32 % 64));
        let (bits, core) = (bits(&stem), bits(without_level(&stem)));
        Near { stem, linked, bits, core }
    }

    /// Whether two different names are near, by the rule that stands above.
    pub fn to(&self, other: &Near) -> bool {
        let (short, long) = if self.stem.len() <= other.stem.len() { (self, other) } else { (other, self) };
        if short.stem.len() < 2 || (short.core & !long.bits).count_ones() > 1 {
            return false;
        }
        if without_level(&short.stem) == without_level(&long.stem) {
            return true;
        }
        if short.stem.len() >= 5 && 4 * short.stem.len() >= 3 * long.stem.len() && is_within(&short.stem, &long.stem) {
            return true;
        }
        short.stem.len() >= 4
            && (dice_tenths(&short.stem, &long.stem) >= 8 || dice_tenths(short.linked(), long.linked()) >= 8)
            && only_in_first(&short.stem, &long.stem) <= short.stem.len() / LENGTH_FOR_A_VARIANT
    }

    fn linked(&self) -> &[char] {
        if self.linked.is_empty() { &self.stem } else { &self.linked }
    }
}

/// Last words of a name that say how, not what, is taught, with the least length of what must stand before them.
const HOW: [(&str, usize); 20] = [
    ("概論", 2),
    ("導論", 2),
    ("緒論", 2),
    ("總論", 2),
    ("入門", 2),
    ("簡介", 2),
    ("概要", 2),
    ("實習", 2),
    ("實驗", 2),
    ("試驗", 3),
    ("實作", 3),
    ("實務", 3),
    ("實戰", 3),
    ("特論", 3),
    ("原理", 3),
    ("基礎", 3),
    ("含", 3),
    ("與應用", 3),
    ("及應用", 3),
    ("之應用", 3),
];

/// Words that are one in this field, as they are compared.
fn same_word(rest: &[char]) -> Option<(usize, &'static str)> {
    Some(match rest {
        ['信', '號', ..] => (2, "訊號"),
        ['繪', '圖', ..] => (2, "製圖"),
        ['消', '費', '者', ..] => (3, "消費"),
        ['服', '務', '業', ..] => (3, "服務"),
        ['智', '能', ..] => (2, "智慧"),
        ['思', '考', ..] => (2, "思維"),
        ['數', '據', ..] => (2, "資料"),
        ['巨', '量', ..] => (2, "大"),
        ['應', '用', '程', '式', ..] => (4, "程式"),
        ['微', '處', '理', '器', ..] => (4, "微處理機"),
        ['半', '導', '體', '製', '造', ..] => (5, "半導體製程"),
        _ => return None,
    })
}

/// The characters of a text, each word that has several wordings in one of them.
fn one_wording(text: &str) -> Vec<char> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::with_capacity(chars.len());
    let mut rest = chars.as_slice();
    while let Some((first, after)) = rest.split_first() {
        rest = match same_word(rest) {
            Some((length, word)) => {
                out.extend(word.chars());
                rest.get(length..).unwrap_or(&[])
            }
            None => {
                out.push(*first);
                after
            }
        };
    }
    out
}

/// Connecting words are written now one way, now another.
fn is_link(c: char) -> bool {
    matches!(c, '與' | '及' | '暨' | '和' | '之' | '的')
}

/// A stem without the word that says its level.
fn without_level(stem: &[char]) -> &[char] {
    match stem {
        ['高', '等', rest @ ..] | ['進', '階', rest @ ..] | ['中', '等', rest @ ..] | ['基', '礎', rest @ ..]
            if rest.len() >= 3 =>
        {
            rest
        }
        _ => stem,
    }
}

/// A name without its series number and without words that say how, not what, is taught.
fn stem(normalised: &str) -> &str {
    let mut text = normalised;
    let mut changed = true;
    while changed {
        changed = false;
        if let Some((before, inner)) = text.strip_suffix(')').and_then(|t| t.rsplit_once('('))
            && inner.chars().count() <= 2
        {
            text = before;
            changed = true;
        }
        let unnumbered = text.trim_end_matches(|c: char| c.is_ascii_digit());
        if unnumbered.ends_with(is_ideograph) {
            text = unnumbered;
        }
        for (word, least) in HOW {
            if let Some(shorter) = text.strip_suffix(word)
                && shorter.chars().count() >= least
            {
                text = shorter.trim_end_matches(is_link);
                changed = true;
            }
        }
    }
    text
}

/// In names this long one character that differs is rather another spelling than another subject.
const LENGTH_FOR_A_VARIANT: usize = 8;

/// Whether all characters of the first stand in the second, in the same order.
fn is_within(a: &[char], b: &[char]) -> bool {
    let mut left = b.iter();
    a.iter().all(|c| left.any(|other| other == c))
}

/// How many characters of the first the second does not have.
fn only_in_first(a: &[char], b: &[char]) -> usize {
    let mut left: Vec<char> = b.to_vec();
    let missing = a.iter().filter(|c| match left.iter().position(|other| other == *c) {
        Some(at) => {
            left.swap_remove(at);
            false
        }
        None => true,
    });
    missing.count()
}

/// Dice coefficient of the character pairs of two names, in tenths (rounded down).
fn dice_tenths(a: &[char], b: &[char]) -> usize {
    let (pairs_a, pairs_b) = (a.len().saturating_sub(1), b.len().saturating_sub(1));
    // A cheap bound first: more than this cannot be shared.
    if 20 * pairs_a.min(pairs_b) < 8 * (pairs_a + pairs_b) {
        return 0;
    }
    let mut left: Vec<&[char]> = b.windows(2).collect();
    let mut shared = 0;
    for pair in a.windows(2) {
        if let Some(at) = left.iter().position(|other| *other == pair) {
            left.swap_remove(at);
            shared += 1;
        }
    }
    20 * shared / (pairs_a + pairs_b).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::normalise;

    #[test]
    fn near_name() {
        let near = |a: &str, b: &str| Near::new(&normalise(a)).to(&Near::new(&normalise(b)));
        for (a, b) in [
            ("結構學(一)", "結構學"),
            ("結構學(一)", "結構學(二)"),
            ("人工智慧概論", "人工智慧"),
            ("資料科學原理與應用", "資料科學原理及應用"),
            ("高等數位影像處理", "數位影像處理"),
            ("應用統計與數據分析", "統計數據分析"),
            ("機電整合學", "機電整合"),
            ("建築設備節能設計", "建築設備節能設計實習"),
            ("離岸風電機電領域專案驗證", "離岸風電電機領域專案驗證"),
            ("數位訊號處理", "數位信號處理"),
            ("訊號與系統", "信號與系統"),
            ("消費者行為", "消費行為"),
            ("服務業管理", "服務管理"),
            ("電腦輔助製圖", "電腦輔助繪圖"),
            ("大數據分析", "巨量資料分析導論"),
            ("設計思維", "設計思考實務"),
            ("高等機器人學實習", "機器人學"),
            ("材料力學", "中等材料力學"),
            ("基礎程式設計", "程式設計(二)"),
            ("再生能源與環境", "能源與環境"),
            ("結構物檢測評估及補強", "結構物檢測與補強"),
            ("行動裝置應用程式設計", "行動裝置程式設計"),
            ("多媒體技術與應用", "多媒體技術與應用2"),
            ("高等計算機圖學", "進階計算機圖學"),
        ] {
            assert!(near(a, b) && near(b, a), "{a} ~ {b}");
        }
        for (a, b) in [
            ("半導體製程", "半導體元件物理"),
            ("建築物理", "物理"),
            ("測量學", "水文學"),
            ("工程力學", "工程材料"),
            ("電腦輔助製造", "電腦輔助製圖"),
            ("地理資訊系統與實習", "管理資訊系統"),
            ("國際行銷管理", "行銷管理"),
            ("衛星通訊系統", "通訊系統"),
            ("材料力學", "材料熱力學"),
            ("基礎分子化學", "高分子化學"),
            ("基礎工程", "工程數學"),
            ("鐵道工程概論", "隧道工程"),
        ] {
            assert!(!near(a, b) && !near(b, a), "{a} !~ {b}");
        }
    }
}
