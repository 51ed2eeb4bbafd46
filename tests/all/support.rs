//! What tests share.

pub mod big5;
pub mod random;
pub mod real;
pub mod small_catalog;
pub mod sources;
pub mod transcripts;
