import { useNavigate } from '@tanstack/react-router';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '#contract/failure';
import { useHome } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { tildeText } from '#ui/path.tsx';
import { Tag, type Tone } from '#ui/tag.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { type Headline, namelessOf, pageOf } from './headline.ts';

const tones: Record<Headline['is'], Tone> = {
  selected: 'ok',
  downloads: 'ok',
  other: 'warn',
  alias: 'warn',
  function: 'warn',
  none: 'bad',
  unknown: 'neutral',
};

/** Which Go a new terminal runs, whether Burrow selects it, and the step that mends it. */
export function TerminalGo({
  headline,
  canSetUp,
}: {
  headline: Headline;
  /** Whether to offer the set-up; otherwise the page does in another place. */
  canSetUp: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const { is, version, selected, problem, mend } = headline;
  const home = useHome();
  const said = problem && describeFailure(problem, locale);
  const tone = tones[is];
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Icon tone={tone} />
        <p className="num text-3xl font-semibold tracking-[-0.02em]">
          {version ?? t(`overview.health.${namelessOf(is)}`)}
        </p>
        {is === 'selected' || is === 'downloads' ? (
          <Tag tone="ok">{t(`overview.health.tag.${is}`)}</Tag>
        ) : selected === null ? null : (
          <Tag tone={tone}>{t('overview.health.tag.not', { selected })}</Tag>
        )}
        {mend === null || (mend === 'setup' && !canSetUp) ? null : (
          <Button variant="primary" className="ml-auto" onClick={() => void navigate({ to: pageOf[mend] })}>
            {t(`overview.health.mend.${mend}`)}
          </Button>
        )}
      </div>
      {said ? (
        <div className="mt-2 max-w-[72ch] wrap-anywhere">
          <p>
            <InlineText text={tildeText(said.message, home)} />
          </p>
          <p className="text-muted">
            <InlineText text={tildeText(said.hint, home)} />
          </p>
        </div>
      ) : null}
    </div>
  );
}

function Icon({ tone }: { tone: Tone }): ReactElement {
  if (tone === 'ok') return <CircleCheck size={22} aria-hidden className="text-ok" />;
  if (tone === 'neutral') return <CircleHelp size={22} aria-hidden className="text-faint" />;
  return <CircleAlert size={22} aria-hidden className={tone === 'bad' ? 'text-bad' : 'text-warn'} />;
}
