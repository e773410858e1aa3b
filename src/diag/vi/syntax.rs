//! Vietnamese wording of what is not TOML: the messages of the parser, which speaks English only, and what to type
//! instead.

use crate::diag::Slip;
use crate::diag::words::{Words, joined, one_line, tick, without_thousands};

/// How a message of the parser begins, and what to do then.
const HINTS: [(&str, &str); 20] = [
    (
        "string values must be quoted",
        "đặt chữ trong dấu ngoặc kép thẳng: `\"…\"`; số liệu có/không thì ghi `true` hoặc `false`",
    ),
    ("duplicate key", "giữ một trong hai; phần có thể lặp lại thì tiêu đề có hai dấu ngoặc: `[[criterion]]`"),
    ("extra assignment between key-value pairs", "thêm dấu phẩy giữa hai cặp: `from = 95, below = 98`"),
    ("missing comma between", "thêm dấu phẩy giữa hai mục"),
    ("missing assignment between", "ghi dấu `=` giữa khóa và giá trị: `points = 50`"),
    ("key with no value", "ghi dấu `=` giữa khóa và giá trị: `points = 50`"),
    ("missing value for key", "ghi giá trị sau dấu `=` trên cùng dòng; danh sách mở bằng `[` ngay ở đó"),
    ("invalid key-value pair", "ghi `khóa = giá trị`"),
    ("invalid basic string", "đóng chữ bằng dấu `\"` trên cùng dòng"),
    ("unexpected `=` in array", "đóng danh sách ở phía trên dòng này bằng `]`"),
    ("unclosed array table", "đóng tiêu đề bằng `]]`"),
    ("unclosed array", "đóng danh sách bằng `]`"),
    ("unclosed inline table above", "kết thúc dòng trên bằng `}`, hoặc bằng dấu phẩy nếu bảng của dòng đó còn tiếp"),
    ("unclosed inline table", "đóng ngoặc nhọn của bảng"),
    ("unclosed table", "đóng tiêu đề bằng `]`"),
    ("missing key for inline table element", "đóng ngoặc nhọn của dòng trên"),
    ("invalid inline table element", "đóng ngoặc nhọn của dòng trên"),
    ("unexpected key or value", "kết thúc giá trị ở đây; ghi chú bắt đầu bằng `#`"),
    ("invalid date", "ghi năm, tháng, ngày: `2019-01-03`"),
    ("unexpected leading zero", "ghi số không có chữ số 0 ở đầu"),
];

/// A message of the parser.
pub(super) fn syntax(message: &str) -> Words {
    let words = Words::new(format!("sai cú pháp TOML: {}", translated(message)));
    match HINTS.iter().find(|(begins, _)| message.starts_with(begins)) {
        Some((_, hint)) => words.hint(*hint),
        None => words,
    }
}

/// A value written as elsewhere.
pub(super) fn slip(slip: Slip, found: &str, meant: &str) -> Words {
    let found = tick(found);
    let message = match slip {
        Slip::Quotes => format!("{found} dùng dấu ngoặc kép cong của phần mềm soạn thảo"),
        Slip::Dash => format!("{found} dùng dấu gạch của phần mềm soạn thảo, không phải dấu trừ"),
        Slip::Width => format!("{found} dùng ký tự rộng, chỉ trông giống ký tự thường"),
        Slip::PerCent => format!("{found} có dấu phần trăm; đơn vị do `per` quy định"),
        Slip::Groups => format!("{found} tách chữ số thành nhóm"),
        Slip::Thousands => format!("{found} ở đây là {}: dấu chấm là dấu thập phân", tick(without_thousands(meant))),
        Slip::Date => format!("{found} không phải cách ghi ngày ở đây"),
        Slip::Invisible => format!("{found} có ký tự không nhìn thấy được"),
        Slip::Blank => format!("trước {found} có dấu cách của phần mềm soạn thảo mà TOML không coi là dấu cách"),
    };
    Words::new(message).hint(hint(slip, meant))
}

fn hint(slip: Slip, meant: &str) -> String {
    match slip {
        Slip::Thousands => format!("ghi {}, hoặc {} nếu đúng là như vậy", tick(meant), tick(without_thousands(meant))),
        Slip::Invisible => format!("xóa rồi gõ lại {}", tick(meant)),
        Slip::Blank => format!("gõ lại dấu cách trước {}", tick(meant)),
        _ => format!("ghi {}", tick(meant)),
    }
}

/// What the parser says is wrong, with its Vietnamese. A message that is not listed stays as it is.
const WRONG: [(&str, &str); 39] = [
    ("`_` may only go between digits", "dấu `_` chỉ được đứng giữa các chữ số"),
    ("carriage return must be followed by newline", "ký tự về đầu dòng phải đi cùng ký tự xuống dòng"),
    ("duplicate key", "khóa này đã có ở trên"),
    ("extra `=`", "thừa dấu `=`"),
    ("extra assignment between key-value pairs", "thừa dấu `=`"),
    ("extra comma in array", "thừa dấu phẩy trong danh sách"),
    ("extra comma in inline table", "thừa dấu phẩy trong bảng"),
    ("invalid basic string", "chữ trong dấu ngoặc kép chưa viết đúng"),
    ("invalid comment character", "ký tự không được dùng trong ghi chú"),
    ("invalid date", "ngày không có thật"),
    ("invalid inline table element", "phần này không phải là `khóa = giá trị`"),
    ("invalid key-value pair", "phần này không phải là `khóa = giá trị`"),
    ("invalid literal string", "chữ trong dấu nháy đơn chưa viết đúng"),
    ("invalid multi-line basic string", "chữ nhiều dòng chưa viết đúng"),
    ("invalid time", "giờ không có thật"),
    ("invalid unquoted key", "khóa có ký tự không được dùng"),
    ("invalid value", "giá trị chưa viết đúng"),
    ("key with no value", "khóa chưa có giá trị"),
    ("missing assignment between key-value pairs", "thiếu dấu `=` giữa khóa và giá trị"),
    ("missing comma between array elements", "thiếu dấu phẩy giữa hai mục của danh sách"),
    ("missing comma between key-value pairs", "thiếu dấu phẩy giữa hai cặp `khóa = giá trị`"),
    ("missing escaped value", "sau dấu `\\` có ký tự không được dùng"),
    ("missing key for inline table element", "thiếu khóa trong bảng"),
    ("missing opening quote", "thiếu dấu ngoặc kép mở đầu"),
    ("missing value", "thiếu giá trị"),
    ("missing value for key", "khóa chưa có giá trị"),
    ("redundant numeric sign", "thừa dấu của số"),
    ("string values must be quoted", "chữ phải đặt trong dấu ngoặc kép"),
    ("unclosed array", "danh sách chưa đóng"),
    ("unclosed array table", "tiêu đề bảng chưa đóng"),
    ("unclosed inline table", "bảng chưa đóng"),
    ("unclosed inline table above", "bảng của dòng trên chưa đóng"),
    ("unclosed table", "tiêu đề bảng chưa đóng"),
    ("unexpected `=` in array", "danh sách không chứa dấu `=`"),
    ("unexpected content", "thừa nội dung"),
    ("unexpected key or value", "thừa nội dung sau giá trị"),
    ("unexpected leading zero", "số không viết thêm số 0 ở đầu"),
    ("unexpected sign", "dấu của số đặt sai chỗ"),
    ("unquoted keys cannot be empty", "thiếu khóa trước dấu `=`"),
];

/// What the parser expects, as far as it is more than a mark to be typed.
const EXPECTED: [(&str, &str); 9] = [
    ("digits", "chữ số"),
    ("key", "khóa"),
    ("letters", "chữ cái không dấu"),
    ("literal string", "`\"…\"`"),
    ("month between 01 and 12", "tháng từ 01 đến 12"),
    ("newline", "xuống dòng"),
    ("numbers", "chữ số"),
    ("value", "giá trị"),
    ("`#`", "ghi chú sau `#`"),
];

/// The parser's message in Vietnamese.
fn translated(message: &str) -> String {
    let message = one_line(message);
    let (wrong, expected) = message.split_once(", expected ").unwrap_or((&message, "nothing"));
    let Some(wrong) = find(&WRONG, wrong) else { return message };
    let words: Option<Vec<String>> = expected.split(", ").map(|word| expected_word(word).map(str::to_owned)).collect();
    match words {
        Some(words) => format!("{wrong}, cần {}", joined(words, "hoặc")),
        None => wrong.to_owned(),
    }
}

fn expected_word(word: &str) -> Option<&str> {
    find(&EXPECTED, word).or_else(|| word.starts_with('`').then_some(word))
}

fn find(table: &[(&'static str, &'static str)], en: &str) -> Option<&'static str> {
    table.iter().find(|(key, _)| *key == en).map(|(_, vi)| *vi)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let (_, errors) = toml::de::DeTable::parse_recoverable(text);
        errors.iter().map(|e| translated(e.message())).collect()
    }

    #[test]
    fn what_people_get_wrong_in_toml_is_said_in_vietnamese() {
        let rows = [
            ("a = 95,5", "thừa nội dung sau giá trị, cần xuống dòng hoặc ghi chú sau `#`"),
            ("a = có", "chữ phải đặt trong dấu ngoặc kép, cần `\"…\"`"),
            ("a = \"x", "chữ trong dấu ngoặc kép chưa viết đúng, cần `\"`"),
            ("a = [1", "danh sách chưa đóng, cần `]`"),
            ("a = { b = 1", "bảng chưa đóng, cần `}`"),
            ("[a", "tiêu đề bảng chưa đóng, cần `]`"),
            ("a = 1\na = 2", "khóa này đã có ở trên"),
            ("a = 05", "số không viết thêm số 0 ở đầu"),
            ("a", "khóa chưa có giá trị, cần `=`"),
            ("a = 2019-13-01", "ngày không có thật, cần tháng từ 01 đến 12"),
        ];
        for (text, message) in rows {
            assert_eq!(found(text), [message], "{text}");
        }
    }

    #[test]
    fn an_unknown_message_stays_as_it_is() {
        assert_eq!(translated("something new, expected `x`"), "something new, expected `x`");
    }
}
