import type { ReactElement } from 'react';
import { describeFailure } from '#contract/failure';
import type { Reason } from '#contract/said';
import { useHome } from '#shared/projects/index.ts';
import { InlineText } from '#ui/inline-text.tsx';
import { tildeText } from '#ui/path.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** What a step does, did or found, with what to do about it. */
export function SaidReason({
  reason,
  isProblem = false,
}: {
  reason: Reason;
  isProblem?: boolean;
}): ReactElement {
  const home = useHome();
  const { message, hint } = describeFailure(reason, useLocale());
  return (
    <div className="max-w-[75ch] break-words">
      <p className={isProblem ? 'text-warn' : ''}>
        <InlineText text={tildeText(message, home)} />
      </p>
      {hint === '' ? null : (
        <p className="text-sm text-muted">
          <InlineText text={tildeText(hint, home)} />
        </p>
      )}
    </div>
  );
}
