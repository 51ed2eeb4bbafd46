//! The engine: against an oracle, a checker and properties, and what it says in chosen cases.

mod certificates;
mod checker;
mod each_program;
mod even_if;
mod fewest_questions;
mod finished_together;
mod graduates;
mod invented;
mod limits_told;
mod near_names;
mod oracle;
mod outside;
mod properties;
mod ranked;
mod said_already;
mod same_name;
mod sheet;
mod together;
mod unplaced;
mod whole_lists;
mod written_down;
