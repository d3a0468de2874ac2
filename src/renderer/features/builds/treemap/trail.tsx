import ChevronRight from 'lucide-react/icons/chevron-right';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PartName } from '../part-name.tsx';
import type { ProgramPart } from '#contract/report/program-tree';

/** Where the treemap is: the whole program, or a module in it, from which it leads out. */
export function Trail({ zoomed, onOut }: { zoomed: ProgramPart | null; onOut: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('comparison.treemap.trail')} className="flex min-w-0 items-center gap-1.5">
      {zoomed ? (
        <>
          <button
            type="button"
            onClick={onOut}
            className="shrink-0 rounded-[4px] text-accent hover:underline"
          >
            {t('comparison.treemap.whole')}
          </button>
          <ChevronRight size={13} aria-hidden className="shrink-0 text-faint" />
          <span aria-current="location" className="flex min-w-0 font-medium">
            <PartName kind={zoomed.kind} name={zoomed.name} />
          </span>
        </>
      ) : (
        <span aria-current="location" className="font-medium">
          {t('comparison.treemap.whole')}
        </span>
      )}
    </nav>
  );
}
