import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadLayer } from '#contract/image-contents';
import { Tooltip } from '#ui/tooltip.tsx';

const signs = { added: '+', changed: '~', removed: '−' };

/** How many entries a layer adds, changes and removes: `+3 ~1`, in words in its tooltip. What it does not is left out. */
export function LayerCounts({ read }: { read: ReadLayer }): ReactElement | null {
  const { t } = useTranslation();
  const done = (['added', 'changed', 'removed'] as const).filter((each) => read[each] > 0);
  if (done.length === 0) return null;
  const words = done.map((each) => t(`images.layers.${each}`, { count: read[each] })).join(' · ');
  return (
    <Tooltip content={words}>
      <span className="num shrink-0 text-sm whitespace-nowrap text-faint">
        <span aria-hidden>{done.map((each) => `${signs[each]}${read[each]}`).join(' ')}</span>
        <span className="sr-only">{words}</span>
      </span>
    </Tooltip>
  );
}
