import { z } from 'zod';
import { base } from './base.ts';

/** A folder that the user opened, or in which a build ran. */
export const project = z.object({
  path: z.string(),
  /** The last element of the path. */
  name: z.string(),
  /** The module of its go.mod; null without one. */
  module: z.string().nullable(),
  /** false: the folder no longer exists; its history is kept. */
  exists: z.boolean(),
  builds: z.number().int(),
  lastUsedAt: z.iso.datetime(),
});
export type Project = z.infer<typeof project>;

export const folderListing = z.object({
  path: z.string(),
  parent: z.string().nullable(),
  folders: z.array(z.object({ name: z.string(), path: z.string(), hasGoMod: z.boolean() })),
});
export type FolderListing = z.infer<typeof folderListing>;

export const projectsContract = {
  /** Last used first. */
  list: base.output(z.object({ projects: z.array(project) })),
  add: base.input(z.object({ path: z.string() })).output(z.object({ project })),
  /** Takes the project off the list; its folder and its builds are kept. */
  remove: base.input(z.object({ path: z.string() })).output(z.object({ removed: z.boolean() })),
  /** The folders in a folder, for choosing one; the home folder if no path is given. */
  browse: base.input(z.object({ path: z.string().optional() })).output(folderListing),
};
