// Chromium: the engine lives in the offscreen document, as service workers may not start workers.

import { AwayError, send } from '../shared/ask';
import type { Engine } from './router';

const PAGE = 'engine.html';
let starting: Promise<void> | undefined;

/** Starts the engine where it sleeps. There is one at most, so two requests share one start. */
async function startEngine(): Promise<void> {
  if ((await enginesThere()) > 0) return;
  starting ??= chrome.offscreen
    .createDocument({
      url: PAGE,
      reasons: ['WORKERS' as chrome.offscreen.Reason],
      justification: 'Decides about pictures and messages on this device, in workers.',
    })
    .finally(() => (starting = undefined));
  try {
    await starting;
  } catch {
    // A worker that ended while it started one leaves it there.
    if ((await enginesThere()) === 0) throw new AwayError('no engine');
  }
}

async function enginesThere(): Promise<number> {
  const contextTypes = ['OFFSCREEN_DOCUMENT' as chrome.runtime.ContextType];
  return (await chrome.runtime.getContexts({ contextTypes })).length;
}

async function stopEngine(): Promise<void> {
  await starting?.catch(() => undefined);
  if ((await enginesThere()) > 0) await chrome.offscreen.closeDocument();
}

export const offscreenEngine: Engine = {
  handle: async (envelope) => {
    await startEngine();
    return send(envelope);
  },
  start: startEngine,
  stop: stopEngine,
};
