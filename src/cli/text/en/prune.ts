import type { PruneItem } from '#contract/upkeep';

export const prune = {
  help: {
    summary: 'show what can be deleted to free space, and delete it',
    dryRun: 'only show what would be deleted',
    days: 'count a version as unused this many days after its install and last use (default: 30)',
    caches: "also delete the toolchains in Go's module cache, and Go's build cache",
  },
  kind: {
    leftover: 'left by an interrupted operation',
    download: 'an unfinished download',
    superseded: 'a newer patch is installed',
    unused: 'used by no known project, and not the default',
    'module-cache': "in Go's module cache",
    'compile-cache': "Go's build cache",
  } satisfies Record<PruneItem['kind'], string>,
  supersededBy: (version: string) => `unused, and ${version} is installed`,
  why: 'Reason',
  lastUse: 'Last used',
  notUsed: (day: string) => `not since its install, ${day}`,
  path: 'Path',
  nothing: 'Nothing can be deleted.',
  caches: (bytes: string) => `${bytes} more with --caches; Go refills these when it needs them:`,
  confirm: (count: number, bytes: string) =>
    `Delete ${count === 1 ? 'it' : `these ${count}`} and free ${bytes}?`,
  deleting: (path: string) => `Deleting ${path}`,
  done: (count: number, bytes: string) => `Deleted ${count}; freed ${bytes}.`,
  inUse: (path: string) => `Kept ${path}: it is in use, or already gone.`,
  kept: 'Nothing was deleted.',
};
