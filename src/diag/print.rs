//! Diagnostics as text, with carets under the source.
