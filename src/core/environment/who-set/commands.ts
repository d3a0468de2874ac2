/** Words that begin a compound command, whose parts are told by themselves. */
const compound = /^\s*(?:if|for|while|until|case|select|repeat|function|\{|\(|[\w-]+\s*\(\))(?:\s|$)/;
/** Commands whose arguments are assignments. */
const declaring = /^\s*(?:(?:builtin|command)\s+)?(?:export|typeset|declare|readonly|local|integer|float)\b/;
/** Commands that set variables which their arguments name. */
const setting =
  /^\s*(?:(?:builtin|command)\s+)?(?:read|printf|print|eval|set|vared|mapfile|readarray|getopts|source|\.)\b/;

/** Whether a command is made of others, so that it sets nothing itself. Pure. */
export function isCompound(raw: string): boolean {
  return compound.test(raw);
}

/** Whether a command can have changed a variable: it names it, or takes names from somewhere else. Pure. */
export function canSet({ raw, text }: { raw: string; text: string }, name: string): boolean {
  const word = name === 'PATH' ? /\bpath\b|\bfpath\b/i : new RegExp(`\\b${name}\\b`);
  if (word.test(text) || word.test(raw)) return true;
  return (declaring.test(raw) || setting.test(raw)) && /[$`<*]/.test(raw);
}

/** Whether a command assigns to a variable, whatever happens: `NAME=x`, `export NAME=x`, not `NAME=x command`. Pure. */
export function assigns({ raw, text }: { raw: string; text: string }, name: string): boolean {
  if (isCompound(raw)) return false;
  const assignment = new RegExp(`(?:^|\\s)["']?${name}\\+?=`);
  if (declaring.test(raw)) return [raw, text].some((each) => assignment.test(withoutSubstitutions(each)));
  if (setting.test(raw)) {
    return new RegExp(`\\b${name}\\b`).test(text) && /^\s*(?:builtin\s+)?(?:read|printf\s+-v)\b/.test(raw);
  }
  const words = unquoted(raw).trim().split(/\s+/);
  return words.every((word) => /^\w+\+?=/.test(word)) && words.some((word) => assignment.test(word));
}

/**
 * Whether a command that changed nothing may have assigned the value that the variable has: only parts of it may have
 * been executed. Pure.
 */
export function mayAssign(raw: string, name: string, value: string): boolean {
  if (isCompound(raw) || value === '' || !isConditional(raw)) return false;
  const [, assigned] = new RegExp(`\\b${name}\\+?=(\\S*)`).exec(withoutSubstitutions(raw)) ?? [];
  if (assigned === undefined) return false;
  const literal = assigned.replace(/["';]/g, '');
  return /[$`\\*~]/.test(literal) || raw.includes('(') || literal === value;
}

/** Whether parts of a command are only executed if others succeed, or fail. Pure. */
export function isConditional(raw: string): boolean {
  return /&&|\|\|/.test(unquoted(raw));
}

/** Whether a command in a function declares a variable for that function alone. Pure. */
export function declaresLocally({ raw, text }: { raw: string; text: string }, name: string): boolean {
  if (!/^\s*(?:builtin\s+)?(?:local|typeset|declare|integer|float)\b/.test(raw)) return false;
  if (/^\s*(?:builtin\s+)?\w+(?:\s+-\w+)*\s+-\w*g/.test(raw)) return false;
  return new RegExp(`\\b${name}\\b`).test(text) || /\$/.test(raw);
}

/** Whether a command gives a variable a value while its words are expanded. Pure. */
export function assignsInWords(raw: string, name: string): boolean {
  return new RegExp(`\\$\\{${name}:?=`).test(raw);
}

function withoutSubstitutions(text: string): string {
  return text.replace(/\$\([^()]*\)|`[^`]*`/g, '');
}

/** The text with each quoted or substituted part replaced by a letter. */
function unquoted(raw: string): string {
  return raw
    .replace(/\\./gs, 'q')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, 'q')
    .replace(/\$?\([^()]*\)/g, 'q')
    .replace(/\$\{[^{}]*\}/g, 'q');
}
