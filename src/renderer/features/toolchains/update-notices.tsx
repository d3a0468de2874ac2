import CircleArrowUp from 'lucide-react/icons/circle-arrow-up';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { startInstall, useInstalls } from '#shared/installs/index.ts';
import type { OfferSources } from '#contract/toolchains';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { useLocale } from '#ui/use-locale.ts';
import { useNow } from '#ui/use-now.ts';
import { knownFrom } from './offer-sources.ts';

/** A notice for each available patch release, until its install starts. `known`: where they are known from. */
export function UpdateNotices({
  updates,
  known,
}: {
  updates: readonly string[];
  known: OfferSources;
}): ReactElement | null {
  const { t } = useTranslation();
  const underWay = new Set(useInstalls().map(({ version }) => version.replace(/^go/, '')));
  const versions = updates.filter((version) => !underWay.has(version.replace(/^go/, '')));
  if (versions.length === 0) return null;
  return (
    <div className="mb-3">
      <ul className="space-y-1.5">
        {versions.map((version) => (
          <li
            key={version}
            className="flex items-center gap-2.5 rounded-control bg-accent-soft py-1.5 pr-1.5 pl-3"
          >
            <CircleArrowUp size={15} aria-hidden className="shrink-0 text-accent" />
            <span className="num flex-1 font-medium">{t('upkeep.update', { version })}</span>
            <Button onClick={() => startInstall({ version })}>
              {t('upkeep.updateInstall', { version })}
            </Button>
          </li>
        ))}
      </ul>
      <KnownFrom known={known} className="mt-1.5 px-3" />
    </div>
  );
}

/**
 * A less prominent notice about a new minor version: an older, supported one is fine too. `known`: where it is known from;
 * null if that is said elsewhere.
 */
export function NewestNotice({
  newest,
  known,
}: {
  newest: string;
  known: OfferSources | null;
}): ReactElement | null {
  const { t } = useTranslation();
  const installs = useInstalls();
  if (installs.some(({ version }) => version.replace(/^go/, '') === newest.slice(2))) {
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
      </button>{' '}
      {known && <KnownFrom known={known} />}
    </p>
  );
}

/** Where newer versions are known from, and since when. */
function KnownFrom({ known, className }: { known: OfferSources; className?: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <span className={cx('block text-sm wrap-anywhere text-muted', className)}>
      {knownFrom(known, t, useLocale(), useNow())}
    </span>
  );
}
