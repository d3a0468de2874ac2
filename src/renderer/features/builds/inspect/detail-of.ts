import type { Inspection } from '#contract/binaries';
import type { BuildDetail } from '#contract/build';

/** A program that is not recorded, in the form of a build, so that it is shown as one. */
export function detailOf(program: Inspection): BuildDetail {
  const { path, bytes, sha256, runs, settings, mainModule } = program;
  const { vcs } = runs;
  return {
    ...program,
    id: '',
    kind: 'program',
    status: 'recorded',
    startedAt: vcs?.time ?? '',
    builtAt: null,
    durationMs: null,
    exitCode: null,
    project: null,
    subject: program.mainPackage,
    mainModule: mainModule?.path ?? null,
    cgo: runs.cgo,
    flags: settings.filter(({ key }) => key.startsWith('-')).map(({ key, value }) => `${key}=${value}`),
    vcs: vcs?.revision ? { commit: vcs.revision, dirty: vcs.modified, branch: null, tag: null } : null,
    artifact: { path, bytes, sha256 },
    image: null,
    logTail: null,
    builtBy: null,
    name: null,
    note: null,
    pinned: false,
    analysis: 0,
  };
}
