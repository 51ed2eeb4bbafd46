//! What the student entered is kept: in every tab, through upgrades, in backups and links.

mod busy;
mod keeping;
mod large;
mod marks;
mod mended;
mod proposal;
mod regained;
mod share;
mod simulation;
