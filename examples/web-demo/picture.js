// A picture, covered until it is decided.
const $ = (id) => document.getElementById(id);

export class Pictures {
  #page;
  #found;
  #url;

  constructor(page) {
    this.#page = page;
  }

  async look(blob) {
    const { pool } = this.#page;
    const image = $('shown');
    URL.revokeObjectURL(this.#url);
    this.#url = URL.createObjectURL(blob);
    this.#found = { looking: true };
    image.className = 'covered';
    image.src = this.#url;
    $('seen').hidden = false;
    this.show();
    const start = performance.now();
    try {
      const assessment = await pool.assess(blob);
      this.#found = { assessment, time: performance.now() - start };
      image.className = assessment.action === 'allow' ? '' : 'covered';
      await image.decode();
      this.#found.size = [image.naturalWidth, image.naturalHeight];
    } catch {
      this.#found = { unreadable: true };
    }
    this.show();
  }

  show() {
    const { words, percent, milliseconds, bar, category } = this.#page;
    const { looking, unreadable, assessment, time, size } = this.#found ?? {};
    const action = $('picture-action');
    action.dataset.action = assessment?.action ?? (unreadable ? 'blur' : 'allow');
    if (looking) action.textContent = words().looking;
    if (unreadable) action.textContent = words().unreadable;
    if (assessment) action.textContent = words().action[assessment.action];
    const share = assessment && bar(category('sensitive_image'), assessment.risk, percent(assessment.risk));
    $('classes').replaceChildren(...(share ? [share] : []));
    $('picture-cost').textContent = size ? words().pictureCost(milliseconds(time), ...size) : '';
  }
}
