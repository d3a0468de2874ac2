import type { Assignment } from './assignments.ts';

/** An assignment's parts as they are written. */
interface Written {
  name: string;
  /** What stands in brackets behind the name; empty: nothing. */
  index: string;
  /** `+=`. */
  isAdded: boolean;
  value: string;
}

/** Whether the value holds the variable's old one, and before or behind it what is new. Pure. */
export function howOf({ name, index, isAdded, value }: Written, syntax: 'sh' | 'zsh'): Assignment['how'] {
  if (isAdded) return 'append';
  if (syntax === 'zsh' && index !== '') {
    if (/^(?:1,0|0,0|0)$/.test(index)) return 'prepend';
    return /^\$(?:#\w+|\{#\w+\})\+1$/.test(index) ? 'append' : 'set';
  }
  const isPath = syntax === 'zsh' && (name === 'PATH' || name === 'path');
  return referring(value.replace(/^\(/, '').replace(/\)$/, ''), isPath ? ['PATH', 'path'] : [name]);
}

/** `$PATH`, `${PATH}`, `${PATH:+…}`, zsh's `$^path`; not `${PATH//a/b}`, which is another value. */
const reference = /\$(?:\^*(\w+)|\{\^*(\w+)(?:\[[@*]\])?(?:\}|:?[-+?]))/g;

/** As `howOf`, of a value that may refer to these names. Pure. */
export function referring(value: string, names: readonly string[]): Assignment['how'] {
  if (!value.includes('$')) return 'set';
  for (const found of value.matchAll(reference)) {
    if (!names.includes(found[1] ?? found[2] ?? '')) continue;
    if (/[^"'\s:({]/.test(value.slice(0, found.index).replaceAll(/\$\{\w+:?\+/g, ''))) return 'prepend';
    const behind = value.slice(found.index + found[0].length).replace(/^\[[@*]\]/, '');
    return /[^"'\s)}]/.test(behind) ? 'append' : 'set';
  }
  return 'set';
}
