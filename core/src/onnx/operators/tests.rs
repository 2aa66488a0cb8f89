//! Every operator against tract's own register: the same numbers, bit for bit.

use prost::Message as _;
use tract_onnx::prelude::Framework as _;

use super::super::proto::{
    AttributeProto, AttributeType, DataType, Dimension, OperatorSetIdProto, Side, TensorProto,
    TensorShapeProto, TensorTypeProto, TypeProto, ValueInfoProto,
};
use super::*;
use crate::onnx::sizes;

/// A graph over the input `x` whose result is `y`.
struct Case {
    set: i64,
    shape: Vec<i64>,
    graph: GraphProto,
}

fn case(shape: &[i64]) -> Case {
    Case { set: 13, shape: shape.to_vec(), graph: GraphProto::default() }
}

impl Case {
    fn set(mut self, set: i64) -> Self {
        self.set = set;
        self
    }

    fn tensor(mut self, tensor: TensorProto, name: &str, dims: &[i64]) -> Self {
        let (name, dims) = (name.to_owned(), dims.to_vec());
        self.graph.initializer.push(TensorProto { name, dims, ..tensor });
        self
    }

    /// A constant of numbers that differ from each other.
    fn floats(self, name: &str, dims: &[i64]) -> Self {
        let float_data = numbers(dims.iter().product::<i64>() as usize);
        let data_type = DataType::Float as i32;
        self.tensor(TensorProto { data_type, float_data, ..TensorProto::default() }, name, dims)
    }

    fn float(self, name: &str, value: f32) -> Self {
        let data_type = DataType::Float as i32;
        let float_data = vec![value];
        self.tensor(TensorProto { data_type, float_data, ..TensorProto::default() }, name, &[])
    }

    fn ints(self, name: &str, values: &[i64]) -> Self {
        let (data_type, int64_data) = (DataType::Int64 as i32, values.to_vec());
        let dims = [values.len() as i64];
        self.tensor(TensorProto { data_type, int64_data, ..TensorProto::default() }, name, &dims)
    }

    fn bytes(self, name: &str, kind: DataType, dims: &[i64], values: &[u8]) -> Self {
        let (data_type, raw_data) = (kind as i32, values.to_vec());
        self.tensor(TensorProto { data_type, raw_data, ..TensorProto::default() }, name, dims)
    }

    fn node(self, op: &str, inputs: &[&str], attributes: Vec<AttributeProto>) -> Self {
        self.named("y", op, inputs, attributes)
    }

    fn named(
        mut self,
        out: &str,
        op: &str,
        inputs: &[&str],
        attribute: Vec<AttributeProto>,
    ) -> Self {
        self.graph.node.push(NodeProto {
            op_type: op.to_owned(),
            name: out.to_owned(),
            input: inputs.iter().map(|input| (*input).to_owned()).collect(),
            output: vec![out.to_owned()],
            attribute,
        });
        self
    }

    fn file(self) -> ModelProto {
        let Self { set, shape, mut graph } = self;
        let dim = shape.iter().map(|side| Dimension { value: Some(Side::DimValue(*side)) });
        let tensor = TensorTypeProto {
            elem_type: DataType::Float as i32,
            shape: Some(TensorShapeProto { dim: dim.collect() }),
        };
        let kind = TypeProto { tensor_type: Some(tensor) };
        let x = ValueInfoProto { name: "x".into(), r#type: Some(kind) };
        graph.input = vec![x];
        graph.output = vec![ValueInfoProto { name: "y".into(), ..ValueInfoProto::default() }];
        let set = OperatorSetIdProto { version: set, ..OperatorSetIdProto::default() };
        ModelProto { graph: Some(graph), opset_import: vec![set] }
    }
}

fn numbers(count: usize) -> Vec<f32> {
    (0..count).map(|at| ((at * 37 + 11) % 64) as f32 / 16.0 - 1.7).collect()
}

fn i(name: &str, value: i64) -> AttributeProto {
    let r#type = AttributeType::Int as i32;
    AttributeProto { name: name.into(), r#type, i: value, ..AttributeProto::default() }
}

fn f(name: &str, value: f32) -> AttributeProto {
    let r#type = AttributeType::Float as i32;
    AttributeProto { name: name.into(), r#type, f: value, ..AttributeProto::default() }
}

fn ii(name: &str, values: &[i64]) -> AttributeProto {
    let (r#type, ints) = (AttributeType::Ints as i32, values.to_vec());
    AttributeProto { name: name.into(), r#type, ints, ..AttributeProto::default() }
}

fn s(name: &str, value: &str) -> AttributeProto {
    let (r#type, s) = (AttributeType::String as i32, value.as_bytes().to_vec());
    AttributeProto { name: name.into(), r#type, s, ..AttributeProto::default() }
}

/// As a picture model's network is made.
fn made_of(file: ModelProto) -> TractResult<TypedModel> {
    sizes::typed(parse(file)?, None)
}

fn run(model: TypedModel, shape: &[i64]) -> TractResult<(Vec<usize>, Vec<f32>)> {
    let shape: Vec<usize> = shape.iter().map(|side| *side as usize).collect();
    let input = Tensor::from_shape(&shape, &numbers(shape.iter().product()))?;
    let output = model.into_optimized()?.into_runnable()?.run(tvec!(input.into()))?;
    let output = output[0].cast_to::<f32>()?;
    let values = output.to_plain_array_view::<f32>()?.iter().copied().collect();
    Ok((output.shape().to_vec(), values))
}

fn cases() -> Vec<Case> {
    let picture = || case(&[1, 4, 6, 6]);
    let filter = || picture().floats("w", &[8, 4, 3, 3]).floats("b", &[8]);
    let row = || case(&[2, 8]);
    let mut cases = vec![
        filter().node("Conv", &["x", "w", "b"], vec![]),
        filter().node("Conv", &["x", "w"], vec![ii("pads", &[1, 0, 1, 2]), ii("strides", &[2, 1])]),
        filter().node(
            "Conv",
            &["x", "w"],
            vec![s("auto_pad", "SAME_UPPER"), ii("kernel_shape", &[3, 3])],
        ),
        filter().node(
            "Conv",
            &["x", "w"],
            vec![s("auto_pad", "SAME_LOWER"), ii("strides", &[2, 2])],
        ),
        filter().node("Conv", &["x", "w"], vec![s("auto_pad", "VALID"), ii("dilations", &[2, 2])]),
        picture().floats("w", &[4, 1, 3, 3]).node("Conv", &["x", "w"], vec![i("group", 4)]),
        picture().node(
            "AveragePool",
            &["x"],
            vec![ii("kernel_shape", &[3, 3]), ii("pads", &[1, 1, 1, 1])],
        ),
        picture().node(
            "AveragePool",
            &["x"],
            vec![ii("kernel_shape", &[3, 3]), ii("pads", &[1, 1, 1, 1]), i("count_include_pad", 1)],
        ),
        picture().node(
            "MaxPool",
            &["x"],
            vec![ii("kernel_shape", &[3, 3]), ii("strides", &[2, 2]), i("ceil_mode", 1)],
        ),
        picture().node("GlobalAveragePool", &["x"], vec![]),
        picture().node("GlobalMaxPool", &["x"], vec![]),
        picture()
            .floats("k", &[4])
            .floats("b", &[4])
            .floats("m", &[4])
            .bytes(
                "v",
                DataType::Float,
                &[4],
                &[0, 0, 0, 63, 0, 0, 128, 63, 0, 0, 0, 64, 0, 0, 0, 62],
            )
            .node("BatchNormalization", &["x", "k", "b", "m", "v"], vec![f("epsilon", 1e-3)]),
        row().floats("b", &[8, 3]).floats("c", &[3]).node(
            "Gemm",
            &["x", "b", "c"],
            vec![f("alpha", 0.5), f("beta", 2.0)],
        ),
        row().floats("b", &[3, 8]).node("Gemm", &["x", "b"], vec![i("transB", 1)]),
        row().floats("b", &[2, 3]).floats("c", &[8, 3]).node(
            "Gemm",
            &["x", "b", "c"],
            vec![i("transA", 1)],
        ),
        row().floats("b", &[8, 3]).node("MatMul", &["x", "b"], vec![]),
        row().set(17).floats("k", &[8]).floats("b", &[8]).node(
            "LayerNormalization",
            &["x", "k", "b"],
            vec![],
        ),
        picture().set(17).floats("k", &[6, 6]).node(
            "LayerNormalization",
            &["x", "k"],
            vec![i("axis", 2)],
        ),
        picture().set(11).float("lo", -0.5).float("hi", 1.0).node(
            "Clip",
            &["x", "lo", "hi"],
            vec![],
        ),
        picture().float("hi", 1.0).node("Clip", &["x", "", "hi"], vec![]),
        picture().set(9).node("Clip", &["x"], vec![f("min", 0.0), f("max", 6.0)]),
        row().set(9).node("Dropout", &["x"], vec![f("ratio", 0.3)]),
        row().float("r", 0.5).node("Dropout", &["x", "r"], vec![]),
        row().ints("s", &[2, 8]).named("c", "ConstantOfShape", &["s"], vec![]).node(
            "Add",
            &["x", "c"],
            vec![],
        ),
        row().set(20).node("Gelu", &["x"], vec![]),
        row().set(20).node("Gelu", &["x"], vec![s("approximate", "tanh")]),
        picture().floats("k", &[4, 1, 1]).node("PRelu", &["x", "k"], vec![]),
        row().set(11).node("Softmax", &["x"], vec![]),
        case(&[2, 4, 3]).set(11).node("Softmax", &["x"], vec![i("axis", 1)]),
        case(&[2, 4, 3]).node("Softmax", &["x"], vec![i("axis", 1)]),
        case(&[2, 4, 3]).set(11).node("LogSoftmax", &["x"], vec![i("axis", 1)]),
        case(&[2, 4, 3]).node("LogSoftmax", &["x"], vec![]),
        row().float("e", 2.0).node("Pow", &["x", "e"], vec![]),
        row().ints("e", &[3]).node("Pow", &["x", "e"], vec![]),
        row()
            .named("c", "Greater", &["x", "x"], vec![])
            .named("d", "LessOrEqual", &["x", "x"], vec![])
            .named("e", "And", &["c", "d"], vec![])
            .named("n", "Not", &["e"], vec![])
            .named("o", "Or", &["n", "c"], vec![])
            .named("z", "Neg", &["x"], vec![])
            .node("Where", &["o", "x", "z"], vec![]),
        row().node("ArgMax", &["x"], vec![i("axis", 1), i("keepdims", 0)]),
        case(&[2, 4, 3]).ints("axes", &[1]).node("ReduceSum", &["x", "axes"], vec![]),
        case(&[2, 4, 3]).set(18).ints("axes", &[-1, 0]).node(
            "ReduceMean",
            &["x", "axes"],
            vec![i("keepdims", 0)],
        ),
        case(&[2, 4, 3]).set(18).node("ReduceMax", &["x"], vec![]),
        case(&[2, 4, 3]).set(18).node("ReduceMax", &["x"], vec![i("noop_with_empty_axes", 1)]),
        row().node("Cast", &["x"], vec![i("to", DataType::Int32 as i64)]),
        row().node("Concat", &["x", "x"], vec![i("axis", -1)]),
        case(&[1, 3]).ints("s", &[4, 3]).node("Expand", &["x", "s"], vec![]),
        picture().node("Flatten", &["x"], vec![]),
        picture().node("Flatten", &["x"], vec![i("axis", 2)]),
        row().ints("at", &[3, 1]).node("Gather", &["x", "at"], vec![i("axis", 1)]),
        row().node("Identity", &["x"], vec![]),
        picture().ints("pads", &[0, 0, 1, 2, 0, 0, 2, 1]).float("v", 0.5).node(
            "Pad",
            &["x", "pads", "v"],
            vec![],
        ),
        picture().ints("pads", &[0, 0, 1, 2, 0, 0, 2, 1]).node(
            "Pad",
            &["x", "pads"],
            vec![s("mode", "reflect")],
        ),
        picture().set(9).node(
            "Pad",
            &["x"],
            vec![ii("pads", &[0, 0, 1, 1, 0, 0, 1, 1]), s("mode", "edge")],
        ),
        picture().ints("s", &[0, -1]).node("Reshape", &["x", "s"], vec![]),
        picture().node("Shape", &["x"], vec![]),
        picture()
            .ints("a", &[1, 0])
            .ints("b", &[5, 100])
            .ints("axes", &[2, 3])
            .ints("d", &[2, 3])
            .node("Slice", &["x", "a", "b", "axes", "d"], vec![]),
        row().set(11).node("Split", &["x"], vec![i("axis", 1), ii("split", &[8])]),
        row().ints("n", &[8]).node("Split", &["x", "n"], vec![i("axis", 1)]),
        case(&[1, 3, 1]).ints("axes", &[0]).node("Squeeze", &["x", "axes"], vec![]),
        case(&[1, 3, 1]).set(11).node("Squeeze", &["x"], vec![ii("axes", &[2])]),
        case(&[1, 3, 1]).node("Squeeze", &["x"], vec![]),
        row().ints("n", &[1, 3]).node("Tile", &["x", "n"], vec![]),
        picture().node("Transpose", &["x"], vec![ii("perm", &[0, 2, 3, 1])]),
        row().node("Transpose", &["x"], vec![]),
        row().ints("axes", &[0, -1]).node("Unsqueeze", &["x", "axes"], vec![]),
        row().set(11).node("Unsqueeze", &["x"], vec![ii("axes", &[1])]),
    ];
    for (kind, zeros) in [(DataType::Uint8, [3, 5]), (DataType::Int8, [1, 255])] {
        let quantised = |scales: &[i64], zero: &[u8]| {
            row()
                .floats("s", scales)
                .named("p", "Abs", &["s"], vec![])
                .float("one", 0.25)
                .bytes("z", kind, scales, zero)
        };
        let scalar = quantised(&[], &zeros[..1]);
        cases.push(scalar.named("q", "QuantizeLinear", &["x", "one", "z"], vec![]).node(
            "DequantizeLinear",
            &["q", "one", "z"],
            vec![],
        ));
        let each = quantised(&[2], &zeros).named(
            "q",
            "QuantizeLinear",
            &["x", "p", "z"],
            vec![i("axis", 0)],
        );
        cases.push(each.node("DequantizeLinear", &["q", "p", "z"], vec![i("axis", 0)]));
    }
    for op in ["Celu", "Elu", "HardSigmoid", "LeakyRelu", "Selu"] {
        cases.push(row().node(op, &["x"], vec![]));
        cases.push(row().node(op, &["x"], vec![f("alpha", 0.3)]));
    }
    for op in [
        "HardSwish",
        "Relu",
        "Sigmoid",
        "Softplus",
        "Swish",
        "Tanh",
        "Abs",
        "Ceil",
        "Erf",
        "Exp",
        "Floor",
        "Neg",
        "Reciprocal",
        "Round",
        "Sign",
    ] {
        cases.push(row().node(op, &["x"], vec![]));
    }
    for op in ["Log", "Sqrt"] {
        cases.push(row().named("a", "Abs", &["x"], vec![]).node(op, &["a"], vec![]));
    }
    for op in ["Add", "Div", "Mul", "Sub", "Max", "Mean", "Min", "Sum"] {
        cases.push(row().floats("c", &[8]).node(op, &["x", "c"], vec![]));
    }
    for op in ["Equal", "Greater", "GreaterOrEqual", "Less", "LessOrEqual"] {
        let both = row().floats("c", &[2, 8]).named("b", op, &["x", "c"], vec![]);
        cases.push(both.node("Cast", &["b"], vec![i("to", DataType::Float as i64)]));
    }
    for op in ["ReduceL2", "ReduceMax", "ReduceMean", "ReduceMin", "ReduceSum"] {
        cases.push(case(&[2, 4, 3]).set(11).node(op, &["x"], vec![ii("axes", &[1])]));
    }
    cases
}

#[test]
fn every_operator_gives_what_tract_gives() {
    let ours: Vec<&str> = OPERATORS.iter().map(|(name, _)| *name).collect();
    let mut seen = vec!["EmbeddingBag", "Pool"];
    for case in cases() {
        let shape = case.shape.clone();
        let file = case.file();
        let nodes = &file.graph.as_ref().unwrap().node;
        let shown = format!("{nodes:?}");
        seen.extend(
            nodes.iter().filter_map(|node| ours.iter().find(|name| **name == node.op_type)),
        );
        let theirs = &*file.encode_to_vec();
        let theirs = tract_onnx::onnx().model_for_read(&mut { theirs });
        let theirs = theirs
            .and_then(InferenceModelExt::into_typed)
            .and_then(|theirs| run(theirs, &shape))
            .unwrap_or_else(|error| panic!("tract: {error:?}\n{shown}"));
        let ours = made_of(file).and_then(|model| run(model, &shape));
        let ours = ours.unwrap_or_else(|error| panic!("{error:?}\n{shown}"));
        assert_eq!(ours.0, theirs.0, "{shown}");
        let bits = |values: Vec<f32>| values.into_iter().map(f32::to_bits).collect::<Vec<_>>();
        assert_eq!(bits(ours.1), bits(theirs.1), "{shown}");
    }
    let missing: Vec<_> = ours.iter().filter(|name| !seen.contains(name)).collect();
    assert!(missing.is_empty(), "no case for {missing:?}");
}

#[test]
fn constant_nodes_are_constants() {
    for attribute in [i("value_int", 2), f("value_float", 2.0), ii("value_ints", &[2; 8])] {
        let op = if attribute.name == "value_float" { "Mul" } else { "Pow" };
        let file = case(&[2, 8]).named("c", "Constant", &[], vec![attribute]);
        let file = file.node(op, &["x", "c"], vec![]).file();
        let (shape, values) = run(made_of(file).unwrap(), &[2, 8]).unwrap();
        let wanted = numbers(16).into_iter().map(|x| if op == "Mul" { 2.0 * x } else { x * x });
        assert_eq!((shape, values), (vec![2, 8], wanted.collect()));
    }
}

#[test]
fn an_operator_that_is_not_listed_is_named_and_cut() {
    let (long, cut) = ("ä".repeat(4000), format!("`{}`", "ä".repeat(32)));
    for (op, named) in [("Loop", "`Loop`"), (&*long, &*cut)] {
        let file = case(&[1]).node(op, &["x"], vec![]).file();
        let error = parse(file).unwrap_err().to_string();
        assert!(error.starts_with(&format!("operator {named} is not supported")), "{error}");
    }
}

#[test]
fn an_output_that_no_operator_gives_is_named() {
    let error = parse(case(&[2]).named("z", "Relu", &["x"], vec![]).file()).unwrap_err();
    assert_eq!(error.to_string(), "output `y` is given by no operator");
}

#[test]
fn what_must_be_constant_and_is_not_ends_in_an_error() {
    for op in ["Clip", "Unsqueeze", "Pad", "ReduceSum", "Split"] {
        let error = parse(case(&[4]).node(op, &["x", "x"], vec![]).file()).unwrap_err().to_string();
        assert!(
            error.starts_with(&format!("input 2 of operator `{op}` must be a constant")),
            "{error}"
        );
    }
    let error = parse(case(&[4]).ints("a", &[0]).node("Squeeze", &["x", "a", "a"], vec![]).file());
    assert!(error.unwrap_err().to_string().starts_with("input 3 of operator `Squeeze`"));
}

#[test]
fn the_documentation_lists_every_operator() {
    let page = include_str!("../../../../docs/bring-a-model.md");
    let section = page.split("## Operators").nth(1).unwrap().split("## ").next().unwrap();
    let table = section.lines().filter(|line| line.starts_with("| ")).skip(1);
    let listed = table.flat_map(|row| row.split('`').skip(1).step_by(2)).map(ToOwned::to_owned);
    let mut listed: Vec<String> = listed.filter(|name| !name.contains('/')).collect();
    listed.sort();
    let ours = OPERATORS.iter().map(|(name, _)| *name).chain(["Constant"]);
    let mut ours: Vec<String> = ours.map(ToOwned::to_owned).collect();
    ours.sort();
    assert_eq!(listed, ours);
}
