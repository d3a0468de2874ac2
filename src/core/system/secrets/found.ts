import { maskAssignments } from './assignments.ts';
import { maskFlagValues } from './flags.ts';
import { maskHeaders } from './headers.ts';
import { mark } from './mark.ts';
import { maskNetrc } from './netrc.ts';
import { maskKnownTokens } from './tokens.ts';
import { maskUserParts } from './urls.ts';

/**
 * The values in a text that are secrets by their form, or by the name, flag or URL that they are given to. Masking hides more
 * than these, such as unknown parameters of URLs: what is reported must be likelier to be a secret than what is hidden. Of
 * the user part of a URL, the password; a user alone is none. Only for decisions: never show or keep them.
 */
export function secretValuesIn(text: string): string[] {
  let masked = maskUserParts(text);
  const inUrls = valuesBetween(text, masked).flatMap((userPart) => userPart.split(/:(.*)/s)[1] ?? []);
  const before = masked;
  masked = maskNetrc(maskFlagValues(maskAssignments(maskHeaders(maskKnownTokens(before)))));
  return [...inUrls, ...valuesBetween(before, masked)].filter((value) => value !== mark);
}

/** What stands in `text` where `masked` has its marks. */
function valuesBetween(text: string, masked: string): string[] {
  if (masked === text) return [];
  const values: string[] = [];
  const [first = '', ...rest] = masked.split(mark);
  let at = first.length;
  for (const [i, part] of rest.entries()) {
    const isLast = i === rest.length - 1;
    const end = isLast ? text.length - part.length : text.indexOf(part, at);
    if (end < at) break;
    values.push(text.slice(at, end));
    at = end + part.length;
  }
  return values;
}
