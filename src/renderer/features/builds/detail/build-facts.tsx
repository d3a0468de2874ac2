import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useHome } from '#shared/projects/index.ts';
import type { BuildDetail } from '#contract/build';
import { CopyButton } from '#ui/copy.tsx';
import { tildePath } from '#ui/path.tsx';
import { changesOf } from '../changes-of.ts';
import { joinFlags } from '../run/split-flags.ts';

interface NamedFact {
  name: string;
  /** Copied by the button, and shown in full in the tooltip. */
  value: string;
  shown?: string;
  /** A remark after the value. */
  note?: string;
}

function factsOf({ artifact, vcs, flags }: BuildDetail, t: TFunction, home: string | undefined) {
  const changes = vcs && changesOf(vcs, t);
  const facts: (NamedFact | null | undefined)[] = [
    artifact && {
      name: t('builds.detail.path'),
      value: artifact.path,
      shown: tildePath(artifact.path, home),
    },
    artifact && { name: t('builds.detail.sha256'), value: artifact.sha256 },
    vcs && {
      name: t('builds.detail.commit'),
      value: vcs.commit,
      ...(changes ? { note: changes } : {}),
    },
    flags.length > 0 ? { name: t('builds.detail.flags'), value: joinFlags(flags) } : null,
  ];
  return facts.filter((fact) => fact != null);
}

/** The facts that identify a build, with copy buttons. */
export function BuildFacts({ build }: { build: BuildDetail }): ReactElement {
  const { t } = useTranslation();
  const facts = factsOf(build, t, useHome());
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 empty:hidden">
      {facts.map(({ name, value, shown = value, note }) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="flex min-w-0 items-baseline gap-2">
            <code className="truncate" title={value}>
              {shown}
            </code>
            {note ? <span className="shrink-0 text-sm text-warn">{note}</span> : null}
          </dd>
          <dd>
            <CopyButton text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
