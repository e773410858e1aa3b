//! Explanations: ids, status of figures, area classes, rules at 0/0.

use super::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        code: "criteria/duplicate-id",
        vi: "Mỗi mã chỉ được khai báo một lần. Nếu hai nội dung trùng mã thì điểm và ví dụ kiểm tra của chúng sẽ lẫn \
              vào nhau.",
        en: "Every id is declared once. If two items shared an id, their points and their cases would be mixed up.",
        wrong: "[[field]]\nid = \"under1\"\n[[field]]\nid = \"under1\"",
        right: "[[field]]\nid = \"under1\"\n[[field]]\nid = \"under1_immunised\"",
    },
    Entry {
        code: "criteria/sign-taken",
        vi: "Mỗi ký hiệu trong ô chỉ có một nghĩa: \"-\" không thể vừa là chưa có số liệu vừa là 0, và \"x\" trong cột có/không đã là có.",
        en: "Every sign in a cell has one meaning: a dash cannot be both no figure yet and 0, and an x in a yes-no column is a yes already.",
        wrong: "means_missing = [\"-\"]\nmeans_zero = [\"-\"]",
        right: "means_missing = [\"-\"]",
    },
    Entry {
        code: "criteria/duplicate-label",
        vi: "Tên của trường số liệu cũng được nhận làm tiêu đề cột, nên hai trường không được cùng tên: một cột mang \
              tên đó sẽ không biết thuộc trường nào.",
        en: "The label of a field is accepted as a column header too, so no two fields may share one: a column with \
              that header could be either.",
        wrong: "label = { vi = \"Trẻ em\", en = \"Children\" }\nlabel = { vi = \"Trẻ em\", en = \"Children last \
              year\" }",
        right: "label = { vi = \"Trẻ em\", en = \"Children\" }\nlabel = { vi = \"Trẻ em năm trước\", en = \"Children \
              last year\" }",
    },
    Entry {
        code: "criteria/unknown-id",
        vi: "Mã được nhắc đến phải được khai báo ở đâu đó trong tệp. Một mã gõ sai không được coi là trường trống hay \
              là 0.",
        en: "An id that is used must be declared somewhere in the file. A mistyped id is never taken for an empty \
              field or for 0.",
        wrong: "over = \"undr1\"",
        right: "over = \"under1\"",
    },
    Entry {
        code: "criteria/wrong-field-type",
        vi: "Quy tắc chỉ dùng được loại số liệu hợp với nó: tỷ lệ cần hai số đếm, câu hỏi có/không cần trường \
              có/không.",
        en: "A rule uses only the type of figure that fits it: a rate needs two counts, a yes-no question a yes-no \
              field.",
        wrong: "indicator.count = \"play_point\"",
        right: "indicator.yes_no = \"play_point\"",
    },
    Entry {
        code: "criteria/confirmed-by-whom",
        vi: "`confirmed` nghĩa là một người đã đối chiếu con số với chính văn bản. Phải ghi người đó và ngày đối \
              chiếu, để sau này kiểm tra lại được.",
        en: "`confirmed` means that a person has compared the figure with the legal text itself. Who and on which \
              date must be stated, so that it can be checked later.",
        wrong: "{ value = 50, status = \"confirmed\", evidence = \"…\" }",
        right: "{ value = 50, status = \"confirmed\", evidence = \"…\", by = \"Phòng Pháp chế\", on = 2024-05-31 }",
    },
    Entry {
        code: "criteria/confirmation-without-status",
        vi: "`by` và `on` cho biết ai đã xác nhận. Đặt chúng ở con số chưa xác nhận sẽ làm một giả định trông như quy \
              định của pháp luật.",
        en: "`by` and `on` say who confirmed a figure. On an unconfirmed one they would make an assumption look like \
              law.",
        wrong: "{ value = 50, status = \"provisional\", evidence = \"…\", by = \"…\" }",
        right: "{ value = 50, status = \"provisional\", evidence = \"…\" }",
    },
    Entry {
        code: "criteria/below-status",
        vi: "Với `--strict=…`, tiêu chuẩn chỉ được dùng khi mọi con số đã được kiểm chứng đến mức yêu cầu. Con số tạm \
              thời chỉ là giả định để chạy thử; công nhận một xã dựa vào nó là công nhận không có căn cứ pháp luật.",
        en: "With `--strict=…` a standard is fit for use only when every figure has been verified as far as asked. A \
              provisional figure is an assumption to try things out; a recognition that rests on it has no basis in \
              law.",
        wrong: "points = { value = 50, status = \"provisional\", evidence = \"assumed\" }",
        right: "points = { value = 50, status = \"quoted\", evidence = \"the annex, published by the province\" }",
    },
    Entry {
        code: "criteria/unused",
        vi: "Trường, loại địa bàn hay cơ quan được khai báo mà không dùng đến thường là dấu hiệu của một quy tắc viết \
              thiếu hoặc mã gõ sai; ngoài ra còn bắt các xã thu thập số liệu thừa.",
        en: "A field, class or agency that is declared and never used is often the trace of a forgotten rule or a \
              mistyped id; it also makes communes collect figures for nothing.",
        wrong: "[[agency]]\nid = \"tourism\"",
        right: "[[field]]\nid = \"under1\"\nsupplied_by = \"health\"",
    },
    Entry {
        code: "criteria/dates-reversed",
        vi: "Ngày hết hiệu lực không thể trước ngày có hiệu lực. Khoảng hiệu lực quyết định năm nào được đánh giá \
              theo văn bản này.",
        en: "The last day in force cannot lie before the first. The dates decide which years are assessed under this \
              text.",
        wrong: "in_force = { from = 2019-01-03, until = 2018-12-31 }",
        right: "in_force = { from = 2019-01-03, until = 2025-12-31 }",
    },
    Entry {
        code: "criteria/formula-syntax",
        vi: "Công thức chỉ gồm mã trường số liệu, số, bốn phép tính và dấu ngoặc, để ai cũng đọc được và tính lại \
              được bằng tay.",
        en: "A formula has only field ids, numbers, the four operations and parentheses, so that anyone can read it \
              and redo it by hand.",
        wrong: "formula = \"sum(girls, boys)\"",
        right: "formula = \"girls + boys\"",
    },
    Entry {
        code: "criteria/no-condition",
        vi: "Tiêu chuẩn phải nói khi nào một xã được công nhận: ngưỡng tổng điểm, điều kiện cho từng tiêu chí, hay \
              các mức công nhận. Nếu không có gì thì mọi xã đều đạt.",
        en: "A standard must say when a commune is recognised: a threshold of the total, a condition on every \
              criterion, or levels. With none of them every commune would pass.",
        wrong: "[recognition]",
        right: "[recognition]\nthreshold.total = { at_least = 850, status = \"quoted\", evidence = \"…\" }",
    },
    Entry {
        code: "criteria/class-not-covered",
        vi: "Khi quy định chia theo loại địa bàn, loại nào cũng phải có ngưỡng hoặc thang điểm của mình; nếu không, \
              các xã thuộc loại đó không được đánh giá.",
        en: "Where a rule goes by area class, every class needs its threshold or its bands; otherwise the communes of \
              that class could not be assessed.",
        wrong: "threshold.total = [ { class = \"ward\", at_least = 900, … } ]",
        right: "threshold.total = [ { class = \"ward\", at_least = 900, … }, { class = \"other\", at_least = 850, … } \
              ]",
    },
    Entry {
        code: "criteria/class-twice",
        vi: "Mỗi loại địa bàn chỉ có một mục trong bảng chia theo loại. Có hai mục thì không biết dùng con số nào.",
        en: "Every area class has one entry in a table by class. With two of them it would be open which figure \
              counts.",
        wrong: "{ class = \"other\", at_least = 850, … }, { class = \"other\", at_least = 800, … }",
        right: "{ class = \"other\", at_least = 850, … }",
    },
    Entry {
        code: "criteria/no-classes",
        vi: "Bảng chia theo loại địa bàn chỉ có nghĩa khi tiêu chuẩn khai báo các loại đó bằng `[[area_class]]`, vì \
              mỗi xã phải ghi loại của mình.",
        en: "A table by area class makes sense only when the standard declares the classes with `[[area_class]]`, \
              because every commune must state its own.",
        wrong: "threshold.total = [ { class = \"other\", at_least = 850, … } ]",
        right: "threshold.total = { at_least = 850, … }",
    },
    Entry {
        code: "criteria/class-needed",
        vi: "Tiêu chuẩn có nhiều loại địa bàn thì ngưỡng phải ghi cho từng loại. Một con số chung không ghi loại có \
              thể đã bỏ sót quy định riêng cho miền núi hay cho phường.",
        en: "A standard with area classes states its threshold for each of them. A single figure without a class may \
              have lost the rule for mountain communes or for wards.",
        wrong: "threshold.total = { at_least = 850, … }",
        right: "threshold.total = [ { class = \"other\", at_least = 850, … }, … ]",
    },
    Entry {
        code: "criteria/never-empty",
        vi: "`when_empty` nói phải làm gì khi mẫu số bằng 0. Chỉ tiêu không có mẫu số thì quy tắc này không bao giờ \
              được dùng, nên có lẽ đặt nhầm chỗ.",
        en: "`when_empty` says what happens when the denominator is 0. An indicator without a denominator never uses \
              it, so it probably belongs elsewhere.",
        wrong: "indicator = { count = \"activities\", when_empty = \"missing\" }",
        right: "indicator = { count = \"activities\" }",
    },
    Entry {
        code: "criteria/empty-rule-needs-status",
        vi: "Cho điểm khi không có trẻ em nào thuộc nhóm (0/0) là một quyết định về chính sách, nên cũng cần `status` \
              và `evidence` như mọi con số khác.",
        en: "Giving points when no child belongs to the group (0/0) is a decision of policy, so it needs `status` and \
              `evidence` like every other figure.",
        wrong: "when_empty = \"full-points\"",
        right: "when_empty = { give = \"full-points\", status = \"provisional\", evidence = \"…\" }",
    },
    Entry {
        code: "criteria/too-many-left-out",
        vi: "Khi bỏ một nội dung không áp dụng, điểm các nội dung còn lại được tính lại theo tỷ lệ; khoảng điểm còn \
              có thể đạt được tính bằng cách xét mọi trường hợp. Quá nhiều nội dung như vậy thì không xét hết được.",
        en: "When an item is left out, the rest is rescaled, and the points still possible are found by going through \
              all combinations. With too many such items that cannot be done.",
        wrong: "when_empty = { give = \"leave-out\", … }",
        right: "when_empty = { give = \"not-applicable\", … }",
    },
    Entry {
        code: "criteria/leave-out-with-script",
        vi: "Bỏ một nội dung là tính lại điểm các nội dung còn lại theo tỷ lệ. Khi điểm tiêu chí do tập lệnh tính thì \
              không có tổng nào để tính lại.",
        en: "Leaving an item out means rescaling the others. Where a script gives the points of the criterion, there \
              is no sum to rescale.",
        wrong: "when_empty = { give = \"leave-out\", … }",
        right: "when_empty = { give = \"not-applicable\", … }",
    },
];
