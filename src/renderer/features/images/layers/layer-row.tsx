import ChevronRight from 'lucide-react/icons/chevron-right';
import FolderTree from 'lucide-react/icons/folder-tree';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { Bytes } from '#ui/numbers.tsx';
import { LayerDetails } from './layer-details.tsx';
import type { ListedLayer } from './layer-list.ts';

/** A layer: its step, what it adds, changes and removes, and what is wasted. It unfolds to the exact step. */
export function LayerRow({
  layer,
  isChosen,
  onFiles,
}: {
  layer: ListedLayer;
  isChosen: boolean;
  /** Shows what the layer changed; undefined: its files were not read. */
  onFiles: (() => void) | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { index, step, bytes, wasted, read } = layer;
  const number = index + 1;
  return (
    <li className={cx('border-t border-line-2', isChosen && 'bg-accent-soft')}>
      <div className="flex min-h-[37px] items-center gap-x-3">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex min-w-0 flex-1 items-center gap-1.5 rounded-[4px] py-1.5 text-left"
        >
          <ChevronRight size={14} aria-hidden className={cx('shrink-0 text-faint', open && 'rotate-90')} />
          <span className="num w-5 shrink-0 text-right text-faint">{number}</span>
          {step === '' ? (
            <span className="truncate pl-1 text-muted">{t('images.layers.noStep')}</span>
          ) : (
            <code className="truncate pl-1 max-[720px]:line-clamp-2 max-[720px]:whitespace-normal">
              {step}
            </code>
          )}
        </button>
        {read ? (
          <span className="num shrink-0 text-sm whitespace-nowrap text-faint max-[860px]:hidden">
            <span className="sr-only">{t('images.layers.changes')} </span>+{read.added} ~{read.changed} −
            {read.removed}
          </span>
        ) : null}
        <span className="w-20 shrink-0 text-right">
          {bytes === null ? <span className="text-faint">–</span> : <Bytes value={bytes} />}
        </span>
        {wasted === null ? null : (
          <span className="w-20 shrink-0 text-right">
            {wasted === 0 ? (
              <span className="num text-faint">0</span>
            ) : (
              <Bytes value={wasted} className="font-medium text-grow" />
            )}
          </span>
        )}
        {onFiles ? (
          <IconButton
            label={t('images.layers.files', { step: number })}
            aria-pressed={isChosen}
            className="size-7"
            onClick={onFiles}
          >
            <FolderTree size={14} aria-hidden />
          </IconButton>
        ) : null}
      </div>
      {open ? <LayerDetails layer={layer} /> : null}
    </li>
  );
}
