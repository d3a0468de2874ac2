import type { ReactElement } from 'react';
import { cx } from '#ui/cx.ts';
import type { ListedLayer } from './layer-list.ts';

const shades = ['bg-accent/70', 'bg-accent/45'];

/** The layers in proportion to their bytes, what is wasted of each marked. The list says the same in words. */
export function LayerBar({
  layers,
  chosen,
  onChoose,
}: {
  layers: readonly ListedLayer[];
  /** The index of the chosen layer; null: none. */
  chosen: number | null;
  onChoose: (index: number) => void;
}): ReactElement | null {
  const total = layers.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  if (total === 0) return null;
  return (
    <div aria-hidden className="flex h-[22px] gap-px overflow-hidden rounded-[4px] bg-line-2">
      {layers.map(({ index, bytes, wasted, read, step }) => (
        <span
          key={index}
          title={`${index + 1}: ${step}`}
          onClick={() => onChoose(index)}
          className={cx(
            'flex h-full justify-end',
            index === 0 && layers.length > 1 ? 'bg-line-strong' : shades[index % 2],
            index === chosen && 'outline-2 -outline-offset-2 outline-text',
          )}
          style={{ width: `${((bytes ?? 0) / total) * 100}%` }}
        >
          {wasted && read?.fileBytes ? (
            <span
              className="block h-full bg-grow"
              style={{ width: `${Math.min(1, wasted / read.fileBytes) * 100}%` }}
            />
          ) : null}
        </span>
      ))}
    </div>
  );
}
