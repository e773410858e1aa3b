//! Vietnamese wording: workbooks, their sheets and rows.

use crate::diag::book::{Book, Damage, Part, Rows};
use crate::diag::problem::Problem;
use crate::diag::words::{Words, for_people, grouped, joined, listed_quoted, one_line, quoted, tick};
use crate::lang::Lang;

pub(in crate::diag) fn words(problem: &Problem) -> Words {
    let Problem::Book(book) = problem else { return Words::default() };
    match book {
        Book::NoHeader { .. } | Book::SheetUnclear { .. } | Book::UnknownSheet { .. } | Book::HeaderUnclear { .. } => {
            header(book)
        }
        Book::HiddenSheets { .. }
        | Book::OtherSheets { .. }
        | Book::RowsNotRead { .. }
        | Book::ColumnsNotRead { .. }
        | Book::FilesNotRead { .. } => not_read(book),
        Book::DateForNumber { .. }
        | Book::NotComputed { .. }
        | Book::Linked { .. }
        | Book::Circular { .. }
        | Book::FractionOrPercent { .. }
        | Book::MergedFigure { .. }
        | Book::NamedLikeSum { .. }
        | Book::CodeRestored { .. } => cell(book),
        other => file(other),
    }
}

fn file(book: &Book) -> Words {
    match book {
        Book::Damaged { damage } => Words::new(format!("tệp bảng tính bị hỏng hoặc bị cắt cụt: {}", reason(damage)))
            .hint("mở tệp bằng Excel rồi lưu lại theo kiểu `Excel Workbook (*.xlsx)`, hoặc đề nghị đơn vị gửi lại"),
        Book::OtherKind { kind: "text" } => Words::new("tệp mang tên của bảng tính nhưng bên trong là văn bản thường")
            .hint("mở tệp bằng Excel rồi lưu theo kiểu `Excel Workbook (*.xlsx)`"),
        Book::OtherKind { kind: ".zip" } => Words::new("đây là tệp nén, bản thân nó không có trang tính nào")
            .hint("giải nén rồi ghi tên thư mục chứa các bảng tính: `cfc score thu-muc`"),
        Book::OtherKind { kind: "Word" } => Words::new("tệp mang tên của bảng tính nhưng bên trong là văn bản Word")
            .hint("chép bảng trong tệp Word sang Excel rồi lưu theo kiểu `Excel Workbook (*.xlsx)`"),
        Book::OtherKind { kind } => Words::new(format!("chương trình không đọc bảng tính loại {kind}"))
            .hint("trong Excel, lưu tệp theo kiểu `Excel Workbook (*.xlsx)`"),
        Book::Locked => Words::new("bảng tính này có mật khẩu nên không mở được")
            .hint("mở bằng Excel, bỏ mật khẩu tại `File`, `Info`, `Protect Workbook`, rồi lưu lại"),
        Book::TooMuch { what, limit } => too_much(*what, *limit),
        Book::NoFiles { pattern, in_folder: true } => Words::new(format!(
            "không có bảng số liệu nào tại {}",
            tick(pattern)
        ))
        .hint(
            "dấu * và ? chỉ dùng được ở phần cuối, là tên tệp; ghi riêng từng thư mục: `huyen-a/*.xlsx huyen-b/*.xlsx`",
        ),
        Book::NoFiles { pattern, .. } => Words::new(format!("không có bảng số liệu nào tại {}", tick(pattern))).hint(
            "ghi tệp .csv, .tsv, .xlsx, .xlsm, .xls hoặc .ods, thư mục có các tệp đó, hoặc mẫu tên: `data/*.xlsx`",
        ),
        _ => Words::default(),
    }
}

fn reason(damage: &Damage) -> String {
    match damage {
        Damage::Library(message) => format!("thông báo kỹ thuật là {}", quoted(&message.to_lowercase())),
        Damage::CutOff => "tệp kết thúc giữa chừng".to_owned(),
        Damage::NoWorkbook => "bên trong không có bảng tính nào đọc được".to_owned(),
        Damage::BeyondSheet => "có ô nằm ngoài phạm vi của trang".to_owned(),
        Damage::FalseCount => "tệp khai có nhiều dữ liệu hơn thực tế".to_owned(),
        Damage::Contradiction => "các phần bên trong không khớp nhau".to_owned(),
    }
}

fn too_much(what: Part, limit: u64) -> Words {
    let part = match what {
        Part::Bytes => "byte sau khi giải nén",
        Part::Files => "tệp bên trong",
        Part::Sheets => "trang tính",
        Part::Rows => "dòng trong một trang",
        Part::Columns => "cột trong một trang",
        Part::Cells => "ô có dữ liệu",
        Part::Area => "ô từ ô đầu đến ô cuối của một trang",
        Part::Text => "byte chữ trong các ô",
        Part::Tags => "thẻ XML bên trong",
        Part::References => "bước từ công thức đến các ô mà công thức dùng",
    };
    Words::new(format!("bảng tính này có hơn {} {part}, là mức nhiều nhất chương trình đọc", grouped(limit, Lang::Vi)))
        .hint("nếu tệp đúng là như vậy, lưu riêng trang có số liệu các xã theo kiểu `CSV UTF-8 (Comma delimited)`")
}

/// How a hidden sheet is shown.
const UNHIDE: &str =
    "trong Excel, bấm chuột phải vào tên một trang, chọn `Unhide` để hiện trang có số liệu, rồi lưu lại";

fn header(book: &Book) -> Words {
    match book {
        Book::NoHeader { sheets, wanted, hidden } => {
            let looked = match sheets.as_slice() {
                [] => "không có trang nào đang hiện".to_owned(),
                sheets => format!("không tìm thấy dòng tiêu đề trong trang {}", listed_quoted(sheets, "hoặc")),
            };
            let wanted = format!("{looked}; cần có các cột như {}", listed_quoted(wanted, "và"));
            if hidden.is_empty() {
                return Words::new(wanted)
                    .hint("ghi mã hoặc nhãn của các trường trong tiêu chuẩn làm tiêu đề cột, tất cả trên một dòng");
            }
            Words::new(format!("{wanted}; không xem các trang đang ẩn: {}", listed_quoted(hidden, "và"))).hint(UNHIDE)
        }
        Book::SheetUnclear { sheets } => {
            Words::new(format!("có nhiều trang phù hợp như nhau: {}", listed_quoted(sheets, "và")))
                .hint(format!("chọn một trang theo tên hoặc số thứ tự: `--sheet {}`", first_quoted(sheets)))
        }
        Book::UnknownSheet { found, is_hidden: true, .. } => {
            Words::new(format!("trang {} đang ẩn nên không đọc", quoted(found))).hint(UNHIDE)
        }
        Book::UnknownSheet { found, known, meant, .. } => {
            let words = Words::new(format!("không có trang {} đang hiện", quoted(found)));
            match meant {
                Some(meant) => words.hint(format!("có phải là `--sheet {}` không?", quoted(meant))),
                None => words.hint(format!("các trang đang hiện: {}", listed_quoted(known, "và"))),
            }
        }
        Book::HeaderUnclear { rows } => {
            let rows: Vec<String> = rows.iter().map(u64::to_string).collect();
            Words::new(format!("có nhiều dòng có thể là dòng tiêu đề: dòng {}", rows.join(", ")))
                .hint("chỉ để một bảng trên trang hoặc trong tệp, chuyển các bảng khác sang trang hoặc tệp riêng")
        }
        _ => Words::default(),
    }
}

fn first_quoted(sheets: &[String]) -> String {
    sheets.first().map(|sheet| quoted(sheet)).unwrap_or_default()
}

fn not_read(book: &Book) -> Words {
    match book {
        Book::HiddenSheets { names } => {
            Words::new(format!("các trang đang ẩn, không đọc: {}", listed_quoted(names, "và")))
        }
        Book::OtherSheets { names } => Words::new(format!("các trang không đọc: {}", listed_quoted(names, "và"))),
        Book::FilesNotRead { names } => {
            Words::new(format!("các tệp không đọc vì không phải bảng tính hoặc CSV: {}", listed_quoted(names, "và")))
                .hint("nếu trong tệp có số liệu của xã, chép bảng sang bảng tính rồi lưu vào cùng thư mục")
        }
        Book::ColumnsNotRead { columns } => {
            let columns = joined(columns.clone(), "và");
            Words::new(format!("không đọc cột {columns} vì không có tiêu đề"))
        }
        Book::RowsNotRead { rows, first, last } => {
            let what = match rows {
                Rows::Totals => "dòng tổng cộng",
                Rows::Group => "tên huyện hoặc nhóm xã",
                Rows::Header => "dòng tiêu đề lặp lại",
                Rows::Notes => "số thứ tự cột hoặc đơn vị tính",
                Rows::Footer => "phần ghi dưới bảng",
            };
            let place = if first == last { format!("dòng {first}") } else { format!("dòng {first} đến {last}") };
            Words::new(format!("không đọc {place}: {what}"))
        }
        _ => Words::default(),
    }
}

fn cell(book: &Book) -> Words {
    match book {
        Book::DateForNumber { found } => Words::new(format!("{} là ngày tháng, ở đây cần một số", quoted(found)))
            .hint("đặt định dạng ô là General hoặc Number rồi gõ lại con số"),
        Book::NotComputed { found } => Words::new(format!("công thức {} chưa được tính trong tệp", quoted(found)))
            .hint("mở bảng tính bằng Excel để tính rồi lưu lại, hoặc ghi thẳng con số"),
        Book::Linked { found } => {
            Words::new(format!("công thức {} lấy số từ một bảng tính khác, đúng như khi tệp này được lưu lần cuối", quoted(found)))
                .hint("trong Excel, chọn `Data`, `Edit Links`, `Break Link`, kiểm tra con số rồi lưu lại; hoặc ghi thẳng con số")
        }
        Book::Circular { found } => {
            Words::new(format!("công thức {} phụ thuộc vào chính kết quả của nó nên không có kết quả", quoted(found)))
                .hint("sửa công thức hoặc ghi thẳng con số; Excel liệt kê các ô này tại `Formulas`, `Error Checking`, `Circular References`")
        }
        Book::FractionOrPercent { found, percent } => {
            let found_vi = for_people(found, Lang::Vi);
            Words::new(format!(
                "{} có thể là {} % hiển thị theo phần trăm, hoặc là {found_vi} %; loại tệp này không cho biết",
                quoted(found),
                for_people(percent, Lang::Vi)
            ))
            .hint("lưu bảng tính theo kiểu `Excel Workbook (*.xlsx)`, hoặc ghi tỷ lệ bằng số: 95")
        }
        Book::MergedFigure { found, range } => Words::new(format!(
            "{} nằm trong ô gộp {range}, chung cho nhiều xã hoặc nhiều trường nên không phải số liệu của xã nào",
            quoted(found)
        ))
        .hint("bỏ gộp ô (`Merge & Center`) rồi ghi số liệu riêng của từng xã vào từng ô"),
        Book::NamedLikeSum { found } => {
            Words::new(format!("{} là từ chỉ dòng tổng cộng, nhưng dòng có mã nên được đọc như một xã", quoted(found)))
                .hint("nếu là dòng tổng cộng, xóa mã ở dòng này; nếu là tên xã, ghi cả loại đơn vị ở trước: `Xã Tổng`")
        }
        Book::CodeRestored { found, code } => Words::new(format!(
            "mã {} được đọc là {}: danh sách mã chỉ có mã này với các số 0 ở đầu",
            quoted(found),
            quoted(code)
        ))
        .hint(format!("đặt định dạng ô là Text và ghi {}", one_line(code))),
        _ => Words::default(),
    }
}
