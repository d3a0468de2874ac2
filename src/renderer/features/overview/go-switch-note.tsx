import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, type FailureCode } from '#contract/failure';
import type { Resolution } from '#contract/switching';
import { FailureNote } from '#ui/failure-note.tsx';

/** What Go's own switching does to the Go that is started, or why it fails; nothing if it leaves it alone. */
export function GoSwitchNote({ resolution }: { resolution: Resolution }): ReactElement | null {
  const { t } = useTranslation();
  const { instead, switch: goSwitch, path } = resolution;
  if (goSwitch?.why) {
    const { code, params } = goSwitch.why;
    return (
      <FailureNote
        error={new Failure({ code: code as FailureCode, params })}
        className="basis-full text-sm"
      />
    );
  }
  if (!instead) return null;
  const started = instead.version ?? instead.path;
  return (
    <p className="basis-full text-sm text-muted">
      {goSwitch
        ? t(`overview.switch.${how(goSwitch.how, path)}`, { started, to: goSwitch.to })
        : t('overview.instead', { version: started })}
    </p>
  );
}

/** A toolchain that Go has downloaded before has a path. */
function how(
  way: NonNullable<Resolution['switch']>['how'],
  path: string | null,
): 'finds' | 'hasDownloaded' | 'downloads' {
  if (way === 'path') return 'finds';
  return path === null ? 'downloads' : 'hasDownloaded';
}
