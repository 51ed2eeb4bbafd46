//! What can be the matter with an import, kind by kind, in both languages.

use crate::import::IssueKind;

/// In Chinese: what is the matter, and what to do about it.
pub(super) fn zh_tw(kind: IssueKind) -> (&'static str, &'static str) {
    use IssueKind::*;
    match kind {
        Empty => ("裡面沒有內容", "請確認選對檔案，或把成績頁全選、複製後貼上。"),
        TooLarge => (
            "檔案太大",
            "成績的文字檔不會超過 5 MB、試算表與 PDF 不會超過 20 MB，請確認選對檔案；也可以直接貼上成績頁的文字。",
        ),
        Binary => ("這不是文字檔", "本站讀不懂這種格式。請改貼成績頁的文字，或選試算表、PDF、CSV、存下的網頁。"),
        Picture => ("這是圖片", "圖片裡的字讀不到。請打開成績頁，全選、複製後貼上，或把那一頁存成網頁檔。"),
        Archive => ("這是壓縮檔", "請先解壓縮，再選裡面的成績檔。"),
        Document => ("這是文書檔（Word、簡報等）", "請把裡面的表格全選、複製，貼到上面的框；或另存成純文字或 CSV。"),
        Workbook => ("這個試算表打不開", "檔案可能壞了。請用試算表程式打開再另存成 .xlsx，或把儲存格直接複製貼上。"),
        Pdf => ("這個 PDF 打不開", "檔案可能壞了。請重新下載或重印一次，或直接貼上成績頁的文字。"),
        Password => ("這個檔案有密碼", "請先在原來的程式打開，另存一份沒有密碼的；或把內容複製貼上。"),
        TooMuch => {
            ("檔案裡的東西太多", "超過 10 萬列、500 頁，或解開後超過 100 MB。請只留下成績的那一張表，再選一次。")
        }
        Scan => (
            "這個 PDF 裡只有圖片",
            "它是掃描或拍照的，沒有文字可以讀。請改用入口網站的成績頁：貼上、存成網頁，或列印成 PDF。",
        ),
        Garbled => (
            "這個 PDF 的文字讀不出來",
            "它的字型沒有註明每個字是什麼，讀出來會是亂碼，所以沒有讀。請改貼成績頁的文字，或從瀏覽器列印成 PDF。",
        ),
        NoReader => (
            "讀試算表與 PDF 的程式沒有載入",
            "可能是網路中斷，或網站剛更新。請再選一次檔案，或重新整理；也可以直接貼上。",
        ),
        Backup => ("這是跨域的備份檔", "備份檔請到「設定」頁，按「從備份檔還原」。這一頁只匯入成績與課程表格。"),
        OtherJson => ("這是其他程式的資料檔（JSON）", "本站讀不懂它。請在那個程式匯出成 CSV，或貼上學校的成績頁。"),
        DamagedText => ("部分文字無法解讀", "請看看課名是否有缺字；課程編碼正確就不影響判定。"),
        Recognised => ("這個 PDF 的文字是從圖片辨識的", "辨識可能認錯字。請逐列核對課程編碼與成績。"),
        NulBytes => ("檔案裡有壞掉的位元組", "已略過它們，其餘照讀。請看看課名與編碼是否完整。"),
        NoCourses => ("找不到任何課程", "每列至少要有課程編碼或課程名稱。可以下載範本照著填，或貼上成績頁的全部文字。"),
        SurveyGate => ("這頁要求先填教學評量", "填完教學評量後，成績頁才會顯示成績。填完再複製一次。"),
        AwardGate => ("這頁要求先投教學獎項的票", "投完票後，成績頁才會顯示成績。投完再複製一次。"),
        LoginPage => ("這是登入頁，或連線已逾時", "請重新登入校園入口網站，打開歷年成績後再複製或存檔。"),
        NoResults => ("這頁說還沒有成績", "學期成績公布後再匯入；這學期修的課可以先自己勾選「修習中」。"),
        Ranking => ("這是排名頁，不是成績頁", "這頁只有名次，沒有課程。請改開「歷年成績」。"),
        CourseSearch => (
            "這是課程查詢或開課清單，不是你的課",
            "清單裡的課不一定是你修的，所以沒有讀。請改開「歷年成績」，或你自己的「選課表」。",
        ),
        NotTranscript => (
            "這個網頁看起來不是成績",
            "裡面的表格沒有成績或狀態欄，所以沒有讀。若確實是你的課程表格，請在下面把格式改成「表格」。",
        ),
        NoGradeColumn => ("沒有成績或狀態欄", "所有課程先當作修習中。請在下方改成「通過」，或在表格加上成績欄。"),
        ColumnsDoubtful => {
            ("沒有標題列，欄位是猜的，而且有的格子不太合", "請看看下面每一欄被當成什麼，不對就改；改了會重讀一次。")
        }
        UnknownHeading => {
            ("看不懂這個欄名，這一欄沒有讀", "如果它是成績、學分等，請在下面選「這一欄是……」；改了會重讀一次。")
        }
        NotFullTranscript => ("畢業資格審查不是完整成績", "這頁只列出一部分的課程。要有全部，請再匯入歷年成績。"),
        StrayQuotes => ("這一列的引號沒有成對", "不理會引號讀了這一列，請看看課名是否正確。"),
        NoneKnown => ("這些名稱都不是本站認得的課", "也許貼錯了內容。如果是你的課，補上課程編碼會更準確。"),
        OtherStudent => {
            ("學號不同：這可能是別人的成績", "請確認每一份都是同一個人的，再存起來。學號只用來比對，不會存。")
        }
        OtherGroup => {
            ("系所和你的資料不同：這可能是別人的成績", "請確認是你的；如果你轉了系，或資料填錯了，可以改你的資料。")
        }
        OtherEntry => ("入學年度和你的資料不同", "請確認是你的成績，以及你的資料填的入學年度。"),
        EmptyTerm => ("這個學期還沒有成績", "這學期修的課可以先自己勾選「修習中」。"),
        TotalsDiffer => ("學分數和讀到的不同", "請對照成績頁，看看是否少貼了幾列。抵免的課可能不算在學期裡。"),
        NoCourse => ("沒有課程編碼也沒有課名", "補上其中一項再匯入，或自己新增這門課。"),
        WrongColumns => ("欄位數不對", "可能少複製了一部分，或課名裡有逗號。請修正這一列，或自己新增這門課。"),
        GradeColumnUnknown => ("找不到成績欄，這一列沒有讀", "請在下面選哪一欄是成績；改了會重讀一次。"),
        Duplicate => ("和前面一列完全相同", "只讀一次。若真的修了兩次，請補上學期。"),
        NoClassNumber => ("連結裡有看不懂的課號", "課號是六位數字，連結可能少複製了一段。請再複製一次。"),
        LinkWithoutTerm => {
            ("連結沒有寫學期，不知道是哪個學期的課號", "請在排課網站重新複製分享連結，或自己新增這些課。")
        }
        ClassUnknown => (
            "這個學期的開課資料裡沒有這個課號，不知道是哪一門課",
            "這裡的開課資料只收各微學程列出的課。要記下這門課，請用課名或課程編碼自己新增。",
        ),
        ClassesUnknown => ("沒有這個學期的開課資料，不知道課號是哪一門課", "請用課名或課程編碼自己新增這些課。"),
        ClassesNotHere => {
            ("拿不到這個學期的開課資料，還不知道課號是哪一門課", "請檢查網路連線，再按一次「讀取」（或再選一次檔案）。")
        }
        ClassAgain => ("同一門課前面已經讀過", "同一學期的同一門課只讀一次，不論哪一班。"),
        CodeMissing => ("沒有課程編碼", "先用課名辨認。補上七碼課程編碼會更準確。"),
        CodeUnreadable => ("課程編碼不是七碼", "課程編碼是七個英文字母或數字。先用課名辨認，請補上正確的編碼。"),
        CodeMangled => ("課程編碼被試算表改成數字", "像 14E0101 這樣的編碼會被當成科學記號。請把該欄設為文字後重填。"),
        ClassNotCode => {
            ("這是六碼課號，不是課程編碼", "課號是某學期的一個班，先用課名辨認。補上七碼課程編碼會更準確。")
        }
        SeveralCodes => ("一格裡有好幾個課程編碼", "每一個都讀成一門課，請把不是你修的取消勾選。"),
        CreditsUnreadable => ("學分看不懂", "請自己填上學分。"),
        CreditsImplausible => ("學分多得不合理", "沒有一門課有這麼多學分。請對照成績單後改正。"),
        CreditsDiffer => ("學分和課程資料不同", "請選哪一個對；沒選的話照這份資料存，判定時兩種都會看。"),
        CodeOfAnother => ("課程編碼是另一門課的", "請選以編碼還是課名為準；沒選的話照編碼算。"),
        GradeUnreadable => ("成績看不懂", "先當作修習中。請自己改成正確的狀態。"),
        StatusContradictsGrade => ("成績與狀態不一致", "先當作未通過。如果成績單上是通過，請自己改成正確的狀態。"),
        StageUnreadable => ("階段看不懂", "階段是 1、2 或全。先當作沒有分階段。"),
        TermUnreadable => ("學期看不懂", "請寫成 114-1 這樣。不影響資格判定。"),
        StatusUnreadable => ("狀態看不懂", "請寫通過、修習中、計畫修或未通過。先照成績判定。"),
        TransferWithScore => ("抵免的課寫著分數", "先照分數判定。請確認這門課確實抵免成功。"),
        ZeroScore => ("成績是 0", "0 分有時表示成績還沒登錄。若是如此，請改成修習中。"),
        PassedTwice => (
            "同一門課通過了兩次",
            "如果是上、下學期各修一半的學年課，請在表格加上「階段」欄，填 1 和 2；沒有階段時只算一次。",
        ),
        TermOver => ("這個學期已經結束，連結沒有寫成績", "先當作修習中。請改成實際的結果，或匯入歷年成績。"),
        Retake => ("同一門課有更好的一次", "每一次都保留，判定時用最好的一次。"),
        ShortRow => ("這一列比較短", "後面的欄位當作空白，請確認成績和狀態。"),
        CellsUnsure => ("這一列的字不確定各屬於哪一格", "請對照檔案，看課名有沒有少字或多字。"),
    }
}

/// The same in English.
pub(super) fn en(kind: IssueKind) -> (&'static str, &'static str) {
    use IssueKind::*;
    match kind {
        Empty => ("There is nothing in it", "Check the file, or select all of the score page, copy and paste it."),
        TooLarge => (
            "The file is too large",
            "No transcript is over 5 MB as text or 20 MB as a workbook or PDF: check the file, or paste the score page.",
        ),
        Binary => (
            "This is not text",
            "This format is not read. Paste the score page, or choose a workbook, a PDF, a CSV file or a saved page.",
        ),
        Picture => (
            "This is a picture",
            "Text in pictures is not read. Copy the score page and paste it, or save it as a web page.",
        ),
        Archive => ("This is a compressed file", "Take the files out first, then choose the transcript among them."),
        Document => (
            "This is a document (Word, slides)",
            "Select the table in it, copy and paste it above; or save it as plain text or CSV.",
        ),
        Workbook => (
            "This workbook cannot be opened",
            "The file may be damaged. Open it in the spreadsheet and save it as .xlsx, or copy the cells and paste them.",
        ),
        Pdf => (
            "This PDF cannot be opened",
            "The file may be damaged. Download or print it again, or paste the text of the score page.",
        ),
        Password => (
            "The file has a password",
            "Open it where it was made and save a copy without a password, or copy its contents and paste them.",
        ),
        TooMuch => (
            "There is too much in the file",
            "More than 100,000 rows, 500 pages, or 100 MB once unpacked. Keep the sheet with the scores only.",
        ),
        Scan => (
            "This PDF holds pictures only",
            "It was scanned or photographed and has no text. Use the portal's score page: paste it, save it, or print it as PDF.",
        ),
        Garbled => (
            "The text of this PDF cannot be told",
            "Its fonts do not say which characters they write, so nothing was read. Paste the score page, or print it from the browser.",
        ),
        NoReader => (
            "The part that opens workbooks and PDF files did not load",
            "The network may have failed, or the site was just updated. Choose the file again, reload, or paste instead.",
        ),
        Backup => (
            "This is a backup file of Kuayu",
            "Restore it on the Settings page. This page imports scores and tables of courses only.",
        ),
        OtherJson => (
            "These are data of another app (JSON)",
            "They mean nothing here. Export them as CSV there, or paste the score page.",
        ),
        DamagedText => (
            "Some characters cannot be decoded",
            "Look for gaps in the names. The verdict stands as long as the codes are right.",
        ),
        Recognised => (
            "The text of this PDF was recognised from a picture",
            "Recognition makes mistakes: compare every code and grade.",
        ),
        NulBytes => {
            ("There are damaged bytes in the file", "They were left out, the rest was read: check names and codes.")
        }
        NoCourses => (
            "No course found",
            "Each row needs a course code or a name. Fill in the template, or paste the whole score page.",
        ),
        SurveyGate => (
            "The page asks for the teaching survey first",
            "Scores are shown after the survey is filled in. Copy the page again then.",
        ),
        AwardGate => (
            "The page asks for the teaching award vote first",
            "Scores are shown after the vote. Copy the page again then.",
        ),
        LoginPage => (
            "This is the login page, or the session has ended",
            "Log in to the portal again, open the score page, then copy or save it.",
        ),
        NoResults => (
            "The page says that there are no results yet",
            "Import again when they are out; this semester's courses can be ticked as in progress.",
        ),
        Ranking => (
            "This is the ranking page, not the score page",
            "It has ranks and no courses. Open 歷年成績 (all semesters) instead.",
        ),
        CourseSearch => (
            "This is a list of classes offered, not of your courses",
            "They need not be yours, so none was read. Open the score page, or your own timetable (選課表).",
        ),
        NotTranscript => (
            "This web page does not look like a transcript",
            "Its tables have no column of grades or status, so nothing was read. If it is a table of your courses, set the format to table below.",
        ),
        NoGradeColumn => (
            "No column for grades or status",
            "All courses are taken as in progress. Set them to passed below, or add a column of grades.",
        ),
        ColumnsDoubtful => (
            "There are no headings, and some cells do not fit the columns guessed",
            "Look below at what each column was taken for, and change what is wrong; the source is read again.",
        ),
        UnknownHeading => (
            "This heading is not known, and its column was not read",
            "If it holds grades, credits or the like, say so below; the source is read again.",
        ),
        NotFullTranscript => (
            "The graduation review is not a full transcript",
            "It lists some of the courses only. Import the score page too.",
        ),
        StrayQuotes => {
            ("A quotation mark of this row has no partner", "The row was read without regard to it: check the name.")
        }
        NoneKnown => (
            "None of these names is a course known here",
            "Perhaps this is the wrong text. If they are your courses, add their codes.",
        ),
        OtherStudent => (
            "Another student number: these may be somebody else's scores",
            "Make sure that all of them are one person's before storing. The number is only compared, never stored.",
        ),
        OtherGroup => (
            "Another department than in your profile: these may be somebody else's scores",
            "Make sure that they are yours; if you changed department or the profile is wrong, correct it.",
        ),
        OtherEntry => (
            "Another entry year than in your profile",
            "Make sure that the scores are yours, and that the profile's entry year is right.",
        ),
        EmptyTerm => ("No results for this semester yet", "Its courses can be ticked as in progress."),
        TotalsDiffer => (
            "The credits that the page states are not those of the rows read",
            "Compare with the page: rows may be missing. Transferred courses may not be in a semester's total.",
        ),
        NoCourse => ("Neither a code nor a name", "Add one of them and import again, or add the course by hand."),
        WrongColumns => (
            "Wrong number of columns",
            "Part of the row may be missing, or a name holds a comma. Correct it, or add the course by hand.",
        ),
        GradeColumnUnknown => (
            "No column of grades was found, so the row was not read",
            "Say below which column holds the grades; the source is read again.",
        ),
        Duplicate => ("The same as an earlier row", "Read once. If it was taken twice, add the semesters."),
        NoClassNumber => (
            "Something in the link is no class number",
            "Class numbers have six digits; perhaps the link was not copied whole. Copy it again.",
        ),
        LinkWithoutTerm => (
            "The link does not say of which semester its class numbers are",
            "Copy the link from the timetable app again, or add these courses yourself.",
        ),
        ClassUnknown => (
            "The classes known of this semester do not have this number, so its course is unknown",
            "They are those of courses in a micro-program only. To keep it, add the course by its name or code.",
        ),
        ClassesUnknown => (
            "The classes of this semester are not known, so the course of this number is unknown",
            "Add these courses by their names or codes.",
        ),
        ClassesNotHere => (
            "The classes of this semester could not be fetched, so the course of this number is not known yet",
            "Check your connection, then press Read (or choose the file) again.",
        ),
        ClassAgain => ("The same course was read before", "A course is read once a semester, whichever its class."),
        CodeMissing => ("No course code", "Known by its name only; with its seven-character code it is certain."),
        CodeUnreadable => (
            "The code is not seven characters",
            "Codes are seven letters and digits. Known by its name for now: please correct the code.",
        ),
        CodeMangled => (
            "A spreadsheet turned the code into a number",
            "Codes such as 14E0101 are taken for powers of ten. Format the column as text and enter them again.",
        ),
        ClassNotCode => (
            "This is a class number, not a course code",
            "Class numbers (六碼課號) are of one semester. Known by its name for now; add the seven-character code.",
        ),
        SeveralCodes => ("Several codes in one cell", "Each was read as a course: untick those that you did not take."),
        CreditsUnreadable => ("The credits cannot be read", "Please enter them."),
        CreditsImplausible => ("More credits than any course has", "Compare with the transcript and correct them."),
        CreditsDiffer => (
            "Other credits than in the course data",
            "Choose which holds; otherwise they are stored as they stand, and judged both ways.",
        ),
        CodeOfAnother => (
            "The code is that of another course",
            "Choose whether the code or the name holds; otherwise the code does.",
        ),
        GradeUnreadable => ("The grade cannot be read", "Taken as in progress: please set the status."),
        StatusContradictsGrade => (
            "Grade and status contradict each other",
            "Taken as not passed: if the transcript says passed, please set the status.",
        ),
        StageUnreadable => ("The stage cannot be read", "It is 1, 2 or 全. Taken as a course of one part."),
        TermUnreadable => ("The semester cannot be read", "Write it like 114-1. Verdicts do not need it."),
        StatusUnreadable => {
            ("The status cannot be read", "Write passed, in progress, planned or failed. The grade decides for now.")
        }
        TransferWithScore => (
            "A transferred course with a number",
            "Its number decides for now: please check that the transfer was granted.",
        ),
        ZeroScore => ("The score is 0", "That can mean that there is none yet. If so, set it to in progress."),
        PassedTwice => (
            "Passed twice",
            "If these are the two halves of a year course, add a column 階段 (stage) with 1 and 2; without it they count once.",
        ),
        TermOver => (
            "This semester is over, and a link has no grades",
            "Taken as in progress. Set how it ended, or import the score page.",
        ),
        Retake => ("There is a better attempt", "All attempts are kept; the best one counts."),
        ShortRow => ("The row ends early", "The missing cells are taken as empty: check grade and status."),
        CellsUnsure => (
            "Which text belongs to which cell of this row is not certain",
            "Compare with the file whether the name is whole.",
        ),
    }
}
