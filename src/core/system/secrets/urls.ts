import { mark } from './mark.ts';

/** Characters after the authority in which the end of a password is searched, and `@` that are considered. */
const maxWindow = 256;
const maxSigns = 12;

/**
 * Masks the user and password of every URL, up to the last `@` of its authority; the user `git` alone is not secret. A
 * password may contain `/`, `?`, `#`, `@` and a blank that should have been encoded.
 */
export function maskUserParts(text: string): string {
  let masked = '';
  let done = 0;
  // A URL that was taken for a path has one slash.
  const signs = /:\/\/|\bhttps?:\/(?!\/)/g;
  while (signs.test(text)) {
    const from = signs.lastIndex;
    const end = userEnd(text, from);
    if (end !== null) {
      masked += text.slice(done, from) + mark;
      done = end;
      signs.lastIndex = end;
    }
  }
  return maskDataSources(masked + text.slice(done));
}

/** `user:password@tcp(host:3306)/name`, the data source name of MySQL's driver, and proxies without a scheme. */
function maskDataSources(text: string): string {
  return text
    .replaceAll(/(?<=proxy=["']?)[^\s"'`:@/]{1,64}:[^\s"'`/]{1,256}(?=@)/gi, mark)
    .replaceAll(/(?<![^\s"'`=])[^\s"'`=:@/]{1,64}:[^\s"'`]{1,256}?(?=@(?:tcp|unix)\()/g, mark);
}

/** The index of the `@` that ends the user part of the URL whose authority starts at `from`; null: it has none. */
function userEnd(text: string, from: number): number | null {
  // A comma is possible in a password, but before a scheme it separates the URLs of a list.
  const authority = /(?:(?![,|;][A-Za-z][A-Za-z0-9+.-]{0,20}:\/\/)[^\s/?#"'<>`])*/y;
  authority.lastIndex = from;
  const strict = authority.exec(text)?.[0] ?? '';
  const inAuthority = lastUserSign(strict, text, from);
  const host = strict.slice(inAuthority + 1);
  const looser = looserEnd(text, from, strict, inAuthority >= 0, host);
  if (looser !== null) return looser;
  if (inAuthority < 0 || strict.slice(0, inAuthority) === 'git') return null;
  return from + inAuthority;
}

/** The last `@` of the authority that does not belong to a module with its version; -1: none. */
function lastUserSign(authority: string, text: string, from: number): number {
  let at = authority.lastIndexOf('@');
  while (at >= 0 && isVersionSign(text, from + at)) at = authority.lastIndexOf('@', at - 1);
  return at;
}

/** The end of a password with characters that should have been encoded; null: the authority is what it seems. */
function looserEnd(
  text: string,
  from: number,
  authority: string,
  hasUser: boolean,
  host: string,
): number | null {
  const window = windowAfter(text, from + authority.length);
  const trust = trustIn(host);
  // Without a user and a colon, there is no password: https://example.com/users/me@example.com
  if (trust === 'certain' && !hasUser && !authority.includes(':')) return null;
  const start = from + authority.length;
  let end: number | null = null;
  const maxBlanks = { none: 8, possible: 1, certain: 0 }[trust];
  let before = 0;
  let blanks = 0;
  let at = window.indexOf('@');
  for (let signs = 0; at >= 0 && signs < maxSigns; signs++, at = window.indexOf('@', at + 1)) {
    const newBlanks = window.slice(before, at).match(/\s+/g)?.length ?? 0;
    blanks += newBlanks;
    before = at;
    // A blank after a possible end belongs to the text that follows the URL.
    if (blanks > maxBlanks || (end !== null && newBlanks > 0)) break;
    if (isVersionSign(text, start + at)) continue;
    const next = hostAfter(window, at);
    if (next === 'certain' || (next === 'possible' && trust === 'none')) end = start + at;
  }
  return end;
}

/** The text after the authority in which its password may continue: to the next URL or the end of the line. */
function windowAfter(text: string, start: number): string {
  const window = text.slice(start, start + maxWindow);
  const end = /\n|[\s,|;"'`(=<>[\]{}&][A-Za-z][A-Za-z0-9+.-]{0,20}:\/\//.exec(window);
  return end ? window.slice(0, end.index) : window;
}

type Trust = 'certain' | 'possible' | 'none';

/** Whether a text is a host with an optional port: a single word may as well be a user or a part of a password. */
function trustIn(host: string): Trust {
  const name = /^(\[[\da-f:.%]+\]|[\w.-]*)(?::\d{1,5})?(?=[,;)\]}|]|[.:]?$)/i.exec(host)?.[1];
  if (name === undefined) return 'none';
  return name === '' || /^(?:localhost|\[.*\])$|\w\.\w/i.test(name) ? 'certain' : 'possible';
}

function hostAfter(window: string, at: number): Trust {
  const host = /^[^\s/?#"'<>`@,;|)]*/.exec(window.slice(at + 1, at + 260))?.[0] ?? '';
  if (host === '') return 'none';
  const trust = trustIn(host);
  return trust === 'possible' && /:\d+$/.test(host) ? 'certain' : trust;
}

/** `module@v1.2.3`, `/@v/list`, `/@latest`, `package@1.2.3`, `image@sha256:…`: what follows `@` is no host. */
function isVersionSign(text: string, at: number): boolean {
  const after = text.slice(at + 1, at + 80);
  return /^(?:v\/|latest\b(?!\.)|(?:v\d+(?:\.\d+){0,2}|go\d+(?:\.\d+){0,2}|\d+\.\d+\.\d+)(?:[-+][\w.+-]*)?(?:\.(?:zip|mod|info))?(?![\w.])|sha(?:256|512):)/.test(
    after,
  );
}
