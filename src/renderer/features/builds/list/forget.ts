import type { TFunction } from 'i18next';
import type { BuildFilter } from '#contract/build-list';
import type { ForgetProgress, Forgotten } from '#contract/listed-builds';
import type { Locale } from '#contract/locale';
import { client } from '#shared/client.ts';
import { describeError } from '#ui/failure.ts';
import { showFailure, showMessage } from '#ui/toast.tsx';
import { refreshBuilds } from '../run/runs.ts';
import { followWork } from './bulk-work.ts';

/** As many ids as one call takes. */
const maxIds = 10_000;

/** Shows why a call failed. */
export function reportFailure(error: unknown, locale: Locale): null {
  showFailure(describeError(error, locale).message);
  return null;
}

type Removal = (signal: AbortSignal) => PromiseLike<AsyncIterator<ForgetProgress, Forgotten>>;

/** Removes builds from the history and offers to undo it. Resolves when the lists are read again. */
export async function forgetBuilds(
  which: { ids: readonly string[] } | { filter: BuildFilter },
  t: TFunction,
  locale: Locale,
): Promise<void> {
  const calls = 'filter' in which ? [which] : chunks(which.ids).map((ids) => ({ ids }));
  const [only] = 'ids' in which && which.ids.length === 1 ? which.ids : [];
  const removals = calls.map(
    (call): Removal =>
      (signal) =>
        client.builds.forgetMany(call, { signal }),
  );
  await removeBuilds(removals, t, locale, only);
}

/** Runs the calls that remove builds, until one fails or is cancelled, and offers to undo what they have done. */
export async function removeBuilds(
  removals: readonly Removal[],
  t: TFunction,
  locale: Locale,
  /** The id of the only build that is removed. */
  only?: string,
): Promise<void> {
  const undos: string[] = [];
  let count = 0;
  let isWhole = true;
  for (const removal of removals) {
    let undo: string | null = null;
    const result = await followWork('forget', removal, (event) => {
      undo = event.undo;
    }).catch((error: unknown) => reportFailure(error, locale));
    isWhole = result != null;
    if (result) undo = result.undo;
    if (undo !== null) undos.push(undo);
    count += result?.forgotten ?? (await forgottenBy(undo));
    if (!isWhole) break;
  }
  await refreshBuilds();
  if (undos.length === 0) return;
  const n = new Intl.NumberFormat(locale).format(count);
  const title = only ? t('builds.forgotten', { id: only }) : t('buildList.forgotten', { count, n });
  showMessage(title, {
    detail: isWhole ? t('builds.forgottenDetail') : t('buildList.othersStay'),
    undo: { label: t('common.undo'), run: () => void restoreBuilds(undos, t, locale) },
  });
}

/** Brings back what these calls have removed. */
async function restoreBuilds(undos: readonly string[], t: TFunction, locale: Locale): Promise<void> {
  for (const undo of undos) {
    const before = await forgottenBy(undo);
    const result = await followWork('restore', (signal) =>
      client.builds.restoreMany({ undo }, { signal }),
    ).catch((error: unknown) => reportFailure(error, locale));
    if (result) continue;
    const count = before - (await forgottenBy(undo));
    const n = new Intl.NumberFormat(locale).format(count);
    if (count > 0)
      showMessage(t('buildList.restored', { count, n }), {
        detail: t('buildList.othersStay'),
        undo: { label: t('buildList.restoreOthers'), run: () => void restoreBuilds(undos, t, locale) },
      });
    break;
  }
  await refreshBuilds();
}

/** How many builds are removed since the call with this undo; 0 without one. */
async function forgottenBy(undo: string | null): Promise<number> {
  if (undo === null) return 0;
  const known = await client.builds.forgottenMany().catch(() => null);
  return known?.calls.find((call) => call.undo === undo)?.builds ?? 0;
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
