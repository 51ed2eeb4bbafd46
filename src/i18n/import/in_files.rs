//! What to do about an issue where nobody has the review page before them: at the command line, in a batch.

use super::{Lang, Words, issue};
use crate::import::IssueKind;

/// The words for one kind of issue, with what to do in the file itself.
pub fn issue_in_file(kind: IssueKind, lang: Lang) -> Words {
    use IssueKind::*;
    let hint = match kind {
        ColumnsDoubtful => lang.pick(
            "請在檔案最上面加一列欄名（課程編碼、課程名稱、學分、成績、學期）。",
            "Add a first line of headings (code, name, credits, grade, term) to the file.",
        ),
        UnknownHeading | GradeColumnUnknown => lang.pick(
            "請把那一欄的欄名改成本站認得的，例如「成績」「學分」。",
            "Give that column a heading that is known, for example `grade` or `credits`.",
        ),
        NoGradeColumn => lang.pick(
            "請在檔案加上成績欄；沒有的話都當作修習中。",
            "Add a column of grades; without one all courses count as in progress.",
        ),
        SeveralCodes => lang.pick(
            "每一個都讀成一門課，請在檔案刪掉不是這位學生修的。",
            "Each is read as a course; delete from the file what the student did not take.",
        ),
        CreditsDiffer => lang.pick(
            "請對照成績單改正檔案；沒改的話兩種都判。",
            "Compare with the transcript and correct the file; as it stands, both are judged.",
        ),
        CodeOfAnother => lang.pick(
            "請對照成績單改正編碼，或刪掉編碼只留課名；沒改的話照編碼算。",
            "Compare with the transcript and correct the code, or delete it and keep the name; as it stands, the code holds.",
        ),
        ClassesNotHere | ClassesUnknown => lang.pick(
            "課程資料（programs.json）旁邊要有資料夾 classes，裡面要有這個學期的檔案。",
            "A folder `classes` with a file of this semester is needed beside the catalog (programs.json).",
        ),
        _ => return issue(kind, lang),
    };
    Words { hint, ..issue(kind, lang) }
}
