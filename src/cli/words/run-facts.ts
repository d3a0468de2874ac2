import type { RunFacts } from '#contract/binaries';
import type { Locale } from '#contract/locale';
import { formatDay } from '#contract/units';
import type { Text } from '../text/text.ts';

/** What a program needs where it runs, in short lines; what is not known has none. */
export function runFactsLines(runs: RunFacts, text: Text, locale: Locale): string[] {
  const words = text.inspect.runs;
  const { comma } = text.common;
  const joined = (...parts: (string | false | null)[]) => parts.filter((part) => part).join(comma);
  return [
    runs.libraries.length > 0 && words.libraries(runs.libraries.join(comma)),
    runs.linking === 'static' && (runs.musl ? words.staticAnywhere : words.static),
    runs.linking === 'dynamic' && systemLine(runs, words, comma),
    joined(
      runs.pie !== null && (runs.pie ? words.pie : words.notPie),
      runs.relro && words.relro[runs.relro],
      runs.executableStack && words.executableStack,
      runs.signed !== null && (runs.signed ? words.signed : words.unsigned),
    ),
    joined(
      runs.cgo !== null && (runs.cgo ? words.cgo : words.noCgo),
      runs.race && words.race,
      runs.trimpath && words.trimpath,
      runs.fips140 !== null && words.fips(runs.fips140),
    ),
    runs.vcs &&
      joined(
        words.from(
          runs.vcs.system,
          runs.vcs.revision?.slice(0, 12) ?? '',
          runs.vcs.time === null ? '' : formatDay(runs.vcs.time, locale),
        ),
        runs.vcs.modified && words.modified,
      ),
  ].filter((line) => typeof line === 'string' && line !== '') as string[];
}

/** On which C libraries a program runs that needs one; empty: not known. */
function systemLine({ glibc, musl }: RunFacts, words: Text['inspect']['runs'], comma: string): string {
  if (musl) return words.musl;
  const first = glibc === null ? (musl === false ? words.loader : null) : words.glibc(glibc);
  return [first, musl === false && words.noMusl].filter((part) => part).join(comma);
}
