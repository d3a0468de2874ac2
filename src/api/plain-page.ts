import { randomBytes } from 'node:crypto';
import type { Locale } from '#contract/locale';
import type { Settings } from '#contract/settings';
import { plainPagePolicy } from './ui-policy.ts';

/** A page that needs no file of the UI, and the policy to send it with. */
export interface PlainPage {
  html: string;
  policy: string;
}

/** Colours, sizes and the logo are those of the app (src/renderer/app/styles.css and shell/mark.tsx). */
const style = `
:root { color-scheme: light dark }
[data-theme="light"] { color-scheme: light }
[data-theme="dark"] { color-scheme: dark }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 2rem 1.25rem;
  font: 14px/1.6 system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  background: light-dark(#f6f6f4, #141618); color: light-dark(#1d1c1a, #e9e7e3) }
main { width: min(30rem, calc(100vw - 2.5rem)); padding: 1.75rem 2rem 1.5rem; border-radius: 8px;
  border: 1px solid light-dark(#e6e4e0, #2b2f33); background: light-dark(#ffffff, #1b1e21) }
.mark { display: flex; align-items: center; gap: 0.5rem; margin: 0 0 1.5rem; font-size: 13px; font-weight: 600;
  color: light-dark(#1d1c1a, #e9e7e3) }
.mark svg { width: 18px; height: 18px }
.mark rect { fill: light-dark(#0c7391, #4cc3e0) }
.mark path { fill: light-dark(#ffffff, #06262e) }
h1 { margin: 0 0 0.5rem; font-size: 19px; line-height: 26px; font-weight: 600; letter-spacing: -0.01em }
p { margin: 0 0 0.75rem; color: light-dark(#625e58, #a8a49d); overflow-wrap: anywhere }
code { padding: 0.1em 0.35em; border-radius: 4px; font: 0.9em ui-monospace, monospace; white-space: nowrap;
  background: light-dark(#f1f0ed, #23272a); color: light-dark(#1d1c1a, #e9e7e3) }
a { display: inline-block; margin-top: 0.5rem; padding: 0.3rem 0.8rem; border-radius: 6px; font-weight: 600;
  text-decoration: none; background: light-dark(#0c7391, #4cc3e0); color: light-dark(#ffffff, #06262e) }
a:hover { background: light-dark(#0a6480, #72d3ec) }
a:focus-visible { outline: 2px solid light-dark(#0c7391, #4cc3e0); outline-offset: 2px }`;

const mark =
  '<div class="mark"><svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8"/>' +
  '<path d="M6 25V17a10 10 0 0 1 20 0v8h-5.5v-7.6a4.5 4.5 0 0 0-9 0V25z"/></svg>Burrow</div>';

/** How a page looks and reads. */
export interface PageLook {
  locale: Locale;
  theme: Settings['theme'];
}

/** `body` and `script` are ours: nothing of a request may be in them. */
export function plainPage(
  { locale, theme }: PageLook,
  title: string,
  body: string,
  script?: string,
): PlainPage {
  const nonce = randomBytes(16).toString('base64');
  const head = [
    '<meta charset="utf-8">',
    `<title>${title} · Burrow</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<style nonce="${nonce}">${style}</style>`,
  ].join('');
  const end = script === undefined ? '' : `<script nonce="${nonce}">${script}</script>`;
  const root = `<html lang="${locale}"${theme === 'system' ? '' : ` data-theme="${theme}"`}>`;
  return {
    html: `<!doctype html>${root}<head>${head}</head><body><main>${mark}${body}</main>${end}</body></html>\n`,
    policy: plainPagePolicy(nonce),
  };
}
