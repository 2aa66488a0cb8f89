// Parts of the extension that need no browser, for Node.
import { createRequire } from 'node:module';
import path from 'node:path';

const tools = process.env.HIMAYA_EXTENSION_TOOLS;
const { build } = createRequire(`${tools}/`)('esbuild');

/** What a file below src/ exports. */
export async function load(file) {
  const { outputFiles } = await build({
    absWorkingDir: path.join(import.meta.dirname, '..'),
    entryPoints: [`src/${file}`],
    bundle: true,
    write: false,
    format: 'esm',
    nodePaths: [`${tools}/node_modules`],
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Like an area of chrome.storage; `writes` counts. */
export function memoryArea(items = {}) {
  const area = {
    items: structuredClone(items),
    writes: 0,
    get: async (key) => structuredClone(key in area.items ? { [key]: area.items[key] } : {}),
    async set(more) {
      area.writes += 1;
      Object.assign(area.items, structuredClone(more));
    },
    async remove(key) {
      area.writes += 1;
      delete area.items[key];
    },
  };
  return area;
}
