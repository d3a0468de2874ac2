/**
 * As `Promise.all`, but waits until all have ended, also after one has failed: for work that shares something which is
 * taken away afterwards, such as a folder. Throws the first failure in the order of the list.
 */
export async function allEnded<T>(work: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
