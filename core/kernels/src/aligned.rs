//! Numbers that begin where a line of the cache does.

/// Numbers of a line, 64 bytes, which is also the widest register.
const LINE: usize = 16;

#[derive(Clone, Copy, Debug)]
#[repr(C, align(64))]
struct Line([f32; LINE]);

/// Numbers whose first begins a line of the cache: a register that is as wide as a line would else be read
/// from two of them each time.
#[derive(Debug, Default)]
pub(super) struct Aligned(Vec<Line>);

impl Aligned {
    /// At least so many zeros.
    pub(super) fn zeros(length: usize) -> Self {
        Self(vec![Line([0.0; LINE]); length.div_ceil(LINE)])
    }

    /// The first `length` numbers, whatever they are; those that were not there are zeros.
    pub(super) fn room(&mut self, length: usize) -> &mut [f32] {
        let lines = length.div_ceil(LINE);
        if self.0.len() < lines {
            self.0.resize(lines, Line([0.0; LINE]));
        }
        self.numbers_mut().get_mut(..length).unwrap_or_default()
    }

    pub(super) fn numbers(&self) -> &[f32] {
        // SAFETY: a line is its numbers and nothing beside them.
        unsafe { std::slice::from_raw_parts(self.0.as_ptr().cast(), self.0.len() * LINE) }
    }

    pub(super) fn numbers_mut(&mut self) -> &mut [f32] {
        // SAFETY: as in `numbers`; nobody else has them.
        unsafe { std::slice::from_raw_parts_mut(self.0.as_mut_ptr().cast(), self.0.len() * LINE) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_begins_a_line_and_keeps_what_was_there() {
        let mut aligned = Aligned::default();
        assert!(aligned.room(0).is_empty());
        for length in [1, 17, 5, 40] {
            let room = aligned.room(length);
            assert_eq!(room.len(), length);
            assert_eq!(room.as_ptr().align_offset(64), 0);
            if let Some(first) = room.first_mut() {
                *first += 1.0;
            }
        }
        assert_eq!(aligned.numbers().len(), 48);
        assert_eq!(aligned.numbers().iter().sum::<f32>(), 4.0);
        assert!(Aligned::zeros(33).numbers().iter().all(|number| *number == 0.0));
    }
}
