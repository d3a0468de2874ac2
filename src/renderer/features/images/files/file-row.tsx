import ChevronRight from 'lucide-react/icons/chevron-right';
import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '#contract/units';
import { cx } from '#ui/cx.ts';
import { Tag } from '#ui/tag.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { type FileFactsOf, shownName } from './file-facts.ts';
import type { TreeRow } from './tree-rows.ts';

/** In CSS pixels. */
export const rowHeight = 29;

/** A file or folder in the tree. */
export const FileRow = memo(function FileRow({
  id,
  row: { node, level, position, siblings, isOpen, bytes, files },
  facts,
  top,
  isActive,
  maxBytes,
  onActive,
  onToggle,
}: {
  id: string;
  row: TreeRow;
  facts: FileFactsOf;
  /** Where it begins, in CSS pixels. */
  top: number;
  isActive: boolean;
  maxBytes: number;
  onActive: (path: string) => void;
  onToggle: (paths: readonly string[], open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { mode, owner, link } = facts(node);
  const isFolder = isOpen !== null;
  return (
    // The tree handles the keys.
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={isActive}
      {...(isFolder ? { 'aria-expanded': isOpen } : {})}
      onClick={() => {
        onActive(node.path);
        if (isFolder) onToggle([node.path], !isOpen);
      }}
      className={cx(
        'absolute inset-x-0 flex cursor-default items-center gap-3 border-b border-line-2 pr-2 select-none hover:bg-hover',
        isActive && 'bg-panel-2 group-focus-visible/tree:bg-accent-soft',
      )}
      style={{ top, height: rowHeight, paddingLeft: `${4 + (level - 1) * 16}px` }}
    >
      <span className="flex min-w-0 flex-1 items-center gap-1.5">
        <ChevronRight
          size={14}
          aria-hidden
          className={cx('shrink-0 text-faint', isOpen && 'rotate-90', !isFolder && 'invisible')}
        />
        <code
          className={cx('max-w-full shrink truncate', node.gone && 'line-through', isFolder && 'font-medium')}
        >
          {shownName(node.name)}
        </code>
        {link === null ? null : (
          <code className="min-w-8 shrink-[20] truncate text-faint @max-[620px]:hidden">
            → {shownName(link)}
          </code>
        )}
        <Tags node={node} facts={facts} />
        {isFolder && files > 0 ? (
          <span className="num shrink-0 text-sm text-faint @max-[620px]:hidden">
            {t('images.files.inside', { count: files })}
          </span>
        ) : null}
      </span>
      <span className="num hidden w-20 shrink-0 text-sm text-faint @min-[860px]:block">{mode}</span>
      <span className="num hidden w-20 shrink-0 truncate text-sm text-faint @min-[860px]:block">{owner}</span>
      <span className="num hidden w-16 shrink-0 text-sm whitespace-nowrap text-faint @min-[620px]:block">
        {node.layer < 0 ? '' : t('images.files.fromStep', { step: node.layer + 1 })}
      </span>
      <span aria-hidden className="h-2 w-24 shrink-0 overflow-hidden rounded-full @max-[620px]:hidden">
        <span
          className={cx('block h-full rounded-full', isFolder ? 'bg-line-strong' : 'bg-accent')}
          style={{ width: `${maxBytes === 0 ? 0 : (bytes / maxBytes) * 100}%` }}
        />
      </span>
      <span className="num w-[72px] shrink-0 text-right whitespace-nowrap">
        {/* A folder has no bytes of its own. */}
        {isFolder && bytes === 0 ? (
          <span aria-hidden className="text-faint">
            –
          </span>
        ) : (
          formatBytes(bytes, locale)
        )}
      </span>
    </div>
  );
});

function Tags({ node, facts }: { node: TreeRow['node']; facts: FileFactsOf }): ReactElement {
  const { t } = useTranslation();
  const { program, wasted } = facts(node);
  const isTwice = wasted.some(({ how }) => how === 'same');
  return (
    <span className="flex min-w-0 shrink-[20] items-center gap-1 overflow-hidden empty:hidden">
      {program?.goVersion ? <Tag tone="accent">{program.goVersion.replace(/^go/, 'Go ')}</Tag> : null}
      {isTwice ? <Tag tone="warn">{t('images.files.twice')}</Tag> : null}
      {node.gone ? <Tag tone="bad">{t('images.files.gone')}</Tag> : null}
      {!node.gone && node.change === 'changed' && node.entry >= 0 ? (
        <Tag>{t('images.files.replaced')}</Tag>
      ) : null}
    </span>
  );
}
