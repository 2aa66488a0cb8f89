// Answers what the background knows itself and passes everything else on to the engine.

import { answerAt, dispatch, type Asker, type Handlers } from '../shared/answer';
import type { Answer, Envelope, Kind } from '../shared/protocol';
import { pageSettings, readSettings } from './settings';

export type Engine = (envelope: Envelope, asker: Asker) => Promise<Answer<Kind>>;

const own: Handlers = {
  'page-settings': async (_, asker) => pageSettings((await readSettings()).settings, asker.site, Date.now()),
};

/** To be called while the background's script starts. */
export function route(engine: Engine): void {
  answerAt('background', (envelope, asker) =>
    envelope.kind in own
      ? dispatch(own, envelope, asker)
      : engine({ ...envelope, to: 'engine', site: asker.site }, asker),
  );
}
