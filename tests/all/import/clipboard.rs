//! What is on the clipboard: whether its page says more than its text, and whether it is a link of a timetable app.

use kuayu::import::{has_plan_link, says_more};

fn fixture(name: &str) -> String {
    std::fs::read_to_string(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn a_page_says_more_than_its_text_by_links_to_courses_and_by_merged_cells() {
    let timetable = fixture("transcripts/timetable.html");
    let review = fixture("transcripts/review-spans.html");
    assert!(says_more(&timetable) && says_more(&review));
    for (page, why) in [
        (timetable.replace("code=", "c="), "its links name no course"),
        (review.replace("rowspan", "title"), "no cell stands for several rows"),
        (fixture("portal-page.html"), "the score page prints the codes"),
        ("<table rowspan=2><tr><td>課程編碼<td>成績<tr><td>9901001<td>75</table>".to_owned(), "a table of one's own"),
        (fixture("transcripts/timetable-pasted.txt"), "no page"),
        (fixture("transcripts/review-spans.txt") + "rowspan", "no page"),
    ] {
        assert!(!says_more(&page), "{why}");
    }
}

#[test]
fn a_link_of_a_timetable_app_is_known_with_and_without_its_semester() {
    for text in [
        "https://example.org/?term=115-1&plan=372001",
        "https://example.org/?plan=372001.372003",
        "看這個 https://example.org/?term=115-1&plan=372001",
    ] {
        assert!(has_plan_link(text), "{text}");
    }
    for text in ["", "9901001", "https://example.org/?plan=pro", "https://example.org/?term=115-1&course=372001"] {
        assert!(!has_plan_link(text), "{text}");
    }
}
