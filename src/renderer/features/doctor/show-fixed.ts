import type { TFunction } from 'i18next';
import type { DoctorReport } from '#contract/doctor';
import type { Locale } from '#contract/locale';
import { client } from '#shared/client.ts';
import { doctorKey } from '#shared/doctor/index.ts';
import { queries, refresh } from '#shared/queries.ts';
import { describeError } from '#ui/failure.ts';
import { showFailure, showMessage } from '#ui/toast.tsx';

/** Takes findings out of what is shown, until the next examination knows. */
export function leaveOut(ids: readonly string[]): void {
  queries.setQueriesData<DoctorReport>(
    { queryKey: doctorKey },
    (report) => report && { ...report, findings: report.findings.filter(({ id }) => !ids.includes(id)) },
  );
}

/** Says that findings are fixed, offers to undo that, and reads everything again: any page may show what was changed. */
export function showFixed(t: TFunction, entries: readonly string[], locale: Locale): void {
  const undo = { label: t('common.undo'), run: () => void undoEntries(entries, locale) };
  showMessage(t('doctor.fixed'), {
    detail: t('doctor.newTerminal'),
    ...(entries.length > 0 ? { undo } : {}),
  });
  void refresh([]);
}

/** The last one first: each builds on what is before it. */
async function undoEntries(entries: readonly string[], locale: Locale): Promise<void> {
  try {
    for (const entry of entries.toReversed()) await client.shell.undo({ entry });
  } catch (error) {
    const { message, hint } = describeError(error, locale);
    showFailure(message, hint);
  } finally {
    void refresh([]);
  }
}
