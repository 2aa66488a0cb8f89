//! Model files that lie, loop and boast: each ends in an error that says why, soon and in little
//! memory, whoever wrote the checksums.

#![cfg(all(target_os = "linux", feature = "image-model", feature = "text-model"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests")]

use std::borrow::Cow;

use himaya::error::ImageError;
use himaya::image::{ModelPack, Pixels};
use himaya::{Assessment, Guard, Status, text};
use prost::Message as _;
use sha2::{Digest, Sha256};
use tract_onnx::pb::attribute_proto::AttributeType;
use tract_onnx::pb::tensor_proto::{DataLocation, DataType};
use tract_onnx::pb::tensor_shape_proto::{Dimension, dimension};
use tract_onnx::pb::{
    AttributeProto, GraphProto, ModelProto, NodeProto, OperatorSetIdProto, SparseTensorProto,
    StringStringEntryProto, TensorProto, TensorShapeProto, TypeProto, ValueInfoProto, type_proto,
};

/// Seconds that no file may take longer than.
const SOON: f64 = 20.0;
/// No file may make the process larger.
const PEAK_MIB: u64 = 1024;

/// A network under construction: the input `x`, the output `y`.
#[derive(Clone)]
struct Net {
    graph: GraphProto,
}

fn picture() -> Net {
    Net::of(DataType::Float, &[1, 3, 8, 8])
}

fn tokens() -> Net {
    Net::of(DataType::Int32, &[0, 4])
}

impl Net {
    fn of(kind: DataType, input: &[i64]) -> Self {
        let graph = GraphProto {
            input: vec![value("x", kind, Some(input))],
            output: vec![value("y", DataType::Float, None)],
            ..GraphProto::default()
        };
        Self { graph }
    }

    fn node(self, op: &str, inputs: &[&str], attributes: Vec<AttributeProto>) -> Self {
        self.named("y", op, inputs, attributes)
    }

    fn named(mut self, out: &str, op: &str, inputs: &[&str], of: Vec<AttributeProto>) -> Self {
        self.graph.node.push(NodeProto {
            op_type: op.to_owned(),
            input: inputs.iter().map(|input| (*input).to_owned()).collect(),
            output: vec![out.to_owned()],
            attribute: of,
            ..NodeProto::default()
        });
        self
    }

    fn tensor(mut self, name: &str, tensor: TensorProto) -> Self {
        self.graph.initializer.push(TensorProto { name: name.to_owned(), ..tensor });
        self
    }

    fn ints(self, name: &str, values: &[i64]) -> Self {
        self.tensor(name, ints(values))
    }

    /// Numbers of a shape, all of them a half.
    fn floats(self, name: &str, dims: &[i64]) -> Self {
        let count = dims.iter().product::<i64>() as usize;
        self.tensor(name, floats(dims, vec![0.5; count]))
    }

    fn file(self) -> ModelProto {
        let set = OperatorSetIdProto { version: 17, ..OperatorSetIdProto::default() };
        ModelProto { graph: Some(self.graph), opset_import: vec![set], ..ModelProto::default() }
    }

    fn bytes(self) -> Vec<u8> {
        self.file().encode_to_vec()
    }
}

fn value(name: &str, kind: DataType, sides: Option<&[i64]>) -> ValueInfoProto {
    let side = |side: &i64| Dimension {
        value: (*side > 0).then_some(dimension::Value::DimValue(*side)),
        ..Dimension::default()
    };
    let tensor = type_proto::Tensor {
        elem_type: kind as i32,
        shape: sides.map(|sides| TensorShapeProto { dim: sides.iter().map(side).collect() }),
    };
    let kind =
        TypeProto { value: Some(type_proto::Value::TensorType(tensor)), ..TypeProto::default() };
    ValueInfoProto { name: name.to_owned(), r#type: Some(kind), ..ValueInfoProto::default() }
}

fn ints(values: &[i64]) -> TensorProto {
    TensorProto {
        dims: vec![values.len() as i64],
        data_type: DataType::Int64 as i32,
        int64_data: values.to_vec(),
        ..TensorProto::default()
    }
}

fn floats(dims: &[i64], values: Vec<f32>) -> TensorProto {
    TensorProto {
        dims: dims.to_vec(),
        data_type: DataType::Float as i32,
        float_data: values,
        ..TensorProto::default()
    }
}

fn i(name: &str, value: i64) -> AttributeProto {
    let r#type = AttributeType::Int as i32;
    AttributeProto { name: name.into(), r#type, i: value, ..AttributeProto::default() }
}

fn ii(name: &str, values: &[i64]) -> AttributeProto {
    let (r#type, ints) = (AttributeType::Ints as i32, values.to_vec());
    AttributeProto { name: name.into(), r#type, ints, ..AttributeProto::default() }
}

fn manifest(config: &str, model: &[u8]) -> String {
    let entry = |bytes: &[u8]| {
        let sum: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        serde_json::json!({ "sha256": sum, "bytes": bytes.len() })
    };
    serde_json::json!({
        "schema_version": 1, "name": "hostile", "version": "1",
        "files": { "config.json": entry(config.as_bytes()), "model.onnx": entry(model) },
    })
    .to_string()
}

/// Shows a grey picture to a model with this file.
fn look(model: Vec<u8>) -> Result<Assessment, ImageError> {
    let config = r#"{"schema_version": 1, "classes": ["a", "b"], "class_sums": {"sensitive": ["a"]},
        "input": {"width": 8, "height": 8, "layout": "nchw", "channels": "rgb",
        "resize": "bilinear-half-pixel", "aspect": "squash"}, "output": {"activation": "sigmoid"}}"#;
    let manifest = manifest(config, &model);
    let pack = ModelPack::new(&manifest, config, Cow::Owned(model)).unwrap();
    let guard = Guard::builder().without_text_model().image_model(pack).build().unwrap();
    guard.assess_pixels(&Pixels::rgb(8, 8, &[128; 192]).unwrap())
}

/// Why a file is refused, which is said soon and in few words.
fn refused(name: &str, model: Vec<u8>) -> String {
    let begun = spent();
    let error = match look(model) {
        Ok(assessment) => panic!("{name}: {assessment:?}"),
        Err(error) => error.to_string(),
    };
    let took = spent() - begun;
    println!("{name:40} {took:6.3} s  {error}");
    assert!(took < SOON, "{name}: {took} s");
    assert!(error.starts_with("picture model: "), "{name}: {error}");
    assert!(error.chars().count() < 700, "{name}: {error}");
    assert!(peak_mib() < PEAK_MIB, "{name}: {} MiB", peak_mib());
    error
}

/// Refuses a network, for a reason that contains these words.
fn because(words: &str, name: &str, net: Net) {
    let error = refused(name, net.bytes());
    assert!(error.contains(words), "{name}: {error}");
}

/// Seconds that this thread was given, whatever else the machine does.
fn spent() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    stat.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e9
}

/// The most memory that this process ever had.
fn peak_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

#[test]
fn a_network_that_is_one_is_read() {
    let net = picture()
        .named("m", "GlobalAveragePool", &["x"], vec![])
        .named("f", "Flatten", &["m"], vec![])
        .floats("w", &[3, 2])
        .node("MatMul", &["f", "w"], vec![]);
    assert_eq!(look(net.bytes()).unwrap().status, Status::Complete);
}

#[test]
fn bytes_that_are_no_network_are_refused() {
    refused("nothing", Vec::new());
    refused("words", b"this is no network".to_vec());
    let whole = picture().floats("w", &[8, 3, 3, 3]).node("Conv", &["x", "w"], vec![]).bytes();
    for cut in (1..whole.len()).step_by(37) {
        refused("cut off", whole[..cut].to_vec());
    }
}

#[test]
fn more_parts_than_a_network_has_are_counted_before_memory_is_asked_for() {
    // Two bytes each, a structure of hundreds in memory: 600 MB of them.
    let nodes = [0x0a, 0].repeat(2 << 20);
    let mut file = vec![0x3a];
    prost::encode_length_delimiter(nodes.len(), &mut file).unwrap();
    file.extend(nodes);
    assert!(refused("two million empty operators", file).contains("parts"));
    let ints = ii("axes", &vec![1; 17 << 20]);
    because("numbers", "an attribute of 17 million", picture().node("Relu", &["x"], vec![ints]));
    let mut inner = picture().graph;
    for _ in 0..40 {
        let g = Some(inner);
        let attribute = AttributeProto { name: "body".into(), g, ..AttributeProto::default() };
        inner = picture().node("If", &["x"], vec![attribute]).graph;
    }
    because("deeper", "forty graphs in each other", Net { graph: inner });
}

#[test]
fn more_operators_than_are_read_are_refused_and_as_many_are_not() {
    let chain = |length: usize| {
        let net = picture().named("n0", "GlobalAveragePool", &["x"], vec![]);
        let net = (1..length - 2).fold(net, |net, at| {
            net.named(&format!("n{at}"), "Relu", &[&format!("n{}", at - 1)], vec![])
        });
        let last = format!("n{}", length - 3);
        net.named("f", "Flatten", &[&last], vec![]).floats("w", &[3, 2]).node(
            "MatMul",
            &["f", "w"],
            vec![],
        )
    };
    let begun = spent();
    assert_eq!(look(chain(4096).bytes()).unwrap().status, Status::Complete);
    println!("4096 operators: {:.1} s", spent() - begun);
    assert!(spent() - begun < SOON * 3.0);
    because("at most 4096", "4097 operators", chain(4097));
}

#[test]
fn what_goes_round_or_is_missing_or_there_twice_is_refused() {
    because(
        "nothing before it gives",
        "a circle of two",
        picture().named("a", "Add", &["x", "b"], vec![]).named("b", "Relu", &["a"], vec![]).node(
            "Relu",
            &["b"],
            vec![],
        ),
    );
    because("nothing before", "a circle of one", picture().node("Relu", &["y"], vec![]));
    because("nothing before", "missing weights", picture().node("Mul", &["x", "w"], vec![]));
    because(
        "given twice",
        "the same result twice",
        picture().node("Relu", &["x"], vec![]).node("Abs", &["x"], vec![]),
    );
    because(
        "stand twice",
        "the same weights twice",
        picture().ints("w", &[1]).ints("w", &[2]).node("Relu", &["x"], vec![]),
    );
    because(
        "given twice",
        "a result called as the input",
        picture().named("x", "Relu", &["x"], vec![]),
    );
    because("given by no operator", "no result", picture());
    because("not supported", "an unknown operator", picture().node("Loop", &["x"], vec![]));
    let long = "n".repeat(1 << 20);
    because("not supported", "a long name", picture().node(&long, &["x"], vec![]));
    let graph = AttributeProto { g: Some(picture().graph), ..i("body", 0) };
    because("graphs inside", "a graph inside", picture().node("Relu", &["x"], vec![graph]));
    let mut two = picture().node("Relu", &["x"], vec![]);
    two.graph.input.push(value("z", DataType::Float, Some(&[1 << 40])));
    because("2 inputs", "two inputs", two);
    let mut sparse = picture().node("Relu", &["x"], vec![]);
    let dims = vec![1 << 40, 1 << 40];
    sparse.graph.sparse_initializer = vec![SparseTensorProto { dims, ..Default::default() }];
    because("sparse", "sparse weights", sparse);
}

#[test]
fn weights_are_as_many_as_their_shape_says_and_no_more_than_are_read() {
    let with = |tensor: TensorProto| picture().tensor("w", tensor).node("Mul", &["x", "w"], vec![]);
    let dims = |dims: &[i64]| with(floats(dims, vec![0.5; 4]));
    because("more than", "a plane of 2^62", dims(&[1 << 31, 1 << 31]));
    because("more than", "a product that wraps to 4", dims(&[1 << 62, 16, 1]));
    because("more than", "a product that wraps to 0", dims(&[1 << 32, 1 << 32]));
    because("more than", "a side beside 0", dims(&[0, i64::MAX]));
    because("below 0", "a side below 0", dims(&[-4]));
    because("below 0", "two sides below 0", dims(&[-2, -2]));
    because("size that their shape says", "too few", dims(&[5]));
    because("size that their shape says", "too many", dims(&[3]));
    because("size that their shape says", "none at all", with(floats(&[1 << 20], vec![])));
    because(
        "size that their shape says",
        "bytes that are no numbers",
        with(TensorProto { raw_data: vec![0; 7], ..floats(&[2], vec![]) }),
    );
    because(
        "of no type",
        "words",
        with(TensorProto { data_type: DataType::String as i32, ..floats(&[0], vec![]) }),
    );
    because(
        "of no type",
        "an unknown type",
        with(TensorProto { data_type: 99, ..floats(&[0], vec![]) }),
    );
    let entry =
        |key: &str, value: &str| StringStringEntryProto { key: key.into(), value: value.into() };
    because(
        "another file",
        "weights in another file",
        with(TensorProto {
            data_location: Some(DataLocation::External as i32),
            external_data: vec![entry("location", "../../../../etc/passwd")],
            ..floats(&[4], vec![])
        }),
    );
}

#[test]
fn results_are_as_large_as_can_be_computed_or_refused_before_memory_is_asked_for() {
    let shaped = |op: &str, values: &[i64]| {
        picture().ints("s", values).named("k", op, &["s"], vec![]).node("Mul", &["x", "k"], vec![])
    };
    for shape in [&[1 << 40][..], &[1 << 30, 1 << 30], &[1 << 62, 4], &[-5], &[i64::MIN, i64::MIN]]
    {
        refused("ConstantOfShape", shaped("ConstantOfShape", shape).bytes());
        for op in ["Expand", "Tile", "Reshape"] {
            let net = picture().ints("s", shape).node(op, &["x", "s"], vec![]);
            refused(op, net.bytes());
            // The same over constants, which are computed while the file is read.
            let net =
                picture().floats("c", &[1]).ints("s", shape).named("k", op, &["c", "s"], vec![]);
            refused(op, net.node("Mul", &["x", "k"], vec![]).bytes());
        }
    }
    let mut net = picture().named("n0", "Relu", &["x"], vec![]);
    for at in 0..60 {
        let before = format!("n{at}");
        net = net.named(&format!("n{}", at + 1), "Concat", &[&before, &before], vec![i("axis", 2)]);
    }
    because("more than", "doubled sixty times", net.node("Relu", &["n60"], vec![]));
    // Each row by each column, again and again.
    let net = picture()
        .ints("s", &[192, 1])
        .named("r", "Reshape", &["x", "s"], vec![])
        .named("t", "Transpose", &["r"], vec![])
        .named("p", "Mul", &["r", "t"], vec![])
        .ints("s2", &[36864, 1])
        .named("r2", "Reshape", &["p", "s2"], vec![])
        .named("t2", "Transpose", &["r2"], vec![]);
    because("more than", "an outer product", net.node("Mul", &["r2", "t2"], vec![]));
    for pads in
        [&[0, 0, i64::MAX, 0, 0, 0, 0, 0][..], &[0, 0, 1 << 31, 1 << 31, 0, 0, 0, 0], &[-1; 8]]
    {
        refused("Pad", picture().node("Pad", &["x"], vec![ii("pads", pads)]).bytes());
        let net = picture().ints("p", pads).node("Pad", &["x", "p"], vec![]);
        refused("Pad", net.bytes());
    }
}

#[test]
fn a_run_that_would_take_too_long_is_not_begun() {
    // 4096 matrix products of 4096 numbers a side would take days.
    let mut net = picture()
        .ints("s", &[192, 1])
        .named("r", "Reshape", &["x", "s"], vec![])
        .floats("w", &[1, 4096])
        .named("m0", "MatMul", &["r", "w"], vec![])
        .named("t", "Transpose", &["m0"], vec![])
        .named("n0", "MatMul", &["t", "m0"], vec![]);
    for at in 0..64 {
        let before = format!("n{at}");
        net = net.named(&format!("n{}", at + 1), "MatMul", &[&before, &before], vec![]);
    }
    let net = net.node("ReduceSum", &["n64"], vec![]);
    because("at most", "matrix products", net);
    // A thousand sums over as many values as one tensor may have.
    let mut net = picture().ints("s", &[1, 3, 1024, 1024]).ints("v", &[1, 1, 128, 128]);
    net = net.named("big", "Tile", &["x", "v"], vec![]);
    let mut names = Vec::new();
    for at in 0..1000 {
        let name = format!("m{at}");
        net = net.named(&name, "GlobalAveragePool", &["big"], vec![]);
        names.push(name);
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    refused("a thousand sums", net.node("Sum", &names, vec![]).bytes());
}

#[test]
fn windows_without_bounds_are_refused() {
    let conv =
        |attributes| picture().floats("w", &[4, 3, 3, 3]).node("Conv", &["x", "w"], attributes);
    let pool = |attributes| picture().node("MaxPool", &["x"], attributes);
    because("not between", "a huge window", pool(vec![ii("kernel_shape", &[1 << 31, 1 << 31])]));
    because("places", "a large window", pool(vec![ii("kernel_shape", &[4096, 4096])]));
    because("places", "no window", pool(vec![ii("kernel_shape", &[0, 3])]));
    because("not between", "a window below 0", pool(vec![ii("kernel_shape", &[-3, -3])]));
    because("0 leads nowhere", "steps of 0", conv(vec![ii("strides", &[0, 0])]));
    because("0 leads nowhere", "dilation 0", conv(vec![ii("dilations", &[0, 1])]));
    because("not between", "pads below 0", conv(vec![ii("pads", &[-9, -9, -9, -9])]));
    refused("as many groups as none", conv(vec![i("group", 0)]).bytes());
    refused("groups below 0", conv(vec![i("group", -1)]).bytes());
    refused("more groups than channels", conv(vec![i("group", 1 << 40)]).bytes());
    refused("another window than its weights", conv(vec![ii("kernel_shape", &[5, 5])]).bytes());
    refused("three axes", conv(vec![ii("strides", &[1, 1, 1])]).bytes());
    refused("odd pads", conv(vec![ii("pads", &[1, 1, 1])]).bytes());
    refused("larger than the picture", pool(vec![ii("kernel_shape", &[200, 200])]).bytes());
    let average =
        vec![ii("kernel_shape", &[3, 3]), ii("pads", &[4096; 4]), i("count_include_pad", 1)];
    refused("more padding than picture", picture().node("AveragePool", &["x"], average).bytes());
}

#[test]
fn axes_and_shapes_that_are_not_there_are_refused() {
    let far = [i64::MIN, -99, 99, i64::MAX];
    for axis in far {
        for op in ["Softmax", "LogSoftmax", "Flatten", "ArgMax", "LayerNormalization"] {
            let net = picture().floats("w", &[8]);
            let inputs: &[&str] = if op == "LayerNormalization" { &["x", "w"] } else { &["x"] };
            refused(op, net.node(op, inputs, vec![i("axis", axis)]).bytes());
        }
        for op in ["Squeeze", "Unsqueeze", "ReduceMean", "ReduceMax", "ReduceL2"] {
            refused(op, picture().node(op, &["x"], vec![ii("axes", &[axis])]).bytes());
            refused(op, picture().ints("a", &[axis]).node(op, &["x", "a"], vec![]).bytes());
        }
        for op in ["Concat", "Gather", "Split"] {
            let net = picture().ints("a", &[0]);
            refused(op, net.node(op, &["x", "a"], vec![i("axis", axis)]).bytes());
        }
        let net = picture().ints("a", &[axis]);
        refused("Gather", net.node("Gather", &["x", "a"], vec![i("axis", 1)]).bytes());
        let net = picture().ints("a", &[axis]).ints("e", &[i64::MAX]);
        refused("Slice", net.node("Slice", &["x", "a", "e", "a", "a"], vec![]).bytes());
    }
    // Of an axis twice tract made steps without end, and used up all memory.
    for perm in [&[0, 0, 1, 2][..], &[0, 1, 2, 9], &[-1, 0, 1, 2], &[0, 1, 3, 3]] {
        because(
            "every axis once",
            "Transpose",
            picture().node("Transpose", &["x"], vec![ii("perm", perm)]),
        );
    }
    let perm = vec![ii("perm", &[0, 1, 2])];
    refused("Transpose", picture().node("Transpose", &["x"], perm).bytes());
    for op in ["Unsqueeze", "ReduceMean", "Squeeze"] {
        let twice = picture().ints("a", &[1, 1]).node(op, &["x", "a"], vec![]);
        because("an axis twice", op, twice);
    }
    for shape in [&[-1, -1][..], &[-2, 96], &[0, 0, 0, 0, 0], &[7, 7], &[]] {
        refused("Reshape", picture().ints("s", shape).node("Reshape", &["x", "s"], vec![]).bytes());
    }
    refused("Gemm", picture().floats("w", &[9, 9]).node("Gemm", &["x", "w"], vec![]).bytes());
    refused("MatMul", picture().floats("w", &[9, 9]).node("MatMul", &["x", "w"], vec![]).bytes());
    refused("Cast", picture().node("Cast", &["x"], vec![i("to", 8)]).bytes());
    refused("Cast", picture().node("Cast", &["x"], vec![i("to", 99)]).bytes());
    refused("Where", picture().node("Where", &["x", "x", "x"], vec![]).bytes());
    refused("Add of nothing", picture().node("Add", &[], vec![]).bytes());
    refused("Add of one", picture().node("Add", &["x"], vec![]).bytes());
    refused("Div", picture().ints("z", &[0]).node("Div", &["z", "z"], vec![]).bytes());
    // What the file says of its results need not be so.
    let mut liar = picture().node("Relu", &["x"], vec![]);
    liar.graph.output = vec![value("y", DataType::Float, Some(&[1, 2]))];
    refused("another result than it says", liar.bytes());
}

/// Loads a file as a text model; a message is assessed all the same.
fn read(name: &str, model: Vec<u8>) -> (Result<(), String>, Assessment) {
    let side = r#"{"bias": 0, "model": 1, "rule": 1, "signal_at": 0.9, "doubt_below": 0.1}"#;
    let config = format!(
        r#"{{"schema_version": 1,
            "input": {{"rows": 16, "hashes": 4, "pairs": false, "tokens": 8}},
            "outputs": ["secrecy", "counterpart", "protected"],
            "fusion": {{"counterpart": {side}, "protected": {side}}}}}"#
    );
    let begun = spent();
    let manifest = manifest(&config, &model);
    let pack = text::ModelPack::new(&manifest, &config, Cow::Owned(model)).unwrap();
    let guard = Guard::builder().without_image_model().text_model(pack).build().unwrap();
    let loaded = guard.load_text_model().map_err(|error| error.to_string());
    let assessment = guard.assess_message("this is our secret, don't tell your mum");
    println!("{name:40} {:6.3} s  {loaded:?}", spent() - begun);
    assert!(spent() - begun < SOON && peak_mib() < PEAK_MIB, "{name}");
    (loaded, assessment)
}

#[test]
fn a_hostile_text_model_leaves_the_rules_and_says_so() {
    let bytes = |rows: i64, n: i64| TensorProto {
        dims: vec![rows, n],
        data_type: DataType::Int8 as i32,
        raw_data: vec![1; (rows * n) as usize],
        ..TensorProto::default()
    };
    let bag = |net: Net| net.named("b", "EmbeddingBag", &["table", "scale", "x"], vec![]);
    let whole = |rows: i64| {
        bag(tokens().tensor("table", bytes(rows, 3)).floats("scale", &[3]))
            .named("p", "Pool", &["b", "x"], vec![])
            .floats("w", &[6, 3])
            .named("m", "MatMul", &["p", "w"], vec![])
            .node("Sigmoid", &["m"], vec![])
    };
    let (loaded, assessment) = read("as it should be", whole(16).bytes());
    assert_eq!((loaded, assessment.status), (Ok(()), Status::Complete));
    // A table with fewer rows than the configuration says is found out by the first message.
    let (_, assessment) = read("fewer rows than it says", whole(1).bytes());
    assert_eq!(assessment.status, Status::Degraded);
    let shapes = [
        ("Shape", tokens().node("Shape", &["x"], vec![])),
        ("Tile", tokens().ints("r", &[1 << 30, 1 << 30]).node("Tile", &["x", "r"], vec![])),
        ("Reshape", tokens().ints("s", &[-1]).node("Reshape", &["x", "s"], vec![])),
    ];
    for (name, net) in shapes {
        let (loaded, assessment) = read(name, net.bytes());
        assert!(loaded.unwrap_err().contains("no place in a text model"));
        assert_eq!(assessment.status, Status::Degraded);
        assert!(!assessment.findings.is_empty(), "rules work alone");
    }
    let others = [
        ("ids that are no table", tokens().node("EmbeddingBag", &["x", "x", "x"], vec![])),
        ("a bag of one", tokens().node("EmbeddingBag", &["x"], vec![])),
        ("a pool of nothing", tokens().node("Pool", &[], vec![])),
        (
            "no scale",
            bag(tokens().tensor("table", bytes(16, 3)).floats("scale", &[1])).node(
                "Relu",
                &["b"],
                vec![],
            ),
        ),
        (
            "a table without columns",
            bag(tokens().tensor("table", bytes(16, 0)).floats("scale", &[0])).node(
                "Relu",
                &["b"],
                vec![],
            ),
        ),
    ];
    for (name, net) in others {
        let (_, assessment) = read(name, net.bytes());
        assert_eq!(assessment.status, Status::Degraded, "{name}");
    }
    let mut net = tokens().named("n0", "Identity", &["x"], vec![]);
    for at in 0..64 {
        let before = format!("n{at}");
        net = net.named(&format!("n{}", at + 1), "Concat", &[&before, &before], vec![i("axis", 0)]);
    }
    let (loaded, _) =
        read("doubled with every operator", net.node("Relu", &["n64"], vec![]).bytes());
    loaded.unwrap_err();
}

/// 16 MiB of weights that a thousand convolutions share, each of which lays them out for itself.
#[test]
fn weights_that_many_operators_share_are_counted_with_each() {
    let shared = |activation: &str| {
        let mut net = picture()
            .floats("first", &[2048, 3, 1, 1])
            .floats("shared", &[2048, 2048, 1, 1])
            .floats("last", &[2, 2048, 1, 1])
            .named("mean", "GlobalAveragePool", &["x"], vec![])
            .named("n0", "Conv", &["mean", "first"], vec![]);
        for at in 0..1000 {
            let (from, to) = (format!("n{at}"), format!("n{}", at + 1));
            net = net.named(&format!("c{at}"), "Conv", &[&from, "shared"], vec![]).named(
                &to,
                activation,
                &[&format!("c{at}")],
                vec![],
            );
        }
        net.named("classes", "Conv", &["n1000", "last"], vec![]).node(
            "Flatten",
            &["classes"],
            vec![],
        )
    };
    // The first is of the form that runs without tract, the second is not.
    because("weights, each counted", "a thousand shared weights", shared("Relu"));
    because("weights, each counted", "a thousand shared weights, by tract", shared("Tanh"));
}

/// What fuzzing found, and what it began with: whatever becomes of each, it becomes of it soon.
#[test]
fn the_files_that_fuzzing_found_do_no_harm() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fuzz/corpus/onnx");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let begun = spent();
        if let Err(error) = look(bytes.clone()) {
            assert!(error.to_string().len() < 1000);
        }
        let _ = read(&path.file_name().unwrap().to_string_lossy(), bytes);
        assert!(spent() - begun < SOON, "{}", path.display());
        files += 1;
    }
    assert!(files >= 8, "{files} files");
    assert!(peak_mib() < PEAK_MIB, "{} MiB", peak_mib());
}
