import type { ReactElement } from 'react';
import { formatBytes } from '#contract/units';
import { cx } from '#ui/cx.ts';
import { Td } from '#ui/table.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { toneOf } from '#contract/report/tone';

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
  return (
    <Td className="px-0.5! align-bottom!" title={text}>
      <span aria-hidden className="flex h-7 items-end">
        {bytes ? (
          <span
            className="block w-full overflow-hidden rounded-t-[2px] bg-line-strong"
            style={{ height: `max(2px, ${(bytes / Math.max(1, maxBytes)) * 100}%)` }}
          >
            <Tint bytes={bytes} before={before} />
          </span>
        ) : null}
      </span>
      <span className={cx('num block text-right text-2xs text-muted', numberClass(columns))}>{text}</span>
    </Td>
  );
}

/** The colour of the change since the build before, as in the treemap. */
function Tint({ bytes, before }: { bytes: number; before: number | null | undefined }): ReactElement | null {
  const { colour, strength } = toneOf({ bytes, before });
  if (colour === 'line-2') return null;
  return (
    <span
      className={cx('block h-full', colour === 'grow' ? 'bg-grow' : 'bg-shrink')}
      style={{ opacity: Math.min(1, strength * 2) }}
    />
  );
}
