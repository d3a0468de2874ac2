import type { ReactElement } from 'react';
import { formatBytes } from '#contract/units';
import { cx } from '#ui/cx.ts';
import { Td } from '#ui/table.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** Where there is no room for a number below every bar, only screen readers get it: by the number of columns. */
function numberClass(columns: number): string {
  if (columns <= 3) return '@max-[560px]:sr-only';
  if (columns <= 5) return '@max-[720px]:sr-only';
  return columns <= 8 ? '@max-[900px]:sr-only' : '@max-[1200px]:sr-only';
}

/** The size of a part in one build: a bar in proportion to the largest of its row, in the colour of its change. */
export function SizeCell({
  bytes,
  before,
  maxBytes,
  columns,
}: {
  bytes: number | null | undefined;
  /** In the build before; undefined: not known, or there is none. */
  before: number | null | undefined;
  maxBytes: number;
  columns: number;
}): ReactElement {
  const locale = useLocale();
  const text = bytes == null ? '–' : formatBytes(bytes, locale);
  const change = bytes == null || before === undefined ? 0 : bytes - (before ?? 0);
  const colour = change > 0 ? 'bg-grow' : change < 0 ? 'bg-shrink' : 'bg-line-strong';
  return (
    <Td className="px-0.5! align-bottom!" title={text}>
      <span aria-hidden className="flex h-7 items-end">
        {bytes ? (
          <span
            className={cx('block w-full rounded-t-[2px]', colour)}
            style={{ height: `max(2px, ${(bytes / Math.max(1, maxBytes)) * 100}%)` }}
          />
        ) : null}
      </span>
      <span className={cx('num block text-right text-2xs text-muted', numberClass(columns))}>{text}</span>
    </Td>
  );
}
