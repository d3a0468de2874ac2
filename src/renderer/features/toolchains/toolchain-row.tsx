import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { folderName, useHome } from '#shared/projects/index.ts';
import { RunsAsTag, SupportTag } from '#shared/versions/index.ts';
import type { Toolchain } from '#contract/toolchains';
import { cx } from '#ui/cx.ts';
import { Bytes } from '#ui/numbers.tsx';
import { tildePath } from '#ui/path.tsx';
import { Popover } from '#ui/popover.tsx';
import { Td, Tr } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { Provenance } from './provenance.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { SmokeDialog } from './smoke-dialog.tsx';
import { ToolchainMenu } from './toolchain-menu.tsx';
import { VerifyDialog } from './verify-dialog.tsx';

/** For the column that is hidden in narrow windows. */
export const onlyWide = '@max-[720px]:hidden';

/** The row of a toolchain. */
export function ToolchainRow({
  toolchain,
  nativeBeside,
}: {
  toolchain: Toolchain;
  /** Whether it is translated, and the native build of its version is installed and used instead. */
  nativeBeside: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const [removing, setRemoving] = useState(false);
  const [verifying, setVerifying] = useState(false);
  const [trying, setTrying] = useState(false);
  return (
    <Tr>
      <Td className="whitespace-nowrap">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 @max-[720px]:flex-col @max-[720px]:items-start @max-[720px]:gap-0.5">
          <span className="num font-semibold">{toolchain.version}</span>
          <span className="flex flex-wrap items-center gap-1.5 empty:hidden">
            {toolchain.default ? <Tag tone="accent">{t('toolchains.default')}</Tag> : null}
            {toolchain.adopted?.gone ? (
              <Tooltip content={t('adopt.goneHint', { path: toolchain.adopted.from })}>
                <Tag tone="bad">{t('adopt.gone')}</Tag>
              </Tooltip>
            ) : null}
            {toolchain.supported ? null : <SupportTag toolchain={toolchain} />}
          </span>
          {toolchain.usedBy.length === 0 ? null : (
            <span className="hidden text-sm text-muted @max-[720px]:block">
              {t('toolchains.usedBy')}
              <UsedBy folders={toolchain.usedBy} />
            </span>
          )}
        </span>
      </Td>
      <Td>
        <span className="flex flex-wrap items-center gap-1.5">
          <RunsAsTag toolchain={toolchain} />
          {nativeBeside ? (
            <Tooltip content={t('native.idleHint', { version: toolchain.version })}>
              <Tag>{t('native.idle')}</Tag>
            </Tooltip>
          ) : null}
        </span>
      </Td>
      <Td>
        <Provenance toolchain={toolchain} />
      </Td>
      <Td className={cx('whitespace-nowrap', onlyWide)}>
        <UsedBy folders={toolchain.usedBy} />
      </Td>
      <Td numeric>
        <Bytes value={toolchain.bytes} />
      </Td>
      <Td className="pr-1 text-right">
        <ToolchainMenu
          toolchain={toolchain}
          onVerify={() => setVerifying(true)}
          onTry={() => setTrying(true)}
          onRemove={() => setRemoving(true)}
        />
        <VerifyDialog toolchain={toolchain} open={verifying} onOpenChange={setVerifying} />
        <SmokeDialog toolchain={toolchain} open={trying} onOpenChange={setTrying} />
        <RemoveDialog toolchain={toolchain} open={removing} onOpenChange={setRemoving} />
      </Td>
    </Tr>
  );
}

/** The projects that resolve to a toolchain: the name of a single one, or their number with a list of them. */
function UsedBy({ folders }: { folders: readonly string[] }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const [first] = folders;
  if (first === undefined) return <span className="text-faint">{t('toolchains.unused')}</span>;
  const list = (
    <ul className="font-mono">
      {folders.map((folder) => (
        <li key={folder}>{tildePath(folder, home)}</li>
      ))}
    </ul>
  );
  return (
    <Popover
      trigger={
        <button
          type="button"
          className="inline-block max-w-full truncate rounded-[4px] align-bottom decoration-line-strong underline-offset-4 hover:underline"
        >
          {folders.length === 1 ? folderName(first) : t('toolchains.projects', { count: folders.length })}
        </button>
      }
    >
      {list}
    </Popover>
  );
}
