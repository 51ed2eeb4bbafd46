//! Where each course falls among the credits for graduation (畢業學分), for orientation only.
//!
//! A course of the own curriculum falls where its symbol says; any other into the cross-domain and free electives. How
//! much general education beyond the required one counts there is capped; the sums here are before any cap.

use std::collections::HashMap;

use crate::audit::Block;
use crate::catalog::curriculum::{Curriculum, Symbol};
use crate::credits::Credits;
use crate::names::normalise;
use crate::transcript::{Completion, Record, Stage};

/// One block with what falls into it.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockSum {
    /// Which block.
    pub block: Block,
    /// Credits asked, where the curriculum says.
    pub required: Option<Credits>,
    /// Credits passed.
    pub passed: Credits,
    /// Credits in progress.
    pub in_progress: Credits,
    /// Positions of the records, in their order. Failed attempts and plans are left out.
    pub records: Vec<usize>,
}

/// The block of a course.
pub fn block(curriculum: &Curriculum, general_education: &dyn Fn(&str) -> bool, record: &Record) -> Block {
    let by_code = record.code.as_deref().and_then(|code| curriculum.by_code(code));
    match by_code.or_else(|| curriculum.by_name(&normalise(&record.name))).map(|row| row.symbol) {
        Some(Symbol::RequiredProfessional | Symbol::MinistryProfessional) => Block::ProfessionalRequired,
        Some(Symbol::ElectiveProfessional) => Block::ProfessionalElective,
        Some(Symbol::RequiredCommon | Symbol::MinistryCommon | Symbol::ElectiveCommon) => Block::Common,
        None if record.code.as_deref().is_some_and(general_education) => Block::GeneralEducation,
        None => Block::Free,
    }
}

/// All blocks in the order of the official table. `general_education` says whether a code is in the shared list.
pub fn sums(
    records: &[Record],
    curriculum: &Curriculum,
    general_education: &dyn Fn(&str) -> bool,
    pass_mark: u8,
) -> Vec<BlockSum> {
    let table = curriculum.credits;
    let required = |block| {
        let table = table?;
        Some(match block {
            Block::Common => table.common_required,
            Block::ProfessionalRequired => table.professional_required,
            Block::ProfessionalElective => table.professional_elective,
            Block::Free => table.free,
            Block::GeneralEducation => return None,
        })
    };
    let order =
        [Block::Common, Block::GeneralEducation, Block::ProfessionalRequired, Block::ProfessionalElective, Block::Free];
    let blocks: Vec<Block> = records.iter().map(|record| block(curriculum, general_education, record)).collect();
    let alike = Alike::new(records);
    order
        .into_iter()
        .map(|of| {
            let mut sum = BlockSum {
                block: of,
                required: required(of),
                passed: Credits::ZERO,
                in_progress: Credits::ZERO,
                records: Vec::new(),
            };
            for (at, record) in records.iter().enumerate() {
                let credits = record.credits.unwrap_or_default();
                let status = record.completion(pass_mark);
                if matches!(status, Completion::NotPassed | Completion::Planned) || blocks.get(at) != Some(&of) {
                    continue;
                }
                // A course passed again counts once, as does a year course that is there whole and in halves.
                let first = |other_at: usize| {
                    let Some(other) = records.get(other_at) else { return false };
                    let whole = |record: &Record| record.stage == Stage::Whole;
                    other.identity().counts_once_with(record.identity())
                        && other.stage.counts_once_with(record.stage)
                        && (!whole(other), other_at) < (!whole(record), at)
                        && other.completion(pass_mark) == Completion::Passed
                        && blocks.get(other_at) == Some(&of)
                };
                if status == Completion::Passed && alike.to(record).any(first) {
                    continue;
                }
                match status {
                    Completion::Passed => sum.passed += credits,
                    _ => sum.in_progress += credits,
                }
                sum.records.push(at);
            }
            sum
        })
        .collect()
}

/// Where the records of a code and those of a name are: only among these are others that count once with a record.
struct Alike(HashMap<String, Vec<usize>>);

impl Alike {
    fn new(records: &[Record]) -> Alike {
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, record) in records.iter().enumerate() {
            Alike::keys(record).for_each(|key| places.entry(key).or_default().push(at));
        }
        Alike(places)
    }

    /// The code, and the name behind `=`, which no code has.
    fn keys(record: &Record) -> impl Iterator<Item = String> {
        [record.code.clone(), Some(format!("={}", normalise(&record.name)))].into_iter().flatten()
    }

    fn to(&self, record: &Record) -> impl Iterator<Item = usize> {
        Alike::keys(record).flat_map(|key| self.0.get(&key).into_iter().flatten().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::curriculum::CurriculumRow;

    fn row(symbol: Symbol, code: &str, name: &str) -> CurriculumRow {
        CurriculumRow {
            symbol,
            code: Some(code.to_owned()),
            name: name.to_owned(),
            credits: Credits::whole(3),
            year: 1,
            semester: 1,
            stage: "1".to_owned(),
        }
    }

    #[test]
    fn each_course_falls_once() {
        let curriculum = Curriculum::new(
            vec![row(Symbol::RequiredProfessional, "3400001", "力學"), row(Symbol::RequiredCommon, "1400001", "國文")],
            None,
        );
        let taken = |code: &str, name: &str, status| Record::ticked(code, name, Credits::whole(3), status);
        let records = [
            taken("3400001", "力學", Completion::Passed),
            taken("9900001", "力學", Completion::InProgress),
            taken("1400001", "國文", Completion::Passed),
            taken("1490001", "美學", Completion::Passed),
            taken("3900001", "建築史", Completion::Passed),
            taken("3900002", "建築物理", Completion::NotPassed),
            taken("3900001", "建築史", Completion::Passed),
        ];
        let sums = sums(&records, &curriculum, &|code| code.starts_with("149"), 60);
        let of = |block| sums.iter().find(|sum| sum.block == block).unwrap();
        assert_eq!(of(Block::ProfessionalRequired).records, [0, 1]);
        assert_eq!(of(Block::ProfessionalRequired).passed, Credits::whole(3));
        assert_eq!(of(Block::ProfessionalRequired).in_progress, Credits::whole(3));
        assert_eq!(of(Block::Common).records, [2]);
        assert_eq!(of(Block::GeneralEducation).records, [3]);
        assert_eq!(of(Block::Free).records, [4]);
        assert_eq!(sums.iter().map(|sum| sum.records.len()).sum::<usize>(), 5);
    }
}
