import { connect } from 'node:net';
import { maskSecrets, type System } from '#core/system';
import type { Check, Found } from './check.ts';
import { reasonOf } from './reason.ts';

/** A proxy in the environment, for all that Go fetches. */
export interface NetworkProxy {
  name: string;
  /** As it is written, secrets masked. */
  value: string;
  /** null: not an address. */
  address: { host: string; port: number } | null;
}

/** ms; a program of this machine answers at once, or is not there. */
const timeoutMs = 500;

/**
 * Proxies of HTTP_PROXY and HTTPS_PROXY, which Go uses for every download. Only one on this machine is tried: a proxy
 * program that is not running is the common case, and nothing leaves the machine.
 */
export const networkProxy: Check = {
  name: 'network-proxy',
  run: async ({ system }, signal) => {
    const proxies = proxiesIn(system.env);
    const found = await Promise.all(
      proxies.map(async (proxy) => {
        if (proxy.address === null) return [unusable(proxy)];
        if (!isLoopback(proxy.address.host)) return [];
        return (await answers(proxy.address, signal)) ? [] : [notThere(proxy)];
      }),
    );
    return [...found.flat(), ...ignored(system.env)];
  },
};

/** As Go reads them: the name in capitals first (golang.org/x/net/http/httpproxy). Pure. */
export function proxiesIn(env: System['env']): NetworkProxy[] {
  const isNever = (env['NO_PROXY'] || env['no_proxy'] || '').trim() === '*';
  if (isNever) return [];
  return ['HTTPS_PROXY', 'HTTP_PROXY'].flatMap((upper) => {
    const name = env[upper] ? upper : upper.toLowerCase();
    const value = env[name];
    return value ? [{ name, value: maskSecrets(value), address: addressOf(value) }] : [];
  });
}

const ports: Readonly<Record<string, number>> = {
  'http:': 80,
  'https:': 443,
  'socks5:': 1080,
  'socks5h:': 1080,
};

/** Without a scheme it is an HTTP proxy. */
function addressOf(value: string): NetworkProxy['address'] {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port } = new URL(text);
  const usual = ports[protocol];
  if (usual === undefined || hostname === '') return null;
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port) };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d+){3}$/.test(host);
}

function answers({ host, port }: { host: string; port: number }, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, signal, timeout: timeoutMs });
    const end = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

/** Pure. */
export function notThere({ name, value }: NetworkProxy): Found {
  return {
    about: `${name} ${value}`,
    severity: 'error',
    reason: reasonOf('doctor.proxy-not-there', { name, value }),
    evidence: [{ file: null, line: null, value: `${name}=${value}` }],
    fix: null,
  };
}

function unusable({ name, value }: NetworkProxy): Found {
  return {
    about: `${name} ${value}`,
    severity: 'error',
    reason: reasonOf('doctor.proxy-unusable', { name, value }),
    evidence: [{ file: null, line: null, value: `${name}=${value}` }],
    fix: null,
  };
}

/** ALL_PROXY is curl's; Go does not read it. Pure. */
export function ignored(env: System['env']): Found[] {
  const name = env['ALL_PROXY'] ? 'ALL_PROXY' : 'all_proxy';
  const all = env[name];
  const isOnly = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].every((other) => !env[other]);
  if (!all || !isOnly) return [];
  const value = maskSecrets(all);
  return [
    {
      about: name,
      severity: 'info',
      reason: reasonOf('doctor.all-proxy', { name, value }),
      evidence: [{ file: null, line: null, value: `${name}=${value}` }],
      fix: null,
    },
  ];
}
