import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { launch, serve } from './harness.mjs';
import { madePicture, makePictures, pictureRoute } from './pictures.mjs';

const PATIENCE = 60_000;
suite('screencast', () => {
  let browser;
  let site;

  before(async () => {
    browser = await launch();
    await makePictures(browser.context);
    site = await serve({ '/pictures/made/': pictureRoute() });
  });

  after(async () => {
    await browser?.[Symbol.asyncDispose]();
    await site?.[Symbol.asyncDispose]();
  });

  /** Mean step of brightness from one pixel to the next in a frame's part: a blur and a plain cover have none. */
  async function detail(reader, frames, box) {
    return reader.evaluate(
      async ({ frames, box }) => {
        const measured = [];
        for (const frame of frames) {
          const image = new Image();
          image.src = `data:image/png;base64,${frame}`;
          await image.decode();
          const canvas = new OffscreenCanvas(box.width, box.height);
          const context = canvas.getContext('2d');
          context.drawImage(image, -box.x, -box.y);
          const { data } = context.getImageData(0, 0, box.width, box.height);
          let sum = 0;
          for (let i = 4; i < data.length; i += 4) sum += Math.abs(data[i] - data[i - 4]) + Math.abs(data[i + 1] - data[i - 3]);
          measured.push(sum / (data.length / 4));
        }
        return measured;
      },
      { frames, box },
    );
  }

  test('strict: not one frame of a picture that ends covered is painted uncovered', async () => {
    const reader = await browser.page();
    await reader.goto('about:blank');
    const page = await browser.page();
    // Into the cache, so that the picture is there at once; the engine and its model start meanwhile.
    await page.goto(site.url('pictures/still.html'));
    await page.waitForFunction(() => document.querySelector('img').getAttribute('himaya-picture') === 'covered', undefined, { timeout: PATIENCE });
    const stripes = { x: 8, y: 8, width: 40, height: 40 };

    const client = await browser.context.newCDPSession(page);
    const frames = [];
    client.on('Page.screencastFrame', ({ data, sessionId }) => {
      frames.push(data);
      client.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
    });
    await client.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
    for (let i = 0; i < 5; i += 1) {
      await page.goto(site.url(`pictures/still.html?covered-${i}`));
      await page.waitForFunction(() => document.querySelector('img').getAttribute('himaya-picture') === 'covered', undefined, { timeout: PATIENCE });
      await page.waitForTimeout(300);
    }
    await client.send('Page.stopScreencast');

    const file = madePicture('covered-0.png').toString('base64');
    const [uncovered] = await detail(reader, [file], stripes);
    const seen = await detail(reader, frames, stripes);
    assert.ok(frames.length >= 10, `${frames.length} frames`);
    const worst = Math.max(...seen);
    console.log(`${frames.length} frames; detail at most ${worst.toFixed(2)}, uncovered ${uncovered.toFixed(2)}`);
    assert.ok(worst < uncovered / 3, `detail ${worst} of ${uncovered}`);
  });
});
