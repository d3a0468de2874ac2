import { defaultSettings } from '#contract/default-settings';
import { type Settings, settings } from '#contract/settings';

const given = settings.partial();

export interface ParsedSettings {
  settings: Settings;
  /** Everything in the file, including settings that this Burrow does not know. */
  kept: Record<string, unknown>;
  /** The file is not a JSON object. */
  broken: boolean;
}

/** Parses settings.json; null: there is no file. A missing or unknown value becomes the default. */
export function parseSettings(text: string | null): ParsedSettings {
  if (text === null) return { settings: defaultSettings, kept: {}, broken: false };
  const kept = jsonObject(text);
  if (!kept) return { settings: defaultSettings, kept: {}, broken: true };
  const unknown = new Set(given.safeParse(kept).error?.issues.map((issue) => issue.path[0]));
  const known = Object.fromEntries(Object.entries(kept).filter(([name]) => !unknown.has(name)));
  return {
    settings: { ...defaultSettings, ...(given.parse(known) as Partial<Settings>) },
    kept,
    broken: false,
  };
}

function jsonObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
