// nsfwjs on TensorFlow.js's WebAssembly backend with SIMD. `network` is the model on a tensor made
// before; `pixels` is what an app calls, nsfwjs's own classify.
import path from 'node:path';
import { createRequire } from 'node:module';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { load as loadNsfwjs } from 'nsfwjs/core';
import { MobileNetV2MidModel } from 'nsfwjs/models/mobilenet_v2_mid';

export async function load() {
  const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(path.dirname(main) + path.sep);
  await tf.setBackend('wasm');
  if (tf.getBackend() !== 'wasm' || !(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
    throw new Error('tfjs did not choose its WebAssembly backend with SIMD');
  }
  if (await tf.env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT')) throw new Error('tfjs has threads');
  const nsfwjs = await loadNsfwjs('MobileNetV2Mid', { modelDefinitions: [MobileNetV2MidModel] });
  return {
    prepare(kind, picture) {
      if (kind === 'pixels') return { ...picture, data: picture.rgba };
      return tf.tidy(() => tf.browser.fromPixels({ ...picture, data: picture.rgba }).div(255).expandDims());
    },
    async run(kind, input) {
      if (kind === 'pixels') {
        const ranked = await nsfwjs.classify(input, 5);
        ranked.sort((a, b) => (a.className < b.className ? -1 : 1));
        return ranked.map(({ probability }) => probability);
      }
      const output = nsfwjs.model.predict(input);
      const scores = await output.data();
      tf.dispose([input, output]);
      return scores;
    },
  };
}
