//! Adding an operator's parts to a model.

use std::sync::Arc;

use tract_hir::ops::logic::wire_with_rank_broadcast;
use tract_hir::prelude::*;
use tract_hir::tract_core::internal::format_err;
use tract_hir::tract_core::ops::TypedOp;

/// A model to which an operator is added.
pub(super) struct Wiring<'a> {
    pub(super) prefix: &'a str,
    pub(super) model: &'a mut TypedModel,
}

impl Wiring<'_> {
    pub(super) fn node(
        &mut self,
        name: &str,
        op: impl Into<Box<dyn TypedOp>>,
        inputs: &[OutletId],
    ) -> TractResult<OutletId> {
        let name = format!("{}.{name}", self.prefix);
        only(self.model.wire_node(name, op, inputs)?)
    }

    /// The same for inputs of different ranks.
    pub(super) fn broadcast(
        &mut self,
        name: &str,
        op: impl Into<Box<dyn TypedOp>>,
        inputs: &[OutletId],
    ) -> TractResult<OutletId> {
        let name = format!("{}.{name}", self.prefix);
        only(wire_with_rank_broadcast(name, self.model, op, inputs)?)
    }

    pub(super) fn constant(&mut self, name: &str, value: Tensor) -> TractResult<OutletId> {
        self.model.add_const(format!("{}.{name}", self.prefix), value)
    }

    /// A number of the type and rank of `like`.
    pub(super) fn scalar(
        &mut self,
        name: &str,
        value: f32,
        like: OutletId,
    ) -> TractResult<OutletId> {
        let fact = self.model.outlet_fact(like)?;
        let (kind, rank) = (fact.datum_type, fact.rank());
        let value = tensor0(value).cast_to_dt(kind)?.into_owned().broadcast_into_rank(rank)?;
        self.constant(name, value)
    }

    pub(super) fn value(&self, outlet: OutletId) -> TractResult<Arc<Tensor>> {
        let value = self.model.outlet_fact(outlet)?.konst.clone();
        value.ok_or_else(|| format_err!("its parameters must be constants"))
    }
}

fn only(outlets: TVec<OutletId>) -> TractResult<OutletId> {
    outlets.first().copied().ok_or_else(|| format_err!("an operator without a result"))
}

/// An axis that may be counted from the end.
pub(super) fn place(axis: i64, rank: usize) -> TractResult<usize> {
    let place = if axis < 0 { axis.checked_add(i64::try_from(rank)?) } else { Some(axis) };
    let place = place.and_then(|place| usize::try_from(place).ok());
    place.filter(|place| *place < rank).ok_or_else(|| format_err!("axis {axis} of rank {rank}"))
}
