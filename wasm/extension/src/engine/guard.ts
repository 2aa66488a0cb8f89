// The only file that knows the WebAssembly package.

import init, { HimayaGuard } from 'himaya-wasm';
import type { AgeBand } from '../shared/settings';

/** What of an assessment is read here; all of it is in core/src/assessment.rs. */
export interface Assessment {
  action: 'allow' | 'indicate' | 'blur' | 'interrupt' | 'mute';
  /** 0 to 1. */
  risk: number;
  findings: { category: string; score: number; severity: number; reason_codes: string[] }[];
  message_key: string | null;
  status: 'complete' | 'degraded' | 'failed';
}

export interface Guard {
  assessMessage(text: string): Assessment;
  /** RGBA, 8 bits, row by row. */
  assessPixels(rgba: Uint8Array, width: number, height: number): Assessment;
  /** Else it is loaded with the first picture. */
  loadImageModel(): void;
  free(): void;
}

/** Compiled once and handed to every worker: the code is shared between them. */
export function compile(): Promise<WebAssembly.Module> {
  return WebAssembly.compileStreaming(fetch(chrome.runtime.getURL('himaya.wasm')));
}

export async function makeGuard(module: WebAssembly.Module, ageBand: AgeBand): Promise<Guard> {
  await init({ module_or_path: module });
  return new HimayaGuard(ageBand);
}
