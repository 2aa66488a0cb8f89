//! What a network would take, known from shapes before any number is computed.
//!
//! tract computes constants while it reads a graph. Each operator is wrapped, so that the shape of
//! a result is checked before memory is asked for it; then the whole network is estimated.

use tract_hir::internal::{
    Factoid, InferenceFact, InferenceModelPatch, InferenceNode, InferenceOp,
};
use tract_hir::prelude::*;
use tract_hir::prelude::{InferenceModel, InferenceModelExt};
use tract_hir::tract_core::internal::{
    EvalContext, EvalOp, Op, OpState, StaticName, bail, ensure, format_err,
};
use tract_hir::tract_core::ops::cnn::conv::Conv;
use tract_hir::tract_core::ops::cnn::{MaxPool, PoolSpec, SumPool};

use super::bounds::{MAX_ALL_VALUES, MAX_LAID_OUT, MAX_VALUES, MAX_WORK, laid_out};

/// Values of a result that is computed while the graph is read.
const MAX_COMPUTED: u64 = 1 << 20;

/// Numbers that are computed with shapes in them.
type Facts = TVec<InferenceFact>;

/// Makes a network with types of a graph, whose every result has a known and bounded size.
/// `open` is the symbol of a side that each run gives, and the most that it gives.
pub(super) fn typed(
    mut model: InferenceModel,
    open: Option<(&Symbol, usize)>,
) -> TractResult<TypedModel> {
    let sizes = Sizes::new(open)?;
    for node in model.nodes_mut().iter_mut().filter(|node| !node.inputs.is_empty()) {
        node.op = Box::new(Bounded { op: node.op.clone(), sizes: sizes.clone() });
    }
    model.analyse(false)?;
    for node in model.nodes() {
        for output in &node.outputs {
            let size = sizes.of(&output.fact)?;
            ensure!(size.is_some(), "the shape of `{}` cannot be told", super::shown(&node.name));
        }
    }
    let model = model.into_typed()?;
    sizes.check(&model)?;
    Ok(model)
}

/// Sides as numbers.
#[derive(Clone, Debug)]
struct Sizes {
    open: SymbolValues,
}

impl Sizes {
    fn new(open: Option<(&Symbol, usize)>) -> TractResult<Self> {
        let none = SymbolValues::default();
        Ok(Self {
            open: match open {
                Some((symbol, most)) => none.with(symbol, i64::try_from(most)?),
                None => none,
            },
        })
    }

    /// How many values a shape has; an error where they are too many.
    fn values<'a>(&self, shape: impl IntoIterator<Item = &'a TDim>) -> TractResult<u64> {
        let mut values = Some(1_u64);
        for side in shape {
            let side = side.eval_to_i64(&self.open)?;
            let side = u64::try_from(side).map_err(|_| format_err!("a side of {side}"))?;
            ensure!(side <= MAX_VALUES, "a side of {side}; at most {MAX_VALUES} are computed");
            values = values.and_then(|values| values.checked_mul(side));
        }
        match values {
            Some(values) if values <= MAX_VALUES => Ok(values),
            _ => bail!("a result of more than {MAX_VALUES} values"),
        }
    }

    /// The same of what is known of a result so far.
    fn of(&self, fact: &InferenceFact) -> TractResult<Option<u64>> {
        fact.shape.concretize().map(|shape| self.values(&shape)).transpose()
    }

    /// Estimates what a run of a network takes.
    fn check(&self, model: &TypedModel) -> TractResult<()> {
        let (mut values, mut work, mut weights) = (0_u64, 0_u64, 0_u64);
        for node in model.nodes() {
            let inputs = model.node_input_facts(node.id)?;
            let mut moved = 0_u64;
            for fact in &inputs {
                let size = self.values(fact.shape.iter())?;
                moved = moved.saturating_add(size);
                // An operator may keep its constants in a form of its own.
                weights = weights.saturating_add(if fact.konst.is_some() { size } else { 0 });
            }
            let mut given = 0_u64;
            for output in &node.outputs {
                given = given.saturating_add(self.values(output.fact.shape.iter())?);
            }
            values = values.saturating_add(given);
            let mut computed = 0_u64;
            for (kind, count) in node.op.cost(&inputs)? {
                if kind.is_compute() {
                    let count = u64::try_from(count.eval_to_i64(&self.open)?)?;
                    computed = computed.saturating_add(count);
                }
            }
            if let Some(pool) = pool(node) {
                computed = computed.saturating_add(given.saturating_mul(places(pool)?));
            }
            if let (Some(conv), [input, ..]) = (node.op_as::<Conv>(), &*inputs) {
                // A window's values for each place of the result lie side by side.
                let channels = conv.pool_spec.input_channels.max(1) as u64;
                let side = given / (conv.pool_spec.output_channels.max(1) as u64);
                let windows =
                    side.saturating_mul(channels).saturating_mul(places(&conv.pool_spec)?);
                ensure!(
                    windows <= MAX_ALL_VALUES && input.rank() >= 3,
                    "a convolution over {windows} values"
                );
                let depth = conv.pool_spec.input_channels / conv.group.max(1);
                let depth = u64::try_from(depth)?.saturating_mul(places(&conv.pool_spec)?);
                let filled = laid_out(conv.pool_spec.output_channels, usize::try_from(depth)?);
                weights = weights.saturating_add(filled.unwrap_or(u64::MAX));
            }
            work = work.saturating_add(moved).saturating_add(given).saturating_add(computed);
        }
        ensure!(
            values <= MAX_ALL_VALUES,
            "its results have {values} values together; at most {MAX_ALL_VALUES} are computed"
        );
        ensure!(
            weights <= MAX_LAID_OUT,
            "its operators have {weights} weights, each counted; at most {MAX_LAID_OUT} are laid out"
        );
        ensure!(
            work <= MAX_WORK,
            "one run would take {work} operations; at most {MAX_WORK} are begun"
        );
        Ok(())
    }
}

fn pool(node: &TypedNode) -> Option<&PoolSpec> {
    let max = node.op_as::<MaxPool>().map(|pool| &pool.pool_spec);
    max.or_else(|| node.op_as::<SumPool>().map(|pool| &pool.pool_spec))
}

fn places(pool: &PoolSpec) -> TractResult<u64> {
    let places = pool.kernel_shape.iter().try_fold(1_usize, |n, side| n.checked_mul(*side));
    Ok(u64::try_from(places.ok_or_else(|| format_err!("a window without bounds"))?)?)
}

/// An operator that computes nothing before the size of its results is known and bounded.
#[derive(Clone, Debug)]
struct Bounded {
    op: Box<dyn InferenceOp>,
    sizes: Sizes,
}

impl PartialEq for Bounded {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl Eq for Bounded {}

impl Op for Bounded {
    fn name(&self) -> StaticName {
        self.op.name()
    }

    fn as_typed(&self) -> Option<&dyn TypedOp> {
        self.op.as_typed()
    }
}

impl EvalOp for Bounded {
    fn eval(&self, context: &EvalContext<'_>, inputs: TVec<TValue>) -> TractResult<TVec<TValue>> {
        self.op.eval(context, inputs)
    }

    fn eval_out_of_plan(&self, inputs: TVec<TValue>) -> TractResult<Option<TVec<TValue>>> {
        self.op.eval_out_of_plan(inputs)
    }

    fn state(&self, context: &EvalContext<'_>) -> TractResult<Option<Box<dyn OpState>>> {
        self.op.state(context)
    }
}

impl InferenceOp for Bounded {
    fn infer(
        &mut self,
        inputs: TVec<&InferenceFact>,
        outputs: TVec<&InferenceFact>,
        observed: TVec<&InferenceFact>,
    ) -> TractResult<(Facts, Facts, Facts)> {
        let found = self.infer_facts(inputs.clone(), outputs.clone(), observed.clone())?;
        for output in &found.1 {
            let computed = self.sizes.of(output)?.is_some_and(|values| values <= MAX_COMPUTED);
            if !computed {
                return Ok(found);
            }
        }
        self.op.infer(inputs, outputs, observed)
    }

    fn observe_outlets(
        &self,
        model: &InferenceModel,
        node: &InferenceNode,
    ) -> TractResult<Vec<OutletId>> {
        self.op.observe_outlets(model, node)
    }

    fn infer_facts(
        &mut self,
        inputs: TVec<&InferenceFact>,
        outputs: TVec<&InferenceFact>,
        observed: TVec<&InferenceFact>,
    ) -> TractResult<(Facts, Facts, Facts)> {
        self.op.infer_facts(inputs, outputs, observed)
    }

    fn incorporate(
        &self,
        model: &InferenceModel,
        node: &InferenceNode,
    ) -> TractResult<Option<InferenceModelPatch>> {
        self.op.incorporate(model, node)
    }

    fn nboutputs(&self) -> TractResult<usize> {
        self.op.nboutputs()
    }

    fn as_op(&self) -> &dyn Op {
        self.op.as_op()
    }

    fn as_op_mut(&mut self) -> &mut dyn Op {
        self.op.as_op_mut()
    }

    fn to_typed(
        &self,
        source: &InferenceModel,
        node: &InferenceNode,
        target: &mut TypedModel,
        mapping: &std::collections::HashMap<OutletId, OutletId>,
    ) -> TractResult<TVec<OutletId>> {
        self.op.to_typed(source, node, target, mapping)
    }
}
