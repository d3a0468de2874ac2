import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useHome } from '#app/projects/use-home.ts';
import type { Candidate } from '#contract/switching';
import { cx } from '#ui/cx.ts';
import { tildePath } from '#ui/path.tsx';
import { Tag, type Tone } from '#ui/tag.tsx';

/** Outcomes that are worth a colour; the others are said quietly. */
const tones: Partial<Record<Candidate['outcome'], Tone>> = {
  decides: 'accent',
  'not-installed': 'bad',
  unreadable: 'bad',
  shadowed: 'warn',
};

/** Every place that says something about the Go of a folder, strongest first, and what became of it. */
export function Chain({ candidates }: { candidates: readonly Candidate[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <ol aria-label={t('overview.candidates')} className="@container mt-3.5">
      {candidates.map((candidate) => (
        <Link key={`${candidate.rule} ${candidate.file} ${candidate.line}`} candidate={candidate} />
      ))}
    </ol>
  );
}

function Link({ candidate }: { candidate: Candidate }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const { rule, file, line, text, outcome } = candidate;
  const strong = outcome === 'decides' || outcome === 'not-installed';
  const tone = tones[outcome];
  const said = t(`overview.outcome.${outcome}`);
  return (
    <li
      className={cx(
        'grid min-h-[37px] grid-cols-[10px_144px_minmax(0,1fr)_auto] items-center gap-x-2.5 border-t border-line-2 py-1.5 @max-[520px]:grid-cols-[10px_minmax(0,1fr)_auto]',
        !strong && 'text-faint',
      )}
    >
      <span
        aria-hidden
        className={cx(
          'size-[7px] rounded-full',
          outcome === 'decides' ? 'bg-ok' : outcome === 'not-installed' ? 'bg-bad' : 'bg-line-strong',
        )}
      />
      <span className={cx('truncate', strong && 'font-medium')}>{t(`overview.rule.${rule}`)}</span>
      <code
        className={cx(
          'min-w-0 break-words @max-[520px]:col-start-2 @max-[520px]:row-start-2',
          strong && 'text-muted',
        )}
      >
        <span title={file}>
          {tildePath(file, home)}
          {line === null ? '' : `:${line}`}
        </span>
        <span className="sr-only">: </span>
        <span className={cx('ml-2.5', strong && 'text-text')}>{text}</span>
      </code>
      {tone ? <Tag tone={tone}>{said}</Tag> : <span>{said}</span>}
    </li>
  );
}
