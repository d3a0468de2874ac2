import { maskAssignments } from './assignments.ts';
import { maskFlagValues } from './flags.ts';
import { maskHeaders } from './headers.ts';
import { maskLinkerValues } from './linker-values.ts';
import { maskNetrc } from './netrc.ts';
import { maskQueries } from './queries.ts';
import { maskKnownTokens } from './tokens.ts';
import { maskUserParts } from './urls.ts';

/**
 * Masks passwords and tokens in a text that is shown, logged or stored: in URLs, in the values that a build sets with
 * `-X`, in headers, in flags and assignments to names such as GITHUB_TOKEN, and tokens of known services anywhere.
 * Everything else is unchanged. `revision`: the commit of the build that the text belongs to, the only one that `-X`
 * keeps. Takes time proportional to the length of the text.
 */
export function maskSecrets(text: string, revision?: string | null): string {
  let masked = maskLinkerValues(text, revision ?? null);
  masked = maskUserParts(masked);
  masked = maskQueries(masked);
  masked = maskKnownTokens(masked);
  masked = maskHeaders(masked);
  masked = maskAssignments(masked);
  masked = maskFlagValues(masked);
  return maskNetrc(masked);
}
