import type { RebuildEvent, RebuiltTool } from '#contract/tools';

/** A rebuild as it stands. */
export interface Rebuild {
  /** `stopped`: somebody stopped it; `ended`: it came to its end, also when tools failed. */
  state: 'idle' | 'running' | 'stopped' | 'ended' | 'failed';
  /** What became of each tool so far, by its path. */
  results: ReadonlyMap<string, RebuiltTool>;
  /** What is under way; null before the first tool. */
  latest: Exclude<RebuildEvent, { type: 'planned' | 'ended' }> | null;
  /** Tools that are through, and all of them. */
  done: number;
  total: number;
  /** What was thrown, when all of it failed. */
  error?: unknown;
}

/** Before it begins. */
export const idle: Rebuild = { state: 'idle', results: new Map(), latest: null, done: 0, total: 0 };

/** How a rebuild goes on with an event; pure. */
export function advance(rebuild: Rebuild, event: RebuildEvent): Rebuild {
  switch (event.type) {
    case 'planned':
      return { ...rebuild, latest: null, total: event.plan.steps.length };
    case 'ended': {
      const results = new Map(rebuild.results).set(event.result.tool.path, event.result);
      return { ...rebuild, results, latest: null, done: event.done, total: event.total };
    }
    case 'building':
      return { ...rebuild, latest: event, done: event.done, total: event.total };
    default:
      return { ...rebuild, latest: event };
  }
}
