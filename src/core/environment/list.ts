import type { GoEnvironment, GoVariable } from '#contract/environment';
import { isFailure } from '#contract/failure';
import { goFor, type RunnableGo } from '#core/switching';
import { maskedValue } from '#core/profiles';
import type { System } from '#core/system';
import { readGorootEnvFile, readUserEnvFile, type Setting, settingsOf } from '#core/toolchains';
import { askGo, askStoppedGo, isReadByGo, type StoppingValue, variablesOf } from './ask-go.ts';
import { type Answers, originsOf } from './origins.ts';
import { surprisesHere } from './surprises-here.ts';
import type { ReadFile } from './surprises/index.ts';

/**
 * Every variable of the Go that runs in a folder, with where its value comes from, and what about them surprises. A Go
 * that a value keeps from running is asked without that value. `all`: also the variables of cgo, for which Go starts a C
 * compiler. Failures: those of goFor, environment.go-fails.
 */
export async function listVariables(
  system: System,
  { dir, all = false }: { dir: string; all?: boolean | undefined },
  signal?: AbortSignal,
): Promise<GoEnvironment> {
  const go = await goFor(system, dir);
  const names = all ? null : variablesOf(go.version, system.arch);
  const user = await readUserEnvFile(system, dir);
  const { answers, stopping } = await ask(system, go, { dir, names, signal }, user);
  // A Go that Burrow did not install cannot say what it is while a value stops it.
  const goroot = go.goroot || (answers.withoutFile.get('GOROOT') ?? '');
  const version = go.version || (answers.withoutFile.get('GOVERSION') ?? '');
  const own = await readGorootEnvFile(goroot);
  const known = asSet(answers, system, [user, own]);
  return {
    dir,
    version,
    goroot,
    file: user?.path ?? null,
    variables: originsOf(known, system.env, [user, own]).map(masked),
    surprises: await surprisesHere(system, { user, own, stopping }),
  };
}

async function ask(
  system: System,
  go: RunnableGo,
  asked: Parameters<typeof askGo>[2],
  user: ReadFile | null,
): Promise<{ answers: Answers; stopping: StoppingValue[] }> {
  try {
    const hasFile = user !== null && user.variables.size > 0;
    return { answers: await askGo(system, go, asked, hasFile), stopping: [] };
  } catch (error) {
    if (!isFailure(error, 'environment.go-fails')) throw error;
    const names = new Set([...Object.keys(system.env), ...(user?.variables.keys() ?? [])].filter(isReadByGo));
    const settings = [...names].map((name): [string, Setting[]] => [name, settingsOf(name, go.env, [user])]);
    return askStoppedGo(system, go, asked, new Map(settings));
  }
}

/**
 * The answers with what is set, for the two variables with which Go was asked in another way: GOTOOLCHAIN=local, and
 * GOENV=off where a value stopped it.
 */
function asSet(
  { asIs, ...others }: Answers,
  { env }: System,
  files: readonly [ReadFile | null, ReadFile],
): Answers {
  const [toolchain] = settingsOf('GOTOOLCHAIN', env, files);
  const right = { GOTOOLCHAIN: toolchain?.value ?? '', GOENV: files[0]?.path ?? 'off' };
  const known = Object.entries(right).filter(([name]) => asIs.has(name));
  return { ...others, asIs: new Map([...asIs, ...known]) };
}

function masked({ hidden, ...variable }: GoVariable): GoVariable {
  const { name } = variable;
  return {
    ...variable,
    value: maskedValue(name, variable.value),
    hidden: hidden.map((each) => ({ ...each, value: maskedValue(name, each.value) })),
  };
}
