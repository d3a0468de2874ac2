import { useLocation } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { loadPageTexts } from '#shared/i18n/index.ts';
import { showFailure, showMessage } from '#ui/toast.tsx';
import { firstError } from './first-error.ts';
import { followRuns, onRunEnded, type ShownRun } from './runs.ts';

/** Follows the builds on every page, and says how each has ended. */
export function RunsAnnouncer() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  useEffect(() => {
    const closed = new AbortController();
    void followRuns(closed.signal);
    return () => closed.abort();
  }, []);
  useEffect(
    () =>
      onRunEnded((shown) => {
        void say(shown, t, pathname);
      }),
    [t, pathname],
  );
  return null;
}

async function say({ run, output }: ShownRun, t: TFunction, pathname: string): Promise<void> {
  const { state, build, request } = run;
  const { subject } = request;
  await loadPageTexts();
  if (state === 'succeeded' && build) showMessage(t('builds.run.recorded', { subject, id: build.id }));
  // There, the build itself shows the failure.
  if (pathname === '/builds') return;
  if (state === 'failed') {
    const line = firstError(output);
    showFailure(t('builds.run.failed', { subject }), line === null ? undefined : <code>{line}</code>);
  } else if (state === 'not-started') showFailure(t('runs.notStarted', { subject }));
}
