import type { ReactElement } from 'react';
import type { Build, Comparison } from '#contract/builds';
import { recordedBytes } from '#contract/series';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { ChangeCard } from './change-card.tsx';
import { choicesFor, type Pair } from './pair.ts';
import { SideCard } from './side-card.tsx';

/** The size of a build for which there is no comparison (yet). */
function sizeOf(build: Build | undefined): number | null {
  return build ? recordedBytes(build) : null;
}

/** Both sides, and the change between them or why they cannot be compared. */
export function Sides({
  pair,
  builds,
  comparison,
  error,
  onChoose,
}: {
  pair: Pair;
  /** Newest first. */
  builds: readonly Build[];
  /** undefined if it failed or is loading. */
  comparison: Comparison | undefined;
  /** Why the comparison failed; null if it did not. */
  error: unknown;
  onChoose: (next: Partial<Pair>) => void;
}): ReactElement {
  const a = comparison?.a ?? builds.find(({ id }) => id === pair.a);
  const b = comparison?.b ?? builds.find(({ id }) => id === pair.b);
  const withSubject = a?.subject !== b?.subject;
  return (
    <div className="grid grid-cols-3 gap-3.5 max-[980px]:grid-cols-2 max-[980px]:*:last:col-span-2">
      <SideCard
        side="A"
        id={pair.a}
        build={a}
        bytes={comparison ? comparison.change.a : sizeOf(a)}
        withSubject={withSubject}
        choices={choicesFor(builds, pair.a, pair.b)}
        onChoose={(id) => onChoose({ a: id })}
      />
      <SideCard
        side="B"
        id={pair.b}
        build={b}
        bytes={comparison ? comparison.change.b : sizeOf(b)}
        withSubject={withSubject}
        choices={choicesFor(builds, pair.b, pair.a)}
        onChoose={(id) => onChoose({ b: id })}
      />
      {comparison ? (
        <ChangeCard comparison={comparison} />
      ) : (
        <Card>{error ? <FailureNote error={error} /> : <Skeleton className="h-20 w-full" />}</Card>
      )}
    </div>
  );
}
