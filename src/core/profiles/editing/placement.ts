import type { Statement } from 'unbash';
import { excerpt } from './excerpt.ts';
import { type TopCommand, topCommands } from './top-commands.ts';

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
  const { commands, end } = topCommands(text, (each) => !each.background && alwaysEndsFile(each.command));
  const ending = commands.find(({ is }) => is);
  if (ending) {
    const at = startOfLine(text, ending.pos, commands);
    return { at, before: { line: lineNumber(text, ending.pos), command: firstLine(text, ending) } };
  }
  if (end === 'open') return null;
  return { at: startOfSdkman(text, commands) ?? text.length, before: null };
}

function alwaysEndsFile(command: Statement['command']): boolean {
  // As in `return 0 2>/dev/null || exit 0`: the first command is always run.
  if (command.type === 'AndOr')
    return command.commands[0] !== undefined && alwaysEndsFile(command.commands[0]);
  if (command.type !== 'Command') return false;
  const name = command.name?.value;
  if (name === undefined || !endsFile.has(name)) return false;
  return name !== 'exec' || command.args.length > 0;
}

/** The start of the line with a command; of an earlier line if that one is within another command. */
function startOfLine(text: string, pos: number, commands: readonly TopCommand[]): number {
  let at = lineStart(text, pos);
  for (const each of commands.toReversed()) {
    if (each.pos < at && each.end > at) at = lineStart(text, each.pos);
  }
  return at;
}

const sdkmanComment = '#THIS MUST BE AT THE END OF THE FILE FOR SDKMAN TO WORK!!!';
const commandOfOthers = /^(?![ \t\r]*(?:#|$)|.*sdkman)./im;

/**
 * Where the lines that SDKMAN's installer appends begin; null: they are not there, or someone has added others behind
 * them, which the block must follow to win.
 */
function startOfSdkman(text: string, commands: readonly TopCommand[]): number | null {
  const at = text.indexOf(sdkmanComment);
  if (at === -1 || at !== lineStart(text, at)) return null;
  if (commands.some(({ pos, end }) => pos < at && end > at)) return null;
  return commandOfOthers.test(text.slice(at)) ? null : at;
}

function firstLine(text: string, { pos, end }: TopCommand): string {
  return excerpt(text.slice(pos, end).split('\n', 1)[0] ?? '');
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineNumber(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
