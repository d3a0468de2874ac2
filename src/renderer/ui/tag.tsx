import type { ComponentProps, ReactElement } from 'react';
import { cx } from './cx.ts';

const tones = {
  neutral: 'bg-line-2 text-muted',
  accent: 'bg-accent-soft text-accent',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
};
export type Tone = keyof typeof tones;

/** A short label. The text carries the meaning; the colour only supports it. */
export function Tag({
  tone = 'neutral',
  className,
  ...rest
}: ComponentProps<'span'> & { tone?: Tone }): ReactElement {
  return (
    <span
      {...rest}
      className={cx(
        'inline-flex items-center gap-1 rounded-full px-[7px] py-px text-2xs font-semibold whitespace-nowrap',
        tones[tone],
        className,
      )}
    />
  );
}
