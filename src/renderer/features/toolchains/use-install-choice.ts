import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#shared/client.ts';
import { useReleases } from '#shared/versions/index.ts';
import type { GoTarget } from '#contract/machine';
import { useListKeys } from '#ui/use-list-keys.ts';
import { exactVersion, matchingReleases, type SourceChoice, targetName, targetsOf } from './choice.ts';
import type { Offer } from './release-list.tsx';

/** The state of the install dialog: what is searched, which version is chosen, for what and from where. */
export function useInstallChoice(version: string | undefined) {
  const [query, setQuery] = useState(version ?? '');
  const [every, setEvery] = useState(false);
  const [wantedTarget, setTarget] = useState<GoTarget | null>(null);
  const [source, setSource] = useState<SourceChoice>('auto');
  const [url, setUrl] = useState('');
  const machine = useQuery(orpc.machine.show.queryOptions()).data;
  // Whoever searches may mean any patch release.
  const newest = useReleases();
  const all = useReleases(every || query.trim() !== '');
  const list = { ...all, data: all.data ?? newest.data };

  const releases = matchingReleases(list.data?.releases ?? [], query);
  const offers: Offer[] = releases.map((release) => ({ version: release.version, release }));
  const typed = exactVersion(query);
  if (typed !== null && !offers.some((offer) => offer.version === typed)) {
    offers.push({ version: typed, release: null });
  }
  const newestStable = offers.findIndex((each) => each.release?.stable !== false);
  const keys = useListKeys(offers.length, `${query} ${every}`, Math.max(0, newestStable));
  const offer = offers[keys.active];

  const targets = offer?.release && machine ? targetsOf(offer.release, machine) : [];
  const chosen = wantedTarget && targets.find((target) => targetName(target) === targetName(wantedTarget));
  const target = chosen ?? targets[0];
  const needs = useQuery({
    ...orpc.toolchains.sourceNeeds.queryOptions({
      input: { version: offer?.version ?? '', ...(target && { os: target.os, arch: target.arch }) },
    }),
    enabled: source === 'source' && offer !== undefined,
  });
  const isOwnTarget = offer?.release?.target === undefined || target === targets[0];
  return {
    query,
    setQuery,
    every,
    setEvery,
    list,
    keys,
    offers,
    offer,
    targets,
    target,
    setTarget,
    /**
     * To be named in the request: only when it is not what the machine would get anyway, and that natively: what is
     * translated has to be asked for.
     */
    namedTarget: isOwnTarget && target?.runsAs !== 'translated' ? null : (target ?? null),
    /** It is here already; there is nothing to install. */
    isHere: offer?.release?.installed === true && isOwnTarget,
    source,
    setSource,
    /** Whether it can be built from source; null: nobody wants that, or it is not known yet. */
    needs: (source === 'source' && needs.data) || null,
    url,
    setUrl,
  };
}
