import type { TFunction } from 'i18next';
import type { BuildFilter } from '#contract/build-list';
import type { Locale } from '#contract/locale';
import { client } from '#shared/client.ts';
import { describeError } from '#ui/failure.ts';
import { showFailure, showMessage } from '#ui/toast.tsx';
import { refreshBuilds } from '../run/runs.ts';

/** As many ids as one call takes. */
const maxIds = 10_000;

/** Shows why a call failed. */
export function reportFailure(error: unknown, locale: Locale): void {
  showFailure(describeError(error, locale).message);
}

/** Removes builds from the history and offers to undo it. Resolves when the lists are read again. */
export async function forgetBuilds(
  which: { ids: readonly string[] } | { filter: BuildFilter },
  t: TFunction,
  locale: Locale,
): Promise<void> {
  const calls = 'filter' in which ? [which] : chunks(which.ids).map((ids) => ({ ids }));
  const undos: string[] = [];
  let count = 0;
  try {
    for (const call of calls) {
      const { forgotten, undo } = await client.builds.forgetMany(call);
      count += forgotten;
      undos.push(undo);
    }
  } catch (error) {
    reportFailure(error, locale);
  }
  await refreshBuilds();
  if (undos.length === 0) return;
  const [only] = 'ids' in which && which.ids.length === 1 ? which.ids : [];
  const n = new Intl.NumberFormat(locale).format(count);
  offerUndo(
    only ? t('builds.forgotten', { id: only }) : t('buildList.forgotten', { count, n }),
    undos,
    t,
    locale,
  );
}

/** Tells what was removed, with a button that brings it back. */
export function offerUndo(title: string, undos: readonly string[], t: TFunction, locale: Locale): void {
  const undo = async () => {
    try {
      for (const each of undos) await client.builds.restoreMany({ undo: each });
    } catch (error) {
      reportFailure(error, locale);
    }
    await refreshBuilds();
  };
  showMessage(title, {
    detail: t('builds.forgottenDetail'),
    undo: { label: t('common.undo'), run: () => void undo() },
  });
}

/** Ids in parts that one call takes. Pure. */
export function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / maxIds) }, (_, index) =>
    ids.slice(index * maxIds, (index + 1) * maxIds),
  );
}

/** Pins builds, or no longer. Resolves when the lists are read again. */
export async function pinBuilds(ids: readonly string[], pinned: boolean, locale: Locale): Promise<void> {
  try {
    for (const id of ids) await client.builds.annotate({ id, pinned });
  } catch (error) {
    reportFailure(error, locale);
  }
  await refreshBuilds();
}
