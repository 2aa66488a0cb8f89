//! Searching one by one.

use crate::image::pdq::PdqHash;

/// Hashes in two halves: of the first a distance above 31 nearly always shows already, so the
/// second is hardly ever fetched.
pub(super) struct Flat {
    heads: Vec<u128>,
    tails: Vec<u128>,
}

impl Flat {
    pub(super) fn new(hashes: &[PdqHash]) -> Self {
        let half = |high: u64, low: u64| u128::from(high) << 64 | u128::from(low);
        let halves = hashes.iter().map(|hash| {
            let [a, b, c, d] = hash.words();
            (half(a, b), half(c, d))
        });
        let (heads, tails) = halves.unzip();
        Self { heads, tails }
    }

    pub(super) fn len(&self) -> usize {
        self.heads.len()
    }

    /// All of them, in order.
    pub(super) fn hashes(&self) -> Vec<PdqHash> {
        let parts = |half: &u128| [(*half >> 64) as u64, *half as u64];
        let hashes = self.heads.iter().zip(&self.tails).map(|(head, tail)| {
            let ([a, b], [c, d]) = (parts(head), parts(tail));
            PdqHash::from_words([a, b, c, d])
        });
        hashes.collect()
    }

    /// The smallest distance that is at most `limit`.
    pub(super) fn nearest(&self, hash: &PdqHash, limit: u32) -> Option<u32> {
        let asked = Self::new(std::slice::from_ref(hash));
        let (head, tail) = (asked.heads.first()?, asked.tails.first()?);
        let mut limit = limit;
        let mut nearest = None;
        for (a, b) in self.heads.iter().zip(&self.tails) {
            let first = (a ^ head).count_ones();
            if first <= limit {
                let distance = first + (b ^ tail).count_ones();
                if distance <= limit {
                    nearest = Some(distance);
                    limit = distance;
                }
            }
        }
        nearest
    }
}
