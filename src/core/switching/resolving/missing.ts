import { dirname } from 'node:path';
import type { GoneToolchain } from '#contract/gone-toolchain';
import { shellWord } from '#contract/shell-word';
import type { System } from '#core/system';
import type { Wanted, Wish } from '../wishes/index.ts';
import { choose } from './choose.ts';

/** What is known of a wanted version that is not installed. */
export interface Missing {
  /** The release that installing it would get; see Resolution. */
  installs: string | null;
  /** The adopted toolchain that is gone; see Resolution. */
  gone: GoneToolchain | null;
}

/** A wish, and where it comes from, if it is from a file or variable. */
type Placed = Wanted & Partial<Pick<Wish, 'rule' | 'file'>>;

/** The release that installing what the wish asks for would get; null: there is none, or none is known. */
export async function releaseFor(
  system: System,
  { strength, wanted, bare }: Wanted,
  arch?: string,
): Promise<string | null> {
  if (wanted === null || strength === 'system') return null;
  if (!bare) return wanted;
  // Imported only here, so that resolving a folder does not load the code that installs.
  const { knownRelease } = await import('#core/toolchains');
  return knownRelease(system, { version: wanted, ...(arch === undefined ? {} : { arch }) });
}

/** The adopted toolchain that the wish would get if its owner had not removed it; null: there was none. */
export async function goneFor(system: System, wish: Placed): Promise<GoneToolchain | null> {
  const { goneToolchains, replacementOf } = await import('#core/toolchains');
  const gone = choose(wish, await goneToolchains(system));
  if (!gone) return null;
  const satisfies = (version: string): boolean => choose(wish, [{ version }]) !== null;
  const found = await replacementOf(system, gone, satisfies);
  const now = found && {
    version: found.version,
    path: found.path,
    adopt: !found.adopted && !found.installed,
    satisfies: satisfies(found.version),
  };
  const { version, from, manager } = gone;
  return { version, from, manager, now, commands: now ? commandsFor(now, wish) : [] };
}

function commandsFor(
  { version, path, adopt, satisfies }: NonNullable<GoneToolchain['now']>,
  { rule, file = '' }: Placed,
): string[] {
  const adopting = adopt ? [`burrow adopt ${shellWord(path)}`] : [];
  if (satisfies) return adopting;
  const use = `burrow use ${version.replace(/^go/, '')}`;
  if (rule === 'default') return [...adopting, `${use} --global`];
  if (rule === 'go-version-file') return [...adopting, `${use} --dir ${shellWord(dirname(file))}`];
  return [];
}
