//! What an ONNX file says that it takes and gives, read before a network is made of it.

use std::collections::HashSet;
use std::fmt;

use super::proto::{DataType, ModelProto, Side, ValueInfoProto};
use super::{OnnxError, bounds, guarded};

const STAGE: &str = "loading the model";

/// An ONNX file, parsed but not understood.
pub(crate) struct OnnxFile {
    proto: ModelProto,
}

impl From<OnnxFile> for ModelProto {
    fn from(file: OnnxFile) -> Self {
        file.proto
    }
}

/// An input or output as the file declares it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Port {
    pub(crate) name: String,
    /// Whether it holds 32-bit floating-point numbers.
    pub(crate) float: bool,
    /// Its sides, where they are declared; `None` for one that is left open.
    pub(crate) shape: Option<Vec<Option<usize>>>,
}

impl OnnxFile {
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, OnnxError> {
        let proto = guarded(STAGE, || bounds::decode(bytes))?;
        match proto.graph {
            Some(_) => Ok(Self { proto }),
            None => Err(OnnxError::new(STAGE, "it holds no graph; is it an ONNX file?")),
        }
    }

    /// What has to be given; weights that are listed among the inputs, as up to IR version 3, are
    /// not.
    pub(crate) fn inputs(&self) -> Vec<Port> {
        let Some(graph) = &self.proto.graph else { return Vec::new() };
        let weights: HashSet<&str> = graph.initializer.iter().map(|t| t.name.as_str()).collect();
        let inputs = graph.input.iter().filter(|input| !weights.contains(input.name.as_str()));
        inputs.map(Port::new).collect()
    }

    pub(crate) fn outputs(&self) -> Vec<Port> {
        self.proto.graph.iter().flat_map(|graph| &graph.output).map(Port::new).collect()
    }

    /// The file with no other output than `name`, which it must have.
    pub(crate) fn with_only_output(mut self, name: &str) -> Self {
        if let Some(graph) = &mut self.proto.graph {
            graph.output.retain(|output| output.name == name);
        }
        self
    }
}

impl Port {
    fn new(info: &ValueInfoProto) -> Self {
        let tensor = info.r#type.as_ref().and_then(|kind| kind.tensor_type.as_ref());
        let shape = tensor.and_then(|tensor| tensor.shape.as_ref()).map(|shape| {
            let sides = shape.dim.iter().map(|side| match side.value {
                Some(Side::DimValue(side)) => usize::try_from(side).ok(),
                _ => None,
            });
            sides.collect()
        });
        Self {
            name: info.name.clone(),
            float: tensor.is_some_and(|tensor| tensor.elem_type == DataType::Float as i32),
            shape,
        }
    }
}

/// `[1, 3, ?, ?]`.
impl fmt::Display for Port {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sides = self.shape.iter().flatten().map(|side| match side {
            Some(side) => side.to_string(),
            None => "?".to_owned(),
        });
        write!(f, "[{}]", sides.collect::<Vec<_>>().join(", "))
    }
}
