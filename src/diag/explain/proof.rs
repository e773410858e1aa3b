//! Explanations: what can be proved of a standard: rules without effect, repetitions, contradictions.

use super::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        code: "toml/slip",
        vi: "Phần mềm soạn thảo tự đổi dấu ngoặc kép, dấu trừ, dấu cách; số và ngày trong văn bản cũng viết khác tệp \
             tiêu chí. Chương trình nhận ra và cho biết phải gõ gì; riêng `10.000` chỉ là cảnh báo, vì đó cũng là số \
             mười.",
        en: "A word processor changes quotes, minus signs and blanks by itself, and letters write numbers and dates in \
             another way than criteria files. The tool recognises this and says what to type; `10.000` is a warning \
             only, because it can also be the number ten.",
        wrong: "{ from = “95”, points = 10 000, … }",
        right: "{ from = 95, points = 10000, … }",
    },
    Entry {
        code: "file/not-utf-8",
        vi: "Tệp tiêu chí phải lưu dạng UTF-8 để chữ tiếng Việt đọc được ở mọi máy. Dạng khác không được đoán, vì đoán \
             sai thì tên gọi sẽ sai mà không ai biết.",
        en: "A criteria file must be saved as UTF-8, so that Vietnamese can be read everywhere. Other encodings are not \
             guessed: a wrong guess would spoil names unnoticed.",
        wrong: "Encoding: UTF-16 LE",
        right: "Encoding: UTF-8",
    },
    Entry {
        code: "criteria/empty-file",
        vi: "Tệp không có nội dung, hoặc chỉ có ghi chú. Thường do lưu nhầm tệp hoặc chép chưa xong.",
        en: "The file has no content, or comments only. Mostly another file was meant, or copying stopped half-way.",
        wrong: "# tiêu chuẩn",
        right: "[standard]\nid = \"qd-06-2019\"\n…",
    },
    Entry {
        code: "criteria/band-twice",
        vi: "Một mức ghi hai lần thì giá trị thuộc mức đó có hai số điểm. Thường do chép dòng mà quên sửa cận.",
        en: "A band that is written twice would give its values two results. Mostly a line was copied and its ends were \
             not changed.",
        wrong: "{ from = 95, below = 98, points = 35, … },\n{ from = 95, below = 98, points = 20, … }",
        right: "{ from = 95, below = 98, points = 35, … },\n{ from = 90, below = 95, points = 20, … }",
    },
    Entry {
        code: "criteria/never-fails",
        vi: "Ngưỡng, điểm tối thiểu hay điểm sàn không cao hơn số điểm thấp nhất có thể có thì không loại được xã nào. \
             Thường do gõ thiếu chữ số hoặc sai dấu; đây chỉ là cảnh báo.",
        en: "A threshold, minimum or floor that is not above the fewest points there can be keeps nobody out. Mostly a \
             digit is missing or a sign is wrong; it is only a warning.",
        wrong: "every_criterion_above = { points = -1, … }",
        right: "every_criterion_above = { points = 0, … }",
    },
    Entry {
        code: "criteria/always-holds",
        vi: "Điều kiện loại hay điều kiện cho 0 điểm mà giá trị nào cũng thỏa mãn thì mọi xã đều bị loại hoặc bị 0 điểm. \
             Với điều kiện chấm điểm (`gate`) đây chỉ là cảnh báo.",
        en: "A veto or a zero rule that every value meets would fail every commune, or set the criterion to 0 for all. \
             For a gate it is only a warning.",
        wrong: "when = { indicator.count = \"injury_deaths\", from = 0 }",
        right: "when = { indicator.count = \"injury_deaths\", above = 0 }",
    },
    Entry {
        code: "criteria/end-out-of-range",
        vi: "Cận của thang điểm tuyến tính hay bước trừ điểm nằm ngoài các giá trị mà chỉ tiêu có thể nhận thì số điểm ở \
             cận đó không xã nào đạt được. Thường do nhầm đơn vị; đây chỉ là cảnh báo.",
        en: "An end of a linear scale, or a step of a deduction, outside the values an indicator can have belongs to \
             points nobody can reach. Mostly the unit is wrong; it is only a warning.",
        wrong: "scale.linear = { from = 50, to = 900, points_from = 0, points_to = 30, … }",
        right: "scale.linear = { from = 50, to = 90, points_from = 0, points_to = 30, … }",
    },
    Entry {
        code: "criteria/same-title",
        vi: "Hai tiêu chí hay hai nội dung cùng tên thì người đọc kết quả không phân biệt được. Thường do chép cả khối \
             mà quên sửa tên.",
        en: "Two criteria or items with one title cannot be told apart by whoever reads the results. Mostly a block was \
             copied and its title was not changed.",
        wrong: "title = { vi = \"Khai sinh\", … }\ntitle = { vi = \"Khai sinh\", … }",
        right: "title = { vi = \"Khai sinh\", … }\ntitle = { vi = \"Tiêm chủng\", … }",
    },
    Entry {
        code: "criteria/last-year-cycle",
        vi: "`last_year_of` nói một trường là số liệu năm trước của trường khác. Hai trường không thể là năm trước của nhau, \
             và không trường nào là năm trước của chính nó.",
        en: "`last_year_of` says that a field is last year's figure of another. Two fields cannot both be the year before \
             of the other, and none is the year before of itself.",
        wrong: "id = \"abused\"\nlast_year_of = \"abused_last_year\"   # abused_last_year: last_year_of = \"abused\"",
        right: "id = \"abused_last_year\"\nlast_year_of = \"abused\"",
    },
    Entry {
        code: "criteria/field-twice",
        vi: "Một trường chỉ được ghi một lần trong một quan hệ của `[[review]]`, và chỉ có một trường là số liệu năm trước của \
             nó. Thường là chép dòng mà quên sửa mã.",
        en: "A field stands once in a relation of `[[review]]`, and has one field that is its figure of last year. Mostly a \
             line was copied and its id was not changed.",
        wrong: "sum_of = [\"under5\", \"under5\"]\nat_most = \"children\"",
        right: "sum_of = [\"under5\", \"children_7_plus\"]\nat_most = \"children\"",
    },
    Entry {
        code: "criteria/at-most-cycle",
        vi: "`at_most` nói một số liệu là một phần của số liệu khác. Nếu hai số liệu đều là một phần của nhau thì chúng \
             luôn phải bằng nhau, và bảng số liệu đúng sẽ bị từ chối.",
        en: "`at_most` says that a figure is a part of another. If two were parts of each other they would always have \
             to be equal, and correct tables would be refused.",
        wrong: "id = \"under5\"\nat_most = \"under1\"   # under1: at_most = \"under5\"",
        right: "id = \"under1\"\nat_most = \"under5\"",
    },
    Entry {
        code: "case/twice",
        vi: "Một ví dụ kiểm tra ghi hai lần không kiểm tra thêm điều gì. Thường do chép dòng mà quên sửa số liệu; đây \
             chỉ là cảnh báo.",
        en: "A case that is written twice tests nothing more. Mostly a line was copied and its figures were not changed; \
             it is only a warning.",
        wrong: "{ given = { infants = 98 }, points = 50 }, { given = { infants = 98 }, points = 50 }",
        right: "{ given = { infants = 98 }, points = 50 }, { given = { infants = 97 }, points = 35 }",
    },
    Entry {
        code: "case/contradicts",
        vi: "Cùng số liệu thì chỉ có một kết quả. Hai ví dụ kiểm tra mâu thuẫn thì quy tắc nào cũng sai với một trong \
             hai; phải đối chiếu văn bản.",
        en: "The same figures have one result. Of two cases that contradict each other every rule fails one; the legal \
             text decides which.",
        wrong: "{ given = { infants = 98 }, points = 50 }, { given = { infants = 98 }, points = 35 }",
        right: "{ given = { infants = 98 }, points = 50 }, { given = { infants = 97 }, points = 35 }",
    },
];
