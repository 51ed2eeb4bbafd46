//! Names of courses: when two spellings are the same name, and when two names are nearly the same.
//!
//! "Different codes with the same name are the same course" is a rule of the university (see [`crate::regulation`]),
//! so what counts as the same spelling decides verdicts. Near names decide nothing: they are a reason to ask.

/// The spelling that names are compared in: half width, lower case, one kind of bracket and dash, no spaces, numerals
/// in brackets as digits. `（一）`, `(一)`, `(ㄧ)`, `(Ⅰ)` and `(1)` agree; `(一)` and `(二)` stay different.
pub fn normalise(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        let c = fold(c);
        if c.is_ascii() || is_ideograph(c) {
            // Nearly all of a name. The tables of all scripts are left to the rest.
            if c != ' ' && !c.is_ascii_control() {
                out.push(c.to_ascii_lowercase());
            }
        } else if !c.is_whitespace() && c != '\u{200b}' && c != '\u{feff}' {
            out.extend(c.to_lowercase());
        }
    }
    if out.contains('(') { number_brackets(&out) } else { out }
}

/// A Chinese character of the common block; it has neither width nor case.
fn is_ideograph(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Half width for one character of a name, code or score; brackets, dashes and middle dots of one kind.
pub fn fold(c: char) -> char {
    match c {
        '\0'..='\u{7f}' => c,
        '\u{3000}' => ' ',
        '〔' | '［' | '【' | '﹝' | '〈' => '(',
        '〕' | '］' | '】' | '﹞' | '〉' => ')',
        '—' | '–' | '‐' | '‑' | '─' | '━' | '―' | '−' => '-',
        '‧' | '•' | '．' | '∙' | '・' => '·',
        '、' | '，' => ',',
        '臺' => '台',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Half width for a whole text, for reading codes, scores and credits. Spaces stay.
pub fn fold_width(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.chars()
        .map(|c| match c {
            '\u{3000}' | '\u{a0}' => ' ',
            // In a number it is a point; in a name, which `fold` reads, a middle dot.
            '．' => '.',
            '\u{ff01}'..='\u{ff5e}' => fold(c),
            _ => c,
        })
        .collect()
}

/// Rewrites `(一)`, `(ii)`, `(Ⅳ)` as `(1)`, `(2)`, `(4)`.
fn number_brackets(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('(') {
        out.push_str(before);
        out.push('(');
        match after.split_once(')') {
            Some((inner, tail)) => {
                match numeral(inner) {
                    Some(digit) => out.push(digit),
                    None => {
                        rest = after;
                        continue;
                    }
                }
                out.push(')');
                rest = tail;
            }
            None => rest = after,
        }
    }
    out.push_str(rest);
    out
}

/// A series number of one digit, however written (already lower case and half width).
fn numeral(text: &str) -> Option<char> {
    Some(match text {
        "1" | "一" | "ㄧ" | "i" | "ⅰ" | "壹" | "上" => '1',
        "2" | "二" | "ii" | "ⅱ" | "貳" | "下" => '2',
        "3" | "三" | "iii" | "ⅲ" | "參" => '3',
        "4" | "四" | "iv" | "ⅳ" | "肆" => '4',
        "5" | "五" | "v" | "ⅴ" => '5',
        "6" | "六" | "vi" | "ⅵ" => '6',
        _ => return None,
    })
}

/// A course name prepared for many comparisons with [`Near::to`].
#[derive(Clone, Debug)]
pub struct Near {
    stem: Vec<char>,
    /// One bit a character (by code point modulo 64): two names without common bits cannot be near.
    bits: u64,
}

impl Near {
    /// Prepares a name already [`normalise`]d.
    pub fn new(normalised: &str) -> Near {
        let stem = stem(normalised);
        let bits = stem.iter().fold(0, |bits, &c| bits | 1 << (c as u32 % 64));
        Near { stem, bits }
    }

    /// Whether two different names are so alike that the same content is likely: equal but for a series number or a
    /// word such as 概論 or 實習, or eight tenths of the same character pairs, where the longer name only adds to the
    /// shorter. 電腦輔助製造 and 電腦輔助製圖 share most pairs, but each says something that the other does not.
    pub fn to(&self, other: &Near) -> bool {
        let (short, long) = if self.stem.len() <= other.stem.len() { (self, other) } else { (other, self) };
        if short.stem.len() < 2 || (short.bits & !long.bits).count_ones() > 1 {
            return false;
        }
        if short.stem == long.stem {
            return true;
        }
        short.stem.len() >= 4
            && dice_tenths(&short.stem, &long.stem) >= 8
            && only_in_first(&short.stem, &long.stem) <= short.stem.len() / LENGTH_FOR_A_VARIANT
    }
}

/// A name without its series number and without words that say how, not what, is taught.
fn stem(normalised: &str) -> Vec<char> {
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
        for word in ["概論", "導論", "實習", "實驗", "總論", "入門", "簡介"] {
            if let Some(shorter) = text.strip_suffix(word)
                && shorter.chars().count() >= 2
            {
                text = shorter.trim_end_matches(['與', '及', '暨', '之']);
                changed = true;
            }
        }
    }
    // Connecting words are written now one way, now another.
    text.chars().filter(|c| !matches!(c, '與' | '及' | '暨' | '和' | '之' | '的')).collect()
}

/// In names this long one character that differs is rather another spelling than another subject.
const LENGTH_FOR_A_VARIANT: usize = 8;

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

    #[test]
    fn same_name() {
        for (a, b) in [
            ("建築構造學（二）", "建築構造學(二)"),
            ("人工智慧導論與程式語言 (一)", "人工智慧導論與程式語言(1)"),
            ("程式設計(ㄧ)", "程式設計(一)"),
            ("Ｐｙｔｈｏｎ程式設計", "python 程式設計"),
            ("實務專題(Ⅱ)", "實務專題（二）"),
            ("創業講座—創業是一場馬拉松", "創業講座-創業是一場馬拉松"),
        ] {
            assert_eq!(normalise(a), normalise(b));
        }
        assert_ne!(normalise("物理(一)"), normalise("物理(二)"));
        assert_ne!(normalise("物理"), normalise("物理(一)"));
        assert_eq!(normalise("專題(甲組"), "專題(甲組");
    }

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
        ] {
            assert!(near(a, b), "{a} ~ {b}");
        }
        for (a, b) in [
            ("半導體製程", "半導體元件物理"),
            ("建築物理", "物理"),
            ("測量學", "水文學"),
            ("工程力學", "工程材料"),
            ("電腦輔助製造", "電腦輔助製圖"),
            ("地理資訊系統與實習", "管理資訊系統"),
        ] {
            assert!(!near(a, b), "{a} !~ {b}");
        }
    }
}
