//! Explanations: scripts, cases, results.

use super::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        code: "script/not-found",
        vi: "Tập lệnh được nêu trong tệp tiêu chí phải có tệp của nó trong thư mục `scripts/<mã tiêu chuẩn>/`. Không \
              có tệp thì nội dung đó không chấm được.",
        en: "A script that the criteria file names must have its file in `scripts/<id of the standard>/`. Without it \
              the item cannot be scored.",
        wrong: "script = { name = \"abus\", … }",
        right: "script = { name = \"abuse\", … }   # scripts/qd-06-2019/abuse.rhai",
    },
    Entry {
        code: "script/syntax",
        vi: "Tập lệnh phải đọc được toàn bộ trước khi chấm điểm, để lỗi cú pháp không lộ ra giữa chừng ở một xã nào đó.",
        en: "A script must be readable as a whole before anything is scored, so that a slip of writing does not come \
              up at some commune half-way.",
        wrong: "fn points(abused) { if abused == 0 { 100 } else 0 }",
        right: "fn points(abused) { if abused == 0 { 100 } else { 0 } }",
    },
    Entry {
        code: "script/no-function",
        vi: "Chương trình gọi hàm có tên cố định: `points` cho điểm, `value` cho giá trị của chỉ tiêu, `total` cho \
              tổng điểm. Hàm tên khác chỉ được gọi từ trong tập lệnh.",
        en: "The tool calls a function of a fixed name: `points` for points, `value` for the value of an indicator, \
              `total` for the total. Others are only called from inside the script.",
        wrong: "fn score(abused) { … }",
        right: "fn points(abused) { … }",
    },
    Entry {
        code: "script/unknown-parameter",
        vi: "Tên tham số cho biết tập lệnh cần số liệu nào, nên phải là mã có trong tệp tiêu chí. Nhờ vậy biết được \
              số liệu nào còn thiếu trước khi gọi tập lệnh.",
        en: "The names of the parameters say which figures a script needs, so they must be ids of the criteria file. \
              That is how a missing figure is known before the script is called.",
        wrong: "fn points(abusd) { … }",
        right: "fn points(abused) { … }",
    },
    Entry {
        code: "script/ambiguous-parameter",
        vi: "Nếu một tên vừa là trường số liệu vừa là con số hay nội dung thì không biết tập lệnh nhận giá trị nào. \
              Mỗi tên chỉ được mang một nghĩa.",
        en: "If a name is both a field and a figure or an item, it is open which value the script gets. A name may \
              mean one thing only.",
        wrong: "figures = { abused = { value = 5, … } }",
        right: "figures = { most_abused = { value = 5, … } }",
    },
    Entry {
        code: "script/figure-unused",
        vi: "Hằng số ghi trong tệp tiêu chí mà tập lệnh không nhận thì sửa nó cũng không làm thay đổi kết quả. Người \
              sửa tiêu chuẩn sẽ tưởng là đã sửa xong.",
        en: "A figure of the criteria file that the script does not take changes nothing when it is edited. Whoever \
              edits the standard would believe it had been changed.",
        wrong: "figures = { reduced = { value = 50, … } }\nfn points(abused) { … }",
        right: "figures = { reduced = { value = 50, … } }\nfn points(abused, reduced) { … }",
    },
    Entry {
        code: "script/unknown-function",
        vi: "Tập lệnh chỉ gọi được hàm viết trong cùng tệp và các hàm có sẵn. Tên hàm được kiểm tra ngay khi đọc, \
              không đợi đến lúc gặp xã đầu tiên cần đến.",
        en: "A script calls functions of its own file and those supplied. Names are checked when reading, and not \
              only when the first commune needs them.",
        wrong: "rat(abused, children, 10000)",
        right: "rate(abused, children, 10000)",
    },
    Entry {
        code: "script/forbidden",
        vi: "Tập lệnh chỉ có phép tính, so sánh, `if`, `switch`, `let` và lời gọi hàm. Vòng lặp, đọc tệp, ngày giờ \
              hay số ngẫu nhiên không được dùng, để cùng số liệu luôn cho cùng kết quả và ai cũng đọc được.",
        en: "Scripts have arithmetic, comparisons, `if`, `switch`, `let` and calls. Loops, files, clocks and chance \
              are kept out, so that the same figures always give the same result and anyone can read the rule.",
        wrong: "let i = 0; while i < abused { i += 1; }",
        right: "let lost = abused * 5;",
    },
    Entry {
        code: "script/failed",
        vi: "Tập lệnh dừng giữa chừng, ví dụ chia cho 0 hoặc so sánh số với chữ. Nội dung đó không có điểm, và không \
              được coi là 0 điểm.",
        en: "The script stopped half-way, for example on a division by 0 or on comparing a number with a text. The \
              item then has no points, which is not the same as 0 points.",
        wrong: "rate(abused, children, 100)",
        right: "if children == 0 { missing(\"chưa có tổng số trẻ em\", \"no total of children\") } else { … }",
    },
    Entry {
        code: "script/unused",
        vi: "Tham số, biến hay hàm không được dùng thường là do viết nhầm tên. Tham số thừa còn gây hại: thiếu số liệu \
              ấy thì nội dung không có điểm, dù kết quả không phụ thuộc vào nó.",
        en: "A parameter, variable or function that nothing uses is often a slip of another name. A needless parameter \
              also does harm: without that figure the item has no points, although nothing depends on it.",
        wrong: "fn points(abused, children) { if abused == 0 { 100 } else { 0 } }",
        right: "fn points(abused) { if abused == 0 { 100 } else { 0 } }",
    },
    Entry {
        code: "script/unreachable",
        vi: "Phần đứng sau `return`, hoặc sau một điều kiện luôn đúng hay luôn sai, không xã nào đi đến được. Quy định \
              viết ở đó sẽ không bao giờ được áp dụng.",
        en: "No commune gets to what stands behind `return`, or behind a condition that is always the same. A rule \
              written there is never applied.",
        wrong: "return 50;\nreturn 100;",
        right: "if abused == 0 { return 100; }\nreturn 50;",
    },
    Entry {
        code: "script/branch-exceeds",
        vi: "Nhánh nào của tập lệnh cũng phải cho điểm trong khoảng đã khai báo. Nếu không, xã rơi vào nhánh đó sẽ \
              không có điểm: chương trình không tự cắt bớt điểm.",
        en: "Every branch of a script must give points within the declared limits. Otherwise the communes that take \
              it get none: the tool never cuts points off by itself.",
        wrong: "script = { name = \"abuse\", most = 100, figures = { full = { value = 120, … } } }",
        right: "script = { name = \"abuse\", most = 100, figures = { full = { value = 100, … } } }",
    },
    Entry {
        code: "script/limit-unreached",
        vi: "`most` và `least` cho biết khoảng điểm khi còn thiếu số liệu. Nếu không trường hợp nào cho đúng số điểm \
              ấy thì khoảng điểm quá rộng, và tiêu chí không thể đạt điểm tối đa.",
        en: "`most` and `least` say what an item can still get while figures are missing. If no case gives exactly \
              that, the range is too wide, and the full points of the criterion cannot be reached.",
        wrong: "most = 100   # if abused == 0 { 50 } else { 0 }",
        right: "most = 50   # if abused == 0 { 50 } else { 0 }",
    },
    Entry {
        code: "script/stops",
        vi: "Tập lệnh được thử với những số liệu mà một xã có thể có: 0, các con số trong quy định và ngay cạnh chúng. \
              Với số liệu nêu ra, tập lệnh dừng hoặc cho điểm không hợp lệ, nên xã đó sẽ không có điểm.",
        en: "Scripts are tried with figures a commune can have: 0, the figures of the rule and those next to them. \
              With the ones shown it stops or gives points that are not allowed, so such a commune would have none.",
        wrong: "rate(abused, children, 10000) > 5",
        right: "children == 0 || rate(abused, children, 10000) > 5",
    },
    Entry {
        code: "script/points-turn",
        vi: "Khi một số liệu tăng dần và các số liệu khác giữ nguyên, điểm thường chỉ tăng hoặc chỉ giảm. Điểm lúc \
              tăng lúc giảm thường là do viết nhầm dấu so sánh.",
        en: "As one figure grows and the others stay, points usually only rise or only fall. Points that do both are \
              often a comparison the wrong way round.",
        wrong: "if abused > 5 { 0 } else if abused > 2 { 100 } else { 50 }",
        right: "if abused > 5 { 0 } else if abused > 2 { 50 } else { 100 }",
    },
    Entry {
        code: "script/missing-decides",
        vi: "Thiếu số liệu không bao giờ là 0. Tập lệnh có `accepts_missing` chỉ được cho điểm khi thiếu một số liệu \
              nếu số liệu đó, dù là bao nhiêu, cũng cho đúng số điểm ấy; nếu không thì đó là một giá trị ngầm định.",
        en: "A missing figure is never 0. A script with `accepts_missing` may give points without a figure only if \
              every value of it gives the same points; otherwise the script assumes one in silence.",
        wrong: "if is_missing(abused) { 100 } else { 100 - abused }",
        right: "if is_missing(abused) { missing(\"chưa có số liệu\", \"no figure\") } else { 100 - abused }",
    },
    Entry {
        code: "case/fails",
        vi: "Ví dụ kiểm tra ghi lại một trường hợp đã tính bằng tay theo văn bản. Quy tắc cho kết quả khác nghĩa là \
              quy tắc hoặc ví dụ đã hiểu sai văn bản; chưa rõ bên nào sai thì chưa được chấm điểm.",
        en: "A case records what was worked out by hand from the legal text. If the rules give something else, either \
              of them misreads the text; until that is settled nothing is scored.",
        wrong: "given = { under1_immunised = 97, under1 = 100 }\npoints = 50",
        right: "given = { under1_immunised = 98, under1 = 100 }\npoints = 50",
    },
    Entry {
        code: "case/some-fail",
        vi: "Khi so sánh hai tiêu chuẩn, ví dụ kiểm tra của bản dự thảo có thể chưa sửa theo: trước hết cần biết thay đổi \
              ảnh hưởng đến xã nào. Trước khi chấm điểm thì mọi ví dụ phải đạt.",
        en: "When two standards are compared, the cases of a draft may not have been brought up to date: whom the change \
              affects comes first. Before anything is scored, every case has to pass.",
        wrong: "{ from = 95, points = 60, … },\ncases = [ { given = { … }, points = 50 } ]",
        right: "{ from = 95, points = 60, … },\ncases = [ { given = { … }, points = 60 } ]",
    },
    Entry {
        code: "case/needs-class",
        vi: "Khi quy tắc khác nhau giữa các loại địa bàn, ví dụ kiểm tra phải nói nó thuộc loại nào, nếu không thì \
              không có kết quả nào để so sánh.",
        en: "Where rules differ between area classes, a case must say which class it is about; otherwise there is no \
              one result to compare with.",
        wrong: "given = { … }\npoints = 25",
        right: "class = \"other\"\ngiven = { … }\npoints = 25",
    },
    Entry {
        code: "case/bad-figure",
        vi: "Số liệu trong ví dụ kiểm tra phải là số liệu mà một xã có thể gửi lên. Ví dụ với số liệu không thể có \
              thì không chứng minh được gì.",
        en: "The figures of a case must be such as a commune could send. A case with impossible figures proves \
              nothing.",
        wrong: "given = { under1 = -5 }",
        right: "given = { under1 = 5 }",
    },
    Entry {
        code: "case/base-chain",
        vi: "`base` lấy số liệu của một ví dụ kiểm tra khác trong cùng tệp. Lấy vòng tròn thì không ví dụ nào có số \
              liệu; qua quá nhiều ví dụ thì người đọc không còn theo dõi được.",
        en: "`base` takes the figures of another case of the same file. In a circle no case has any figure; through \
              too many cases nobody can follow them any more.",
        wrong: "name = \"a\"\nbase = \"a\"",
        right: "name = \"b\"\nbase = \"a\"",
    },
    Entry {
        code: "case/without-nothing",
        vi: "`without` làm thiếu một số liệu mà ví dụ gốc có. Nếu ví dụ gốc không có số liệu đó thì có lẽ đã ghi nhầm \
              tên, và ví dụ không kiểm tra điều định kiểm tra.",
        en: "`without` makes a figure missing that the base gives. If the base does not give it, the name is probably \
              wrong, and the case does not test what it is meant to test.",
        wrong: "base = \"a good commune\"\nwithout = [\"under_1\"]",
        right: "base = \"a good commune\"\nwithout = [\"under1\"]",
    },
    Entry {
        code: "case/not-filled-in",
        vi: "`cfc test --suggest` đề xuất số liệu cho ví dụ kiểm tra nhưng để trống kết quả: kết quả phải do người đọc \
              văn bản quyết định, nếu lấy từ chương trình thì ví dụ không kiểm tra được gì.",
        en: "`cfc test --suggest` proposes the figures of a case and leaves its result open: whoever reads the legal \
              text decides it. Taken from the program it would test nothing.",
        wrong: "given = { under1_immunised = 98, under1 = 100 }\npoints = \"?\"",
        right: "given = { under1_immunised = 98, under1 = 100 }\npoints = 50",
    },
    Entry {
        code: "result/item-failed",
        vi: "Tập lệnh dừng vì lỗi ở một xã. Nội dung đó được coi là thiếu số liệu, không phải 0 điểm, và các xã khác \
              vẫn được chấm.",
        en: "A script stopped at one commune. The item counts as missing and not as 0 points, and the other communes \
              are scored all the same.",
        wrong: "abused / (children - girls - boys)",
        right: "rate(abused, children, 10000)",
    },
    Entry {
        code: "result/not-strict",
        vi: "`--strict` dùng khi kết quả sẽ được trình ký: mọi xã phải có kết quả xác định, và không con số nào của \
              tiêu chuẩn còn là giả định.",
        en: "`--strict` is for results that go to signature: every commune must be decided, and no figure of the \
              standard may still be an assumption.",
        wrong: "status = \"provisional\"",
        right: "status = \"quoted\"",
    },
    Entry {
        code: "case/out-of-bounds",
        vi: "Số liệu của ví dụ kiểm tra phải thỏa các giới hạn của trường số liệu, ví dụ số trẻ được tiêm không vượt quá số trẻ. Bảng số liệu của xã sẽ không được nhận nếu vi phạm.",
        en: "The figures of a case must keep within the limits of their fields, such as no more children immunised than there are. A table of communes that breaks them is refused.",
        wrong: "given = { under1_immunised = 101, under1 = 100 }",
        right: "given = { under1_immunised = 100, under1 = 100 }",
    },
];
