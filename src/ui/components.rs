//! Parts that several pages use.

mod icon;
mod notices;
mod toaster;

pub use icon::{Icon, icon};
pub use notices::{Notices, export};
pub use toaster::Toaster;
