import type { GoEnvironment, GoVariable } from '#contract/environment';
import { readGorootEnvFile, readUserEnvFile, settingsOf } from '#core/toolchains';
import { maskSecrets, type System } from '#core/system';
import { goFor } from '#core/switching';
import { askGo, variablesOf } from './ask-go.ts';
import { originsOf } from './origins.ts';

/**
 * Every variable of the Go that runs in a folder, with where its value comes from. `all`: also those of cgo, for which
 * Go starts a C compiler. Failures: those of goFor, environment.go-fails.
 */
export async function listVariables(
  system: System,
  { dir, all = false }: { dir: string; all?: boolean | undefined },
  signal?: AbortSignal,
): Promise<GoEnvironment> {
  const go = await goFor(system, dir);
  const names = all ? null : variablesOf(go.version, system.arch);
  const [answers, user, goroot] = await Promise.all([
    askGo(system, go, { dir, names, signal }),
    readUserEnvFile(system, dir),
    readGorootEnvFile(go.goroot),
  ]);
  // Go is asked with GOTOOLCHAIN=local; otherwise it would switch. It shows what the strongest place says.
  const [toolchain] = settingsOf('GOTOOLCHAIN', system.env, [user, goroot]);
  const asked = toAnswers(answers, toolchain?.value ?? '');
  const variables = originsOf(asked, system.env, [user, goroot]);
  return {
    dir,
    version: go.version,
    goroot: go.goroot,
    file: user?.path ?? null,
    variables: variables.map(masked),
  };
}

/** The answers with the value of GOTOOLCHAIN in place of what Go was asked with, where Go knows it. */
function toAnswers(answers: Parameters<typeof originsOf>[0], toolchain: string): typeof answers {
  if (!answers.asIs.has('GOTOOLCHAIN')) return answers;
  return { ...answers, asIs: new Map([...answers.asIs, ['GOTOOLCHAIN', toolchain]]) };
}

function masked({ hidden, value, ...rest }: GoVariable): GoVariable {
  return {
    ...rest,
    value: maskSecrets(value),
    hidden: hidden.map((each) => ({ ...each, value: maskSecrets(each.value) })),
  };
}
