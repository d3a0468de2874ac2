import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#shared/client.ts';
import { usePreferences } from '#shared/preferences.ts';
import { useReleases } from '#shared/versions/index.ts';
import type { GoTarget } from '#contract/machine';
import { useListKeys } from '#ui/use-list-keys.ts';
import { offersFor, type SourceChoice, sourceOf, targetName, targetsOf } from './choice.ts';

/** Hook: the state of the install dialog: search text, version, target and source. */
export function useInstallChoice(version: string | undefined) {
  const [query, setQuery] = useState(version ?? '');
  const [every, setEvery] = useState(false);
  const [wantedTarget, setTarget] = useState<GoTarget | null>(null);
  const standing = usePreferences().source;
  const [chosenSource, setSource] = useState<SourceChoice | null>(null);
  const [typedUrl, setUrl] = useState<string | null>(null);
  const source = chosenSource ?? sourceOf(standing);
  const url = typedUrl ?? (sourceOf(standing) === 'url' ? standing : '');
  const machine = useQuery(orpc.machine.show.queryOptions()).data;
  // A search looks at every patch release.
  const newest = useReleases();
  const all = useReleases(every || query.trim() !== '');
  const list = { ...all, data: all.data ?? newest.data };

  const offers = offersFor(list.data?.releases ?? [], query);
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
     * The target to put into the request; null for the default of this machine. A translated target must be requested
     * explicitly.
     */
    namedTarget: isOwnTarget && target?.runsAs !== 'translated' ? null : (target ?? null),
    /** Whether the chosen version and target are already installed. */
    isHere: offer?.release?.installed === true && isOwnTarget,
    source,
    setSource,
    /** What a build from source needs; null if another source is chosen, or while loading. */
    needs: (source === 'source' && needs.data) || null,
    url,
    setUrl,
  };
}
