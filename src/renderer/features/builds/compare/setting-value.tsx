import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import type { Comparison } from '#contract/comparison';
import { cx } from '#ui/cx.ts';
import { changesOf } from '../changes-of.ts';

type Setting = Comparison['settings'][number];

/** The length to which a commit is shortened; the tooltip has all of it. */
const commitDigits = 12;

/** The value of a setting on one side. Flags that the other side does not have are highlighted. */
export function SettingValue({
  name,
  value,
  build,
  other,
}: {
  name: Setting['name'];
  value: string | null;
  /** The build of this side. */
  build: Build;
  other: Build;
}): ReactElement {
  const { t } = useTranslation();
  if (value === null || value === '') return <span className="text-faint">–</span>;
  if (name === 'flags') return <Flags flags={build.flags} others={other.flags} />;
  if (name === 'cgo') return <>{t(build.cgo ? 'builds.comparison.on' : 'builds.comparison.off')}</>;
  if (name === 'commit' && build.vcs) {
    const changes = changesOf(build.vcs, t);
    return (
      <>
        <code title={build.vcs.commit}>{build.vcs.commit.slice(0, commitDigits)}</code>
        {changes ? <span className="text-muted"> · {changes}</span> : null}
      </>
    );
  }
  return <code>{value}</code>;
}

function Flags({ flags, others }: { flags: readonly string[]; others: readonly string[] }): ReactElement {
  const sorted = flags.toSorted((a, b) => a.localeCompare(b));
  return (
    <ul className="flex flex-col items-start gap-0.5">
      {sorted.map((flag) => (
        <li key={flag} className="max-w-full">
          <code
            className={cx(
              'wrap-anywhere',
              others.includes(flag) ? 'text-muted' : '-mx-1 block rounded-[4px] bg-accent-soft px-1',
            )}
          >
            {flag}
          </code>
        </li>
      ))}
    </ul>
  );
}
