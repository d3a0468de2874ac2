import type { PruneItem } from '#contract/upkeep';

export const prune = {
  help: {
    summary: 'show what can be deleted to free space, and delete it',
    dryRun: 'only show it',
    days: 'call a version unused only so many days after its install and last use (default: 30)',
    caches: "also the toolchains in Go's module cache, and its compile cache",
  },
  kind: {
    leftover: 'left by something that was killed',
    download: 'an unfinished download',
    superseded: 'a newer patch is installed',
    unused: 'no known project uses it, nor the default',
    'module-cache': "in Go's module cache",
    'compile-cache': "Go's compile cache",
  } satisfies Record<PruneItem['kind'], string>,
  supersededBy: (version: string) => `unused, and ${version} is installed`,
  why: 'Why',
  lastUse: 'Last sign of use',
  notUsed: (day: string) => `none since its install, ${day}`,
  path: 'Where',
  nothing: 'Nothing can be deleted.',
  caches: (bytes: string) => `${bytes} more with --caches; Go fills these again when it needs them:`,
  confirm: (count: number, bytes: string) =>
    `Delete ${count === 1 ? 'it' : `these ${count}`} and free ${bytes}?`,
  deleting: (path: string) => `Deleting ${path}`,
  done: (count: number, bytes: string) => `${count} deleted; ${bytes} are free again.`,
  inUse: (path: string) => `${path} stays: it is in use now, or gone.`,
  kept: 'Nothing was deleted.',
};
