import type { StartedAs } from '../consistency.ts';
import type { Locale } from '../locale.ts';
import type { Change, DriftFinding, FactKind, FactState } from '../snapshots.ts';
import { modeName } from './difference.ts';
import { type Told, toldIn } from './drift-texts.ts';

/** Of a longer value, the table of values has the rest. */
const maxLength = 120;

/** What a sentence about a change needs. */
type Difference = Pick<Change, 'kind' | 'name' | 'mode' | 'before' | 'after'>;

/** A change as a sentence without a full stop, in the user's language. Pure. */
export function tellChange(change: Difference, locale: Locale): string {
  return begun(tell(change, locale));
}

function tell(change: Difference, locale: Locale): string {
  const told = toldIn[locale];
  const { kind, name, before, after } = change;
  switch (kind) {
    case 'go':
      return tellGo(before, after, told);
    case 'start':
      return tellStart(change, locale, tellGo(before, after, told));
    case 'variable':
      return tellValue(name, before, after, told);
    case 'translated':
      return after.value === 'true' ? told.translated : told.notTranslated;
    case 'toolchain':
    case 'shell':
      return tellInstalled(name, before, after, told);
    case 'profile':
      return tellProfile(name, before, after, told);
    default:
      return tellValue(told.named[kind], before, after, told);
  }
}

/** A finding of a baseline as a sentence without a full stop, in the user's language. Pure. */
export function tellDrift(finding: DriftFinding, locale: Locale): string {
  const { kind, name, mode, id, expected, found } = finding;
  if (finding.problem === 'unknown' || kind === null) return begun(toldIn[locale].unknown(shortened(id)));
  return tellChange({ kind, name, mode, before: stateOf(expected), after: stateOf(found) }, locale);
}

function stateOf(value: string | null): FactState {
  return { value, origin: null, file: null, line: null };
}

/** A value as it is shown beside another. Pure. */
export function shownValue(kind: FactKind, { value }: Pick<FactState, 'value'>, locale: Locale): string {
  if (value === null) return toldIn[locale].none;
  // Enough of a hash to tell two apart.
  if (kind === 'profile') return value.slice(0, 12);
  return value === '' ? toldIn[locale].empty : value;
}

/** Where a value comes from: a file with its line, or the environment; empty: it has no place. Pure. */
export function placeOf(kind: FactKind, state: FactState, locale: Locale): string {
  const { file, line, origin } = state;
  if (file !== null) return line === null ? file : `${file}:${line}`;
  if (kind !== 'variable' || origin === null) return '';
  return origin === 'environment' ? toldIn[locale].environment : toldIn[locale].goDefault;
}

/** A sentence begins with a capital letter, unless it begins with a name. */
function begun(sentence: string): string {
  return sentence.replace(/^(?:in|no|nothing|the|what)\b/, (word) => word[0]?.toUpperCase() + word.slice(1));
}

function shortened(text: string): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}

function tellGo(before: FactState, after: FactState, told: Told): string {
  if (after.value === null) return told.runsNone(before.value ?? told.none);
  if (before.value === null) return told.runsNow(after.value);
  if (before.value !== after.value) return told.runs(after.value, before.value);
  return told.runsFrom(after.value, after.file ?? told.none, before.file ?? told.none);
}

function tellStart({ name, mode }: Difference, locale: Locale, what: string): string {
  const started: StartedAs = mode ?? 'script';
  const told = toldIn[locale];
  return started === 'desktop' ? told.inApps(what) : told.inShell(name, modeName(started, locale), what);
}

function tellValue(name: string, before: FactState, after: FactState, told: Told): string {
  const [was, is] = [quoted(before.value, told), quoted(after.value, told)];
  if (after.value === null) return told.isNone(name, was);
  if (before.value === null) return told.isNow(name, is);
  if (before.value !== after.value) return told.is(name, is, was);
  return told.comesFrom(name, originIn(after, told), originIn(before, told));
}

function quoted(value: string | null, told: Told): string {
  if (value === null) return told.none;
  return value === '' ? told.empty : shortened(value);
}

function originIn({ file, line, origin }: FactState, told: Told): string {
  if (file !== null) return line === null ? file : `${file}:${line}`;
  return origin === 'environment' ? told.environment : told.goDefault;
}

function tellInstalled(name: string, before: FactState, after: FactState, told: Told): string {
  if (after.value === null) return told.notInstalled(name);
  if (before.value === null) return told.installed(name);
  const how = ({ value, origin }: FactState) => [value, origin].filter(Boolean).join(', ') || told.none;
  return told.installedAs(name, how(after), how(before));
}

function tellProfile(file: string, before: FactState, after: FactState, told: Told): string {
  if (after.value === null) return told.gone(file);
  if (before.value === null) return told.appeared(file);
  if (before.origin === after.origin) return told.changed(file);
  return after.origin === 'block' ? told.block(file) : told.noBlock(file);
}
