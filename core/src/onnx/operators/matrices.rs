//! Operators of two inputs, the shape of whose result is neither's.

use tract_hir::infer::rules::{InferenceResult, Solver, TensorProxy};
use tract_hir::ops::expandable::Expansion;
use tract_hir::prelude::*;
use tract_hir::tract_core::broadcast::multi_broadcast;
use tract_hir::tract_core::internal::{AxesMapping, StaticName, bail, format_err, tvec};
use tract_hir::tract_core::ops::cast::cast as cast_to;
use tract_hir::tract_core::ops::einsum::EinSum;
use tract_hir::tract_core::ops::math::{add, mul, pow as raised};

use super::wiring::Wiring;
use super::{Made, NodeProto, expanded, number};

pub(super) fn pow() -> Made {
    expanded(Pow)
}

pub(super) fn gemm(node: &NodeProto) -> Made {
    expanded(Gemm {
        alpha: number(node, "alpha", 1.0)?,
        beta: number(node, "beta", 1.0)?,
        transposed: [
            node.optional("transA")?.unwrap_or(false),
            node.optional("transB")?.unwrap_or(false),
        ],
    })
}

/// A power, of the type of its base whatever that of the exponent.
#[derive(Clone, Debug)]
struct Pow;

impl Expansion for Pow {
    fn name(&self) -> StaticName {
        "Pow".into()
    }

    fn rules<'r, 'p: 'r, 's: 'r>(
        &'s self,
        solver: &mut Solver<'r>,
        inputs: &'p [TensorProxy],
        outputs: &'p [TensorProxy],
    ) -> InferenceResult {
        let ([base, exponent], [output]) = (inputs, outputs) else {
            bail!("Pow takes a base and an exponent");
        };
        solver.equals(&base.datum_type, &output.datum_type)?;
        solver.given_2(&base.shape, &exponent.shape, move |solver, base, exponent| {
            solver.equals(&output.shape, multi_broadcast(&[base, exponent])?)
        })
    }

    fn wire(
        &self,
        prefix: &str,
        model: &mut TypedModel,
        inputs: &[OutletId],
    ) -> TractResult<TVec<OutletId>> {
        let &[base, exponent] = inputs else { bail!("Pow takes a base and an exponent") };
        let (of, to) =
            (model.outlet_fact(base)?.datum_type, model.outlet_fact(exponent)?.datum_type);
        let common = if of.is_integer() == to.is_integer() {
            of.common_super_type(to).ok_or_else(|| format_err!("a power of these numbers"))?
        } else {
            f64::datum_type()
        };
        let mut wiring = Wiring { prefix, model };
        let base = wiring.node("base", cast_to(common), &[base])?;
        let exponent = wiring.node("exponent", cast_to(common), &[exponent])?;
        let power = wiring.broadcast("pow", raised(), &[base, exponent])?;
        Ok(tvec!(wiring.node("result", cast_to(of), &[power])?))
    }
}

/// `alpha A B + beta C`.
#[derive(Clone, Debug)]
struct Gemm {
    alpha: f32,
    beta: f32,
    transposed: [bool; 2],
}

impl Expansion for Gemm {
    fn name(&self) -> StaticName {
        "Gemm".into()
    }

    fn rules<'r, 'p: 'r, 's: 'r>(
        &'s self,
        solver: &mut Solver<'r>,
        inputs: &'p [TensorProxy],
        outputs: &'p [TensorProxy],
    ) -> InferenceResult {
        let ([a, b, others @ ..], [output]) = (inputs, outputs) else {
            bail!("Gemm takes two matrices and gives one");
        };
        for matrix in [a, b, output] {
            solver.equals(&matrix.rank, 2)?;
        }
        for factor in [a, b].into_iter().chain(others) {
            solver.equals(&factor.datum_type, &output.datum_type)?;
        }
        let [a_transposed, b_transposed] = self.transposed;
        let (a_rows, a_columns) = if a_transposed { (1, 0) } else { (0, 1) };
        let (b_rows, b_columns) = if b_transposed { (1, 0) } else { (0, 1) };
        solver.equals(&a.shape[a_rows], &output.shape[0])?;
        solver.equals(&a.shape[a_columns], &b.shape[b_rows])?;
        solver.equals(&b.shape[b_columns], &output.shape[1])
    }

    fn wire(
        &self,
        prefix: &str,
        model: &mut TypedModel,
        inputs: &[OutletId],
    ) -> TractResult<TVec<OutletId>> {
        let [a, b, others @ ..] = inputs else { bail!("Gemm takes two matrices") };
        let [a_transposed, b_transposed] = self.transposed;
        let axes = AxesMapping::for_numpy_matmul(2, a_transposed, b_transposed, false)?;
        let kind = model.outlet_fact(*a)?.datum_type;
        let mut wiring = Wiring { prefix, model };
        let mut result = wiring.node("ab", EinSum::new(axes, kind), &[*a, *b])?;
        if self.alpha != 1.0 {
            let alpha = wiring.scalar("alpha", self.alpha, result)?;
            result = wiring.node("alpha_ab", mul(), &[alpha, result])?;
        }
        if let (Some(c), true) = (others.first(), self.beta != 0.0) {
            let beta = wiring.scalar("beta", self.beta, result)?;
            let c = wiring.broadcast("beta_c", mul(), &[beta, *c])?;
            result = wiring.node("sum", add(), &[result, c])?;
        }
        Ok(tvec!(result))
    }
}
