import '#contract/image-comparison-failures';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/comparison';
import { describeFailure } from '#contract/failure';
import { formatDuration } from '#contract/units';
import { InlineText } from '#ui/inline-text.tsx';
import { ByteChange, Bytes, PercentChange } from '#ui/numbers.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { unbroken } from '#ui/unbroken.ts';
import { useLocale } from '#ui/use-locale.ts';

/** The change in size, both sizes and both build times. */
export function Headline({ comparison }: { comparison: Comparison }): ReactElement {
  const { t } = useTranslation();
  const { change, measure } = comparison;
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      {change.change === null ? (
        <Incomparable comparison={comparison} />
      ) : change.change === 0 ? (
        <p className="text-xl font-semibold">{t('builds.comparison.same')}</p>
      ) : (
        <ByteChange value={change.change} className="text-3xl font-semibold tracking-[-0.02em]" />
      )}
      {change.change === null || change.percent === null || change.change === 0 ? null : (
        <PercentChange value={change.percent} className="text-lg font-semibold" />
      )}
      {change.a === null || change.b === null ? null : (
        <span className="text-muted">
          <Bytes value={change.a} /> → <Bytes value={change.b} />
        </span>
      )}
      {measure === null || measure === 'artifactBytes' ? null : (
        <span className="text-faint">
          {t(`builds.sizes.${measure}`)}
          {comparison.images?.from === 'read' ? ` · ${t('images.answer.read')}` : ''}
        </span>
      )}
      <BuildTimes {...comparison} />
    </div>
  );
}

/** Why there is no change in size, and what to do. */
function Incomparable({ comparison: { images } }: { comparison: Comparison }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const said = images?.incomparable ? describeFailure(images.incomparable, locale) : null;
  if (said === null) return <p className="text-muted">{t('builds.comparison.noSize')}</p>;
  return (
    <div>
      <p className="text-lg font-semibold">
        <InlineText text={said.message} />
      </p>
      <p className="text-muted">
        <InlineText text={said.hint} />
      </p>
    </div>
  );
}

function BuildTimes({ durationMs }: Comparison): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  if (durationMs.a === null || durationMs.b === null) return null;
  return (
    <Tooltip content={t('builds.comparison.tookHint')}>
      <span className="ml-auto text-faint">
        {unbroken(
          t('builds.comparison.took', {
            a: formatDuration(durationMs.a, locale),
            b: formatDuration(durationMs.b, locale),
          }),
        )}
      </span>
    </Tooltip>
  );
}
