import type { ReactElement } from 'react';
import type { TrendPoint } from '#contract/build-list';
import { ByteChange } from '#ui/numbers.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { formatChange, type Measure, valueOf } from './measure.ts';

/** The change of a point's value since the build before; nothing if that build is not among the points. */
export function ValueChange({
  points,
  index,
  measure,
}: {
  points: readonly TrendPoint[];
  index: number;
  measure: Measure;
}): ReactElement | null {
  const locale = useLocale();
  const [point, before] = [points[index], points[index - 1]];
  if (!point || before?.position !== point.position - 1) return null;
  const [value, then] = [valueOf(point, measure), valueOf(before, measure)];
  if (value === null || then === null) return null;
  if (measure === 'size') return <ByteChange value={value - then} />;
  return (
    <span className="num whitespace-nowrap text-muted">{formatChange(value - then, measure, locale)}</span>
  );
}
