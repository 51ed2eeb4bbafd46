//! What the text of the rules says plainly: credits for the certificate, courses in each category.
//!
//! Anything else (cross-domain credits, who may register, tracks) is worded in too many ways to be taken from text: such
//! sentences are handed back untouched.

use super::page::CATEGORIES;
use crate::catalog::document::Program;
use crate::credits::Credits;
use crate::names::fold_width;

/// A number recognised in the rules.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// Credits for the certificate.
    MinCredits(Credits),
    /// Courses needed in a category.
    Minimum {
        /// The category.
        category: String,
        /// How many.
        courses: u16,
    },
}

/// Every sentence of the rules with what was recognised in it; nothing means: for a person to read.
pub fn recognise(rules: &str, program: &Program) -> Vec<(String, Vec<Rule>)> {
    let sentences = rules.split(['。', '；', ';', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty());
    sentences.map(|sentence| (sentence.to_owned(), sentence_rules(&fold_width(sentence), program))).collect()
}

/// Words that make a number mean something else than the plain minimum.
const OTHERWISE: [&str; 8] = ["跨", "外系", "本系", "他系", "最多", "學生", "抵免", "領域"];

fn sentence_rules(sentence: &str, program: &Program) -> Vec<Rule> {
    let mut found = Vec::new();
    if OTHERWISE.iter().any(|word| sentence.contains(word)) {
        return found;
    }
    let known = |name: &&str| program.category(name).is_some();
    let named: Vec<(usize, &str)> =
        CATEGORIES.iter().copied().filter(known).filter_map(|name| Some((sentence.find(name)?, name))).collect();
    // 「至少修畢10學分」: a total, where no category stands before the number.
    if let Some((before, _)) = sentence.split_once("學分")
        && ["至少", "應修", "修畢", "須修", "需修"].iter().any(|word| before.contains(word))
        && !named.iter().any(|(at, _)| *at < before.len())
        && let Some(credits) = last_number(before)
    {
        found.push(Rule::MinCredits(Credits::whole(credits)));
    }
    let mut named = named;
    named.sort_unstable();
    for (index, (at, name)) in named.iter().enumerate() {
        // The number before 「門」 between this category and the next; of 「基礎、核心、總整各1門」 the one after all.
        let end = named.get(index + 1).map_or(sentence.len(), |(next, _)| *next);
        let own = sentence.get(*at..end).unwrap_or_default();
        let rest = sentence.get(*at..).unwrap_or_default();
        let shared = || rest.split_once('各').and_then(|(_, after)| count(after));
        if let Some(courses) = count(own).or_else(shared) {
            found.push(Rule::Minimum { category: (*name).to_owned(), courses });
        }
    }
    found
}

/// The number that stands right before the first 「門」.
fn count(text: &str) -> Option<u16> {
    let (before, _) = text.split_once('門')?;
    last_number(before)
}

/// The number at the end of a text, in figures or as a single Chinese numeral.
fn last_number(text: &str) -> Option<u16> {
    let text = text.trim_end().trim_end_matches('個').trim_end();
    let digits: String = text.chars().rev().take_while(char::is_ascii_digit).collect();
    if !digits.is_empty() {
        return digits.chars().rev().collect::<String>().parse().ok();
    }
    let numeral = text.chars().next_back()?;
    let at = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'].iter().position(|known| *known == numeral);
    match (numeral, at) {
        ('兩', _) => Some(2),
        (_, Some(at)) => u16::try_from(at + 1).ok(),
        _ => None,
    }
}
