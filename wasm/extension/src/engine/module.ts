// Which of the package's modules the extension loads.

import { hasRelaxedSimd } from 'himaya';

/** All Chromium that the extension runs in has Relaxed SIMD: there no other module is shipped. */
export function moduleUrl(): string {
  return chrome.runtime.getURL(hasRelaxedSimd() ? 'himaya_full_relaxed_bg.wasm' : 'himaya_full_bg.wasm');
}
