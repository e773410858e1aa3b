//! Explanations: versions of figures and years.

use super::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        code: "criteria/date-outside-force",
        vi: "Một phiên bản chỉ có thể có hiệu lực trong thời gian mà phần chứa nó, trước hết là chính tiêu chuẩn, có hiệu lực. Ngày nằm ngoài thời gian đó thường là gõ nhầm năm.",
        en: "A version can be in force only while what it is part of is, the standard itself first of all. A date outside those days is mostly a slip in the year.",
        wrong: "in_force = { from = 2017-01-01 }",
        right: "in_force = { from = 2027-01-01 }",
    },
    Entry {
        code: "criteria/version-overlap",
        vi: "Vào một ngày chỉ có một con số có hiệu lực. Nếu hai phiên bản cùng có hiệu lực thì không biết phải chấm theo số nào.",
        en: "On any day one figure is in force. With two versions in force nobody could say which of them decides.",
        wrong: "points = [\n  { value = 50, in_force = { until = 2027-06-30 }, … },\n  { value = 60, in_force = { from = 2027-01-01 }, … },\n]",
        right: "points = [\n  { value = 50, in_force = { until = 2026-12-31 }, … },\n  { value = 60, in_force = { from = 2027-01-01 }, … },\n]",
    },
    Entry {
        code: "criteria/version-gap",
        vi: "Ngày nào tiêu chuẩn còn hiệu lực thì mọi con số của nó cũng phải có. Con số cũ phải được giữ lại để còn chấm được các năm trước.",
        en: "On every day the standard is in force each of its figures must be there. An old figure stays in the file, so that earlier years can still be scored.",
        wrong: "points = [\n  { value = 60, in_force = { from = 2027-01-01 }, … },\n]",
        right: "points = [\n  { value = 50, in_force = { until = 2026-12-31 }, … },\n  { value = 60, in_force = { from = 2027-01-01 }, … },\n]",
    },
    Entry {
        code: "criteria/version-of-another",
        vi: "Phiên bản chỉ thay đổi con số. Mã giữ nguyên, để kết quả của các năm so sánh được với nhau.",
        en: "Versions change figures only. An id stays the same, so that the results of different years can be compared.",
        wrong: "gate = [\n  { id = \"few_forms\", … },\n  { id = \"few_reports\", … },\n]",
        right: "gate = [\n  { id = \"few_forms\", … },\n  { id = \"few_forms\", … },\n]",
    },
    Entry {
        code: "criteria/no-assessment-day",
        vi: "Việc đánh giá làm theo năm, còn con số thay đổi theo ngày. Phải ghi năm đánh giá dùng con số của ngày nào, và căn cứ vào đâu.",
        en: "The assessment goes by year, but figures change on a day. The file must say which day's figures a year is assessed under, and on what ground.",
        wrong: "[standard]\nid = \"qd-06-2019\"",
        right: "[standard]\nid = \"qd-06-2019\"\nassessed_on = { month = 12, day = 31, status = \"inferred\", evidence = \"…\" }",
    },
    Entry {
        code: "criteria/too-many-versions",
        vi: "Mỗi phiên bản là cả một tiêu chuẩn và được kiểm tra đầy đủ. Văn bản chỉ được sửa đổi vài năm một lần, nên rất nhiều ngày khác nhau là dấu hiệu ghi nhầm.",
        en: "Each version is a whole standard and is judged in full. Legal texts are amended every few years, so a great many different days are a sign of a mistake.",
        wrong: "in_force = { from = 2027-01-02 }\nin_force = { from = 2027-01-03 }",
        right: "in_force = { from = 2027-01-01 }\nin_force = { from = 2027-01-01 }",
    },
    Entry {
        code: "cell/year-not-in-force",
        vi: "Mỗi năm được chấm theo con số có hiệu lực của năm đó. Năm mà tiêu chuẩn chưa có hoặc đã hết hiệu lực thì không chấm được bằng tiêu chuẩn này.",
        en: "A year is scored with the figures in force for it. A year in which the standard was not yet, or is no longer, in force cannot be scored with it.",
        wrong: "2018",
        right: "2024",
    },
    Entry {
        code: "cell/year-needed",
        vi: "Khi con số của tiêu chuẩn đã thay đổi, phải biết năm của số liệu mới biết chấm theo con số nào. Chương trình không tự đoán năm.",
        en: "When figures of the standard have changed, the year of a commune's figures decides which of them apply. It is never guessed.",
        wrong: "code,name,year\n00123,Xã Mẫu,",
        right: "code,name,year\n00123,Xã Mẫu,2026",
    },
    Entry {
        code: "result/other-years",
        vi: "`--year` chấm mọi đơn vị theo con số của một năm, kể cả đơn vị có năm khác trong bảng. Điều này được nói rõ, để không ai tưởng mỗi đơn vị được chấm theo năm của nó.",
        en: "`--year` scores every commune with the figures of one year, also those with another year in the table. It is said, so that nobody takes each to be scored with its own.",
        wrong: "cfc score xa-2025.csv --year 2027",
        right: "cfc score xa-2025.csv",
    },
    Entry {
        code: "result/changed-within-year",
        vi: "Một con số thay đổi giữa năm đánh giá. Năm đó được chấm theo con số của ngày ghi ở `assessed_on`; lưu ý này nêu những gì đã thay đổi.",
        en: "A figure changed in the middle of an assessed year. The year is scored with the figures of the day in `assessed_on`; the note names what changed.",
        wrong: "in_force = { from = 2026-07-01 }",
        right: "in_force = { from = 2027-01-01 }",
    },
];
