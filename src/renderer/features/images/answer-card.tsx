import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildDetail } from '#contract/build';
import { isFailure } from '#contract/failure';
import type { ImageContents, ReadSizes } from '#contract/image-contents';
import type { ImageSizes } from '#contract/images';
import { formatBytes } from '#contract/units';
import { orpc } from '#shared/client.ts';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { ByteChange, Bytes } from '#ui/numbers.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { unbroken } from '#ui/unbroken.ts';
import { useLocale } from '#ui/use-locale.ts';
import { reasonsSince } from './reasons-since.ts';
import { shownSizes } from './shown-sizes.ts';

/** The answer: how large the image is, by which measure; how that changed, and why; and what is wasted. */
export function AnswerCard({
  build: { id, image },
  contents,
  before,
  onWaste,
}: {
  build: BuildDetail & { image: NonNullable<BuildDetail['image']> };
  /** null: its files were not read. */
  contents: ImageContents | null;
  /** The id of the one before in its series; null: there is none, undefined: not known yet. */
  before: string | null | undefined;
  /** Shows the wasted files. */
  onWaste: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { leading, told, read } = shownSizes(image, contents);
  const waste = contents?.waste;
  return (
    <Card aria-label={t('images.answer.label')}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {leading ? (
          <>
            <Bytes value={leading.bytes} className="text-3xl font-semibold tracking-[-0.02em]" />
            <Tooltip content={t(`images.measureHint.${leading.measure}`)}>
              <span className="text-lg text-muted">{t(`images.measure.${leading.measure}`)}</span>
            </Tooltip>
          </>
        ) : (
          <p className="text-muted">{t('images.answer.noSize')}</p>
        )}
      </div>
      <p className="mt-0.5 flex flex-wrap gap-x-5">
        <Sizes label={t('images.answer.read')} sizes={read} />
        <Sizes label={t('images.answer.told', { engine: image.engine.name })} sizes={told} />
      </p>
      {before === undefined ? (
        <Skeleton className="mt-2 h-5 w-80 max-w-full" />
      ) : before === null ? (
        <p className="mt-1.5 text-muted">{t('images.answer.firstOfSeries')}</p>
      ) : (
        <Change a={before} b={id} />
      )}
      {waste ? (
        <p className="mt-1.5">
          {waste.bytes === 0 ? (
            <span className="text-muted">{t('images.answer.noWaste')}</span>
          ) : (
            <Tooltip content={t('images.answer.wasteHint')}>
              <button
                type="button"
                onClick={onWaste}
                className="rounded-[4px] font-medium text-grow underline decoration-dotted underline-offset-4"
              >
                {t('images.answer.waste', { count: waste.count, bytes: formatBytes(waste.bytes, locale) })}
              </button>
            </Tooltip>
          )}
        </p>
      ) : null}
    </Card>
  );
}

/** Other sizes, each with what it counts; who says so is before them. */
function Sizes({
  label,
  sizes,
}: {
  label: string;
  sizes: readonly { measure: keyof ImageSizes | keyof ReadSizes; bytes: number }[];
}): ReactElement | null {
  const { t } = useTranslation();
  if (sizes.length === 0) return null;
  return (
    <span className="text-muted">
      {label}:{' '}
      {sizes.map(({ measure, bytes }, index) => (
        <span key={measure} className="whitespace-nowrap">
          {index > 0 ? ' · ' : ''}
          {t(`images.measure.${measure}`)} <Bytes value={bytes} />
        </span>
      ))}
    </span>
  );
}

/** What changed since the image before, and a link to the comparison. */
function Change({ a, b }: { a: string; b: string }): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const { data, error } = useQuery(orpc.builds.compare.queryOptions({ input: { a, b } }));
  // The page says it of its own image.
  if (isFailure(error, 'image.contents-damaged') && error.params['id'] === b) return null;
  if (error) return <FailureNote error={error} className="mt-2" />;
  if (!data) return <Skeleton className="mt-2 h-5 w-80 max-w-full" />;
  const { change } = data.change;
  const [main, ...others] = (
    data.verdict ? reasonsSince(data.verdict, locale, t('images.answer.beforeUnread', { id: a })) : []
  ).map(unbroken);
  return (
    <p className="mt-1.5 text-lg wrap-anywhere">
      <span className="text-muted">{t('images.answer.since', { id: a })} </span>
      {change === null ? null : change === 0 ? (
        <span>{t('images.answer.same')}</span>
      ) : (
        <ByteChange value={change} className="font-semibold" />
      )}
      {main === undefined ? null : (
        <>
          {change === null ? '' : t('comparison.and')}
          <b className="font-semibold">
            <InlineText text={main} />
          </b>
        </>
      )}
      {others.map((each) => (
        <span key={each}>
          {t('comparison.and')}
          <InlineText text={each} />
        </span>
      ))}{' '}
      <Link
        to="/compare"
        search={(search) => ({ project: search.project, a, b })}
        className="rounded-[4px] text-base font-medium whitespace-nowrap text-accent hover:underline"
      >
        {t('images.answer.compare', { id: a })}
      </Link>
    </p>
  );
}
