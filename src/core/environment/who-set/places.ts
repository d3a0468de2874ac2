import type { SetBy } from '#contract/environment';
import { readForeign } from '#core/system';
import type { FoundChange } from './changes.ts';
import type { Step } from './records.ts';
import { lineOfStatement, onlyLineOfStatement } from './statement.ts';
import type { Change } from './traced.ts';

/** The most that is read of one startup file, in bytes. */
const maxBytes = 4_000_000;
/** Files that are read to find lines in them. */
const maxFiles = 200;

/** The lines of files, each read once. An unreadable file has none. */
export class FileLines {
  readonly #files = new Map<string, Promise<string[]>>();

  of(file: string): Promise<string[]> {
    const known = this.#files.get(file);
    if (known) return known;
    if (this.#files.size >= maxFiles) return Promise.resolve([]);
    const lines = readForeign(file, maxBytes).then(
      (bytes) => bytes.toString('utf8').split('\n'),
      () => [],
    );
    this.#files.set(file, lines);
    return lines;
  }
}

/** Finds the line of each change of bash or zsh in its file. */
export async function placeChanges(
  found: readonly FoundChange[],
  shell: 'bash' | 'zsh' | 'sh',
  files: FileLines = new FileLines(),
): Promise<Change[]> {
  const placed: Change[] = [];
  for (const { name, value, step, evaluating } of found) {
    const line = step && (await lineOf(step, evaluating, shell, files));
    placed.push({ name, value, setBy: step && line ? setByOf(step, shell, line) : null });
  }
  return placed;
}

async function lineOf(
  { frames, raw, name, evaluated }: Step,
  evaluating: Step | null,
  shell: 'bash' | 'zsh' | 'sh',
  files: FileLines,
): Promise<number | null> {
  const [frame] = frames;
  if (!frame || frame.line < 1) return null;
  const lines = await files.of(frame.file);
  if (evaluated) return /\beval\b/.test(lines[frame.line - 1] ?? '') ? frame.line : null;
  const line = lineOfStatement(lines, { line: frame.line, raw, name });
  if (line !== null) return line;
  // zsh does not count lines in files that it reads as sh.
  if (shell === 'zsh') return onlyLineOfStatement(lines, raw, name);
  // bash counts on in text that it evaluates.
  const at = evaluating?.frames[0]?.line;
  if (!evaluating || at === undefined || at > frame.line) return null;
  return lineOfStatement(lines, { line: at, raw: evaluating.raw, name });
}

function setByOf({ frames }: Step, shell: string, line: number): SetBy | null {
  const [frame, ...callers] = frames;
  if (!frame) return null;
  const through = callers.map((caller, index) => ({
    file: caller.file,
    line: caller.line,
    function: frames[index]?.function ?? null,
  }));
  return { file: frame.file, line, shell, through };
}
