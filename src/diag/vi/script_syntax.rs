//! Vietnamese for what is said about the syntax of scripts, by the parser or by the checks after it.

use crate::diag::words::one_line;

/// A message with `{}` for each name, mark or number in it, and its Vietnamese with the same in the same order. A
/// message that is not listed stays as it is.
const WRONG: [(&str, &str); 33] = [
    // Ours.
    ("{} can end with a result of its own: write {}", "{} có thể kết thúc bằng kết quả riêng: viết {}"),
    ("{} is a result: write {}", "{} là kết quả cuối cùng: viết {}"),
    ("{} is the name of a host function", "{} là tên hàm có sẵn của chương trình"),
    ("{} is too long: at most {} digits, {} after the mark", "{} quá dài: tối đa {} chữ số, {} chữ số sau dấu chấm"),
    (
        "{} needs {} nested expressions with what it calls; the limit is {}",
        "{} cùng các hàm nó gọi lồng vào nhau {} lớp, giới hạn là {}",
    ),
    ("{} needs {} steps with what it calls; the limit is {}", "{} cùng các hàm nó gọi cần {} bước, giới hạn là {}"),
    ("{} needs {} variables with what it calls; the limit is {}", "{} cùng các hàm nó gọi cần {} biến, giới hạn là {}"),
    (
        "{} takes its texts as literals: \"tiếng Việt\", \"English\"",
        "{} cần câu chữ viết thẳng vào: \"tiếng Việt\", \"English\"",
    ),
    ("{} without a value", "{} thiếu giá trị"),
    ("a label of this {} stands there twice", "một nhãn của {} này xuất hiện hai lần"),
    ("a statement outside of a function", "có lệnh nằm ngoài hàm"),
    ("a value is needed, and this gives none", "ở đây cần một giá trị, nhưng phần này không cho giá trị nào"),
    ("arguments of {}: expected {}, found {}", "{} cần {} đối số, nhưng có {}"),
    ("function {} is defined twice", "hàm {} được viết hai lần"),
    ("nothing uses this value; did you mean {}?", "giá trị này không được dùng; có phải là {} không?"),
    ("the function can end here without a result", "hàm có thể kết thúc ở đây mà không có kết quả"),
    ("the labels of one {} must be of one type", "các nhãn của một {} phải cùng kiểu"),
    ("this {} needs an {}: its value is used", "{} này cần có {}, vì giá trị của nó được dùng"),
    ("this {} needs {}: its value is used", "{} này cần có {}, vì giá trị của nó được dùng"),
    ("unknown variable {}", "không có biến {}"),
    ("unknown variable {}; did you mean {}?", "không có biến {}; có phải là {} không?"),
    // The parser's.
    ("Expecting an iterable value, not a number", "không lặp được trên một số"),
    ("Expecting name of a property", "số hoặc tên chưa viết đúng"),
    ("Expecting name of a variable", "cần tên biến"),
    ("Expecting {} for a matching ( in this expression", "thiếu {} để đóng dấu ngoặc"),
    ("Expecting {} to separate the parameters of function {}", "thiếu {} giữa các tham số của hàm {}"),
    ("Expecting {} to start a statement block", "thiếu {} để bắt đầu khối lệnh"),
    ("Expecting {} to terminate this statement", "thiếu {} để kết thúc lệnh"),
    ("Expression exceeds maximum complexity", "biểu thức lồng nhau quá sâu"),
    ("Open string is not terminated", "chuỗi chữ thiếu dấu ngoặc kép đóng"),
    ("Possibly a typo of {}?", "có phải là {} không?"),
    ("Unexpected {}", "{} đặt sai chỗ"),
    ("Unknown operator: {}", "không có phép toán {}"),
];

/// The message in Vietnamese.
pub(super) fn translated(message: &str) -> String {
    let message = one_line(message);
    let (template, values) = apart(&message);
    let Some((_, vi)) = WRONG.iter().find(|(en, _)| *en == template) else { return message };
    let parts = vi.split("{}").zip(values.iter().map(String::as_str).chain([""]));
    parts.flat_map(|(text, value)| [text, value]).collect()
}

/// The message with `{}` for what differs from case to case, and that in order.
fn apart(message: &str) -> (String, Vec<String>) {
    let (mut template, mut values, mut rest) = (String::new(), Vec::new(), message);
    while let Some(first) = rest.chars().next() {
        let (taken, value) = match first {
            '`' | '\'' => enclosed(rest, first),
            '0'..='9' => {
                let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
                (end, rest.get(..end).map(str::to_owned))
            }
            _ => (first.len_utf8(), None),
        };
        match value {
            Some(value) => {
                template.push_str("{}");
                values.push(value);
            }
            None => template.push(first),
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    (template, values)
}

/// The part up to the same mark, in backticks; only the mark itself when it stands alone.
fn enclosed(text: &str, mark: char) -> (usize, Option<String>) {
    let inside = text.get(1..).and_then(|after| after.split_once(mark)).map(|(inside, _)| inside);
    match inside {
        Some(inside) => (inside.len() + 2, Some(format!("`{inside}`"))),
        None => (1, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_get_wrong_in_scripts_is_said_in_vietnamese() {
        let rows = [
            (
                "nothing uses this value; did you mean `return`?",
                "giá trị này không được dùng; có phải là `return` không?",
            ),
            ("arguments of `rate`: expected 3, found 2", "`rate` cần 3 đối số, nhưng có 2"),
            ("unknown variable `inner`", "không có biến `inner`"),
            ("this `if` needs an `else`: its value is used", "`if` này cần có `else`, vì giá trị của nó được dùng"),
            ("Expecting ';' to terminate this statement", "thiếu `;` để kết thúc lệnh"),
            (
                "`0.1234567890123456789` is too long: at most 28 digits, 18 after the mark",
                "`0.1234567890123456789` quá dài: tối đa 28 chữ số, 18 chữ số sau dấu chấm",
            ),
        ];
        for (en, vi) in rows {
            assert_eq!(translated(en), vi);
        }
    }

    #[test]
    fn both_languages_have_the_same_values_in_every_message() {
        for (en, vi) in WRONG {
            assert_eq!(en.matches("{}").count(), vi.matches("{}").count(), "{en}");
        }
    }

    #[test]
    fn an_unknown_message_stays_as_it_is() {
        for message in ["something new `x`", "it's 3", "`", "'"] {
            assert_eq!(translated(message), message);
        }
    }
}
