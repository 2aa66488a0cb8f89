// The original model, run by the original code: nsfwjs on TensorFlow.js (plain JavaScript
// backend). nsfwjs divides by 255, resizes with aligned corners to 224x224 and predicts.
import * as tf from '@tensorflow/tfjs';
import { load } from 'nsfwjs/core';
import { MobileNetV2MidModel } from 'nsfwjs/models/mobilenet_v2_mid';

/** @returns {Promise<(picture: import('./decode.mjs').Picture) => Promise<Record<string, number>>>} */
export async function loadReference() {
  await tf.setBackend('cpu');
  const model = await load('MobileNetV2Mid', { modelDefinitions: [MobileNetV2MidModel] });
  return async ({ width, height, rgb }) => {
    const image = tf.tensor3d(rgb, [height, width, 3], 'int32');
    const ranked = await model.classify(image, 5);
    image.dispose();
    ranked.sort((a, b) => (a.className < b.className ? -1 : 1));
    return Object.fromEntries(ranked.map((c) => [c.className, asFloat32(c.probability)]));
  };
}

/** The shortest usual spelling of a 32-bit float: nine digits always suffice. */
export function asFloat32(value) {
  return Number(Math.fround(value).toPrecision(9));
}
