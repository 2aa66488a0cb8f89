//! A file's graph as the engine's: weights, inputs, operators, and how they hang together.

use std::collections::HashMap;

use tract_hir::internal::{
    DimFact, InferenceFact, InletId, OutletId, ShapeFactoid, SpecialOps as _, TVec, Tensor,
    ToDim as _, TractResult, bail, ensure, format_err,
};
use tract_hir::prelude::InferenceModel;

use super::operators::Maker;
use super::proto::{DataType, GraphProto, ModelProto, NodeProto, Side, ValueInfoProto};
use super::shown;
use super::tensors::tensor;

/// Makes a model of a file. What is between inputs and outputs has the shapes that are computed: what
/// a file says of them need not be true.
pub(super) fn read(
    proto: ModelProto,
    maker: impl Fn(&str) -> Option<Maker>,
) -> TractResult<InferenceModel> {
    let set = proto.opset_import.iter().find(|set| matches!(&*set.domain, "" | "ai.onnx"));
    let set = set.map_or(0, |set| set.version);
    let graph = proto.graph.ok_or_else(|| format_err!("it holds no graph"))?;
    let GraphProto { node: nodes, initializer, input, output, .. } = graph;
    let mut reading = Reading::default();
    for weights in initializer {
        let name = weights.name.clone();
        let value = tensor(weights)?;
        reading.constant(name, value)?;
    }
    for input in input {
        // Up to IR version 3 weights are listed among the inputs.
        if !reading.known.contains_key(&input.name) {
            let source = reading.model.add_source(&*input.name, fact(&input))?;
            reading.known.insert(input.name, source);
        }
    }
    let first = reading.model.nodes().len();
    for node in &nodes {
        let make = maker(&node.op_type)
            .ok_or_else(|| format_err!("operator `{}` is not supported", shown(&node.op_type)))?;
        reading.operator(set, node, make)?;
    }
    for (place, node) in nodes.iter().enumerate() {
        reading.connect(first + place, node)?;
    }
    let outlets = output.iter().map(|output| reading.outlet(&output.name));
    let outlets: Vec<OutletId> = outlets.collect::<TractResult<_>>()?;
    ensure!(!outlets.is_empty(), "it gives nothing");
    reading.model.select_output_outlets(&outlets)?;
    Ok(reading.model)
}

/// What a file says of an input; sides that it does not number are open.
fn fact(input: &ValueInfoProto) -> InferenceFact {
    let mut fact = InferenceFact::default();
    let Some(tensor) = input.r#type.as_ref().and_then(|kind| kind.tensor_type.as_ref()) else {
        return fact;
    };
    if let Some(datum) = DataType::try_from(tensor.elem_type).ok().and_then(DataType::datum) {
        fact = fact.with_datum_type(datum);
    }
    if let Some(shape) = &tensor.shape {
        let sides = shape.dim.iter().map(|side| match side.value {
            Some(Side::DimValue(side)) if side >= 0 => DimFact::from(side.to_dim()),
            _ => DimFact::default(),
        });
        fact = fact.with_shape(ShapeFactoid::closed(sides.collect::<TVec<_>>()));
    }
    fact
}

#[derive(Default)]
struct Reading {
    model: InferenceModel,
    /// What gives each value, by the value's name.
    known: HashMap<String, OutletId>,
}

impl Reading {
    fn constant(&mut self, name: String, value: Tensor) -> TractResult<()> {
        let outlet = self.model.add_const(&*name, value)?;
        self.known.insert(name, outlet);
        Ok(())
    }

    fn operator(&mut self, set: i64, node: &NodeProto, make: Maker) -> TractResult<()> {
        let op = make(set, node)?;
        let results = node.output.iter().filter(|result| !result.is_empty());
        let facts = results.clone().map(|_| InferenceFact::default()).collect();
        let Some(name) = Some(&node.name).filter(|name| !name.is_empty()).or(node.output.first())
        else {
            bail!("operator `{}` gives nothing", shown(&node.op_type));
        };
        let id = self.model.add_node(name, op, facts)?;
        for (slot, result) in results.enumerate() {
            self.known.insert(result.clone(), OutletId::new(id, slot));
        }
        Ok(())
    }

    fn connect(&mut self, id: usize, node: &NodeProto) -> TractResult<()> {
        for (slot, input) in node.input.iter().filter(|input| !input.is_empty()).enumerate() {
            let outlet = self.outlet(input)?;
            self.model.add_edge(outlet, InletId::new(id, slot))?;
        }
        Ok(())
    }

    fn outlet(&self, name: &str) -> TractResult<OutletId> {
        let outlet = self.known.get(name).copied();
        outlet.ok_or_else(|| format_err!("`{}` is given by no operator", shown(name)))
    }
}
