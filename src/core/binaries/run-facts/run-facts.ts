import type { Inspection, RunFacts } from '#contract/binaries';
import { Damaged } from '../bytes/index.ts';
import type { ExecutableHeader, Image } from '../formats/index.ts';
import { settingFacts } from './build-settings.ts';
import { elfLoadFacts } from './elf.ts';
import { type LoadFacts, nothingLoaded } from './load-facts.ts';
import { machOLoadFacts } from './mach-o.ts';
import { peLoadFacts } from './pe.ts';

/** Reads what is asked about a program before it is run elsewhere. What its headers do not tell is null. */
export function readRunFacts(
  format: ExecutableHeader['format'],
  image: Image,
  { target, settings, packages }: Pick<Inspection, 'target' | 'settings' | 'packages'>,
): RunFacts {
  return {
    ...loadFacts(format, image, target.split('/')[0] ?? ''),
    ...settingFacts(settings, new Set(packages.map((each) => each.path))),
  };
}

/** A damaged header of the loader's does not make the rest unreadable. */
function loadFacts(format: ExecutableHeader['format'], image: Image, os: string): LoadFacts {
  try {
    if (format === 'elf') return elfLoadFacts(image, os);
    if (format === 'mach-o') return machOLoadFacts(image);
    if (format === 'pe') return peLoadFacts(image);
    return nothingLoaded;
  } catch (error) {
    if (error instanceof Damaged) return nothingLoaded;
    throw error;
  }
}
