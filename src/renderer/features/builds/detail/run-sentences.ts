import type { TFunction } from 'i18next';
import type { RunFacts } from '#contract/binaries';

/** The words for a value that is known. */
function of<T>(value: T | null, words: (value: T) => string): string | null {
  return value === null ? null : words(value);
}

/** What a program needs where it runs and what is known of how it was linked, the most asked first. Pure. */
export function runSentences(runs: RunFacts, t: TFunction): string[] {
  const {
    linking,
    libraries,
    glibc,
    musl,
    pie,
    relro,
    executableStack,
    race,
    trimpath,
    cgo,
    fips140,
    signed,
  } = runs;
  const sentences = [
    of(linking, (how) => t(`program.linking.${how}`)),
    of(glibc, (version) => t('program.glibc', { version })),
    of(musl, (runsThere) => t(runsThere ? 'program.musl.yes' : 'program.musl.no')),
    libraries.length > 0
      ? t('program.libraries', { count: libraries.length, names: libraries.join(', ') })
      : null,
    of(cgo, (on) => t(on ? 'builds.cgoOn' : 'builds.cgoOff')),
    of(pie, (is) => t(is ? 'program.pie.yes' : 'program.pie.no')),
    of(relro, (how) => t(`program.relro.${how}`)),
    // Only what is unusual.
    executableStack ? t('program.executableStack') : null,
    race ? t('program.race') : null,
    trimpath ? t('program.trimpath') : null,
    of(fips140, (version) => t('program.fips140', { version })),
    of(signed, (is) => t(is ? 'program.signed.yes' : 'program.signed.no')),
  ];
  return sentences.filter((sentence) => sentence !== null);
}
