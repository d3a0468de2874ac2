/** What a profile is written in: POSIX shell and bash, zsh, or fish. */
export type Syntax = 'sh' | 'zsh' | 'fish';

/** A place in the text: `end` is the first byte behind it. */
export interface Span {
  at: number;
  end: number;
}

/** A command with its words as they are written, assignments before it among them. */
export interface Command extends Span {
  type: 'command';
  words: Span[];
  /** The end of its here-documents; 0: it has none. */
  documentsEnd: number;
}

/** A part of a block: what decides whether it runs, or what runs. */
export interface Body extends Span {
  role: 'condition' | 'body';
  statements: Statement[];
}

/** A command that holds others. `group` runs where it stands: `{ … }`, `begin … end`. */
export interface Block extends Span {
  type: 'block';
  kind: 'if' | 'loop' | 'case' | 'function' | 'group' | 'subshell';
  /** Of functions. */
  names: string[];
  bodies: Body[];
  documentsEnd: number;
}

/** Commands that `&&`, `||` or `|` join, up to a `;`, a `&` or the end of the line. */
export interface Statement extends Span {
  parts: (Command | Block)[];
  joins: string[];
  background: boolean;
}

export interface Tree {
  statements: Statement[];
  /** Where the text is not what a shell would accept, or is not understood. Between two of them the tree is right. */
  faults: number[];
}
