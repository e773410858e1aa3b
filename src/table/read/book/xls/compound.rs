//! The container of .xls files: streams of sectors chained by a table.

/// Sector numbers from here on are marks, not sectors.
const FIRST_MARK: u32 = 0xFFFF_FFFA;
/// Bytes of a directory entry.
const ENTRY: usize = 128;
/// Streams below this many bytes lie in sectors of their own small kind.
const SMALL: usize = 4096;
/// Bytes of the sectors of a container that is made here: so large that the header lists the whole table.
const LARGE: usize = 4096;
/// Marks in the table: the end of a stream, and a sector of the table itself.
const END: u32 = 0xFFFF_FFFE;
const TABLE: u32 = 0xFFFF_FFFD;

/// The bytes of the first of these streams that is there; `None` when the container is broken or has none.
///
/// Case does not matter, as in the format; of two entries of one name it is the first.
pub(super) fn stream(file: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let size = 1_usize.checked_shl(u32::from(u16_at(file, 0x1E)?)).filter(|size| (512..=4096).contains(size))?;
    let sectors = Sectors { bytes: file.get(size..)?, size };
    let fat = fat(file, &sectors)?;
    let directory = sectors.chain(u32_at(file, 0x30)?, &fat)?;
    let entries = || directory.chunks_exact(ENTRY);
    let entry = names.iter().find_map(|wanted| entries().find(|entry| name(entry).eq_ignore_ascii_case(wanted)))?;
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

/// A container with one stream, `Workbook`, and nothing else: the library believes what a container says of its own
/// tables, however often they go round. `None` when the stream is longer than one container holds without further
/// tables.
pub(super) fn container(mut stream: Vec<u8>) -> Option<Vec<u8>> {
    // A shorter stream would lie in sectors of the small kind; a record of no kind makes it longer.
    if stream.len() < SMALL {
        let filler = SMALL - stream.len();
        stream.extend([[0, 0], u16::try_from(filler).ok()?.to_le_bytes()].concat());
        stream.resize(stream.len() + filler, 0);
    }
    let sectors = stream.len().div_ceil(LARGE);
    // The table has a number for each of its own sectors, the folder, and each sector of the stream.
    let tables = (sectors + 1).div_ceil(LARGE / 4 - 1);
    let number = |n: usize| u32::try_from(n).ok();
    let (folder, first, behind) = (number(tables)?, number(tables + 1)?, number(tables + 1 + sectors)?);
    let mut file = header(tables, folder)?;
    let own = (0..folder).map(|_| TABLE).chain([END]);
    let chain = (first..behind).map(|at| if at + 1 == behind { END } else { at + 1 });
    file.extend(own.chain(chain).flat_map(u32::to_le_bytes));
    file.resize((1 + tables) * LARGE, 0xFF);
    file.extend(entry("Root Entry", 5, END, 0)?);
    file.extend(entry("Workbook", 2, first, number(stream.len())?)?);
    file.resize((2 + tables) * LARGE, 0);
    file.append(&mut stream);
    file.resize((2 + tables + sectors) * LARGE, 0);
    Some(file)
}

/// The first sector: what kind of file it is, where its folder and its tables begin.
fn header(tables: usize, folder: u32) -> Option<Vec<u8>> {
    let mut header = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    header.extend([0; 16]);
    // Versions, the order of bytes, and the sizes of sectors as powers of two; then what is reserved.
    header.extend([0x3E_u16, 3, 0xFFFE, 12, 6, 0, 0, 0].iter().flat_map(|number| number.to_le_bytes()));
    let small = u32::try_from(SMALL).ok()?;
    let numbers = [0, u32::try_from(tables).ok()?, folder, 0, small, END, 0, END, 0];
    header.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
    let listed = (512 - header.len()) / 4;
    if tables > listed {
        return None;
    }
    header.extend((0..u32::try_from(tables).ok()?).flat_map(u32::to_le_bytes));
    header.resize(512, 0xFF);
    header.resize(LARGE, 0);
    Some(header)
}

/// An entry of the folder.
fn entry(name: &str, kind: u8, start: u32, length: u32) -> Option<Vec<u8>> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(64, 0);
    entry.extend(u16::try_from(2 * name.len() + 2).ok()?.to_le_bytes());
    entry.extend([kind, 1]);
    entry.extend([0xFF; 12]);
    entry.resize(116, 0);
    entry.extend(start.to_le_bytes());
    entry.extend(length.to_le_bytes());
    entry.extend([0; 4]);
    Some(entry)
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

/// The name of an entry of the folder: up to its first zero.
fn name(entry: &[u8]) -> String {
    let units = entry.get(..64).unwrap_or_default().chunks_exact(2).filter_map(|pair| u16_at(pair, 0));
    let units = units.take_while(|unit| *unit != 0);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_comes_out_of_the_container_it_was_put_into() {
        for length in [0, 3, 4095, 4096, 4097, 9000, 4096 * 1022, 4096 * 1023 + 1] {
            let stream: Vec<u8> = (0..=250).cycle().take(length).collect();
            let read = super::stream(&container(stream.clone()).unwrap(), &["Workbook"]).unwrap();
            assert!(read.starts_with(&stream) && read.len() >= SMALL, "{length}");
            assert!(length < SMALL || read.len() == length, "{length}");
        }
    }

    #[test]
    fn names_are_found_in_any_case_and_the_first_of_two_counts() {
        let mut file = container(vec![7; 5000]).unwrap();
        let folder = 2 * LARGE;
        let second = [entry("WORKBOOK", 2, 2, 4096).unwrap(), entry("Book", 2, 2, 4096).unwrap()].concat();
        file[folder + 2 * ENTRY..folder + 4 * ENTRY].copy_from_slice(&second);
        assert_eq!(super::stream(&file, &["workbook"]).unwrap().len(), 5000);
        assert_eq!(super::stream(&file, &["none", "BOOK"]).unwrap().len(), 4096);
        assert_eq!(super::stream(&file, &["none"]), None);
    }
}
