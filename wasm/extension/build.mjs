// Bundles the extension's scripts and lays its files out; called by `build`, which has the tools.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const [browser, out] = process.argv.slice(2);
const here = import.meta.dirname;
const packaged = process.env.HIMAYA_PACKAGE;
const { build } = createRequire(`${process.env.HIMAYA_EXTENSION_TOOLS}/`)('esbuild');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const entries = {
  content: 'src/content/main.ts',
  background: browser === 'chromium' ? 'src/background/worker.ts' : 'src/background/event-page.ts',
  'picture-worker': 'src/engine/picture-worker.ts',
};
if (browser === 'chromium') entries.engine = 'src/engine/offscreen.ts';
for (const page of list('src/pages')) {
  if (existsSync(path.join(here, `src/pages/${page}/main.ts`))) entries[`pages/${page}/main`] = `src/pages/${page}/main.ts`;
}
await build({
  absWorkingDir: here,
  entryPoints: entries,
  outdir: out,
  bundle: true,
  format: 'iife',
  target: browser === 'chromium' ? 'chrome148' : 'firefox128',
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  alias: { himaya: path.join(packaged, 'index.js') },
  loader: { '.css': 'text' },
  define: { 'import.meta.url': 'location.href' },
  nodePaths: [`${process.env.HIMAYA_EXTENSION_TOOLS}/node_modules`],
  logLevel: 'warning',
});

// Chromium has Relaxed SIMD from 114 on, Firefox from 146.
const modules = ['himaya_full_relaxed_bg.wasm', ...(browser === 'chromium' ? [] : ['himaya_full_bg.wasm'])];
for (const file of [...modules, 'models/himaya-text-1.onnx', 'models/mobilenet-v2-mid-4.4.0.onnx', 'rules']) copy(path.join(packaged, file), file);
for (const styles of ['found.css', 'strict.css']) copy(`src/content/pictures/${styles}`, styles);
// A page is a folder: main.ts is bundled, what else is there is copied.
for (const page of list('src/pages')) {
  for (const file of list(`src/pages/${page}`)) {
    if (!file.endsWith('.ts')) copy(`src/pages/${page}/${file}`, `pages/${page}/${file}`);
  }
}
for (const asset of ['_locales', 'managed-storage.json']) {
  if (existsSync(path.join(here, asset))) copy(asset, asset);
}
for (const icon of list('icons')) {
  if (icon.endsWith('.png')) copy(`icons/${icon}`, `icons/${icon}`);
}
if (browser === 'chromium') copy('src/engine/offscreen.html', 'engine.html');
const manifest = { ...json('manifest/base.json'), ...json(`manifest/${browser}.json`) };
writeFileSync(path.join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);

for (const script of Object.keys(entries)) {
  const bytes = readFileSync(path.join(out, `${script}.js`));
  console.log(`${browser} ${script}.js: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped`);
}

function list(folder) {
  const full = path.join(here, folder);
  return existsSync(full) ? readdirSync(full) : [];
}

function copy(from, to) {
  cpSync(path.resolve(here, from), path.join(out, to), { recursive: true });
}

function json(file) {
  return JSON.parse(readFileSync(path.join(here, file), 'utf8'));
}
