import type { ReactElement, ReactNode } from 'react';
import type { Comparison } from '#contract/comparison';
import type { ImageComparison as Images } from '#contract/image-comparison';
import { ChangedFilesCard } from './changed-files-card.tsx';
import { LayerPairsCard } from './layer-pairs-card.tsx';
import { ProgramsComparedCard } from './programs-compared-card.tsx';
import { ConfigDiffCard, PackagesCard, WasteCard } from './side-cards.tsx';

/** The evidence of how two images differ, below the verdict; `beside` is the last of its smaller parts. */
export function ImageComparison({
  comparison,
  images,
  beside,
}: {
  comparison: Comparison;
  images: Images;
  beside: ReactNode;
}): ReactElement {
  const { programs, waste, packages, config, files } = images;
  const ids = { a: comparison.a.id, b: comparison.b.id };
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] items-start gap-3.5 max-[1100px]:grid-cols-1">
      <div className="grid min-w-0 gap-3.5">
        <LayerPairsCard images={images} />
        <ChangedFilesCard comparison={comparison} files={files} />
      </div>
      <div className="grid min-w-0 gap-3.5">
        {programs ? <ProgramsComparedCard ids={ids} programs={programs} /> : null}
        {waste ? <WasteCard waste={waste} /> : null}
        {packages ? <PackagesCard packages={packages} /> : null}
        {config ? <ConfigDiffCard config={config} /> : null}
        {beside}
      </div>
    </div>
  );
}
