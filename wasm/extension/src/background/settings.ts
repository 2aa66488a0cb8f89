import { DEFAULTS, LANGUAGES, type Language, type PageSettings, type Settings } from '../shared/settings';

/** Settings in force: the school's over the guardian's over the defaults. */
export async function readSettings(): Promise<{ settings: Settings; managed: (keyof Settings)[] }> {
  const stored = await chrome.storage.local.get('settings');
  // Firefox refuses where no school has settled anything.
  const managed = await chrome.storage.managed.get().catch(() => ({}));
  const keys = Object.keys(managed).filter((key): key is keyof Settings => key in DEFAULTS);
  return { settings: { ...DEFAULTS, ...(stored.settings as Partial<Settings>), ...managed }, managed: keys };
}

export function pageSettings(settings: Settings, site: string, now: number): PageSettings {
  const allowed = settings.allowedSites.some((host) => site === host || site.endsWith(`.${host}`));
  return {
    active: !allowed && settings.pausedUntil <= now,
    ageBand: settings.ageBand,
    strictness: settings.strictness,
    language: settings.language === 'auto' ? browserLanguage() : settings.language,
    pictures: settings.pictures,
    chats: settings.chats,
  };
}

function browserLanguage(): Language {
  const base = chrome.i18n.getUILanguage().split('-')[0];
  return LANGUAGES.find((language) => language === base) ?? 'en';
}
