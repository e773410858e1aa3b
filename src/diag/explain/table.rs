//! Explanations: tables and their cells.

use super::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        code: "table/not-text",
        vi: "Bảng số liệu phải là tệp văn bản đọc được theo bảng mã của nó. Đọc sai bảng mã sẽ làm hỏng tên xã và có \
              thể làm hỏng cả số liệu.",
        en: "A table must be text in its encoding. In the wrong one the names of communes are spoilt, and figures may \
              be too.",
        wrong: "xa.xls",
        right: "xa.csv (CSV UTF-8)",
    },
    Entry {
        code: "table/empty",
        vi: "Dòng đầu tiên cho biết cột nào là số liệu nào. Tệp trống thường do xuất nhầm trang tính.",
        en: "The first row says which column holds which figure. An empty file is mostly the wrong sheet exported.",
        wrong: "(0 byte)",
        right: "code,name,under1,under1_immunised",
    },
    Entry {
        code: "table/no-rows",
        vi: "Bảng có tiêu đề nhưng không có xã nào thì không có gì để chấm. Đây là cảnh báo, vì biểu mẫu chưa điền \
              cũng có dạng như vậy.",
        en: "A header without communes leaves nothing to score. It is a warning, because a form that nobody has \
              filled in looks the same.",
        wrong: "code,name,under1",
        right: "code,name,under1\n00123,Xã Mẫu,120",
    },
    Entry {
        code: "table/no-figures",
        vi: "Mọi xã trong tệp mới có mã và tên, chưa có con số nào. Đây là phiếu đã phát nhưng chưa ai điền, nên được \
              nói một lần, và nhiều phiếu như vậy được nói chung một lần; khi chấm điểm, mọi số liệu của các xã đó đều thiếu.",
        en: "The communes of the file have a code and a name, and not one figure. The form was handed out and nobody \
              filled it in, which is said once, and once for many such forms; when it is scored, all figures of these communes are missing.",
        wrong: "code,name,under1\n00123,Xã Mẫu,",
        right: "code,name,under1\n00123,Xã Mẫu,120",
    },
    Entry {
        code: "table/guessed-encoding",
        vi: "Tệp không ghi bảng mã, nên chương trình nhận biết qua nội dung. Nếu tên xã hiển thị sai, hãy lưu lại tệp \
              theo UTF-8.",
        en: "The file does not say its encoding, so it was recognised by its bytes. If names look wrong, save the \
              file as UTF-8.",
        wrong: "CSV (Comma delimited)",
        right: "CSV UTF-8 (Comma delimited)",
    },
    Entry {
        code: "table/header-twice",
        vi: "Hai cột cùng là một trường số liệu thì không biết lấy số nào, kể cả khi hai cột hiện đang giống nhau.",
        en: "With two columns for one field it is open which figure counts, even when both happen to agree.",
        wrong: "code,under1,Trẻ em dưới 1 tuổi",
        right: "code,under1",
    },
    Entry {
        code: "table/extra-column",
        vi: "Cột mà tiêu chuẩn không dùng được giữ nguyên và không ảnh hưởng đến điểm. Chương trình nhắc để phát hiện \
              tên cột gõ sai.",
        en: "A column that the standard does not use is carried along and does not touch the points. It is mentioned \
              so that a mistyped header is noticed.",
        wrong: "code,name,undr1",
        right: "code,name,under1",
    },
    Entry {
        code: "table/unknown-self-score",
        vi: "Tên cột giống cột điểm tự chấm nhưng không có tiêu chí nào như vậy, nên điểm trong cột không được so. Tên cột \
             là `self.` và mã tiêu chí, `self.total`, hoặc “Tự chấm: ” và tên tiêu chí.",
        en: "The header looks like self-scores, but there is no such criterion, so its points are not compared. Columns \
             are called `self.total`, or `self.` and the id of a criterion; its title with the word for self-scores does, too.",
        wrong: "code,name,self.imunisation",
        right: "code,name,self.immunisation",
    },
    Entry {
        code: "table/missing-column",
        vi: "Thiếu một cột nghĩa là mọi xã đều thiếu số liệu đó, thường do tên cột bị đổi. Xã nào chưa có số liệu thì \
              vẫn giữ cột và để trống ô.",
        en: "A missing column means that every commune lacks the figure, mostly because the header was changed. Where \
              there is no figure yet, keep the column and leave the cell empty.",
        wrong: "code,name,under1_immunised",
        right: "code,name,under1,under1_immunised",
    },
    Entry {
        code: "table/row-length",
        vi: "Dòng thừa hoặc thiếu ô làm các số liệu bị lệch cột. Thường là do dấu phẩy thập phân hay dấu ngăn cách \
              nằm trong chữ.",
        en: "A row with more or fewer cells shifts its figures into other columns. Mostly a decimal comma, or a \
              separator inside a text, is behind it.",
        wrong: "00123,Xã Mẫu,95,5",
        right: "00123,Xã Mẫu,\"95,5\"",
    },
    Entry {
        code: "table/duplicate-commune",
        vi: "Mỗi xã chỉ có một dòng cho mỗi năm. Hai dòng cùng mã có thể là hai bản báo cáo khác nhau, và chương \
              trình không chọn thay.",
        en: "A commune has one row per year. Two rows with one code may be two versions of a report, and the tool \
              does not choose between them.",
        wrong: "00123,Xã Mẫu,2024,120\n00123,Xã Mẫu,2024,125",
        right: "00123,Xã Mẫu,2024,125",
    },
    Entry {
        code: "table/row-skipped",
        vi: "Với `--skip-bad-rows`, dòng có lỗi được bỏ ra khỏi kết quả để các xã khác vẫn được chấm. Xã bị bỏ ra \
              không phải là xã không đạt.",
        en: "With `--skip-bad-rows` a row with errors is left out, so that the other communes are scored. A commune \
              left out is not one that failed.",
        wrong: "00123,Xã Mẫu,12o",
        right: "00123,Xã Mẫu,120",
    },
    Entry {
        code: "cell/not-a-count",
        vi: "Số trẻ em, số vụ việc là số đếm, nên là số nguyên. Số có phần thập phân ở đây thường là tỷ lệ phần trăm ghi nhầm cột.",
        en: "Children and cases are counted, so the figures are whole numbers. A fraction here is mostly a percentage \
              in the wrong column.",
        wrong: "12,5",
        right: "12",
    },
    Entry {
        code: "cell/negative",
        vi: "Số đếm và tỷ lệ không thể nhỏ hơn 0. Dấu trừ thường là dấu gạch ngang ghi thay cho \"không có\".",
        en: "Counts and rates cannot be below 0. A minus sign is mostly a dash that stands for none.",
        wrong: "-3",
        right: "3",
    },
    Entry {
        code: "cell/ambiguous-number",
        vi: "\"1.065\" có thể là một nghìn không trăm sáu mươi lăm (dấu chấm phân cách hàng nghìn) hoặc một phẩy \
              không sáu lăm. Hai cách đọc khác nhau một nghìn lần, nên chương trình không đoán.",
        en: "\"1.065\" may be one thousand and sixty-five, with a point between thousands, or a little more than one. \
              The two differ a thousandfold, so it is not guessed.",
        wrong: "1.065",
        right: "1065",
    },
    Entry {
        code: "cell/not-a-number",
        vi: "Ô trống nghĩa là chưa có số liệu; số 0 nghĩa là đã đếm và không có trường hợp nào. Các ký hiệu như \
              \"-\", \"x\", \"không\" có thể là cả hai, nên không được nhận.",
        en: "An empty cell means that there is no figure yet; 0 means that somebody counted and found none. Signs \
              such as \"-\" or \"x\" may mean either, so they are refused.",
        wrong: "-",
        right: "0",
    },
    Entry {
        code: "cell/too-many-digits",
        vi: "Mỗi trường có số chữ số thập phân đã định. Nhiều chữ số hơn thường là kết quả phép chia do bảng tính tạo \
              ra; hãy ghi con số đúng như trong báo cáo.",
        en: "Every field has its number of decimals. More of them are mostly a division left by the spreadsheet; \
              write the figure as it stands in the report.",
        wrong: "47,7272727",
        right: "47,73",
    },
    Entry {
        code: "cell/too-large",
        vi: "Không xã nào có số liệu lớn như vậy. Thường là thừa chữ số hoặc hai ô dính vào nhau.",
        en: "No commune has a figure as large as this. Mostly there is a digit too many, or two cells have run \
              together.",
        wrong: "12001250000",
        right: "1200",
    },
    Entry {
        code: "cell/not-a-percentage",
        vi: "Tỷ lệ phần trăm nằm trong khoảng từ 0 đến 100. Lớn hơn 100 thường do tử số và mẫu số lấy từ hai thời \
              điểm khác nhau.",
        en: "A percentage lies between 0 and 100. Above 100, numerator and denominator were mostly taken at different \
              times.",
        wrong: "105",
        right: "95",
    },
    Entry {
        code: "cell/below-least",
        vi: "Một số trường có giá trị nhỏ nhất, ví dụ tổng số trẻ em của xã phải lớn hơn 0. Số nhỏ hơn thường là ô \
              chưa điền được ghi 0.",
        en: "Some fields have a least value: the number of children of a commune, for example, is above 0. A smaller \
              one is mostly an empty cell filled with 0.",
        wrong: "children = 0",
        right: "children = 2310",
    },
    Entry {
        code: "cell/above-other",
        vi: "Phần không thể lớn hơn toàn bộ: số trẻ em được tiêm chủng không thể nhiều hơn số trẻ em dưới 1 tuổi. Nếu \
              lớn hơn thì một trong hai số sai, và tỷ lệ sẽ vượt quá 100 %.",
        en: "A part cannot exceed the whole: no more infants are immunised than there are infants. If it does, one of \
              the two figures is wrong, and the rate would be above 100 %.",
        wrong: "under1 = 100, under1_immunised = 120",
        right: "under1 = 120, under1_immunised = 100",
    },
    Entry {
        code: "cell/not-yes-no",
        vi: "Câu hỏi có/không chỉ nhận có hoặc không. Ô trống nghĩa là chưa trả lời, không phải là không.",
        en: "A yes-no question takes yes or no. An empty cell means not answered yet, which is not the same as no.",
        wrong: "đang làm",
        right: "có",
    },
    Entry {
        code: "cell/not-a-choice",
        vi: "Trường này chỉ nhận các lựa chọn đã khai báo trong tiêu chuẩn, vì mỗi lựa chọn có số điểm riêng.",
        en: "This field takes only the choices that the standard declares, because each of them has its own points.",
        wrong: "tạm được",
        right: "trung bình",
    },
    Entry {
        code: "cell/unknown-class",
        vi: "Loại địa bàn quyết định ngưỡng điểm của xã, nên phải là một trong các loại của tiêu chuẩn. Ghi sai loại \
              có thể làm đổi kết quả công nhận.",
        en: "The area class decides the threshold of a commune, so it must be one of the standard's. A wrong class \
              can change the verdict.",
        wrong: "miền núi?",
        right: "mountain_island_or_hardship",
    },
    Entry {
        code: "cell/empty-identity",
        vi: "Mỗi dòng phải có mã và tên xã để biết kết quả là của ai. Dòng không có mã thường là dòng tổng cộng hay \
              tiêu đề phụ, và không được chấm.",
        en: "Every row needs the code and the name of its commune, so that it is known whose result it is. A row \
              without them is mostly a sum or a heading, and must not be scored.",
        wrong: ",Tổng cộng,1200",
        right: "00123,Xã Mẫu,1200",
    },
    Entry {
        code: "cell/odd-code",
        vi: "Mã đơn vị hành chính chỉ gồm chữ số, và mọi mã dài như nhau. Dấu cách, dấu chấm, chữ hoặc thừa một chữ số \
              làm cho mã không khớp với danh mục, với năm trước, và không phát hiện được xã bị nhập hai lần. Xã vẫn được \
              chấm theo mã đúng như đã ghi.",
        en: "Codes of administrative units are digits, and all have the same length. A blank, a point, a letter or a \
              digit too many makes a code that matches neither the official list nor other years, and hides a commune \
              that stands twice. The commune is scored under the code as it is written.",
        wrong: "9 0001",
        right: "90001",
    },
    Entry {
        code: "cell/short-code",
        vi: "Mã đơn vị hành chính có số 0 ở đầu, và bảng tính thường làm mất số 0 đó. Mã thiếu số 0 không khớp với \
              danh mục và với số liệu các năm khác.",
        en: "Codes of administrative units have leading zeros, and spreadsheets tend to drop them. A code without \
              them does not match the official list or other years.",
        wrong: "123",
        right: "00123",
    },
    Entry {
        code: "cell/not-a-year",
        vi: "Năm của số liệu gồm bốn chữ số, vì việc đánh giá được làm theo năm, từ 01/01 đến 31/12.",
        en: "The year of the figures has four digits, because the assessment goes by year, from 01/01 to 31/12.",
        wrong: "24",
        right: "2024",
    },
    Entry {
        code: "table/findings-not-shown",
        vi: "Khi cả cột sai cùng một kiểu, hàng chục nghìn lỗi giống nhau không giúp ích gì. Những lỗi đầu được nêu đủ, số còn lại được đếm.",
        en: "When a whole column is wrong in the same way, tens of thousands of equal messages help nobody. The first ones are shown in full, the rest is counted.",
        wrong: "under1\n12o\n13o",
        right: "under1\n120\n130",
    },
    Entry {
        code: "cell/percent-for-count",
        vi: "Điểm được tính từ số đếm, để không bị ảnh hưởng bởi cách làm tròn tỷ lệ. Cột số đếm không nhận tỷ lệ phần trăm.",
        en: "Points are computed from counts, so that no rounding of a rate changes them. A column of counts takes no percentage.",
        wrong: "98%",
        right: "98",
    },
    Entry {
        code: "cell/formula-error",
        vi: "Ô chứa báo lỗi của công thức thì chưa có số liệu. Không thể coi là 0.",
        en: "A cell that shows the error of a formula holds no figure. It cannot be taken as 0.",
        wrong: "#DIV/0!",
        right: "0",
    },
];
