import type { ChatVerdict } from '../shared/protocol';

type Action = ChatVerdict['action'];

/** From nothing to the strongest. */
export const ACTIONS: readonly Action[] = ['allow', 'indicate', 'blur', 'interrupt', 'mute'];

export function rank(action: Action): number {
  return ACTIONS.indexOf(action);
}

export function stronger(one: Action, other: Action): boolean {
  return rank(one) > rank(other);
}
