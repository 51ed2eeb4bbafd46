//! Kuayu (跨域): which cross-domain micro-programs can a student finish, what counts, and what is missing.
//!
//! This library is the domain: it knows no browser, no clock and no language. The app (`src/main.rs`) and the command
//! line (`src/bin/kuayu.rs`) are two faces of it.
//!
//! # From a transcript to an answer
//!
//! ```
//! use kuayu::audit::{Prepared, Profile};
//! use kuayu::catalog::{self, Curricula};
//! use kuayu::i18n::{Lang, badge};
//! use kuayu::import;
//!
//! let file = |path: &str| std::fs::read_to_string(path).expect("a file of the project");
//!
//! // What the university says: the programs of an edition, and what each department's students take.
//! let catalog = catalog::read(&file("programs.json")).expect("the shipped catalog");
//! let edition = catalog.edition("115-1").expect("an edition");
//! let curricula = Curricula::read(&file("public/curricula/112.json")).expect("the shipped curricula");
//!
//! // Who asks, and what they have taken: pasted, picked, or ticked.
//! let profile = Profile { group: Some("土木系".to_owned()), entry: Some(112), ..Profile::default() };
//! let import = import::read_text("課號,課名,學分,學期,成績\n3901416,綠建築概論,2,113-1,90\n", None);
//! assert!(import.issues.is_empty());
//!
//! // Once a student: everything that does not hang on the records. At every change of these: the answers.
//! let curriculum = curricula.group("土木系", &catalog);
//! let prepared = Prepared::new(&catalog, edition, curriculum.as_ref(), &profile, &[]);
//! let audits = prepared.audit(&import.records());
//!
//! // An answer is data with its proof; a sentence comes last.
//! let audit = audits.iter().find(|audit| audit.code == "AVM").expect("綠建築微學程");
//! assert_eq!(badge::status(Lang::ZhTw, &audit.certificate.answer), "未完成");
//! assert_eq!(audit.counted.len(), 1);
//! ```
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

pub mod audit;
pub mod catalog;
pub mod classes;
#[cfg(feature = "cli")]
pub mod cli;
pub mod credits;
pub mod day;
pub mod deadlines;
pub mod degree;
pub mod export;
pub mod graduation;
pub mod hash;
pub mod i18n;
pub mod ics;
pub mod import;
pub mod names;
pub mod next_step;
#[cfg(feature = "office")]
pub mod office;
pub mod planning;
pub mod procedure;
pub mod regulation;
pub mod rules;
pub mod saved;
pub mod search;
pub mod sheet;
pub mod sorting;
pub mod term;
pub mod transcript;
