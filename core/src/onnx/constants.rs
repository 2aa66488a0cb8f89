//! A file's weights as lists of numbers.

use std::collections::HashMap;

use super::proto::{DataType, GraphProto, TensorProto};

/// A graph's weights by name.
pub(super) struct Constants<'g>(HashMap<&'g str, &'g TensorProto>);

impl<'g> Constants<'g> {
    pub(super) fn of(graph: &'g GraphProto) -> Self {
        Self(graph.initializer.iter().map(|tensor| (&*tensor.name, tensor)).collect())
    }

    #[cfg(feature = "image-model")]
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Those with a number of dimensions, as `read` has them.
    pub(super) fn sized<T, const N: usize>(
        &self,
        name: &str,
        read: impl Fn(&TensorProto) -> Option<Vec<T>>,
    ) -> Option<(Vec<T>, [usize; N])> {
        let (values, sides) = self.shaped(name, read)?;
        Some((values, sides.try_into().ok()?))
    }

    /// Those of any shape.
    pub(super) fn shaped<T>(
        &self,
        name: &str,
        read: impl Fn(&TensorProto) -> Option<Vec<T>>,
    ) -> Option<(Vec<T>, Vec<usize>)> {
        let tensor = self.0.get(name)?;
        let sides = tensor.dims.iter().map(|side| usize::try_from(*side).ok());
        let sides: Vec<usize> = sides.collect::<Option<_>>()?;
        let count = sides.iter().try_fold(1_usize, |count, side| count.checked_mul(*side))?;
        let values = read(tensor)?;
        (values.len() == count).then_some((values, sides))
    }
}

pub(super) fn floats(tensor: &TensorProto) -> Option<Vec<f32>> {
    numbers(tensor, DataType::Float, &tensor.float_data, f32::from_le_bytes)
}

pub(super) fn whole_numbers(tensor: &TensorProto) -> Option<Vec<i64>> {
    numbers(tensor, DataType::Int64, &tensor.int64_data, i64::from_le_bytes)
}

#[cfg(feature = "text-model")]
pub(super) fn small(tensor: &TensorProto) -> Option<Vec<i8>> {
    let bytes = tensor.data_type == DataType::Int8 as i32 && tensor.int32_data.is_empty();
    bytes.then(|| tensor.raw_data.iter().map(|byte| byte.cast_signed()).collect())
}

/// Numbers of a kind, which lie in a tensor as bytes or as a list.
fn numbers<T: Clone, const N: usize>(
    tensor: &TensorProto,
    kind: DataType,
    listed: &[T],
    of: fn([u8; N]) -> T,
) -> Option<Vec<T>> {
    if tensor.data_type != kind as i32 {
        return None;
    }
    if tensor.raw_data.is_empty() {
        return Some(listed.to_vec());
    }
    let (values, rest) = tensor.raw_data.as_chunks();
    rest.is_empty().then(|| values.iter().map(|bytes| of(*bytes)).collect())
}
