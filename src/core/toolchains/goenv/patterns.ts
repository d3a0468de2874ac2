/**
 * Whether a module path matches one of the comma-separated patterns of GOPRIVATE, GONOPROXY or GONOSUMDB. A pattern is
 * matched against as many leading elements of the path as it has itself (golang.org/x/mod/module, MatchPrefixPatterns).
 */
export function matchesPatterns(patterns: string, modulePath: string): boolean {
  const elements = modulePath.split('/');
  return patterns
    .split(',')
    .map((pattern) => pattern.replace(/\/$/, ''))
    .filter((pattern) => pattern !== '')
    .some((pattern) => {
      const count = pattern.split('/').length;
      if (count > elements.length) return false;
      return patternAsRegExp(pattern)?.test(elements.slice(0, count).join('/')) ?? false;
    });
}

/**
 * A pattern of Go's path.Match: `*` and `?` match anything but a slash, `[a-z]` and `[^a-z]` one character, `\` quotes
 * the next one. null when it is malformed: then Go matches nothing.
 */
function patternAsRegExp(pattern: string): RegExp | null {
  const token = /\*|\?|\[\^?(?:(?:\\.|[^\\\]-])(?:-(?:\\.|[^\\\]-]))?)+\]|\\.|[^*?[\\]/gsuy;
  let source = '';
  let at = 0;
  for (const [text] of pattern.matchAll(token)) {
    at += text.length;
    if (text === '*') source += '[^/]*';
    else if (text === '?') source += '[^/]';
    else if (text.startsWith('[')) source += `(?!/)${quoted(text)}`;
    else source += escaped(text.startsWith('\\') ? text.slice(1) : text);
  }
  if (at !== pattern.length) return null;
  try {
    return new RegExp(`^${source}$`, 'su');
  } catch {
    return null; // a range from high to low
  }
}

/** A character class, with the characters escaped that mean more in a regular expression than to Go. */
function quoted(characters: string): string {
  const [open = '', inside = ''] = /^(\[\^?)(.*)\]$/s.exec(characters)?.slice(1) ?? [];
  return `${open}${inside.replaceAll(/\\(.)|[[^]/gsu, (text, taken?: string) => escaped(taken ?? text))}]`;
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/u, String.raw`\$&`);
}
