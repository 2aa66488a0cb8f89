// The examples of the README, each as a program of its own.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { consumer, installed } from './setting.mjs';

const readme = readFileSync(path.join(installed, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/^## (.+)$|^```js\n([^]+?)^```$/gm)];
let title = '';
let count = 0;
for (const [, heading, program] of examples) {
  title = heading ?? title;
  if (!program) continue;
  count += 1;
  const at = count;
  test(`the example of "${title}" runs`, () => {
    const file = path.join(consumer, `readme-${at}.mjs`);
    writeFileSync(file, program);
    execFileSync(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
    rmSync(file);
  });
}

test('there are examples for Node', () => {
  assert.ok(count >= 3, `only ${count}`);
});
