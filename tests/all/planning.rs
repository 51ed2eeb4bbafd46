//! What to do next: steps, semesters, weeks, and courses that go together.

mod advised;
mod ahead;
mod classes;
mod next_step;
mod order;
mod place;
mod semester;
mod warnings;
mod ways;
mod week;
