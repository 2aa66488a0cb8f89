// Picture files to 8-bit RGB, as the Rust core defines it: alpha is dropped (the stored
// colours stay), 16 bits become 8 as (v + 128) / 257, grey is repeated, animations give
// their first frame, colour profiles are ignored.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PNG } from 'pngjs';
import omggif from 'omggif';
import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js';

/** @typedef {{ width: number, height: number, rgb: Uint8Array }} Picture */

/**
 * Decodes a PNG, GIF, 24-bit BMP or JPEG, told apart by its first bytes.
 * @param {Buffer} file
 * @returns {Promise<Picture>}
 */
export async function decodePicture(file) {
  if (file.subarray(1, 4).toString('latin1') === 'PNG') return decodePng(file);
  if (file.subarray(0, 3).toString('latin1') === 'GIF') return decodeGif(file);
  if (file.subarray(0, 2).toString('latin1') === 'BM') return decodeBmp(file);
  if (file.readUInt16BE(0) === 0xffd8) return decodeJpegFile(file);
  throw new Error('neither PNG, GIF, BMP nor JPEG');
}

function decodePng(file) {
  const [depth, color] = [file[24], file[25]];
  if (color !== 3 && file.includes('tRNS')) {
    throw new Error('a PNG with a transparent colour: pngjs would turn it into black');
  }
  const deep = depth === 16;
  const { width, height, data } = PNG.sync.read(file, { skipRescale: deep });
  return { width, height, rgb: dropAlpha(deep ? data.map(to8Bit) : data) };
}

function to8Bit(sample) {
  return Math.floor((sample + 128) / 257);
}

function decodeGif(file) {
  const gif = new omggif.GifReader(file);
  const { x, y, width, height, transparent_index: transparent } = gif.frameInfo(0);
  if (x || y || width !== gif.width || height !== gif.height || transparent !== null) {
    throw new Error('a GIF whose first frame has holes: what fills them is up to the decoder');
  }
  const rgba = new Uint8Array(width * height * 4);
  gif.decodeAndBlitFrameRGBA(0, rgba);
  return { width, height, rgb: dropAlpha(rgba) };
}

function decodeBmp(file) {
  const start = file.readUInt32LE(10);
  const [width, height] = [file.readInt32LE(18), file.readInt32LE(22)];
  if (file.readUInt16LE(28) !== 24 || file.readUInt32LE(30) !== 0 || height < 1) {
    throw new Error('only bottom-up BMP with 24 bits and no compression');
  }
  const stride = Math.ceil((width * 3) / 4) * 4;
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = start + (height - 1 - y) * stride + x * 3;
      rgb.set([file[from + 2], file[from + 1], file[from]], (y * width + x) * 3);
    }
  }
  return { width, height, rgb };
}

async function decodeJpegFile(file) {
  await jpegReady();
  const { width, height, data } = await decodeJpeg(new Uint8Array(file).buffer);
  return { width, height, rgb: dropAlpha(data) };
}

let jpegModule;

/** The decoder is libjpeg-turbo (mozjpeg) as WebAssembly; it asks for the browser's ImageData. */
function jpegReady() {
  globalThis.ImageData ??= class ImageData {
    constructor(data, width, height) {
      Object.assign(this, { data, width, height });
    }
  };
  const wasm = createRequire(import.meta.url).resolve('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm');
  jpegModule ??= initJpeg(new WebAssembly.Module(readFileSync(wasm)));
  return jpegModule;
}

function dropAlpha(rgba) {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from];
    rgb[to + 1] = rgba[from + 1];
    rgb[to + 2] = rgba[from + 2];
  }
  return rgb;
}
