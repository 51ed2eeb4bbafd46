//! The graduation review's table of courses not placed, against the cross-domain answers by the real curriculum.

use kuayu::audit::{Agreement, Profile, Standing, Student, compare_unplaced};
use kuayu::catalog::{self, Curricula};
use kuayu::import;
use kuayu::transcript::Record;

fn file(path: &str) -> String {
    std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn the_offices_view_is_compared_with_ours() {
    let catalog = catalog::read(&file("programs.json")).unwrap();
    let curriculum = Curricula::read(&file("public/curricula/112.json")).unwrap().group("電子系", &catalog).unwrap();
    let profile = Profile { group: Some("電子系".to_owned()), entry: Some(112), ..Profile::default() };
    let who = Student::new(&catalog, &profile, Some(&curriculum));
    let review = import::read_text(&file("tests/fixtures/transcripts/review.txt"), None);
    let agreement = |record: &Record| compare_unplaced(&catalog, &who, record).0;
    let unplaced: Vec<_> = review.rows.iter().filter(|row| row.unplaced).map(|row| &row.record).collect();
    assert_eq!(unplaced.len(), 10);
    let of = |wanted| unplaced.iter().filter(|record| agreement(record) == wanted).count();
    assert_eq!((of(Agreement::Agrees), of(Agreement::Open), of(Agreement::Differs)), (8, 2, 0));
    // A required course of the own curriculum, by its code or only by its name: that is a difference.
    for code in [Some("3603063".to_owned()), None] {
        let record = Record { code, name: "電磁學".to_owned(), ..Record::default() };
        let (agreement, standing) = compare_unplaced(&catalog, &who, &record);
        assert_eq!(agreement, Agreement::Differs);
        assert!(matches!(standing, Standing::Own { .. }), "{standing:?}");
    }
    // Without a curriculum there is no answer of ours to compare with.
    let stranger = Profile::default();
    let who = Student::new(&catalog, &stranger, None);
    assert!(unplaced.iter().all(|record| compare_unplaced(&catalog, &who, record).0 == Agreement::Open));
}
