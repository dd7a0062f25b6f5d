/** Makes this process's disk fail, or the process end, at the n-th step that changes it. */
import fileSystem from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

export interface DiskFault {
  /** Counted from 1. */
  step: number;
  /** EIO fails that one step; a full disk (ENOSPC) stays full; SIGKILL ends the process before it. */
  kind: 'EIO' | 'ENOSPC' | 'SIGKILL';
}

/** Half of what is written arrives. */
function half(content: unknown): Uint8Array {
  const bytes = content instanceof Uint8Array ? content : Buffer.from(String(content));
  return bytes.subarray(0, bytes.length >> 1);
}

/** @returns how to mend it, which tells the steps there were. */
export function failDisk({ step, kind }: DiskFault): () => number {
  const { copyFile, link, mkdir, open, rename, rm, writeFile } = fileSystem;
  let steps = 0;
  /** Counts a step; true where it is to fail. */
  const isFailing = (): boolean => {
    steps += 1;
    if (kind !== 'SIGKILL') return kind === 'EIO' ? steps === step : steps >= step;
    if (steps === step) process.kill(process.pid, 'SIGKILL');
    return false;
  };
  const fault = (call: string) => Object.assign(new Error(`${kind}: ${call}`), { code: kind });
  const guard =
    <Given extends unknown[], Result>(name: string, call: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      if (isFailing()) throw fault(name);
      return call(...given);
    };
  const replace = {
    mkdir: guard('mkdir', mkdir),
    link: guard('link', link),
    copyFile: guard('copy', copyFile),
    rename: guard('rename', rename),
    rm: async (...given: Parameters<typeof rm>) => {
      // A full disk lets files be removed.
      if (isFailing() && kind === 'EIO') throw fault('rm');
      return rm(...given);
    },
    writeFile: async (...[file, content, options]: Parameters<typeof writeFile>) => {
      const fails = isFailing();
      await writeFile(file, fails ? half(content) : content, options);
      if (fails) throw fault('write');
    },
    open: async (...given: Parameters<typeof open>) => {
      if (given[1] !== 'w') return open(...given);
      if (isFailing()) throw fault('open');
      const handle = await open(...given);
      const plain = { write: handle.writeFile.bind(handle), sync: handle.sync.bind(handle) };
      handle.writeFile = async (content, options) => {
        const fails = isFailing();
        await plain.write(fails ? half(content) : content, options);
        if (fails) throw fault('write');
      };
      handle.sync = async () => {
        if (isFailing()) throw fault('fsync');
        await plain.sync();
      };
      return handle;
    },
  };
  Object.assign(fileSystem, replace);
  syncBuiltinESMExports();
  return () => {
    Object.assign(fileSystem, { copyFile, link, mkdir, open, rename, rm, writeFile });
    syncBuiltinESMExports();
    return steps;
  };
}
