//! The local functions of a text model, `EmbeddingBag` and `Pool`, as operators of our own.
//!
//! The file defines them in operators of the standard; tract's generic gathering and reducing
//! takes several times as long as the rest of the network.

use himaya_kernels::bag::{embed, pool};
use ndarray::Array2;
use tract_hir::infer::rules::{InferenceResult, Solver, TensorProxy};
use tract_hir::ops::expandable::Expansion;
use tract_hir::prelude::*;
use tract_hir::tract_core::internal::{
    EvalContext, EvalOp, Op, StaticName, args_2, args_3, as_op, bail, ensure, op_as_typed_op,
    op_out_of_plan,
};
use tract_hir::tract_core::ops::TypedOp;

/// `EmbeddingBag(table int8 [rows, n], scale float [n], ids int32 [tokens, k])`: for each token
/// the sum of its rows, times the scale, over the root of how many rows it has; id 0 is none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct EmbeddingBag;

impl Expansion for EmbeddingBag {
    fn name(&self) -> StaticName {
        "EmbeddingBag".into()
    }

    fn rules<'r, 'p: 'r, 's: 'r>(
        &'s self,
        solver: &mut Solver<'r>,
        inputs: &'p [TensorProxy],
        outputs: &'p [TensorProxy],
    ) -> InferenceResult {
        let ([table, scale, ids], [output]) = (inputs, outputs) else {
            bail!("EmbeddingBag takes table, scale and ids");
        };
        solver.equals(&table.datum_type, i8::datum_type())?;
        solver.equals(&scale.datum_type, f32::datum_type())?;
        solver.equals(&ids.datum_type, i32::datum_type())?;
        for (matrix, rank) in [(table, 2), (scale, 1), (ids, 2), (output, 2)] {
            solver.equals(&matrix.rank, rank)?;
        }
        solver.equals(&output.datum_type, f32::datum_type())?;
        solver.equals(&table.shape[1], &scale.shape[0])?;
        solver.equals(&output.shape[0], &ids.shape[0])?;
        solver.equals(&output.shape[1], &table.shape[1])
    }

    fn wire(
        &self,
        prefix: &str,
        model: &mut TypedModel,
        inputs: &[OutletId],
    ) -> TractResult<TVec<OutletId>> {
        model.wire_node(prefix, Self, inputs)
    }
}

impl Op for EmbeddingBag {
    fn name(&self) -> StaticName {
        "EmbeddingBag".into()
    }

    op_as_typed_op!();
}

impl EvalOp for EmbeddingBag {
    op_out_of_plan!();

    fn eval(&self, _: &EvalContext<'_>, inputs: TVec<TValue>) -> TractResult<TVec<TValue>> {
        let (table, scale, ids) = args_3!(inputs);
        let table = table.to_plain_array_view::<i8>()?;
        let scale = scale.to_plain_array_view::<f32>()?;
        let ids = ids.to_plain_array_view::<i32>()?;
        let (&[rows, n], &[tokens, k]) = (table.shape(), ids.shape()) else {
            bail!("a table and ids have two dimensions");
        };
        let (Some(table), Some(scale), Some(ids)) =
            (table.as_slice(), scale.as_slice(), ids.as_slice())
        else {
            bail!("inputs must be contiguous");
        };
        ensure!(scale.len() == n, "as many scales as columns");
        ensure!(rows * n == table.len(), "as many rows as it says");
        let output = embed(table, scale, ids, k)?;
        Ok(tvec!(Tensor::from(Array2::from_shape_vec((tokens, n), output)?).into()))
    }
}

impl TypedOp for EmbeddingBag {
    as_op!();

    fn output_facts(&self, inputs: &[&TypedFact]) -> TractResult<TVec<TypedFact>> {
        let [table, _, ids] = inputs else { bail!("EmbeddingBag takes table, scale and ids") };
        let (Some(n), Some(tokens)) = (table.shape.get(1), ids.shape.first()) else {
            bail!("a table and ids have two dimensions");
        };
        Ok(tvec!(f32::fact([tokens.clone(), n.clone()])))
    }
}

/// `Pool(found float [tokens, n], ids int32 [tokens, k])`: of each column the largest value and
/// then the mean, over the tokens that have an id other than 0; values are not negative.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Pool;

impl Expansion for Pool {
    fn name(&self) -> StaticName {
        "Pool".into()
    }

    fn rules<'r, 'p: 'r, 's: 'r>(
        &'s self,
        solver: &mut Solver<'r>,
        inputs: &'p [TensorProxy],
        outputs: &'p [TensorProxy],
    ) -> InferenceResult {
        let ([found, ids], [output]) = (inputs, outputs) else {
            bail!("Pool takes values and ids");
        };
        solver.equals(&found.datum_type, f32::datum_type())?;
        solver.equals(&ids.datum_type, i32::datum_type())?;
        solver.equals(&output.datum_type, f32::datum_type())?;
        for matrix in [found, ids, output] {
            solver.equals(&matrix.rank, 2)?;
        }
        solver.equals(&found.shape[0], &ids.shape[0])?;
        solver.equals(&output.shape[0], 1.to_dim())?;
        solver.given(&found.shape[1], move |solver, n| solver.equals(&output.shape[1], n * 2))
    }

    fn wire(
        &self,
        prefix: &str,
        model: &mut TypedModel,
        inputs: &[OutletId],
    ) -> TractResult<TVec<OutletId>> {
        model.wire_node(prefix, Self, inputs)
    }
}

impl Op for Pool {
    fn name(&self) -> StaticName {
        "Pool".into()
    }

    op_as_typed_op!();
}

impl EvalOp for Pool {
    op_out_of_plan!();

    fn eval(&self, _: &EvalContext<'_>, inputs: TVec<TValue>) -> TractResult<TVec<TValue>> {
        let (found, ids) = args_2!(inputs);
        let found = found.to_plain_array_view::<f32>()?;
        let ids = ids.to_plain_array_view::<i32>()?;
        let (&[tokens, n], &[tokens_, k]) = (found.shape(), ids.shape()) else {
            bail!("values and ids have two dimensions");
        };
        let (Some(found), Some(ids)) = (found.as_slice(), ids.as_slice()) else {
            bail!("inputs must be contiguous");
        };
        ensure!(tokens == tokens_, "as many rows of values as of ids");
        let output = pool(found, n, ids, k)?;
        Ok(tvec!(Tensor::from(Array2::from_shape_vec((1, 2 * n), output)?).into()))
    }
}

impl TypedOp for Pool {
    as_op!();

    fn output_facts(&self, inputs: &[&TypedFact]) -> TractResult<TVec<TypedFact>> {
        let [found, _] = inputs else { bail!("Pool takes values and ids") };
        let Some(n) = found.shape.get(1) else { bail!("values have two dimensions") };
        Ok(tvec!(f32::fact([1.to_dim(), n.clone() * 2])))
    }
}
