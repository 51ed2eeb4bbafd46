//! The credits that a score page states of a semester, beside the rows read: every way to reckon them is allowed.

use kuayu::credits::Credits;
use kuayu::import::{self, IssueKind};

const ROWS: &str = "課號\t修\t課程名稱\t課程編碼\t階段\t學分\t成績\t備註\n\
                    399001\t必\t甲\t9901001\t1\t1.0\t65\t班\n399002\t必\t乙\t9901002\t1\t2.0\t80\t班\n\
                    399003\t必\t丙\t9901003\t1\t4.0\tW\t班\n\t\t丁\t9901004\t1\t8.0\t抵免\t\n";

/// The stated credits and those read, where they differ.
fn differ(footer: &str) -> Option<(Credits, Credits)> {
    let import = import::read_text(&format!("{ROWS}{footer}"), None);
    assert_eq!(import.rows.len(), 4, "{footer}");
    import.issues.into_iter().find(|issue| issue.kind == IssueKind::TotalsDiffer)?.totals
}

#[test]
fn credits_attempted_with_or_without_what_was_given_up_and_transferred() {
    for stated in 0..=16 {
        let allowed = [3, 3 + 4, 3 + 8, 3 + 4 + 8].contains(&stated);
        let expected = (!allowed).then(|| (Credits::whole(stated), Credits::whole(3 + 4)));
        assert_eq!(differ(&format!("修習總學分數\t{stated}.0\n")), expected, "{stated}");
    }
}

#[test]
fn credits_earned_by_either_pass_mark_with_or_without_what_was_transferred() {
    for stated in 0..=16 {
        let allowed = [2, 1 + 2, 2 + 8, 1 + 2 + 8].contains(&stated);
        let expected = (!allowed).then(|| (Credits::whole(stated), Credits::whole(1 + 2 + 8)));
        assert_eq!(differ(&format!("實得學分數\t{stated}.0\n")), expected, "{stated}");
    }
}

#[test]
fn the_number_of_a_total_stands_behind_its_label_or_on_the_next_line() {
    for (footer, attempted, earned) in [
        ("修習總學分數\t7.0\n實得學分數\t3.0\n", "7", "3"),
        ("修習總學分數：7學分\n實得學分數３學分\n", "7", "3"),
        ("修習總學分數：7 學分\n實得學分數：3 學分\n", "7", "3"),
        ("修習總學分數\n7.0\n實得學分數\n3.0\n", "7", "3"),
        // A number under a total that has one is another matter.
        ("修習總學分數\t7.0\n1.0\n實得學分數\t3.0\n頁次 1\n", "7", "3"),
    ] {
        let import = import::read_text(&format!("{ROWS}{footer}"), None);
        let block = &import.blocks[0];
        assert_eq!((block.attempted, block.earned), (Credits::parse(attempted), Credits::parse(earned)), "{footer}");
        assert_eq!(import.skipped().count(), 0, "{footer}");
    }
}

#[test]
fn the_legend_under_the_totals_is_no_course_however_many_cells_it_has() {
    let footer = "備註\tN：未登錄\tW：停修\t#：未送\tP：通過\tF：不通過\n";
    let import = import::read_text(&format!("{ROWS}{footer}"), None);
    assert_eq!((import.skipped().count(), import.ignored.clone()), (0, vec![1, 6]));
}
