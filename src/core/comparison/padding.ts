import type { BuildDetail } from '#contract/build';
import type { Side } from './sides.ts';

/** Their sections are what a linker puts into the file, one after the other; other formats pad within them. */
const isElf = /^(?:linux|android|freebsd|netbsd|openbsd|dragonfly|solaris|illumos)\//;

/**
 * How many bytes of the change are padding: what the linker leaves between sections, so that parts of a program begin at
 * whole pages. 0 if it is not known. Headers of sections are there too, so it is not more than what the linker owns. Pure.
 */
export function paddingChange(a: Side, b: Side): number {
  if (![a, b].every(({ build }) => isElf.test(build.target ?? '') && build.sections.length > 0)) return 0;
  const between = outsideSections(b.build) - outsideSections(a.build);
  const linkers = ofLinker(b) - ofLinker(a);
  if (Math.sign(between) !== Math.sign(linkers)) return 0;
  return Math.sign(between) * Math.min(Math.abs(between), Math.abs(linkers));
}

function outsideSections({ artifact, sections }: BuildDetail): number {
  return (artifact?.bytes ?? 0) - sections.reduce((sum, { bytes }) => sum + bytes, 0);
}

function ofLinker({ packages }: Side): number {
  const parts = packages.find(({ path }) => path === '(linker)')?.parts ?? [];
  return parts.find(({ bucket }) => bucket === 'other')?.bytes ?? 0;
}
