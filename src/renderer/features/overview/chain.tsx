import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openInEditor } from '#shared/desktop/index.ts';
import { useHome } from '#shared/projects/index.ts';
import { brokenCandidate } from '#contract/broken-candidate';
import type { Candidate, CommandGo, Resolution } from '#contract/switching';
import { cx } from '#ui/cx.ts';
import { Path } from '#ui/path.tsx';
import { Tag, type Tone } from '#ui/tag.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { newTerminal } from './health/headline.ts';
import { usePlaces } from './health/use-places.ts';
import { placeOf } from './place-of.ts';

/** The outcomes that are highlighted. */
const tones: Partial<Record<Candidate['outcome'], Tone>> = {
  decides: 'accent',
  'too-old': 'warn',
  'not-installed': 'bad',
  unreadable: 'bad',
  runs: 'warn',
  switches: 'accent',
  fails: 'bad',
};

/** Every candidate for the Go of a folder, highest priority first, with its outcome. */
export function Chain({ project, resolution }: { project: string; resolution: Resolution }): ReactElement {
  const { t } = useTranslation();
  const broken = brokenCandidate(resolution);
  const places = usePlaces().data;
  const terminal = places && newTerminal(places)?.found;
  return (
    <div className="@container mt-3.5">
      <ol
        aria-label={t('overview.candidates')}
        className="grid grid-cols-[10px_auto_fit-content(50%)_minmax(6.5rem,1fr)_minmax(0,auto)] gap-x-3 @max-[520px]:grid-cols-[10px_minmax(0,1fr)_auto]"
      >
        {resolution.candidates.map((candidate) => (
          <Link
            key={`${candidate.rule} ${candidate.file} ${candidate.line} ${candidate.text}`}
            project={project}
            candidate={candidate}
            outcome={outcomeIn(terminal?.onPath, candidate)}
            broken={candidate === broken}
          />
        ))}
      </ol>
    </div>
  );
}

/**
 * What became of a candidate. Which of the Gos on PATH runs is that of a new terminal, whose PATH may be another than
 * that of the host; null while it is not known.
 */
function outcomeIn(terminal: CommandGo | undefined, candidate: Candidate): Candidate['outcome'] | null {
  const { rule, file, outcome } = candidate;
  if (rule !== 'path' || outcome === 'decides') return outcome;
  if (terminal === undefined) return null;
  return terminal.go === file ? 'runs' : 'shadowed';
}

function Link({
  project,
  candidate,
  outcome,
  broken,
}: {
  project: string;
  candidate: Candidate;
  /** null: not known yet. */
  outcome: Candidate['outcome'] | null;
  /** It decides, but no Go can run. */
  broken: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const { rule, file, line, text, wanted, version, disagreesWith } = candidate;
  const isBad = broken || outcome === 'not-installed' || outcome === 'fails';
  const strong = isBad || outcome === 'decides' || outcome === 'switches';
  const tone = outcome === null ? undefined : tones[outcome];
  const became = outcome === null ? '' : t(`overview.outcome.${outcome}`);
  const said = disagreesWith
    ? t('overview.disagrees', { outcome: became, file: disagreesWith.replace(/^.*[\\/]/, '') })
    : became;
  return (
    <li
      className={cx(
        'col-span-full grid min-h-[37px] grid-cols-subgrid items-center border-t border-line-2 py-1.5',
        !strong && 'text-faint',
      )}
    >
      <span
        aria-hidden
        className={cx(
          'size-[7px] rounded-full',
          outcome === 'decides' ? 'bg-ok' : isBad ? 'bg-bad' : 'bg-line-strong',
        )}
      />
      <span className={cx('whitespace-nowrap', strong && 'font-medium')}>{t(`overview.rule.${rule}`)}</span>
      <span className="contents @max-[520px]:col-span-2 @max-[520px]:col-start-2 @max-[520px]:row-start-2 @max-[520px]:flex @max-[520px]:flex-wrap @max-[520px]:gap-x-3">
        <Place project={project} file={file} line={line} className={cx(strong && 'text-muted')} />
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <code title={text} className={cx('max-w-full truncate', strong && 'text-text')}>
            {text}
          </code>
          {outcome === 'decides' && version !== null && version !== wanted ? (
            <span className="text-sm text-faint">{t('overview.metBy', { version })}</span>
          ) : null}
        </span>
      </span>
      <span className="text-right @max-[520px]:col-start-3 @max-[520px]:row-start-1">
        {tone ? <Tag tone={tone}>{said}</Tag> : said}
      </span>
    </li>
  );
}

/** Where a candidate stands: a line of a file opens the editor; a variable and a program do not. */
function Place({
  project,
  file,
  line,
  className,
}: {
  project: string;
  file: string;
  /** null: `file` is not read line by line. */
  line: number | null;
  className: string;
}): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const locale = useLocale();
  const place = placeOf(file, project, home);
  if (line === null) return <Path path={file} shown={place} className={className} />;
  const shown = `${place}:${line}`;
  return (
    <button
      type="button"
      title={t('desktop.openPlace', { place: shown })}
      onClick={() => void openInEditor({ dir: project, file, line }, locale)}
      className="min-w-0 rounded-[4px] text-left hover:text-accent hover:underline"
    >
      <Path path={file} shown={shown} className={className} />
    </button>
  );
}
