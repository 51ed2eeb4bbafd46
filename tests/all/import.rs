//! From what a student brings to records.

mod columns;
mod corpus;
mod formats;
mod known;
mod links;
mod merge;
mod mhtml;
mod opened;
mod pages;
mod properties;
mod status;
