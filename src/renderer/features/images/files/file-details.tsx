import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '#ui/copy.tsx';
import { Bytes } from '#ui/numbers.tsx';
import { type FileFactsOf, shownName } from './file-facts.ts';
import type { TreeRow } from './tree-rows.ts';

/** What is known about the active file or folder: whole path, owner, link, the step that it is from, what is wasted. */
export function FileDetails({
  row: { node, bytes },
  isWaste,
  facts,
}: {
  row: TreeRow;
  /** The tree is of what is wasted, which says nothing of modes and owners. */
  isWaste: boolean;
  facts: FileFactsOf;
}): ReactElement {
  const { t } = useTranslation();
  const { kind, mode, owner, link, wasted } = facts(node);
  const path = `/${node.path}`;
  const step = (layer: number) => facts.step(layer) || t('images.layers.noStep');
  return (
    <div className="mt-2 rounded-control border border-line bg-panel-2 px-3 py-2">
      <div className="flex items-center gap-2">
        <code className="min-w-0 flex-1 wrap-anywhere">{shownName(path)}</code>
        <Bytes value={bytes} />
        <CopyButton text={path} />
      </div>
      <p className="flex flex-wrap gap-x-4 text-sm text-muted">
        {isWaste ? null : mode === '' ? (
          <span>{t('images.files.implied')}</span>
        ) : (
          <>
            <span className="num">
              {t('images.files.mode')} {mode}
            </span>
            <span className="num">
              {t('images.files.owner')} {owner}
            </span>
          </>
        )}
        {kind === 'device' || kind === 'fifo' ? <span>{t(`images.files.${kind}`)}</span> : null}
        {link === null ? null : (
          <span className="wrap-anywhere">
            {t(kind === 'hardlink' ? 'images.files.hardlink' : 'images.files.link')}{' '}
            <code>{shownName(link)}</code>
          </span>
        )}
        {node.layer < 0 ? null : (
          <span className="wrap-anywhere">
            {t('images.files.fromStep', { step: node.layer + 1 })}: <code>{step(node.layer)}</code>
          </span>
        )}
      </p>
      {wasted.map((each) => (
        <p key={`${each.layer} ${each.bytes}`} className="text-sm wrap-anywhere text-warn">
          {t('images.files.hiddenBy', { stored: step(each.layer), hidden: step(each.hiddenBy) })}{' '}
          <Bytes value={each.bytes} />
        </p>
      ))}
    </div>
  );
}
