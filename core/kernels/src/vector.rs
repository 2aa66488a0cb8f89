//! Vector registers of the processors that kernels are written for.

#![allow(clippy::needless_range_loop, reason = "plain loops are inlined wherever they stand")]

/// A register of `LANES` numbers.
///
/// # Safety
/// Of every function: the processor has the instructions of the implementing type. `load`, `load_bytes` and
/// `store` besides: `LANES` numbers may be read from or written to the pointer.
pub(super) trait Vector: Copy {
    const LANES: usize;
    unsafe fn splat(value: f32) -> Self;
    unsafe fn load(from: *const f32) -> Self;
    /// `LANES` whole numbers of 8 bits, without a sign.
    unsafe fn load_bytes(from: *const u8) -> Self;
    unsafe fn store(self, to: *mut f32);
    /// `self + a * b`; rounded once where the processor can.
    unsafe fn add_product(self, a: Self, b: Self) -> Self;
    unsafe fn add(self, other: Self) -> Self;
    unsafe fn clamp(self, low: Self, high: Self) -> Self;

    /// Asks for what lies there before it is needed, where a processor can be asked. Nothing is read: it
    /// may point anywhere.
    #[inline(always)]
    fn ask_for(_from: *const f32) {}
}

/// Any processor: the compiler makes of it what the target's baseline has.
impl<const N: usize> Vector for [f32; N] {
    const LANES: usize = N;

    #[inline(always)]
    unsafe fn splat(value: f32) -> Self {
        [value; N]
    }

    #[inline(always)]
    unsafe fn load(from: *const f32) -> Self {
        // SAFETY: the caller's; an array of `f32` has no bytes beside its numbers.
        unsafe { from.cast::<Self>().read_unaligned() }
    }

    #[inline(always)]
    unsafe fn load_bytes(from: *const u8) -> Self {
        // SAFETY: as in `load`.
        let bytes = unsafe { from.cast::<[u8; N]>().read_unaligned() };
        let mut all = [0.0; N];
        for n in 0..N {
            all[n] = f32::from(bytes[n]);
        }
        all
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut f32) {
        // SAFETY: as in `load`.
        unsafe { to.cast::<Self>().write_unaligned(self) }
    }

    #[inline(always)]
    unsafe fn add_product(mut self, a: Self, b: Self) -> Self {
        for n in 0..N {
            self[n] += a[n] * b[n];
        }
        self
    }

    #[inline(always)]
    unsafe fn add(mut self, other: Self) -> Self {
        for n in 0..N {
            self[n] += other[n];
        }
        self
    }

    #[inline(always)]
    unsafe fn clamp(mut self, low: Self, high: Self) -> Self {
        for n in 0..N {
            let raised = if self[n] > low[n] { self[n] } else { low[n] };
            self[n] = if raised < high[n] { raised } else { high[n] };
        }
        self
    }
}

/// A register by its type's name and the intrinsics for it.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64", target_arch = "wasm32"))]
macro_rules! vector {
    (
        $register:ty, $lanes:literal,
        splat: $splat:expr, load: $load:expr, load_bytes: |$bytes:ident| $load_bytes:expr, store: $store:expr,
        add_product: |$sum:ident, $a:ident, $b:ident| $add_product:expr,
        add: $add:expr, max: $max:expr, min: $min:expr $(, ask_for: $ask_for:expr)?
    ) => {
        // SAFETY: of all of these, the caller's: the processor has the instructions, and the
        // pointers hold as many numbers as the register.
        #[allow(unused_unsafe, reason = "on some targets some of these are safe")]
        impl Vector for $register {
            const LANES: usize = $lanes;

            #[inline(always)]
            unsafe fn splat(value: f32) -> Self {
                unsafe { $splat(value) }
            }

            #[inline(always)]
            unsafe fn load(from: *const f32) -> Self {
                unsafe { $load(from.cast()) }
            }

            #[inline(always)]
            unsafe fn load_bytes($bytes: *const u8) -> Self {
                unsafe { $load_bytes }
            }

            #[inline(always)]
            unsafe fn store(self, to: *mut f32) {
                unsafe { $store(to.cast(), self) }
            }

            #[inline(always)]
            unsafe fn add_product(self, $a: Self, $b: Self) -> Self {
                let $sum = self;
                unsafe { $add_product }
            }

            #[inline(always)]
            unsafe fn add(self, other: Self) -> Self {
                unsafe { $add(self, other) }
            }

            #[inline(always)]
            unsafe fn clamp(self, low: Self, high: Self) -> Self {
                unsafe { $min($max(self, low), high) }
            }
            $(
                #[inline(always)]
                fn ask_for(from: *const f32) {
                    $ask_for(from);
                }
            )?
        }
    };
}

#[cfg(target_arch = "x86_64")]
mod x86_64 {
    use core::arch::x86_64::*;

    use super::Vector;

    #[inline(always)]
    fn fetch(from: *const f32) {
        // Miri knows no caches.
        if !cfg!(miri) {
            // SAFETY: a hint; whatever the address, it faults nowhere.
            unsafe { _mm_prefetch::<_MM_HINT_T0>(from.cast()) }
        }
    }

    vector!(
        __m256, 8,
        splat: _mm256_set1_ps, load: _mm256_loadu_ps,
        load_bytes: |from| _mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(_mm_loadl_epi64(from.cast()))),
        store: _mm256_storeu_ps,
        add_product: |sum, a, b| _mm256_fmadd_ps(a, b, sum),
        add: _mm256_add_ps, max: _mm256_max_ps, min: _mm256_min_ps, ask_for: fetch
    );

    vector!(
        __m512, 16,
        splat: _mm512_set1_ps, load: _mm512_loadu_ps,
        load_bytes: |from| _mm512_cvtepi32_ps(_mm512_cvtepu8_epi32(_mm_loadu_si128(from.cast()))),
        store: _mm512_storeu_ps,
        add_product: |sum, a, b| _mm512_fmadd_ps(a, b, sum),
        add: _mm512_add_ps, max: _mm512_max_ps, min: _mm512_min_ps, ask_for: fetch
    );
}

#[cfg(target_arch = "aarch64")]
mod aarch64 {
    use core::arch::aarch64::*;

    use super::Vector;

    vector!(
        float32x4_t, 4,
        splat: vdupq_n_f32, load: vld1q_f32,
        load_bytes: |from| {
            let four = vcreate_u8(u64::from(from.cast::<u32>().read_unaligned()));
            vcvtq_f32_u32(vmovl_u16(vget_low_u16(vmovl_u8(four))))
        },
        store: vst1q_f32,
        add_product: |sum, a, b| vfmaq_f32(sum, a, b),
        add: vaddq_f32, max: vmaxq_f32, min: vminq_f32
    );
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wasm32 {
    use core::arch::wasm32::*;

    use super::Vector;

    // `pmax(low, value)` and `pmin` are one instruction each on x86, other than `max` and `min`.
    vector!(
        v128, 4,
        splat: f32x4_splat, load: v128_load,
        load_bytes: |from| {
            let four = u32x4_splat(from.cast::<u32>().read_unaligned());
            f32x4_convert_u32x4(u32x4_extend_low_u16x8(u16x8_extend_low_u8x16(four)))
        },
        store: v128_store,
        add_product: |sum, a, b| if cfg!(feature = "relaxed-simd") {
            f32x4_relaxed_madd(a, b, sum)
        } else {
            f32x4_add(sum, f32x4_mul(a, b))
        },
        add: f32x4_add, max: f32x4_pmax, min: f32x4_pmin
    );
}
