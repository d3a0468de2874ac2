import type { System } from '#core/system';

/** The clock of a System that a test sets: time passes when the test says so. */
export interface TestClock extends Pick<System, 'now' | 'after'> {
  /** Advances the clock by `ms`, and calls the timers that are due. */
  advance(ms: number): void;
  /** The number of timers that are set. */
  waiting(): number;
}

/** Creates a clock; spread it into a System. */
export function testClock(): TestClock {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const waiting = new Set<{ at: number; work: () => void }>();
  return {
    now: () => new Date(now),
    after: (ms, work) => {
      const entry = { at: now + ms, work };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
    advance: (ms) => {
      now += ms;
      const due = [...waiting].filter(({ at }) => at <= now);
      for (const entry of due) {
        waiting.delete(entry);
        entry.work();
      }
    },
    waiting: () => waiting.size,
  };
}
