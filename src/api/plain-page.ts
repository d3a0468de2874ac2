import { randomBytes } from 'node:crypto';
import type { Locale } from '#contract/locale';
import { plainPagePolicy } from './ui-policy.ts';

/** A page that needs no file of the UI, and the policy to send it with. */
export interface PlainPage {
  html: string;
  policy: string;
}

/** The colours are those of the app (src/renderer/app/styles.css). */
const style = `
:root { color-scheme: light dark }
body { margin: 18vh auto 0; max-width: 34rem; padding: 0 1.5rem; font: 15px/1.6 system-ui, sans-serif;
  background: light-dark(#f6f6f4, #141618); color: light-dark(#1d1c1a, #e9e7e3) }
h1 { font-size: 1.25rem; font-weight: 600 }
p { color: light-dark(#625e58, #a8a49d) }
code { font: 0.9em ui-monospace, monospace; color: light-dark(#1d1c1a, #e9e7e3) }
a { color: light-dark(#0c7391, #4cc3e0) }`;

/** `body` and `script` are ours: nothing of a request may be in them. */
export function plainPage(locale: Locale, title: string, body: string, script?: string): PlainPage {
  const nonce = randomBytes(16).toString('base64');
  const head = [
    '<meta charset="utf-8">',
    `<title>${title} · Burrow</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<style nonce="${nonce}">${style}</style>`,
  ].join('');
  const end = script === undefined ? '' : `<script nonce="${nonce}">${script}</script>`;
  return {
    html: `<!doctype html><html lang="${locale}"><head>${head}</head><body>${body}${end}</body></html>\n`,
    policy: plainPagePolicy(nonce),
  };
}
