//! A file's graph as steps, if it has the form.

use std::collections::HashMap;

use himaya_kernels::{Bounds, Dense, Engine, Window};

use super::{PictureCnn, Step, Work};
use crate::onnx::bounds::{MAX_ALL_VALUES, MAX_LAID_OUT, MAX_VALUES, MAX_WORK, laid_out};
use crate::onnx::constants::{Constants, floats, whole_numbers};
use crate::onnx::kernel::{Kernel, UNBOUNDED, separable};
use crate::onnx::proto::{ModelProto, NodeProto};

/// What a step gives, as the file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shape {
    /// Rows, columns and channels.
    Picture(usize, usize, usize),
    /// Sides of which at most one is longer than 1, so that the order of axes is all the same.
    Line(Vec<usize>),
}

impl Shape {
    /// `None` where there are more values than any network has.
    fn length(&self) -> Option<usize> {
        let sides = match self {
            Self::Picture(rows, columns, channels) => &[*rows, *columns, *channels],
            Self::Line(sides) => sides.as_slice(),
        };
        let length = sides.iter().try_fold(1_usize, |length, side| length.checked_mul(*side))?;
        (length as u64 <= MAX_VALUES).then_some(length)
    }

    /// The values of one row, for a dense layer.
    fn row(&self) -> Option<usize> {
        match self {
            Self::Line(sides) => match sides.as_slice() {
                [1, length] => Some(*length),
                _ => None,
            },
            Self::Picture(..) => None,
        }
    }

    /// A picture of one pixel, or what was made of one, as the sides that the file would give it.
    fn sides(&self) -> Option<Vec<usize>> {
        match self {
            Self::Picture(1, 1, channels) => Some(vec![1, *channels, 1, 1]),
            Self::Picture(..) => None,
            Self::Line(sides) => Some(sides.clone()),
        }
    }
}

/// A name's value: which one it is, and its shape.
#[derive(Clone, Debug)]
struct Value {
    place: usize,
    shape: Shape,
}

struct Reading<'g> {
    constants: Constants<'g>,
    known: HashMap<&'g str, Value>,
    /// How often a name is taken, by operators and as the network's result.
    taken: HashMap<&'g str, usize>,
    steps: Vec<Step>,
    /// Values of all results, multiplications and values moved, and weights as they are laid out.
    values: u64,
    work: u64,
    weights: u64,
}

impl PictureCnn {
    /// Takes the weights of a file that was checked, if it has the form; `None` for any other. `input`
    /// is the shape of its only input: one picture, channels last or before the rows.
    pub(in crate::onnx) fn of(
        proto: &ModelProto,
        input: [usize; 4],
        channels_last: bool,
    ) -> Option<Self> {
        let graph = proto.graph.as_ref()?;
        let set = proto.opset_import.iter().find(|set| matches!(&*set.domain, "" | "ai.onnx"));
        set.filter(|set| set.version >= 7)?;
        let [output] = &*graph.output else { return None };
        let constants = Constants::of(graph);
        let mut inputs = graph.input.iter().filter(|input| !constants.has(&input.name));
        let (Some(source), None) = (inputs.next(), inputs.next()) else { return None };

        let mut taken: HashMap<&str, usize> = HashMap::new();
        for name in graph.node.iter().flat_map(|node| &node.input).chain([&output.name]) {
            *taken.entry(name).or_default() += 1;
        }
        let (nodes, name, shape) = match (channels_last, &*graph.node, input) {
            (true, [turn, nodes @ ..], [1, rows, columns, channels]) => {
                let turns = turn.op_type == "Transpose"
                    && turn.input == [source.name.clone()]
                    && taken.get(&*source.name) == Some(&1);
                turn.has_only(&["perm"])?;
                let perm = turn.required::<&[i64]>("perm").ok()?;
                (turns && perm == [0, 3, 1, 2]).then_some(())?;
                (nodes, turn.output.first()?, Shape::Picture(rows, columns, channels))
            }
            (false, nodes, [1, channels, rows, columns]) => {
                (nodes, &source.name, Shape::Picture(rows, columns, channels))
            }
            _ => return None,
        };
        let length = shape.length()?;
        let known = HashMap::from([(name.as_str(), Value { place: 0, shape })]);
        let mut reading =
            Reading { constants, known, taken, steps: Vec::new(), values: 0, work: 0, weights: 0 };
        for node in nodes {
            reading.node(node)?;
        }
        let output = reading.known.get(&*output.name)?.clone();
        reading.finish(length, output)
    }
}

impl<'g> Reading<'g> {
    fn node(&mut self, node: &'g NodeProto) -> Option<()> {
        let [output] = &*node.output else { return None };
        let value = match &*node.op_type {
            "Conv" => self.convolution(node)?,
            "Clip" | "Relu" => self.bounded(node)?,
            "Add" | "Mul" | "Sub" => self.arithmetic(node)?,
            "MaxPool" => self.max_pool(node)?,
            "AveragePool" | "GlobalAveragePool" => self.mean(node)?,
            "Flatten" | "Identity" | "Reshape" => self.shaped(node)?,
            "Gemm" | "MatMul" => self.layer(node)?,
            "Sigmoid" | "Softmax" => self.probabilities(node)?,
            _ => return None,
        };
        self.known.insert(output, value);
        Some(())
    }

    fn input(&self, node: &NodeProto) -> Option<Value> {
        self.known.get(node.input.first()?.as_str()).cloned()
    }

    fn is_taken_once(&self, name: &str) -> bool {
        self.taken.get(name) == Some(&1)
    }

    /// Adds a step; `work` is how many multiplications it takes.
    fn step(
        &mut self,
        node: &NodeProto,
        what: Work,
        input: &Value,
        shape: Shape,
        work: u64,
    ) -> Option<Value> {
        let length = shape.length()?;
        let moved = (input.shape.length()? as u64).checked_add(length as u64)?;
        self.values = self.values.checked_add(length as u64)?;
        self.work = self.work.checked_add(work)?.checked_add(moved)?;
        if length == 0 || self.values > MAX_ALL_VALUES || self.work > MAX_WORK {
            return None;
        }
        let output = self.steps.len() + 1;
        self.steps.push(Step {
            name: node.name.clone(),
            work: what,
            input: input.place,
            add: None,
            output,
            length,
            done: Vec::new(),
        });
        Some(Value { place: output, shape })
    }

    /// Counts the weights of a step before it lays them out.
    fn lay_out(&mut self, columns: usize, depth: usize) -> Option<()> {
        self.weights = self.weights.checked_add(laid_out(columns, depth)?)?;
        (self.weights <= MAX_LAID_OUT).then_some(())
    }

    /// The step that makes a value which nothing but one operator takes.
    fn maker(&mut self, name: &str) -> Option<&mut Step> {
        let place = self.known.get(name).filter(|_| self.is_taken_once(name))?.place;
        self.steps.get_mut(place.checked_sub(1)?)
    }

    fn convolution(&mut self, node: &NodeProto) -> Option<Value> {
        let input = self.input(node)?;
        let Shape::Picture(height, width, channels) = input.shape else { return None };
        let (weights, [out, each, rows, columns]) =
            self.constants.sized::<f32, 4>(node.input.get(1)?, floats)?;
        node.has_only(&["auto_pad", "dilations", "group", "kernel_shape", "pads", "strides"])?;
        let group = usize::try_from(node.optional::<i64>("group").ok()?.unwrap_or(1)).ok()?;
        if each.checked_mul(group)? != channels || out == 0 || channels == 0 {
            return None;
        }
        let bias = match node.input.get(2).filter(|name| !name.is_empty()) {
            Some(name) => {
                let (bias, [biases]) = self.constants.sized::<f32, 1>(name, floats)?;
                (biases == out).then_some(bias)?
            }
            None => vec![0.0; out],
        };
        let window = window(node, Some((rows, columns)), (height, width))?;
        let taps = rows.checked_mul(columns)?;
        let shape = Shape::Picture(window.out_size.0, window.out_size.1, out);
        // A window's values for each place of the result may lie side by side.
        let windows = (shape.length()? / out).checked_mul(each.checked_mul(taps)?)? as u64;
        if windows.checked_mul(group as u64)? > MAX_ALL_VALUES {
            return None;
        }
        self.lay_out(out, each.checked_mul(taps)?)?;
        let kernel = Kernel::new(&weights, &bias, channels, group, taps).ok()??;
        let work = windows.checked_mul(out as u64)?;
        self.step(node, Work::Convolution(window, kernel), &input, shape, work)
    }

    /// Bounds become part of what gives the values.
    fn bounded(&mut self, node: &NodeProto) -> Option<Value> {
        let bounds = self.bounds(node)?;
        let name = node.input.first()?;
        match &mut self.maker(name)?.work {
            Work::Convolution(_, Kernel::Dense(_, before) | Kernel::Depthwise(_, before))
            | Work::Layer(_, before)
                if *before == UNBOUNDED =>
            {
                *before = bounds;
            }
            _ => return None,
        }
        self.input(node)
    }

    fn bounds(&self, node: &NodeProto) -> Option<Bounds> {
        if node.op_type == "Relu" {
            node.has_only(&[])?;
            return Some((0.0, f32::INFINITY));
        }
        // Inputs since operator set 11, attributes before.
        node.has_only(&["max", "min"])?;
        let bound = |place: usize, name: &str, none: f32| match node.input.get(place) {
            Some(input) if !input.is_empty() => self.scalar(input),
            _ => Some(node.optional::<f32>(name).ok()?.unwrap_or(none)),
        };
        let (low, high) = UNBOUNDED;
        let (low, high) = (bound(1, "min", low)?, bound(2, "max", high)?);
        (low <= high).then_some((low, high))
    }

    /// A constant of one value.
    fn scalar(&self, name: &str) -> Option<f32> {
        match &*self.constants.shaped(name, floats)?.0 {
            [value] => Some(*value),
            _ => None,
        }
    }

    /// Sums of two pictures, a layer's bias, and what is done to each level of the picture.
    fn arithmetic(&mut self, node: &NodeProto) -> Option<Value> {
        node.has_only(&[])?;
        let [a, b] = &*node.input else { return None };
        match (self.known.get(&**a).cloned(), self.known.get(&**b).cloned()) {
            (Some(left), Some(right)) if node.op_type == "Add" => {
                // It becomes part of the later one, when the earlier one is there.
                let (earlier, name, later) =
                    if left.place < right.place { (left, b, right) } else { (right, a, left) };
                if earlier.place == later.place || earlier.shape != later.shape {
                    return None;
                }
                let step = self.maker(name)?;
                match &step.work {
                    Work::Convolution(_, Kernel::Dense(_, bounds))
                        if *bounds == UNBOUNDED && step.add.is_none() =>
                    {
                        step.add = Some(earlier.place);
                    }
                    _ => return None,
                }
                Some(later)
            }
            (Some(value), None) => self.with_constant(node, a, value, b),
            (None, Some(value)) if matches!(&*node.op_type, "Add" | "Mul") => {
                self.with_constant(node, b, value, a)
            }
            _ => None,
        }
    }

    fn with_constant(
        &mut self,
        node: &NodeProto,
        name: &str,
        value: Value,
        constant: &str,
    ) -> Option<Value> {
        if let Some(length) = value.shape.row() {
            let (bias, sides) = self.constants.shaped(constant, floats)?;
            let fits = sides == [length] || sides == [1, length];
            match &mut self.maker(name)?.work {
                Work::Layer(layer, bounds)
                    if fits && node.op_type == "Add" && *bounds == UNBOUNDED =>
                {
                    layer.add_to_bias(&bias);
                }
                _ => return None,
            }
            return Some(value);
        }
        let (constant, sides) = self.constants.shaped(constant, floats)?;
        let ([constant], true) = (&*constant, sides.len() <= 4) else { return None };
        // What is taken elsewhere too must stay as it is.
        self.is_taken_once(name).then_some(())?;
        let (factor, offset) = match &*node.op_type {
            "Add" => (1.0, *constant),
            "Sub" => (1.0, -*constant),
            "Mul" => (*constant, 0.0),
            _ => return None,
        };
        let shape = value.shape.clone();
        self.step(node, Work::Scale { factor, offset }, &value, shape, 0)
    }

    fn max_pool(&mut self, node: &NodeProto) -> Option<Value> {
        let input = self.input(node)?;
        let Shape::Picture(height, width, channels) = input.shape else { return None };
        let window = pooling(node, (height, width))?;
        // Each window meets the picture.
        let (rows, columns) = window.kernel;
        let after = |side: usize, out: usize, stride: usize, before: usize| {
            (out - 1).checked_mul(stride).is_some_and(|start| start < side + before)
        };
        let met = window.before.0 < rows
            && window.before.1 < columns
            && after(height, window.out_size.0, window.stride.0, window.before.0)
            && after(width, window.out_size.1, window.stride.1, window.before.1);
        let shape = Shape::Picture(window.out_size.0, window.out_size.1, channels);
        let work = (shape.length()? as u64).checked_mul(rows.checked_mul(columns)? as u64)?;
        met.then_some(())?;
        self.step(node, Work::MaxPool(window), &input, shape, work)
    }

    /// The mean over the whole picture.
    fn mean(&mut self, node: &NodeProto) -> Option<Value> {
        let input = self.input(node)?;
        let Shape::Picture(height, width, channels) = input.shape else { return None };
        if node.op_type == "AveragePool" {
            let window = pooling(node, (height, width))?;
            let whole = window.kernel == (height, width) && window.before == (0, 0);
            (whole && window.out_size == (1, 1)).then_some(())?;
        } else {
            node.has_only(&[])?;
        }
        self.step(node, Work::Mean, &input, Shape::Picture(1, 1, channels), 0)
    }

    /// The same values by another shape.
    fn shaped(&mut self, node: &NodeProto) -> Option<Value> {
        // Steps are counted by what takes their value under its one name.
        node.input.first().filter(|name| self.is_taken_once(name))?;
        let input = self.input(node)?;
        let sides = match &*node.op_type {
            "Identity" => return Some(input),
            "Flatten" => {
                node.has_only(&["axis"])?;
                let axis = node.optional::<i64>("axis").ok()?.unwrap_or(1);
                let length = input.shape.length()?;
                input.shape.sides()?.first().filter(|first| axis == 1 && **first == 1)?;
                vec![1, length]
            }
            _ => {
                node.has_only(&["allowzero"])?;
                node.optional::<i64>("allowzero")
                    .ok()?
                    .is_none_or(|zero| zero == 0)
                    .then_some(())?;
                let (sides, [_]) = self.constants.sized(node.input.get(1)?, whole_numbers)?;
                reshaped(&input.shape.sides()?, &sides)?
            }
        };
        Some(Value { place: input.place, shape: Shape::Line(sides) })
    }

    /// A dense layer of a row.
    fn layer(&mut self, node: &NodeProto) -> Option<Value> {
        let input = self.input(node)?;
        let from = input.shape.row()?;
        let (values, [rows, columns]) =
            self.constants.sized::<f32, 2>(node.input.get(1)?, floats)?;
        node.has_only(&["alpha", "beta", "transA", "transB"])?;
        let one = |name| Some(node.optional::<f32>(name).ok()?.is_none_or(|factor| factor == 1.0));
        let turned = |name| Some(node.optional::<bool>(name).ok()?.unwrap_or(false));
        let by_output = turned("transB")?;
        (one("alpha")? && one("beta")? && !turned("transA")?).then_some(())?;
        let to = if by_output { rows } else { columns };
        let depth = if by_output { columns } else { rows };
        if depth != from || to == 0 || from == 0 {
            return None;
        }
        let values = if by_output {
            values
        } else {
            (0..to).flat_map(|column| values.iter().skip(column).step_by(to).copied()).collect()
        };
        let bias = match node.input.get(2).filter(|name| !name.is_empty()) {
            Some(name) => {
                let (bias, sides) = self.constants.shaped(name, floats)?;
                (sides == [to] || sides == [1, to]).then_some(bias)?
            }
            None => vec![0.0; to],
        };
        self.lay_out(to, from)?;
        let layer = Dense::new(Engine::fastest(), &values, &bias, from, 1).ok()?;
        let work = (from as u64).checked_mul(to as u64)?;
        let shape = Shape::Line(vec![1, to]);
        self.step(node, Work::Layer(layer, UNBOUNDED), &input, shape, work)
    }

    fn probabilities(&mut self, node: &NodeProto) -> Option<Value> {
        let input = self.input(node)?;
        input.shape.row()?;
        let work = if node.op_type == "Sigmoid" {
            node.has_only(&[])?;
            Work::Sigmoid
        } else {
            // Of one row the axis that sets before 13 begin at is the one that later ones mean.
            node.has_only(&["axis"])?;
            let axis = node.optional::<i64>("axis").ok()?;
            matches!(axis, None | Some(1 | -1)).then_some(())?;
            Work::Softmax
        };
        let shape = input.shape.clone();
        self.step(node, work, &input, shape, 0)
    }

    fn finish(self, input: usize, output: Value) -> Option<PictureCnn> {
        output.shape.sides()?;
        let values = self.steps.len() + 1;
        let mut steps = joined(self.steps, output.place);
        // The result comes last.
        (steps.last()?.output == output.place).then_some(())?;
        let mut needed = vec![false; values];
        for step in steps.iter_mut().rev() {
            for value in [Some(step.input), step.add].into_iter().flatten() {
                let needed = needed.get_mut(value)?;
                if !std::mem::replace(needed, true) {
                    step.done.push(value);
                }
            }
        }
        Some(PictureCnn { input, steps, values })
    }
}

/// Steps with every inverted residual as one.
fn joined(steps: Vec<Step>, result: usize) -> Vec<Step> {
    let mut taken: HashMap<usize, usize> = HashMap::from([(result, 1)]);
    for value in steps.iter().flat_map(|step| [Some(step.input), step.add]).flatten() {
        *taken.entry(value).or_default() += 1;
    }
    let mut joined: Vec<Step> = Vec::new();
    for step in steps {
        match block(&joined, &step, &taken) {
            Some((kernel, window, from)) => {
                let input = joined.get(from).map_or(step.input, |first| first.input);
                joined.truncate(from);
                joined.push(Step { work: Work::Convolution(window, kernel), input, ..step });
            }
            None => joined.push(step),
        }
    }
    joined
}

/// What a step and those before it are together, the window of that, and where it begins.
fn block(
    before: &[Step],
    step: &Step,
    taken: &HashMap<usize, usize>,
) -> Option<(Kernel, Window, usize)> {
    let Work::Convolution(window, kernel) = &step.work else { return None };
    let gives = |from: &Step, to: &Step| {
        from.output == to.input && taken.get(&from.output) == Some(&1) && from.add.is_none()
    };
    let (middle, rest) = before.split_last()?;
    let Work::Convolution(middle_window, filter) = &middle.work else { return None };
    gives(middle, step).then_some(())?;
    let first = rest.last().and_then(|first| match &first.work {
        Work::Convolution(window, kernel @ Kernel::Dense(..))
            if window.is_pointwise() && gives(first, middle) =>
        {
            Some((window, kernel))
        }
        _ => None,
    });
    let start = rest.len() - usize::from(first.is_some());
    let kernel = separable(first, filter, (window, kernel))?;
    Some((kernel, *middle_window, start))
}

/// The window of an operator over a picture of `size`; its kernel is that of the weights where there
/// are any.
fn window(
    node: &NodeProto,
    kernel: Option<(usize, usize)>,
    size: (usize, usize),
) -> Option<Window> {
    let numbers = |name| node.optional::<&[i64]>(name).ok();
    let automatic = node.optional::<&str>("auto_pad").ok()?;
    let even = numbers("dilations")?.unwrap_or_default().iter().all(|dilation| *dilation == 1);
    (automatic.is_none_or(|pad| pad == "NOTSET") && even).then_some(())?;
    let pair = |sides: &[i64]| match sides {
        [rows, columns] => Some((usize::try_from(*rows).ok()?, usize::try_from(*columns).ok()?)),
        _ => None,
    };
    let named = numbers("kernel_shape")?.map(|sides| pair(sides).ok_or(()));
    let kernel = match (named.transpose().ok()?, kernel) {
        (Some(named), Some(kernel)) if named != kernel => return None,
        (named, kernel) => kernel.or(named)?,
    };
    let stride = pair(numbers("strides")?.unwrap_or(&[1, 1]))?;
    let (before, after) = match numbers("pads")? {
        None => ((0, 0), (0, 0)),
        Some([top, left, bottom, right]) => (pair(&[*top, *left])?, pair(&[*bottom, *right])?),
        Some(_) => return None,
    };
    let out = |side: usize, before: usize, after: usize, kernel: usize, stride: usize| {
        let room = side.checked_add(before)?.checked_add(after)?.checked_sub(kernel)?;
        (kernel > 0).then_some(room.checked_div(stride)? + 1)
    };
    Some(Window {
        kernel,
        stride,
        before,
        size,
        out_size: (
            out(size.0, before.0, after.0, kernel.0, stride.0)?,
            out(size.1, before.1, after.1, kernel.1, stride.1)?,
        ),
    })
}

/// The window of a pooling operator.
fn pooling(node: &NodeProto, size: (usize, usize)) -> Option<Window> {
    node.has_only(&[
        "auto_pad",
        "ceil_mode",
        "count_include_pad",
        "dilations",
        "kernel_shape",
        "pads",
        "storage_order",
        "strides",
    ])?;
    let none = |name| Some(node.optional::<i64>(name).ok()?.is_none_or(|value| value == 0));
    (none("ceil_mode")? && none("storage_order")?).then_some(())?;
    window(node, None, size)
}

/// The sides that `Reshape` gives a line, at most one of them longer than 1.
fn reshaped(from: &[usize], to: &[i64]) -> Option<Vec<usize>> {
    let length: usize = from.iter().product();
    let mut sides = Vec::new();
    let mut open = None;
    for (place, side) in to.iter().enumerate() {
        sides.push(match side {
            -1 if open.is_none() => {
                open = Some(place);
                1
            }
            0 => *from.get(place)?,
            side => usize::try_from(*side).ok()?,
        });
    }
    let given = sides.iter().try_fold(1_usize, |given, side| given.checked_mul(*side))?;
    if let Some(open) = open {
        *sides.get_mut(open)? = length.checked_div(given)?;
    }
    let fits = sides.iter().try_fold(1_usize, |given, side| given.checked_mul(*side));
    let line = sides.iter().filter(|side| **side != 1).count() <= 1;
    (fits == Some(length) && line).then_some(sides)
}
