//! Networks for messages, whose input is tokens.

use anyhow::ensure;

#[cfg(feature = "onnx")]
use super::plans::Plans;
use super::text_cnn::TextCnn;
use super::{OnnxError, bounds, guarded};

/// A network for tokens, ready to run from any thread.
pub(crate) struct TokenNetwork {
    reader: Reader,
    /// The most that a run takes, and ids of each.
    tokens: usize,
    k: usize,
}

/// What reads tokens.
enum Reader {
    /// A network of the standard classifier's form.
    Cnn(Box<TextCnn>),
    /// Any other.
    #[cfg(feature = "onnx")]
    Plans(Plans),
}

impl std::fmt::Debug for TokenNetwork {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TokenNetwork").finish_non_exhaustive()
    }
}

impl TokenNetwork {
    /// Reads an ONNX file whose only input is tokens, each of which is up to `k` rows of an
    /// `EmbeddingBag`, for up to `tokens` of them.
    pub(crate) fn load(bytes: &[u8], tokens: usize, k: usize) -> Result<Self, OnnxError> {
        guarded("loading the model", || {
            let proto = bounds::decode(bytes)?;
            if let Some(graph) = &proto.graph {
                bounds::check_sizes(graph)?;
                bounds::check_order(graph)?;
            }
            if let Some(cnn) = TextCnn::of(&proto) {
                return Ok(Self { reader: Reader::Cnn(Box::new(cnn)), tokens, k });
            }
            #[cfg(feature = "onnx")]
            return Ok(Self { reader: Reader::Plans(Plans::new(proto, tokens, k)?), tokens, k });
            #[cfg(not(feature = "onnx"))]
            anyhow::bail!(
                "it has not the form of the standard classifier, and this build has no engine for any \
                 other (the feature `onnx`; docs/bring-a-model.md says which builds have it)"
            );
        })
    }

    /// Runs the network on the ids of tokens, each filled up to `k` with 0; gives the first
    /// output's values.
    pub(crate) fn run(&self, ids: Vec<i32>) -> Result<Vec<f32>, OnnxError> {
        guarded("running the model", || {
            ensure!(ids.len() <= self.tokens * self.k, "more tokens than it takes");
            match &self.reader {
                Reader::Cnn(cnn) => cnn.run(&ids, self.k),
                #[cfg(feature = "onnx")]
                Reader::Plans(plans) => plans.run(ids, self.k),
            }
        })
    }
}

#[cfg(test)]
#[cfg(all(feature = "embedded-models", feature = "onnx"))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::onnx::operators;
    use crate::onnx::proto::{AttributeProto, AttributeType, ModelProto, NodeProto};

    const TOKENS: usize = 32;
    const HASHES: usize = 24;

    fn standard() -> ModelProto {
        bounds::decode(himaya_models::text::MODEL).unwrap()
    }

    /// Rows of the standard network's table.
    const ROWS: i32 = 53_000;

    fn through_tract(proto: ModelProto) -> TokenNetwork {
        let reader = Reader::Plans(Plans::new(proto, TOKENS, HASHES).unwrap());
        TokenNetwork { reader, tokens: TOKENS, k: HASHES }
    }

    /// Tokens of 1 to 24 ids each, filled up with 0.
    fn ids() -> impl Strategy<Value = Vec<i32>> {
        let token = proptest::collection::vec(1_i32..ROWS, 1..=HASHES).prop_map(|mut token| {
            token.resize(HASHES, 0);
            token
        });
        proptest::collection::vec(token, 1..=TOKENS).prop_map(|tokens| tokens.concat())
    }

    #[test]
    fn the_standard_network_runs_as_one_and_as_tract_runs_it() {
        let ours = TokenNetwork::load(himaya_models::text::MODEL, TOKENS, HASHES).unwrap();
        assert!(matches!(ours.reader, Reader::Cnn(_)));
        let theirs = through_tract(standard());
        proptest!(ProptestConfig::with_cases(300), |(ids in ids())| {
            let (ours, theirs) = (ours.run(ids.clone()).unwrap(), theirs.run(ids).unwrap());
            prop_assert_eq!(ours.len(), theirs.len());
            for (ours, theirs) in ours.iter().zip(&theirs) {
                prop_assert!((ours - theirs).abs() < 2e-6, "{} {}", ours, theirs);
            }
        });
    }

    #[test]
    fn a_network_that_differs_anywhere_goes_through_tract() {
        type Change = fn(&mut Vec<NodeProto>);
        let changed = |change: Change| {
            let mut proto = standard();
            change(&mut proto.graph.as_mut().unwrap().node);
            TextCnn::of(&proto).is_none()
        };
        assert!(!changed(|_| ()));
        let changes: [(&str, Change); 9] = [
            ("another activation", |nodes| nodes[4].op_type = "Tanh".to_owned()),
            ("none at the end", |nodes| drop(nodes.pop())),
            ("another order of axes", |nodes| nodes[1].attribute[0].ints = vec![0, 1]),
            ("an axis that is not given", |nodes| drop(nodes[2].input.pop())),
            ("steps of two", |nodes| set(&mut nodes[3], "strides", vec![2])),
            ("nothing around it", |nodes| set(&mut nodes[3], "pads", vec![0, 0])),
            ("an attribute of its own", |nodes| set(&mut nodes[8], "transB", vec![1])),
            ("a step that skips one", |nodes| nodes[7].input[0] = nodes[3].output[0].clone()),
            ("weights that are not there", |nodes| nodes[10].input[1] = "none".to_owned()),
        ];
        for (what, change) in changes {
            assert!(changed(change), "{what}");
        }
        let mut turned = standard();
        let weights = &mut turned.graph.as_mut().unwrap().initializer;
        let axis = weights.iter_mut().find(|tensor| tensor.name == "first").unwrap();
        axis.raw_data = 1_i64.to_le_bytes().to_vec();
        assert!(TextCnn::of(&turned).is_none());

        let mut narrow = standard();
        let weights = &mut narrow.graph.as_mut().unwrap().initializer;
        let scale = weights.iter_mut().find(|tensor| tensor.name == "scale").unwrap();
        scale.dims = vec![16];
        scale.raw_data.truncate(64);
        assert!(TextCnn::of(&narrow).is_none());
    }

    #[test]
    fn axes_may_be_attributes_as_they_once_were() {
        let mut settled = standard();
        operators::prepare(&mut settled).unwrap();
        assert_ne!(settled, standard());
        assert!(TextCnn::of(&settled).is_some());
    }

    fn set(node: &mut NodeProto, name: &str, ints: Vec<i64>) {
        node.attribute.retain(|attribute| attribute.name != name);
        node.attribute.push(AttributeProto {
            name: name.to_owned(),
            r#type: AttributeType::Ints as i32,
            ints,
            ..AttributeProto::default()
        });
    }

    #[test]
    fn neither_takes_more_than_it_was_made_for_or_ids_beyond_its_table() {
        let ours = TokenNetwork::load(himaya_models::text::MODEL, TOKENS, HASHES).unwrap();
        for network in [ours, through_tract(standard())] {
            assert!(network.run(vec![1; (TOKENS + 1) * HASHES]).is_err());
            for wrong in [ROWS, i32::MAX, -1, i32::MIN] {
                let mut ids = vec![1; HASHES];
                ids[3] = wrong;
                assert!(network.run(ids).is_err(), "{wrong}");
            }
        }
    }
}
