import type { Block, Body, Command, Statement, Tree } from './tree.ts';

/** A block that is being read. */
export interface Frame {
  block: Block;
  /** The word that ends it; null: it ends with its statement, as zsh's `for x (a b) command`. */
  closer: string | null;
  /** Its body has not begun: `do` or `{` is to come. */
  awaits: boolean;
  /** The pattern of a `case` is to come. */
  pattern: boolean;
}

/** A tree that grows by one command, block or end at a time, whatever the language. */
export interface Growth {
  readonly tree: Tree;
  readonly frames: Frame[];
  top(): Frame | undefined;
  /** Begins a block where a command may stand. */
  open(at: number, kind: Block['kind'], closer: string | null, role?: Body['role']): Frame;
  /** Says what ends a block. */
  endWith(frame: Frame, closer: string | null): void;
  /** Goes on to the next part of the innermost block. */
  next(at: number, role: Body['role']): void;
  add(at: number): Command;
  /** The last part of the statement, which redirections belong to. */
  last(): Command | Block | undefined;
  join(operator: string): void;
  /** Joins what follows to the statement before: fish's `and` and `or` at the start of a line. */
  rejoin(operator: string): void;
  /** Whether a part must follow. */
  isJoined(): boolean;
  endStatement(at: number, background?: boolean): void;
  /** Ends the block that `closer` ends, and those within it that have no end. false: none is open. */
  close(closer: string, at: number, end: number): boolean;
  /** Goes on with the block that was ended last. */
  resume(frame: Frame, at: number, role: Body['role']): void;
  /** Takes back the command that was added last. */
  retract(): void;
  /** Ends everything at the end of the text. */
  finish(at: number): Tree;
}

/** Begins a tree. */
export function growth(): Growth {
  const tree: Tree = { statements: [], faults: [] };
  const frames: Frame[] = [];
  const statements: (Statement | null)[] = [null];
  const openClosers = new Map<string, number>();

  const count = (closer: string | null, by: number) => {
    if (closer !== null) openClosers.set(closer, (openClosers.get(closer) ?? 0) + by);
  };
  const list = () => frames.at(-1)?.block.bodies.at(-1)?.statements ?? tree.statements;
  const put = (part: Command | Block) => {
    let statement = statements.at(-1) ?? null;
    if (statement === null) {
      statement = { at: part.at, end: part.end, parts: [], joins: [], background: false };
      statements[statements.length - 1] = statement;
      list().push(statement);
    }
    statement.parts.push(part);
  };
  const endThis = (background = false) => {
    const statement = statements.at(-1);
    if (!statement) return;
    const part = statement.parts.at(-1);
    if (part) statement.end = Math.max(part.end, statement.end);
    statement.background = background;
    statements[statements.length - 1] = null;
  };
  const pop = (at: number, end: number) => {
    endThis();
    statements.pop();
    const frame = frames.pop();
    if (!frame) return;
    count(frame.closer, -1);
    frame.block.end = end;
    const body = frame.block.bodies.at(-1);
    if (body) body.end = at;
  };

  return {
    tree,
    frames,
    top: () => frames.at(-1),
    open(at, kind, closer, role = 'body') {
      const body: Body = { at, end: at, role, statements: [] };
      const block: Block = { type: 'block', kind, at, end: at, names: [], bodies: [body], documentsEnd: 0 };
      put(block);
      const frame: Frame = { block, closer, awaits: false, pattern: false };
      frames.push(frame);
      statements.push(null);
      count(closer, 1);
      return frame;
    },
    endWith(frame, closer) {
      count(frame.closer, -1);
      frame.closer = closer;
      count(closer, 1);
    },
    next(at, role) {
      endThis();
      const bodies = frames.at(-1)?.block.bodies;
      const body = bodies?.at(-1);
      if (body) body.end = at;
      bodies?.push({ at, end: at, role, statements: [] });
    },
    add(at) {
      const command: Command = { type: 'command', at, end: at, words: [], documentsEnd: 0 };
      put(command);
      return command;
    },
    last: () => statements.at(-1)?.parts.at(-1),
    join: (operator) => statements.at(-1)?.joins.push(operator),
    rejoin(operator) {
      const statement = list().at(-1);
      if (!statement) return;
      statements[statements.length - 1] = statement;
      statement.joins.push(operator);
    },
    isJoined() {
      const statement = statements.at(-1);
      return statement ? statement.joins.length >= statement.parts.length : false;
    },
    endStatement(at, background) {
      if (frames.at(-1)?.awaits) return;
      endThis(background);
      for (let frame = frames.at(-1); frame?.closer === null && isFilled(frame); frame = frames.at(-1)) {
        pop(at, lastEndOf(frame, at));
        endThis(background);
      }
    },
    close(closer, at, end) {
      if ((openClosers.get(closer) ?? 0) === 0) return false;
      for (let frame = frames.at(-1); frame && frame.closer !== closer; frame = frames.at(-1)) {
        if (frame.closer !== null) tree.faults.push(at);
        pop(at, lastEndOf(frame, at));
      }
      pop(at, end);
      return true;
    },
    resume(frame, at, role) {
      frames.push(frame);
      statements.push(null);
      count(frame.closer, 1);
      frame.block.bodies.push({ at, end: at, role, statements: [] });
    },
    retract() {
      const statement = statements.at(-1);
      statement?.parts.pop();
      if (statement?.parts.length !== 0) return;
      list().pop();
      statements[statements.length - 1] = null;
    },
    finish(at) {
      while (frames.length > 0) {
        if (frames.at(-1)?.closer !== null) tree.faults.push(at);
        pop(at, at);
      }
      endThis();
      return tree;
    },
  };
}

function isFilled({ block }: Frame): boolean {
  const body = block.bodies.at(-1);
  return body !== undefined && body.role === 'body' && body.statements.length > 0;
}

/** Where a block without an end ends: with the last that it holds. */
function lastEndOf({ block }: Frame, at: number): number {
  return block.bodies.at(-1)?.statements.at(-1)?.parts.at(-1)?.end ?? at;
}
