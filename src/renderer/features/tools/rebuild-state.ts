import type { RebuildEvent, RebuiltTool } from '#contract/tools';

/** The state of a rebuild. */
export interface Rebuild {
  /** `stopped`: by the user. `ended`: all tools were processed, though some may have failed. */
  state: 'idle' | 'running' | 'stopped' | 'ended' | 'failed';
  /** The results so far, by the path of the tool. */
  results: ReadonlyMap<string, RebuiltTool>;
  /** The latest event; null before the first tool and between tools. */
  latest: Exclude<RebuildEvent, { type: 'planned' | 'ended' }> | null;
  /** The number of tools that are done, and of all tools. */
  done: number;
  total: number;
  /** Why the whole rebuild failed. */
  error?: unknown;
}

/** The state before the rebuild. */
export const idle: Rebuild = { state: 'idle', results: new Map(), latest: null, done: 0, total: 0 };

/** The state after an event. */
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
