//! What is more than the sum of its parts: gradient-boosted decision trees over everything that a
//! conversation shows and sounds like.
//!
//! The trees are fitted to the log odds that the conversation is a risk, beside the weights of the
//! behaviours (J. H. Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", Ann.
//! Stat. 29, 2001), and never fall where a behaviour or a cue rises. How much each input adds is its
//! Shapley value against a point of reference, exactly (L. S. Shapley, "A Value for n-Person Games",
//! 1953; for trees S. M. Lundberg et al., "From Local Explanations to Global Understanding with
//! Explainable AI for Trees", Nat. Mach. Intell. 2, 2020).
//!
//! A tree is written as its nodes in the order in which they are met, the branch for what is small
//! first: `3:0.25` parts by the input number 3, up to 0.25 and above; a number alone is a leaf, in
//! nats.

use super::cues::{self, Cue};
use super::state::{Conversation, TRACES};
use super::weights::WeightsError;
use crate::message::Role;
use crate::taxonomy::Behavior;
use crate::text::signals::{ANYTHING, SOUNDS, context_of};

/// The cues that the trees look at.
pub(crate) const CUES: [Cue; 4] =
    [Cue::StageMix, Cue::ClearSign, Cue::EarlyPrivateChannel, Cue::OneSidedQuestions];
/// Behaviours and cues come first that only what is shown brings about.
const SHOWN: usize = Behavior::ALL.len() + CUES.len() - 1;
/// Place of the first tone.
pub(crate) const TONES: usize = Behavior::ALL.len() + CUES.len();
/// Presences in the order of [`Behavior::ALL`], then [`CUES`], then the tones.
const INPUTS: usize = TONES + SOUNDS;
// [`Interplay::share`] has a bit for each.
const _: () = assert!(INPUTS <= u64::BITS as usize);
pub(crate) type Inputs = [f32; INPUTS];
/// Nothing is shown, and nothing sounds like anything.
pub(crate) const NOTHING: Inputs = [0.0; INPUTS];

const MAX_NODES: usize = 20_000;
/// Splits above a leaf at most.
const MAX_DEPTH: usize = 16;
/// The most that a bound or a leaf is, either way.
const MAX_NUMBER: f32 = 16.0;

/// Eight bytes: with every message some hundred are met.
#[derive(Clone, Copy, Debug)]
enum Node {
    /// The node behind it is for an input up to the bound, that at `above` for a greater one.
    Split {
        input: u8,
        bound: f32,
        above: u16,
    },
    Leaf(f32),
}

const _: () = assert!(size_of::<Node>() == 8 && MAX_NODES <= u16::MAX as usize);

/// The trees.
#[derive(Clone, Debug, Default)]
pub(crate) struct Interplay {
    nodes: Vec<Node>,
    roots: Vec<usize>,
    /// What they give for [`NOTHING`].
    nothing: f32,
}

/// What an input is called in the file.
fn place_of(name: &str) -> Option<usize> {
    if let Some(tone) = name.strip_prefix("tone.") {
        let of_behavior = |tone| Behavior::ALL.iter().position(|b| b.slug() == tone);
        let place = match tone {
            "anything" => Some(ANYTHING),
            "counterpart_context" => Some(context_of(Role::Counterpart)),
            "protected_context" => Some(context_of(Role::Protected)),
            behavior => of_behavior(behavior),
        };
        return place.map(|place| TONES + place);
    }
    let behavior = Behavior::ALL.iter().position(|behavior| behavior.slug() == name);
    let cue = || CUES.iter().position(|cue| cue.slug() == name);
    behavior.or_else(|| cue().map(|cue| Behavior::ALL.len() + cue))
}

/// The places of inputs.
///
/// # Errors
/// When a name is no input's.
pub(crate) fn places(names: &[String]) -> Result<Vec<usize>, WeightsError> {
    let numbered = names.iter().zip(1..);
    numbered.map(|(name, number)| place_of(name).ok_or(WeightsError::Input(number))).collect()
}

/// What a conversation is, to the trees.
pub(crate) fn inputs(conversation: &Conversation, presences: &[f32; TRACES]) -> Inputs {
    let mut inputs = NOTHING;
    let behaviors = presences.iter().copied().take(Behavior::ALL.len());
    let cues = CUES.iter().map(|cue| cues::value(*cue, conversation, presences));
    let values = behaviors.chain(cues).chain(cues::tones(conversation));
    inputs.iter_mut().zip(values).for_each(|(slot, value)| *slot = value);
    inputs
}

/// What only sounds like something, with nothing shown.
pub(crate) fn unshown(inputs: &Inputs) -> Inputs {
    std::array::from_fn(|place| match inputs.get(place) {
        Some(value) if place >= SHOWN => *value,
        _ => 0.0,
    })
}

impl Interplay {
    /// # Errors
    /// When a name is no input's, or a tree is not as it should be.
    pub(crate) fn new(names: &[String], trees: &[String]) -> Result<Self, WeightsError> {
        let places = places(names)?;
        let mut made = Self::default();
        for (number, text) in trees.iter().enumerate() {
            let mut words = text.split(' ');
            made.roots.push(made.nodes.len());
            let read = made.read(&mut words, &places, 0);
            if read.is_none() || words.next().is_some() {
                return Err(WeightsError::Tree(number + 1));
            }
        }
        made.nothing = made.nats(&NOTHING);
        Ok(made)
    }

    fn read<'a>(
        &mut self,
        words: &mut impl Iterator<Item = &'a str>,
        places: &[usize],
        depth: usize,
    ) -> Option<()> {
        let word = words.next()?;
        let number = |text: &str| {
            let value: f32 = text.parse().ok()?;
            (value.abs() <= MAX_NUMBER).then_some(value)
        };
        if depth > MAX_DEPTH || self.nodes.len() >= MAX_NODES {
            return None;
        }
        let Some((input, bound)) = word.split_once(':') else {
            self.nodes.push(Node::Leaf(number(word)?));
            return Some(());
        };
        let input = *places.get(input.parse::<usize>().ok()?)?;
        let (at, input) = (self.nodes.len(), u8::try_from(input).ok()?);
        self.nodes.push(Node::Split { input, bound: number(bound)?, above: 0 });
        self.read(words, places, depth + 1)?;
        let behind = u16::try_from(self.nodes.len()).ok()?;
        if let Some(Node::Split { above, .. }) = self.nodes.get_mut(at) {
            *above = behind;
        }
        self.read(words, places, depth + 1)
    }

    /// The leaf below a node.
    fn leaf(&self, mut at: usize, inputs: &Inputs) -> f32 {
        loop {
            match self.nodes.get(at) {
                Some(Node::Split { input, bound, above }) => {
                    at = next(at, *above, exceeds(inputs, *input, *bound));
                }
                Some(Node::Leaf(nats)) => return *nats,
                None => return 0.0,
            }
        }
    }

    /// The leaves below a node for some inputs and for others: one way as far as they agree.
    fn leaves(&self, mut at: usize, one: &Inputs, other: &Inputs) -> (f32, f32) {
        loop {
            match self.nodes.get(at) {
                Some(Node::Split { input, bound, above }) => {
                    let nexts = [one, other]
                        .map(|inputs| next(at, *above, exceeds(inputs, *input, *bound)));
                    if nexts[0] != nexts[1] {
                        return (self.leaf(nexts[0], one), self.leaf(nexts[1], other));
                    }
                    at = nexts[0];
                }
                Some(Node::Leaf(nats)) => return (*nats, *nats),
                None => return (0.0, 0.0),
            }
        }
    }

    /// Nats that these inputs add to what nothing would.
    pub(crate) fn nats(&self, inputs: &Inputs) -> f32 {
        self.roots.iter().map(|root| self.leaf(*root, inputs)).sum::<f32>() - self.nothing
    }

    /// The same for some inputs and for others.
    pub(crate) fn nats_of_both(&self, one: &Inputs, other: &Inputs) -> (f32, f32) {
        let leaves = self.roots.iter().map(|root| self.leaves(*root, one, other));
        let sums = leaves.fold((0.0, 0.0), |sums, found| (sums.0 + found.0, sums.1 + found.1));
        (sums.0 - self.nothing, sums.1 - self.nothing)
    }

    /// What each input adds where the inputs change from some to others, in nats: Shapley values, which
    /// sum up to the whole difference.
    pub(crate) fn shares(&self, from: &Inputs, to: &Inputs) -> Inputs {
        let mut shares = NOTHING;
        for root in &self.roots {
            self.share(*root, (from, to), (0, 0), &mut shares);
        }
        shares
    }

    /// Follows the ways below a node on which some inputs are as before (bits of `old`) and some as they
    /// became (bits of `new`). A leaf counts for those without whom it is not reached.
    fn share(
        &self,
        at: usize,
        (from, to): (&Inputs, &Inputs),
        (old, new): (u64, u64),
        shares: &mut Inputs,
    ) {
        match self.nodes.get(at) {
            Some(Node::Split { input, bound, above }) => {
                let bit = 1 << *input;
                let (before, after) = (exceeds(from, *input, *bound), exceeds(to, *input, *bound));
                let mut follow = |exceeds, bits| {
                    self.share(next(at, *above, exceeds), (from, to), bits, shares);
                };
                if before == after || new & bit != 0 {
                    follow(after, (old, new));
                } else if old & bit != 0 {
                    follow(before, (old, new));
                } else {
                    follow(before, (old | bit, new));
                    follow(after, (old, new | bit));
                }
            }
            Some(Node::Leaf(nats)) => {
                let (old_ones, new_ones) = (old.count_ones(), new.count_ones());
                let orders = binomial(old_ones + new_ones, new_ones);
                for (place, share) in shares.iter_mut().enumerate() {
                    if new >> place & 1 == 1 {
                        *share += nats / (new_ones as f32 * orders);
                    } else if old >> place & 1 == 1 {
                        *share -= nats / (old_ones as f32 * orders);
                    }
                }
            }
            None => {}
        }
    }
}

fn exceeds(inputs: &Inputs, input: u8, bound: f32) -> bool {
    inputs.get(usize::from(input)).is_some_and(|value| *value > bound)
}

/// The node that follows one.
fn next(at: usize, above: u16, exceeds: bool) -> usize {
    if exceeds { usize::from(above) } else { at + 1 }
}

/// Ways to choose `some` of `all`.
fn binomial(all: u32, some: u32) -> f32 {
    (0..some).map(|k| (all - k) as f32 / (k + 1) as f32).product()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn interplay(trees: &[&str]) -> Result<Interplay, WeightsError> {
        let names = ["secrecy", "clear_sign", "tone.anything", "one_sided_questions"];
        let trees: Vec<String> = trees.iter().map(|tree| (*tree).to_owned()).collect();
        Interplay::new(&names.map(str::to_owned), &trees)
    }

    fn inputs(some: &[(&str, f32)]) -> Inputs {
        let mut inputs = NOTHING;
        for (name, value) in some {
            inputs[place_of(name).unwrap()] = *value;
        }
        inputs
    }

    #[test]
    fn trees_lead_to_their_leaves() {
        let trees = interplay(&["0:0.25 1:0.5 -1 2 2:-0.5 3 5.5", "0.5"]).unwrap();
        for (secrecy, clear, anything, leaf) in [
            (0.25, 0.5, 0.0, -1.0),
            (0.0, 0.75, 0.0, 2.0),
            (0.5, 0.0, -0.5, 3.0),
            (0.5, 1.0, 0.0, 5.5),
        ] {
            let some = [("secrecy", secrecy), ("clear_sign", clear), ("tone.anything", anything)];
            assert_eq!(trees.nats(&inputs(&some)), leaf + 1.0, "{some:?}");
        }
        assert_eq!(trees.nats(&NOTHING), 0.0);
    }

    #[test]
    fn a_gain_of_two_together_is_halved_and_one_of_one_alone_is_its_own() {
        let shares = |tree: &str, some: &[(&str, f32)]| {
            let shares = interplay(&[tree]).unwrap().shares(&NOTHING, &inputs(some));
            ["secrecy", "clear_sign"].map(|name| shares[place_of(name).unwrap()])
        };
        let both = [("secrecy", 1.0), ("clear_sign", 1.0)];
        assert_eq!(shares("0:0.5 0 1:0.5 0 3", &both), [1.5, 1.5]);
        assert_eq!(shares("0:0.5 0 1:0.5 1 3", &both), [2.0, 1.0]);
        assert_eq!(shares("0:0.5 0 1:0.5 1 3", &both[..1]), [1.0, 0.0]);
        // Parted twice by the same input.
        assert_eq!(shares("0:0.5 0 0:0.75 1 1:0.5 2 4", &both), [3.0, 1.0]);
    }

    #[test]
    fn what_only_sounds_is_told_from_what_is_shown() {
        let some = [("secrecy", 1.0), ("clear_sign", 1.0), ("early_private_channel", 0.5)];
        let sounds = [("one_sided_questions", 0.5), ("tone.anything", 0.5)];
        assert_eq!(unshown(&inputs(&[&some[..], &sounds].concat())), inputs(&sounds));
        assert_eq!(unshown(&inputs(&[("stage_mix", 2.0)])), NOTHING);
    }

    #[test]
    fn what_is_no_tree_is_refused() {
        for text in [
            "",
            "1 2",
            "0:0.5 1",
            "0:0.5 1 2 3",
            "0:x 1 2",
            "9:0 1 2",
            "0:0  1 2",
            "17",
            "nan",
            "inf",
        ] {
            assert_eq!(interplay(&["1", text]).unwrap_err(), WeightsError::Tree(2), "{text}");
        }
        let deep = |depth| format!("{} 1", vec!["0:0.5 1"; depth].join(" "));
        assert!(interplay(&[&deep(MAX_DEPTH)]).is_ok());
        assert!(interplay(&[&deep(MAX_DEPTH + 1)]).is_err());
        assert!(interplay(&vec!["1"; MAX_NODES]).is_ok());
        assert!(interplay(&vec!["1"; MAX_NODES + 1]).is_err());
        for name in ["tone.nothing", "night", "bullying"] {
            let error = Interplay::new(&["secrecy".to_owned(), name.to_owned()], &[]).unwrap_err();
            assert_eq!(error, WeightsError::Input(2), "{name}");
        }
    }

    fn tree() -> impl Strategy<Value = String> {
        let leaf = (-400..400_i32).prop_map(|n| (n as f32 / 100.0).to_string());
        leaf.prop_recursive(5, 40, 2, |below| {
            ((0..4_usize), (-10..10_i32), below.clone(), below).prop_map(
                |(input, n, small, great)| format!("{input}:{} {small} {great}", n as f32 / 10.0),
            )
        })
    }

    proptest! {
        #[test]
        fn shares_sum_up_whatever_changes(
            trees in prop::collection::vec(tree(), 1..6),
            from in prop::array::uniform4(-1.0..1.0_f32),
            to in prop::array::uniform4(-1.0..1.0_f32),
        ) {
            let trees: Vec<&str> = trees.iter().map(String::as_str).collect();
            let made = interplay(&trees).unwrap();
            let of = |values: [f32; 4]| {
                let names = ["secrecy", "clear_sign", "tone.anything", "one_sided_questions"];
                let some: Vec<_> = names.into_iter().zip(values).collect();
                inputs(&some)
            };
            let (from, to) = (of(from), of(to));
            let sum: f32 = made.shares(&from, &to).iter().sum();
            let (before, after) = (made.nats(&from), made.nats(&to));
            prop_assert_eq!(made.nats_of_both(&from, &to), (before, after));
            prop_assert!((sum - (after - before)).abs() < 1e-3);
        }
    }
}
