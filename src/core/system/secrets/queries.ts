import { mark } from './mark.ts';
import { isPlainValue } from './names.ts';

/** Parameters whose value is shown if it is short and simple. */
const shown = new Set(
  (
    'go-get mode include all version v ver tab page per_page limit offset sort order os arch goos goarch platform ' +
    'format type lang hl locale ref branch tag q query search manifests since until status name repo package module'
  ).split(' '),
);

/** Masks the parameters of queries, and of fragments that contain parameters, except those known to be harmless. */
export function maskQueries(text: string): string {
  if (!text.includes('?') && !text.includes('#')) return text;
  return text.replaceAll(/[^\s"'<>`]+/g, maskWord);
}

function maskWord(word: string): string {
  // Lists of proxies: `https://a.test?x=1,https://b.test|direct`.
  const urls = word.split(/(?<=[,|;])(?=[a-z][a-z0-9+.-]{0,20}:\/\/|direct$|off$)/);
  return urls.map(maskUrl).join('');
}

function maskUrl(url: string): string {
  const start = url.search(/[?#]/);
  if (start <= 0) return url;
  const isUrl = url.slice(0, start).includes('://');
  const rest = url.slice(start + 1);
  const looksLikeQuery = /[\w/.*-]/.test(url[start - 1] ?? '') && /^[\w.%[\]~-]+=/.test(rest);
  if (!isUrl && (url[start] !== '?' || !looksLikeQuery)) return url;
  return (
    url.slice(0, start) +
    url
      .slice(start)
      .split(/(?=[?#&;])/)
      .map((part) => maskParameter(part))
      .join('')
  );
}

/** `part` starts with `?`, `#`, `&` or `;`. */
function maskParameter(part: string): string {
  const equals = part.indexOf('=');
  const separator = part[0] ?? '';
  if (equals < 0) {
    // A fragment names a place in a page; anything else without a name is either a word or a token.
    const isShown = separator === '#' || /^.[a-z-]{0,12}[,.;:)!?\]}|]*$/i.test(part);
    return isShown ? part : separator + mark;
  }
  const name = part.slice(1, equals);
  const value = part.slice(equals + 1);
  const isShown = shown.has(name.toLowerCase()) && /^[\w.,:+~*/-]{0,40}[,.;:)\]}|]*$/.test(value);
  return isShown || isPlainValue(value) ? part : `${part.slice(0, equals + 1)}${mark}`;
}
