// The declarations, as a strict project reads them: nothing of them is skipped.
import { execFileSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { consumer, root } from './setting.mjs';

const tsc = path.join(
  path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
);

for (const [moduleResolution, module] of [
  ['bundler', 'esnext'],
  ['nodenext', 'nodenext'],
]) {
  test(`the declarations hold in a strict project (${moduleResolution})`, () => {
    copyFileSync(path.join(root, 'wasm/npm/tests/consumer.ts'), path.join(consumer, 'consumer.ts'));
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2022', 'dom', 'esnext.disposable'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      module,
      moduleResolution,
    };
    const project = path.join(consumer, 'tsconfig.json');
    writeFileSync(project, JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
    try {
      execFileSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' });
    } catch ({ stdout }) {
      throw new Error(stdout);
    }
  });
}
