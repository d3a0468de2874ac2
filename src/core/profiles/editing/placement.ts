import { parse, type Statement } from 'unbash';

/** Where a block reaches every shell that reads the file. */
export interface Placement {
  at: number;
  /** The command that ends the file before its end, and so stands behind the block; null: none does. */
  before: { line: number; command: string } | null;
}

/** Commands after which a shell reads no further. `exec` alone redirects, and reads on. */
const endsFile = new Set(['return', 'exit', 'exec']);

/**
 * Where a block of POSIX shell belongs: at the end, for what stands last in a profile wins, but before a command that
 * always ends the file, and before SDKMAN's lines, which want to be last. null: nothing can be added, because the text
 * ends within a command or a here-document. `text`: of a file for sh, bash or zsh. Pure.
 */
export function placeBlock(text: string): Placement | null {
  const { commands, errors } = parse(text);
  const ending = commands.find(alwaysEndsFile);
  // Of what follows a part that is not bash, as zsh's own syntax, nothing is certain.
  const isCertain = ending && !errors?.some(({ pos }) => pos < ending.pos);
  if (isCertain) {
    const at = lineStart(text, ending.pos);
    const command = text.slice(ending.pos, ending.end).split('\n', 1)[0] ?? '';
    return { at, before: { line: lineNumber(text, ending.pos), command } };
  }
  const sdkman = sdkmanSection(text);
  if (sdkman !== null) return { at: sdkman, before: null };
  if (!errors?.length && isOpenAtEnd(text)) return null;
  return { at: text.length, before: null };
}

function alwaysEndsFile({ command, background }: Statement): boolean {
  if (command.type !== 'Command' || background) return false;
  const name = command.name?.value;
  if (name === undefined || !endsFile.has(name)) return false;
  return name !== 'exec' || command.args.length > 0;
}

/** Where the lines that SDKMAN's installer appends begin; null: they are not there. */
function sdkmanSection(text: string): number | null {
  const found = /^#THIS MUST BE AT THE END OF THE FILE FOR SDKMAN TO WORK!!!/m.exec(text);
  return found && found.index;
}

/** Whether a command that is appended would be part of what stands last. */
function isOpenAtEnd(text: string): boolean {
  const probe = `${text}\n\nburrow\n`;
  const { commands } = parse(probe);
  const last = commands.at(-1);
  return last?.command.type !== 'Command' || last.command.name?.value !== 'burrow';
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineNumber(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
