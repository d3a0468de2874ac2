import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackageSize } from '#contract/binaries';
import { Button } from '#ui/button.tsx';
import { Bytes } from '#ui/numbers.tsx';
import { PartName } from '../part-name.tsx';
import { useFirstRows } from '../use-first-rows.ts';
import { hows } from './owned-bar.tsx';

/** The number of rows before the "more" button. */
const maxRows = 10;

/** Packages with their sizes, each with a bar that shows how the number is known. */
export function PackageList({ packages }: { packages: readonly PackageSize[] }): ReactElement {
  const { t } = useTranslation();
  const maxBytes = Math.max(1, ...packages.map(({ bytes }) => bytes));
  const { shown, rest, showMore } = useFirstRows(packages, maxRows);
  return (
    <>
      <ul className="grid grid-cols-[minmax(0,1fr)_minmax(48px,120px)_auto] items-center gap-x-3 gap-y-1.5">
        {shown.map((each) => (
          <li key={each.path} className="contents">
            <span className="flex min-w-0">
              <PartName kind="packages" name={each.path} />
            </span>
            <HowBar of={each} maxBytes={maxBytes} />
            <Bytes value={each.bytes} className="min-w-[76px] text-right" />
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Button variant="quiet" className="mt-1 -ml-[11px]" onClick={showMore}>
          {t('builds.detail.more', { count: rest })}
        </Button>
      ) : null}
    </>
  );
}

function HowBar({ of, maxBytes }: { of: PackageSize; maxBytes: number }): ReactElement {
  const sum = (name: 'byReference' | 'byShare') => of.parts.reduce((bytes, part) => bytes + part[name], 0);
  const [byReference, byShare] = [sum('byReference'), sum('byShare')];
  const sizes = { exact: of.bytes - byReference - byShare, byReference, byShare };
  return (
    <span aria-hidden className="flex h-2 overflow-hidden rounded-full bg-line-2">
      {(['exact', 'byReference', 'byShare'] as const).map((how) => (
        <span key={how} className={hows[how]} style={{ width: `${(sizes[how] / maxBytes) * 100}%` }} />
      ))}
    </span>
  );
}
