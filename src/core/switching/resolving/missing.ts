import { dirname } from 'node:path';
import type { GoneToolchain } from '#contract/gone-toolchain';
import { shellWord } from '#contract/shell-word';
import type { System } from '#core/system';
import type { Wanted, Wish } from '../wishes/index.ts';
import { choose } from './choose.ts';

/** What is known of a version that is wanted and not installed. */
export interface Missing {
  /** The release that installing it would get; see Resolution. */
  installs: string | null;
  /** The adopted toolchain that is gone; see Resolution. */
  gone: GoneToolchain | null;
}

/** A wish, and where it stands if it stands anywhere. */
type Placed = Wanted & Partial<Pick<Wish, 'rule' | 'file'>>;

/** The release that installing what is wished for would get, as far as is known; null: none, or none is known. */
export async function releaseFor(
  system: System,
  { strength, wanted, bare }: Wanted,
  arch?: string,
): Promise<string | null> {
  if (wanted === null || strength === 'system') return null;
  if (!bare) return wanted;
  // Loaded when it is needed: whatever resolves a folder would load all that installs.
  const { knownRelease } = await import('#core/toolchains');
  return knownRelease(system, { version: wanted, ...(arch === undefined ? {} : { arch }) });
}

/** The toolchain that the wish would get if its owner had left it in its place; null: there was none. */
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
