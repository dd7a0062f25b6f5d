/** Starts the programs of this machine that show what this one cannot. */

export interface Opener {
  name: string;
  args: readonly string[];
}

/** What the system opens a file or an address with. */
export function systemOpener(platform: NodeJS.Platform, target: string): Opener {
  if (platform === 'darwin') return { name: 'open', args: [target] };
  if (platform === 'win32') return { name: 'rundll32', args: ['url.dll,FileProtocolHandler', target] };
  return { name: 'xdg-open', args: [target] };
}

/** Whether it could be started; it goes on when this process ends. */
export async function startOpener({ name, args }: Opener): Promise<boolean> {
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    const child = spawn(name, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
