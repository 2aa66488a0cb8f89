//! Which frames to look at so that little of what an animation shows is left out.

use crate::image::thumbnail::Thumbnail;

/// Frames to look at, in their order, and whether they show all that there is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) frames: Vec<usize>,
    pub(super) complete: bool,
}

/// Always the frame that is farthest from all chosen so far, until the others show the same as
/// one of them or `looks` are chosen: no frame is then farther from a chosen one than twice
/// what the best choice could do (Gonzalez 1985, "Clustering to minimize the maximum
/// intercluster distance"). `seen` was looked at already.
pub(super) fn choose(seen: &Thumbnail, frames: &[Thumbnail], looks: usize) -> Choice {
    // For each frame that shows something new, how far it is from the nearest chosen one.
    let mut others: Vec<(usize, &Thumbnail, u32)> = (0..)
        .zip(frames)
        .filter(|(_, frame)| !frame.same_as(seen))
        .map(|(index, frame)| (index, frame, frame.distance(seen)))
        .collect();
    let mut chosen = Vec::new();
    while chosen.len() < looks {
        // Of equally far ones the earliest.
        let Some(farthest) = others.iter().rev().max_by_key(|(_, _, distance)| *distance) else {
            break;
        };
        let (index, thumbnail, _) = *farthest;
        chosen.push(index);
        others.retain(|(_, other, _)| !other.same_as(thumbnail));
        for (_, other, distance) in &mut others {
            *distance = (*distance).min(other.distance(thumbnail));
        }
    }
    chosen.sort_unstable();
    Choice { frames: chosen, complete: others.is_empty() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image::Pixels;

    fn grey(brightness: u8) -> Thumbnail {
        Thumbnail::of(&Pixels::rgb(16, 16, vec![brightness; 768]).unwrap())
    }

    #[test]
    fn every_scene_is_chosen_once_and_the_odd_frame_first() {
        let mut frames: Vec<Thumbnail> = (0..100).map(|n| grey(100 + n % 2)).collect();
        frames[60] = grey(200);
        frames[80] = grey(30);
        let chosen = |looks| choose(&grey(100), &frames, looks);
        assert_eq!(chosen(1), Choice { frames: vec![60], complete: false });
        assert_eq!(chosen(9), Choice { frames: vec![60, 80], complete: true });
        assert_eq!(chosen(0), Choice { frames: vec![], complete: false });
        assert_eq!(choose(&grey(1), &[], 0), Choice { frames: vec![], complete: true });
    }

    #[test]
    fn a_movement_is_sampled_evenly() {
        let frames: Vec<Thumbnail> = (0..=255).map(grey).collect();
        let Choice { frames, complete } = choose(&grey(0), &frames, 8);
        assert!(!complete);
        let gaps: Vec<usize> = frames.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(gaps.iter().all(|gap| (28..=40).contains(gap)), "{frames:?}");
    }
}
