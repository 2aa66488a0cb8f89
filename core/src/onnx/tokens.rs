//! Networks for messages, whose input is tokens.

use std::collections::HashMap;
use std::sync::Arc;

use ndarray::Array2;
use tract_hir::prelude::*;
use tract_hir::tract_core::internal::{bail, ensure};

use super::proto::ModelProto;
use super::text_cnn::TextCnn;
use super::{OnnxError, bounds, guarded, operators, run, sizes};

/// Tokens that networks for messages are made for, besides the most that one takes.
const SIZES: [usize; 3] = [4, 8, 16];

/// A network for tokens, ready to run from any thread.
pub(crate) struct TokenNetwork {
    reader: TokenReader,
    tokens: usize,
    rows: usize,
}

/// What reads tokens.
enum TokenReader {
    /// A network of the standard classifier's form.
    Cnn(TextCnn),
    /// Any other, by the number of tokens that each takes, rising: a network of fixed size runs in
    /// half the time of one whose size it learns with every run.
    Plans(Vec<(usize, Arc<TypedRunnableModel>)>),
}

impl std::fmt::Debug for TokenNetwork {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TokenNetwork").finish_non_exhaustive()
    }
}

impl TokenNetwork {
    /// Reads and optimises an ONNX file whose only input is tokens, each of which is up to
    /// `rows` rows of an `EmbeddingBag`, for up to `tokens` of them.
    pub(crate) fn load(bytes: &[u8], tokens: usize, rows: usize) -> Result<Self, OnnxError> {
        guarded("loading the model", || {
            let mut proto = bounds::decode(bytes)?;
            bounds::check_for_messages(&proto)?;
            operators::prepare(&mut proto)?;
            let reader = match TextCnn::of(&proto) {
                Some(cnn) => TokenReader::Cnn(cnn),
                None => TokenReader::Plans(plans(proto, tokens, rows)?),
            };
            Ok(Self { reader, tokens, rows })
        })
    }

    /// Runs the network on the ids of tokens, each filled up to `rows` with 0; gives the first
    /// output's values.
    pub(crate) fn run(&self, mut ids: Vec<i32>) -> Result<Vec<f32>, OnnxError> {
        guarded("running the model", || {
            ensure!(ids.len() <= self.tokens * self.rows, "more tokens than it takes");
            let plans = match &self.reader {
                TokenReader::Cnn(cnn) => return cnn.run(&ids, self.rows),
                TokenReader::Plans(plans) => plans,
            };
            let fits = |(size, _): &&(usize, _)| ids.len() <= size * self.rows;
            let Some((size, plan)) = plans.iter().find(fits) else {
                bail!("more tokens than it takes");
            };
            ids.resize(size * self.rows, 0);
            run(plan, Array2::from_shape_vec((*size, self.rows), ids)?.into())
        })
    }
}

/// Networks for up to `tokens` tokens, of a file that was prepared.
fn plans(
    proto: ModelProto,
    tokens: usize,
    rows: usize,
) -> TractResult<Vec<(usize, Arc<TypedRunnableModel>)>> {
    let model = operators::read(proto)?;
    let symbol = model.symbols.sym("tokens");
    let input = i32::fact([symbol.to_dim(), rows.to_dim()]);
    let model = model.with_input_fact(0, input.into())?;
    let model = sizes::typed(model, Some((&symbol, tokens)))?.into_decluttered()?;
    let sizes = SIZES.iter().copied().filter(|size| *size < tokens).chain([tokens]);
    let plans = sizes.map(|size| {
        let size_ = i64::try_from(size)?;
        let model =
            model.clone().set_symbols(&HashMap::from([(symbol.clone(), size_.to_dim())]))?;
        Ok((size, model.into_optimized()?.into_runnable()?))
    });
    plans.collect()
}

#[cfg(test)]
#[cfg(feature = "embedded-models")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::onnx::proto::{AttributeProto, AttributeType, NodeProto};

    const TOKENS: usize = 32;
    const HASHES: usize = 24;

    fn standard() -> ModelProto {
        let mut proto = bounds::decode(himaya_models::text::MODEL).unwrap();
        operators::prepare(&mut proto).unwrap();
        proto
    }

    fn through_tract(proto: ModelProto) -> TokenNetwork {
        let reader = TokenReader::Plans(plans(proto, TOKENS, HASHES).unwrap());
        TokenNetwork { reader, tokens: TOKENS, rows: HASHES }
    }

    /// Tokens of 1 to 24 ids each, filled up with 0.
    fn ids() -> impl Strategy<Value = Vec<i32>> {
        let token = proptest::collection::vec(1_i32..56000, 1..=HASHES).prop_map(|mut token| {
            token.resize(HASHES, 0);
            token
        });
        proptest::collection::vec(token, 1..=TOKENS).prop_map(|tokens| tokens.concat())
    }

    #[test]
    fn the_standard_network_runs_as_one_and_as_tract_runs_it() {
        let ours = TokenNetwork::load(himaya_models::text::MODEL, TOKENS, HASHES).unwrap();
        assert!(matches!(ours.reader, TokenReader::Cnn(_)));
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
        let changed = |change: fn(&mut Vec<NodeProto>)| {
            let mut proto = standard();
            change(&mut proto.graph.as_mut().unwrap().node);
            TextCnn::of(&proto).is_none()
        };
        assert!(!changed(|_| ()));
        let changes: [(&str, fn(&mut Vec<NodeProto>)); 9] = [
            ("another activation", |nodes| nodes[4].op_type = "Tanh".to_owned()),
            ("none at the end", |nodes| drop(nodes.pop())),
            ("another order of axes", |nodes| nodes[1].attribute[0].ints = vec![0, 1]),
            ("another axis", |nodes| nodes[2].attribute[0].ints = vec![1]),
            ("steps of two", |nodes| set(&mut nodes[3], "strides", vec![2])),
            ("nothing around it", |nodes| set(&mut nodes[3], "pads", vec![0, 0])),
            ("an attribute of its own", |nodes| set(&mut nodes[8], "transB", vec![1])),
            ("a step that skips one", |nodes| nodes[7].input[0] = nodes[3].output[0].clone()),
            ("weights that are not there", |nodes| nodes[10].input[1] = "none".to_owned()),
        ];
        for (what, change) in changes {
            assert!(changed(change), "{what}");
        }
        let mut narrow = standard();
        let weights = &mut narrow.graph.as_mut().unwrap().initializer;
        let scale = weights.iter_mut().find(|tensor| tensor.name == "scale").unwrap();
        scale.dims = vec![16];
        scale.raw_data.truncate(64);
        assert!(TextCnn::of(&narrow).is_none());
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
            for wrong in [56000, i32::MAX, -1, i32::MIN] {
                let mut ids = vec![1; HASHES];
                ids[3] = wrong;
                assert!(network.run(ids).is_err(), "{wrong}");
            }
        }
    }
}
