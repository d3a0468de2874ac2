import { type Block, type LineStarts, type Statement, type Tree } from '../reading/index.ts';

/** A statement with its lines, as a part of a file that goes or stays. */
export interface Unit {
  first: number;
  last: number;
  /** Lines of what is not in a body: `if`, `then`, `fi`, conditions, and what `&&` joins. A plain command has no body. */
  frame: number[];
  /** What runs within it, a list for each body. Empty: it is a plain command. */
  bodies: Unit[][];
  /** A function stays even without its last command, since it is called elsewhere. */
  isFunction: boolean;
  /** `case` may hold nothing. */
  mayBeEmpty: boolean;
}

/** Deeper nesting is not edited. */
const maxDepth = 500;

/** The statements of a tree as units; null: it nests too deep. Pure. */
export function unitsOf(text: string, tree: Tree, lines: LineStarts): Unit[] | null {
  return ofList(tree.statements, 0);

  function ofList(statements: readonly Statement[], depth: number): Unit[] | null {
    if (depth > maxDepth) return null;
    const units: Unit[] = [];
    for (const statement of statements) {
      const unit = ofStatement(statement, depth);
      if (unit === null) return null;
      units.push(unit);
    }
    return units;
  }

  function ofStatement(statement: Statement, depth: number): Unit | null {
    const blocks = statement.parts.filter((part): part is Block => part.type === 'block');
    const lists = blocks.flatMap(({ bodies }) => bodies).filter(({ role }) => role === 'body');
    const bodies: Unit[][] = [];
    for (const { statements } of lists) {
      const units = ofList(statements, depth + 1);
      if (units === null) return null;
      bodies.push(units);
    }
    const end = endOf(statement);
    const first = lines.lineAt(statement.at);
    const last = lines.lineAt(Math.max(statement.at, end - 1));
    const inner = lists.flatMap(({ statements }) => statements);
    return {
      first,
      last,
      frame: blocks.length === 0 ? [] : frameLines(statement.at, end, inner),
      bodies,
      isFunction: blocks.some(({ kind }) => kind === 'function'),
      mayBeEmpty: blocks.every(({ kind }) => kind === 'case'),
    };
  }

  /** Lines of what stands between the inner statements, blanks, `;` and comments apart. */
  function frameLines(at: number, end: number, inner: readonly Statement[]): number[] {
    const found = new Set<number>();
    let from = at;
    const gap = (to: number) => {
      for (let line = lines.lineAt(from); line <= lines.count && lines.startOf(line) < to; line++) {
        const piece = text.slice(Math.max(from, lines.startOf(line)), Math.min(to, lines.startOf(line + 1)));
        if (!/^(?:[\s;]*|\s*#.*\s*)$/.test(piece)) found.add(line);
      }
    };
    for (const statement of inner) {
      if (statement.at > from) gap(statement.at);
      from = Math.max(from, endOf(statement));
    }
    if (end > from) gap(end);
    return [...found];
  }
}

/** Behind a statement and its here-documents. */
function endOf({ end, parts }: Statement): number {
  return Math.max(end, ...parts.map(({ documentsEnd }) => documentsEnd));
}
