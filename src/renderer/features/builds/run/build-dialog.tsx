import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRequest } from '#contract/build-runs';
import { useHome } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { describeError } from '#ui/failure.ts';
import { tildePath } from '#ui/path.tsx';
import { showFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { BuildForm } from './build-form.tsx';
import { startRun } from './runs.ts';

/**
 * Chooses what to build in a project and starts the build, which the page then shows. It begins anew each time that it
 * is opened: the flags of a build that failed come back only with `from`, which was asked for.
 */
export function BuildDialog({
  project,
  lastSubject,
  from,
  open,
  onOpenChange,
}: {
  project: string;
  /** The package that was built last, which is preselected. */
  lastSubject: string | undefined;
  /** A build to change. */
  from?: RunRequest;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const home = useHome();
  const form = useId();
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
      description={t('builds.run.where', { path: tildePath(project, home) })}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t('builds.run.start')}
          </Button>
        </>
      }
    >
      <BuildForm id={form} project={project} lastSubject={lastSubject} from={from} onSubmit={start} />
    </Dialog>
  );
}
