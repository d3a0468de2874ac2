import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#shared/client.ts';
import { refreshToolchains, startInstall } from '#shared/installs/index.ts';
import { useHome } from '#shared/projects/index.ts';
import type { Toolchain } from '#contract/toolchains';
import { formatBytes } from '#contract/units';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { describeError } from '#ui/failure.ts';
import { tildePath } from '#ui/path.tsx';
import { showMessage, showFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { useAdopt } from './use-adopt.ts';

/**
 * Asks for confirmation before a toolchain is removed, and names the projects that use it. The files of an adopted
 * toolchain are not deleted.
 */
export function RemoveDialog({
  toolchain,
  open,
  onOpenChange,
}: {
  toolchain: Toolchain;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const home = useHome();
  const { version, os, arch, path, bytes, usedBy, adopted } = toolchain;
  const adoptAgain = useAdopt();
  const remove = useMutation({
    mutationFn: () => client.toolchains.remove({ version, os, arch }),
    onSuccess: async () => {
      if (adopted) {
        showMessage(t('adopt.forgotten', { version }), {
          undo: { label: t('common.undo'), run: () => adoptAgain.mutate([adopted.from]) },
        });
      } else {
        showMessage(t('toolchains.removed', { version }), {
          undo: { label: t('toolchains.installAgain'), run: () => startInstall({ version, os, arch }) },
        });
      }
      await refreshToolchains();
    },
    onError: (error) => showFailure(describeError(error, locale).message, describeError(error, locale).hint),
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(adopted ? 'adopt.forgetTitle' : 'toolchains.removeTitle', { version })}
      action={t(adopted ? 'adopt.forgetAction' : 'toolchains.removeAction')}
      onConfirm={() => remove.mutate()}
    >
      <p className="break-words">
        {adopted
          ? t('adopt.forgetBody', { path: tildePath(adopted.from, home) })
          : t('toolchains.removeBody', { path: tildePath(path, home), size: formatBytes(bytes, locale) })}
      </p>
      {toolchain.default ? <p className="font-medium text-warn">{t('toolchains.removeDefault')}</p> : null}
      {usedBy.length > 0 ? (
        <div>
          <p className="font-medium text-warn">{t('toolchains.removeUsed')}</p>
          <ul className="mt-1 font-mono text-sm">
            {usedBy.map((folder) => (
              <li key={folder}>{tildePath(folder, home)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </ConfirmDialog>
  );
}
