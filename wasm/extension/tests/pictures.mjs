// Pictures for the tests: crops of the golden photographs, and a harmless one that the model misjudges
// (a close view of an eye's ground), which is what must be covered here.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const GOLDEN = process.env.HIMAYA_GOLDEN_PICTURES;
const MADE = path.join(process.env.HIMAYA_CACHE, 'extension-pictures-4');
const PHOTOGRAPHS = [
  'scikit-image/astronaut.png',
  'scikit-image/chelsea.png',
  'scikit-image/coffee.png',
  'scikit-image/rocket.jpg',
  'scikit-image/motorcycle_left.png',
  'scikit-learn/china.jpg',
  'scikit-learn/flower.jpg',
  'matplotlib/grace_hopper.jpg',
  'scikit-image/coins.png',
  'scikit-image/gravel.png',
];
const MISJUDGED = 'scikit-image/microaneurysms.png';
/** Enough for a session over 500 pictures. */
const CROPS = 520;

const read = (file) => readFileSync(path.join(GOLDEN, file));
const address = (file) => `data:image/${file.endsWith('.png') ? 'png' : 'jpeg'};base64,${read(file).toString('base64')}`;

/** What becomes of everything on site/pictures/news.html. */
export const NEWS = {
  pictures: {
    '#photo': 'clear',
    '#found': 'covered',
    '#srcset': 'clear',
    '#picture': 'covered',
    '#svg': 'covered',
    '#poster': 'covered',
    '#input': 'clear',
    '#other-site': 'covered',
    '#icon': 'clear',
    '#data': 'covered',
  },
  backgrounds: { '#background': 'covered', '#background-photo': 'none' },
};

/** A page whose policy allows next to nothing, with one picture that is found and one that is not. */
export const strictPage = (_, response) =>
  response
    .writeHead(200, {
      'content-type': 'text/html',
      'content-security-policy': "default-src 'none'; img-src 'self'; style-src 'none'; script-src 'none'",
    })
    .end('<!doctype html><title>Strict</title><img id="found" src="made/covered-0.png"><img id="photo" src="made/photo-1.jpg">');

export const areMade = () => existsSync(path.join(MADE, 'done'));

/**
 * `photo-0.jpg` to `photo-519.jpg` (640x420), `covered-0.png` to `covered-9.png` (408x408, stripes in a corner), `icon.png`, `clip.webm`, `harmless.webm`;
 * made once.
 */
export async function makePictures(context) {
  if (areMade()) return;
  mkdirSync(MADE, { recursive: true });
  const page = await context.newPage();
  await page.goto('about:blank');
  const save = (name, base64) => writeFileSync(path.join(MADE, name), Buffer.from(base64, 'base64'));
  await page.evaluate(
    async ({ photographs, misjudged }) => {
      const load = async (src) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return image;
      };
      globalThis.photographs = await Promise.all(photographs.map(load));
      globalThis.misjudged = await load(misjudged);
      globalThis.draw = (draw, width, height, type) => {
        const canvas = document.createElement('canvas');
        Object.assign(canvas, { width, height });
        draw(canvas.getContext('2d'));
        return canvas.toDataURL(type, 0.85).split(',')[1];
      };
    },
    { photographs: PHOTOGRAPHS.map(address), misjudged: address(MISJUDGED) },
  );
  for (let i = 0; i < CROPS; i += 1) {
    const photograph = await page.evaluate((i) => {
      const image = globalThis.photographs[i % globalThis.photographs.length];
      const { naturalWidth: width, naturalHeight: height } = image;
      const inset = (i * 7) % 40;
      const crop = (c) => {
        c.drawImage(image, inset, inset / 2, width - inset * 1.5, height - inset, 0, 0, 640, 420);
        // No two are the same bytes: what was decided once is not decided again.
        c.fillStyle = `rgb(${i % 256} ${Math.floor(i / 256) * 80} 0)`;
        c.fillRect(0, 0, 16, 16);
      };
      return globalThis.draw(crop, 640, 420, 'image/jpeg');
    }, i);
    save(`photo-${i}.jpg`, photograph);
  }
  for (let i = 0; i < 10; i += 1) {
    const base64 = await page.evaluate(
      (i) =>
        globalThis.draw(
          (c) => {
            c.drawImage(globalThis.misjudged, 0, 0, 408, 408);
            // Stripes that no blur leaves.
            for (let x = 0; x < 40; x += 8) c.fillRect(8 + x, 8, 4, 40);
            c.fillStyle = `rgb(${i} 0 0)`;
            c.fillRect(0, 0, 2, 2);
          },
          408,
          408,
          'image/png',
        ),
      i,
    );
    save(`covered-${i}.png`, base64);
  }
  save('icon.png', await page.evaluate(() => globalThis.draw((c) => c.drawImage(globalThis.misjudged, 0, 0, 48, 48), 48, 48, 'image/png')));
  for (const [name, withMisjudged] of [['harmless.webm', false], ['clip.webm', true]]) {
    save(name, await page.evaluate(record, withMisjudged));
  }
  await page.close();
  writeFileSync(path.join(MADE, 'done'), '');
}

/** Four seconds; the misjudged picture from the second second on. */
async function record(withMisjudged) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 320, height: 320 });
  const context = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm;codecs=vp8' });
  const parts = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const start = performance.now();
  const timer = setInterval(() => {
    const second = (performance.now() - start) / 1000;
    const image = withMisjudged && second > 1.5 ? globalThis.misjudged : globalThis.photographs[second > 1 ? 1 : 2];
    context.drawImage(image, 0, 0, 320, 320);
    context.fillRect(0, 0, second * 10, 3);
  }, 50);
  recorder.start();
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const stopped = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.stop();
  await stopped;
  clearInterval(timer);
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** The file as it is. */
export const madePicture = (name) => readFileSync(path.join(MADE, name));

/** A route that serves them, after `delay` milliseconds, with `headers`. */
export function pictureRoute({ delay = 0, headers = {} } = {}) {
  return async (request, response, pathname) => {
    const name = path.basename(pathname);
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
    const body = readFileSync(path.join(MADE, name));
    const type = { '.jpg': 'image/jpeg', '.png': 'image/png', '.webm': 'video/webm' }[path.extname(name)];
    const range = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '');
    if (range) {
      const [from, to] = [Number(range[1]), range[2] ? Number(range[2]) : body.length - 1];
      response.writeHead(206, { 'content-type': type, 'content-range': `bytes ${from}-${to}/${body.length}`, 'accept-ranges': 'bytes', ...headers });
      return response.end(body.subarray(from, to + 1));
    }
    response.writeHead(200, { 'content-type': type, 'accept-ranges': 'bytes', 'cache-control': 'max-age=600', ...headers }).end(body);
  };
}
