//! English.

use super::{amount, shape};
use crate::catalog::ProblemKind;
use crate::i18n::Lang::En;

pub(super) fn problem(kind: &ProblemKind) -> (String, String) {
    use ProblemKind::*;
    let meant = |word: &Option<String>| word.as_ref().map(|word| format!("did you mean `{word}`?")).unwrap_or_default();
    let s = str::to_owned;
    match kind {
        TooLong { bytes, most } => {
            (format!("the file has {bytes} bytes, at most {most} are read"), s("check that it is the right file"))
        }
        Syntax { message } => {
            (format!("not valid JSON: {message}"), s("look for a comma, quote or bracket here or on the line before"))
        }
        EndsEarly => {
            (s("the file ends in the middle"), s("check the closing brackets, or get the complete file again"))
        }
        UnknownKey { key, suggestion } => (format!("there is no key `{key}`"), meant(suggestion)),
        MissingKey { key } => (format!("the key `{key}` is missing"), s("add it to this object")),
        DuplicateKey { key } => (format!("the key `{key}` stands twice"), s("keep one")),
        UnknownWord { word, suggestion, allowed } => {
            let list = || format!("allowed are {}", allowed.join(", "));
            (format!("`{word}` is not allowed here"), if suggestion.is_some() { meant(suggestion) } else { list() })
        }
        WrongType { found, expected } => {
            (format!("this should be {}, but is {}", shape(expected, En), shape(found, En)), String::new())
        }
        BadValue { message } => (format!("this value means nothing: {message}"), String::new()),
        UnsupportedSchema { found, supported } => (
            format!("the file is of version {found}, this program reads version {supported}"),
            s("use the program of that version, or convert the file"),
        ),
        NoEdition => (s("there is no edition"), s("at least one academic year is needed")),
        EmptyText => (s("the text is empty"), s("fill it in")),
        BadDate { text } => (format!("`{text}` is no date"), s("write it like 2025-09-15")),
        EndsBeforeItBegins => (s("the period ends before it begins"), s("check the two dates")),
        DuplicateTerm { term } => (format!("{term} stands twice in the calendar"), s("keep one")),
        NotAMonday { text } => (format!("{text} is no Monday"), s("write the Monday of week 1")),
        FarFromTerm { text, term } => (format!("{text} is not near {term}"), s("check the year and the term")),
        OutOfOrder { after } => (format!("the date lies before `{after}`, which comes first"), s("check both dates")),
        NotTheseWeeks { from, to } => {
            (format!("the days are not in weeks {from} to {to}"), s("count from `first_monday`, or check that one"))
        }
        UnknownSource { url } => (format!("`sources` does not have {url}"), s("add the source, with its date")),
        BadAddress { text } => {
            (format!("`{text}` is no address"), s("an address begins with https:// and has no spaces"))
        }
        DuplicateCourse { code } => (format!("the course code {code} stands twice in `courses`"), s("keep one")),
        DuplicateName { name } => {
            (format!("the course without code 「{name}」 stands twice"), s("keep one, or give it its code"))
        }
        DuplicateDepartment { name } => {
            (format!("the department name `{name}` stands twice"), s("a name or alias means one department only"))
        }
        DuplicateGroup { name } => (format!("`{name}` belongs to two departments"), s("a group belongs to one only")),
        DuplicateEdition { id } => (format!("the edition {id} stands twice"), s("keep one")),
        DuplicateProgram { code } => (format!("the program {code} stands twice"), s("keep one")),
        DuplicateCategory { name } => (format!("the category `{name}` stands twice"), s("put their courses together")),
        QuestionsDiffer { id } => (
            format!("the question `{id}` stands twice with different words or authorities"),
            s("write it alike, or give one another id"),
        ),
        NothingToDoubt { kind } => {
            (format!("no answer hangs on `{kind}`, so `doubt` says nothing"), s("leave `doubt` out"))
        }
        DuplicateConfirm { id } => (format!("the id `{id}` stands twice"), s("give one of them another id")),
        UnknownCourse { code, suggestion } => {
            let hint = match suggestion {
                Some(code) => format!("did you mean {code}?"),
                None => s("add the course to `courses` first"),
            };
            (format!("`courses` has no course {code}"), hint)
        }
        UnknownCode { code } => {
            (format!("no data file has the course code {code}"), s("check the code, or take the row out"))
        }
        UnknownUnit { name, suggestion } => (format!("no data file has the unit `{name}`"), meant(suggestion)),
        DuplicateUnit { name } => (format!("the unit `{name}` stands twice"), s("keep one")),
        BadTerm { text } => (format!("`{text}` is no semester"), s("write it like 114-1")),
        UnknownName { name, suggestion } => {
            let hint = match suggestion {
                Some(known) => format!("did you mean {known}?"),
                None => s("give its code, or add it to `courses` without one first"),
            };
            (format!("`courses` has no course without code 「{name}」"), hint)
        }
        NameMismatch { code, name, expected } => (
            format!("{code} is called 「{expected}」, here it says 「{name}」"),
            s("one of code and name is mistyped; compare with the official list"),
        ),
        ListedTwice { course } => (format!("the program lists {course} twice"), s("keep one")),
        NotInProgram { code } => {
            (format!("the program does not list the course {code}"), s("check the code, or add it to a category"))
        }
        UnknownCategory { name, suggestion } => (format!("the program has no category `{name}`"), meant(suggestion)),
        UnknownDepartment { name, suggestion } => (format!("`departments` has no `{name}`"), meant(suggestion)),
        UnknownCollege { name, suggestion } => (format!("no department belongs to `{name}`"), meant(suggestion)),
        UnknownTrack { name, suggestion } => (format!("no restriction names the track `{name}`"), meant(suggestion)),
        UnknownProgram { code, suggestion } => (format!("the edition has no program {code}"), meant(suggestion)),
        EmptyCategory { name, min } => (
            format!("the category `{name}` asks for {min} courses and has none"),
            s("add courses; write null where the number is not known"),
        ),
        CategoryTooSmall { name, min, courses } => (
            format!("the category `{name}` asks for {min} courses and has only {courses}"),
            s("nobody can finish it: check the number or the courses"),
        ),
        NotEnoughCredits { min, list } => (
            format!("{min} credits are asked for, all courses together have {list}"),
            s("nobody can finish it: check the credits or the courses"),
        ),
        Impossible { restriction, asks, list } => (
            format!("{restriction} asks for {}, the list has at most {}", amount(*asks, En), amount(*list, En)),
            s("nobody can finish it: check the restriction or the courses"),
        ),
        TooManyRestrictions { count, most } => {
            (format!("{count} restrictions; a program has at most {most}"), s("check for repeats"))
        }
        TooManyNarrowing { count, most } => (
            format!("restrictions on which courses count for a department weigh {count}; a program can bear {most}"),
            s("check for repeats, or ask in one restriction (`doubt`) what several ask"),
        ),
        AndMore { count } => (format!("{count} more mistakes"), s("mend those above and check again")),
    }
}
