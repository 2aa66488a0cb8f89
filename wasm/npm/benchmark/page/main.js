// What `measure.mjs` calls in the page.
import { load as loadNsfwjs } from 'nsfwjs/core';
import { MobileNetV2MidModel } from 'nsfwjs/models/mobilenet_v2_mid';
import * as ort from 'onnxruntime-web/wasm';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

const ROUNDS = 15;
/** A page's clock is coarse: messages are timed many at once. */
const TIMES = 40;

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Milliseconds from nothing to the first answer. */
async function ready(entry) {
  const start = performance.now();
  const { Guard, load } = await import(/* @vite-ignore */ new URL(`himaya/${entry}.js`, location).href);
  await load();
  new Guard().assessMessage('hello');
  const time = performance.now() - start;
  await settled();
  return time;
}

/** A page that stays open longer than a start leaves its rules prepared. */
async function settled() {
  const given = performance.now() + 5000;
  const prepared = await caches.open('himaya-prepared');
  while ((await prepared.keys()).length === 0) {
    if (performance.now() > given) throw new Error('no rules were kept prepared');
    await new Promise((go) => setTimeout(go, 20));
  }
}

/** Microseconds of each message. */
async function messages(entry, texts) {
  const { Guard, load } = await import(/* @vite-ignore */ new URL(`himaya/${entry}.js`, location).href);
  await load();
  const guard = new Guard();
  const time = (text) => {
    const start = performance.now();
    for (let times = 0; times < TIMES; times += 1) guard.assessMessage(text);
    return (1000 * (performance.now() - start)) / TIMES;
  };
  texts.forEach(time);
  return median(texts.map((text) => Math.min(time(text), time(text))));
}

async function engines() {
  const { Guard, load } = await import(/* @vite-ignore */ new URL('himaya/index.js', location).href);
  await load();
  const guard = new Guard();
  setWasmPaths(new URL('peers/', location).href);
  await tf.setBackend('wasm');
  if (tf.getBackend() !== 'wasm' || !(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
    throw new Error('tfjs did not choose its WebAssembly backend with SIMD');
  }
  const nsfwjs = await loadNsfwjs('MobileNetV2Mid', { modelDefinitions: [MobileNetV2MidModel] });
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = new URL('peers/', location).href;
  const session = await ort.InferenceSession.create(new URL('peers/model.onnx', location).href, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
    extra: { session: { disable_quant_qdq: '1' } },
  });
  const tensor = new ort.Tensor('float32', new Float32Array(3 * 224 * 224).fill(0.5), [1, 3, 224, 224]);
  return {
    'himaya, pixels of any size': async (picture) => guard.assessPixels(picture),
    'nsfwjs 4.4 on tfjs wasm, pixels of any size': (picture) => nsfwjs.classify(picture, 5),
    'onnxruntime-web, the network alone': () => session.run({ [session.inputNames[0]]: tensor }),
  };
}

/** Milliseconds of a picture by engine, their rounds in turn. */
async function pictures(files) {
  const run = Object.entries(await engines());
  const decoded = [];
  for (const file of files) {
    const bitmap = await createImageBitmap(await (await fetch(file)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    decoded.push(context.getImageData(0, 0, bitmap.width, bitmap.height));
  }
  const times = run.map(() => []);
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const [at, [, look]] of run.entries()) {
      const start = performance.now();
      for (const picture of decoded) await look(picture);
      if (round >= 0) times[at].push((performance.now() - start) / decoded.length);
    }
  }
  return run.map(([name], at) => [name, median(times[at])]);
}

globalThis.benchmark = { messages, pictures, ready };
