import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Path } from '#ui/path.tsx';
import { Popover } from '#ui/popover.tsx';
import type { PartKind } from '#contract/report/part';
import { partWord } from './parts/part-word.ts';
import { readStep, stepLine } from '#contract/image-step';

/** Names in the list of packages that are not packages (see the contract). */
const noPackages = { '(generated)': 'generated', '(no package)': 'none', '(C)': 'c' } as const;

/** The name of a part. Names that are not packages get an explanation. */
export function PartName({ kind, name }: { kind: PartKind; name: string }): ReactElement {
  const { t } = useTranslation();
  const word = partWord(kind, name, t);
  if (word !== null) return <span className="truncate">{word}</span>;
  if (kind === 'packages' && name in noPackages) {
    const key = noPackages[name as keyof typeof noPackages];
    return (
      <Popover
        trigger={
          <button
            type="button"
            className="truncate rounded-[4px] text-left text-muted underline decoration-line-strong decoration-dotted underline-offset-4"
          >
            {t(`builds.noPackage.${key}`)}
          </button>
        }
      >
        {t(`builds.noPackage.${key}Hint`)}
      </Popover>
    );
  }
  if (kind !== 'layers') return <Path path={name} />;
  return (
    <code className="truncate" title={name}>
      {layerName(name)}
    </code>
  );
}

/** A layer without a step has its hash for a name, of which the start is enough. */
function layerName(name: string): string {
  return /^sha256:[0-9a-f]{64}$/.test(name)
    ? name.slice(0, 'sha256:'.length + 12)
    : stepLine(readStep(name).text);
}
