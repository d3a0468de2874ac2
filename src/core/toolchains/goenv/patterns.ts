/** Whether a module path matches one of the patterns of GOPRIVATE, GONOPROXY or GONOSUMDB. */
export function matchesPatterns(patterns: string, modulePath: string): boolean {
  return matchingPattern(patterns, modulePath) !== null;
}

/**
 * The first of the comma-separated patterns that a module path matches; null: none. A pattern is matched against as
 * many leading elements of the path as it has itself (golang.org/x/mod/module, MatchPrefixPatterns).
 */
export function matchingPattern(patterns: string, modulePath: string): string | null {
  const elements = modulePath.split('/');
  const found = patterns
    .split(',')
    .map((pattern) => pattern.replace(/\/$/, ''))
    .filter((pattern) => pattern !== '')
    .find((pattern) => {
      const count = pattern.split('/').length;
      if (count > elements.length) return false;
      const parts = readPattern(pattern);
      return parts !== null && matches(parts, elements.slice(0, count).join('/').match(/./gsu) ?? []);
    });
  return found ?? null;
}

/** `*`, or whether one character matches. */
type Part = '*' | ((character: string) => boolean);

/**
 * A pattern of Go's path.Match: `*` and `?` match anything but a slash, `[a-z]` and `[^a-z]` one character, `\` quotes
 * the next one. null when it is malformed: then Go matches nothing.
 */
function readPattern(pattern: string): Part[] | null {
  const token = /\*|\?|\[\^?(?:(?:\\.|[^\\\]-])(?:-(?:\\.|[^\\\]-]))?)+\]|\\.|[^*?[\\]/gsuy;
  const parts: Part[] = [];
  let at = 0;
  for (const [text] of pattern.matchAll(token)) {
    at += text.length;
    if (text === '*') parts.push('*');
    else if (text === '?') parts.push((character) => character !== '/');
    else if (text.startsWith('[')) {
      const one = characterClass(text);
      if (one === null) return null;
      parts.push((character) => character !== '/' && one.test(character));
    } else {
      const literal = text.startsWith('\\') ? text.slice(1) : text;
      parts.push((character) => character === literal);
    }
  }
  return at === pattern.length ? parts : null;
}

/**
 * Whether the parts match all characters, in at most quadratic time: if the rest does not match, only the last `*` can
 * take one more character, because no `*` reaches beyond a slash.
 */
function matches(parts: readonly Part[], characters: readonly string[]): boolean {
  let part = 0;
  let star: { part: number; at: number } | null = null;
  for (let at = 0; at < characters.length || part < parts.length; ) {
    const wanted = parts[part];
    const character = characters[at];
    if (wanted === '*') {
      star = { part, at };
      part += 1;
    } else if (wanted !== undefined && character !== undefined && wanted(character)) {
      part += 1;
      at += 1;
    } else {
      const taken = star && characters[star.at];
      if (star === null || taken === undefined || taken === '/') return false;
      star.at += 1;
      at = star.at;
      part = star.part + 1;
    }
  }
  return true;
}

/** A character class as a regular expression; null if a range goes from high to low. */
function characterClass(text: string): RegExp | null {
  const [open = '', inside = ''] = /^(\[\^?)(.*)\]$/s.exec(text)?.slice(1) ?? [];
  // Characters that mean more in a regular expression than to Go are escaped.
  const source = inside.replaceAll(/\\(.)|[[^]/gsu, (found, quoted?: string) => escaped(quoted ?? found));
  try {
    return new RegExp(`^${open}${source}]$`, 'su');
  } catch {
    return null;
  }
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/u, String.raw`\$&`);
}
