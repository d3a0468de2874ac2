import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openInEditor } from '#shared/desktop/index.ts';
import { cx } from '#ui/cx.ts';
import { useLocale } from '#ui/use-locale.ts';
import { firstError } from './first-error.ts';
import { placeIn } from './place-in.ts';

/** Lines that are drawn; all of a very long log would take seconds. */
const maxLines = 500;

/**
 * The output of a build. Files and lines open the editor. While the build runs, its end is in view; where it has failed,
 * the first error stands above.
 */
export function RunLog({
  dir,
  output,
  hasFailed,
}: {
  /** Where the build ran: paths in its output are relative to it. */
  dir: string;
  output: string;
  hasFailed: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const lines = output.replace(/\n$/, '').split('\n');
  const shown = lines.slice(-maxLines);
  const first = hasFailed ? firstError(output) : null;
  return (
    <>
      {first === null ? null : (
        <p className="mt-3 font-mono break-words text-bad">
          <LogLine dir={dir} text={first} />
        </p>
      )}
      {shown.length < lines.length ? <p className="mt-2 text-sm text-faint">{t('runs.cut')}</p> : null}
      {hasFailed && lines.length < 2 ? null : (
        <pre
          tabIndex={0}
          aria-label={t('builds.run.output')}
          className={cx(
            'mt-3 max-h-60 overflow-y-auto rounded-control bg-panel-2 px-3 py-2 text-muted',
            !hasFailed && 'flex flex-col-reverse',
          )}
        >
          <code className="block wrap-anywhere whitespace-pre-wrap">
            {shown.map((text, index) => (
              <LogLine key={lines.length - shown.length + index} dir={dir} text={text} isBlock />
            ))}
          </code>
        </pre>
      )}
    </>
  );
}

const LogLine = memo(({ dir, text, isBlock = false }: { dir: string; text: string; isBlock?: boolean }) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const placed = placeIn(text);
  const className = cx(isBlock && 'block min-h-[1lh]', isBlock && placed?.message && 'text-text');
  if (!placed) return <span className={className}>{text}</span>;
  const { file, line, column, place, before, message } = placed;
  return (
    <span className={className}>
      {before}
      <button
        type="button"
        title={t('desktop.openPlace', { place })}
        onClick={() => void openInEditor({ dir, file, line, ...(column === null ? {} : { column }) }, locale)}
        className="rounded-[4px] text-accent underline decoration-dotted underline-offset-2 hover:decoration-solid"
      >
        {place}
      </button>
      {message}
    </span>
  );
});
