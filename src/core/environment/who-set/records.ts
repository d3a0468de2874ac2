import { resolve } from 'node:path';

/** A place that a shell executed, and the function or file that runs there; the nearest first. */
export interface Frame {
  file: string;
  line: number;
  /** The function that runs; null: a file that was read. */
  function: string | null;
}

/** What one record of the scripts in resources/tracing says. */
export type Told =
  | { kind: 'first' | 'final'; name: string; value: string }
  | { kind: 'end' | 'leaving' }
  | Step;

/** A command that was executed, and a variable that it changed, or names. */
export interface Step {
  kind: 'changed' | 'named' | 'evaluating';
  name: string;
  /** After the command. */
  value: string;
  /** How deep the next command is in functions, files and evaluated text. */
  nextDepth: number;
  depth: number;
  /** As written. */
  raw: string;
  /** With variables replaced, where that could be done. */
  text: string;
  frames: Frame[];
  /** The text was evaluated, where the shell says so. */
  evaluated: boolean;
}

/** One record, and the output of others that follows it. */
export interface RawRecord {
  fields: string[];
  after: string;
}

/** The records in a shell's output. `note`: the random word before each. Pure. */
export function recordsIn(output: string, note: string): RawRecord[] {
  return output
    .split(`${note}\0`)
    .slice(1)
    .map((piece) => {
      const fields = piece.split('\0');
      return { after: fields.pop() ?? '', fields };
    });
}

/** Reads a record of bash or zsh; null: it is cut off. `home`: what relative paths start from. Pure. */
export function readRecord({ fields }: RawRecord, shell: 'bash' | 'zsh', home: string): Told | null {
  const [kind = '', name = '', value = '', nextDepth = '', raw = '', text = '', ...places] = fields;
  switch (kind) {
    case 'first':
    case 'final':
      return fields.length === 3 ? { kind, name, value } : null;
    case 'end':
    case 'leaving':
      return { kind };
    case 'changed':
    case 'named':
    case 'evaluating': {
      const { frames, depth, evaluated } = (shell === 'bash' ? bashFrames : zshFrames)(places, home);
      return { kind, name, value, nextDepth: Number(nextDepth), depth, raw, text, frames, evaluated };
    }
    default:
      return null;
  }
}

interface Frames {
  frames: Frame[];
  depth: number;
  evaluated: boolean;
}

/** Triples: the file, the line in it, and the function that runs there, or `source` or `main`. */
function bashFrames(places: readonly string[], home: string): Frames {
  const frames: Frame[] = [];
  for (let at = 0; at + 2 < places.length; at += 3) {
    const [file = '', line = '', called = ''] = places.slice(at, at + 3);
    if (!file.includes('/')) break;
    const isFunction = called !== 'source' && called !== 'main';
    frames.push({ file: resolve(home, file), line: Number(line), function: isFunction ? called : null });
  }
  return { frames, depth: Math.floor(places.length / 3), evaluated: false };
}

/**
 * Where the command stands; then for each level its name, where it is defined (`file:line`; a file is defined in its line
 * 0), and where it was called.
 */
function zshFrames([at = '', ...levels]: readonly string[], home: string): Frames {
  const frames: Frame[] = [];
  let here = placeOf(at);
  for (let index = 0; index + 2 < levels.length; index += 3) {
    const [name = '', defined = '', called = ''] = levels.slice(index, index + 3);
    // What eval runs counts as standing in the line of the eval.
    if (name !== '(eval)') {
      if (!here.file.includes('/')) break;
      const isFile = defined === `${name}:0`;
      frames.push({ file: resolve(home, here.file), line: here.line, function: isFile ? null : name });
    }
    here = placeOf(called);
  }
  return { frames, depth: Math.floor(levels.length / 3), evaluated: levels[0] === '(eval)' };
}

type Place = Pick<Frame, 'file' | 'line'>;

function placeOf(text: string): Place {
  const colon = text.lastIndexOf(':');
  return { file: text.slice(0, colon), line: Number(text.slice(colon + 1)) };
}
