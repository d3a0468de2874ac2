import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { overlays } from '#shared/overlays.ts';
import { folderName, useHome, useProjects } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field, TextInput } from '#ui/field.tsx';
import { tildePath } from '#ui/path.tsx';
import { Select } from '#ui/select.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { showMessage, showFailure } from '#ui/toast.tsx';
import { firstError } from './first-error.ts';
import { startRun } from './runs.ts';
import { splitFlags } from './split-flags.ts';

/** Common targets; others can be set with GOOS and GOARCH on the command line. */
const targets = ['linux/amd64', 'linux/arm64', 'darwin/arm64', 'darwin/amd64', 'windows/amd64'];

const here = 'here';
const resolved = 'resolved';
const other = 'other';

/** Chooses what to build and starts the build, which the page then shows. `project` null: it chooses the project too. */
export function BuildDialog({
  project,
  ...rest
}: Omit<DialogProps, 'project'> & { project: string | null }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const projects = useProjects() ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const folder = project ?? chosen ?? projects[0]?.path;
  // Without a project there is nothing to build in yet.
  if (folder === undefined) return <NoProject {...rest} />;
  return (
    <ProjectBuildDialog
      {...rest}
      project={folder}
      chooseProject={
        project === null ? (
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
        ) : null
      }
    />
  );
}

/** Says that a build needs a project, and opens one. */
function NoProject({ open, onOpenChange }: Pick<DialogProps, 'open' | 'onOpenChange'>): ReactElement {
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

interface DialogProps {
  project: string;
  /** The package that was built last, which is preselected. */
  lastSubject: string | undefined;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

function ProjectBuildDialog({
  project,
  chooseProject,
  lastSubject,
  open,
  onOpenChange,
}: DialogProps & { chooseProject: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const packages = useQuery(
    orpc.builds.mainPackages.queryOptions({ input: { dir: project }, enabled: open }),
  );
  const toolchains = useQuery(orpc.toolchains.list.queryOptions({ enabled: open }));
  const current = useQuery(orpc.switching.current.queryOptions({ input: { dir: project }, enabled: open }));
  const [chosen, setChosen] = useState<string | null>(null);
  const [written, setWritten] = useState('.');
  const [flags, setFlags] = useState('');
  const [target, setTarget] = useState(here);
  const [go, setGo] = useState(resolved);

  const found = packages.data?.packages ?? [];
  const again = found.find((each) => each === lastSubject);
  // Another project may not have the chosen package.
  const valid = chosen === other || found.some((each) => each === chosen) ? chosen : null;
  const choice = valid ?? again ?? found[0] ?? other;
  const subject = choice === other ? written.trim() : choice;

  const start = async () => {
    const [goos, goarch] = target === here ? [] : target.split('/');
    onOpenChange(false);
    const build = await startRun({
      dir: project,
      subject,
      args: [...splitFlags(flags), subject],
      ...(go === resolved ? {} : { go }),
      ...(goos && goarch ? { env: { GOOS: goos, GOARCH: goarch } } : {}),
    });
    if (build?.status === 'succeeded') showMessage(t('builds.run.recorded', { subject, id: build.id }));
    else if (build?.status === 'failed') {
      const line = build.logTail && firstError(build.logTail);
      showFailure(t('builds.run.failed', { subject }), line ? <code>{line}</code> : undefined);
    }
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
          <Button
            variant="primary"
            type="submit"
            form="build"
            disabled={packages.isPending || subject === ''}
          >
            {t('builds.run.start')}
          </Button>
        </>
      }
    >
      <form
        id="build"
        className="grid grid-cols-2 gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        {chooseProject ? <div className="col-span-2">{chooseProject}</div> : null}
        <div className="col-span-2">
          <Field
            id="build-package"
            label={t('builds.run.package')}
            hint={packages.isSuccess && found.length === 0 ? t('builds.run.noPackages') : undefined}
          >
            <div className="flex gap-2">
              {/* No text field while loading: a select box may replace it. */}
              {packages.isPending ? <Skeleton className="h-[30px]! flex-1" /> : null}
              {found.length > 0 ? (
                <Select
                  id="build-package"
                  className="flex-1"
                  value={choice}
                  onChange={setChosen}
                  choices={[
                    ...found.map((each) => ({ value: each, label: <code>{each}</code> })),
                    { value: other, label: t('builds.run.other') },
                  ]}
                />
              ) : null}
              {choice === other && !packages.isPending ? (
                <TextInput
                  id={found.length > 0 ? 'build-package-written' : 'build-package'}
                  aria-label={t('builds.run.package')}
                  className="flex-1"
                  value={written}
                  onChange={(event) => setWritten(event.target.value)}
                />
              ) : null}
            </div>
          </Field>
        </div>
        <Field id="build-go" label={t('builds.run.go')}>
          <Select
            id="build-go"
            value={go}
            onChange={setGo}
            choices={[
              {
                value: resolved,
                label: [current.data?.version, t('builds.run.resolved')].filter(Boolean).join(' · '),
              },
              ...(toolchains.data?.toolchains ?? [])
                .filter(({ runsAs }) => runsAs !== 'foreign')
                .map(({ version }) => ({ value: version, label: version })),
            ]}
          />
        </Field>
        <Field id="build-target" label={t('builds.run.target')}>
          <Select
            id="build-target"
            value={target}
            onChange={setTarget}
            choices={[
              { value: here, label: t('builds.run.thisMachine') },
              ...targets.map((each) => ({ value: each, label: <code>{each}</code> })),
            ]}
          />
        </Field>
        <div className="col-span-2">
          <Field id="build-flags" label={t('builds.run.flags')} hint={t('builds.run.flagsHint')}>
            <TextInput
              id="build-flags"
              className="font-mono"
              value={flags}
              onChange={(event) => setFlags(event.target.value)}
            />
          </Field>
        </div>
      </form>
    </Dialog>
  );
}
