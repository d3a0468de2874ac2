import type { ProxyVerdict } from '#contract/proxies';
import { isGood } from '#contract/describe-proxies';
import type { ProxyEntry } from '#core/toolchains';

/**
 * The list with `|` in place of each comma at which Go stops, if Go gets modules then: after a comma, it goes on only
 * where a proxy answers 404 or 410. null: no separator is in the way. `judge`: the verdict on a list. Pure.
 */
export function rightList(
  entries: readonly ProxyEntry[],
  judge: (entries: readonly ProxyEntry[]) => ProxyVerdict,
): string | null {
  let changed = entries;
  for (let verdict = judge(entries); !isGood(verdict); verdict = judge(changed)) {
    if (verdict.kind !== 'stops') return null;
    const { at } = verdict;
    const stop = changed.findIndex(({ url, next }) => url === at && next === 'missing');
    if (stop === -1 || stop === changed.length - 1) return null;
    changed = changed.map((entry, index) => (index === stop ? { ...entry, next: 'any' } : entry));
  }
  return changed === entries ? null : written(changed);
}

/** A list as GOPROXY has it. */
function written(entries: readonly ProxyEntry[]): string {
  const last = entries.length - 1;
  return entries
    .map(({ url, next }, index) => (index === last ? url : `${url}${next === 'any' ? '|' : ','}`))
    .join('');
}
