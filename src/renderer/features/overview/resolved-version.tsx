import { useQuery } from '@tanstack/react-query';
import Download from 'lucide-react/icons/download';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { InstallProgressLine, InstallTranslated, startInstall, useInstalls } from '#shared/installs/index.ts';
import { RunsAsTag, SupportTag } from '#shared/versions/index.ts';
import type { Resolution } from '#contract/switching';
import { Failure, type FailureCode, isFailure } from '#contract/failure';
import { Button } from '#ui/button.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Tag } from '#ui/tag.tsx';
import { GoSwitchNote } from './go-switch-note.tsx';
import { GoneNote, SuccessorButton } from './gone.tsx';
import { successorOf } from './successor.ts';

/** The version that a folder resolves to, with its tags; if it is not installed, a button that installs it. */
export function ResolvedVersion({ resolution }: { resolution: Resolution }): ReactElement {
  const { t } = useTranslation();
  const { version, path, installed, problem, installs, gone, switch: goSwitch } = resolution;
  // If only an install is missing to make Go run the module, it is offered, too.
  const needed = goSwitch?.why?.params['remedy'] === 'install' ? (installs ?? goSwitch.to) : null;
  const missing = installed ? needed : (installs ?? version);
  const toolchains = useQuery(orpc.toolchains.list.queryOptions()).data?.toolchains;
  const toolchain =
    toolchains?.find((one) => path !== null && isInside(path, one.path)) ??
    toolchains?.find((one) => one.version === version);
  if (version === null && problem) {
    const { code, params } = problem;
    if (code !== 'switching.nothing-chosen') {
      return <FailureNote error={new Failure({ code: code as FailureCode, params })} />;
    }
    return (
      <div>
        <p className="text-3xl font-semibold tracking-[-0.02em] text-muted">{t('overview.nothing')}</p>
        <p className="mt-1 text-muted">{t('overview.nothingHint')}</p>
      </div>
    );
  }
  return (
    <>
      <p className="num text-3xl font-semibold tracking-[-0.02em]">{version ?? path}</p>
      <span className="flex flex-wrap items-center gap-1.5">
        {installed ? (
          toolchain ? (
            <>
              <RunsAsTag toolchain={toolchain} />
              <SupportTag toolchain={toolchain} />
            </>
          ) : null
        ) : (
          <Tag tone="bad">{t('overview.notInstalled')}</Tag>
        )}
      </span>
      {gone ? <GoneNote gone={gone} /> : null}
      {gone ? <SuccessorButton resolution={resolution} /> : null}
      {missing === null ? null : <Missing version={missing} isSecond={successorOf(resolution) !== null} />}
      <GoSwitchNote resolution={resolution} />
    </>
  );
}

/** Whether a file is in a folder or one of its subfolders. */
function isInside(file: string, folder: string): boolean {
  return file.startsWith(`${folder}/`) || file.startsWith(`${folder}\\`);
}

/** A button that installs the missing version, and then its progress. `isSecond`: beside a button that matters more. */
function Missing({ version, isSecond }: { version: string; isSecond: boolean }): ReactElement {
  const { t } = useTranslation();
  const install = useInstalls().find((one) => one.version === version || `go${one.version}` === version);
  if (install && (install.state === 'running' || install.state === 'cancelling')) {
    return <InstallProgressLine install={install} className="basis-full" />;
  }
  if (install && isFailure(install.error, 'version.no-native-build')) {
    return (
      <div className="flex basis-full items-start gap-3">
        <FailureNote error={install.error} className="flex-1" />
        <InstallTranslated install={install} />
      </div>
    );
  }
  return (
    <Button
      variant={isSecond ? 'default' : 'primary'}
      icon={<Download size={14} aria-hidden />}
      onClick={() => startInstall({ version })}
    >
      {t('overview.install', { version })}
    </Button>
  );
}
