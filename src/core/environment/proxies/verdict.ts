import type { ProxyCheck, ProxyReport, ProxyVerdict } from '#contract/proxies';
import type { ProxyEntry } from '#core/toolchains';

/** What Go asks a proxy for, and the hash of the zip. */
export type Observed = Pick<ProxyReport, 'info' | 'mod' | 'zip' | 'database' | 'hash'>;

/** What the checksum database said: a hash, or that it could not be asked. null: nothing is checked. */
export type DatabaseAnswer = { hash: string | null; isReachable: boolean } | null;

/** How a walk through the list ends. */
type Walk =
  | { end: 'ok' | 'hangs'; at: string }
  | { end: 'failed'; at: string; status: number | null }
  | { end: 'direct' | 'off' | 'missing' };

/**
 * What `go mod download` would do, from what each proxy answered. For each file anew, Go asks one proxy after the
 * other (cmd/go/internal/modfetch/proxy.go, TryProxies): 404 and 410 lead to the next, other failures only over a pipe;
 * at the end the first failure that is no 404 or 410 is reported. Go waits for a proxy without a limit. `entries`: as
 * written, with the address by which `observed` knows them. Pure.
 */
export function verdictOf(
  entries: readonly ProxyEntry[],
  observed: ReadonlyMap<string, Observed>,
  database: DatabaseAnswer,
): ProxyVerdict {
  let via = '';
  for (const file of ['info', 'mod', 'zip'] as const) {
    const walk = walkFor(entries, (url) => observed.get(url)?.[file]);
    if (walk.end === 'failed') return { kind: 'stops', at: walk.at, status: walk.status };
    if (walk.end === 'hangs') return { kind: 'hangs', at: walk.at };
    if (walk.end !== 'ok') return { kind: walk.end };
    via = walk.at;
  }
  return checked(via, entries, observed, database);
}

function walkFor(
  entries: readonly ProxyEntry[],
  checkOf: (url: string) => ProxyCheck | null | undefined,
): Walk {
  let failure: Walk | null = null;
  for (const { url, next } of entries) {
    if (url === 'direct' || url === 'off') return { end: url };
    const check = checkOf(url);
    if (!check || check.outcome === 'missing') continue;
    if (check.outcome === 'ok') return { end: 'ok', at: url };
    if (check.outcome === 'slow') return { end: 'hangs', at: url };
    failure = { end: 'failed', at: url, status: check.status };
    if (next === 'missing') return failure;
  }
  return failure ?? { end: 'missing' };
}

/** Go asks the database through the first proxy that passes it on, and directly if none does (sumdb.go, initBase). Pure. */
export function walkToDatabase(
  entries: readonly ProxyEntry[],
  observed: ReadonlyMap<string, Observed>,
): Walk {
  return walkFor(entries, (url) => observed.get(url)?.database);
}

function checked(
  via: string,
  entries: readonly ProxyEntry[],
  observed: ReadonlyMap<string, Observed>,
  database: DatabaseAnswer,
): ProxyVerdict {
  if (database === null) return { kind: 'works', via };
  const walk = walkToDatabase(entries, observed);
  if (walk.end === 'failed') return { kind: 'no-database', at: walk.at };
  if (walk.end === 'hangs') return { kind: 'hangs', at: walk.at };
  if (!database.isReachable) return { kind: 'no-database', at: walk.end === 'ok' ? walk.at : null };
  const hash = observed.get(via)?.hash ?? null;
  return hash !== database.hash ? { kind: 'wrong-hash', at: via } : { kind: 'works', via };
}
