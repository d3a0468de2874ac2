import type { Locale } from '#contract/locale';

export type Refusal = 'no-session' | 'token-used' | 'not-found' | 'not-built';

const texts: Record<Refusal, Record<Locale, { title: string; text: string }>> = {
  'no-session': {
    en: {
      title: 'This page is not signed in',
      text: 'Open Burrow with the address that “burrow serve” printed. It signs in one browser.',
    },
    'zh-CN': {
      title: '此页面尚未授权',
      text: '请使用 “burrow serve” 打印的地址打开 Burrow，该地址只授权一个浏览器。',
    },
  },
  'token-used': {
    en: {
      title: 'This address was already used',
      text: 'It works only once. Go back to the tab where Burrow is open, or run “burrow serve” again.',
    },
    'zh-CN': {
      title: '此地址已被使用',
      text: '它只能使用一次。请回到已打开 Burrow 的标签页，或重新运行 “burrow serve”。',
    },
  },
  'not-found': {
    en: { title: 'Not found', text: 'Burrow has no such file.' },
    'zh-CN': { title: '未找到', text: 'Burrow 没有这个文件。' },
  },
  'not-built': {
    en: { title: 'The app is not built yet', text: 'Run “npm run build” in Burrow’s folder, then reload.' },
    'zh-CN': { title: '应用尚未构建', text: '请在 Burrow 的文件夹中运行 “npm run build”，然后刷新。' },
  },
};

/**
 * A browser does not send the cookie when the address was followed from another site (SameSite=Strict). It does after
 * a click on this page.
 */
const tryAgain: Record<Locale, string> = { en: 'Try again', 'zh-CN': '重试' };

/** A page that says why the app cannot be shown and what to do. Nothing of the request appears in it. */
export function refusalPage(refusal: Refusal, locale: Locale): string {
  const { title, text } = texts[refusal][locale];
  const link = refusal === 'no-session' ? `<p><a href="/">${tryAgain[locale]}</a></p>` : '';
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${title} · Burrow</title><h1>${title}</h1><p>${text}</p>${link}</html>\n`;
}
