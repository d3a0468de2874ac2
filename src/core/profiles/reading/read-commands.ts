import { fishTree } from './fish-tree.ts';
import { shTree } from './sh-tree.ts';
import type { Block, Command, Statement, Syntax, Tree } from './tree.ts';

/** A command, and what decides whether it runs. */
export interface PlacedCommand {
  command: Command;
  /** Names of the function it is in, of which zsh allows several; the innermost. */
  functions: readonly string[];
  within: 'top' | 'condition' | 'loop' | 'function';
  /** In a subshell, a pipe or the background, where nothing that it sets remains. */
  apart: boolean;
}

/** The tree of a profile. */
export function readTree(text: string, syntax: Syntax): Tree {
  return syntax === 'fish' ? fishTree(text) : shTree(text, syntax);
}

/** The commands of a profile in the order of the text, those in blocks and functions among them. */
export function readCommands(text: string, syntax: Syntax): PlacedCommand[] {
  return commandsOf(readTree(text, syntax), syntax);
}

type Around = Omit<PlacedCommand, 'command'>;

const ranks = { top: 0, condition: 1, loop: 2, function: 3 };

/** Where the reader is in a list of statements. */
interface Level {
  statements: readonly Statement[];
  index: number;
  /** Of the statement. */
  part: number;
  /** An `&&` or `||` stands before this part of the statement. */
  isConditional: boolean;
  around: Around;
}

/** As `readCommands`, of a tree. */
export function commandsOf(tree: Tree, syntax: Syntax): PlacedCommand[] {
  const found: PlacedCommand[] = [];
  // A stack, since a hostile text nests to any depth.
  const open: Level[] = [
    {
      statements: tree.statements,
      index: 0,
      part: 0,
      isConditional: false,
      around: { functions: [], within: 'top', apart: false },
    },
  ];
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const statement = level.statements[level.index];
    const part = statement?.parts[level.part];
    if (!statement) open.pop();
    else if (!part) {
      level.index++;
      level.part = 0;
      level.isConditional = false;
    } else {
      const join = statement.joins[level.part - 1];
      level.isConditional ||= join === '&&' || join === '||';
      const around = aroundPart(statement, level, syntax);
      level.part++;
      if (part.type === 'command') found.push({ command: part, ...around });
      else
        for (const inner of bodiesOf(part, around).toReversed())
          open.push({ ...inner, index: 0, part: 0, isConditional: false });
    }
  }
  return found;
}

function aroundPart(
  { joins, background }: Statement,
  { part, isConditional, around }: Level,
  syntax: Syntax,
): Around {
  if (joins.length === 0 && !background) return around;
  const before = joins[part - 1] ?? '';
  const behind = joins[part] ?? '';
  // zsh runs the last command of a pipe itself.
  const isPiped = behind.startsWith('|') && behind !== '||' ? true : isPipe(before) && syntax !== 'zsh';
  return {
    functions: around.functions,
    within: isConditional ? further(around.within, 'condition') : around.within,
    apart: around.apart || background || isPiped,
  };
}

function isPipe(operator: string): boolean {
  return operator === '|' || operator === '|&' || operator === '&|';
}

function bodiesOf(block: Block, around: Around): { statements: readonly Statement[]; around: Around }[] {
  return block.bodies.map(({ role, statements }, index) => ({
    statements,
    around: {
      functions: block.kind === 'function' ? block.names : around.functions,
      within: further(around.within, withinOf(block, role, index)),
      apart: around.apart || block.kind === 'subshell',
    },
  }));
}

/** The first condition of an `if` or a loop always runs; everything else of them may not. */
function withinOf({ kind }: Block, role: 'condition' | 'body', index: number): Around['within'] {
  if (kind === 'function') return 'function';
  if (kind === 'group' || kind === 'subshell') return 'top';
  if (role === 'condition' && index === 0) return 'top';
  return kind === 'loop' ? 'loop' : 'condition';
}

function further(one: Around['within'], other: Around['within']): Around['within'] {
  return ranks[one] >= ranks[other] ? one : other;
}
