import { isAbsolute } from 'node:path';
import type { BuildDetail } from '#contract/build';
import { failure } from '#contract/failure';
import { recordedBytes } from '#contract/series';
import type { History } from '#core/history';
import type { System } from '#core/system';
import { imageProgram, imageProgramName } from './image-program.ts';
import { fileAsBuild } from './record-file.ts';
import { showBuild } from './show.ts';

/**
 * Two builds to compare. Each is named by its id, or by the absolute path of a program, which is read and not recorded: its
 * id is then the path; or as a program of a recorded image: `b12:/usr/local/bin/server`. Without `b`, the first is the build before `a` in its series, and the second is `a`.
 * Failures: those of `History.get`, of reading a program and of `imageProgram`; compare.no-previous.
 */
export async function buildPair(
  system: System,
  history: History,
  { a, b }: { a: string; b?: string | undefined },
): Promise<[BuildDetail, BuildDetail]> {
  const first = await namedBuild(system, history, a);
  if (b !== undefined) return [first, await namedBuild(system, history, b)];
  return [await previousOf(history, first), first];
}

/** A build by its id, or a program of a recorded image: `b12:/usr/local/bin/server`. Failures: those of `buildPair`. */
export async function namedInHistory(history: History, named: string): Promise<BuildDetail> {
  const ofImage = imageProgramName(named);
  return ofImage ? imageProgram(history, ofImage) : showBuild(history, named);
}

async function namedBuild(system: System, history: History, named: string): Promise<BuildDetail> {
  if (!isAbsolute(named)) return namedInHistory(history, named);
  return { id: named, ...(await fileAsBuild(system, history, named, null)) };
}

/** Of a program that is not in the history, the newest build of its series. */
async function previousOf(history: History, build: BuildDetail): Promise<BuildDetail> {
  if (recordedBytes(build) === null) throw failure('compare.nothing-built', { id: build.id });
  const previous = await history.previous(build);
  if (previous === null) throw failure('compare.no-previous', { id: build.id });
  return showBuild(history, previous);
}
