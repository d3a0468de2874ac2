/** A stage of a Dockerfile. */
export interface Stage {
  /** In lower case; null: it has none. */
  name: string | null;
  /** Of its lines, from 1. */
  firstLine: number;
  lastLine: number;
  /** The index of the stage that it continues (`FROM base`); null: it starts from an image. */
  base: number | null;
}

/** More stages than a Dockerfile has, so that it is none. */
const maxStages = 1000;
/** More characters than the name of a stage, or an argument in it, has: many long values in one name would take all memory. */
const maxWord = 200;

/**
 * The stages of a Dockerfile, in their order (docs.docker.com/reference/dockerfile). `args`: values of build arguments, which the
 * name after FROM may contain. None, if there are more than 1,000. Takes time proportional to the length of the text.
 */
export function stagesOf(text: string, args: ReadonlyMap<string, string> = new Map()): Stage[] {
  const stages: Stage[] = [];
  const values = new Map<string, string>();
  const byName = new Map<string, number>();
  const { instructions, lines } = instructionsOf(text);
  for (const { words, line } of instructions) {
    const [keyword = '', ...rest] = words;
    const operands = rest.filter((word) => !word.startsWith('--'));
    if (keyword === 'ARG' && stages.length === 0) {
      for (const operand of operands) {
        const [name = '', fallback = ''] = splitOnce(operand, '=');
        values.set(name, (args.get(name) ?? unquoted(fallback)).slice(0, maxWord));
      }
    }
    if (keyword !== 'FROM') continue;
    if (stages.length === maxStages) return [];
    const last = stages.at(-1);
    if (last) last.lastLine = line - 1;
    const [image = '', as = '', named = ''] = operands;
    const from = image.length > maxWord ? '' : withValues(unquoted(image), values);
    const base = byName.get(from.toLowerCase()) ?? null;
    const name = as.toUpperCase() === 'AS' && named !== '' ? named.toLowerCase() : null;
    if (name !== null) byName.set(name, stages.length);
    stages.push({ name, firstLine: line, lastLine: lines, base });
  }
  return stages;
}

/** The index of the stage that is built: the last one, or the one of this name or number. null: there is none such. */
export function builtStage(stages: readonly Stage[], target: string | undefined): number | null {
  if (!target) return stages.length > 0 ? stages.length - 1 : null;
  const byName = stages.findIndex(({ name }) => name === target.toLowerCase());
  const index = byName < 0 && /^\d{1,4}$/.test(target) ? Number(target) : byName;
  return stages[index] ? index : null;
}

/** A stage and those that it continues, whose steps are in the image. */
export function stagesBelow(stages: readonly Stage[], index: number): Stage[] {
  const found: Stage[] = [];
  for (let at: number | null = index; at !== null; ) {
    const stage: Stage | undefined = stages[at];
    if (!stage) break;
    found.push(stage);
    // Only stages above have names that FROM can use.
    at = stage.base !== null && stage.base < at ? stage.base : null;
  }
  return found;
}

interface Instruction {
  /** The first one in upper case; of `FROM` and `ARG` all of them, of others the keyword alone. */
  words: string[];
  line: number;
}

const hereDocument = /<<-?(["']?)([A-Za-z_][A-Za-z0-9_]*)\1/g;
const directive = /^#\s{0,20}(\w+)\s{0,20}=\s{0,20}(\S*)\s*$/;

function instructionsOf(text: string): { instructions: Instruction[]; lines: number } {
  const lines = text.split(/\r?\n/);
  const escape = escapeOf(lines);
  const instructions: Instruction[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1;
    if (isComment(lines[at])) continue;
    const parts: string[] = [];
    let isContinued = true;
    for (; isContinued && at < lines.length; at++) {
      const part = lines[at] ?? '';
      if (parts.length > 0 && isComment(part)) continue;
      const trimmed = part.trimEnd();
      isContinued = trimmed.endsWith(escape);
      parts.push(isContinued ? trimmed.slice(0, -1) : trimmed);
    }
    at -= 1;
    const words = parts.join(' ').trim().split(/\s+/);
    const keyword = (words[0] ?? '').toUpperCase();
    const isNamed = keyword === 'FROM' || keyword === 'ARG';
    instructions.push({ words: isNamed ? [keyword, ...words.slice(1)] : [keyword], line });
    if (keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD') {
      at = endOfHereDocuments(lines, at, parts.join(' '));
    }
  }
  return { instructions, lines: lines.length };
}

/** Of a blank line, too. */
function isComment(line: string | undefined): boolean {
  return /^\s*(?:#|$)/.test(line ?? '');
}

/** The character before the end of a line that is continued. Directives are comments at the very start. */
function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const [, name = '', value = ''] = directive.exec(line) ?? [];
    if (name === '') break;
    if (name.toLowerCase() === 'escape' && value === '`') return '`';
  }
  return '\\';
}

/** The index of the line that ends the documents which begin after an instruction. */
function endOfHereDocuments(lines: readonly string[], start: number, instruction: string): number {
  let at = start;
  for (const [whole, , word] of instruction.matchAll(hereDocument)) {
    const isEnd = (line: string) => (whole.startsWith('<<-') ? line.replace(/^\t+/, '') : line) === word;
    at += 1;
    while (at < lines.length && !isEnd(lines[at] ?? '')) at += 1;
  }
  return at;
}

/** With the values of arguments in the forms `$NAME`, `${NAME}` and `${NAME:-value}`. */
function withValues(text: string, values: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    /\$(?:(\w+)|\{(\w+)(?::-([^}$]*))?\})/g,
    (_whole, plain: string | undefined, name: string | undefined, fallback: string | undefined) =>
      values.get(plain ?? name ?? '') || (fallback ?? ''),
  );
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
