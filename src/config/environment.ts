/** The environment as this process has it: read here and nowhere else. */
export type Environment = NodeJS.ProcessEnv;

export const processEnvironment: Environment = process.env;

/**
 * What is set, by setting; an empty variable counts as none.
 * @param variables the variable of each setting.
 */
export function readVariables(
  variables: Readonly<Record<string, string>>,
  environment: Environment,
): Record<string, string> {
  const set = Object.entries(variables).flatMap(([setting, variable]) => {
    const value = environment[variable];
    return value === undefined || value === '' ? [] : [[setting, value] as const];
  });
  return Object.fromEntries(set);
}
