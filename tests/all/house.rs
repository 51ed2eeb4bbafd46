//! What holds of the project's own files, whoever edits them.

mod docs;
mod layers;
mod tidy;
mod unused;
