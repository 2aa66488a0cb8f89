// What the tests of chats share: pages, people who type.
import { openClosedRoots } from './roots.mjs';

export { PATTERN, PATTERN_AR } from './chat-patterns.mjs';

/** A page with what Himaya shows in it: `shown()` its texts, `press(label)`, `axe()`. */
export async function openChat(browser, url, options = {}) {
  const page = await browser.page();
  const logs = [];
  page.on('console', (message) => logs.push(message.text()));
  page.on('pageerror', (error) => logs.push(String(error)));
  if (options.media) await page.emulateMedia(options.media);
  await page.goto(url);
  const session = await page.context().newCDPSession(page);

  const openRoots = () => openClosedRoots(session);

  async function texts(kind) {
    await openRoots();
    return page.evaluate(
      (name) => [...document.querySelectorAll(name)].map((host) => host.shadowRoot?.querySelector(".himaya")?.innerText).filter((text) => text !== undefined),
      `himaya-${kind}`,
    );
  }

  async function until(kind, count = 1, timeout = 20_000) {
    const end = Date.now() + timeout;
    for (;;) {
      const found = await texts(kind);
      if (found.length === count) return found;
      if (Date.now() > end) throw new Error(`${kind}: ${found.length} where ${count} were to come; ${logs.join('; ')}`);
      await page.waitForTimeout(60);
    }
  }

  /** The texts of what warns: a sign, or, where it is plain, a notice in the way. */
  const warnings = async () => [...(await texts('sign')), ...(await texts('notice'))];

  /** Waits for a warning, closes whatever is in the way, and gives the sign that stays. */
  async function warned(timeout = 20_000) {
    const end = Date.now() + timeout;
    while ((await warnings()).length === 0) {
      if (Date.now() > end) throw new Error(`no warning; ${logs.join('; ')}`);
      await page.waitForTimeout(60);
    }
    // A sign may become a notice by the next message, and behind a notice there may be another.
    for (let step = 0; step < 5; step += 1) {
      await page.waitForTimeout(600);
      if ((await texts('notice')).length === 0) break;
      await page.keyboard.press('Escape');
    }
    return (await until('sign'))[0];
  }

  /** Presses a button by its name, as a person does: with the mouse. */
  async function press(kind, label) {
    await until(kind);
    const place = await page.evaluate(
      ([name, label]) => {
        const root = document.querySelector(name).shadowRoot;
        const button = [...root.querySelectorAll('button, summary')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === label);
        const { x, y, width, height } = button.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      },
      [`himaya-${kind}`, label],
    );
    await page.mouse.click(place.x, place.y);
  }

  const receive = async (texts, author) => {
    for (const text of texts) {
      await page.evaluate(([text, author]) => window.chat.receive(text, author ?? undefined), [text, author]);
      await page.waitForTimeout(120);
    }
  };
  const sent = () => page.evaluate(() => window.chat.sent);
  const typed = () => page.evaluate(() => window.chat.text());
  /** Long enough for whatever might come to have come. */
  const settle = (time = 800) => page.waitForTimeout(time);
  return { page, logs, session, openRoots, texts, until, warnings, warned, press, receive, sent, typed, settle };
}

/** A browser that has just begun: waits until a first page has been warned by the engine. */
export async function warm(browser, site) {
  const chat = await openChat(browser, site.url('chats/log.html#/warm'));
  await chat.receive(['pay me or i send your picture to all your friends'], 'Nobody');
  await chat.until('notice', 1, 60_000);
  await chat.page.close();
}
