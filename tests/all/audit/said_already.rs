//! What the student had confirmed of a course's cross-domain standing, where the data say the same and where not.

use kuayu::audit::{Block, CourseRef, CrossDomainDoubt, Decision, Fact, Standing};
use kuayu::catalog::curriculum::{CurriculumRow, Symbol};
use kuayu::credits::Credits;
use kuayu::transcript::Completion;
use serde_json::json;

use super::invented::{Invented, course, program, taken};

/// The own curriculum has 結構分析; 資料結構 is another department's.
fn audit(own: bool, other: bool) -> kuayu::audit::ProgramAudit {
    let said = |code: &str, name: &str, holds: bool| {
        let course = CourseRef { code: Some(code.to_owned()), name: name.to_owned() };
        let fact = Fact::CrossDomain { course, doubt: CrossDomainDoubt::OwnUnit };
        Decision { program: None, fact, holds, by: None, date: None, note: String::new() }
    };
    let row = CurriculumRow {
        symbol: Symbol::RequiredProfessional,
        code: Some("X000001".to_owned()),
        name: "結構分析".to_owned(),
        credits: Credits::whole(3),
        year: 2,
        semester: 1,
        stage: "1".to_owned(),
    };
    let invented = Invented {
        courses: vec![course("X000001", "結構分析", 3), course("X000002", "資料處理", 3)],
        programs: vec![program("XA", 6, &[("核心", 2, &["X000001", "X000002"])], json!([]))],
        own: vec![row],
        decisions: vec![said("X000001", "結構分析", own), said("X000002", "資料處理", other)],
        ..Invented::default()
    };
    let records =
        [taken("X000001", "結構分析", 3, Completion::Passed), taken("X000002", "資料處理", 3, Completion::Passed)];
    invented.prepare().audit_program(&records, "XA", &[]).unwrap()
}

#[test]
fn an_answer_that_the_data_give_as_well_leaves_everything_official() {
    let audit = audit(false, true);
    let told: Vec<(&Standing, Option<Block>)> =
        audit.counted.iter().map(|counted| (&counted.cross_domain, counted.block)).collect();
    let own = Standing::Own { symbol: Symbol::RequiredProfessional, by_code: true, name: "結構分析".to_owned() };
    assert_eq!(told, [(&own, Some(Block::ProfessionalRequired)), (&Standing::Cross, Some(Block::Free))]);
    assert_eq!(audit.decided, []);
}

#[test]
fn an_answer_against_the_data_is_told_as_the_students_own() {
    let audit = audit(true, false);
    let told: Vec<&Standing> = audit.counted.iter().map(|counted| &counted.cross_domain).collect();
    assert_eq!(told, [&Standing::Decided(true), &Standing::Decided(false)]);
    assert_eq!(audit.decided.len(), 2);
}
