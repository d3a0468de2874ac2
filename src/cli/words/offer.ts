import type { AvailableResult, OfferSources } from '#contract/toolchains';
import { formatDay, formatMoment } from '#contract/units';
import type { Host } from '../host.ts';

/** Where the list of releases is from, and its date. */
export function listedFrom(result: AvailableResult, host: Host): string {
  const { available } = host.text;
  const index = available.origin[result.origin](indexDate(result, host));
  if (result.proxy === null) return index;
  const { url, origin, asOf } = result.proxy;
  const adds = result.releases.some(({ listedBy }) => listedBy === 'proxy');
  const proxy = adds ? available.proxyAdds : available.proxyAddsNothing;
  return `${index}\n${proxy(url, origin === 'live' ? null : moment(asOf, host))}`;
}

/** Where the newer versions that `list` announces are listed, and as of when. */
export function knownFrom(known: OfferSources, host: Host): string {
  const text = host.text.list.known;
  const { proxy } = known;
  const index = text.index[known.origin](indexDate(known, host));
  const sources = [index, ...(proxy ? [text.proxy(proxy.url, moment(proxy.asOf, host))] : [])];
  return text.from(sources, 'burrow available');
}

/** The date of an index; for the one that came with Burrow, only the day. */
function indexDate({ origin, asOf }: OfferSources, host: Host): string {
  return origin === 'bundled' ? formatDay(asOf, host.locale) : moment(asOf, host);
}

function moment(asOf: string, host: Host): string {
  return formatMoment(asOf, host.locale, host.system.now());
}
