import punycode from 'punycode';
import { hostFrom } from '../../shared/hosts';
import { byId, element } from '../shared/page';
import type { OptionsPage } from './main';

export function startSites(page: OptionsPage): void {
  byId('site-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const input = byId<HTMLInputElement>('site');
    const host = hostFrom(input.value);
    byId('site-problem').textContent = host === undefined ? page.words.text('site_invalid') : '';
    input.setAttribute('aria-invalid', String(host === undefined));
    if (host === undefined) return input.focus();
    const sites = page.view.settings.allowedSites;
    if (sites.includes(host) || (await page.change({ allowedSites: [...sites, host].sort() }))) input.value = '';
  });
}

export function showSites(page: OptionsPage): void {
  const { words, view } = page;
  const managed = view.managed.includes('allowedSites');
  const sites = view.settings.allowedSites;
  byId('sites-none').hidden = sites.length > 0;
  byId('site-form').hidden = managed;
  byId('sites').replaceChildren(
    ...sites.map((site) => {
      const name = element('bdi', { textContent: readable(site), title: site });
      if (managed) return element('li', {}, name);
      const remove = element('button', { type: 'button', textContent: words.text('site_remove') });
      remove.setAttribute('aria-label', words.text('site_remove_named', { site: readable(site) }));
      remove.addEventListener('click', async () => {
        await page.change({ allowedSites: sites.filter((other) => other !== site) });
        byId('site').focus();
      });
      return element('li', {}, name, remove);
    }),
  );
}

/** `xn--mnchen-3ya.de` as it is read: `münchen.de`. */
function readable(host: string): string {
  return punycode.toUnicode(host);
}
