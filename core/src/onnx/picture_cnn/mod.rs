//! Networks of the form that MobileNet and ResNet have, run on our own kernels.
//!
//! Convolutions over all channels or each by itself, bounds (`Relu`, `Clip`), sums of two pictures,
//! the largest of a window, the mean over the picture, dense layers and what makes probabilities of
//! their results: M. Sandler et al., "MobileNetV2: Inverted Residuals and Linear Bottlenecks"
//! (CVPR 2018), K. He et al., "Deep Residual Learning for Image Recognition" (CVPR 2016). That is
//! what the embedded model and both optional ones consist of. A network with any other operator goes
//! through tract.

mod reading;

use std::time::Instant;

use anyhow::{Result, ensure, format_err};
use himaya_kernels::{Bounds, Dense, Scratch, Window};

use super::activations::{sigmoid, softmax};
use super::kernel::Kernel;
use super::pictures::OperatorTime;

/// A network that takes a picture, its channels last.
#[derive(Debug)]
pub(super) struct PictureCnn {
    /// Numbers of the picture.
    input: usize,
    steps: Vec<Step>,
    /// Values there are: the picture's, and one for each step before steps were joined.
    values: usize,
}

/// What makes one value of another.
#[derive(Debug)]
struct Step {
    /// The operator's name in the file.
    name: String,
    work: Work,
    /// Which value it takes, and which one is added to the results.
    input: usize,
    add: Option<usize>,
    /// Which value it gives, and how many numbers that has.
    output: usize,
    length: usize,
    /// Values that no later step takes.
    done: Vec<usize>,
}

#[derive(Debug)]
enum Work {
    /// `value * factor + offset`.
    Scale {
        factor: f32,
        offset: f32,
    },
    Convolution(Window, Kernel),
    /// The largest value of each channel in a window.
    MaxPool(Window),
    /// The mean of each channel.
    Mean,
    Layer(Dense, Bounds),
    Softmax,
    Sigmoid,
}

impl PictureCnn {
    /// How many numbers it gives.
    pub(super) fn values(&self) -> usize {
        self.steps.last().map_or(0, |step| step.length)
    }

    /// Runs it on a picture, `[row][column][channel]`.
    pub(super) fn run(&self, picture: Vec<f32>) -> Result<Vec<f32>> {
        self.run_with(picture, |step, room| step.run(room))
    }

    /// Runs it and times each step.
    pub(super) fn profile(&self, picture: Vec<f32>) -> Result<Vec<OperatorTime>> {
        let mut times = Vec::new();
        self.run_with(picture, |step, room| {
            let start = Instant::now();
            let out = step.run(room)?;
            times.push(OperatorTime {
                operator: step.work.name().to_owned(),
                name: step.name.clone(),
                time: start.elapsed(),
            });
            Ok(out)
        })?;
        Ok(times)
    }

    fn run_with(
        &self,
        picture: Vec<f32>,
        mut step: impl FnMut(&Step, &mut Room) -> Result<Vec<f32>>,
    ) -> Result<Vec<f32>> {
        ensure!(picture.len() == self.input, "a picture of another size");
        let mut room = Room { values: vec![Vec::new(); self.values], ..Room::default() };
        let mut last = picture;
        let mut place = 0;
        for next in &self.steps {
            *room.values.get_mut(place).ok_or_else(missing)? = last;
            last = step(next, &mut room)?;
            place = next.output;
            for done in &next.done {
                let value = room.values.get_mut(*done).ok_or_else(missing)?;
                room.free.push(std::mem::take(value));
            }
        }
        Ok(last)
    }
}

/// What a run keeps.
#[derive(Default)]
struct Room {
    values: Vec<Vec<f32>>,
    /// Values that are done with, for those to come: new memory costs as much as filling it.
    free: Vec<Vec<f32>>,
    scratch: Scratch,
}

impl Room {
    /// Memory of a length, whatever is in it.
    fn take(&mut self, length: usize) -> Vec<f32> {
        let mut memory = self.free.pop().unwrap_or_default();
        memory.resize(length, 0.0);
        memory
    }
}

fn missing() -> anyhow::Error {
    format_err!("a value that no step gives")
}

impl Step {
    fn run(&self, room: &mut Room) -> Result<Vec<f32>> {
        if let Work::Scale { factor, offset } = self.work {
            let mut out = std::mem::take(room.values.get_mut(self.input).ok_or_else(missing)?);
            out.iter_mut().for_each(|value| *value = *value * factor + offset);
            return Ok(out);
        }
        let mut out = room.take(self.length);
        let input = room.values.get(self.input).ok_or_else(missing)?;
        let add = self.add.map(|add| room.values.get(add).ok_or_else(missing)).transpose()?;
        match &self.work {
            Work::Convolution(window, kernel) => {
                let add = add.map(Vec::as_slice);
                kernel.run(window, input, add, &mut room.scratch, &mut out)?;
            }
            Work::MaxPool(window) => max_pool(window, input, &mut out)?,
            Work::Mean => mean(input, &mut out),
            Work::Layer(layer, bounds) => {
                let window = Window::pointwise(1, 1);
                layer.run(&window, input, None, *bounds, &mut room.scratch, &mut out)?;
            }
            Work::Softmax => {
                out.copy_from_slice(input);
                softmax(&mut out);
            }
            Work::Sigmoid => {
                for (out, odds) in out.iter_mut().zip(input) {
                    *out = sigmoid(*odds);
                }
            }
            Work::Scale { .. } => {}
        }
        Ok(out)
    }
}

impl Work {
    const fn name(&self) -> &'static str {
        match self {
            Self::Scale { .. } => "Scale",
            Self::Convolution(_, kernel) => kernel.name(),
            Self::MaxPool(_) => "MaxPool",
            Self::Mean => "Mean",
            Self::Layer(..) => "Layer",
            Self::Softmax => "Softmax",
            Self::Sigmoid => "Sigmoid",
        }
    }
}

/// The largest of each channel over windows, each of which meets the picture.
fn max_pool(window: &Window, input: &[f32], out: &mut [f32]) -> Result<()> {
    let (rows, columns) = window.size;
    let (out_rows, out_columns) = window.out_size;
    let channels = input.len() / (rows * columns).max(1);
    let fits = input.len() == rows * columns * channels
        && out.len() == out_rows * out_columns * channels
        && channels > 0;
    ensure!(fits, "a picture of another size");
    let met = |at: usize, stride: usize, before: usize, kernel: usize, side: usize| {
        let start = (at * stride).saturating_sub(before);
        let end = (at * stride + kernel).saturating_sub(before).min(side);
        start..end.max(start)
    };
    let places = (0..out_rows).flat_map(|y| (0..out_columns).map(move |x| (y, x)));
    for ((y, x), out) in places.zip(out.chunks_exact_mut(channels)) {
        out.fill(f32::NEG_INFINITY);
        for row in met(y, window.stride.0, window.before.0, window.kernel.0, rows) {
            for column in met(x, window.stride.1, window.before.1, window.kernel.1, columns) {
                let at = (row * columns + column) * channels;
                let pixel = input.get(at..at + channels).unwrap_or_default();
                for (most, value) in out.iter_mut().zip(pixel) {
                    *most = most.max(*value);
                }
            }
        }
    }
    Ok(())
}

/// The mean of each channel over all pixels.
fn mean(input: &[f32], out: &mut [f32]) {
    let pixels = input.chunks_exact(out.len().max(1));
    let count = pixels.len().max(1) as f32;
    out.fill(0.0);
    for pixel in pixels {
        out.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += value);
    }
    out.iter_mut().for_each(|sum| *sum /= count);
}

#[cfg(test)]
#[cfg(feature = "onnx")]
mod tests;
