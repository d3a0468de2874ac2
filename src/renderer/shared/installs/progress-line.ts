import type { TFunction } from 'i18next';
import type { Locale } from '#contract/locale';
import type { InstallProgress } from '#contract/install-progress';
import { formatBytes } from '#contract/units';

/** The progress of the current phase, 0 to 1; null if its total is not known. */
export function fractionDone(progress: InstallProgress | null): number | null {
  if (progress?.building) return (progress.building.step - 1) / progress.building.steps;
  if (!progress?.totalBytes) return null;
  return progress.bytes / progress.totalBytes;
}

/** Progress as text, such as `46.1 MB of 74.2 MB · 11.0 MB/s · Downloading` or `Building · step 4 of 7 · cmd/link`. */
export function progressLine(progress: InstallProgress | null, t: TFunction, locale: Locale): string {
  if (progress === null) return t('install.phase.starting');
  const { bytes, totalBytes, bytesPerSecond, phase, building } = progress;
  const parts: string[] = [];
  if (totalBytes) {
    parts.push(
      t('install.ofTotal', { bytes: formatBytes(bytes, locale), total: formatBytes(totalBytes, locale) }),
    );
  } else if (bytes > 0) parts.push(formatBytes(bytes, locale));
  if (bytesPerSecond) parts.push(t('install.rate', { rate: formatBytes(bytesPerSecond, locale) }));
  parts.push(t(`install.phase.${phase}`));
  if (building) {
    const { step, steps, package: path } = building;
    parts.push(t('install.step', { step, steps }));
    if (path !== null) parts.push(path);
  }
  return parts.join(' · ');
}
