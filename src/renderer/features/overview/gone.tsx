import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#shared/client.ts';
import { refreshToolchains } from '#shared/installs/index.ts';
import { useHome } from '#shared/projects/index.ts';
import { showToolsHint, usePin } from '#shared/versions/index.ts';
import { describeGone } from '#contract/describe-gone';
import type { GoneToolchain } from '#contract/gone-toolchain';
import type { Resolution } from '#contract/switching';
import { Button } from '#ui/button.tsx';
import { describeError } from '#ui/failure.ts';
import { tildePath } from '#ui/path.tsx';
import { showFailure, showMessage } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { type Successor, successorOf } from './successor.ts';

/** What became of an adopted toolchain that is gone. */
export function GoneNote({ gone }: { gone: GoneToolchain }): ReactElement {
  const home = useHome();
  const { from, now } = gone;
  const shown = {
    ...gone,
    from: tildePath(from, home),
    now: now && { ...now, path: tildePath(now.path, home) },
  };
  return <p className="basis-full text-muted wrap-anywhere">{describeGone[useLocale()](shown)}</p>;
}

/** A button that makes what is there now run in its place; none if something else has to be changed first. */
export function SuccessorButton({ resolution }: { resolution: Resolution }): ReactElement | null {
  const { t } = useTranslation();
  const use = useSuccessor();
  const successor = successorOf(resolution);
  if (successor === null) return null;
  return (
    <Button variant="primary" disabled={use.isPending} onClick={() => use.mutate(successor)}>
      {t(`overview.successor.${successor.action}`, { version: successor.version })}
    </Button>
  );
}

function useSuccessor() {
  const { t } = useTranslation();
  const locale = useLocale();
  const pin = usePin();
  return useMutation({
    mutationFn: async ({ version, path, adopt, isDefault }: Successor) => {
      if (adopt) await client.toolchains.adopt({ path });
      if (isDefault) await client.switching.use({ version, global: true });
    },
    onSuccess: async (_, { version, pinIn, isDefault }) => {
      // It shows its own message, with an undo button.
      if (pinIn !== null) return pin.mutate({ version, project: pinIn });
      showMessage(
        isDefault ? t('toolchains.madeDefault', { version }) : t('adopt.done', { count: 1, version }),
      );
      if (isDefault) await showToolsHint(t);
    },
    onError: (error) => showFailure(describeError(error, locale).message, describeError(error, locale).hint),
    onSettled: refreshToolchains,
  });
}
