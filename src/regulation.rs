//! The university's own rules, each in one place with its source. Programs' rules are data (see [`crate::catalog`]).
//!
//! Source of all: Academic Affairs (教務處), micro-program page and FAQ for 114-1, updated 2025-09-15,
//! <https://oaa.ntut.edu.tw/p/412-1008-15588.php?Lang=zh-tw>.

use crate::credits::Credits;

/// The first entry year (入學年度) whose students must complete a cross-domain route.
pub const CROSS_DOMAIN_FROM_ENTRY: u16 = 112;

/// Credits outside 基礎 that must be cross-domain professional courses, by the micro-program route.
pub const CROSS_DOMAIN_CREDITS: Credits = Credits::whole(6);

/// The unit of courses that exist for a micro-program alone (微學程專屬課程); their codes begin with the program's. Which
/// department's courses they are no source says: the one that runs the program is meant, to be confirmed.
pub const PROGRAM_UNIT: &str = "微學程專屬課程";

/// The category whose courses never count toward [`CROSS_DOMAIN_CREDITS`].
pub const BASIC: &str = "基礎";

/// At least one course in each category, where the program does not say how many. The program may ask more.
pub const CATEGORY_MINIMUM: u16 = 1;

/// The least and the most credits that a program asks for: each has its own number between them.
pub const PROGRAM_CREDITS: (Credits, Credits) = (Credits::whole(8), Credits::whole(12));

/// Lowest passing number for undergraduates.
pub const PASS_MARK_BACHELOR: u8 = 60;

/// Lowest passing number for graduate students.
pub const PASS_MARK_GRADUATE: u8 = 70;

/// A micro-program is registered at the latest in this semester of studies (second semester of the second year).
pub const LATEST_REGISTRATION_SEMESTER: u16 = 4;

/// Weeks of a semester in which the certificate is applied for.
pub const APPLICATION_WEEKS: (u8, u8) = (13, 18);

/// What classes for special students are called (外生專班, 技優領航專班): units of the university hold their courses.
pub const SPECIAL_CLASS: &str = "專班";
