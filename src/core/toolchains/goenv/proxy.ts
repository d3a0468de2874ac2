import { failure } from '#contract/failure';
import type { System } from '#core/system';
import { type ProxyEntry, parseProxies } from './parse-proxies.ts';
import { matchesPatterns } from './patterns.ts';
import { goSetting } from './settings.ts';
import { modulePath } from './toolchain-module.ts';

/**
 * The proxies that Go itself would use; only `direct` when GONOPROXY matches. Failures: source.no-proxy when none is
 * known.
 */
export async function goproxy(system: System): Promise<ProxyEntry[]> {
  if ((await excludedBy(system, 'GONOPROXY')) !== null) return parseProxies('direct');
  const value = await goSetting(system, 'GOPROXY');
  if (value === null) throw failure('source.no-proxy', { reason: 'unknown' });
  const proxies = parseProxies(value);
  if (proxies.length === 0) throw failure('source.no-proxy', { reason: 'empty' });
  return proxies;
}

/** Whether GOPROXY is `off`: then Go downloads nothing. */
export async function proxyIsOff(system: System): Promise<boolean> {
  const value = await goSetting(system, 'GOPROXY');
  return value !== null && parseProxies(value)[0]?.url === 'off';
}

/** The variable that excludes toolchains, with its patterns; both variables default to GOPRIVATE. null: none does. */
export async function excludedBy(
  system: System,
  name: 'GONOPROXY' | 'GONOSUMDB',
): Promise<{ variable: string; patterns: string } | null> {
  const own = await goSetting(system, name);
  const patterns = own ?? (await goSetting(system, 'GOPRIVATE')) ?? '';
  return matchesPatterns(patterns, modulePath)
    ? { variable: own === null ? 'GOPRIVATE' : name, patterns }
    : null;
}
