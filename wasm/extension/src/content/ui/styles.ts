// What all that Himaya draws into pages has in common: calm, legible, at home in both directions.

export const BASE = `
:host { all: initial; }
* { box-sizing: border-box; }
.himaya {
  --ground: #ffffff; --ink: #1c2b33; --soft: #54656f; --line: #d5dee2;
  --calm: #0b6e74; --on-calm: #ffffff; --tint: #e9f4f4;
  color: var(--ink); color-scheme: light dark;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif;
  text-align: start; overflow-wrap: anywhere;
}
@media (prefers-color-scheme: dark) {
  .himaya {
    --ground: #1b262c; --ink: #edf3f5; --soft: #b3c2c9; --line: #3a4a52;
    --calm: #7fd1cf; --on-calm: #0d2326; --tint: #22343a;
  }
}
h2, p, ul { margin: 0; padding: 0; }
button, summary, a { font: inherit; }
button {
  min-height: 44px; padding: 8px 18px; border: 1px solid var(--line); border-radius: 12px;
  background: transparent; color: var(--ink); cursor: pointer;
}
button:hover { background: var(--tint); }
button.first { border-color: var(--calm); background: var(--calm); color: var(--on-calm); font-weight: 600; }
button.first:hover { filter: brightness(1.08); }
:focus-visible { outline: 3px solid var(--calm); outline-offset: 2px; }
@media (forced-colors: active) {
  button, .panel { border: 1px solid ButtonText !important; }
  :focus-visible { outline-color: Highlight; }
}
`;

export const NOTICE = `
dialog {
  margin: auto; border: 0; padding: 12px; width: min(29rem, 100vw); max-width: none; max-height: none;
  background: transparent; overflow: visible;
}
dialog::backdrop { background: rgb(12 26 32 / 45%); }
.panel {
  display: grid; gap: 14px; padding: 22px; border: 1px solid var(--line); border-radius: 20px;
  background: var(--ground); box-shadow: 0 12px 40px rgb(8 24 30 / 25%);
  max-height: calc(100vh - 24px); overflow-y: auto; scrollbar-width: thin;
}
.head { display: flex; gap: 12px; align-items: center; }
.head svg, .sign svg { flex: none; color: var(--calm); }
h2 { font-size: 1.2em; line-height: 1.35; font-weight: 650; }
h2:focus { outline: none; }
.step { padding: 10px 14px; border-inline-start: 4px solid var(--calm); border-radius: 8px; background: var(--tint); font-weight: 550; }
.buttons { display: flex; flex-wrap: wrap; gap: 10px; }
.buttons button { flex: 1 1 auto; }
details { border: 1px solid var(--line); border-radius: 12px; }
summary { padding: 10px 14px; min-height: 44px; cursor: pointer; border-radius: 12px; color: var(--ink); }
ul { list-style: none; padding: 0 14px 12px; display: grid; gap: 10px; }
li span { display: block; font-size: .94em; }
.note { padding: 0 14px 12px; color: var(--soft); font-size: .88em; }
.programs { color: var(--soft); font-size: .8em; }
li bdi { unicode-bidi: isolate; }
a { color: var(--calm); }
.sign-place {
  position: fixed; inset: auto; margin: 0; border: 0; padding: 4px; background: transparent;
  max-width: min(24rem, calc(100vw - 32px)); overflow: visible;
}
.sign {
  display: flex; gap: 10px; align-items: center; padding: 8px 8px 8px 14px; border: 1px solid var(--line);
  border-radius: 18px; background: var(--ground); box-shadow: 0 6px 24px rgb(8 24 30 / 22%);
}
[dir=rtl] .sign { padding: 8px 14px 8px 8px; }
.sign button.open { flex: 1; text-align: start; border: 0; padding: 4px 6px; font-weight: 600; }
.sign button.close { min-width: 44px; padding: 0; border: 0; color: var(--soft); font-size: 1.3em; line-height: 1; }
@media (prefers-reduced-motion: no-preference) {
  dialog[open] .panel, .sign { animation: come .22s ease-out; }
  @keyframes come { from { opacity: 0; transform: translateY(8px); } }
}
`;

export const COVER = `
:host { display: block; }
.covered { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 4px 0; }
.covered button { min-height: 36px; padding: 4px 14px; background: var(--ground); }
.bar { inline-size: 5em; block-size: .7em; border-radius: 1em; opacity: .25; }
[hidden] { display: none; }
`;
