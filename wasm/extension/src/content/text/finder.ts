// Finds the list of messages that belongs to a field, by structure and semantics. What tells a chat
// from comments, forms and documents is weighed; no list of sites.

import { controlsIn } from './blocks';
import { type Composer, hasFieldsBeside } from './composer';
import { childrenOf, closest, hasText, isVisible, parentOf } from './dom';
import { itemsOf } from './messages';
import { isRightToLeft, sideOf } from './sides';
import { isTime } from './vocabulary';

export interface Chat {
  composer: Composer;
  /** Holds the messages. */
  list: Element;
  /** Holds list and field. */
  region: Element;
}

/** What speaks for a chat, and how much. */
const WEIGHT = {
  /** `role=log` is what a chat's list is for assistive technology. */
  log: 5,
  live: 2,
  listRole: 1,
  /** Messages scroll, the field below them stays. */
  scrolls: 2,
  /** Shown from its end on, or seen growing there. */
  fromTheEnd: 2,
  twoSides: 3,
  times: 1,
  /** The field is right below the list; without that there is no chat. */
  below: 1,
  /** Every entry shows several things to press: comments, posts, tasks. */
  controls: -4,
};
const ENOUGH = 6;
const MAX_CLIMB = 16;

/** Lists that were seen growing at their end. */
const growing = new WeakSet<Element>();
export function sawGrowth(list: Element): void {
  growing.add(list);
}

export interface Candidate extends Chat {
  weight: number;
}

/** The best candidate for the field, whether or not it weighs enough. */
export function candidateFor(composer: Composer): Candidate | undefined {
  if (closest(composer, '[role=listitem], [role=article], article, [role=comment], [role=row], td, li')) return undefined;
  let best: Candidate | undefined;
  let branch: Element = composer;
  for (let depth = 0; depth < MAX_CLIMB; depth += 1) {
    const region = parentOf(branch);
    if (!region || region === document.documentElement) break;
    if (isRepeated(branch, region) || hasFieldsBeside(branch, composer)) break;
    for (const sibling of childrenOf(region)) {
      if (sibling === branch || !liesAbove(sibling, composer)) continue;
      for (const list of listsIn(sibling)) {
        const weight = weigh(list, composer);
        if (!best || weight > best.weight) best = { composer, list, region, weight };
      }
    }
    if (best && best.weight >= ENOUGH) break;
    branch = region;
  }
  return best;
}

export function isChat(candidate: Candidate | undefined): candidate is Candidate {
  return candidate !== undefined && candidate.weight >= ENOUGH;
}

/** Reply fields stand in entries that repeat. */
function isRepeated(branch: Element, region: Element): boolean {
  const kind = branch.getAttribute('class');
  if (!kind) return false;
  const alike = childrenOf(region).filter((other) => other.localName === branch.localName && other.getAttribute('class') === kind);
  return alike.length >= 3;
}

function liesAbove(element: Element, composer: Composer): boolean {
  if (!isVisible(element)) return false;
  const list = element.getBoundingClientRect();
  const field = composer.getBoundingClientRect();
  const shared = Math.min(list.right, field.right) - Math.max(list.left, field.left);
  return list.height >= 40 && list.top < field.top && list.bottom <= field.bottom + 24 && shared >= 0.5 * Math.min(field.width, list.width);
}

/** Where messages could be: logs, live regions, scrollers, else what has most entries. */
function listsIn(branch: Element): Element[] {
  const lists = new Set<Element>();
  let fullest: Element | undefined;
  let most = 1;
  const queue: Element[] = [branch];
  for (let at = 0; at < queue.length && at < 400; at += 1) {
    const element = queue[at] as Element;
    if (element.matches('[role=log], [aria-live], [role=feed], [role=list], ol, ul') || scrolls(element)) lists.add(element);
    const children = childrenOf(element).filter((child) => child instanceof HTMLElement);
    const entries = alike(children);
    if (entries > most) [fullest, most] = [element, entries];
    if (element.matches('[role=log]')) continue;
    queue.push(...children);
  }
  if (fullest) lists.add(fullest);
  // A scroller around a list stands for it.
  const all = [...lists].filter((list) => isVisible(list) && list.getBoundingClientRect().height >= 40);
  return all.slice(0, 8);
}

/** How many children look like one another. */
function alike(children: Element[]): number {
  const kinds = new Map<string, number>();
  let most = 0;
  for (const child of children) {
    if (!hasText(child)) continue;
    const kind = `${child.localName} ${child.getAttribute('role') ?? ''}`;
    const count = (kinds.get(kind) ?? 0) + 1;
    kinds.set(kind, count);
    most = Math.max(most, count);
  }
  return most;
}

function scrolls(element: Element): boolean {
  return /^(auto|scroll|overlay)$/.test(getComputedStyle(element).overflowY);
}

function weigh(list: Element, composer: Composer): number {
  const box = list.getBoundingClientRect();
  const field = composer.getBoundingClientRect();
  let weight = WEIGHT.below;
  const live = closest(list, '[role=log], [aria-live=polite], [aria-live=assertive]') ?? list.querySelector('[role=log]');
  if (live?.matches('[role=log]')) weight += WEIGHT.log;
  else if (live) weight += WEIGHT.live;
  if (list.matches('[role=list], [role=feed], [role=grid], [role=listbox], ol, ul') || list.querySelector('[role=list], ol, ul')) weight += WEIGHT.listRole;

  const items = itemsOf(list).slice(-30);
  const scroller = scrollerOf(list);
  const own = scroller !== undefined && !scroller.contains(composer);
  if (own || staysBelow(composer)) {
    weight += WEIGHT.scrolls;
    if (growing.has(list) || (own ? startsAtEnd(scroller, items) : atPageEnd())) weight += WEIGHT.fromTheEnd;
  } else if (growing.has(list) && field.top - box.bottom < 120) {
    weight += WEIGHT.fromTheEnd;
  }
  if (items.length < 2) return weight;
  if (hasTwoSides(items, box, isRightToLeft(list))) weight += WEIGHT.twoSides;
  if (items.filter(showsTime).length * 2 >= items.length) weight += WEIGHT.times;
  if (items.filter((item) => controlsIn(item) >= 2).length * 2 > items.length) weight += WEIGHT.controls;
  return weight;
}

function scrollerOf(list: Element): Element | undefined {
  for (let at: Element | null = list; at && at !== document.body && at !== document.documentElement; at = parentOf(at)) {
    if (scrolls(at)) return at;
  }
  return undefined;
}

function startsAtEnd(scroller: Element, items: Element[]): boolean {
  const style = getComputedStyle(scroller);
  if (style.flexDirection === 'column-reverse') return true;
  const room = scroller.scrollHeight - scroller.clientHeight;
  if (room > 8) return Math.abs(scroller.scrollTop) > 0 && room - Math.abs(scroller.scrollTop) < 120;
  // Few messages, pushed down to the field.
  const first = items[0]?.getBoundingClientRect();
  return first !== undefined && first.top - scroller.getBoundingClientRect().top > 120;
}

/** The page itself scrolls, and the field stays where it is. */
function staysBelow(composer: Composer): boolean {
  for (let at: Element | null = composer; at && at !== document.body; at = parentOf(at)) {
    if (/^(fixed|sticky)$/.test(getComputedStyle(at).position)) return composer.getBoundingClientRect().top > innerHeight / 2;
  }
  return false;
}

function atPageEnd(): boolean {
  const page = document.scrollingElement;
  return page !== null && page.scrollTop > 0 && page.scrollHeight - page.clientHeight - page.scrollTop < 120;
}

function hasTwoSides(items: Element[], box: DOMRect, rightToLeft: boolean): boolean {
  const sides = new Set(items.map((item) => sideOf(item, box, rightToLeft)));
  return sides.has('start') && sides.has('end');
}

function showsTime(item: Element): boolean {
  if (item.querySelector('time')) return true;
  for (const leaf of item.querySelectorAll('*')) {
    if (leaf.childElementCount === 0 && isTime(leaf.textContent?.trim() ?? '')) return true;
  }
  return false;
}
