//! The loops over registers: a block of results is kept in them while the sum runs.
//!
//! The product of matrices follows the register blocking of K. Goto and R. van de Geijn,
//! "Anatomy of High-Performance Matrix Multiplication", ACM TOMS 34(3), 2008, with the
//! activations left where they lie: they are narrow enough to stay in the caches.
//!
//! Plain loops throughout: a closure or an iterator that the compiler does not inline would run
//! without the instructions that the function around it is compiled for, at a tenth of the speed.

#![allow(clippy::needless_range_loop, reason = "see above")]

use std::ops::Range;

use super::vector::Vector;

/// Numbers of a block of rows that should stay in the second cache (192 KiB).
const BLOCK: usize = 48 << 10;
/// The same where each block makes numbers of the weights anew, which many rows have to be worth (512 KiB).
const BLOCK_OF_CODES: usize = 128 << 10;
/// Rows that a block has at least.
const BLOCK_ROWS: usize = 48;
/// Numbers of the input that should stay in the first cache (24 KiB).
const NEAR: usize = 6 << 10;
/// Registers side by side that a panel of weights has at most.
pub(super) const MAX_VECTORS: usize = 3;
/// Numbers that a register has at most.
const MAX_LANES: usize = 16;

/// `out = clamp(bias + rows * weights + add)`.
///
/// For `rows` of `depth` numbers each: `input` holds `rows * depth`, `out` and `add`
/// `rows * width`; `weights` holds the panels, `bias` a number for each of their columns. Codes besides need
/// `room` for the widest panel.
pub(super) struct Product<'a> {
    pub(super) rows: usize,
    pub(super) depth: usize,
    pub(super) width: usize,
    pub(super) input: &'a [f32],
    pub(super) weights: Weights<'a>,
    pub(super) room: &'a mut [f32],
    /// Registers side by side in each panel, from left to right.
    pub(super) panels: &'a [usize],
    pub(super) bias: &'a [f32],
    pub(super) add: Option<&'a [f32]>,
    pub(super) out: &'a mut [f32],
    pub(super) low: f32,
    pub(super) high: f32,
}

/// Weights as they lie in memory.
#[derive(Clone, Copy)]
pub(super) enum Weights<'a> {
    Numbers(&'a [f32]),
    /// `(code + lowest) * step`.
    Codes {
        codes: &'a [u8],
        lowest: f32,
        step: f32,
    },
}

impl Weights<'_> {
    /// Where they begin, and how many bytes each has.
    fn bytes(&self) -> (*const u8, usize) {
        match self {
            Self::Numbers(numbers) => (numbers.as_ptr().cast(), size_of::<f32>()),
            Self::Codes { codes, .. } => (codes.as_ptr(), 1),
        }
    }
}

/// A panel's place: its first column, its weights and bias.
#[derive(Clone, Copy)]
struct Panel {
    column: usize,
    weights: *const f32,
    bias: *const f32,
}

/// What a tile asks for while its sums run, in steps of so many bytes: the sums of the next panel
/// would else wait for its weights.
#[derive(Clone, Copy)]
struct Ahead {
    from: *const u8,
    step: usize,
}

/// Runs a product with `R1`, `R2` or `R3` rows at a time for panels of one, two or three
/// registers.
///
/// # Safety
/// The processor has the instructions of `V`, and the lengths are as [`Product`] says, the
/// panels having been made for `V::LANES`.
#[inline(always)]
pub(super) unsafe fn product<V: Vector, const R1: usize, const R2: usize, const R3: usize>(
    job: &mut Product<'_>,
) {
    let block = match job.weights {
        Weights::Numbers(_) => BLOCK,
        Weights::Codes { .. } => BLOCK_OF_CODES,
    };
    let most = (block / job.depth.max(1)).max(BLOCK_ROWS);
    let blocks = job.rows.div_ceil(most).max(1);
    let (rows, longer) = (job.rows / blocks, job.rows % blocks);
    let (mut first, panels) = (0, job.panels);
    for block in 0..blocks {
        let count = rows + usize::from(block < longer);
        let (mut bytes, size) = job.weights.bytes();
        let (mut column, mut bias) = (0, job.bias.as_ptr());
        for vectors in panels {
            let columns = vectors * V::LANES;
            // SAFETY: the caller's; panels follow one another.
            unsafe {
                let weights = numbers::<V>(job, bytes, columns * job.depth);
                bytes = bytes.add(columns * job.depth * size);
                let panel = Panel { column, weights, bias };
                if job.rows == 1 {
                    match vectors {
                        1 => line::<V, 1>(job, panel),
                        2 => line::<V, 2>(job, panel),
                        _ => line::<V, 3>(job, panel),
                    }
                } else {
                    let next = Ahead { from: bytes, step: columns * size };
                    match vectors {
                        1 => strip::<V, R1, 1>(job, first, count, panel, next),
                        2 => strip::<V, R2, 2>(job, first, count, panel, next),
                        _ => strip::<V, R3, 3>(job, first, count, panel, next),
                    }
                }
                column += columns;
                bias = bias.add(columns);
            }
        }
        first += count;
    }
}

/// A panel's weights as numbers: those that lie at `from`, or what codes there stand for.
#[inline(always)]
unsafe fn numbers<V: Vector>(job: &mut Product<'_>, from: *const u8, count: usize) -> *const f32 {
    let Weights::Codes { lowest, step, .. } = job.weights else { return from.cast() };
    let room = job.room.as_mut_ptr();
    // SAFETY: the caller's: `count` codes lie there, whole registers of them, and room is for as many.
    unsafe {
        let (zero, lowest, step) = (V::splat(0.0), V::splat(lowest), V::splat(step));
        let mut at = 0;
        while at < count {
            let code = V::load_bytes(from.add(at)).add(lowest);
            zero.add_product(code, step).store(room.add(at));
            at += V::LANES;
        }
    }
    room
}

/// Sums that run side by side over a row's numbers: one alone waits for each product before the next.
const PARTS: usize = 4;

/// One row by `N` registers of columns.
#[inline(always)]
unsafe fn line<V: Vector, const N: usize>(job: &mut Product<'_>, panel: Panel) {
    // SAFETY: the caller's: `depth` numbers lie in `input`, and the panel holds `N` registers for
    // each of them.
    unsafe {
        let mut sums = [[V::splat(0.0); N]; PARTS];
        for n in 0..N {
            sums[0][n] = V::load(panel.bias.add(n * V::LANES));
        }
        let (mut input, mut weights) = (job.input.as_ptr(), panel.weights);
        for _ in 0..job.depth / PARTS {
            for part in 0..PARTS {
                let value = V::splat(*input.add(part));
                for n in 0..N {
                    let column = V::load(weights.add((part * N + n) * V::LANES));
                    sums[part][n] = sums[part][n].add_product(value, column);
                }
            }
            input = input.add(PARTS);
            weights = weights.add(PARTS * N * V::LANES);
        }
        for part in 0..job.depth % PARTS {
            let value = V::splat(*input.add(part));
            for n in 0..N {
                let column = V::load(weights.add((part * N + n) * V::LANES));
                sums[part][n] = sums[part][n].add_product(value, column);
            }
        }
        for n in 0..N {
            sums[0][n] = sums[0][n].add(sums[1][n]).add(sums[2][n].add(sums[3][n]));
        }
        finish::<V, 1, N>(job, 0, panel, [sums[0]]);
    }
}

/// One panel's results for `count` rows from `first` on, `R` rows or one less at a time.
#[inline(always)]
unsafe fn strip<V: Vector, const R: usize, const N: usize>(
    job: &mut Product<'_>,
    first: usize,
    count: usize,
    panel: Panel,
    next: Ahead,
) {
    let tiles = count.div_ceil(R).max(1);
    let (rows, longer) = (count / tiles, count % tiles);
    // Each tile asks for its share of the next panel.
    let mut ahead = Ahead { step: next.step.div_ceil(tiles), ..next };
    let mut row = first;
    for index in 0..tiles {
        let rows = rows + usize::from(index < longer);
        // SAFETY: the caller's; no tile reaches beyond `first + count`.
        unsafe {
            match rows {
                1 => tile::<V, 1, N>(job, row, panel, ahead),
                2 if R >= 2 => tile::<V, 2, N>(job, row, panel, ahead),
                3 if R >= 3 => tile::<V, 3, N>(job, row, panel, ahead),
                4 if R >= 4 => tile::<V, 4, N>(job, row, panel, ahead),
                5 if R >= 5 => tile::<V, 5, N>(job, row, panel, ahead),
                6 if R >= 6 => tile::<V, 6, N>(job, row, panel, ahead),
                7 if R >= 7 => tile::<V, 7, N>(job, row, panel, ahead),
                8 if R >= 8 => tile::<V, 8, N>(job, row, panel, ahead),
                9 if R >= 9 => tile::<V, 9, N>(job, row, panel, ahead),
                10 if R >= 10 => tile::<V, 10, N>(job, row, panel, ahead),
                11 if R >= 11 => tile::<V, 11, N>(job, row, panel, ahead),
                12 if R >= 12 => tile::<V, 12, N>(job, row, panel, ahead),
                _ => {}
            }
        }
        row += rows;
        ahead.from = ahead.from.wrapping_add(ahead.step * job.depth);
    }
}

/// `R` rows by `N` registers of columns.
#[inline(always)]
unsafe fn tile<V: Vector, const R: usize, const N: usize>(
    job: &mut Product<'_>,
    row: usize,
    panel: Panel,
    ahead: Ahead,
) {
    // SAFETY: the caller's: `R` rows from `row` on lie in `input`, `add` and `out`, and the
    // panel holds `N` registers for each of `depth` steps.
    unsafe {
        let depth = job.depth;
        let mut sums = [[V::splat(0.0); N]; R];
        for n in 0..N {
            let bias = V::load(panel.bias.add(n * V::LANES));
            for r in 0..R {
                sums[r][n] = bias;
            }
        }
        // One pointer for three rows: their distances fit a processor's addressing.
        let mut rows = [job.input.as_ptr().add(row * depth); 4];
        for group in 1..R.div_ceil(3) {
            rows[group] = rows[group].add(group * 3 * depth);
        }
        let mut weights = panel.weights;
        let mut asked = ahead.from;
        for _ in 0..depth {
            V::ask_for(asked.cast());
            asked = asked.wrapping_add(ahead.step);
            let mut column = [V::splat(0.0); N];
            for n in 0..N {
                column[n] = V::load(weights.add(n * V::LANES));
            }
            for r in 0..R {
                let value = V::splat(*rows[r / 3].add(r % 3 * depth));
                for n in 0..N {
                    sums[r][n] = sums[r][n].add_product(value, column[n]);
                }
            }
            for group in 0..4 {
                rows[group] = rows[group].add(1);
            }
            weights = weights.add(N * V::LANES);
        }

        finish::<V, R, N>(job, row, panel, sums);
    }
}

/// Adds what is to be added to a block's sums, cuts them to bounds and stores them.
///
/// In short loops, each of which the compiler unrolls: where it leaves one as a loop, it keeps the sums in
/// memory, and the loop over `depth` stores them there with every step.
#[inline(always)]
unsafe fn finish<V: Vector, const R: usize, const N: usize>(
    job: &mut Product<'_>,
    row: usize,
    panel: Panel,
    mut sums: [[V; N]; R],
) {
    let (low, high) = (job.low, job.high);
    let (width, left) = (job.width, job.width - panel.column);
    let first = row * width + panel.column;
    // SAFETY: the caller's: `R` rows from `row` on lie in `add` and `out`; what is beyond `width` is
    // not stored.
    unsafe {
        let out = job.out.as_mut_ptr().add(first);
        let add = job.add.map(|add| add.as_ptr().add(first));
        if left >= N * V::LANES {
            if let Some(add) = add {
                for r in 0..R {
                    for n in 0..N {
                        sums[r][n] = sums[r][n].add(V::load(add.add(r * width + n * V::LANES)));
                    }
                }
            }
            let (low, high) = (V::splat(low), V::splat(high));
            for r in 0..R {
                for n in 0..N {
                    sums[r][n].clamp(low, high).store(out.add(r * width + n * V::LANES));
                }
            }
            return;
        }
        let mut lines = [[0.0; MAX_VECTORS * MAX_LANES]; R];
        for r in 0..R {
            for n in 0..N {
                sums[r][n].store(lines[r].as_mut_ptr().add(n * V::LANES));
            }
        }
        for r in 0..R {
            for column in 0..left {
                let at = r * width + column;
                let mut sum = lines[r][column];
                if let Some(add) = add {
                    sum += *add.add(at);
                }
                *out.add(at) = sum.max(low).min(high);
            }
        }
    }
}

/// Each channel by itself: a window over `[height, width, channels]`.
///
/// `rows` says where in `input` each of the `height` rows begins, `width * channels` numbers of
/// which lie there; `out` holds `out_height * out_width * channels`, `weights`
/// `kernel.0 * kernel.1 * channels`, `bias` `channels` numbers.
pub(super) struct Depthwise<'a> {
    pub(super) channels: usize,
    pub(super) size: (usize, usize),
    pub(super) out_size: (usize, usize),
    pub(super) kernel: (usize, usize),
    pub(super) stride: (usize, usize),
    /// Rows above and columns left of the picture that count as zero.
    pub(super) before: (usize, usize),
    pub(super) input: &'a [f32],
    pub(super) rows: &'a [usize],
    pub(super) weights: &'a [f32],
    pub(super) bias: &'a [f32],
    pub(super) out: &'a mut [f32],
    pub(super) low: f32,
    pub(super) high: f32,
}

/// # Safety
/// The processor has the instructions of `V`, and the lengths are as [`Depthwise`] says.
#[inline(always)]
pub(super) unsafe fn depthwise<V: Vector>(job: &mut Depthwise<'_>) {
    let (out_height, out_width) = job.out_size;
    // Columns whose window lies within the picture.
    let inner = inside(job.size.1, out_width, job.kernel.1, job.stride.1, job.before.1);
    let near = job.stride.1.saturating_mul(3 * job.channels.max(1));
    let step = (NEAR / near).clamp(16, 64) / 4 * 4;
    for y in 0..out_height {
        let (top, bottom) = taps(y, job.size.0, job.kernel.0, job.stride.0, job.before.0);
        let fast = if job.kernel == (3, 3) { inner.clone() } else { 0..0 };
        // SAFETY: the caller's; windows are cut to the picture.
        unsafe {
            for x in (0..out_width).filter(|x| !fast.contains(x)) {
                border::<V>(job, y, x, top, bottom);
            }
            let mut x = fast.start;
            while x < fast.end {
                let end = (x + step).min(fast.end);
                let mut channel = 0;
                while channel + V::LANES <= job.channels {
                    cut_3x3::<V>(job, y, (top, bottom), x..end, channel);
                    channel += V::LANES;
                }
                while channel < job.channels {
                    cut_3x3::<[f32; 1]>(job, y, (top, bottom), x..end, channel);
                    channel += 1;
                }
                x = end;
            }
        }
    }
}

/// The results whose windows lie wholly within the picture.
fn inside(
    side: usize,
    out_side: usize,
    kernel: usize,
    stride: usize,
    before: usize,
) -> Range<usize> {
    let start = before.div_ceil(stride).min(out_side);
    let end = match (side + before).checked_sub(kernel) {
        Some(last) => (last / stride + 1).min(out_side),
        None => 0,
    };
    start..end.max(start)
}

/// First and one past the last row (or column) of the kernel that meets the picture.
fn taps(at: usize, side: usize, kernel: usize, stride: usize, before: usize) -> (usize, usize) {
    let start = before.saturating_sub(at * stride).min(kernel);
    let end = (side + before).saturating_sub(at * stride).min(kernel);
    (start, end.max(start))
}

/// One result of all channels, the window cut to the picture.
#[inline(always)]
unsafe fn border<V: Vector>(
    job: &mut Depthwise<'_>,
    y: usize,
    x: usize,
    top: usize,
    bottom: usize,
) {
    let (left, right) = taps(x, job.size.1, job.kernel.1, job.stride.1, job.before.1);
    let channels = job.channels;
    // SAFETY: the caller's; `top..bottom` and `left..right` keep within the picture.
    unsafe {
        let mut channel = 0;
        while channel + 4 * V::LANES <= channels {
            tap_by_tap::<V, 4>(job, (y, x), (top, bottom), (left, right), channel);
            channel += 4 * V::LANES;
        }
        while channel + V::LANES <= channels {
            tap_by_tap::<V, 1>(job, (y, x), (top, bottom), (left, right), channel);
            channel += V::LANES;
        }
        while channel < channels {
            tap_by_tap::<[f32; 1], 1>(job, (y, x), (top, bottom), (left, right), channel);
            channel += 1;
        }
    }
}

/// `N` registers of channels.
#[inline(always)]
unsafe fn tap_by_tap<V: Vector, const N: usize>(
    job: &mut Depthwise<'_>,
    (y, x): (usize, usize),
    (top, bottom): (usize, usize),
    (left, right): (usize, usize),
    channel: usize,
) {
    // SAFETY: the caller's.
    unsafe {
        let mut sums = [V::splat(0.0); N];
        for n in 0..N {
            sums[n] = V::load(job.bias.as_ptr().add(channel + n * V::LANES));
        }
        for ky in top..bottom {
            let row = *job.rows.as_ptr().add(y * job.stride.0 + ky - job.before.0);
            for kx in left..right {
                let column = x * job.stride.1 + kx - job.before.1;
                let at = row + column * job.channels + channel;
                let tap = (ky * job.kernel.1 + kx) * job.channels + channel;
                let (input, weights) = (job.input.as_ptr().add(at), job.weights.as_ptr().add(tap));
                for n in 0..N {
                    let value = V::load(input.add(n * V::LANES));
                    sums[n] = sums[n].add_product(value, V::load(weights.add(n * V::LANES)));
                }
            }
        }
        let at = (y * job.out_size.1 + x) * job.channels + channel;
        let out = job.out.as_mut_ptr().add(at);
        for n in 0..N {
            sums[n].clamp(V::splat(job.low), V::splat(job.high)).store(out.add(n * V::LANES));
        }
    }
}

/// Results `xs` of a row, one register of channels, no column of their windows beyond the picture; rows
/// `top..bottom` of the windows meet it.
#[inline(always)]
unsafe fn cut_3x3<V: Vector>(
    job: &mut Depthwise<'_>,
    y: usize,
    rows: (usize, usize),
    xs: Range<usize>,
    channel: usize,
) {
    // SAFETY: the caller's.
    unsafe {
        match rows {
            (0, 3) => run_3x3::<V, 0, 3>(job, y, xs, channel),
            (1, 3) => run_3x3::<V, 1, 3>(job, y, xs, channel),
            (0, 2) => run_3x3::<V, 0, 2>(job, y, xs, channel),
            (top, bottom) => {
                for x in xs {
                    let (left, right) = taps(x, job.size.1, 3, job.stride.1, job.before.1);
                    tap_by_tap::<V, 1>(job, (y, x), (top, bottom), (left, right), channel);
                }
            }
        }
    }
}

/// The same for rows `TOP..BOTTOM`.
#[inline(always)]
unsafe fn run_3x3<V: Vector, const TOP: usize, const BOTTOM: usize>(
    job: &mut Depthwise<'_>,
    y: usize,
    xs: Range<usize>,
    channel: usize,
) {
    let channels = job.channels;
    let step = job.stride.1 * channels;
    // SAFETY: the caller's.
    unsafe {
        let weights: [V; 9] =
            std::array::from_fn(|tap| V::load(job.weights.as_ptr().add(tap * channels + channel)));
        let bias = V::load(job.bias.as_ptr().add(channel));
        let bounds = (V::splat(job.low), V::splat(job.high));
        let left = (xs.start * job.stride.1 - job.before.1) * channels + channel;
        let mut rows = [job.input.as_ptr().add(left); 3];
        for ky in TOP..BOTTOM {
            let row = y * job.stride.0 + ky - job.before.0;
            rows[ky] = rows[ky].add(*job.rows.as_ptr().add(row));
        }
        let mut out =
            job.out.as_mut_ptr().add((y * job.out_size.1 + xs.start) * channels + channel);
        let mut left = xs.len();
        while left > 0 {
            let strides = (step, channels);
            let count = if left >= NEIGHBOURS {
                some_3x3::<V, TOP, BOTTOM, NEIGHBOURS>(&weights, bias, bounds, rows, strides, out);
                NEIGHBOURS
            } else {
                some_3x3::<V, TOP, BOTTOM, 1>(&weights, bias, bounds, rows, strides, out);
                1
            };
            // Behind the last result they point anywhere, and nothing is read there.
            for ky in TOP..BOTTOM {
                rows[ky] = rows[ky].wrapping_add(count * step);
            }
            (out, left) = (out.wrapping_add(count * channels), left - count);
        }
    }
}

/// Results side by side whose sums run together.
const NEIGHBOURS: usize = if cfg!(target_arch = "wasm32") { 2 } else { 4 };

/// `X` neighbouring results of one register of channels.
#[inline(always)]
unsafe fn some_3x3<V: Vector, const TOP: usize, const BOTTOM: usize, const X: usize>(
    weights: &[V; 9],
    bias: V,
    (low, high): (V, V),
    rows: [*const f32; 3],
    (step, channels): (usize, usize),
    out: *mut f32,
) {
    // SAFETY: the caller's.
    unsafe {
        if cfg!(target_arch = "wasm32") {
            // One after another: LLVM would load all that they need beforehand, which is more than
            // registers hold.
            for x in 0..X {
                let mut sum = bias;
                for ky in TOP..BOTTOM {
                    for kx in 0..3 {
                        let value = V::load(rows[ky].add(kx * channels + x * step));
                        sum = sum.add_product(value, weights[ky * 3 + kx]);
                    }
                }
                sum.clamp(low, high).store(out.add(x * channels));
            }
            return;
        }
        let mut sums = [bias; X];
        for ky in TOP..BOTTOM {
            for kx in 0..3 {
                let at = rows[ky].add(kx * channels);
                for x in 0..X {
                    let value = V::load(at.add(x * step));
                    sums[x] = sums[x].add_product(value, weights[ky * 3 + kx]);
                }
            }
        }
        for x in 0..X {
            sums[x].clamp(low, high).store(out.add(x * channels));
        }
    }
}
