import { type PageLook, type PlainPage, plainPage } from '#api';
import type { Locale } from '#contract/locale';
import { secretKey } from '#contract/web-session';

/** Why the app cannot be shown. */
export type Refusal =
  | 'no-session'
  | 'from-elsewhere'
  | 'token-used'
  | 'token-wrong'
  | 'token-passed-on'
  | 'other-user'
  | 'not-found'
  | 'not-built';

export const statuses: Record<Refusal, number> = {
  'no-session': 401,
  'from-elsewhere': 403,
  'token-used': 403,
  'token-wrong': 403,
  'token-passed-on': 409,
  'other-user': 403,
  'not-found': 404,
  'not-built': 503,
};

const serve = '<code>burrow serve</code>';

const texts: Record<Refusal, Record<Locale, { title: string; text: string }>> = {
  'no-session': {
    en: {
      title: 'This page is not signed in',
      text: `Burrow may have been started again since you opened it. Open the address that ${serve} printed in the terminal; it signs in one browser, and this page then goes on by itself. If you no longer have that address, end ${serve} with Ctrl-C and run it again.`,
    },
    'zh-CN': {
      title: '此页面尚未授权',
      text: `在您打开此页面之后，Burrow 可能已重新启动。请打开 ${serve} 在终端中显示的地址：它只授权一个浏览器，之后此页面会自动继续。如果找不到该地址，请按 Ctrl-C 结束 ${serve}，再重新运行。`,
    },
  },
  'from-elsewhere': {
    en: {
      title: 'Open Burrow?',
      text: 'Another page led here. Open Burrow only if that is what you wanted.',
    },
    'zh-CN': {
      title: '要打开 Burrow 吗？',
      text: '您是从其他页面来到这里的。仅当这是您的本意时才打开 Burrow。',
    },
  },
  'token-used': {
    en: {
      title: 'This address was already used',
      text: `It works only once. If Burrow is open in another tab of this browser, go on there. If you have not opened it, someone else may have: end ${serve} with Ctrl-C, and run it again.`,
    },
    'zh-CN': {
      title: '此地址已被使用',
      text: `它只能使用一次。如果 Burrow 已在此浏览器的其他标签页中打开，请在那里继续。如果您没有打开过它，可能是其他人打开的：请按 Ctrl-C 结束 ${serve}，再重新运行。`,
    },
  },
  'token-wrong': {
    en: {
      title: 'This address is not valid',
      text: `It may be from a session that has ended. Run ${serve} in a terminal and open the address that it prints.`,
    },
    'zh-CN': {
      title: '此地址无效',
      text: `它可能来自已结束的会话。请在终端中运行 ${serve}，然后打开它显示的地址。`,
    },
  },
  'token-passed-on': {
    en: {
      title: 'Reload this page',
      text: 'A program that used this port before had left something in the browser that stood between it and Burrow. It has been removed.',
    },
    'zh-CN': {
      title: '请刷新此页面',
      text: '之前使用此端口的程序在浏览器中留下了内容，阻隔了浏览器与 Burrow。该内容已被清除。',
    },
  },
  'other-user': {
    en: {
      title: 'This Burrow belongs to someone else',
      text: `Another user of this machine started it, and only that user can open it. Run ${serve} to start your own.`,
    },
    'zh-CN': {
      title: '此 Burrow 属于其他用户',
      text: `它由本机的另一个用户启动，只有该用户可以打开。请运行 ${serve} 启动您自己的 Burrow。`,
    },
  },
  'not-found': {
    en: { title: 'Not found', text: 'Burrow has no such file.' },
    'zh-CN': { title: '未找到', text: 'Burrow 没有这个文件。' },
  },
  'not-built': {
    en: {
      title: 'The app is not built yet',
      text: 'Run <code>npm run build</code> in Burrow’s folder, then reload.',
    },
    'zh-CN': {
      title: '应用尚未构建',
      text: '请在 Burrow 的文件夹中运行 <code>npm run build</code>，然后刷新。',
    },
  },
};

/**
 * A browser does not send the cookie when the address was followed from another site (SameSite=Strict). It does after
 * a click on this page.
 */
const links: Partial<Record<Refusal, Record<Locale, string>>> = {
  'no-session': { en: 'Try again', 'zh-CN': '重试' },
  'from-elsewhere': { en: 'Open Burrow', 'zh-CN': '打开 Burrow' },
  'token-used': { en: 'Open Burrow', 'zh-CN': '打开 Burrow' },
};

/** Opens the app once this browser has signed in, in another tab. */
const goOn = `addEventListener('storage', ({ key, newValue }) => {
  if (key === ${JSON.stringify(secretKey)} && newValue !== null) location.replace('/');
});`;

/** A page that says why the app cannot be shown and what to do. Nothing of the request appears in it. */
export function refusalPage(refusal: Refusal, look: PageLook): PlainPage {
  const { title, text } = texts[refusal][look.locale];
  const link = links[refusal]?.[look.locale];
  const after = link === undefined ? '' : `<p><a href="/">${link}</a></p>`;
  const body = `<h1>${title}</h1><p>${text}</p>${after}`;
  return plainPage(look, title, body, refusal === 'no-session' ? goOn : undefined);
}
