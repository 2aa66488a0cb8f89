// usage: node node.mjs ENGINE FOLDER
// One engine of those in this folder: reads lines `KIND FIRST COUNT` and answers with times and
// scores, one JSON object a line. FOLDER is the one that compare.py filled.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const [name, folder] = process.argv.slice(2);
const pictures = JSON.parse(readFileSync(path.join(folder, 'pictures.json'), 'utf8'));
// Standard output is for answers alone.
console.info = () => {};
console.log = console.warn = console.error;
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

/** Megabytes that the process holds now and held at most; 0 where there is no /proc. */
function resident() {
  let status = '';
  try {
    status = readFileSync('/proc/self/status', 'utf8');
  } catch {
    // Not Linux.
  }
  return ['VmRSS', 'VmHWM'].map((key) => {
    const [, kilobytes] = status.match(new RegExp(`^${key}:\\s+(\\d+)`, 'm')) ?? [];
    return (Number(kilobytes ?? 0) * 1024) / 1e6;
  });
}

const [start] = resident();
const begun = performance.now();
/** @type {{ prepare(kind: string, picture: object): unknown, run(kind: string, input: unknown): Promise<number[]> }} */
const engine = await (await import(`./${name}.mjs`)).load();
say({ start_mb: start, ready_ms: performance.now() - begun });

for await (const line of createInterface({ input: process.stdin })) {
  const [kind, first, count] = line.split(' ');
  const [times, scores] = [[], []];
  for (let index = Number(first); index < Number(first) + Number(count); index += 1) {
    const { file, width, height } = pictures[kind][index % pictures[kind].length];
    const rgba = new Uint8Array(readFileSync(path.join(folder, file)));
    const input = engine.prepare(kind, { width, height, rgba });
    const started = performance.now();
    const found = await engine.run(kind, input);
    times.push(performance.now() - started);
    scores.push(Array.from(found));
  }
  const [now, peak] = resident();
  say({ ms: times, scores, now_mb: now, peak_mb: peak });
}
