import { mark } from './mark.ts';

/** With these schemes, the credentials are a list of fields. */
const lists = 'digest|hawk|oauth|signature|aws4-hmac-sha256';

/** Authorization with a list of fields: to the end of its line. */
const withList = new RegExp(
  `\\b((?:proxy-)?authorization["']?\\s{0,8}[:=]\\s{0,8}["']?)(?:${lists})\\s[^\\n]*`,
  'gi',
);

/** Authorization with another scheme or none. */
const withToken =
  /\b((?:proxy-)?authorization\\{0,3}["']?\s{0,8}[:=]\s{0,8}\\{0,3}["']?)(?:(?:basic|bearer|negotiate|ntlm|token|apikey|key)\s+)?[^\s"'\\]+/gi;

/** `Bearer …` alone: long and with a digit, so that prose is left alone. */
const bearer = /\b(bearer\s+)(?=[\w.~+/-]{0,4000}\d)[\w.~+/-]{16,}=*/gi;

/** All cookies of a request, or the one of an answer. */
const cookies = /\b((?:set-)?cookie["']?\s{0,8}:\s{0,8}["']?)[^\s"'][^\n"']*/gi;

/** Masks the credentials in HTTP headers. */
export function maskHeaders(text: string): string {
  return text
    .replaceAll(withList, `$1${mark}`)
    .replaceAll(withToken, `$1${mark}`)
    .replaceAll(bearer, `$1${mark}`)
    .replaceAll(cookies, `$1${mark}`);
}
