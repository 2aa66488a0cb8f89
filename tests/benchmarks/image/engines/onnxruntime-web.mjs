// onnxruntime-web's WebAssembly backend (always with SIMD) on one thread, with our ONNX file.
// `network` alone: it resizes nothing by itself.
import { readFileSync } from 'node:fs';
import * as ort from 'onnxruntime-web/wasm';

export async function load() {
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(new Uint8Array(readFileSync(process.env.HIMAYA_MODEL)), {
    executionProviders: ['wasm'],
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Else the weights stay bytes, and each run makes them numbers anew.
    extra: { session: { disable_quant_qdq: '1' } },
  });
  const [input, output] = [session.inputNames[0], session.outputNames[0]];
  return {
    prepare(kind, { rgba, width, height }) {
      const size = width * height;
      const planes = new Float32Array(3 * size);
      for (let pixel = 0; pixel < size; pixel += 1) {
        for (let channel = 0; channel < 3; channel += 1) {
          planes[channel * size + pixel] = rgba[4 * pixel + channel] / 255;
        }
      }
      return new ort.Tensor('float32', planes, [1, 3, height, width]);
    },
    async run(kind, tensor) {
      const answers = await session.run({ [input]: tensor });
      return answers[output].data;
    },
  };
}
