import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { rosettaEnds } from '#contract/rosetta';
import type { Toolchain } from '#contract/toolchains';
import { formatMonth } from '#contract/units';
import { Tag } from '#ui/tag.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { useLocale } from '#ui/use-locale.ts';

const runsAsTones = { native: 'ok', translated: 'warn', foreign: 'bad' } as const;

/** How a toolchain runs here: `arm64 · native`, `amd64 · Rosetta`. */
export function RunsAsTag({
  toolchain: { os, arch, runsAs },
}: {
  toolchain: Pick<Toolchain, 'os' | 'arch' | 'runsAs'>;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const ends = runsAs === 'translated' ? [rosettaEnds[locale]] : [];
  return (
    <Tooltip content={[t(`install.runsAs.${runsAs}`), ...ends].join(' ')}>
      <Tag tone={runsAsTones[runsAs]}>
        {t(`toolchains.runsAs.${runsAs}`, { arch, target: `${os}/${arch}` })}
      </Tag>
    </Tooltip>
  );
}

/** Whether a version is supported, and if not, since when. */
export function SupportTag({
  toolchain: { supported, endOfLife },
}: {
  toolchain: Pick<Toolchain, 'supported' | 'endOfLife'>;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  return supported ? (
    <Tag>{t('overview.supported')}</Tag>
  ) : (
    <Tooltip content={t('toolchains.endOfLifeHint')}>
      <Tag tone="bad">
        {endOfLife === null
          ? t('toolchains.endOfLife')
          : t('toolchains.endOfLifeSince', { month: formatMonth(endOfLife, locale) })}
      </Tag>
    </Tooltip>
  );
}
