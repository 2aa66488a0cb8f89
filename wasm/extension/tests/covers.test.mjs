import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { openChat } from './chat-pages.mjs';
import { serve } from './harness.mjs';

// No message that may stand in a test leads to a cover, so here the content script runs in a page of
// its own, with an engine that is told what to say.
const require = createRequire(`${process.env.HIMAYA_EXTENSION_TOOLS}/`);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

suite('what the engine’s answers lead to', () => {
  let browser;
  let site;
  let script;
  before(async () => {
    const { outputFiles } = await require('esbuild').build({
      stdin: {
        contents: `import { startChats } from './content/text/main'; startChats()({ active: true, chats: true });`,
        resolveDir: path.join(import.meta.dirname, '../src'),
      },
      bundle: true,
      write: false,
      format: 'iife',
    });
    script = outputFiles[0].text;
    browser = await require('playwright-core').chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    });
    site = await serve();
  });
  after(async () => {
    await browser.close();
    await site[Symbol.asyncDispose]();
  });

  async function open(file) {
    const chat = await openChat({ page: () => browser.newPage() }, site.url(`chats/${file}`));
    await chat.page.evaluate(() => {
      const labels = { sendAnyway: 'Send anyway', change: 'Go back', uncover: 'Show it', cover: 'Cover it', help: 'Who can help', unconfirmed: 'Not confirmed' };
      const words = { title: 'A title', body: 'A body.', step: 'A step.', help: [], programs: [], language: 'en', direction: 'ltr', labels };
      window.asked = [];
      window.failures = 0;
      const answers = {
        words: () => ({ language: 'en', messages: { chat_later: 'Not now' } }),
        nudged: () => null,
        outgoing: () => ({ ask: false, reasons: [] }),
        chat({ messages, history }) {
          const cover = messages.flatMap(({ text }, index) => (text.startsWith('cover') ? [index] : []));
          const action = messages.some(({ text }) => text.startsWith('mute')) ? 'mute' : cover.length > 0 ? 'blur' : 'allow';
          if (action === 'mute') cover.push(messages.length - 1);
          return { action, risk: 0.5, categories: [], cover, again: history, programs: [], ...(action !== 'allow' && { words }) };
        },
      };
      globalThis.chrome = {
        i18n: { getMessage: () => '' },
        runtime: {
          async sendMessage({ kind, ask }) {
            window.asked.push({ kind, ask });
            if (kind === 'chat' && window.failures-- > 0) throw new Error('nobody');
            return { ok: true, answer: answers[kind](ask) };
          },
        },
      };
    });
    await chat.page.evaluate(script);
    await chat.page.waitForFunction(() => window.asked.some(({ kind }) => kind === 'chat'));
    return chat;
  }
  const shown = (chat, text) => chat.page.evaluate((text) => [...document.querySelectorAll('.body')].filter((body) => body.textContent === text).map((body) => body.checkVisibility()), text);
  const asked = (chat) => chat.page.evaluate(() => window.asked.filter(({ kind }) => kind === 'chat').slice(1).flatMap(({ ask }) => ask.messages.map(({ text, edited }) => (edited ? `*${text}` : text))));

  test('a message that is covered is uncovered by a press, and covered again by another', async () => {
    const chat = await open('bubbles.html');
    await chat.receive(['cover this one', 'and not this']);
    await chat.until('cover');
    await chat.page.evaluate(AXE);
    for (const colorScheme of ['light', 'dark']) {
      await chat.page.emulateMedia({ colorScheme });
      const { violations } = await chat.page.evaluate(() => globalThis.axe.run(document.querySelector('himaya-cover'), { resultTypes: ['violations'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), []);
    }
    assert.deepEqual(await shown(chat, 'cover this one'), [false]);
    assert.deepEqual(await shown(chat, 'and not this'), [true]);
    await chat.page.evaluate(() => document.querySelector('himaya-sign')?.remove());
    await chat.press('cover', 'Show it');
    assert.deepEqual(await shown(chat, 'cover this one'), [true]);
    await chat.press('cover', 'Cover it');
    assert.deepEqual(await shown(chat, 'cover this one'), [false]);
    await chat.settle(400);
    assert.deepEqual(await asked(chat), ['cover this one', 'and not this']);
    await chat.page.close();
  });

  test('what is covered stays covered when the list is rendered anew, and what was uncovered does not', async () => {
    const chat = await open('bubbles.html');
    const anew = () =>
      chat.page.evaluate(() => {
        const rows = [...document.querySelectorAll('#list .row')].map((row) => [row.className, row.querySelector('.body').textContent]);
        document.getElementById('list').replaceChildren(
          ...rows.map(([name, text]) => {
            const row = document.createElement('div');
            row.className = name;
            row.innerHTML = '<div class="bubble"><div class="body"></div><span class="when">10:02</span></div>';
            row.querySelector('.body').textContent = text;
            return row;
          }),
        );
      });
    await chat.receive(['cover this one']);
    await chat.until('cover');
    await anew();
    await chat.until('cover');
    assert.deepEqual(await shown(chat, 'cover this one'), [false]);
    await chat.press('cover', 'Show it');
    await anew();
    await chat.settle(600);
    assert.deepEqual(await shown(chat, 'cover this one'), [true]);
    assert.deepEqual(await asked(chat), ['cover this one']);
    await chat.page.close();
  });

  test('mute covers the message and is in the way', async () => {
    const chat = await open('bubbles.html');
    await chat.receive(['mute']);
    await chat.until('notice');
    await chat.until('cover');
    assert.deepEqual(await shown(chat, 'mute'), [false]);
    await chat.page.close();
  });

  test('an edited message is handed over as edited, and nothing else is', async () => {
    const chat = await open('bubbles.html');
    await chat.receive(['one', 'two']);
    await chat.page.waitForFunction(() => JSON.stringify(window.asked).includes('"two"'));
    await chat.page.evaluate(() => ([...document.querySelectorAll('.body')].at(-2).textContent = 'one, really'));
    await chat.settle(600);
    assert.deepEqual(await asked(chat), ['one', 'two', '*one, really']);
    await chat.page.close();
  });

  test('scrolling back and forth in a virtual list hands nothing over twice', async () => {
    const chat = await open('virtual.html');
    await chat.receive(['one', 'two']);
    await chat.settle(400);
    for (const top of [4000, 0, 2000, 1e6, 6000, 1e6]) {
      await chat.page.evaluate((to) => (document.querySelector('.scroller').scrollTop = to), top);
      await chat.settle(500);
    }
    await chat.receive(['three']);
    await chat.settle(400);
    assert.deepEqual(await asked(chat), ['one', 'two', 'three']);
    await chat.page.close();
  });

  test('a request that nobody answers is made again, as one that may have been heard', async () => {
    const chat = await open('bubbles.html');
    await chat.page.evaluate(() => (window.failures = 2));
    await chat.receive(['cover this one']);
    await chat.until('cover');
    const asks = await chat.page.evaluate(() => window.asked.filter(({ kind }) => kind === 'chat').slice(1).map(({ ask }) => ask.history));
    assert.deepEqual(asks, [false, true, true]);
    await chat.page.close();
  });

  /** What a page that does next to nothing spends in scripts, of one core: the least of three times. */
  async function idleShare(chat) {
    await chat.page.evaluate(() => setInterval(() => (document.title = `${Math.random()}`), 100));
    // Of the page's thread, not of the clock: other programs run here too.
    await chat.session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = async () => {
      const { metrics } = await chat.session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'ScriptDuration').value;
    };
    await chat.settle(3000);
    let share = Infinity;
    for (let part = 0; part < 3; part += 1) {
      const [started, before] = [performance.now(), await spent()];
      await chat.settle(3000);
      share = Math.min(share, ((await spent()) - before) / ((performance.now() - started) / 1000));
    }
    await chat.page.close();
    return share;
  }

  test('a page that is idle costs next to nothing', async () => {
    const withIt = await idleShare(await open('bubbles.html'));
    const without = await idleShare(await openChat({ page: () => browser.newPage() }, site.url('chats/bubbles.html')));
    const percent = (share) => (share * 100).toFixed(2);
    console.log(`# idle: ${percent(withIt)} % of one core in scripts, ${percent(without)} % without the content script`);
    assert.ok(withIt - without < 0.01, `${withIt} ${without}`);
  });
});
