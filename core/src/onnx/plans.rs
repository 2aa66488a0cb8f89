//! Networks for messages of any form, as tract runs them.

use std::collections::HashMap;
use std::sync::Arc;

use ndarray::Array2;
use tract_hir::prelude::*;
use tract_hir::tract_core::internal::bail;

use super::proto::ModelProto;
use super::{operators, run, sizes};

/// Tokens that networks are made for, besides the most that one takes.
const SIZES: [usize; 3] = [4, 8, 16];

/// Operators whose result has a shape that other values say, which a network for messages, whose
/// length is open, has no use for.
const SHAPED_BY_VALUES: [&str; 7] =
    ["ConstantOfShape", "Expand", "Pad", "Reshape", "Shape", "Slice", "Tile"];

/// A network by the number of tokens that each copy takes, rising: one of fixed size runs in half the
/// time of one whose size it learns with every run.
pub(super) struct Plans(Vec<(usize, Arc<TypedRunnableModel>)>);

impl Plans {
    /// Reads and optimises a file whose only input is tokens of `k` ids, for up to `tokens` of them.
    pub(super) fn new(mut proto: ModelProto, tokens: usize, k: usize) -> TractResult<Self> {
        check_for_messages(&proto)?;
        operators::prepare(&mut proto)?;
        let model = operators::read(proto)?;
        let symbol = model.symbols.sym("tokens");
        let input = i32::fact([symbol.to_dim(), k.to_dim()]);
        let model = model.with_input_fact(0, input.into())?;
        let model = sizes::typed(model, Some((&symbol, tokens)))?.into_decluttered()?;
        let sizes = SIZES.iter().copied().filter(|size| *size < tokens).chain([tokens]);
        let plans = sizes.map(|size| {
            let fixed = HashMap::from([(symbol.clone(), i64::try_from(size)?.to_dim())]);
            let model = model.clone().set_symbols(&fixed)?;
            Ok((size, model.into_optimized()?.into_runnable()?))
        });
        Ok(Self(plans.collect::<TractResult<_>>()?))
    }

    /// The scores of tokens of `k` ids.
    pub(super) fn run(&self, mut ids: Vec<i32>, k: usize) -> TractResult<Vec<f32>> {
        let Some((size, plan)) = self.0.iter().find(|(size, _)| ids.len() <= size * k) else {
            bail!("more tokens than it takes");
        };
        ids.resize(size * k, 0);
        run(plan, Array2::from_shape_vec((*size, k), ids)?.into())
    }
}

/// Checks what the file of a network for messages may not have.
fn check_for_messages(proto: &ModelProto) -> TractResult<()> {
    let nodes = proto.graph.iter().flat_map(|graph| &graph.node);
    match nodes.into_iter().find(|node| SHAPED_BY_VALUES.contains(&&*node.op_type)) {
        Some(node) => bail!("operator `{}` has no place in a text model", node.op_type),
        None => Ok(()),
    }
}
