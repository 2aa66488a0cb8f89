//! Tensors of a file as the engine's.

use ndarray::ArrayD;
use tract_hir::internal::{Datum, Tensor, TractResult, bail, ensure, f16, format_err};

use super::proto::{DataType, TensorProto};
use super::shown;

/// Takes a tensor's values: from its bytes (little endian), or else from the list for its type.
pub(super) fn tensor(proto: TensorProto) -> TractResult<Tensor> {
    let raw = &proto.raw_data;
    let int32 = &proto.int32_data;
    let (name, dims) = (&proto.name, &proto.dims);
    match DataType::try_from(proto.data_type) {
        Ok(DataType::Float) if raw.is_empty() => shaped(name, dims, proto.float_data),
        Ok(DataType::Float) => shaped(name, dims, read(raw, f32::from_le_bytes)?),
        Ok(DataType::Double) if raw.is_empty() => shaped(name, dims, proto.double_data),
        Ok(DataType::Double) => shaped(name, dims, read(raw, f64::from_le_bytes)?),
        Ok(DataType::Int64) if raw.is_empty() => shaped(name, dims, proto.int64_data),
        Ok(DataType::Int64) => shaped(name, dims, read(raw, i64::from_le_bytes)?),
        Ok(DataType::Uint64) if raw.is_empty() => shaped(name, dims, proto.uint64_data),
        Ok(DataType::Uint64) => shaped(name, dims, read(raw, u64::from_le_bytes)?),
        Ok(DataType::Uint32) if raw.is_empty() => {
            shaped(name, dims, proto.uint64_data.iter().map(|value| *value as u32).collect())
        }
        Ok(DataType::Uint32) => shaped(name, dims, read(raw, u32::from_le_bytes)?),
        Ok(DataType::Int32) if raw.is_empty() => shaped(name, dims, proto.int32_data),
        Ok(DataType::Int32) => shaped(name, dims, read(raw, i32::from_le_bytes)?),
        Ok(DataType::Int16) => {
            shaped(name, dims, small(raw, i16::from_le_bytes, int32, |v| v as i16)?)
        }
        Ok(DataType::Uint16) => {
            shaped(name, dims, small(raw, u16::from_le_bytes, int32, |v| v as u16)?)
        }
        Ok(DataType::Float16) => {
            let half = |bytes| f16::from_bits(u16::from_le_bytes(bytes));
            shaped(name, dims, small(raw, half, int32, |v| f16::from_bits(v as u16))?)
        }
        Ok(DataType::Int8) => {
            shaped(name, dims, small(raw, i8::from_le_bytes, int32, |v| v as i8)?)
        }
        Ok(DataType::Uint8) => {
            shaped(name, dims, small(raw, u8::from_le_bytes, int32, |v| v as u8)?)
        }
        Ok(DataType::Bool) => {
            shaped(name, dims, small(raw, |[byte]| byte != 0, int32, |v| v != 0)?)
        }
        Ok(DataType::Undefined) | Err(_) => {
            bail!("weights `{}` are of no type that is read", shown(name))
        }
    }
}

fn shaped<T: Datum>(name: &str, dims: &[i64], values: Vec<T>) -> TractResult<Tensor> {
    let dims = dims.iter().map(|side| usize::try_from(*side));
    let dims: Vec<usize> = dims.collect::<Result<_, _>>()?;
    let fits = ArrayD::from_shape_vec(dims, values);
    let fits = fits.map_err(|_| {
        format_err!("weights `{}` do not have the size that their shape says", shown(name))
    })?;
    Ok(fits.into())
}

fn read<T, const N: usize>(raw: &[u8], value: impl Fn([u8; N]) -> T) -> TractResult<Vec<T>> {
    let (values, rest) = raw.as_chunks::<N>();
    ensure!(rest.is_empty(), "{} bytes are no whole number of values of {N}", raw.len());
    Ok(values.iter().map(|bytes| value(*bytes)).collect())
}

/// Values of a type that is listed as 32-bit numbers.
fn small<T, const N: usize>(
    raw: &[u8],
    value: impl Fn([u8; N]) -> T,
    listed: &[i32],
    narrow: impl Fn(i32) -> T,
) -> TractResult<Vec<T>> {
    if raw.is_empty() { Ok(listed.iter().copied().map(narrow).collect()) } else { read(raw, value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proto(kind: DataType) -> TensorProto {
        TensorProto { data_type: kind as i32, dims: vec![2], ..TensorProto::default() }
    }

    #[test]
    fn every_type_is_read_from_bytes_and_from_its_list_alike() {
        let listed = |kind| TensorProto {
            float_data: vec![1.0, 0.0],
            double_data: vec![1.0, 0.0],
            int32_data: if kind == DataType::Float16 { vec![0x3C00, 0] } else { vec![1, 0] },
            int64_data: vec![1, 0],
            uint64_data: vec![1, 0],
            ..proto(kind)
        };
        let bytes: [(DataType, &[u8]); 12] = [
            (DataType::Float, &[0, 0, 0x80, 0x3F]),
            (DataType::Double, &[0, 0, 0, 0, 0, 0, 0xF0, 0x3F]),
            (DataType::Float16, &[0, 0x3C]),
            (DataType::Bool, &[1]),
            (DataType::Int8, &[1]),
            (DataType::Uint8, &[1]),
            (DataType::Int16, &[1, 0]),
            (DataType::Uint16, &[1, 0]),
            (DataType::Int32, &[1, 0, 0, 0]),
            (DataType::Uint32, &[1, 0, 0, 0]),
            (DataType::Int64, &[1, 0, 0, 0, 0, 0, 0, 0]),
            (DataType::Uint64, &[1, 0, 0, 0, 0, 0, 0, 0]),
        ];
        for (kind, one) in bytes {
            let raw_data = [one, &vec![0; one.len()]].concat();
            let from_bytes = tensor(TensorProto { raw_data, ..proto(kind) }).unwrap();
            let from_list = tensor(listed(kind)).unwrap();
            assert_eq!(from_bytes, from_list, "{kind:?}");
            assert_eq!(from_bytes.datum_type(), kind.datum().unwrap());
            let values = from_bytes.cast_to::<f32>().unwrap();
            assert_eq!(
                values.to_plain_array_view::<f32>().unwrap().as_slice(),
                Some(&[1.0, 0.0][..])
            );
        }
    }

    #[test]
    fn what_does_not_fit_its_shape_is_refused() {
        for dims in [vec![3], vec![-1], vec![i64::MAX, 2], vec![]] {
            let float_data = vec![1.0, 2.0];
            let wrong = TensorProto { dims, float_data, ..proto(DataType::Float) };
            assert!(tensor(wrong).is_err());
        }
        let raw_data = vec![0; 7];
        assert!(tensor(TensorProto { raw_data, ..proto(DataType::Float) }).is_err());
        let error = tensor(proto(DataType::Undefined)).unwrap_err().to_string();
        assert!(error.ends_with("are of no type that is read"), "{error}");
    }
}
