import { type PageLook, type PlainPage, plainPage } from '#api';
import type { Locale } from '#contract/locale';
import { secretKey } from '#contract/web-session';

const texts: Record<Locale, { title: string; problem: string }> = {
  en: {
    title: 'Opening',
    problem:
      'Burrow needs JavaScript and stored data. Allow both for this address, then run “burrow serve” again.',
  },
  'zh-CN': {
    title: '正在打开',
    problem: 'Burrow 需要 JavaScript 和本地存储。请为此地址允许这两项，然后重新运行 “burrow serve”。',
  },
};

/**
 * The answer to the token: a page that stores the secret for its origin and goes on to the app. A redirect would not
 * do: after a navigation from elsewhere, browsers send no strict cookie with it. The page takes the place of the
 * address with the token in the tab's history.
 */
export function signInPage(secret: string, look: PageLook): PlainPage {
  const { title, problem } = texts[look.locale];
  const body = `<noscript><p>${problem}</p></noscript><p id="problem" hidden>${problem}</p>`;
  const script = `
    try {
      localStorage.setItem(${JSON.stringify(secretKey)}, ${JSON.stringify(secret)});
      location.replace('/');
    } catch {
      document.getElementById('problem').hidden = false;
    }`;
  return plainPage(look, title, body, script);
}
