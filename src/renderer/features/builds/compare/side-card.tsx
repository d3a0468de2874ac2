import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/builds';
import { Card } from '#ui/card.tsx';
import { Bytes } from '#ui/numbers.tsx';
import { Path } from '#ui/path.tsx';
import { changesOf } from '../changes-of.ts';
import { joinFlags } from '../run/split-flags.ts';
import { SideSelect } from './side-select.tsx';

/** One side of a comparison: the build, its size, Go, target and flags, and a select box that changes the build. */
export function SideCard({
  side,
  id,
  build,
  bytes,
  withSubject,
  choices,
  onChoose,
}: {
  side: 'A' | 'B';
  id: string;
  /** undefined if it is unknown or loading. */
  build: Build | undefined;
  /** The size by the measure that both sides have; null if there is none. */
  bytes: number | null;
  /** Whether the sides are of different programs or images, so that each needs its name. */
  withSubject: boolean;
  /** The builds to choose from. */
  choices: readonly Build[];
  onChoose: (id: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const label = t(side === 'A' ? 'builds.comparison.chooseA' : 'builds.comparison.chooseB');
  return (
    <Card aria-label={label}>
      <div className="mb-2.5 flex items-center gap-2">
        <b className="font-semibold text-muted">{side}</b>
        <SideSelect id={id} choices={choices} label={label} onChoose={onChoose} />
      </div>
      <div className="text-3xl font-semibold tracking-[-0.02em]">
        {bytes === null ? <span className="text-faint">–</span> : <Bytes value={bytes} />}
      </div>
      {build ? <SideFacts build={build} withSubject={withSubject} /> : null}
    </Card>
  );
}

function SideFacts({ build, withSubject }: { build: Build; withSubject: boolean }): ReactElement {
  const { t } = useTranslation();
  const { vcs, flags, image } = build;
  const cgo = build.cgo === null ? null : t(build.cgo ? 'builds.cgoOn' : 'builds.cgoOff');
  const facts = [build.goVersion, build.target ?? image?.platform, cgo].filter(Boolean).join(' · ');
  const written = joinFlags(flags);
  const changes = vcs && changesOf(vcs, t);
  return (
    <>
      {image ? (
        <Path path={image.ref} className="text-muted" />
      ) : withSubject ? (
        <Path path={build.subject} className="text-muted" />
      ) : null}
      <p className="text-muted">{facts}</p>
      {vcs ? (
        <p className="truncate text-faint">
          <code title={vcs.commit}>{vcs.commit.slice(0, 7)}</code>
          {changes ? ` · ${changes}` : null}
        </p>
      ) : null}
      {flags.length > 0 ? (
        <code title={written} className="block truncate text-faint">
          {written}
        </code>
      ) : null}
    </>
  );
}
