import type { TFunction } from 'i18next';
import type { Locale } from '#contract/locale';
import type { AvailableResult, OfferSources } from '#contract/toolchains';
import { formatDay, formatMoment } from '#contract/units';
import { sentences } from '#ui/sentences.ts';

/** Where the list of available releases is from, and of when. */
export function listedFrom(result: AvailableResult, t: TFunction, locale: Locale, now: Date): string {
  const { origin, proxy, releases } = result;
  const parts = [t(`install.origin.${origin}`, { date: indexDate(result, locale, now) })];
  if (proxy) {
    const adds = releases.some(({ listedBy }) => listedBy === 'proxy');
    const values = { url: proxy.url, date: formatMoment(proxy.asOf, locale, now) };
    parts.push(adds ? t('install.proxyAdds', values) : t('install.proxyAddsNothing', values));
  } else if (origin !== 'live') parts.push(t('install.mayBeNewer'));
  return sentences(parts, locale);
}

/** Where newer versions that are announced are known from, and since when. */
export function knownFrom(known: OfferSources, t: TFunction, locale: Locale, now: Date): string {
  const { origin, proxy } = known;
  const parts = [t(`upkeep.known.${origin}`, { date: indexDate(known, locale, now) })];
  if (proxy) {
    parts.push(t('upkeep.knownProxy', { url: proxy.url, date: formatMoment(proxy.asOf, locale, now) }));
  }
  return sentences(parts, locale);
}

/** The date of an index. The day is enough for the one that came with Burrow. */
function indexDate({ origin, asOf }: OfferSources, locale: Locale, now: Date): string {
  return origin === 'bundled' ? formatDay(asOf, locale) : formatMoment(asOf, locale, now);
}
