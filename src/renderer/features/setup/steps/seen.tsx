import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShellSight, StepOf } from '#contract/setup';
import { formatDuration } from '#contract/units';
import { modeName } from '#contract/words/difference';
import { unbroken } from '#ui/unbroken.ts';
import { useLocale } from '#ui/use-locale.ts';
import { StepAction } from '../step-action.tsx';

/** What a new login shell runs, and what it printed when it was tried. */
export function SeenStep({
  step,
  isReady,
}: {
  step: StepOf<'seen'>;
  /** The steps before it are done. */
  isReady: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { shell, app, goVersion, hello } = step;
  const names = ['GOROOT', 'GOPROXY', 'GOSUMDB'].filter((name) => step.variables[name] !== undefined);
  return (
    <>
      {goVersion === null || shell === null ? null : (
        <div>
          <p className="mb-1 text-sm text-muted">
            {t('setup.seenIn', { shell: shell.shell, mode: modeName(shell.mode, locale) })}
          </p>
          <pre
            aria-label={t('setup.title.seen')}
            className="rounded-control border border-line-2 bg-panel-2 px-3 py-2 font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap"
          >
            <Line typed="go version" printed={goVersion} />
            {names.length === 0 ? null : (
              <Line
                typed={`go env ${names.join(' ')}`}
                printed={names.map((name) => step.variables[name]).join('\n')}
              />
            )}
            {hello ? <Line typed="go run ." printed={hello.output} /> : null}
          </pre>
          {hello ? (
            <p className="mt-1 text-sm text-muted">
              {t('setup.builtIn', { time: unbroken(formatDuration(hello.ms, locale)) })}
            </p>
          ) : null}
        </div>
      )}
      {app ? <p className="text-sm text-muted">{aboutApp(app, t)}</p> : null}
      {isReady ? (
        <StepAction
          choice={{ step: 'seen' }}
          action={t(goVersion === null ? 'setup.try' : 'setup.tryAgain')}
        />
      ) : (
        <p className="text-muted">{t('setup.waitsFor.steps')}</p>
      )}
    </>
  );
}

function aboutApp({ go, version }: ShellSight, t: TFunction): string {
  return go === null ? t('setup.appNone') : t('setup.appGo', { go, version: version ?? '' });
}

function Line({ typed, printed }: { typed: string; printed: string }): ReactElement {
  return (
    <>
      <span className="text-faint">$ </span>
      {typed}
      {'\n'}
      <span className="text-muted">{printed.trimEnd()}</span>
      {'\n'}
    </>
  );
}
