//! The text files of the demo clinic: one thing a line, its fields parted by `|`, `#` begins a comment.

/// The lines that hold something.
pub(super) fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The lines, each in its fields.
pub(super) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    lines(text).map(|line| line.split('|').map(str::trim).collect())
}

/// Everything between spaces and line ends.
pub(super) fn words(text: &'static str) -> Vec<&'static str> {
    lines(text).flat_map(str::split_whitespace).collect()
}

/// A number of a file; 0 where the field is empty.
pub(super) fn number<T: std::str::FromStr + Default>(field: &str) -> T {
    field.parse().unwrap_or_default()
}
