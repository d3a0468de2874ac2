import type { BuildDetail } from '#contract/build';
import { failure } from '#contract/failure';
import { type History, unsaid } from '#core/history';
import { programFacts } from './record-file.ts';
import { showBuild } from './show.ts';

/** A program in a recorded image. */
interface ImageProgramName {
  /** `b12` */
  image: string;
  /** In the image, from its root, without the slash. */
  path: string;
}

/** Reads `b12:/usr/local/bin/server`; null: the text is not of this form. Pure. */
export function imageProgramName(text: string): ImageProgramName | null {
  const [, row, path] = /^b?([1-9]\d{0,14}):\/(.+)$/is.exec(text) ?? [];
  return row === undefined || path === undefined ? null : { image: `b${row}`, path };
}

/**
 * A Go program of a recorded image as a build, whose id is `b12:/usr/local/bin/server`. Where only its build is known, and not what it
 * contains, that build. Failures: image.no-program, and those of the history.
 */
export async function imageProgram(
  history: History,
  { image, path }: ImageProgramName,
): Promise<BuildDetail> {
  const build = await history.get(image);
  const contents = await history.imageContents(image);
  const found = contents?.programs.find((program) => program.path === path);
  if (!found) throw failure('image.no-program', { id: image, path: `/${path}` });
  const { bytes, sha256, goVersion, module, target } = found;
  const analysis = await history.analysisOf(bytes, async () => sha256);
  if (!analysis) {
    if (found.build !== null && found.buildBy === 'content') return showBuild(history, found.build);
    throw failure('image.program-unread', { id: image, path: `/${path}` });
  }
  const facts = programFacts({
    ...analysis,
    mainModule: analysis.mainModule ?? module,
    path,
    projectModule: null,
  });
  return {
    ...analysis,
    ...facts,
    id: `${image}:/${path}`,
    kind: 'program',
    status: 'recorded',
    startedAt: build.startedAt,
    builtAt: null,
    durationMs: null,
    exitCode: null,
    project: build.project,
    goVersion: analysis.goVersion ?? goVersion,
    target: analysis.target ?? target,
    artifact: { path: `/${path}`, bytes, sha256 },
    image: null,
    logTail: null,
    ...unsaid,
  };
}
