import type { Locale } from '#contract/locale';
import { formatMoment } from '#contract/units';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The start of the day in the user's time zone, in ms since the epoch. */
function startOfDay(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}

/** A moment (ISO 8601) as relative time: `now`, `5 minutes ago`, `yesterday`, `4 days ago`; after a week the date. */
export function formatRelative(iso: string, locale: Locale, now: Date): string {
  const ago = now.getTime() - new Date(iso).getTime();
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (ago < -minute) return formatMoment(iso, locale, now);
  if (ago < minute) return words.format(0, 'second');
  if (ago < hour) return words.format(-Math.floor(ago / minute), 'minute');
  const days = Math.round((startOfDay(now) - startOfDay(new Date(iso))) / day);
  if (days === 0) return words.format(-Math.floor(ago / hour), 'hour');
  if (days < 7) return words.format(-days, 'day');
  return formatMoment(iso, locale, now);
}
