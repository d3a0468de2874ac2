import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base } from './base.ts';
import { changeTopics } from './change-topics.ts';

export const changesContract = {
  /**
   * Says what has changed on disk since the event before, by whomever, about 0.1 s after it happened. The first event
   * has no topics and says that watching has begun. Ends when the caller aborts it. `project`: the folder whose version
   * files and modules are watched; null: the home folder.
   */
  watch: base
    .input(z.object({ project: z.string().nullable() }))
    .output(eventIterator(z.object({ topics: z.array(z.enum(changeTopics)) }))),
};
