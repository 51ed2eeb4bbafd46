//! Certificates: for every answer the steps by which anybody can see again that it is right.
//!
//! The engine's answer is claimed; a certificate shows it. What can be had is shown by an allocation: which record counts
//! as what. What cannot be had is shown by a [`Derivation`], each step of which is a sum of whole numbers. Whoever checks
//! one needs the catalog and the records, and nothing of the engine; `tests/all/audit/certificates` does.

mod certify;
mod facts;
mod least;
mod not_yet;
mod problem;
mod program;
mod refute;
mod shape;
mod sight;
mod simplex;

pub use shape::{
    AtMost, Certificate, Derivation, LeastShown, Measure, Missed, Named, NamedOf, Place, Row, Shown, Taken, UnitName,
};
pub use sight::Unproven;
