// Where things are; `wasm/test` says.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { goldenPictures } from './pictures.mjs';

/** The repository, where built things are kept, the project that has the package installed. */
export const { HIMAYA_ROOT: root, HIMAYA_CACHE: cache, HIMAYA_CONSUMER: consumer } = process.env;

export const installed = path.join(consumer, 'node_modules/himaya');

export function repositoryFile(name) {
  return readFileSync(path.join(root, name), 'utf8');
}

export function goldenChats() {
  const lines = repositoryFile('tests/golden/chats.jsonl').trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

export function pictures() {
  return goldenPictures(root, path.join(cache, 'golden-pictures'));
}

/** A conversation as a safety leaflet describes it: each message is harmless enough by itself. */
export const APPROACH = [
  'are you home alone?',
  "this is our secret, don't tell your mum",
  'add me on snapchat',
  'send me a selfie',
  'you are so mature for your age',
];
