import Copy from 'lucide-react/icons/copy';
import FlaskConical from 'lucide-react/icons/flask-conical';
import Pin from 'lucide-react/icons/pin';
import ShieldCheck from 'lucide-react/icons/shield-check';
import Star from 'lucide-react/icons/star';
import Trash from 'lucide-react/icons/trash-2';
import Unlink from 'lucide-react/icons/unlink';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { folderName, useProject } from '#shared/projects/index.ts';
import { usePin } from '#shared/versions/index.ts';
import type { Toolchain } from '#contract/toolchains';
import { Menu, MenuItem, MenuSeparator } from '#ui/menu.tsx';
import { MoreButton } from '#ui/more-button.tsx';
import { showMessage } from '#ui/toast.tsx';
import { useMakeDefault } from './use-make-default.ts';

/** The menu of a toolchain. */
export function ToolchainMenu({
  toolchain,
  onVerify,
  onTry,
  onRemove,
}: {
  toolchain: Toolchain;
  onVerify: () => void;
  onTry: () => void;
  onRemove: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const project = useProject();
  const pin = usePin();
  const makeDefault = useMakeDefault();
  const { version, path, managed, adopted, runsAs } = toolchain;
  const unusable = runsAs === 'foreign' || adopted?.gone === true;
  return (
    <Menu trigger={<MoreButton label={t('toolchains.menu', { version })} />}>
      <MenuItem
        icon={<Star size={14} aria-hidden />}
        disabled={toolchain.default || unusable}
        onClick={() => makeDefault.mutate(version)}
      >
        {t('toolchains.makeDefault')}
      </MenuItem>
      {project === null || unusable ? null : (
        <MenuItem icon={<Pin size={14} aria-hidden />} onClick={() => pin.mutate({ version, project })}>
          {t('toolchains.pinHere', { project: folderName(project) })}
        </MenuItem>
      )}
      <MenuItem
        icon={<Copy size={14} aria-hidden />}
        onClick={() => {
          void navigator.clipboard
            .writeText(path)
            .then(() => showMessage(t('toolchains.pathCopied'), { detail: path }));
        }}
      >
        {t('toolchains.copyPath')}
      </MenuItem>
      {managed ? (
        <MenuItem icon={<ShieldCheck size={14} aria-hidden />} onClick={onVerify}>
          {t('upkeep.verify')}
        </MenuItem>
      ) : null}
      {unusable ? null : (
        <MenuItem icon={<FlaskConical size={14} aria-hidden />} onClick={onTry}>
          {t('upkeep.smoke')}
        </MenuItem>
      )}
      <MenuSeparator />
      {adopted ? (
        <MenuItem icon={<Unlink size={14} aria-hidden />} onClick={onRemove}>
          {t('adopt.forget')}
        </MenuItem>
      ) : (
        <MenuItem danger icon={<Trash size={14} aria-hidden className="text-bad" />} onClick={onRemove}>
          {t('toolchains.remove')}
        </MenuItem>
      )}
    </Menu>
  );
}
