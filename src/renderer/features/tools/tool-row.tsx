import Copy from 'lucide-react/icons/copy';
import Hammer from 'lucide-react/icons/hammer';
import SquareTerminal from 'lucide-react/icons/square-terminal';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RunsAsTag, SupportTag } from '#shared/versions/index.ts';
import type { Tool } from '#contract/tools';
import { Menu, MenuItem, MenuSeparator } from '#ui/menu.tsx';
import { MoreButton } from '#ui/more-button.tsx';
import { Bytes } from '#ui/numbers.tsx';
import { Td, Tr } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { showMessage } from '#ui/toast.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { installCommand } from './source.ts';

/** For the column that is hidden in narrow windows. */
export const onlyWide = '@max-[720px]:hidden';

function copy(text: string, title: string): void {
  void navigator.clipboard.writeText(text).then(() => showMessage(title, { detail: text }));
}

/** The row of a tool. */
export function ToolRow({
  tool,
  goVersion,
  onRebuild,
}: {
  tool: Tool;
  goVersion: string | null;
  onRebuild: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { name, packagePath, module, version, obstacle, outdated, supported } = tool;
  return (
    <Tr>
      <Td className="font-semibold">
        <span title={name} className="block max-w-48 truncate @max-[640px]:max-w-24">
          {name}
        </span>
      </Td>
      <Td className="w-full max-w-0 min-w-44 @max-[720px]:min-w-36">
        <span className="flex min-w-0 items-center gap-2 @max-[720px]:flex-col @max-[720px]:items-start @max-[720px]:gap-0.5">
          <span className="max-w-full min-w-0 truncate text-muted" title={packagePath}>
            {module ?? packagePath}
          </span>
          {version === null || version === '(devel)' ? null : (
            <span className="num shrink-0 text-sm text-faint">{version}</span>
          )}
          {obstacle === null ? null : <Tag className="shrink-0">{t(`tools.obstacle.${obstacle}`)}</Tag>}
        </span>
      </Td>
      <Td className="whitespace-nowrap">
        <span className="flex items-center gap-2 @max-[720px]:flex-col @max-[720px]:items-start @max-[720px]:gap-0.5">
          <span className="num">{tool.goVersion}</span>
          <span className="flex items-center gap-1.5 empty:hidden @max-[720px]:flex-col @max-[720px]:items-start @max-[720px]:gap-0.5">
            {outdated ? (
              <Tooltip content={t('tools.outdatedHint', { version: goVersion ?? '' })}>
                <Tag tone="warn">{t('tools.outdated')}</Tag>
              </Tooltip>
            ) : null}
            {supported ? null : <SupportTag toolchain={tool} />}
          </span>
        </span>
      </Td>
      <Td>
        <RunsAsTag toolchain={tool} />
      </Td>
      <Td numeric className={onlyWide}>
        <Bytes value={tool.bytes} />
      </Td>
      <Td className="pr-1 text-right">
        <ToolMenu tool={tool} onRebuild={onRebuild} />
      </Td>
    </Tr>
  );
}

function ToolMenu({ tool, onRebuild }: { tool: Tool; onRebuild: () => void }): ReactElement {
  const { t } = useTranslation();
  const { name, path, obstacle } = tool;
  const command = installCommand(tool);
  return (
    <Menu trigger={<MoreButton label={t('tools.menu', { name })} />}>
      <MenuItem icon={<Hammer size={14} aria-hidden />} disabled={obstacle !== null} onClick={onRebuild}>
        {t('tools.rebuild')}
      </MenuItem>
      <MenuSeparator />
      {obstacle === null ? (
        <MenuItem
          icon={<SquareTerminal size={14} aria-hidden />}
          onClick={() => copy(command, t('tools.commandCopied'))}
        >
          {t('tools.copyCommand')}
        </MenuItem>
      ) : null}
      <MenuItem icon={<Copy size={14} aria-hidden />} onClick={() => copy(path, t('tools.pathCopied'))}>
        {t('tools.copyPath')}
      </MenuItem>
    </Menu>
  );
}
