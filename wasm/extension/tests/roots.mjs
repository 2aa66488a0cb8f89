// A way into closed shadow roots, for tests alone.

/** Makes those of what Himaya shows readable to the page. */
export async function openClosedRoots(session) {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const roots = [];
  const walk = (node) => {
    if (node.localName?.startsWith('himaya-')) roots.push(...(node.shadowRoots ?? []));
    for (const child of [...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : [])]) walk(child);
  };
  walk(root);
  for (const { backendNodeId } of roots) {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: 'function () { Object.defineProperty(this.host, "shadowRoot", { value: this, configurable: true }); }',
    });
  }
  return roots.length;
}

/** What stands on the pictures of a page. */
export async function panelsOf(page) {
  const session = await page.context().newCDPSession(page);
  const read = async () => {
    await openClosedRoots(session);
    return page.evaluate(() => {
      const root = document.querySelector('himaya-pictures')?.shadowRoot;
      return [...(root?.querySelectorAll('.panel:not([hidden]), .card') ?? [])].map((panel) => ({
        kind: panel.className,
        text: panel.innerText.replace(/\s+/g, ' ').trim(),
        dir: panel.dir,
        buttons: [...panel.querySelectorAll('button')].map((button) => {
          const { x, y, width, height } = button.getBoundingClientRect();
          return { label: button.textContent, x: x + width / 2, y: y + height / 2 };
        }),
      }));
    });
  };
  /** Those that pass, once there are some. */
  const until = async (passes, timeout = 30_000) => {
    const end = Date.now() + timeout;
    for (;;) {
      const panels = await read();
      const found = panels.filter(passes);
      if (found.length > 0) return found;
      if (Date.now() > end) throw new Error(`no such panel among ${JSON.stringify(panels)}`);
      await page.waitForTimeout(50);
    }
  };
  /** As a person does: with the mouse, once it stands still. */
  const press = async (label) => {
    const find = async () => {
      const [panel] = await until(({ buttons }) => buttons.some((button) => button.label === label));
      return panel.buttons.find((button) => button.label === label);
    };
    const moved = (from, to) => Math.abs(from.x - to.x) + Math.abs(from.y - to.y) > 1;
    let button = await find();
    for (let before; before === undefined || moved(before, button); button = await find()) {
      before = button;
      await page.waitForTimeout(50);
    }
    await page.mouse.click(button.x, button.y);
  };
  return { read, until, press, session };
}
