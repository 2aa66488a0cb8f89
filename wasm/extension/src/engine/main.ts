// The engine's requests. It keeps nothing that its death would lose.

import { dispatch, type Asker, type Handlers } from '../shared/answer';
import type { Answer, Envelope, Kind } from '../shared/protocol';
import { callFine } from './pictures';

const handlers: Handlers = {
  'picture-fine': callFine,
  'picture-uncovered': () => null,
};

export function handleInEngine(envelope: Envelope, asker: Asker): Promise<Answer<Kind>> {
  return dispatch(handlers, envelope, asker);
}
