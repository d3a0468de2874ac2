import { withoutControlCharacters } from '#contract/control-characters';
import { maskSecrets } from '#core/system';

/**
 * Content as it may leave the machine: in every text, the home folder becomes `~`, secrets are masked and control
 * characters replaced. `homes`: the paths that lead to the home folder. Pure.
 */
export function portable<T>(content: T, homes: readonly string[]): T {
  const patterns = homes.filter((home) => home.length > 1).map(homePattern);
  const shown = (text: string): string => {
    const masked = withoutControlCharacters(maskSecrets(text));
    return patterns.reduce((rest, pattern) => rest.replace(pattern, '$1~'), masked).slice(0, maxLength);
  };
  return mapTexts(content, shown) as T;
}

/** As much as the format allows. */
const maxLength = 20_000;

/** A home folder at the start of a path, also behind `-I` and the like; not in the middle of another path. */
function homePattern(home: string): RegExp {
  const path = home.replace(/\/+$/, '').replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(^|[^\w./~-]|-[ILF])${path}(?=$|[^\w.-])`, 'g');
}

function mapTexts(content: unknown, shown: (text: string) => string): unknown {
  if (typeof content === 'string') return shown(content);
  if (Array.isArray(content)) return content.map((each) => mapTexts(each, shown));
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, mapTexts(value, shown)]));
}
