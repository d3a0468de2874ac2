import CircleArrowUp from 'lucide-react/icons/circle-arrow-up';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { startInstall, useInstalls } from '#shared/installs/index.ts';
import { Button } from '#ui/button.tsx';

/** A notice for each available patch release, until its install starts. */
export function UpdateNotices({ updates }: { updates: readonly string[] }): ReactElement | null {
  const { t } = useTranslation();
  const underWay = new Set(useInstalls().map(({ version }) => version.replace(/^go/, '')));
  const versions = updates.filter((version) => !underWay.has(version.replace(/^go/, '')));
  if (versions.length === 0) return null;
  return (
    <ul className="mb-3 space-y-1.5">
      {versions.map((version) => (
        <li
          key={version}
          className="flex items-center gap-2.5 rounded-control bg-accent-soft py-1.5 pr-1.5 pl-3"
        >
          <CircleArrowUp size={15} aria-hidden className="shrink-0 text-accent" />
          <span className="num flex-1 font-medium">{t('upkeep.update', { version })}</span>
          <Button onClick={() => startInstall({ version })}>{t('upkeep.updateInstall', { version })}</Button>
        </li>
      ))}
    </ul>
  );
}

/** A less prominent notice about a new minor version: an older, supported one is fine too. */
export function NewestNotice({ newest }: { newest: string | null }): ReactElement | null {
  const { t } = useTranslation();
  const installs = useInstalls();
  if (newest === null || installs.some(({ version }) => version.replace(/^go/, '') === newest.slice(2))) {
    return null;
  }
  return (
    <p className="mt-3 px-2 text-sm text-muted">
      <span className="num">{t('upkeep.newest', { version: newest })}</span>{' '}
      <button
        type="button"
        className="rounded-[4px] underline decoration-line-strong underline-offset-4 hover:text-text"
        onClick={() => startInstall({ version: newest })}
      >
        {t('upkeep.updateInstall', { version: newest })}
      </button>
    </p>
  );
}
