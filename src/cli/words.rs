//! Wording of the command line, one constant per language.

use crate::lang::Lang;

/// Every text of the command line.
pub(super) struct Words {
    pub(super) error: &'static str,
    pub(super) about: &'static str,
    pub(super) lang: &'static str,
    pub(super) colour: &'static str,
    pub(super) help: &'static str,
    pub(super) version: &'static str,
    pub(super) usage: &'static str,
    pub(super) commands: &'static str,
    pub(super) arguments: &'static str,
    pub(super) options: &'static str,
    pub(super) example: &'static str,
    pub(super) unknown_extension: &'static str,
    pub(super) unknown_argument: &'static str,
    pub(super) missing_argument: &'static str,
    pub(super) bad_value: &'static str,
    pub(super) allowed_values: &'static str,
    pub(super) conflict: &'static str,
    pub(super) see_help: &'static str,
    pub(super) meant: &'static str,
    pub(super) written: &'static str,
    pub(super) a_command: &'static str,
    pub(super) some_options: &'static str,
    pub(super) output_taken: &'static str,
    pub(super) no_folder: &'static str,
    pub(super) not_permitted: &'static str,
}

/// The words of a language.
pub(super) fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

const VI: Words = Words {
    error: "lỗi",
    about: "Chấm điểm xã, phường, thị trấn phù hợp với trẻ em theo Quyết định 06/QĐ-TTg",
    lang: "Ngôn ngữ của thông báo và nhãn: vi hoặc en (hoặc đặt biến CFC_LANG)",
    colour: "Tô màu: auto (chỉ trên màn hình), always, never",
    help: "Hiển thị hướng dẫn",
    version: "Hiển thị phiên bản",
    usage: "Cách dùng",
    commands: "Lệnh",
    arguments: "Đối số",
    options: "Tùy chọn",
    example: "Ví dụ",
    unknown_extension: "không biết dạng tệp của phần mở rộng này; dùng .md .csv .tsv .json .txt",
    unknown_argument: "không có đối số hay lệnh này",
    missing_argument: "thiếu đối số",
    bad_value: "giá trị không dùng được",
    allowed_values: "dùng một trong",
    conflict: "không dùng cùng nhau được",
    see_help: "xem",
    meant: "có phải ý bạn là",
    written: "đã ghi",
    a_command: "lệnh",
    some_options: "tùy chọn",
    output_taken: "không ghi kết quả đè lên bảng số liệu hay lên một tệp kết quả khác; chọn tên tệp khác",
    no_folder: "không có thư mục này; tạo thư mục trước, hoặc chọn thư mục khác",
    not_permitted: "không có quyền ghi vào đây; chọn thư mục khác",
};

const EN: Words = Words {
    error: "error",
    about: "Scores child-friendly communes, wards and towns under Decision 06/QĐ-TTg",
    lang: "Language of messages and labels: vi or en (also CFC_LANG)",
    colour: "Colour: auto (only on a terminal), always, never",
    help: "Prints help",
    version: "Prints the version",
    usage: "Usage",
    commands: "Commands",
    arguments: "Arguments",
    options: "Options",
    example: "Example",
    unknown_extension: "no format has this extension; use .md .csv .tsv .json .txt",
    unknown_argument: "no such argument or command",
    missing_argument: "missing argument",
    bad_value: "this value cannot be used",
    allowed_values: "use one of",
    conflict: "cannot be used together",
    see_help: "see",
    meant: "did you mean",
    written: "written",
    a_command: "command",
    some_options: "options",
    output_taken: "results are not written over a table or over other results; choose another name",
    no_folder: "there is no such folder; create it first, or choose another one",
    not_permitted: "not permitted to write here; choose another folder",
};
