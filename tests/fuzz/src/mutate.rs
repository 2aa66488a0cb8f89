//! Networks changed where it matters: an operator, a shape, an attribute, where a value comes from.

use prost::Message as _;
use tract_onnx::pb::attribute_proto::AttributeType;
use tract_onnx::pb::tensor_proto::DataType;
use tract_onnx::pb::tensor_shape_proto::dimension;
use tract_onnx::pb::{
    AttributeProto, GraphProto, ModelProto, NodeProto, TensorProto, ValueInfoProto, type_proto,
};

/// The operators that a network may have.
const OPERATORS: &[&str] = &[
    "Abs",
    "Add",
    "And",
    "ArgMax",
    "AveragePool",
    "BatchNormalization",
    "Cast",
    "Ceil",
    "Celu",
    "Clip",
    "Concat",
    "ConstantOfShape",
    "Conv",
    "DequantizeLinear",
    "Div",
    "Dropout",
    "Elu",
    "EmbeddingBag",
    "Equal",
    "Erf",
    "Exp",
    "Expand",
    "Flatten",
    "Floor",
    "Gather",
    "Gelu",
    "Gemm",
    "GlobalAveragePool",
    "GlobalMaxPool",
    "Greater",
    "HardSigmoid",
    "HardSwish",
    "Identity",
    "LayerNormalization",
    "LeakyRelu",
    "Less",
    "Log",
    "LogSoftmax",
    "MatMul",
    "Max",
    "MaxPool",
    "Mean",
    "Min",
    "Mul",
    "Neg",
    "Not",
    "Or",
    "PRelu",
    "Pad",
    "Pool",
    "Pow",
    "QuantizeLinear",
    "Reciprocal",
    "ReduceL2",
    "ReduceMax",
    "ReduceMean",
    "ReduceMin",
    "ReduceSum",
    "Relu",
    "Reshape",
    "Round",
    "Selu",
    "Shape",
    "Sigmoid",
    "Sign",
    "Slice",
    "Softmax",
    "Softplus",
    "Split",
    "Sqrt",
    "Squeeze",
    "Sub",
    "Sum",
    "Swish",
    "Tanh",
    "Tile",
    "Transpose",
    "Unsqueeze",
    "Where",
    "Constant",
    "Loop",
];
const ATTRIBUTES: &[&str] = &[
    "allowzero",
    "alpha",
    "auto_pad",
    "axes",
    "axis",
    "beta",
    "ceil_mode",
    "count_include_pad",
    "dilations",
    "epsilon",
    "group",
    "keepdims",
    "kernel_shape",
    "mode",
    "noop_with_empty_axes",
    "pads",
    "perm",
    "select_last_index",
    "split",
    "strides",
    "to",
    "transA",
    "transB",
    "value",
    "value_int",
    "value_ints",
];
const STRINGS: &[&str] =
    &["SAME_UPPER", "SAME_LOWER", "VALID", "NOTSET", "reflect", "edge", "tanh"];
const NUMBERS: &[i64] = &[
    0,
    1,
    2,
    3,
    4,
    7,
    8,
    64,
    255,
    4096,
    65_535,
    1 << 20,
    1 << 26,
    1 << 31,
    1 << 32,
    1 << 40,
    1 << 62,
    i64::MAX,
    -1,
    -2,
    -8,
    i64::MIN,
];

/// Random numbers, the same for a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }

    fn of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    fn number(&mut self) -> i64 {
        // Mostly numbers that a network would have.
        let small = self.below(3) > 0;
        if small { self.below(5) as i64 } else { *self.of(NUMBERS) }
    }

    fn numbers(&mut self) -> Vec<i64> {
        (0..self.below(6)).map(|_| self.number()).collect()
    }
}

/// Changes the bytes of a network; whatever is none, as libFuzzer would.
pub fn network(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut dice = Dice(u64::from(seed) << 1 | 1);
    let plain = dice.below(4) == 0;
    if let (false, Ok(mut file)) = (plain, ModelProto::decode(&data[..size]))
        && file.graph.is_some()
    {
        for _ in 0..=dice.below(4) {
            change(&mut dice, file.graph.get_or_insert_default());
        }
        if dice.below(16) == 0
            && let Some(set) = file.opset_import.first_mut()
        {
            set.version = dice.below(24) as i64;
        }
        let changed = file.encode_to_vec();
        if changed.len() <= max_size {
            data[..changed.len()].copy_from_slice(&changed);
            return changed.len();
        }
    }
    libfuzzer_sys::fuzzer_mutate(data, size, max_size)
}

fn change(dice: &mut Dice, graph: &mut GraphProto) {
    let nodes = graph.node.len();
    let names = names(graph);
    match dice.below(14) {
        0 if nodes > 0 => {
            let node = dice.below(nodes);
            graph.node[node].op_type = (*dice.of(OPERATORS)).to_owned();
        }
        1 if nodes > 0 => {
            let node = dice.below(nodes);
            graph.node.remove(node);
        }
        2 if nodes > 0 => {
            let node = dice.below(nodes);
            let inputs = &mut graph.node[node].input;
            match dice.below(3) {
                0 => inputs.push(dice.of(&names).clone()),
                1 if !inputs.is_empty() => {
                    let at = dice.below(inputs.len());
                    inputs[at] = dice.of(&names).clone();
                }
                _ => drop(inputs.pop()),
            }
        }
        3 if nodes > 0 => {
            let node = dice.below(nodes);
            let attributes = &mut graph.node[node].attribute;
            if dice.below(2) == 0 || attributes.is_empty() {
                attributes.push(attribute(dice));
            } else {
                let at = dice.below(attributes.len());
                attributes[at] =
                    AttributeProto { name: attributes[at].name.clone(), ..attribute(dice) };
            }
        }
        4 if !graph.initializer.is_empty() => {
            let at = dice.below(graph.initializer.len());
            graph.initializer[at].dims = dice.numbers();
        }
        5 if !graph.initializer.is_empty() => {
            let at = dice.below(graph.initializer.len());
            let name = graph.initializer[at].name.clone();
            graph.initializer[at] = TensorProto { name, ..tensor(dice) };
        }
        6 => {
            let name = format!("k{}", dice.below(64));
            graph.initializer.push(TensorProto { name, ..tensor(dice) });
        }
        7 => {
            let value =
                if dice.below(2) == 0 { graph.input.first_mut() } else { graph.output.first_mut() };
            if let Some(value) = value {
                reshape(dice, value);
            }
        }
        8 => {
            // What the file gives is what an operator in between gives.
            let name = dice.of(&names).clone();
            if let Some(output) = graph.output.first_mut() {
                output.name = name;
            }
        }
        _ => {
            let at = dice.below(nodes + 1);
            let name = format!("n{}", dice.below(64));
            let node = NodeProto {
                op_type: (*dice.of(OPERATORS)).to_owned(),
                input: (0..=dice.below(3)).map(|_| dice.of(&names).clone()).collect(),
                output: vec![name.clone()],
                attribute: (0..dice.below(3)).map(|_| attribute(dice)).collect(),
                ..NodeProto::default()
            };
            graph.node.insert(at, node);
            // Something takes what it gives, else nothing of it is seen.
            if let Some(next) = graph.node.get_mut(at + 1)
                && let Some(input) = next.input.first_mut()
            {
                *input = name;
            } else if let Some(output) = graph.output.first_mut() {
                output.name = name;
            }
        }
    }
}

/// Everything that an operator can take.
fn names(graph: &GraphProto) -> Vec<String> {
    let inputs = graph.input.iter().map(|input| &input.name);
    let weights = graph.initializer.iter().map(|tensor| &tensor.name);
    let results = graph.node.iter().flat_map(|node| &node.output);
    let mut names: Vec<String> = inputs.chain(weights).chain(results).cloned().collect();
    names.push(String::new());
    names
}

fn attribute(dice: &mut Dice) -> AttributeProto {
    let name = (*dice.of(ATTRIBUTES)).to_owned();
    let empty = AttributeProto { name, ..AttributeProto::default() };
    match dice.below(6) {
        0 => {
            AttributeProto { r#type: AttributeType::Float as i32, f: dice.number() as f32, ..empty }
        }
        1 => AttributeProto {
            r#type: AttributeType::String as i32,
            s: dice.of(STRINGS).as_bytes().to_vec(),
            ..empty
        },
        2 => {
            AttributeProto { r#type: AttributeType::Tensor as i32, t: Some(tensor(dice)), ..empty }
        }
        3 => AttributeProto { r#type: AttributeType::Int as i32, i: dice.number(), ..empty },
        _ => AttributeProto { r#type: AttributeType::Ints as i32, ints: dice.numbers(), ..empty },
    }
}

/// A tensor with as many values as its shape says, if these are not too many.
fn tensor(dice: &mut Dice) -> TensorProto {
    let dims = if dice.below(4) == 0 { dice.numbers() } else { vec![dice.below(9) as i64] };
    let values = dims.iter().try_fold(1_i64, |n, side| n.checked_mul(*side)).unwrap_or(0);
    let values = 0..values.clamp(0, 256);
    let empty = TensorProto { dims, ..TensorProto::default() };
    match dice.below(4) {
        0 => TensorProto {
            data_type: DataType::Float as i32,
            float_data: values.map(|_| dice.number() as f32).collect(),
            ..empty
        },
        1 => {
            let kinds = [DataType::Uint8, DataType::Int8, DataType::Int32, DataType::Bool];
            TensorProto {
                data_type: *dice.of(&kinds) as i32,
                int32_data: values.map(|_| dice.number() as i32).collect(),
                ..empty
            }
        }
        _ => TensorProto {
            data_type: DataType::Int64 as i32,
            int64_data: values.map(|_| dice.number()).collect(),
            ..empty
        },
    }
}

fn reshape(dice: &mut Dice, value: &mut ValueInfoProto) {
    if let Some(type_proto::Value::TensorType(tensor)) =
        value.r#type.as_mut().and_then(|kind| kind.value.as_mut())
        && let Some(shape) = tensor.shape.as_mut()
        && !shape.dim.is_empty()
    {
        let at = dice.below(shape.dim.len());
        shape.dim[at].value = Some(dimension::Value::DimValue(dice.number()));
    }
}
