// Draws icons/<look>-<size>.png from shield.svg in Chromium. Run it after a change and commit what it writes:
//
//   HIMAYA_EXTENSION_TOOLS=~/.cache/himaya/extension-tools node wasm/extension/icons/render.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const LOOKS = {
  active: { shield: '#0b6b5b', light: '#158571', sign: 'M37 64l19 19 36-37' },
  paused: { shield: '#b5780c', light: '#cf9223', sign: 'M51 44v40M77 44v40' },
  off: { shield: '#74827d', light: '#8a9792', sign: 'M42 64h44' },
};

const { chromium } = createRequire(`${process.env.HIMAYA_EXTENSION_TOOLS}/`)('playwright-core');
const here = import.meta.dirname;
const drawing = readFileSync(path.join(here, 'shield.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const [look, { shield, light, sign }] of Object.entries(LOOKS)) {
  for (const size of [16, 32, 48, 128]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    // Small ones need a bolder sign.
    const stroke = size < 32 ? 16 : 12;
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}.shield{fill:${shield}}.light{fill:${light}}` +
        `.sign{d:path("${sign}");fill:none;stroke:#fff;stroke-width:${stroke};stroke-linecap:round;stroke-linejoin:round}` +
        `</style>${drawing}`,
    );
    writeFileSync(path.join(here, `${look}-${size}.png`), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
}
await browser.close();
