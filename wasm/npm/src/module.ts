// Which of the full module's two builds is taken.

/** `i8x16.relaxed_swizzle` of two constants: the module by which wasm-feature-detect 1.8 asks for it. */
const RELAXED_SIMD = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 15, 1, 13, 0, 65, 1, 253, 15,
  65, 2, 253, 15, 253, 128, 2, 11,
]);

/**
 * Whether WebAssembly has Relaxed SIMD here, in which pictures take less time: if so, the standard
 * module is `himaya_full_relaxed_bg.wasm`, else `himaya_full_bg.wasm`. Who serves the module from
 * elsewhere chooses by it.
 */
export function hasRelaxedSimd(): boolean {
  return WebAssembly.validate(RELAXED_SIMD);
}

/** Where the module is that suits this browser, beside this script. */
export function standardModule(): URL {
  return hasRelaxedSimd()
    ? new URL('himaya_full_relaxed_bg.wasm', import.meta.url)
    : new URL('himaya_full_bg.wasm', import.meta.url);
}
