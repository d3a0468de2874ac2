import ChevronRight from 'lucide-react/icons/chevron-right';
import FolderTree from 'lucide-react/icons/folder-tree';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { Bytes } from '#ui/numbers.tsx';
import { LayerCounts } from './layer-counts.tsx';
import { LayerDetails } from './layer-details.tsx';
import { LayerEffectWords } from './layer-effect-words.tsx';
import { type ListedLayer, placeOf } from './layer-list.ts';

/** A layer: its step, what it adds, changes and removes, and what is wasted. It unfolds to the exact step. */
export function LayerRow({
  layer,
  isChosen,
  hasWaste,
  onFiles,
}: {
  layer: ListedLayer;
  isChosen: boolean;
  /** Some layer wastes bytes. */
  hasWaste: boolean;
  /** Shows what the layer changed; undefined: its files were not read. */
  onFiles: (() => void) | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { index, step, bytes, wasted, read, dockerfile } = layer;
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
          <span className="min-w-0 flex-1 pl-1">
            {step === '' ? (
              <span className="block truncate text-muted">{t('images.layers.noStep')}</span>
            ) : (
              <code className="block truncate max-[720px]:line-clamp-2 max-[720px]:whitespace-normal">
                {step}
              </code>
            )}
            <LayerEffectWords layer={layer} />
            {dockerfile ? (
              <code className="block truncate text-sm text-faint">{placeOf(dockerfile)}</code>
            ) : null}
          </span>
        </button>
        {read && layer.effect === null ? (
          <span className="shrink-0 max-[860px]:hidden">
            <LayerCounts read={read} />
          </span>
        ) : null}
        <BytesOrNone bytes={bytes} />
        {hasWaste ? <BytesOrNone bytes={wasted} className="font-medium text-grow" /> : null}
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

/** A number of bytes in its column; a dash for none. */
function BytesOrNone({
  bytes,
  className,
}: {
  /** null: not known. */
  bytes: number | null;
  className?: string;
}): ReactElement {
  return (
    <span className="w-20 shrink-0 text-right">
      {bytes ? (
        <Bytes value={bytes} {...(className && { className })} />
      ) : (
        <span className="text-faint">–</span>
      )}
    </span>
  );
}
