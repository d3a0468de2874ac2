import type { ProxyMistake } from '#contract/proxies';
import { parseChecksumDatabase, parseProxies } from '#core/toolchains';
import type { ModuleVariables } from './route.ts';

/** Go's own database, and the name under which it can be reached from China (modfetch/sumdb.go). */
const ownDatabase = 'sum.golang.org';
const mirrorOfDatabase = 'sum.golang.google.cn';

/**
 * What tutorials get wrong, with the right value: an invented checksum database
 * (`gosum.io+ce6e7565+https://sum.golang.org`), a proxy's own name as database (`sum.goproxy.cn`, which serves
 * Go's, and is asked through the proxy anyway), and a list of proxies without `direct`. Pure.
 */
export function mistakesIn({ GOPROXY, GOSUMDB }: ModuleVariables): ProxyMistake[] {
  const found: ProxyMistake[] = [];
  const entries = parseProxies(GOPROXY);
  const last = entries.at(-1)?.url;
  if (entries.length === 0) {
    found.push({ kind: 'nothing', name: 'GOPROXY', value: GOPROXY, right: null });
  } else if (last !== 'direct' && last !== 'off') {
    found.push({ kind: 'no-direct', name: 'GOPROXY', value: GOPROXY, right: `${GOPROXY},direct` });
  } else if (entries[0]?.url === 'off') {
    found.push({ kind: 'off', name: 'GOPROXY', value: GOPROXY, right: null });
  }
  const written = GOPROXY.split(/[,|]/).filter((entry) => entry.trim() !== '');
  if (written.length > entries.length) {
    // Go reads the list up to the first `direct` or `off`.
    found.push({
      kind: 'unreachable-after',
      name: 'GOPROXY',
      value: GOPROXY,
      right: reordered(written, last),
    });
  }
  if (GOSUMDB !== 'off' && parseChecksumDatabase(GOSUMDB) === null) {
    const isOfProxy = GOSUMDB.trim().startsWith('sum.goproxy.');
    found.push({
      kind: isOfProxy ? 'database-of-proxy' : 'unknown-database',
      name: 'GOSUMDB',
      value: GOSUMDB,
      right: isOfProxy || /goproxy|gosum|\.cn\b/.test(GOSUMDB) ? mirrorOfDatabase : ownDatabase,
    });
  }
  return found;
}

/** The list with what ends it at its end. */
function reordered(written: readonly string[], end: string | undefined): string {
  const others = written
    .map((entry) => entry.trim())
    .filter((entry) => entry !== 'direct' && entry !== 'off');
  return [...others, end ?? 'direct'].join(',');
}
