// The guard that looks at pictures: the package `himaya` with the picture model alone.

import { Guard, load } from 'himaya';
import type { AgeBand } from '../shared/settings';
import { moduleUrl } from './module';

/** Compiled once and handed to every worker: the code is shared between them. */
export function compile(): Promise<WebAssembly.Module> {
  return WebAssembly.compileStreaming(fetch(moduleUrl()));
}

/** In a worker, where the extension's own addresses are beside the script's. */
export async function makeGuard(module: WebAssembly.Module, ageBand: AgeBand): Promise<Guard> {
  const model = await fetch(new URL('models/mobilenet-v2-mid-4.4.0.onnx', location.href));
  await load({ module, languages: [], textModel: false, imageModel: await model.arrayBuffer() });
  const guard = new Guard({ ageBand });
  guard.warmUp({ text: false });
  return guard;
}
