//! What to do next: steps, semesters, weeks, and courses that go together.

mod ahead;
mod classes;
mod next_step;
mod warnings;
mod week;
