import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRequest } from '#contract/build-runs';
import { overlays } from '#shared/overlays.ts';
import { folderName, useHome, useProjects } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { describeError } from '#ui/failure.ts';
import { Field } from '#ui/field.tsx';
import { tildePath } from '#ui/path.tsx';
import { Select } from '#ui/select.tsx';
import { showFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { BuildForm } from './build-form.tsx';
import { startRun } from './runs.ts';

interface Opening {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/**
 * Chooses what to build and starts the build, which the page then shows. It begins anew each time that it is opened: the
 * flags of a build that failed come back only with `from`, which was asked for.
 */
export function BuildDialog({
  project,
  lastSubject,
  from,
  open,
  onOpenChange,
}: Opening & {
  /** null: the project is chosen too. */
  project: string | null;
  /** The package that was built last, which is preselected. */
  lastSubject: string | undefined;
  /** A build to change. */
  from?: RunRequest;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const home = useHome();
  const form = useId();
  const projects = useProjects() ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const folder = project ?? chosen ?? projects[0]?.path;
  if (folder === undefined) return <NoProject open={open} onOpenChange={onOpenChange} />;
  const start = (request: RunRequest) => {
    onOpenChange(false);
    startRun(request).catch((error: unknown) => {
      showFailure(t('runs.notStarted', { subject: request.subject }), describeError(error, locale).message);
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('builds.run.title')}
      description={t('builds.run.where', { path: tildePath(folder, home) })}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t('builds.run.start')}
          </Button>
        </>
      }
    >
      {project === null ? (
        <div className="mb-3.5">
          <Field id="build-project" label={t('buildList.runProject')}>
            <Select
              id="build-project"
              value={folder}
              onChange={setChosen}
              choices={projects.map(({ path }) => ({
                value: path,
                label: folderName(path),
                hint: tildePath(path, home),
              }))}
            />
          </Field>
        </div>
      ) : null}
      {/* Another project has other packages. */}
      <BuildForm
        key={folder}
        id={form}
        project={folder}
        lastSubject={lastSubject}
        from={from}
        onSubmit={start}
      />
    </Dialog>
  );
}

/** Says that a build needs a project, and opens one. */
function NoProject({ open, onOpenChange }: Opening): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="small"
      title={t('builds.run.title')}
      description={t('builds.run.noProject')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            onClick={() => {
              onOpenChange(false);
              overlays.open({ name: 'open-project' });
            }}
          >
            {t('projects.open')}
          </Button>
        </>
      }
    />
  );
}
