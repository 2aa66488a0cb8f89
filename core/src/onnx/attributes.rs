//! Attributes of an operator, as the types that they must be of.

use anyhow::{Result, bail, format_err};
#[cfg(feature = "onnx")]
use tract_hir::internal::{DatumType, TVec};

use super::proto::{AttributeProto, AttributeType, NodeProto};
#[cfg(feature = "onnx")]
use super::proto::{DataType, TensorProto};
use super::shown;

/// What an attribute may be read as.
pub(super) trait Attribute<'a>: Sized {
    /// How it must be written.
    const KIND: AttributeType;

    /// `None` where it is out of range.
    fn read(attribute: &'a AttributeProto) -> Option<Self>;
}

impl NodeProto {
    /// An attribute that may be missing.
    pub(super) fn optional<'a, T: Attribute<'a>>(&'a self, name: &str) -> Result<Option<T>> {
        let Some(attribute) = self.attribute.iter().find(|attribute| attribute.name == name) else {
            return Ok(None);
        };
        if attribute.r#type != T::KIND as i32 {
            bail!("`{name}` of operator `{}` must be {:?}", shown(&self.op_type), T::KIND);
        }
        let value = T::read(attribute);
        let value = value.ok_or_else(|| {
            format_err!("`{name}` of operator `{}` is out of range", shown(&self.op_type))
        });
        value.map(Some)
    }

    /// An attribute that must be there.
    pub(super) fn required<'a, T: Attribute<'a>>(&'a self, name: &str) -> Result<T> {
        self.optional(name)?
            .ok_or_else(|| format_err!("operator `{}` lacks `{name}`", shown(&self.op_type)))
    }

    /// Whether it has no other attributes.
    pub(super) fn has_only(&self, names: &[&str]) -> Option<()> {
        self.attribute.iter().all(|attribute| names.contains(&&*attribute.name)).then_some(())
    }
}

impl Attribute<'_> for f32 {
    const KIND: AttributeType = AttributeType::Float;

    fn read(attribute: &AttributeProto) -> Option<Self> {
        Some(attribute.f)
    }
}

impl Attribute<'_> for i64 {
    const KIND: AttributeType = AttributeType::Int;

    fn read(attribute: &AttributeProto) -> Option<Self> {
        Some(attribute.i)
    }
}

#[cfg(feature = "onnx")]
impl Attribute<'_> for isize {
    const KIND: AttributeType = AttributeType::Int;

    fn read(attribute: &AttributeProto) -> Option<Self> {
        attribute.i.try_into().ok()
    }
}

impl Attribute<'_> for usize {
    const KIND: AttributeType = AttributeType::Int;

    fn read(attribute: &AttributeProto) -> Option<Self> {
        attribute.i.try_into().ok()
    }
}

impl Attribute<'_> for bool {
    const KIND: AttributeType = AttributeType::Int;

    fn read(attribute: &AttributeProto) -> Option<Self> {
        match attribute.i {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

#[cfg(feature = "onnx")]
impl Attribute<'_> for DatumType {
    const KIND: AttributeType = AttributeType::Int;

    fn read(attribute: &AttributeProto) -> Option<Self> {
        DataType::try_from(i32::try_from(attribute.i).ok()?).ok()?.datum()
    }
}

impl<'a> Attribute<'a> for &'a str {
    const KIND: AttributeType = AttributeType::String;

    fn read(attribute: &'a AttributeProto) -> Option<Self> {
        str::from_utf8(&attribute.s).ok()
    }
}

#[cfg(feature = "onnx")]
impl<'a> Attribute<'a> for &'a TensorProto {
    const KIND: AttributeType = AttributeType::Tensor;

    fn read(attribute: &'a AttributeProto) -> Option<Self> {
        attribute.t.as_ref()
    }
}

impl<'a> Attribute<'a> for &'a [i64] {
    const KIND: AttributeType = AttributeType::Ints;

    fn read(attribute: &'a AttributeProto) -> Option<Self> {
        Some(&attribute.ints)
    }
}

impl Attribute<'_> for Vec<i64> {
    const KIND: AttributeType = AttributeType::Ints;

    fn read(attribute: &AttributeProto) -> Option<Self> {
        Some(attribute.ints.clone())
    }
}

#[cfg(feature = "onnx")]
impl Attribute<'_> for Vec<isize> {
    const KIND: AttributeType = AttributeType::Ints;

    fn read(attribute: &AttributeProto) -> Option<Self> {
        attribute.ints.iter().map(|number| isize::try_from(*number).ok()).collect()
    }
}

#[cfg(feature = "onnx")]
impl Attribute<'_> for TVec<usize> {
    const KIND: AttributeType = AttributeType::Ints;

    fn read(attribute: &AttributeProto) -> Option<Self> {
        attribute.ints.iter().map(|number| usize::try_from(*number).ok()).collect()
    }
}

#[cfg(feature = "onnx")]
impl DataType {
    /// As the engine calls it.
    pub(super) const fn datum(self) -> Option<DatumType> {
        Some(match self {
            Self::Undefined => return None,
            Self::Float => DatumType::F32,
            Self::Uint8 => DatumType::U8,
            Self::Int8 => DatumType::I8,
            Self::Uint16 => DatumType::U16,
            Self::Int16 => DatumType::I16,
            Self::Int32 => DatumType::I32,
            Self::Int64 => DatumType::I64,
            Self::Bool => DatumType::Bool,
            Self::Float16 => DatumType::F16,
            Self::Double => DatumType::F64,
            Self::Uint32 => DatumType::U32,
            Self::Uint64 => DatumType::U64,
        })
    }
}

#[cfg(test)]
#[cfg(feature = "onnx")]
mod tests {
    use super::*;

    fn node(attribute: AttributeProto) -> NodeProto {
        let attribute = AttributeProto { name: "a".to_owned(), ..attribute };
        NodeProto { op_type: "Op".to_owned(), attribute: vec![attribute], ..NodeProto::default() }
    }

    fn number(i: i64) -> NodeProto {
        node(AttributeProto { i, r#type: AttributeType::Int as i32, ..AttributeProto::default() })
    }

    #[test]
    fn an_attribute_is_of_its_type_and_in_range_or_refused() {
        assert_eq!(number(1).optional::<bool>("a").unwrap(), Some(true));
        assert_eq!(number(-1).optional::<isize>("a").unwrap(), Some(-1));
        assert_eq!(number(1).required::<DatumType>("a").unwrap(), DatumType::F32);
        assert_eq!(number(1).optional::<usize>("b").unwrap(), None);
        for (error, said) in [
            (number(2).optional::<bool>("a").map(drop), "`a` of operator `Op` is out of range"),
            (number(-1).optional::<usize>("a").map(drop), "`a` of operator `Op` is out of range"),
            (
                number(8).optional::<DatumType>("a").map(drop),
                "`a` of operator `Op` is out of range",
            ),
            (number(1).optional::<f32>("a").map(drop), "`a` of operator `Op` must be Float"),
            (number(1).optional::<&str>("a").map(drop), "`a` of operator `Op` must be String"),
            (number(1).required::<f32>("b").map(drop), "operator `Op` lacks `b`"),
        ] {
            assert_eq!(error.unwrap_err().to_string(), said);
        }
    }
}
