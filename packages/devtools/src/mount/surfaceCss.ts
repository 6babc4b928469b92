/** Everything that is drawn in the page itself, inside a shadow root: nothing of it reaches the page, nothing of the page reaches it. */
export const surfaceCss = `
:host { all: initial; color-scheme: light dark; }
:host([data-theme=light]) { color-scheme: light; }
:host([data-theme=dark]) { color-scheme: dark; }
* { box-sizing: border-box; }

.button {
  position: fixed; z-index: 2147483000; top: var(--down);
  display: grid; place-items: center; inline-size: 38px; block-size: 34px; margin: 0; padding: 0;
  border: 1px solid light-dark(#d9dee6, #3f4349); border-radius: 9px 0 0 9px; border-inline-end: 0;
  background: light-dark(#ffffff, #1b1e23); color: light-dark(#4d535d, #a7abb3);
  box-shadow: 0 1px 2px light-dark(rgb(24 30 44 / 8%), rgb(0 0 0 / 40%)), 0 4px 14px -2px light-dark(rgb(24 30 44 / 14%), rgb(0 0 0 / 60%));
  cursor: pointer; touch-action: none; translate: 6px 0; transition: translate 120ms, color 120ms;
}
.button.left { inset-inline: 0 auto; border-radius: 0 9px 9px 0; border-inline: 0 1px solid light-dark(#d9dee6, #3f4349); translate: -6px 0; }
.button.right { inset-inline: auto 0; }
.button:hover, .button:focus-visible { translate: 0 0; color: light-dark(#6f3e9e, #caa9f1); }
.button:focus-visible { outline: 2px solid light-dark(#235ed2, #7da9ff); outline-offset: 2px; }
.button:active { cursor: grabbing; }
.button svg { display: block; inline-size: 20px; block-size: 20px; pointer-events: none; }
.button[hidden] { display: none; }

.dock {
  position: fixed; z-index: 2147483001; display: flex; color: light-dark(#1b1f28, #eaeff7);
  background: light-dark(#ffffff, #14161a);
  box-shadow: 0 0 24px -4px light-dark(rgb(24 30 44 / 18%), rgb(0 0 0 / 70%));
}
.dock.bottom { inset: auto 0 0 0; block-size: var(--size); flex-direction: column; border-block-start: 1px solid light-dark(#d9dee6, #2b2e34); }
.dock.right { inset: 0 0 0 auto; inline-size: var(--size); border-inline-start: 1px solid light-dark(#d9dee6, #2b2e34); }
.frame { flex: 1; inline-size: 100%; block-size: 100%; min-inline-size: 0; min-block-size: 0; border: 0; background: light-dark(#ffffff, #14161a); }

.separator { position: absolute; z-index: 1; touch-action: none; outline: 0; }
.bottom .separator { inset: -5px 0 auto 0; block-size: 9px; cursor: row-resize; }
.right .separator { inset: 0 auto 0 -5px; inline-size: 9px; cursor: col-resize; }
.separator::after { content: ''; position: absolute; background: transparent; transition: background-color 120ms; }
.bottom .separator::after { inset: 3px 0; }
.right .separator::after { inset: 0 3px; }
.separator:hover::after, .separator.dragged::after, .separator:focus-visible::after { background: light-dark(#235ed2, #7da9ff); }

.failure {
  margin: auto; max-inline-size: 44rem; padding: 24px; font: 13px/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
.failure h2 { margin: 0 0 6px; font-size: 14px; }
.failure p { margin: 0 0 14px; }
.failure button { margin-inline-end: 8px; padding: 5px 12px; border: 1px solid light-dark(#8a8f99, #6d7178); border-radius: 6px; background: transparent; color: inherit; font: inherit; }
.failure button:focus-visible { outline: 2px solid light-dark(#235ed2, #7da9ff); outline-offset: 2px; }

@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media (forced-colors: active) { .separator::after { background: ButtonText; } .button { border-color: ButtonText; } }
@media print { .button, .dock { display: none; } }
`
