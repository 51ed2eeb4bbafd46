//! The data that ship, and every mistake that reading them finds.

mod calendar;
mod damage;
mod english_names;
mod impossible;
mod likelihood;
mod problems;
mod schema;
mod shipped;
