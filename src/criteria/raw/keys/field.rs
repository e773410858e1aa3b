//! Keys of the columns of a commune table, of what is derived from them, and of what a review asks about them.

use super::{CHANGEABLE, CHOICE, GRAVITIES, Is, LABEL, ONE_OR_MORE_IDS, TYPES, Table, may, must};

/// A column of a commune table.
pub static FIELD: Table = Table {
    name: "[[field]]",
    keys: &[
        must("id", Is::Id).says("mã trường, là tiêu đề cột trong tệp số liệu", "the field's id, the header in data files"),
        must("label", Is::Table(&LABEL))
            .says("tên trường, không trùng nhau; cũng dùng được làm tiêu đề cột", "its name, unique; accepted as header too"),
        must("type", Is::Word(TYPES)).says(
            "loại số liệu: count (số đếm), yes-no (có/không), percent (phần trăm), decimal (số thập phân), choice (lựa chọn), text (chữ, không chấm điểm)",
            "what it holds: count, yes-no, percent, decimal, choice or text (never scored)",
        ),
        may("digits", Is::Whole).says(
            "chỉ với percent, decimal: số chữ số thập phân được giữ, từ 0 đến 6; mặc định 2",
            "percent and decimal only: digits kept after the mark, 0 to 6; default 2",
        ),
        may("choices", Is::List(&Is::Table(&CHOICE)))
            .says("chỉ với choice: danh sách lựa chọn", "choice only: the words it can hold"),
        may("unit", Is::Table(&LABEL)).says(
            "chỉ với count, decimal: đơn vị tính, được in trong phiếu thu thập",
            "count and decimal only: what is counted or measured, shown in the entry workbook",
        ),
        may("supplied_by", ONE_OR_MORE_IDS).says("mã cơ quan cung cấp, hoặc danh sách mã", "the agency that supplies it, or a list of them"),
        may("definition", Is::Table(&LABEL)).says("cách hiểu: đếm những gì", "what is counted"),
        may("at_most", ONE_OR_MORE_IDS).says("không bao giờ lớn hơn trường này, hoặc các trường này", "never above that field, or those fields"),
        may("at_least", Is::Number).says("giá trị nhỏ nhất", "the least it can be"),
        may("above", Is::Number).says("luôn lớn hơn số này; không ghi cùng `at_least`", "always more than this; not together with `at_least`"),
        may("changeable", Is::Word(CHANGEABLE)).says(
            "số liệu còn có thể thay đổi theo chiều nào khi tìm cách đạt thêm điểm: up (tăng), down (giảm), both (cả hai), no (không); mặc định: mẫu số và số liệu kỳ trước không đổi, có/không chỉ thành có, số khác thay đổi được cả hai chiều",
            "in which direction it can still change when ways to more points are looked for: up, down, both, no; default: denominators and earlier figures cannot, yes-no can become yes, others can go both ways",
        ),
        may("last_year_of", Is::Id).says(
            "số liệu năm trước của trường này; `cfc review --last-year` so với bảng năm trước",
            "last year's figure of that field; `cfc review --last-year` compares it with last year's table",
        ),
        may("varies_by_year", Is::Boolean).says(
            "true: số đếm mỗi năm một khác, như số phiếu khảo sát; `cfc review --last-year` không hỏi khi tăng giảm nhiều",
            "true: a count that is another one each year, like the size of a survey; `cfc review --last-year` asks about no jump",
        ),
        may("means_missing", ONE_OR_MORE_TEXTS).says(
            "ký hiệu trong ô nghĩa là chưa có số liệu, như ô trống; mặc định không có",
            "signs that mean no figure yet, like a blank cell; none by default",
        ),
        may("means_zero", ONE_OR_MORE_TEXTS).says(
            "chỉ với số: ký hiệu trong ô nghĩa là 0 (đã đếm, không có); mặc định không có",
            "numbers only: signs that mean 0, counted and none found; none by default",
        ),
        may("sensitive", Is::Boolean).says(
            "chỉ với count: true khi số nhỏ có thể chỉ đích danh một trẻ em; bản công khai không công bố số nhỏ của trường này, xem [publication]",
            "counts only: true where a small count can point at a child; a public edition does not publish its small counts, see [publication]",
        ),
    ],
};
const ONE_OR_MORE_TEXTS: Is = Is::AnyOf(&[Is::Text, Is::List(&Is::Text)]);

/// A formula over fields.
pub static DERIVED: Table = Table {
    name: "[[derived]]",
    keys: &[
        must("id", Is::Id).says("mã của trường tính theo công thức", "the derived field's id"),
        must("label", Is::Table(&LABEL)).says("tên được in ra", "what is printed"),
        must("formula", Is::Text).says(
            "công thức: mã trường, số, + - * / và dấu ngoặc; thiếu một trường hoặc chia cho 0 thì coi là còn thiếu",
            "field ids, numbers, + - * / and parentheses; missing when a field is missing or it divides by 0",
        ),
    ],
};

/// A relation between counts that a review asks about.
pub static REVIEW: Table = Table {
    name: "[[review]]",
    keys: &[
        must("sum_of", ONE_OR_MORE_IDS)
            .says("số đếm, hoặc các số đếm được cộng lại", "a count, or the counts that are added up"),
        may("at_most", Is::Id).says("tổng không bao giờ lớn hơn số đếm này", "the sum is never above this count"),
        may("needs", Is::Id)
            .says("tổng lớn hơn 0 thì số đếm này cũng lớn hơn 0", "where the sum is above 0, this count is too"),
        must("level", Is::Word(GRAVITIES)).says(
            "khi không đúng: contradiction (mâu thuẫn), suspicious (đáng ngờ)",
            "where it does not hold: contradiction (impossible) or suspicious (unlikely)",
        ),
        must("because", Is::Table(&LABEL)).says("vì sao phải như vậy", "why it must hold"),
    ],
};
