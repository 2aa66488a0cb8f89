use proptest::prelude::*;

use super::*;
use crate::onnx::picture_plan::PicturePlan;
use crate::onnx::proto::{
    AttributeProto, AttributeType, DataType, GraphProto, ModelProto, NodeProto, OperatorSetIdProto,
    TensorProto, ValueInfoProto,
};
use ndarray::Array4;

/// A network under construction, its weights drawn from a seed.
struct Builder {
    graph: GraphProto,
    seed: u32,
    last: String,
}

impl Builder {
    fn new(seed: u32) -> Self {
        let input = ValueInfoProto { name: "picture".to_owned(), r#type: None };
        let graph = GraphProto { input: vec![input], ..GraphProto::default() };
        Self { graph, seed, last: "picture".to_owned() }
    }

    /// A number between -1 and 1.
    fn number(&mut self) -> f32 {
        self.seed = self.seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f32::from((self.seed >> 16) as i16) / 32_768.0
    }

    fn weights(&mut self, dims: &[i64]) -> String {
        let name = format!("weights {}", self.graph.initializer.len());
        let count = dims.iter().product::<i64>();
        let depth = dims.iter().skip(1).product::<i64>().max(1) as f32;
        let float_data = (0..count).map(|_| self.number() / depth.sqrt()).collect();
        self.graph.initializer.push(TensorProto {
            name: name.clone(),
            dims: dims.to_vec(),
            data_type: DataType::Float as i32,
            float_data,
            ..TensorProto::default()
        });
        name
    }

    fn whole_numbers(&mut self, values: &[i64]) -> String {
        let name = format!("numbers {}", self.graph.initializer.len());
        self.graph.initializer.push(TensorProto {
            name: name.clone(),
            dims: vec![values.len() as i64],
            data_type: DataType::Int64 as i32,
            int64_data: values.to_vec(),
            ..TensorProto::default()
        });
        name
    }

    /// An operator over what came last and more; gives the name of its result.
    fn node(&mut self, op_type: &str, more: &[String], lists: &[(&str, &[i64])]) -> String {
        let output = format!("value {}", self.graph.node.len());
        let list = |(name, ints): &(&str, &[i64])| AttributeProto {
            name: (*name).to_owned(),
            r#type: AttributeType::Ints as i32,
            ints: ints.to_vec(),
            ..AttributeProto::default()
        };
        self.graph.node.push(NodeProto {
            op_type: op_type.to_owned(),
            name: output.clone(),
            input: [std::slice::from_ref(&self.last), more].concat(),
            output: vec![output.clone()],
            attribute: lists.iter().map(list).collect(),
        });
        self.last.clone_from(&output);
        output
    }

    fn with_number(&mut self, name: &str, i: i64) {
        let r#type = AttributeType::Int as i32;
        let attribute =
            AttributeProto { name: name.to_owned(), i, r#type, ..AttributeProto::default() };
        self.graph.node.last_mut().unwrap().attribute.push(attribute);
    }

    fn conv(&mut self, from: i64, to: i64, side: i64, stride: i64) -> String {
        let more = [self.weights(&[to, from, side, side]), self.weights(&[to])];
        let (before, after) = ((side - 1) / 2, side / 2);
        let pads = [before, before, after, after];
        self.node("Conv", &more, &[("strides", &[stride; 2]), ("pads", &pads)])
    }

    fn depthwise(&mut self, channels: i64, stride: i64) {
        let more = [self.weights(&[channels, 1, 3, 3]), self.weights(&[channels])];
        // Of two steps the first begins at the corner, as TensorFlow pads.
        let before = 2 - stride;
        let pads = [before, before, 1, 1];
        self.node("Conv", &more, &[("strides", &[stride; 2]), ("pads", &pads)]);
        self.with_number("group", channels);
    }

    fn finish(mut self) -> ModelProto {
        let name = self.last.clone();
        self.graph.output.push(ValueInfoProto { name, r#type: None });
        let set = OperatorSetIdProto { domain: String::new(), version: 13 };
        ModelProto { graph: Some(self.graph), opset_import: vec![set] }
    }
}

/// A stem with the largest of windows, a block with a shortcut of its own, one without, the mean of
/// all pixels, probabilities.
fn residual(seed: u32, channels: i64, size: i64) -> ModelProto {
    let mut net = Builder::new(seed);
    net.conv(3, channels, 7, 2);
    net.node("Relu", &[], &[]);
    let stem = net.node(
        "MaxPool",
        &[],
        &[("kernel_shape", &[3; 2]), ("strides", &[2; 2]), ("pads", &[0, 0, 1, 1])],
    );
    let shortcut = net.conv(channels, 2 * channels, 1, 2);
    net.last = stem;
    net.conv(channels, channels, 3, 2);
    net.node("Relu", &[], &[]);
    net.conv(channels, 2 * channels, 1, 1);
    net.node("Add", &[shortcut], &[]);
    let before = net.node("Relu", &[], &[]);
    net.conv(2 * channels, channels, 1, 1);
    net.node("Relu", &[], &[]);
    net.conv(channels, 2 * channels, 3, 1);
    net.node("Add", &[before], &[]);
    net.node("Relu", &[], &[]);
    let side = (size + 1) / 2;
    let side = (side - 2) / 2 + 1;
    let side = (side - 1) / 2 + 1;
    net.node("AveragePool", &[], &[("kernel_shape", &[side; 2])]);
    let shape = net.whole_numbers(&[-1, 1, 1, 2 * channels]);
    net.node("Reshape", &[shape], &[]);
    let shape = net.whole_numbers(&[0, -1]);
    // Of [1, 1, 1, n] that gives [1, n].
    net.node("Reshape", &[shape], &[]);
    let weights = net.weights(&[2 * channels, 4]);
    net.node("MatMul", &[weights], &[]);
    let bias = net.weights(&[4]);
    net.node("Add", &[bias], &[]);
    net.node("Softmax", &[], &[]);
    net.with_number("axis", 1);
    net.finish()
}

/// Levels scaled, inverted residuals with and without a shortcut, a layer for each class by itself.
fn inverted(seed: u32, channels: i64) -> ModelProto {
    let mut net = Builder::new(seed);
    for operator in ["Mul", "Sub"] {
        let scalar = net.weights(&[]);
        net.node(operator, &[scalar], &[]);
    }
    net.conv(3, channels, 3, 2);
    let bounds = [net.weights(&[]), net.weights(&[])];
    for (name, bound) in bounds.iter().zip([0.0, 6.0]) {
        let of_name = |tensor: &&mut TensorProto| tensor.name == *name;
        net.graph.initializer.iter_mut().find(of_name).unwrap().float_data = vec![bound];
    }
    net.node("Clip", &bounds, &[]);
    net.depthwise(channels, 1);
    net.node("Clip", &bounds, &[]);
    let narrow = net.conv(channels, channels, 1, 1);
    net.conv(channels, 3 * channels, 1, 1);
    net.node("Clip", &bounds, &[]);
    net.depthwise(3 * channels, 1);
    net.node("Clip", &bounds, &[]);
    net.conv(3 * channels, channels, 1, 1);
    net.node("Add", &[narrow], &[]);
    net.conv(channels, 2 * channels, 1, 1);
    net.node("Relu", &[], &[]);
    net.depthwise(2 * channels, 2);
    net.conv(2 * channels, channels + 1, 1, 1);
    net.node("GlobalAveragePool", &[], &[]);
    net.node("Flatten", &[], &[]);
    let more = [net.weights(&[3, channels + 1]), net.weights(&[3])];
    net.node("Gemm", &more, &[]);
    net.with_number("transB", 1);
    net.node("Sigmoid", &[], &[]);
    net.node("Identity", &[], &[]);
    net.finish()
}

/// A picture, channels before the rows.
fn picture(seed: u32, rows: usize, columns: usize) -> Array4<f32> {
    let mut numbers = Builder::new(seed);
    Array4::from_shape_simple_fn((1, 3, rows, columns), || numbers.number())
}

fn channels_last(picture: &Array4<f32>) -> Vec<f32> {
    picture.view().permuted_axes([0, 2, 3, 1]).iter().copied().collect()
}

fn embedded() -> ModelProto {
    let mut proto = crate::onnx::bounds::decode(himaya_models::image::MODEL).unwrap();
    crate::onnx::weights::expand(&mut proto).unwrap();
    proto
}

/// Runs a network in both ways; the values' number and how far they are from each other at most.
fn both(proto: ModelProto, picture: Array4<f32>) -> (usize, f32) {
    let &[_, channels, rows, columns] = picture.shape() else { panic!("a picture") };
    let shape = [1, channels, rows, columns];
    let cnn = PictureCnn::of(&proto, shape, false).expect("of the form");
    let ours = cnn.run(channels_last(&picture)).unwrap();
    let theirs = PicturePlan::new(proto, shape).unwrap().run(picture).unwrap();
    assert_eq!((ours.len(), ours.len()), (theirs.len(), cnn.values()));
    let apart = ours.iter().zip(&theirs).map(|(ours, theirs)| (ours - theirs).abs());
    (ours.len(), apart.fold(0.0, f32::max))
}

#[test]
fn the_embedded_network_runs_as_one_and_as_tract_runs_it() {
    let cnn = PictureCnn::of(&embedded(), [1, 3, 224, 224], false).unwrap();
    let separable = |step: &&Step| step.work.name() == "Separable";
    assert_eq!(cnn.steps.iter().filter(separable).count(), 17);
    for seed in 0..3 {
        let (classes, apart) = both(embedded(), picture(seed, 224, 224));
        assert!(classes == 5 && apart < 1e-5, "{apart}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn residual_networks_run_as_tract_runs_them(
        seed in any::<u32>(), channels in 1_i64..20, size in 16_usize..40,
    ) {
        let proto = residual(seed, channels, size as i64);
        let (classes, apart) = both(proto, picture(seed, size, size));
        prop_assert!(classes == 4 && apart < 1e-5, "{}", apart);
    }

    #[test]
    fn inverted_residuals_run_as_tract_runs_them(
        seed in any::<u32>(), channels in 1_i64..20, rows in 8_usize..40, columns in 8_usize..40,
    ) {
        let (classes, apart) = both(inverted(seed, channels), picture(seed, rows, columns));
        prop_assert!(classes == 3 && apart < 1e-5, "{}", apart);
    }
}

#[test]
fn a_picture_may_come_channels_last() {
    let mut turned = inverted(1, 8);
    let graph = turned.graph.as_mut().unwrap();
    let mut net = Builder::new(0);
    net.node("Transpose", &[], &[("perm", &[0, 3, 1, 2])]);
    let mut turn = net.graph.node.pop().unwrap();
    turn.output = vec!["turned".to_owned()];
    graph.node[0].input[0] = "turned".to_owned();
    graph.node.insert(0, turn);
    let picture = picture(7, 20, 24);
    let last = channels_last(&picture);
    let cnn = PictureCnn::of(&turned, [1, 20, 24, 3], true).unwrap();
    let plain = PictureCnn::of(&inverted(1, 8), [1, 3, 20, 24], false).unwrap();
    assert_eq!(cnn.run(last.clone()).unwrap(), plain.run(last.clone()).unwrap());
    let picture = Array4::from_shape_vec((1, 20, 24, 3), last.clone()).unwrap();
    let theirs = PicturePlan::new(turned.clone(), [1, 20, 24, 3]).unwrap().run(picture).unwrap();
    for (ours, theirs) in cnn.run(last).unwrap().iter().zip(theirs) {
        assert!((ours - theirs).abs() < 1e-5);
    }
    // What the file says decides where the channels are.
    assert!(PictureCnn::of(&inverted(1, 8), [1, 20, 24, 3], true).is_none());
    assert!(PictureCnn::of(&turned, [1, 3, 20, 24], false).is_none());
}

#[test]
fn a_picture_of_another_size_is_refused() {
    let cnn = PictureCnn::of(&inverted(1, 4), [1, 3, 16, 16], false).unwrap();
    assert!(cnn.run(vec![0.0; 3 * 16 * 16]).is_ok());
    for length in [0, 1, 3 * 16 * 16 - 1, 3 * 16 * 16 + 1] {
        assert!(cnn.run(vec![0.0; length]).is_err());
    }
}

#[test]
fn every_step_is_timed() {
    let cnn = PictureCnn::of(&inverted(1, 4), [1, 3, 16, 16], false).unwrap();
    let times = cnn.profile(vec![0.0; 3 * 16 * 16]).unwrap();
    let operators: Vec<&str> = times.iter().map(|time| &*time.operator).collect();
    let expected = [
        "Scale",
        "Scale",
        "Dense",
        "Separable",
        "Separable",
        "Separable",
        "Mean",
        "Layer",
        "Sigmoid",
    ];
    assert_eq!(operators, expected);
}

#[test]
fn a_network_that_differs_anywhere_goes_through_tract() {
    type Change = fn(&mut GraphProto);
    let is_of_the_form = |change: Change| {
        let mut proto = residual(3, 8, 32);
        change(proto.graph.as_mut().unwrap());
        PictureCnn::of(&proto, [1, 3, 32, 32], false).is_some()
    };
    assert!(is_of_the_form(|_| ()));
    let changes: [(&str, Change); 16] = [
        ("another activation", |graph| graph.node[1].op_type = "Tanh".to_owned()),
        ("padding that is found out", |graph| {
            let attribute = AttributeProto {
                name: "auto_pad".to_owned(),
                r#type: AttributeType::String as i32,
                s: b"SAME_UPPER".to_vec(),
                ..AttributeProto::default()
            };
            graph.node[0].attribute.push(attribute);
        }),
        ("windows with holes", |graph| set(&mut graph.node[0], "dilations", vec![2, 2])),
        ("two groups", |graph| number(&mut graph.node[4], "group", 2)),
        ("weights for other channels", |graph| graph.initializer[0].dims = vec![8, 7, 7, 3]),
        ("weights that are not there", |graph| graph.node[0].input[1] = "none".to_owned()),
        ("weights of another kind", |graph| {
            graph.initializer[0].data_type = DataType::Double as i32;
        }),
        ("a window beyond the picture", |graph| set(&mut graph.node[2], "pads", vec![3, 3, 3, 3])),
        ("sides rounded up", |graph| number(&mut graph.node[2], "ceil_mode", 1)),
        ("the sum taken before its bounds", |graph| {
            graph.node[6].input[0] = graph.node[3].output[0].clone();
        }),
        ("a difference", |graph| graph.node[7].op_type = "Sub".to_owned()),
        ("a mean of parts", |graph| set(&mut graph.node[14], "kernel_shape", vec![2, 2])),
        ("values in two rows", |graph| {
            graph
                .initializer
                .iter_mut()
                .filter(|tensor| tensor.int64_data == [0, -1])
                .for_each(|tensor| tensor.int64_data = vec![2, -1]);
        }),
        ("another axis", |graph| {
            let softmax = graph.node.last_mut().unwrap();
            softmax.attribute[0].i = 0;
        }),
        ("an output before the last", |graph| {
            graph.output[0].name = graph.node[14].output[0].clone();
        }),
        ("an attribute of its own", |graph| number(&mut graph.node[0], "other", 1)),
    ];
    for (what, change) in changes {
        assert!(!is_of_the_form(change), "{what}");
    }
}

#[test]
fn what_is_taken_twice_is_not_changed_under_the_other() {
    // Bounds, a sum and levels scaled, each with another operator that takes what was there before.
    for operator in ["Relu", "Identity"] {
        let mut net = Builder::new(5);
        let first = net.conv(3, 3, 1, 1);
        net.node(operator, &[], &[]);
        let second = net.node("Relu", &[], &[]);
        net.last = first;
        net.node("Add", &[second], &[]);
        net.node("GlobalAveragePool", &[], &[]);
        assert!(PictureCnn::of(&net.finish(), [1, 3, 8, 8], false).is_none());
    }
    let mut net = Builder::new(5);
    let scalar = net.weights(&[]);
    net.node("Mul", &[scalar], &[]);
    let scaled = net.conv(3, 3, 1, 1);
    net.last = "picture".to_owned();
    net.conv(3, 3, 1, 1);
    net.node("Add", &[scaled], &[]);
    net.node("GlobalAveragePool", &[], &[]);
    assert!(PictureCnn::of(&net.finish(), [1, 3, 8, 8], false).is_none());
}

#[test]
fn sizes_and_work_are_bounded() {
    let wide = |channels: i64, side: usize| {
        let mut net = Builder::new(1);
        net.conv(3, channels, 1, 1);
        net.conv(channels, channels, 1, 1);
        net.node("GlobalAveragePool", &[], &[]);
        PictureCnn::of(&net.finish(), [1, 3, side, side], false).is_some()
    };
    assert!(wide(64, 1000));
    // 68 million values a result; 1,024 channels of a million pixels, by 1,024.
    assert!(!wide(68, 1000));
    assert!(!wide(1024, 256));
}

fn set(node: &mut NodeProto, name: &str, ints: Vec<i64>) {
    node.attribute.retain(|attribute| attribute.name != name);
    let r#type = AttributeType::Ints as i32;
    let attribute = AttributeProto { name: name.to_owned(), ints, r#type, ..Default::default() };
    node.attribute.push(attribute);
}

fn number(node: &mut NodeProto, name: &str, i: i64) {
    let r#type = AttributeType::Int as i32;
    let attribute = AttributeProto { name: name.to_owned(), i, r#type, ..Default::default() };
    node.attribute.push(attribute);
}
