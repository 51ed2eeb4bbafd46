//! The engine: against an oracle, a checker and properties, and what it says in chosen cases.

mod certificates;
mod checker;
mod each_program;
mod even_if;
mod graduates;
mod near_names;
mod oracle;
mod properties;
mod same_name;
mod sheet;
mod together;
mod unplaced;
mod whole_lists;
