//! From what a student brings to records.

mod attempts;
mod clipboard;
mod codes;
mod columns;
mod corpus;
mod encodings;
mod formats;
mod guessing;
mod known;
mod limits;
mod links;
mod links_edges;
mod merge;
mod mhtml;
mod office_rows;
mod opened;
mod pages;
mod portal_lines;
mod properties;
mod quotes;
mod reasons;
mod review_head;
mod saved_pages;
mod status;
mod timetable_lines;
mod totals;
