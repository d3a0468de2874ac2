import type { ReactElement } from 'react';
import {
  formatByteChange,
  formatBytes,
  formatDuration,
  formatExactBytes,
  formatMoment,
  formatPercentChange,
} from '#contract/units';
import { cx } from './cx.ts';
import { formatRelative } from './relative-time.ts';
import { Tooltip } from './tooltip.tsx';
import { useLocale } from './use-locale.ts';
import { useNow } from './use-now.ts';

/** A size; the exact bytes are in its tooltip. */
export function Bytes({ value, className }: { value: number; className?: string }): ReactElement {
  const locale = useLocale();
  return (
    <Tooltip content={<span className="num">{formatExactBytes(value, locale)}</span>}>
      <span className={cx('num whitespace-nowrap', className)}>{formatBytes(value, locale)}</span>
    </Tooltip>
  );
}

/** The colour of a growth or a shrinkage. The sign says the same without colour. */
function changeColour(change: number): string {
  return change > 0 ? 'text-grow' : change < 0 ? 'text-shrink' : 'text-muted';
}

/** A change in bytes with its sign; the exact bytes are in its tooltip. */
export function ByteChange({ value, className }: { value: number; className?: string }): ReactElement {
  const locale = useLocale();
  return (
    <Tooltip content={<span className="num">{formatExactBytes(value, locale)}</span>}>
      <span className={cx('num whitespace-nowrap', changeColour(value), className)}>
        {formatByteChange(value, locale)}
      </span>
    </Tooltip>
  );
}

/** A change in percent with its sign, coloured for sizes and times, where more is worse. */
export function PercentChange({ value, className }: { value: number; className?: string }): ReactElement {
  const locale = useLocale();
  return (
    <span className={cx('num whitespace-nowrap', changeColour(value), className)}>
      {formatPercentChange(value, locale)}
    </span>
  );
}

/** A duration, in ms. */
export function Duration({ ms, className }: { ms: number; className?: string }): ReactElement {
  const locale = useLocale();
  return <span className={cx('num whitespace-nowrap', className)}>{formatDuration(ms, locale)}</span>;
}

/** A moment (ISO 8601). With `relative` it is shown as a relative time, with the date in the tooltip. */
export function Moment({
  iso,
  relative = false,
  className,
}: {
  iso: string;
  relative?: boolean;
  className?: string;
}): ReactElement {
  const locale = useLocale();
  const now = useNow();
  const full = formatMoment(iso, locale, now);
  const time = (
    <time dateTime={iso} className={cx('num whitespace-nowrap', className)}>
      {relative ? formatRelative(iso, locale, now) : full}
    </time>
  );
  return relative ? <Tooltip content={full}>{time}</Tooltip> : time;
}
