import type { FoundLine, ManagerMark } from './found-line.ts';
import type { Block, Command, Statement } from '../reading/index.ts';
import type { PlaceOf } from './order.ts';
import { commandAt, linesOf } from './path-lines.ts';
import { lineOf, type StartupText, wordsOf } from './startup-file.ts';

const programs = new Set(['go', 'gofmt']);

/** Variables that change what Go runs: GOROOT, and modules turned off. Pure. */
export function variableLines(file: StartupText, placeOf: PlaceOf): FoundLine[] {
  return file.assignments.flatMap((assignment): FoundLine[] => {
    const { name, at, how, value } = assignment;
    const base = {
      severity: 'warning' as const,
      file: file.path,
      ...lineOf(file, at),
      manager: null,
      place: placeOf(file.path, commandAt(file, at)),
      edit: linesOf(file, assignment),
    };
    if (name === 'GOROOT' && how !== 'unset' && !/^(?:""|'')?$/.test(value)) {
      return [{ ...base, kind: 'goroot', subject: value }];
    }
    if (name === 'GO111MODULE' && /^["']?off["']?$/.test(value))
      return [{ ...base, kind: 'modules-off', subject: 'off' }];
    return [];
  });
}

/** Aliases and functions that run in place of `go` and `gofmt`. Pure. */
export function nameLines(file: StartupText, placeOf: PlaceOf): FoundLine[] {
  const aliases = file.commands.flatMap((placed): FoundLine[] => {
    const [name, ...rest] = wordsOf(file, placed);
    if (name !== 'alias' && name !== 'abbr') return [];
    const named = rest.map((word) => word.replace(/=[\s\S]*/, '')).find((word) => !word.startsWith('-'));
    if (named === undefined || !programs.has(named)) return [];
    return [found('go-alias', placed.command, named)];
  });
  const functions = blocksOf(file.tree.statements)
    .filter(({ kind }) => kind === 'function')
    .flatMap((block) => {
      const name = block.names.find((each) => programs.has(each));
      return name === undefined ? [] : [found('go-function', block, name)];
    });
  return [...aliases, ...functions];

  function found(
    kind: 'go-alias' | 'go-function',
    span: { at: number; end: number },
    subject: string,
  ): FoundLine {
    return {
      kind,
      severity: 'warning',
      file: file.path,
      ...lineOf(file, span.at),
      subject,
      manager: null,
      // Of a function, where its last command is.
      place: placeOf(file.path, commandAt(file, span.end - 1)),
      edit: linesOf(file, span),
    };
  }
}

/**
 * Lines of version managers, but for those in `known`, of which something is said already. What stands in one block
 * belongs together. Pure.
 */
export function managerLines(
  file: StartupText,
  marks: readonly ManagerMark[],
  known: ReadonlySet<number>,
  placeOf: PlaceOf,
): FoundLine[] {
  const byStatement = new Map<string, { mark: ManagerMark; commands: Command[] }>();
  for (const { command } of file.commands) {
    const written = file.text.slice(command.at, command.end);
    const mark = marks.find((each) => each.mark.test(written));
    if (!mark || known.has(file.lines.lineAt(command.at))) continue;
    const key = `${statementAt(file, command.at)} ${mark.manager}`;
    const same = byStatement.get(key);
    if (same) same.commands.push(command);
    else byStatement.set(key, { mark, commands: [command] });
  }
  return [...byStatement.values()].flatMap(({ mark: { manager }, commands }): FoundLine[] => {
    const written = (command: Command) => file.text.slice(command.at, command.end);
    const command = commands.find((each) => placesGo(written(each))) ?? commands[0];
    if (!command) return [];
    const place = placeOf(file.path, command.at);
    return [
      {
        kind: 'manager',
        severity: place === 'after' && placesGo(written(command)) ? 'warning' : 'note',
        file: file.path,
        ...lineOf(file, command.at),
        subject: '',
        manager,
        place,
        edit: commands.flatMap((each) => linesOf(file, each)),
      },
    ];
  });
}

/** Where the outermost statement begins that holds an offset. */
function statementAt({ tree }: StartupText, at: number): number {
  const { statements } = tree;
  let low = 0;
  let high = statements.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((statements[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return statements[low]?.at ?? at;
}

/** Whether a manager's line can change PATH: it does, or it runs or reads something that may. */
function placesGo(command: string): boolean {
  return /\bPATH\b|\bpath\b|fish_add_path|\beval\b|\bsource\b|^\\?\.\s|\bactivate\b|\binit\b/.test(command);
}

/** What sets PATH up anew behind Burrow's lines: `brew shellenv`, which runs path_helper. Pure. */
export function pathHelperLines(file: StartupText, placeOf: PlaceOf): FoundLine[] {
  return file.commands.flatMap(({ command }): FoundLine[] => {
    const written = file.text.slice(command.at, command.end);
    const subject = /\bbrew shellenv\b/.exec(written)?.[0] ?? /\bpath_helper\b/.exec(written)?.[0];
    if (subject === undefined || placeOf(file.path, command.at) !== 'after') return [];
    return [
      {
        kind: 'path-helper',
        severity: 'warning',
        file: file.path,
        ...lineOf(file, command.at),
        subject,
        manager: null,
        place: 'after',
        edit: 'by-hand',
      },
    ];
  });
}

/** Burrow's block below a command that always ends the file. Pure. */
export function unreachedBlock(
  { path, block, text, lines }: StartupText,
  ending: { line: number; command: string } | null,
): FoundLine[] {
  if (!block || !ending || ending.line >= lines.lineAt(block.at)) return [];
  return [
    {
      kind: 'block-unreached',
      severity: 'warning',
      file: path,
      line: lines.lineAt(block.at),
      text: text.slice(block.at, lines.startOf(lines.lineAt(block.at) + 1)).trim(),
      subject: ending.command,
      manager: null,
      place: 'alone',
      edit: 'by-hand',
    },
  ];
}

/** All blocks, those in blocks and functions among them, in the order of the text. Pure. */
export function blocksOf(statements: readonly Statement[]): Block[] {
  const blocks: Block[] = [];
  const open = [...statements];
  for (let statement = open.pop(); statement; statement = open.pop()) {
    for (const part of statement.parts) {
      if (part.type !== 'block') continue;
      blocks.push(part);
      for (const { statements: inner } of part.bodies) for (const each of inner) open.push(each);
    }
  }
  return blocks.toSorted((a, b) => a.at - b.at);
}
