import type { ReactElement } from 'react';
import type { Build } from '#contract/build';
import { recordedBytes } from '#contract/series';
import { ByteChange, Bytes, Moment } from '#ui/numbers.tsx';

/**
 * Details of the selected build: id, size, change, Go and time. Shown above the plot, at the position of the build but
 * always inside the frame.
 */
export function ChartReadout({
  builds,
  index,
  share,
}: {
  builds: readonly Build[];
  index: number;
  /** The horizontal position in the frame, 0 to 1. */
  share: number;
}): ReactElement | null {
  const build = builds[index];
  const bytes = build && recordedBytes(build);
  if (!build || bytes == null) return null;
  const before = builds[index - 1];
  const bytesBefore = before ? recordedBytes(before) : null;
  const commit = build.vcs?.commit.slice(0, 7);
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute -top-0.5 flex h-7 items-center gap-2.5 rounded-control border border-line bg-panel px-2.5 text-sm whitespace-nowrap shadow-pop"
      style={{ left: `${share * 100}%`, transform: `translateX(${-share * 100}%)` }}
    >
      <b className="font-semibold">{build.id}</b>
      <Bytes value={bytes} />
      {bytesBefore === null ? null : <ByteChange value={bytes - bytesBefore} />}
      {build.goVersion ? <span className="text-muted">{build.goVersion}</span> : null}
      {commit ? <code className="text-muted">{commit}</code> : null}
      <Moment iso={build.startedAt} className="text-faint" />
    </div>
  );
}
