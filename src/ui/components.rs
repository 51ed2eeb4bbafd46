//! Parts that several pages use.

mod announcer;
mod badge;
mod bars;
mod card;
mod course_row;
mod edition;
mod icon;
mod later;
mod name;
mod next;
mod notices;
mod profile_form;
mod qr;
mod refused;
mod status_select;
mod toaster;
mod update;
mod waiting;

pub use announcer::announce;
pub use badge::{Tone, badge, certificate_badge, near, requirement_badge, tone};
pub use bars::{bars, meter};
pub use card::{ProgramCard, program_card};
pub use course_row::{CourseLine, about, called, course_row};
pub use edition::{choose_edition, edition_rows, edition_switch, edition_tag, elsewhere, otherwise};
pub use icon::{Icon, icon};
pub use later::{later, panel, skeletons};
pub use name::{course_name, planned_name, record_name, spoken};
pub use next::{deadline_list, next_card, next_memo, next_sentence};
pub use notices::{Notices, export};
pub use profile_form::ProfileForm;
pub use qr::qr;
pub use status_select::{half_select, status_select};
pub use toaster::Toaster;
pub use update::update;
pub use waiting::{waiting, waiting_for_catalog};
