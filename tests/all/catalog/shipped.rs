//! The shipped data files: complete, consistent, and made from the facts as they are.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use kuayu::catalog::{Catalog, CourseList, Curricula, SharedList, read, read_document};
use kuayu::rules::Kind;

fn file(path: &str) -> String {
    std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn catalog() -> Catalog {
    read(&file("programs.json")).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

#[test]
fn holds_what_the_official_list_of_114_holds() {
    let catalog = catalog();
    let edition = catalog.edition("114-1").unwrap();
    let mut colleges: BTreeMap<&str, usize> = BTreeMap::new();
    for program in &edition.programs {
        *colleges.entry(&program.college).or_default() += 1;
    }
    let expected =
        [("機電學院", 6), ("電資學院", 13), ("工程學院", 9), ("管理學院", 7), ("設計學院", 7), ("人社學院", 4)];
    assert_eq!(colleges, BTreeMap::from(expected));
    let order: Vec<&str> = edition.programs.iter().map(|program| program.college.as_str()).collect();
    let runs = order.windows(2).filter(|pair| pair[0] != pair[1]).count() + 1;
    assert_eq!(runs, 6, "the programs of a college stand together");

    let listings = || edition.programs.iter().flat_map(|program| program.listings());
    let school = |listing: &kuayu::catalog::document::Listing| {
        catalog.listed(listing).and_then(|id| catalog.course(id)).unwrap().school.is_some()
    };
    assert_eq!(listings().filter(|(_, listing)| !school(listing)).count(), 1241);
    assert_eq!(listings().filter(|(_, listing)| school(listing)).count(), 7);
    assert_eq!(listings().filter(|(category, _)| category.is_none()).count(), 2);
    assert_eq!(listings().filter(|(_, l)| l.code.is_none() && !school(l)).count(), 0);
    assert_eq!(listings().filter(|(_, listing)| listing.category_not_printed).count(), 30);

    let marked = |keep: fn(&kuayu::catalog::document::Program) -> bool| {
        edition.programs.iter().filter(|program| keep(program)).map(|p| p.code.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(marked(|program| program.own_department_only), ["AVK", "AVU", "AZ7", "AZ8"]);
    assert_eq!(marked(|program| program.taught_in_english), ["AZ7", "AZ8"]);
    assert_eq!(marked(|program| program.table_credits.is_some()), ["AVC", "AV6"]);
}

#[test]
fn has_one_spelling_for_a_course() {
    let catalog = catalog();
    for code in ["3721010", "3721011"] {
        let course = catalog.course(catalog.by_code(code).unwrap()).unwrap();
        assert!(course.name.starts_with("人工智慧導論與程式語言("), "{}", course.name);
    }
    // No name differs from another only in what is folded away for comparing.
    let mut spellings: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (_, course) in catalog.courses() {
        let plain: String = course.name.chars().filter(|c| !c.is_whitespace()).collect();
        spellings.entry(plain).or_default().insert(&course.name);
    }
    let double: Vec<_> = spellings.values().filter(|names| names.len() > 1).collect();
    assert!(double.is_empty(), "{double:?}");
}

#[test]
fn every_restriction_reads_back_as_it_is_written() {
    let text = file("programs.json");
    let document = read_document(&text).unwrap();
    let again = serde_json::to_string(&document).unwrap();
    assert_eq!(read_document(&again).unwrap(), document);
    // The same content without layout: nothing was read that is not written, and nothing lost.
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(value(&again), value(&text));
}

#[test]
fn names_departments_whose_groups_have_curricula() {
    let catalog = catalog();
    let known: HashSet<&str> = catalog.groups().map(|(group, ..)| group).collect();
    for year in 112..=115 {
        let curricula = Curricula::read(&file(&format!("public/curricula/{year}.json"))).unwrap();
        assert_eq!(curricula.year, year);
        for group in curricula.groups() {
            assert!(known.contains(group), "{group} of {year} belongs to no department");
        }
        if year == 115 {
            let all: HashSet<&str> = curricula.groups().collect();
            assert_eq!(known, all);
        }
    }
    for (name, group) in [("英文系", "英文系"), ("能源與冷凍空調系", "能源冷凍空調系"), ("機械工程系", "機械系")]
    {
        assert_eq!(catalog.groups_named(name), [group]);
    }
    assert_eq!(catalog.department("英文系").unwrap().name, "應英系");
}

#[test]
fn curricula_hold_rows_and_credit_tables() {
    let catalog = catalog();
    let curricula = Curricula::read(&file("public/curricula/112.json")).unwrap();
    let group = curricula.group("能源冷凍空調系", &catalog).unwrap();
    let credits = group.credits.unwrap();
    let blocks = [credits.common_required, credits.professional_required, credits.professional_elective, credits.free];
    assert_eq!(blocks.map(|block| block.to_string()), ["28", "65", "19", "20"]);
    assert_eq!(credits.total.to_string(), "132");
    assert_eq!(group.rows().len(), 110);
    assert_eq!(group.as_of(), Some("2025-09-01"));
    let newest = Curricula::read(&file("public/curricula/115.json")).unwrap();
    assert!(newest.group("土木系", &catalog).unwrap().credits.is_none());

    let shared = curricula.shared();
    assert_eq!(shared["1416019"], (SharedList::GeneralEducation, "通識中心【博雅課程－自然】"));
    assert_eq!(shared["AA02005"].0, SharedList::Common);
    for year in 112..=114 {
        let curricula = Curricula::read(&file(&format!("public/curricula/{year}.json"))).unwrap();
        for name in curricula.groups() {
            let group = curricula.group(name, &catalog).unwrap();
            let table = group.credits.unwrap();
            let sum: kuayu::credits::Credits =
                [table.common_required, table.professional_required, table.professional_elective, table.free]
                    .into_iter()
                    .sum();
            // Two tables do not add up at the source itself; they are shown as they are.
            let differs = sum != table.total;
            let known = [(112, "互動與創新外生專班")];
            assert!(!differs || known.contains(&(year, name)), "{year} {name}: {sum} {}", table.total);
        }
    }
}

#[test]
fn the_search_knows_every_course() {
    let list = CourseList::read(&file("public/courses.json")).unwrap();
    assert_eq!(list.all().len(), 7624);
    let codes: HashSet<&str> = list.all().iter().map(|course| course.code.as_str()).collect();
    assert_eq!(codes.len(), 7624);
    // Courses without a class that only programs name, because they are new in 115 (the last seven) or were on the list
    // of 114 alone; the search finds them through the catalog.
    let catalog = catalog();
    let own = catalog.courses().filter(|(_, course)| course.school.is_none());
    let missing: Vec<&str> = own.filter_map(|(_, c)| c.code.as_deref()).filter(|code| !codes.contains(code)).collect();
    let of_114 = ["5402111", "5704032", "5704048", "5724017", "A502240", "A503032", "AV40002"];
    let of_115 = ["B405001", "B405002", "B405003", "C504010", "C504011", "C504012", "C504013"];
    assert_eq!(missing, [of_114, of_115].concat());
    let lists = |edition: &str, code: &str| {
        let programs = &catalog.edition(edition).unwrap().programs;
        programs.iter().any(|program| program.listings().any(|(_, one)| one.code.as_deref() == Some(code)))
    };
    assert!(of_114.iter().all(|code| lists("114-1", code) && !lists("115-1", code)));
    assert!(of_115.iter().all(|code| lists("115-1", code) && !lists("114-1", code)));
    assert_eq!(list.search("綠建築", 3, &|_| None).len(), 3);
}

#[test]
fn common_courses_are_marked() {
    let catalog = catalog();
    let common = |code: &str| catalog.course(catalog.by_code(code).unwrap()).unwrap().common;
    assert!(common("1416019") && common("14E2094") && common("AA02005"));
    assert!(!common("3104126") && !common("C103003") && !common("AVW0001"));
}

#[test]
fn programs_state_their_rules() {
    let catalog = catalog();
    let edition = catalog.edition("114-1").unwrap();
    let kinds = |code: &str| {
        let program = edition.programs.iter().find(|program| program.code == code).unwrap();
        program.restrictions.iter().map(|restriction| restriction.kind.name()).collect::<Vec<_>>()
    };
    assert_eq!(kinds("AVM"), ["only_open_to", "min_courses_outside_department", "min_cross_domain_credits"]);
    assert_eq!(kinds("AVA"), [""; 0]);
    let all = edition.programs.iter().flat_map(|program| &program.restrictions);
    let asked = all.filter(|restriction| matches!(restriction.kind, Kind::Confirm(_)));
    assert_eq!(asked.count(), 6);
    // The final list of 114 asks no cross-domain credits and no physics of AVC any more.
    assert_eq!(kinds("AVC"), ["notice", "confirm"]);
}

#[test]
fn the_edition_of_115_differs_where_115_changed_something() {
    let catalog = catalog();
    assert_eq!(catalog.editions().iter().map(|edition| edition.id.as_str()).collect::<Vec<_>>(), ["114-1", "115-1"]);
    let (before, after) = (catalog.edition("114-1").unwrap(), catalog.edition("115-1").unwrap());
    let codes = |edition: &kuayu::catalog::document::Edition| {
        edition.programs.iter().map(|program| program.code.clone()).collect::<BTreeSet<_>>()
    };
    let new: Vec<String> = codes(after).difference(&codes(before)).cloned().collect();
    assert_eq!(new, ["AZH", "AZI", "AZJ"]);
    assert!(codes(before).is_subset(&codes(after)));

    let program = |code: &str| after.programs.iter().find(|program| program.code == code).unwrap();
    let kinds = |code: &str| program(code).restrictions.iter().map(|r| r.kind.name()).collect::<Vec<_>>();
    assert_eq!(program("AVH").min_credits.to_string(), "9");
    assert_eq!(kinds("AV3"), ["notice", "equivalent_courses", "equivalent_courses"]);
    assert_eq!(kinds("AVC"), ["min_credits_outside_department", "notice", "confirm"]);
    assert_eq!(kinds("AV4"), ["in_person_minimum", "min_cross_domain_credits"]);
    assert_eq!(kinds("AZH").last(), Some(&"mutually_exclusive_with"));
    let limited: Vec<&str> = program("AVS")
        .restrictions
        .iter()
        .filter_map(|restriction| match &restriction.kind {
            Kind::DepartmentLimitedToTrack(rule) => Some(rule.track.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(limited, ["金融資訊安全管理與稽核", "軟體安全與新興資安技術"]);
    // What a program listed in 114 and no longer lists is told apart from what it never listed.
    let listings: usize = after.programs.iter().map(|program| program.listings().count()).sum();
    assert_eq!(listings, 1306);
    assert!(program("AZ7").not_listed.iter().any(|course| course.code.as_deref() == Some("5402222")));
    assert!(after.programs.iter().all(|program| program.standard_url.contains("year=115")));
}

#[test]
fn a_code_under_another_courses_name_is_noticed() {
    let catalog = catalog();
    assert_eq!(catalog.misnamed("3401007", "綠建築概論"), Some("測量學(一)"));
    // The same name, near ones, none, one in English; a code that nobody knows.
    for name in ["測量學（一）", "測量學", "測量學(二)", "測量學實習", "", "Surveying"] {
        assert_eq!(catalog.misnamed("3401007", name), None, "{name}");
    }
    assert_eq!(catalog.misnamed("9999999", "綠建築概論"), None);
    for (_, course) in catalog.courses() {
        let code = course.code.as_deref().unwrap_or_default();
        assert_eq!(catalog.misnamed(code, &course.name), None, "{code} {}", course.name);
    }
}
