import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bucket } from '#contract/binaries';
import { Popover } from '#ui/popover.tsx';
import { stepName } from './step-name.ts';

/** The kinds of parts of a program or an image. */
export type PartKind = 'packages' | 'buckets' | 'sections' | 'layers';

/** Names in the list of packages that are not packages (see the contract). */
const noPackages = { '(generated)': 'generated', '(no package)': 'none', '(C)': 'c' } as const;

/** The name of a part. Names that are not packages get an explanation. */
export function PartName({ kind, name }: { kind: PartKind; name: string }): ReactElement {
  const { t } = useTranslation();
  if (kind === 'buckets') {
    return <span className="truncate">{t(`builds.bucket.${name as Bucket['name']}`)}</span>;
  }
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
  return (
    <code className="truncate" title={name}>
      {kind === 'layers' ? stepName(name) : name}
    </code>
  );
}
