import type { System } from '#core/system';

/** More characters than a user's name has. */
const maxLength = 64;

/**
 * The name of the user who builds: in GitHub Actions and GitLab CI/CD of the one who started it, else of this machine's. null: the
 * environment does not say. https://docs.github.com/actions/reference/variables-reference,
 * https://docs.gitlab.com/ci/variables/predefined_variables/
 */
export function builtBy(env: System['env']): string | null {
  const name =
    env['GITHUB_ACTOR'] || env['GITLAB_USER_LOGIN'] || env['USER'] || env['LOGNAME'] || env['USERNAME'];
  return name && name.length <= maxLength && /^[\p{L}\p{N} ._@+-]+$/u.test(name) ? name : null;
}
