//! The demo student: invented, so that somebody without data at hand can look around.

use kuayu::credits::Credits;
use kuayu::saved::Document;
use kuayu::transcript::{Completion, Grade, Record};

/// Courses of a civil-engineering student in the third year who is close to 綠建築. Codes and names are the
/// university's; the student and the scores are made up.
const COURSES: [(&str, &str, u16, Option<u8>); 12] = [
    ("3401007", "測量學(一)", 2, Some(81)),
    ("3401035", "土木與環境暨基本實作", 3, Some(88)),
    ("3402006", "結構學(一)", 3, Some(67)),
    ("3403008", "水文學", 2, Some(74)),
    ("3404016", "環境規劃與管理", 2, Some(79)),
    ("3901416", "綠建築概論", 2, Some(90)),
    ("3902019", "建築物理(一)", 2, Some(84)),
    ("3903481", "BIM建築資訊系統概論", 3, Some(77)),
    ("3903423", "建築節能設計", 2, None),
    ("3903446", "循環經濟之建築設計", 2, None),
    ("5904315", "人工智慧", 3, Some(72)),
    ("3602064", "信號與系統", 3, Some(52)),
];

/// The demo student's document.
pub fn student() -> Document {
    let mut document = Document::default();
    document.profile.group = Some("土木系".to_owned());
    document.profile.entry = Some(112);
    document.records = COURSES
        .iter()
        .map(|(code, name, credits, score)| Record {
            grade: score.map_or(Grade::None, Grade::Score),
            declared: score.is_none().then_some(Completion::InProgress),
            ..Record::ticked(code, name, Credits::whole(*credits), Completion::Passed)
        })
        .map(|record| match record.grade {
            Grade::None => record,
            _ => Record { declared: None, ..record },
        })
        .collect();
    document
}
