import { hasControlCharacters } from './control-characters.ts';

/**
 * A place in the app that an address can lead to, from anywhere on the machine. `compare` and `build`: builds by their ids.
 * `project` and `builds`: the Overview and the Builds page of a folder.
 */
export type AppLink =
  | { to: 'compare'; a: string; b: string }
  | { to: 'build'; id: string }
  | { to: 'project' | 'builds'; path: string };

/** The scheme of the addresses. */
export const linkScheme = 'burrow';

/** The number of characters of the longest address that is read: more than any path of a system has. */
const maxLength = 8192;

/**
 * Reads an address such as `burrow://compare?a=b1&b=b2`, `burrow://build?id=b1`, `burrow://project?path=/home/ann/shop` or
 * `burrow://builds?path=…`.
 * Anyone can write one, so it names a place and nothing else: builds by their ids, and a folder by its absolute path,
 * which whoever follows the link must know or ask the user about. null: it is anything else.
 */
export function parseAppLink(address: string): AppLink | null {
  if (address.length > maxLength || !address.startsWith(`${linkScheme}://`) || !URL.canParse(address))
    return null;
  const { host, username, password, pathname, hash, searchParams } = new URL(address);
  // Systems add the slash.
  if (username !== '' || password !== '' || hash !== '' || !['', '/'].includes(pathname)) return null;
  const given = [...searchParams];
  const only = (...names: string[]) =>
    given.length === names.length && names.every((name) => searchParams.has(name));
  if (host === 'compare' && only('a', 'b')) {
    const [a, b] = [searchParams.get('a') ?? '', searchParams.get('b') ?? ''];
    return isBuildId(a) && isBuildId(b) ? { to: 'compare', a, b } : null;
  }
  if (host === 'build' && only('id')) {
    const id = searchParams.get('id') ?? '';
    return isBuildId(id) ? { to: 'build', id } : null;
  }
  if ((host === 'project' || host === 'builds') && only('path')) {
    const path = searchParams.get('path') ?? '';
    return isFolderPath(path) ? { to: host, path } : null;
  }
  return null;
}

/** The address of a place, in characters that need no quotes in any program. */
export function writeAppLink(link: AppLink): string {
  const { to, ...named } = link;
  const search = Object.entries(named).map(([name, value]) => `${name}=${encoded(value)}`);
  return `${linkScheme}://${to}?${search.join('&')}`;
}

/** Like `encodeURIComponent`, but with the characters that shells and quotes know, too. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*~]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The first of the arguments of a program that begins like an address of the app; null: there is none. */
export function linkAmong(args: readonly string[]): string | null {
  return args.find((arg) => arg.startsWith(`${linkScheme}://`)) ?? null;
}

function isBuildId(text: string): boolean {
  return /^b[1-9]\d{0,8}$/.test(text);
}

/**
 * An absolute path on this machine that is exactly what it looks like. Not one of a server (`//host/share`): Windows
 * signs in to the server as soon as anything looks at such a path.
 */
function isFolderPath(path: string): boolean {
  if (!/^(?:\/(?!\/)|[A-Za-z]:[\\/](?![\\/]))/.test(path) || hasControlCharacters(path)) return false;
  return path.split(/[\\/]/).every((part) => part !== '.' && part !== '..');
}
