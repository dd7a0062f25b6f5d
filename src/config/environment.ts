/** The environment of this process; read only here. */
export type Environment = NodeJS.ProcessEnv;

export const processEnvironment: Environment = process.env;

/**
 * The settings that are set; an empty variable counts as unset.
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

/** Whether progress is told where it cannot be drawn, a line for each stage. */
export function asksForStages(environment = processEnvironment): boolean {
  return environment.VERSE_PROGRESS === 'lines';
}

/** Whether a window can be opened: on Linux one of the two systems of windows says so by its variable. */
export function hasScreen(platform: NodeJS.Platform, environment = processEnvironment): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return [environment.DISPLAY, environment.WAYLAND_DISPLAY].some((name) => name !== undefined && name !== '');
}
