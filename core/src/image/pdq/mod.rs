//! PDQ, the perceptual hash by which known pictures are told: our own port of Meta's.
//!
//! Hashes and qualities are those of the reference (ThreatExchange, `pdq/cpp`, as PyPI `pdqhash`
//! 0.2.8 wraps it) bit for bit on the same pixels; `tests/pdq/run` compares them. The method:
//! <https://github.com/facebook/ThreatExchange/blob/main/hashing/hashing.pdf>.

mod dct;
mod filter;
mod hash;
mod luma;

use self::luma::Luma;
use super::pixels::Pixels;

pub use self::hash::{PdqHash, PdqHashError};

/// Pictures with a shorter side are not hashed.
const SHORTEST: u32 = 5;

/// The hash of a picture and how much it can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pdq {
    /// The hash; all zero for a picture with a side below 5.
    pub hash: PdqHash,
    /// 0..=100: how much there is to see. Below [`Pdq::RELIABLE`] unlike pictures have like hashes.
    pub quality: u8,
}

/// The hashes of a picture and of its seven turned and mirrored copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dihedral {
    /// As it is; turned by 90, 180 and 270 degrees; mirrored top to bottom, left to right, at the
    /// falling and the rising diagonal.
    pub hashes: [PdqHash; 8],
    /// As [`Pdq::quality`].
    pub quality: u8,
}

impl Pdq {
    /// From this quality on a hash is worth comparing, as the reference recommends.
    pub const RELIABLE: u8 = 50;

    /// Hashes a picture; sides above 768 pixels are shrunk to that first, by averaging blocks.
    ///
    /// Lists hold hashes of tools that shrink to 512x512 (the reference's file reader) and of
    /// tools that do not shrink (`pdqhash`), which lie up to 36 bits apart on photographs. From
    /// 768 it is 14 bits at most to the former, 4 in the mean, and 28 to the latter, 9 in the
    /// mean (`tests/pdq/run --shrunk`).
    pub fn of(pixels: &Pixels<'_>) -> Self {
        Self::of_luma(&Luma::shrunk(pixels))
    }

    /// Hashes a picture of any size as it is, as `pdqhash` does. Takes 130 bytes for each pixel
    /// of a row, and 4 more for each 128 rows.
    pub fn unshrunk(pixels: &Pixels<'_>) -> Self {
        Self::of_luma(&Luma::Plain(pixels))
    }

    /// All eight hashes for the price of one, sides above 768 pixels shrunk first.
    ///
    /// The first may differ by a few bits from [`Pdq::of`] at 64x64, which the reference filters
    /// here and not there.
    pub fn dihedral(pixels: &Pixels<'_>) -> Dihedral {
        let luma = Luma::shrunk(pixels);
        if !hashable(&luma) {
            return Dihedral { hashes: [PdqHash::ZERO; 8], quality: 0 };
        }
        let small = filter::downsample(&luma);
        Dihedral { hashes: dct::dihedral(&dct::transform(&small)), quality: dct::quality(&small) }
    }

    fn of_luma(luma: &Luma<'_>) -> Self {
        if !hashable(luma) {
            return Self { hash: PdqHash::ZERO, quality: 0 };
        }
        let small = luma.as_small().unwrap_or_else(|| filter::downsample(luma));
        Self { hash: dct::bits(&dct::transform(&small)), quality: dct::quality(&small) }
    }
}

fn hashable(luma: &Luma<'_>) -> bool {
    luma.width().min(luma.height()) >= SHORTEST as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Width, height, channels, the number that its bytes grow from, quality, hash: written by
    /// `tests/pdq/run --golden` with the reference.
    const GOLDEN: &str = include_str!("golden.txt");

    /// Bytes of a cheap generator, smoothed so that there is something to see.
    fn picture(width: u32, height: u32, channels: u8, seed: u32) -> Pixels<'static> {
        let mut state = seed;
        let mut value = 128_i32;
        let bytes = (0..width * height * u32::from(channels)).map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            value = (value + (state >> 24) as i32 % 61 - 30).clamp(0, 255);
            value as u8
        });
        Pixels::new(width, height, channels, bytes.collect::<Vec<u8>>().into()).unwrap()
    }

    #[test]
    fn hashes_and_qualities_are_those_of_the_reference() {
        for line in GOLDEN.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split(' ');
            let mut number = || fields.next().unwrap().parse::<u32>().unwrap();
            let pixels = picture(number(), number(), number() as u8, number());
            let quality = number() as u8;
            let hashes: Vec<PdqHash> = fields.map(|hash| hash.parse().unwrap()).collect();
            let expected = Pdq { hash: hashes[0], quality };
            assert_eq!(Pdq::unshrunk(&pixels), expected, "{pixels:?}");
            let dihedral = Pdq::dihedral(&pixels);
            assert_eq!(dihedral.hashes[..], hashes[1..], "{pixels:?}");
        }
    }

    #[test]
    fn grey_and_colour_of_the_same_picture_have_the_same_hash() {
        let grey = picture(90, 70, 1, 3);
        let bytes = (0..70).flat_map(|y| (0..90).map(move |x| (x, y)));
        let bytes: Vec<u8> = bytes.flat_map(|(x, y)| grey.rgb_at(x, y)).collect();
        let colour = Pixels::rgb(90, 70, bytes).unwrap();
        assert_eq!(Pdq::of(&grey), Pdq::of(&colour));
    }

    #[test]
    fn turned_and_mirrored_copies_are_near_their_own_hashes() {
        let (width, height) = (200, 150);
        let original = picture(width, height, 3, 5);
        let hashes = Pdq::dihedral(&original).hashes;
        let mirrored = (0..height).flat_map(|y| (0..width).rev().map(move |x| (x, y)));
        let mirrored: Vec<u8> = mirrored.flat_map(|(x, y)| original.rgb_at(x, y)).collect();
        let mirrored = Pdq::of(&Pixels::rgb(width, height, mirrored).unwrap()).hash;
        assert!(mirrored.distance(&hashes[5]) <= 31, "{}", mirrored.distance(&hashes[5]));
        assert!(mirrored.distance(&hashes[0]) > 31);
    }

    #[test]
    fn what_is_too_small_has_quality_nought() {
        for (width, height) in [(1, 1), (4, 500), (5000, 3)] {
            let pdq = Pdq::of(&picture(width, height, 3, 1));
            assert_eq!(pdq, Pdq { hash: PdqHash::ZERO, quality: 0 });
        }
    }

    #[test]
    fn a_large_picture_is_near_its_unshrunk_hash() {
        let small = picture(100, 75, 3, 8);
        let large = (0..1500).flat_map(|y| (0..2000).map(move |x| (x / 20, y / 20)));
        let large: Vec<u8> = large.flat_map(|(x, y)| small.rgb_at(x, y)).collect();
        let large = Pixels::rgb(2000, 1500, large).unwrap();
        let (exact, shrunk) = (Pdq::unshrunk(&large), Pdq::of(&large));
        assert!(exact.hash.distance(&shrunk.hash) <= 31);
        assert!(exact.quality.abs_diff(shrunk.quality) <= 5);
    }
}
