import { type Failure, isFailure } from '#contract/failure';
import { burrowPaths } from '#core/system';
import type { Check, Found } from './check.ts';
import { hasHistory } from './known-facts.ts';

/** Whether the history of builds can be read and written. */
export const buildHistory: Check = {
  name: 'build-history',
  run: async ({ system, history }) => {
    if (!(await hasHistory(system))) return [];
    const { historyDb } = burrowPaths(system);
    const found = ({ code, params }: Failure, severity: Found['severity']): Found => ({
      about: code,
      severity,
      reason: { code, params },
      evidence: [{ file: historyDb, line: null, value: '' }],
      fix: null,
    });
    try {
      return (await history()).notices.map((notice) => found(notice, 'warning'));
    } catch (error) {
      if (isFailure(error)) return [found(error, 'error')];
      throw error;
    }
  },
};
