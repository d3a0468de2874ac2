import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepOf } from '#contract/setup';
import { useHome } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { CommandLine } from '#ui/copy.tsx';
import { tildePath } from '#ui/path.tsx';
import { readAgain } from '../runs.ts';
import { StepAction } from '../step-action.tsx';
import { editorNames } from '../summary.ts';

/** What to set in each editor. Burrow changes none of their settings. */
export function EditorStep({
  step: { editors, links },
  project,
}: {
  step: StepOf<'editor'>;
  /** A project's folder, whose Go an editor can be led to; null: there is none. */
  project: string | null;
}): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const wantsLink = editors.some(({ name }) => name === 'goland') && links.length === 0;
  return (
    <>
      {editors.map(({ name, path, settings, setting, conflicts }) => (
        <div key={name} className="grid min-w-0 gap-1.5">
          <p>
            <span className="font-medium">{editorNames[name]}</span>{' '}
            <code className="break-all text-muted">{tildePath(path, home)}</code>
          </p>
          {conflicts.map((each) => (
            <p key={each.line} className="text-warn">
              {t('setup.conflict', { ...each, file: settings })}
            </p>
          ))}
          {setting === null ? (
            <p className="text-sm text-muted">{t('setup.nothingToSet')}</p>
          ) : (
            <>
              <p className="text-sm text-muted">{t(`setup.setIn.${name}`)}</p>
              <CommandLine text={setting} />
            </>
          )}
        </div>
      ))}
      {wantsLink && project !== null ? (
        <StepAction choice={{ step: 'editor', dir: project }} action={t('setup.makeLink')} />
      ) : null}
      <span>
        <Button onClick={() => void readAgain()}>{t('setup.lookAgain')}</Button>
      </span>
    </>
  );
}
