import type { Finding, TurnOffPreview } from '#contract/findings';
import { failure, isFailure } from '#contract/failure';
import type { ShellChange } from '#contract/shell';
import type { System } from '#core/system';
import { changeFiles, type FileChange, previewFile, type ShownChange } from '../change-file.ts';
import { commentOut, sha256 } from '../editing/index.ts';
import { findLines, type FoundIn } from './find-lines.ts';
import type { ManagerMark } from './found-line.ts';

/** Lines of profiles that conflict with Burrow, by file. Changes nothing. */
export async function listFindings(
  system: System,
  marks: readonly ManagerMark[],
): Promise<{ findings: Finding[] }> {
  return { findings: (await findLines(system, marks)).map(({ finding }) => finding) };
}

/**
 * What commenting out the lines of these findings would change. Changes nothing. Failures: finding.unknown,
 * finding.no-fix, profile.not-replaceable.
 */
export async function previewTurnOff(
  system: System,
  marks: readonly ManagerMark[],
  ids: readonly string[],
): Promise<TurnOffPreview> {
  const shown = await shownChanges(system, marks, ids);
  return {
    id: idOf(shown),
    files: shown.map(({ path, lines, diff }) => ({ path, lines, diff })),
  };
}

/**
 * Comments these lines out, with an entry in the journal. `id`: of the preview. Failures: finding.unknown,
 * finding.no-fix, finding.outdated (a byte has changed since; nothing is changed), profile.not-replaceable,
 * file.no-permission, disk.full, home.unusable.
 */
export async function turnOff(
  system: System,
  marks: readonly ManagerMark[],
  { id, ids }: { id: string; ids: readonly string[] },
): Promise<ShellChange> {
  const shown = await shownChanges(system, marks, ids);
  const outdated = () => failure('finding.outdated', { paths: shown.map(({ path }) => path) });
  if (idOf(shown) !== id) throw outdated();
  try {
    return await changeFiles(system, shown);
  } catch (error) {
    // Between reading and writing.
    if (isFailure(error) && error.code === 'environment.file-changed') throw outdated();
    throw error;
  }
}

type Shown = FileChange & ShownChange & { lines: number[] };

async function shownChanges(
  system: System,
  marks: readonly ManagerMark[],
  ids: readonly string[],
): Promise<Shown[]> {
  const all = await findLines(system, marks);
  const byFile = new Map<string, { chosen: number[]; from: FoundIn }>();
  for (const id of new Set(ids)) {
    const from = all.find(({ finding }) => finding.id === id);
    if (!from) throw failure('finding.unknown', { id });
    const { file, line, fix } = from.finding;
    if (!fix) throw failure('finding.no-fix', { id, path: file, line });
    const { chosen } = byFile.get(file) ?? { chosen: [] };
    byFile.set(file, { chosen: [...chosen, ...fix.lines], from });
  }
  return Promise.all(
    [...byFile].map(async ([path, { chosen, from }]): Promise<Shown> => {
      const { finding, startup } = from;
      const syntax = startup?.syntax ?? 'sh';
      const edited = commentOut(startup?.text ?? '', chosen, syntax);
      if ('obstacle' in edited) throw failure('finding.no-fix', { id: finding.id, path, line: finding.line });
      const edit = (text: string | null) => {
        const now = commentOut(text ?? '', chosen, syntax);
        return 'text' in now ? now.text : (text ?? '');
      };
      return { ...(await previewFile(path, edit)), edit, lines: edited.lines };
    }),
  );
}

/** Names exactly these changes of exactly these bytes. */
function idOf(shown: readonly Shown[]): string {
  return sha256(JSON.stringify(shown.map(({ path, id }) => [path, id]))).slice(0, 12);
}
