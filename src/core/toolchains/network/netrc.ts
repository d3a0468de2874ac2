import { join } from 'node:path';
import { readTextIfThere, type System } from '#core/system';
import { goSetting } from '../goenv/index.ts';
import { readAddress } from './address.ts';

/** An entry of a .netrc file. */
interface Login {
  /** A host with its port, and perhaps a path. */
  machine: string;
  login: string;
  password: string;
}

/** Reads a .netrc file as cmd/go does (internal/auth/netrc.go): macros and the `default` entry are ignored. */
export function parseNetrc(text: string): Login[] {
  const found: Login[] = [];
  let open: Partial<Login> = {};
  let isMacro = false;
  for (const line of text.split('\n')) {
    if (isMacro) {
      isMacro = line.trim() !== '';
      continue;
    }
    const words = line.trim().split(/\s+/);
    for (let at = 0; at < words.length; at += 2) {
      const [word, value] = [words[at], words[at + 1]];
      if (word === 'default') return found;
      if (value === undefined) break;
      if (word === 'machine') open = { machine: value };
      if (word === 'login') open.login = value;
      if (word === 'password') open.password = value;
      if (word === 'macdef') isMacro = true;
      const { machine, login, password } = open;
      if (machine && login && password) {
        found.push({ machine, login, password });
        open = {};
      }
    }
  }
  return found;
}

/**
 * The header that a .netrc file gives for an address; none when it has no login for it, when GOAUTH does not contain
 * `netrc` (it does by default), and when the password would be sent unencrypted. Failures: source.bad-address.
 */
export async function netrcHeaders(
  system: Pick<System, 'env' | 'home' | 'os'>,
  address: string,
): Promise<Record<string, string>> {
  const { protocol, hostname, host, pathname, username } = readAddress(address);
  const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  if (username || (protocol !== 'https:' && !isLoopback)) return {};
  const goauth = (await goSetting(system, 'GOAUTH')) ?? 'netrc';
  if (!goauth.split(';').some((method) => method.trim() === 'netrc')) return {};
  const place = `${host}${pathname}`;
  // The most specific entry is used, and of equal ones the first.
  const [found] = (await logins(system))
    .filter(({ machine }) => place === machine || place.startsWith(`${machine.replace(/\/$/, '')}/`))
    .toSorted((a, b) => b.machine.length - a.machine.length);
  if (!found) return {};
  const credentials = Buffer.from(`${found.login}:${found.password}`).toString('base64');
  return { authorization: `Basic ${credentials}` };
}

/** $NETRC, else ~/_netrc on Windows if it exists, else ~/.netrc. An unreadable file has no logins. */
async function logins({ env, home, os }: Pick<System, 'env' | 'home' | 'os'>): Promise<Login[]> {
  const places = os === 'windows' ? ['_netrc', '.netrc'] : ['.netrc'];
  for (const path of env['NETRC'] ? [env['NETRC']] : places.map((name) => join(home, name))) {
    const text = await readTextIfThere(path).catch(() => null);
    if (text !== null) return parseNetrc(text);
  }
  return [];
}
