//! Explanations: bands and other scales, sums of points.

use super::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        code: "criteria/two-bounds",
        vi: "Mỗi đầu của một mức chỉ có một cận: `from` (≥) hoặc `above` (>), `below` (<) hoặc `up_to` (≤). Ghi cả \
              hai thì giá trị đúng bằng cận sẽ không biết thuộc mức nào.",
        en: "Each end of a band is set once: `from` (at least) or `above`, `below` or `up_to`. With both, a value \
              exactly on the edge could go either way.",
        wrong: "{ from = 95, above = 95, points = 35, … }",
        right: "{ from = 95, points = 35, … }",
    },
    Entry {
        code: "criteria/no-bound",
        vi: "Một mức, một ngưỡng hay một điều kiện phải nói nó áp dụng từ đâu hoặc đến đâu. Không có cận nào thì nó \
              đúng với mọi giá trị.",
        en: "A band, a cut-off or a fact must say from where or up to where it applies. Without any end it would hold \
              for every value.",
        wrong: "{ points = 50, … }",
        right: "{ from = 98, points = 50, … }",
    },
    Entry {
        code: "criteria/band-gap",
        vi: "Các mức phải bao phủ mọi giá trị mà chỉ tiêu có thể nhận. Nếu có khoảng trống, một xã rơi vào đó sẽ \
              không có điểm, dù số liệu đầy đủ.",
        en: "Bands must cover every value the indicator can have. A commune that falls into a gap would have no \
              points although its figures are complete.",
        wrong: "{ from = 98, points = 50, … },\n{ below = 95, points = 0, … }",
        right: "{ from = 98, points = 50, … },\n{ from = 95, below = 98, points = 35, … },\n{ below = 95, points = 0, \
              … }",
    },
    Entry {
        code: "criteria/band-overlap",
        vi: "Mỗi giá trị chỉ thuộc một mức. Nếu hai mức cùng nhận một giá trị thì điểm phụ thuộc vào thứ tự viết, \
              không phụ thuộc vào văn bản.",
        en: "Every value belongs to one band. If two bands took it, the points would depend on the order of writing \
              and not on the legal text.",
        wrong: "{ from = 95, points = 50, … },\n{ from = 90, up_to = 95, points = 35, … }",
        right: "{ from = 95, points = 50, … },\n{ from = 90, below = 95, points = 35, … }",
    },
    Entry {
        code: "criteria/band-unreachable",
        vi: "Một mức mà không giá trị nào rơi vào thường do gõ nhầm cận hoặc nhầm đơn vị, ví dụ lấy phần nghìn thay \
              cho phần trăm.",
        en: "A band that no value reaches is mostly a mistyped edge or another unit, such as per thousand for per \
              cent.",
        wrong: "{ from = 980, points = 50, … }",
        right: "{ from = 98, points = 50, … }",
    },
    Entry {
        code: "criteria/band-not-monotone",
        vi: "Thông thường tỷ lệ càng tốt thì điểm càng cao. Điểm lúc tăng lúc giảm thường do đảo hai mức; đây chỉ là \
              cảnh báo, vì văn bản cũng có thể quy định như vậy.",
        en: "Usually a better rate gives more points. Points that go up and down are mostly two bands swapped; it is \
              only a warning, because a text may have them so.",
        wrong: "{ from = 98, points = 35, … },\n{ from = 95, below = 98, points = 50, … },\n{ below = 95, points = 0, \
              … }",
        right: "{ from = 98, points = 50, … },\n{ from = 95, below = 98, points = 35, … },\n{ below = 95, points = 0, \
              … }",
    },
    Entry {
        code: "criteria/linear-reversed",
        vi: "Thang điểm tuyến tính đi từ giá trị nhỏ `from` đến giá trị lớn `to`. Nếu muốn giá trị càng lớn điểm càng \
              thấp thì đảo điểm, không đảo cận.",
        en: "A linear scale goes from the smaller value `from` to the larger `to`. For fewer points at larger values \
              swap the points, not the ends.",
        wrong: "{ from = 90, to = 50, points_from = 30, points_to = 0, … }",
        right: "{ from = 50, to = 90, points_from = 0, points_to = 30, … }",
    },
    Entry {
        code: "criteria/scale-does-not-fit",
        vi: "Thang điểm phải hợp với chỉ tiêu: có/không dùng với trường có/không, trừ điểm dùng với số đếm, các mức \
              dùng với tỷ lệ và con số.",
        en: "A scale must fit its indicator: yes-no with a yes-no field, deductions with a count, bands with rates \
              and numbers.",
        wrong: "indicator.rate = { … }\nscale.yes_no = { yes = 50, no = 0, … }",
        right: "indicator.yes_no = \"play_point\"\nscale.yes_no = { yes = 50, no = 0, … }",
    },
    Entry {
        code: "criteria/choice-not-covered",
        vi: "Mỗi lựa chọn của trường số liệu phải có điểm, kể cả 0 điểm; nếu không, xã chọn mục đó sẽ không chấm được.",
        en: "Every choice of the field needs points, be it 0; a commune with a choice that has none could not be \
              scored.",
        wrong: "scale.choices = [ { is = \"good\", points = 10, … } ]",
        right: "scale.choices = [ { is = \"good\", points = 10, … }, { is = \"poor\", points = 0, … } ]",
    },
    Entry {
        code: "criteria/points-exceed-item",
        vi: "Điểm cao nhất của thang điểm không được vượt quá điểm mà tiêu chí dành cho nội dung, nếu không tổng điểm \
              sẽ vượt mức tối đa của văn bản.",
        en: "The most points of a scale may not exceed what the criterion has for the item; otherwise totals would go \
              beyond the maximum of the legal text.",
        wrong: "points = { value = 50, … }\nscale.bands = [ { from = 98, points = 60, … }, … ]",
        right: "points = { value = 50, … }\nscale.bands = [ { from = 98, points = 50, … }, … ]",
    },
    Entry {
        code: "criteria/items-do-not-add-up",
        vi: "Điểm tối đa của các nội dung cộng lại phải bằng đúng điểm của tiêu chí. Lệch nhau nghĩa là có nội dung \
              bị thiếu hoặc chép sai điểm; chương trình không tự chia lại điểm.",
        en: "The most points of the items must add up exactly to the criterion. A difference means a missing item or \
              a miscopied figure; points are never redistributed silently.",
        wrong: "points = { value = 100, … }   # 50 + 15 + 15",
        right: "points = { value = 100, … }   # 50 + 15 + 15 + 20",
    },
    Entry {
        code: "criteria/criteria-do-not-add-up",
        vi: "Điểm của các tiêu chí cộng lại phải bằng đúng tổng điểm của tiêu chuẩn, vì ngưỡng công nhận được đặt \
              theo tổng điểm đó.",
        en: "The points of the criteria must add up exactly to the total of the standard, because the threshold of \
              recognition is set against it.",
        wrong: "total_points = { value = 1000, … }   # 975",
        right: "total_points = { value = 1000, … }   # 1000",
    },
    Entry {
        code: "criteria/points-need-rounding",
        vi: "Thang điểm tuyến tính, tiêu chí tính lại theo tỷ lệ và tập lệnh có thể cho điểm có phần thập phân. Văn bản hay người \
              quản lý phải quy định làm tròn thế nào; chương trình không tự chọn.",
        en: "Linear scales, rescaled criteria and scripts can give fractions of points. How they are rounded must be \
              declared; the tool does not choose.",
        wrong: "scale.linear = { … }",
        right: "[standard]\npoints_rounding = { digits = 1, mode = \"half-up\", status = \"provisional\", evidence = \
              \"…\" }",
    },
    Entry {
        code: "criteria/beyond-reach",
        vi: "Ngưỡng, điểm tối thiểu hay mức công nhận cao hơn số điểm có thể đạt thì không xã nào đạt được; thường là \
              do gõ thừa chữ số.",
        en: "No commune can ever meet a threshold, minimum or level above what can be reached; mostly it has a digit \
              too many.",
        wrong: "threshold.total = { at_least = 8500, … }",
        right: "threshold.total = { at_least = 850, … }",
    },
    Entry {
        code: "criteria/not-a-share",
        vi: "Tỷ lệ so với điểm tối đa được ghi bằng phần trăm, từ 0 đến 100. Ghi 0.5 nghĩa là nửa phần trăm, không \
              phải một nửa.",
        en: "A share of the maximum is written in per cent, 0 to 100. 0.5 means half a per cent, not one half.",
        wrong: "minimum = { share = 150, … }",
        right: "minimum = { share = 50, … }",
    },
    Entry {
        code: "criteria/level-order",
        vi: "Các mức công nhận ghi từ cao xuống thấp, liền nhau và không chồng lên nhau, để mỗi tổng điểm chỉ thuộc \
              một mức.",
        en: "Levels are written best first, one beginning where the next ends, so that every total belongs to one \
              level.",
        wrong: "{ id = \"gold\", from = 900 }, { id = \"silver\", from = 800, below = 850 }",
        right: "{ id = \"gold\", from = 900 }, { id = \"silver\", from = 800, below = 900 }",
    },
];
