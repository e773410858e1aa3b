//! A stream inside the container of .xls files: sectors chained by a table.

/// Sector numbers from here on are marks, not sectors.
const FIRST_MARK: u32 = 0xFFFF_FFFA;
/// Bytes of a directory entry.
const ENTRY: usize = 128;
/// Streams below this many bytes lie in sectors of their own small kind.
const SMALL: usize = 4096;

/// The bytes of the first of these streams that is there; `None` when the container is broken or has none.
pub(super) fn stream(file: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let size = 1_usize.checked_shl(u32::from(u16_at(file, 0x1E)?)).filter(|size| (512..=4096).contains(size))?;
    let sectors = Sectors { bytes: file.get(size..)?, size };
    let fat = fat(file, &sectors)?;
    let directory = sectors.chain(u32_at(file, 0x30)?, &fat)?;
    let entries = || directory.chunks_exact(ENTRY);
    let entry = names.iter().find_map(|wanted| entries().find(|entry| name(entry) == *wanted))?;
    let (start, length) = (u32_at(entry, 116)?, usize::try_from(u32_at(entry, 120)?).ok()?);
    let mut stream = if length < SMALL {
        let root = sectors.chain(u32_at(entries().next()?, 116)?, &fat)?;
        let table = numbers(&sectors.chain(u32_at(file, 0x3C)?, &fat)?);
        Sectors { bytes: &root, size: 64 }.chain(start, &table)?
    } else {
        sectors.chain(start, &fat)?
    };
    stream.truncate(length);
    Some(stream)
}

/// The table that says which sector follows which.
fn fat(file: &[u8], sectors: &Sectors<'_>) -> Option<Vec<u32>> {
    let mut lists = numbers(file.get(0x4C..0x200)?);
    let mut next = u32_at(file, 0x44)?;
    for _ in 0..=sectors.count() {
        if next >= FIRST_MARK {
            break;
        }
        lists.extend(numbers(sectors.get(next)?));
        next = lists.pop()?;
    }
    let mut fat = Vec::new();
    for sector in lists.into_iter().filter(|sector| *sector < FIRST_MARK).take(sectors.count()) {
        fat.extend(numbers(sectors.get(sector)?));
    }
    Some(fat)
}

/// Sectors of one size, numbered from 0.
struct Sectors<'b> {
    bytes: &'b [u8],
    size: usize,
}

impl Sectors<'_> {
    fn count(&self) -> usize {
        self.bytes.len() / self.size + 1
    }

    fn get(&self, number: u32) -> Option<&[u8]> {
        let start = usize::try_from(number).ok()?.checked_mul(self.size)?;
        self.bytes.get(start..self.bytes.len().min(start.checked_add(self.size)?))
    }

    /// All sectors from one on; `None` when they go round in a circle.
    fn chain(&self, first: u32, table: &[u32]) -> Option<Vec<u8>> {
        let (mut all, mut next) = (Vec::new(), first);
        for _ in 0..=self.count() {
            if next >= FIRST_MARK {
                return Some(all);
            }
            all.extend_from_slice(self.get(next)?);
            next = table.get(usize::try_from(next).ok()?).copied().unwrap_or(FIRST_MARK);
        }
        None
    }
}

/// The name of a directory entry.
fn name(entry: &[u8]) -> String {
    let length = u16_at(entry, 64).map_or(0, usize::from).min(64).saturating_sub(2);
    let units = entry.get(..length).unwrap_or_default().chunks_exact(2).filter_map(|pair| u16_at(pair, 0));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|four| u32_at(four, 0)).collect()
}

/// Two bytes as a number.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|two| u16::from_le_bytes(*two))
}

/// Four bytes as a number.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}
