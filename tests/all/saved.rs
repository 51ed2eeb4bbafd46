//! What the student entered is kept: in every tab, through upgrades, in backups and links.

mod answers;
mod attempts;
mod backups;
mod busy;
mod halves;
mod history;
mod keeping;
mod large;
mod links;
mod marks;
mod mended;
mod parts;
mod plans;
mod proposal;
mod regained;
mod share;
mod simulation;
mod slots;
mod undo;
