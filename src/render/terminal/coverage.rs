//! What the cases reach, one line per item, criterion and condition; what they do not reach is named below.

use super::grid::Grid;
use super::wrap;
use crate::lang::{Lang, counted};
use crate::quantity::{Ratio, Rounding, RoundingMode};
use crate::render::View;
use crate::render::layout::{Cell, Side, Tone};
use crate::result::{Count, Coverage, CoverageGroup, Suggestion, Target, TargetKind};

/// The table, the targets that are not reached with figures that would reach them, and the total. Ends with a line end.
#[must_use]
pub fn coverage(coverage: &Coverage, view: &View) -> String {
    let mut text = table(coverage, view);
    wrap::push(&mut text, view.lang.pick(LEGEND_VI, LEGEND_EN), view.columns(), 2);
    let open: Vec<(&CoverageGroup, &Target)> = coverage
        .groups
        .iter()
        .flat_map(|group| group.targets.iter().filter(|target| !target.reached).map(move |target| (group, target)))
        .collect();
    if !open.is_empty() {
        text.push('\n');
        wrap::push(&mut text, view.lang.pick("Chưa có ví dụ nào đạt tới:", "Reached by no case:"), view.columns(), 2);
    }
    for (group, target) in open {
        let line = format!("  {}: {}{}", group.id, target.label.get(view.lang), figures(coverage, target, view.lang));
        text.push_str("  ");
        wrap::push(&mut text, line.trim_start(), view.columns() - 2, 4);
    }
    text.push('\n');
    wrap::push(&mut text, &total(coverage.count(None), view.lang), view.columns(), 2);
    text
}

const LEGEND_VI: &str = "Mức: dòng của thang điểm. Mốc: giá trị đúng ở mốc và sát bên mốc (thêm hoặc bớt một đơn vị ở tử \
                         số thì tới hoặc qua mốc). 0/0: mẫu số bằng 0. Thiếu: thiếu số liệu. ĐK: điều kiện xảy ra và không \
                         xảy ra. Điểm: tiêu chí 0 điểm, tối đa, làm trượt; tổng điểm ở ngưỡng và ngay dưới ngưỡng; kết quả. \
                         Nhánh: nhánh của tập lệnh.";
const LEGEND_EN: &str = "Lines: of the scale. Edges: the value on an edge and the nearest one beside it (one unit more or \
                         less in the numerator reaches or crosses it). 0/0: the denominator is 0. Missing: a figure is \
                         missing. Facts: hold and do not hold. Points: a criterion at 0, full, failing the commune; a \
                         total on a threshold and the next below; verdicts. Branches: of a script.";

/// With a column for each kind of target where there is room, else with the sums alone.
fn table(coverage: &Coverage, view: &View) -> String {
    let some = |column: &&KindColumn| sum(column.2, &|kind| coverage.count(kind)).all > 0;
    let by_kind = grid(coverage, &COLUMNS.iter().filter(some).collect::<Vec<_>>(), view);
    if by_kind.line_width() <= view.columns() {
        return by_kind.print(view.colour);
    }
    grid(coverage, &[], view).print(view.colour)
}

fn grid(coverage: &Coverage, columns: &[&KindColumn], view: &View) -> Grid {
    let kinds: Vec<&[TargetKind]> = columns.iter().map(|(_, _, kinds)| *kinds).collect();
    let mut headers = vec![view.lang.pick("Mã", "Id").to_owned()];
    headers.extend(columns.iter().map(|(vi, en, _)| view.lang.pick(*vi, *en).to_owned()));
    headers.extend([view.lang.pick("Cộng", "All").to_owned(), "%".to_owned()]);
    let mut grid = Grid::new(headers);
    grid.gap = 1;
    grid.sides = vec![Side::Left];
    grid.sides.resize(grid.headers.len(), Side::Right);
    for group in &coverage.groups {
        grid.rows.push(row(&short_id(&group.id), &kinds, &|kind| group.count(kind)));
    }
    grid.rows.push(row(view.lang.pick("Cộng", "All"), &kinds, &|kind| coverage.count(kind)));
    grid.narrow(0, 12, view.columns());
    grid
}

fn row(id: &str, kinds: &[&[TargetKind]], count: &dyn Fn(Option<TargetKind>) -> Count) -> Vec<Cell> {
    let mut cells = vec![Cell::plain(id)];
    cells.extend(kinds.iter().map(|kinds| cell(sum(kinds, count))));
    let all = count(None);
    cells.push(cell(all));
    cells.push(Cell::plain(per_cent(all)));
    cells
}

fn cell(count: Count) -> Cell {
    match (count.all, count.reached) {
        (0, _) => Cell::plain(""),
        (all, reached) if reached < all => Cell::toned(format!("{reached}/{all}"), Tone::Bad),
        (all, reached) => Cell::plain(format!("{reached}/{all}")),
    }
}

/// Rounded down, so that 100 means all.
fn per_cent(count: Count) -> String {
    let (Ok(reached), Ok(all)) = (i128::try_from(count.reached), i128::try_from(count.all)) else {
        return String::new();
    };
    let down = Rounding { digits: 0, mode: RoundingMode::Down };
    Ratio::new(reached * 100, all).and_then(|ratio| ratio.display(down)).unwrap_or_else(|| "100".to_owned())
}

/// A column: its header in both languages, and the kinds of targets that are counted in it.
type KindColumn = (&'static str, &'static str, &'static [TargetKind]);

const COLUMNS: [KindColumn; 7] = [
    ("Mức", "Lines", &[TargetKind::Band]),
    ("Mốc", "Edges", &[TargetKind::Edge]),
    ("0/0", "0/0", &[TargetKind::Empty]),
    ("Thiếu", "Miss.", &[TargetKind::Missing]),
    ("ĐK", "Facts", &[TargetKind::Fact]),
    ("Điểm", "Points", &[TargetKind::Points, TargetKind::Verdict]),
    ("Nhánh", "Branch", &[TargetKind::Script]),
];

fn sum(kinds: &[TargetKind], count: &dyn Fn(Option<TargetKind>) -> Count) -> Count {
    kinds
        .iter()
        .map(|kind| count(Some(*kind)))
        .fold(Count::default(), |a, b| Count { reached: a.reached + b.reached, all: a.all + b.all })
}

/// The id of an item below its criterion: `  .rate`.
pub(super) fn short_id(id: &str) -> String {
    id.split_once('.').map_or_else(|| id.to_owned(), |(_, item)| format!("\u{a0}\u{a0}.{item}"))
}

/// Figures of a suggestion that are shown before the rest is only counted.
const SHOWN: usize = 4;

/// ` (ví dụ: under1_immunised 98, under1 100)`.
fn figures(coverage: &Coverage, target: &Target, lang: Lang) -> String {
    let suggestion: Option<&Suggestion> = target.suggestion.and_then(|at| coverage.suggestions.get(at));
    let Some(suggestion) = suggestion else {
        return format!(
            " ({})",
            lang.pick("chưa tìm được số liệu, cần tự viết ví dụ", "no figures found, write it by hand")
        );
    };
    let given = suggestion.given.iter().map(|(field, value)| format!("{field} {}", value.shown(lang)));
    let without = suggestion.without.iter().map(|field| format!("{} {field}", lang.pick("thiếu", "without")));
    let all: Vec<String> = given.chain(without).collect();
    let mut parts: Vec<String> = all.iter().take(SHOWN).cloned().collect();
    if all.len() > SHOWN {
        parts.push(format!("… ({})", all.len()));
    }
    if parts.is_empty() {
        parts.push(lang.pick("không có số liệu nào", "no figure at all").to_owned());
    }
    format!(" ({} {})", lang.pick("ví dụ:", "for example"), parts.join(", "))
}

fn total(count: Count, lang: Lang) -> String {
    let (reached, all, per_cent) = (count.reached, count.all, per_cent(count));
    lang.pick(
        format!("Độ phủ: {reached} trên {all} mục tiêu, {per_cent} %"),
        format!("Coverage: {reached} of {}, {per_cent} %", counted(all, "target", "targets")),
    )
}
