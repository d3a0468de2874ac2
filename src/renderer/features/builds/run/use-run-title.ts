import { useTranslation } from 'react-i18next';
import type { BuildRun } from '#contract/build-runs';

/** Hook: what a build is doing, or how it ended, in one line. */
export function useRunTitle(): (run: BuildRun) => string {
  const { t } = useTranslation();
  return ({ state, steps, install, request: { subject } }) => {
    switch (state) {
      case 'running':
        if (steps.at(-1)?.name === 'install')
          return t('builds.run.installing', { version: install?.version ?? 'Go' });
        if (steps.at(-1)?.name === 'analyse') return t('builds.run.analysing');
        return t('builds.run.running', { subject });
      case 'cancelling':
        return t('builds.run.cancelling', { subject });
      case 'failed':
        return t('builds.run.failed', { subject });
      case 'not-started':
        return t('runs.notStarted', { subject });
      default:
        return t(`runs.${state}`, { subject });
    }
  };
}
