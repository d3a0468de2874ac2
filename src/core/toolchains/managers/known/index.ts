import type { GoManager } from '#contract/toolchains';
import { g, gobrew, goenv, goup, gvm, moduleCache, sdk } from './go-alone.ts';
import { homebrew, macports, official, snap, system } from './machine-wide.ts';
import type { Machine, Manager, Place } from './manager.ts';
import { asdf, mise, proto, vfox } from './many-languages.ts';

/** Every manager. A Go that two of them could have installed belongs to the first. */
export const managers: Readonly<Record<GoManager, Manager>> = {
  official,
  homebrew,
  macports,
  system,
  snap,
  sdk,
  gvm,
  goenv,
  asdf,
  mise,
  g,
  gobrew,
  goup,
  vfox,
  proto,
  'module-cache': moduleCache,
  other: { places: () => [] },
};

/** A place and its manager. */
export type OwnedPlace = Place & { manager: GoManager };

/** All places where a Go may be on such a machine; `cache` is GOMODCACHE. Pure. */
export function knownPlaces(machine: Machine, cache: string): OwnedPlace[] {
  return Object.entries(managers).flatMap(([name, { places }]) =>
    places(machine, cache).map((place) => ({ ...place, manager: name as GoManager })),
  );
}

/** The manager's command that removes the Go at `goroot` (on a Mac with links resolved); null: none is known. */
export function ownerCommand(manager: GoManager, goroot: string): string | null {
  return managers[manager].uninstall?.(goroot) ?? null;
}

export type { DefaultPlace } from './manager.ts';

/** A pattern for the lines of a profile that belong to each manager. */
export function profileMarks(): { manager: GoManager; mark: RegExp }[] {
  return Object.entries(managers).flatMap(([name, { profileMark }]) =>
    profileMark ? [{ manager: name as GoManager, mark: profileMark }] : [],
  );
}
