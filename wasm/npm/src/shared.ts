// What both entries export as it is.
export type { Addressee, Advice, HelpQuery, Messages } from './care.js';
export type { Contact, Message } from './conversation.js';
export type { ModuleSource } from './engine.js';
export * from './errors.js';
export type { FileSource } from './files.js';
export type * from './results.js';
export type { Time } from './time.js';
export * from './vocabulary.js';
