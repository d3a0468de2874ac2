const special = new Uint8Array(256);
for (const char of ' \t\r\n;&|<>()\\\'"') special[char.charCodeAt(0)] = 1;

/** Where the word that begins at `at` ends, in fish; at the end of the text, if a quotation or parenthesis has none. */
export function fishWordEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length) {
    if (special[text.charCodeAt(i)] !== 1) i++;
    else if (text[i] === '\\') i += 2;
    else if (text[i] === "'") i = singleQuotedEnd(text, i + 1);
    else if (text[i] === '"') i = nestedEnd(text, i + 1, '"');
    else if (text[i] === '(') i = nestedEnd(text, i + 1, ')');
    else if (text[i] === '\r' && text[i + 1] !== '\n') i++;
    else break;
  }
  return Math.min(i, text.length);
}

function singleQuotedEnd(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === "'") return i + 1;
  }
  return text.length;
}

/** Behind the double quotes or the substitution that is open at `at`. They nest to any depth. */
function nestedEnd(text: string, at: number, closer: '"' | ')'): number {
  const open: ('"' | ')')[] = [closer];
  let i = at;
  while (i < text.length) {
    const char = text[i];
    const isQuoted = open.at(-1) === '"';
    if (char === '\\') i++;
    else if (char === open.at(-1)) open.pop();
    else if (isQuoted) {
      if (char === '$' && text[i + 1] === '(') {
        open.push(')');
        i++;
      }
    } else if (char === '"') open.push('"');
    else if (char === '(') open.push(')');
    else if (char === "'") i = singleQuotedEnd(text, i + 1) - 1;
    else if (char === '#' && /[\s;(]/.test(text[i - 1] ?? ' ')) {
      const end = text.indexOf('\n', i);
      i = end === -1 ? text.length : end - 1;
    }
    i++;
    if (open.length === 0) return i;
  }
  return text.length;
}
