//! A program's restrictions in sentences, one arm a kind.

use super::{Lang, audit, names, units};
use crate::credits::Credits;
use crate::rules::{EntryYears, Kind, Purpose, Restriction};

/// The restriction in a sentence, with whom and which question it concerns. `name` turns a course code into its name,
/// a program code into the program's.
pub fn restriction(lang: Lang, restriction: &Restriction, name: &dyn Fn(&str) -> String) -> String {
    let mut text = kind(lang, &restriction.kind, name);
    if let Some(entry) = restriction.entry {
        text.push_str(&years(lang, entry));
    }
    if restriction.purpose == Purpose::CrossDomainRequirement {
        text.push_str(lang.pick("（只用於跨域畢業條件）", " (for the cross-domain requirement only)"));
    }
    if restriction.doubt.is_some() {
        text.push_str(lang.pick("（是否這樣解讀，須確認）", " (whether it is meant so is to be confirmed)"));
    }
    text
}

fn years(lang: Lang, years: EntryYears) -> String {
    match (lang, years.from, years.to) {
        (_, None, None) => String::new(),
        (Lang::ZhTw, Some(from), None) => format!("（{from} 學年度起入學）"),
        (Lang::ZhTw, None, Some(to)) => format!("（{to} 學年度以前入學）"),
        (Lang::ZhTw, Some(from), Some(to)) => format!("（{from} 至 {to} 學年度入學）"),
        (Lang::En, Some(from), None) => format!(" (entry year {from} on)"),
        (Lang::En, None, Some(to)) => format!(" (entry year {to} and before)"),
        (Lang::En, Some(from), Some(to)) => format!(" (entry years {from} to {to})"),
    }
}

fn kind(lang: Lang, kind: &Kind, name: &dyn Fn(&str) -> String) -> String {
    let zh = lang == Lang::ZhTw;
    let courses = |codes: &[String]| units::list(lang, codes.iter().map(|code| name(code)));
    let of = |department: &str| names::unit(lang, department);
    let departments = |all: &[String]| units::list(lang, all.iter().map(|one| of(one)));
    let within = |names: &[String]| units::categories(lang, names);
    let one = |name: &str| units::category(lang, name).to_owned();
    let credits = |n: Credits| units::credits(lang, n);
    let count = |n: u16| units::courses(lang, usize::from(n));
    let at_least = |subject: String, amount: String| match lang {
        Lang::ZhTw => format!("{subject}至少 {amount}。"),
        Lang::En => format!("{subject}: at least {amount}."),
    };
    let outside = |names: &[String]| match (zh, names.is_empty()) {
        (true, true) => "外系課程".to_owned(),
        (true, false) => format!("{}的外系課程", within(names)),
        (false, true) => "Courses from outside your department".to_owned(),
        (false, false) => format!("Courses from outside your department in {}", within(names)),
    };
    match kind {
        Kind::NotOpenTo(rule) if zh => format!("不開放{}學生修讀。", units::list(lang, &rule.departments)),
        Kind::NotOpenTo(rule) => format!("Not open to students of {}.", departments(&rule.departments)),
        Kind::OnlyOpenTo(rule) if zh => format!("只開放{}學生修讀。", units::list(lang, &rule.departments)),
        Kind::OnlyOpenTo(rule) => format!("Open to students of {} only.", departments(&rule.departments)),
        Kind::MinCrossDomainCredits(rule) => {
            let subject = match (&rule.categories, zh) {
                (None, true) => "基礎以外的跨領域專業課程".to_owned(),
                (None, false) => "Cross-domain professional courses outside Basic".to_owned(),
                (Some(names), true) => format!("{}的跨領域專業課程", within(names)),
                (Some(names), false) => format!("Cross-domain professional courses in {}", within(names)),
            };
            at_least(subject, credits(rule.credits))
        }
        Kind::MinCreditsOutsideDepartment(rule) => at_least(outside(&rule.categories), credits(rule.credits)),
        Kind::MinCoursesOutsideDepartment(rule) => at_least(outside(&rule.categories), count(rule.courses)),
        Kind::MinCoursesInCategories(rule) => at_least(within(&rule.categories), count(rule.courses)),
        Kind::MinCreditsInCategories(rule) => at_least(within(&rule.categories), credits(rule.credits)),
        Kind::MinCoursesTotal(rule) => {
            at_least(lang.pick("全部課程", "Courses in all").to_owned(), count(rule.courses))
        }
        Kind::MinCoursesFrom(rule) => {
            let what = match &rule.what {
                Some(what) => audit::text(lang, what).to_owned(),
                None => courses(&rule.courses),
            };
            let mut text = at_least(format!("{} {what} ", one(&rule.category)), count(rule.at_least));
            if rule.equivalents {
                text.push_str(lang.pick("同等課程經確認可替代。", " An equivalent may be accepted; ask."));
            }
            text
        }
        Kind::RequiredCourses(rule) => {
            let names = rule.courses.iter().filter_map(|codes| codes.first()).map(|code| name(code));
            let names = units::list(lang, names);
            match (zh, rule.certain) {
                (true, None) => format!("必修：{names}。"),
                (true, Some(n)) => format!("標為必修：{names}；資料互相矛盾，確定必修的有 {n} 門。"),
                (false, None) => format!("Required: {names}."),
                (false, Some(n)) => format!("Marked required: {names}. The sources differ; {n} certainly is."),
            }
        }
        Kind::CollegeMustTake(rule) if zh => format!("{}學生必修：{}。", rule.college, courses(&rule.courses)),
        Kind::CollegeMustTake(rule) => {
            let college = units::college(lang, &rule.college);
            format!("Students of {college} must take {}.", courses(&rule.courses))
        }
        Kind::InPersonMinimum(rule) if zh => format!("{}的最低門數須以實體課程修足。", within(&rule.categories)),
        Kind::InPersonMinimum(rule) => {
            format!("The minimum of {} must be taught in person.", within(&rule.categories))
        }
        Kind::OneRequiredOneElective(rule) if zh => {
            format!("須含必修 {} 門、選修 {} 門（清單沒有標示，要向微學程確認）。", rule.required, rule.elective)
        }
        Kind::OneRequiredOneElective(rule) => format!(
            "{} required and {} elective (the list does not mark them; ask the program).",
            count(rule.required),
            rule.elective
        ),
        Kind::SingleTrack(rule) if zh => {
            format!("{}須全部選自同一領域（{}）。", within(&rule.categories), rule.tracks.join("或"))
        }
        Kind::SingleTrack(rule) => {
            format!("{}: all courses of one field, either {}.", within(&rule.categories), rule.tracks.join(" or "))
        }
        Kind::CategoryMinimumInDoubt(rule) => audit::text(lang, &rule.text).to_owned(),
        Kind::OneFromEachTrack(rule) if zh => {
            format!("{}：{}各至少 1 門。", one(&rule.category), units::list(lang, &rule.tracks))
        }
        Kind::OneFromEachTrack(rule) => {
            format!("{}: one course of each of {}.", one(&rule.category), units::list(lang, &rule.tracks))
        }
        Kind::OnePerSubclass(rule) if zh => format!("{}每個次分類至多採計 1 門。", one(&rule.category)),
        Kind::OnePerSubclass(rule) => format!("{}: at most one course of each subclass counts.", one(&rule.category)),
        Kind::DepartmentLimitedToTrack(rule) if zh => {
            format!("{}學生基礎以外的課程，限「{}」領域才計入。", rule.department, rule.track)
        }
        Kind::DepartmentLimitedToTrack(rule) => {
            format!(
                "For students of {}, courses outside Basic count in the field {} only.",
                of(&rule.department),
                rule.track
            )
        }
        Kind::DepartmentLimitedToCourses(rule) if zh => {
            format!("{}學生的{}限修：{}。", rule.department, one(&rule.category), courses(&rule.courses))
        }
        Kind::DepartmentLimitedToCourses(rule) => format!(
            "For students of {}, only these count in {}: {}.",
            of(&rule.department),
            one(&rule.category),
            courses(&rule.courses)
        ),
        Kind::DepartmentExcludedCourses(rule) if zh => {
            format!("{}學生的{}不採計：{}。", rule.department, one(&rule.category), courses(&rule.courses))
        }
        Kind::DepartmentExcludedCourses(rule) => format!(
            "For students of {}, these do not count in {}: {}.",
            of(&rule.department),
            one(&rule.category),
            courses(&rule.courses)
        ),
        Kind::DepartmentSimilarCoursesNotCounted(rule) if zh => {
            format!("{}學生：與本系性質相同的課程不採計。", rule.department)
        }
        Kind::DepartmentSimilarCoursesNotCounted(rule) => {
            format!("For students of {}, courses like the department's own do not count.", of(&rule.department))
        }
        Kind::CapstonePrerequisite(rule) if zh => {
            format!("修{}前，{}須先修滿 {}。", one(&rule.capstone), within(&rule.categories), credits(rule.credits))
        }
        Kind::CapstonePrerequisite(rule) => {
            format!("Before {}: {} of {}.", one(&rule.capstone), credits(rule.credits), within(&rule.categories))
        }
        Kind::AcceptsUnlisted(rule) if zh => {
            format!("{}也接受清單以外的{}，須先確認。", one(&rule.category), audit::text(lang, &rule.what))
        }
        Kind::AcceptsUnlisted(rule) => {
            format!(
                "{} also takes {} that the list does not name; ask first.",
                one(&rule.category),
                audit::text(lang, &rule.what)
            )
        }
        Kind::MaxCreditsFrom(rule) if zh => {
            format!("{}合計最多採計 {}。", courses(&rule.courses), credits(rule.credits))
        }
        Kind::MaxCreditsFrom(rule) => {
            format!("Of {}, at most {} count.", courses(&rule.courses), credits(rule.credits))
        }
        Kind::SameNameOnce(_) => lang.pick("同名課程只採計一次。", "Courses of the same name count once.").to_owned(),
        Kind::EquivalentCourses(rule) if zh => format!("{}視同「{}」。", courses(&rule.from), name(&rule.to)),
        Kind::EquivalentCourses(rule) => format!("{} counts as {}.", courses(&rule.from), name(&rule.to)),
        Kind::MutuallyExclusiveWith(rule) if zh => format!("不得同時修讀「{}」。", name(&rule.program)),
        Kind::MutuallyExclusiveWith(rule) => format!("Not together with {}.", name(&rule.program)),
        Kind::Confirm(rule) => audit::text(lang, &rule.text).to_owned(),
        Kind::Notice(rule) => audit::text(lang, &rule.text).to_owned(),
    }
}
