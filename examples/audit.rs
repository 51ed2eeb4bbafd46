//! The nearest programs of an invented student, each with what finishes it.
//!
//! `cargo run --no-default-features --example audit`

use std::error::Error;

use kuayu::audit::{Prepared, Profile, rank};
use kuayu::catalog::{self, Curricula};
use kuayu::i18n::{Lang, badge};
use kuayu::import;

const TRANSCRIPT: &str = "課號,課名,學分,學期,成績
3401007,測量學(一),2,112-1,81
3404016,環境規劃與管理,2,112-2,79
3901416,綠建築概論,2,113-1,90
3902019,建築物理(一),2,113-2,84
";

fn main() -> Result<(), Box<dyn Error>> {
    let file = |path: &str| std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR")));
    let catalog = catalog::read(&file("programs.json")?).map_err(|_| "a catalog with mistakes")?;
    let edition = catalog.edition("115-1").ok_or("no edition 115-1")?;
    let curricula = Curricula::read(&file("public/curricula/112.json")?).map_err(|_| "curricula with mistakes")?;
    let profile = Profile { group: Some("土木系".to_owned()), entry: Some(112), ..Profile::default() };
    let curriculum = curricula.group("土木系", &catalog);
    let prepared = Prepared::new(&catalog, edition, curriculum.as_ref(), &profile, &[]);
    let audits = prepared.audit(&import::read_text(TRANSCRIPT, None).records());
    for audit in rank(&audits).into_iter().take(5).filter_map(|at| audits.get(at)) {
        let name = edition.program(&audit.code).map_or("", |program| program.name.as_str());
        let answer = &audit.certificate.answer;
        println!("{} {name}: {}", audit.code, badge::status(Lang::ZhTw, answer));
        if let Some(advice) = &audit.certificate.advice {
            println!("  {}", badge::left_of(Lang::ZhTw, answer, advice.first()));
            for course in &advice.first().courses {
                println!("  - {} {}", course.course.name, course.credits);
            }
        }
    }
    Ok(())
}
