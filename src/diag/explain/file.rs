//! Explanations: files, TOML, the shape of criteria files.

use super::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        code: "file/unreadable",
        vi: "Tệp phải có thật và đọc được thì kết quả mới dựa trên đúng số liệu đã giao. Chương trình dừng lại, không \
              bỏ qua tệp thiếu, vì bỏ qua một bảng sẽ làm mất cả một nhóm xã mà không ai biết.",
        en: "A file must exist and be readable, so that the results rest on the figures that were handed over. The \
              run stops instead of passing over a missing file: a table passed over would lose a group of communes \
              unnoticed.",
        wrong: "cfc score so-lieu.csv",
        right: "cfc score data/so-lieu.csv",
    },
    Entry {
        code: "file/too-large",
        vi: "Giới hạn kích thước giữ cho chương trình chạy được trên máy tính văn phòng. Một bảng của cả nước chỉ vài \
              MB; tệp lớn hơn giới hạn thường là nhầm tệp.",
        en: "The limit keeps the tool usable on an office computer. A table of the whole country has a few megabytes; \
              a file beyond the limit is mostly the wrong file.",
        wrong: "cfc score ca-nuoc-10-nam.csv",
        right: "cfc score nam-2023.csv nam-2024.csv",
    },
    Entry {
        code: "toml/syntax",
        vi: "Tệp tiêu chí viết theo cú pháp TOML: chữ đặt trong dấu ngoặc kép thẳng, danh sách trong `[ ]`, bảng \
              trong `{ }`, mỗi cặp `khóa = giá trị` chỉ xuất hiện một lần. Chỗ nào không đọc được thì không đoán, vì \
              đoán sai sẽ thành sai quy định.",
        en: "Criteria files are TOML: texts in straight double quotes, lists in `[ ]`, tables in `{ }`, every `key = \
              value` once. What cannot be read is not guessed, because a wrong guess would become a wrong rule.",
        wrong: "title = { vi = \"Tiêm chủng, en = \"Immunisation\" }",
        right: "title = { vi = \"Tiêm chủng\", en = \"Immunisation\" }",
    },
    Entry {
        code: "toml/decimal-comma",
        vi: "Trong tệp tiêu chí, dấu thập phân là dấu chấm. Dấu phẩy ngăn cách các mục, nên `95,5` sẽ bị hiểu là hai \
              giá trị.",
        en: "In criteria files the decimal mark is a point. The comma separates entries, so `95,5` would be two \
              values.",
        wrong: "below = 95,5",
        right: "below = 95.5",
    },
    Entry {
        code: "toml/key-not-ascii",
        vi: "Khóa và mã viết không dấu để gõ giống nhau trên mọi máy và dùng được làm tên cột, tên tham số. Tên tiếng \
              Việt đầy đủ ghi trong `label` hoặc `title`, và đó là tên được in ra.",
        en: "Keys and ids are written without diacritics, so that they are typed alike on every computer and can be \
              names of columns and parameters. The full Vietnamese name stands in `label` or `title`, and that is \
              what is printed.",
        wrong: "điểm = 50",
        right: "points = 50",
    },
    Entry {
        code: "criteria/unknown-key",
        vi: "Khóa không có trong quy định của tệp tiêu chí là lỗi, không bị bỏ qua: nếu bỏ qua một khóa gõ sai, quy \
              tắc viết ở đó sẽ âm thầm mất tác dụng.",
        en: "A key that the format does not know is an error and is not passed over: the rule under a mistyped key \
              would silently have no effect.",
        wrong: "{ from = 98, pionts = 50, status = \"quoted\", evidence = \"…\" }",
        right: "{ from = 98, points = 50, status = \"quoted\", evidence = \"…\" }",
    },
    Entry {
        code: "criteria/missing-key",
        vi: "Mỗi phần của tệp tiêu chí phải đủ các khóa bắt buộc. Con số của văn bản luôn cần `status` và `evidence`, \
              để người đọc biết con số đó đã được kiểm chứng đến đâu.",
        en: "Every part of a criteria file needs its required keys. A figure of the law always needs `status` and \
              `evidence`, so that readers know how far it has been verified.",
        wrong: "points = { value = 50 }",
        right: "points = { value = 50, status = \"quoted\", evidence = \"…\" }",
    },
    Entry {
        code: "criteria/one-of",
        vi: "Ở một số chỗ phải chọn đúng một trong các cách viết, ví dụ một nội dung chỉ có một loại chỉ tiêu. Có hai \
              cách cùng lúc thì không biết cách nào được dùng để tính điểm.",
        en: "In some places exactly one of several ways must be chosen: an item, for example, has one kind of \
              indicator. With two of them it would be open which one gives the points.",
        wrong: "indicator = { count = \"abused\", yes_no = \"play_point\" }",
        right: "indicator = { count = \"abused\" }",
    },
    Entry {
        code: "criteria/wrong-type",
        vi: "Mỗi khóa nhận một dạng giá trị: số viết không có ngoặc kép, chữ viết trong ngoặc kép, ngày viết dạng \
              năm-tháng-ngày. Giá trị sai dạng không được tự động chuyển đổi.",
        en: "Every key takes values of one shape: numbers without quotes, texts in quotes, dates as year-month-day. A \
              value of another shape is not converted.",
        wrong: "in_force = { from = \"03/01/2019\" }",
        right: "in_force = { from = 2019-01-03 }",
    },
    Entry {
        code: "criteria/unknown-word",
        vi: "Một số khóa chỉ nhận các từ có trong danh sách. Từ khác, kể cả gần giống, bị từ chối, vì mỗi từ dẫn đến \
              một cách tính khác nhau.",
        en: "Some keys take only the words of a list. Another word is refused, however similar, because each word \
              leads to another calculation.",
        wrong: "rounding = { digits = 2, mode = \"half\" }",
        right: "rounding = { digits = 2, mode = \"half-up\" }",
    },
    Entry {
        code: "criteria/empty-text",
        vi: "Tên gọi, trích dẫn và căn cứ được in ra cho người đọc, nên không được để trống.",
        en: "Names, citations and evidence are printed for readers, so none of them may be empty.",
        wrong: "evidence = \"\"",
        right: "evidence = \"Điều 2 khoản 2, tiêu chí 7\"",
    },
    Entry {
        code: "criteria/bad-id",
        vi: "Mã gồm chữ cái không dấu, chữ số, `_` và `-`, bắt đầu bằng chữ cái, vì mã còn là tên cột trong bảng số \
              liệu và tên tham số trong tập lệnh.",
        en: "An id has letters without diacritics, digits, `_` and `-`, and begins with a letter, because it is also \
              the name of a column in tables and of a parameter in scripts.",
        wrong: "id = \"Tiêm chủng\"",
        right: "id = \"tiem_chung\"",
    },
    Entry {
        code: "criteria/too-precise",
        vi: "Con số được giữ chính xác từng chữ số, và mỗi loại có số chữ số thập phân tối đa. Không tự làm tròn, vì \
              làm tròn một ngưỡng có thể làm thay đổi kết quả của một xã.",
        en: "Figures are kept exactly, and each kind has a most number of decimals. Nothing is rounded on its own, \
              because a rounded edge can change the result of a commune.",
        wrong: "points = 33.3333",
        right: "points = 33.333",
    },
    Entry {
        code: "criteria/out-of-range",
        vi: "Một số khóa chỉ có nghĩa trong một khoảng nhất định, ví dụ số chữ số thập phân khi hiển thị. Giá trị \
              ngoài khoảng thường do gõ nhầm.",
        en: "Some keys make sense only within a range, such as the number of digits shown. A value outside it is \
              mostly a slip of typing.",
        wrong: "rounding = { digits = 22, mode = \"half-up\" }",
        right: "rounding = { digits = 2, mode = \"half-up\" }",
    },
    Entry {
        code: "criteria/empty-list",
        vi: "Danh sách trống không chấm được điểm nào: một thang điểm phải có ít nhất một mức, một lựa chọn phải có \
              ít nhất một từ.",
        en: "An empty list scores nothing: a scale needs at least one band, a choice at least one word.",
        wrong: "scale.bands = [ ]",
        right: "scale.bands = [ { from = 0, points = 50, status = \"quoted\", evidence = \"…\" } ]",
    },
    Entry {
        code: "criteria/wrong-length",
        vi: "Khoảng điểm của một ví dụ kiểm tra có đúng hai số: thấp nhất và cao nhất.",
        en: "The range of a case has exactly two numbers: the lowest and the highest.",
        wrong: "between = [0, 25, 50]",
        right: "between = [0, 50]",
    },
    Entry {
        code: "criteria/reserved-id",
        vi: "Các mã như `code`, `total` đã là tên cột của mọi bảng và kết quả. Đặt trùng thì không biết cột nào là cột nào.",
        en: "Ids such as `code` and `total` are columns of every table and result already. Used twice, nobody could tell the columns apart.",
        wrong: "id = \"total\"",
        right: "id = \"total_children\"",
    },
    Entry {
        code: "criteria/item-id-outside",
        vi: "Mã của nội dung bắt đầu bằng mã tiêu chí, để nhìn vào kết quả là biết nội dung thuộc tiêu chí nào.",
        en: "The id of an item begins with its criterion, so that results show where an item belongs.",
        wrong: "id = \"rate\"",
        right: "id = \"immunisation.rate\"",
    },
];
