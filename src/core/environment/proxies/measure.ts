import type { ProxyReport, ProxyVerdict } from '#contract/proxies';
import type { System } from '#core/system';
import { parseProxies } from '#core/toolchains';
import { type Limits, probeProxy } from './probe.ts';
import { verdictOf } from './verdict.ts';

/** A small module that every proxy has. */
const someModule = { path: 'rsc.io/quote', version: 'v1.5.2' };

/**
 * Whether modules come through a value of GOPROXY, and how fast: as testProxies, but without a Go, before there is one,
 * and so without the checksum database. `latency`: ms, the median of several requests to the proxy that delivers.
 * Failures: cancelled.
 */
export async function measureProxies(
  system: System,
  value: string,
  { patienceMs = 4000, signal }: Partial<Limits> = {},
): Promise<{ verdict: ProxyVerdict; latency: number | null }> {
  const entries = parseProxies(value);
  const urls = [...new Set(entries.map(({ url }) => url))].filter((url) => url !== 'direct' && url !== 'off');
  const reports = await Promise.all(
    urls.map(
      async (url): Promise<[string, ProxyReport]> => [
        url,
        await probeProxy(system, url, { module: someModule, database: null, patienceMs, signal }),
      ],
    ),
  );
  const observed = new Map(reports);
  const verdict = verdictOf(entries, observed, null);
  const latency = verdict.kind === 'works' ? observed.get(verdict.via)?.latency?.median : undefined;
  return { verdict, latency: latency ?? null };
}
