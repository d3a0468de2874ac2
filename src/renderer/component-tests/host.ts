/** What a host answers to a call, from the call's input. */
type Answer = (input: never) => unknown;

const answers = new Map<string, Answer>();

/** Lets calls of a procedure, such as `builds.trend`, be answered until the end of the test. */
export function answer(procedure: string, how: Answer): void {
  answers.set(procedure, how);
}

/** The answer to a call. A call that no test expects fails. */
export async function answered(procedure: string, input: unknown): Promise<unknown> {
  const how = answers.get(procedure);
  if (!how) throw new Error(`no test says what ${procedure} answers`);
  return how(input as never);
}

/** Forgets all answers. */
export function forgetAnswers(): void {
  answers.clear();
}
