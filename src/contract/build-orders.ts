/** What lists of builds are sorted by. `change`: since the build before in its series. */
export const buildOrders = [
  'started',
  'id',
  'subject',
  'name',
  'go',
  'target',
  'bytes',
  'change',
  'duration',
  'commit',
  'branch',
  'status',
  'by',
] as const;

/** Those that begin with the newest or largest, unless it is said otherwise. */
export const descendingOrders: readonly string[] = ['started', 'id', 'go', 'bytes', 'change', 'duration'];

export const buildStatuses = ['succeeded', 'failed', 'cancelled', 'recorded'] as const;
export const buildKinds = ['program', 'image'] as const;

/** In characters, of what a person writes about a build. */
export const [maxName, maxNote] = [200, 10_000];

/** How builds are thinned out (contract/listed-builds.ts). */
export const thinning = ['day', 'week', 'month', 'none'] as const;
