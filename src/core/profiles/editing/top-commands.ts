import { parse, type Statement } from 'unbash';

/** A command that is within no other, with its place in the text. */
export interface TopCommand {
  pos: number;
  end: number;
  /** What was asked about it. */
  is: boolean;
}

/** The commands of a script, as far as they are certain. */
export interface TopCommands {
  commands: TopCommand[];
  /** `open`: it ends within a command or a here-document. `unknown`: it has a part that is not bash. */
  end: 'closed' | 'open' | 'unknown';
}

/** The name of a command that is appended to a text, to see whether a shell would run it. */
const probe = 'burrow';

/** A large text is parsed in pieces of this length, which takes less than half as long as parsing the whole. */
const pieceLength = 250_000;

/**
 * The commands of a POSIX script, or one for bash, up to the first part that is not bash, as zsh's own syntax: nothing
 * behind it is certain. `ask` is asked about each, and the parsed commands are not kept: for a large text, they take
 * more time to collect as garbage than to parse. Pure.
 */
export function topCommands(text: string, ask: (statement: Statement) => boolean): TopCommands {
  const commands: TopCommand[] = [];
  for (let from = 0, length = pieceLength; ; ) {
    const to = endOfPiece(text, from + length);
    const piece = parsed(text.slice(from, to), ask);
    const isWhole = to === text.length;
    if (piece.end !== 'closed' && !isWhole) {
      length *= 2;
      continue;
    }
    for (const each of piece.commands) commands.push({ ...each, pos: each.pos + from, end: each.end + from });
    if (isWhole) return { commands, end: piece.end };
    [from, length] = [to, pieceLength];
  }
}

/** Behind a line that no backslash continues. */
function endOfPiece(text: string, at: number): number {
  for (let newline = text.indexOf('\n', at); newline !== -1; newline = text.indexOf('\n', newline + 1))
    if (text[newline - 1] !== '\\') return newline + 1;
  return text.length;
}

/** More than in any profile. Many within one line take the parser a time that grows with their square. */
const maxHereDocuments = 2000;

function parsed(text: string, ask: (statement: Statement) => boolean): TopCommands {
  if (text.split('<<', maxHereDocuments + 2).length > maxHereDocuments + 1)
    return { commands: [], end: 'unknown' };
  try {
    // Through bytes: V8 reads a text that was put together of others more slowly.
    const script = Buffer.from(`${text}\n\n${probe}\n`, 'latin1').toString('latin1');
    const { commands, errors } = parse(script);
    const certainTo = errors?.length ? Math.min(...errors.map(({ pos }) => pos)) : text.length;
    const last = commands.at(-1)?.command;
    const isOpen = last?.type !== 'Command' || last.name?.value !== probe;
    return {
      commands: commands
        .filter(({ pos }) => pos < Math.min(certainTo, text.length))
        .map((statement) => ({ pos: statement.pos, end: statement.end, is: ask(statement) })),
      end: errors?.length ? 'unknown' : isOpen ? 'open' : 'closed',
    };
  } catch (error) {
    // Commands nested some thousands deep overflow the stack.
    if (error instanceof RangeError) return { commands: [], end: 'unknown' };
    throw error;
  }
}
