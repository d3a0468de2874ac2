import { findBlock } from '../editing/index.ts';
import {
  type Assignment,
  assignmentsOf,
  commandsOf,
  type LineStarts,
  lineStarts,
  type PlacedCommand,
  readTree,
  type Span,
  type Syntax,
  type Tree,
} from '../reading/index.ts';

/** A file that shells read at their start, as far as it is understood. */
export interface StartupText {
  /** As the shell opens it. */
  path: string;
  syntax: Syntax;
  text: string;
  tree: Tree;
  lines: LineStarts;
  commands: PlacedCommand[];
  assignments: Assignment[];
  /** Burrow's block; null: it is not there. */
  block: Span | null;
}

/** Reads a file's text, as Latin-1. Pure. */
export function startupText(path: string, text: string, syntax: Syntax): StartupText {
  const tree = readTree(text, syntax);
  const commands = commandsOf(tree, syntax);
  const assignments = assignmentsOf(text, commands, syntax);
  const found = findBlock(text);
  const block = found && !('reason' in found) ? { at: found.from, end: found.to } : null;
  const outside = ({ at }: Span) => block === null || at < block.at || at >= block.end;
  return {
    path,
    syntax,
    text,
    tree,
    lines: lineStarts(text),
    commands: commands.filter(({ command }) => outside(command)),
    assignments: assignments.filter(outside),
    block,
  };
}

/** The words of a command, as they are written. */
export function wordsOf({ text }: StartupText, { command }: PlacedCommand): string[] {
  return command.words.map(({ at, end }) => text.slice(at, end));
}

/** The line of an offset, without blanks around it. */
export function lineOf({ text, lines }: StartupText, at: number): { line: number; text: string } {
  const line = lines.lineAt(at);
  return { line, text: text.slice(lines.startOf(line), lines.startOf(line + 1)).trim() };
}
