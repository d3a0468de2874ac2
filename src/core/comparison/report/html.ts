import { withoutControlCharacters } from '#contract/control-characters';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A piece of HTML: what is not one is escaped where it is put into another. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Value = Html | readonly Html[] | string | number;

/**
 * A template of HTML: texts and numbers in it are escaped, also in quoted attributes, and control characters in them
 * replaced; pieces of HTML stay as they are.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.map((part, at) => part + sourceOf(values[at] ?? '')).join(''));
}

function sourceOf(value: Value): string {
  if (value instanceof Html) return value.source;
  if (typeof value === 'object') return value.map(({ source }) => source).join('');
  return withoutControlCharacters(String(value)).replaceAll(/[&<>"']/g, (found) => references[found] ?? '');
}
