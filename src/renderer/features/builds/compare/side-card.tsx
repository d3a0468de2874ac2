import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/builds';
import { recordedBytes } from '#contract/series';
import { Card } from '#ui/card.tsx';
import { Bytes, Moment } from '#ui/numbers.tsx';
import { Select } from '#ui/select.tsx';
import { formatBytes, formatMoment } from '#contract/units';
import { useLocale } from '#ui/use-locale.ts';
import { useNow } from '#ui/use-now.ts';

/** One side of a comparison: which build, its size, its Go, target and flags. The build can be changed. */
export function SideCard({
  side,
  build,
  bytes,
  choices,
  onChoose,
}: {
  side: 'A' | 'B';
  build: Build;
  /** By the measure that both sides have; null without one. */
  bytes: number | null;
  /** Builds it can be changed to. */
  choices: readonly Build[];
  onChoose: (id: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow();
  const label = t(side === 'A' ? 'builds.comparison.chooseA' : 'builds.comparison.chooseB');
  const cgo = build.cgo === null ? null : `CGO ${build.cgo ? 'on' : 'off'}`;
  const facts = [build.goVersion, build.target ?? build.image?.platform, cgo].filter(Boolean);
  return (
    <Card aria-label={label}>
      <div className="mb-2.5 flex items-center gap-2">
        <b className="font-semibold text-muted">{side}</b>
        <Select
          label={label}
          value={build.id}
          onChange={onChoose}
          className="min-w-0 flex-1"
          choices={choices.map((each) => ({
            value: each.id,
            label: `${each.id} · ${formatMoment(each.startedAt, locale, now)}`,
            hint: [each.goVersion, formatBytes(recordedBytes(each) ?? 0, locale)].filter(Boolean).join(' · '),
          }))}
        />
      </div>
      <div className="text-3xl font-semibold tracking-[-0.02em]">
        {bytes === null ? '–' : <Bytes value={bytes} />}
      </div>
      <p className="text-muted">{facts.join(' · ')}</p>
      <p className="min-h-5 truncate text-faint">
        {build.vcs ? <code>{build.vcs.commit.slice(0, 7)}</code> : null}
        {build.vcs?.dirty ? ` · ${t('builds.dirty')}` : null}
        {build.flags.length > 0 ? <code> {build.flags.join(' ')}</code> : null}
        {build.vcs || build.flags.length > 0 ? null : <Moment iso={build.startedAt} />}
      </p>
    </Card>
  );
}
