//! Graduates: what they can belong to, and what a rule that names a department means for them.

use kuayu::audit::{Degree, Membership, Profile, Student};
use kuayu::catalog::{Catalog, read};

fn catalog() -> Catalog {
    read(include_str!("../../../programs.json")).unwrap()
}

fn graduate(group: &str) -> Profile {
    Profile { group: Some(group.to_owned()), entry: Some(114), degree: Degree::Graduate }
}

#[test]
fn departments_and_institutes_are_to_choose_from_and_no_groups() {
    let catalog = catalog();
    let units: Vec<&str> = catalog.graduate_units().into_iter().map(|(unit, _)| unit).collect();
    for unit in ["機械系", "機電所", "製科所", "環境所", "材資系", "太空所"] {
        assert_eq!(units.iter().filter(|known| **known == unit).count(), 1, "{unit}");
    }
    assert!(!units.iter().any(|unit| unit.contains('【') || unit.ends_with("學院")), "{units:?}");
    assert_eq!(Degree::Graduate.groups_named(&catalog, "材料及資源工程系"), ["材資系"]);
    assert_eq!(Degree::Bachelor.groups_named(&catalog, "材料及資源工程系").len(), 2);
}

#[test]
fn whether_a_rule_for_the_department_means_its_institute_is_to_be_confirmed() {
    let catalog = catalog();
    let membership = |group: &str, department: &str| {
        let profile = graduate(group);
        Student::new(&catalog, &profile, None).membership(department)
    };
    assert_eq!(membership("機電所", "機械系"), Membership::Class);
    assert_eq!(membership("設計所", "建築系"), Membership::Class);
    assert_eq!(membership("設計所", "互動系"), Membership::Class);
    assert_eq!(membership("機電所", "車輛系"), Membership::Stranger);
    assert_eq!(membership("太空所", "電機系"), Membership::Stranger);
    assert_eq!(membership("材資系", "材資系"), Membership::Member);
    // Stored before institutes could be chosen: a group of the department.
    assert_eq!(membership("材資系【材料組】", "材資系"), Membership::Member);
}

#[test]
fn the_own_institute_is_not_outside_and_its_department_is_to_be_confirmed() {
    let catalog = catalog();
    let profile = graduate("機電所");
    let who = Student::new(&catalog, &profile, None);
    assert_eq!(who.outside(Some("機電所")), Some(false));
    assert_eq!(who.outside(Some("機械系")), None);
    assert_eq!(who.outside(Some("土木系")), Some(true));
    assert_eq!(who.college(), Some(Some("機電學院")));
}
