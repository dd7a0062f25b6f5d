import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../config/settings.ts';

/** A clone that nothing was run in: the real set-up step and package files, and a source of two files. */
let clone = '';
/** A PATH of the test's own, to put tools into. */
let tools = '';
beforeEach(() => {
  clone = realpathSync(mkdtempSync(join(tmpdir(), 'verse-clone-')));
  tools = join(clone, 'tools');
  mkdirSync(tools);
  for (const name of ['bin', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']) {
    cpSync(join(packageRoot, name), join(clone, name), { recursive: true });
  }
  mkdirSync(join(clone, 'src', 'page'), { recursive: true });
  write('src/main.ts', 'export const answer: number = 42;\n');
  mkdirSync(join(clone, 'src', 'cli'));
  write('src/cli/main.ts', "export { answer } from '../main.ts';\n");
  write('src/main.test.ts', 'export const tested = true;\n');
  write('src/page/index.html', '<!doctype html>');
  write('src/page/main.tsx', 'document.body.append("Ask");\n');
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

function write(path: string, text: string): void {
  writeFileSync(join(clone, path), text);
}

/** A program of that name that does what the shell lines say. */
function addTool(name: string, lines = 'exit 0'): void {
  writeFileSync(join(tools, name), `#!/bin/sh\n${lines}\n`);
  chmodSync(join(tools, name), 0o755);
}

function addTools(...names: string[]): void {
  for (const name of names) addTool(name);
}

function prepare(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(clone, 'bin', 'prepare.mjs'), ...options],
    { env: { PATH: tools }, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const silent = { status: 0, stdout: '', stderr: '' };

describe('on a machine that lacks something', () => {
  it('names the tools that are missing and how to get them', () => {
    expect(prepare()).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'Installing needs python3, make, g++, not found on this machine. ' +
        'On Debian or Ubuntu: sudo apt-get install python3 make g++.\n',
    });
  });

  it('is content with tools that do the same work', () => {
    addTools('python', 'clang++');
    expect(prepare().stderr).toBe(
      'Installing needs make, not found on this machine. On Debian or Ubuntu: sudo apt-get install make.\n',
    );
  });

  it('says which command failed and shows what it printed', () => {
    addTools('python3', 'make', 'g++');
    addTool('npm', 'echo "npm error network timeout" >&2; exit 7');
    expect(prepare()).toEqual({
      status: 1,
      stdout: '',
      stderr: [
        'Installing packages …',
        'npm error network timeout',
        '',
        'Installing packages failed: `npm ci --no-audit --no-fund --loglevel=error --include=dev` ended with 7.',
        '',
      ].join('\n'),
    });
  });

  it('says so where npm itself is missing', () => {
    addTools('python3', 'make', 'g++');
    expect(prepare().stderr).toContain('ended with spawnSync npm ENOENT.\n');
  });
});

describe('in a clone', () => {
  beforeEach(() => {
    addTools('python3', 'make', 'g++');
    addTool('npm', 'echo installed >> "$PWD/npm.log"');
    const modules = join(packageRoot, 'node_modules');
    mkdirSync(join(clone, 'node_modules'));
    for (const name of readdirSync(modules).filter((one) => !one.startsWith('.'))) {
      symlinkSync(join(modules, name), join(clone, 'node_modules', name));
    }
  });

  const installs = () => readFileSync(join(clone, 'npm.log'), 'utf8').match(/installed/g)?.length;

  it('installs and builds once, and is silent and needs no tool when all is in place', () => {
    expect(prepare()).toEqual({ status: 0, stdout: '', stderr: 'Installing packages …\nBuilding …\n' });
    expect(readFileSync(join(clone, 'dist', 'main.js'), 'utf8')).toContain('export const answer = 42;');
    expect(readFileSync(join(clone, 'dist', 'page', 'index.html'), 'utf8')).toBe('<!doctype html>');
    expect(readFileSync(join(clone, 'dist', 'page', 'main.js'), 'utf8')).toContain('document.body.append');
    expect(existsSync(join(clone, 'dist', 'page', 'main.tsx'))).toBe(false);
    expect(existsSync(join(clone, 'dist', 'main.test.js'))).toBe(false);
    rmSync(tools, { recursive: true });
    expect(prepare()).toEqual(silent);
    expect(installs()).toBe(1);
  });

  it('installs again when the lock file has changed, and not for a new script', () => {
    prepare();
    write('package.json', readFileSync(join(clone, 'package.json'), 'utf8').replace('"ask":', '"question":'));
    expect(prepare()).toEqual(silent);
    write('package-lock.json', `${readFileSync(join(clone, 'package-lock.json'), 'utf8')}\n`);
    expect(prepare()).toEqual({ status: 0, stdout: '', stderr: 'Installing packages …\n' });
    expect(installs()).toBe(2);
  });

  it('keeps the libraries of this machine alone', () => {
    const folder = join(clone, 'node_modules', 'onnxruntime-node');
    rmSync(folder);
    const own = join(folder, 'bin', 'napi-v6', process.platform, process.arch);
    const others = ['plan9/x64', `${process.platform}/ppc`].map((one) => join(folder, 'bin', 'napi-v6', one));
    for (const one of [own, ...others]) {
      mkdirSync(one, { recursive: true });
      writeFileSync(join(one, 'onnxruntime_binding.node'), '');
    }
    prepare();
    expect([own, ...others].map((one) => existsSync(one))).toEqual([true, false, false]);
  });

  it('keeps of Tesseract and its weights what is loaded', () => {
    const at = (...parts: string[]) => join(clone, 'node_modules', ...parts);
    const loaded = [
      ['tesseract.js-core', 'tesseract-core-simd.js'],
      ['tesseract.js-core', 'tesseract-core.wasm'],
      ['tesseract.js-core', 'package.json'],
      ['@tesseract.js-data', 'eng', '4.0.0_best_int', 'eng.traineddata.gz'],
    ];
    const others = [
      ['tesseract.js-core', 'tesseract-core-simd.wasm.js'],
      ['tesseract.js-core', 'tesseract-core-simd-lstm.wasm'],
      ['@tesseract.js-data', 'eng', '4.0.0', 'eng.traineddata.gz'],
    ];
    for (const name of ['tesseract.js-core', '@tesseract.js-data']) rmSync(at(name), { force: true });
    for (const file of [...loaded, ...others]) {
      mkdirSync(at(...file.slice(0, -1)), { recursive: true });
      writeFileSync(at(...file), '');
    }
    prepare();
    expect(loaded.map((file) => existsSync(at(...file)))).toEqual([true, true, true, true]);
    expect(others.map((file) => existsSync(at(...file)))).toEqual([false, false, false]);
  });

  it('takes no library out of a package that is linked', () => {
    const foreign = join(clone, 'linked', 'bin', 'napi-v6', 'plan9', 'x64');
    mkdirSync(foreign, { recursive: true });
    rmSync(join(clone, 'node_modules', 'onnxruntime-node'));
    symlinkSync(join(clone, 'linked'), join(clone, 'node_modules', 'onnxruntime-node'));
    prepare();
    expect(existsSync(foreign)).toBe(true);
  });

  it('does not reinstall packages that are linked from another clone', () => {
    prepare();
    renameSync(join(clone, 'node_modules'), join(clone, 'shared'));
    symlinkSync(join(clone, 'shared'), join(clone, 'node_modules'));
    write('package-lock.json', `${readFileSync(join(clone, 'package-lock.json'), 'utf8')}\n`);
    expect(prepare()).toEqual(silent);
    expect(installs()).toBe(1);
  });

  it('builds again when a source has changed, and leaves nothing of a source that is gone', () => {
    prepare();
    write('src/extra.ts', 'export const extra = 1;\n');
    expect(prepare().stderr).toBe('Building …\n');
    expect(existsSync(join(clone, 'dist', 'extra.js'))).toBe(true);
    rmSync(join(clone, 'src', 'extra.ts'));
    expect(prepare().stderr).toBe('Building …\n');
    expect(existsSync(join(clone, 'dist', 'extra.js'))).toBe(false);
    write('src/main.test.ts', 'export const tested = false;\n');
    expect(prepare()).toEqual(silent);
  });

  it('builds nothing anew where sources were written again as they were', () => {
    prepare();
    write('src/main.ts', readFileSync(join(clone, 'src', 'main.ts'), 'utf8'));
    expect(prepare()).toEqual(silent);
    write('src/main.ts', 'export const answer: number = 43;\n');
    expect(prepare().stderr).toBe('Building …\n');
    expect(readFileSync(join(clone, 'dist', 'main.js'), 'utf8')).toContain('export const answer = 43;');
  });

  it('bundles the command line, which finds its files where they are', () => {
    const lines = [
      "import { readFileSync } from 'node:fs';",
      "import { answer } from '../main.ts';",
      "export const main = () => readFileSync(new URL('./told.txt', import.meta.url), 'utf8') + answer;",
    ];
    write('src/cli/main.ts', `${lines.join('\n')}\n`);
    write('src/cli/told.txt', 'The answer is ');
    prepare();
    const script = `import(${JSON.stringify(join(clone, 'dist', 'program', 'main.js'))}).then(({ main }) => console.log(main()))`;
    const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    expect(stdout).toBe('The answer is 42\n');
  });

  it('builds again whenever asked to', () => {
    prepare();
    expect(prepare('--build')).toEqual({ status: 0, stdout: '', stderr: 'Building …\n' });
  });

  it('keeps the last build where a source does not compile, and says where', () => {
    prepare();
    write('src/main.ts', "export const answer: number = 'forty-two';\n");
    const { status, stderr } = prepare();
    expect(status).toBe(1);
    expect(stderr).toContain(
      "src/main.ts(1,14): error TS2322: Type 'string' is not assignable to type 'number'.",
    );
    expect(stderr).toMatch(
      /\nBuilding failed: `\S+node \S+tsc -p tsconfig\.build\.json --outDir \S+` ended with \d\.\n$/,
    );
    expect(readFileSync(join(clone, 'dist', 'main.js'), 'utf8')).toContain('export const answer = 42;');
    expect(readdirSync(join(clone, 'node_modules')).filter((name) => name.startsWith('.dist'))).toEqual([]);
    expect(prepare().status).toBe(1);
  });

  it('comes out right where three commands are started at the same time', async () => {
    prepare();
    write('src/extra.ts', 'export const extra = 1;\n');
    const both = await Promise.all(
      [1, 2, 3].map(async () => {
        const child = spawn(process.execPath, [join(clone, 'bin', 'prepare.mjs')], { env: { PATH: tools } });
        const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
        return { status, stderr };
      }),
    );
    for (const { status, stderr } of both) {
      expect(status).toBe(0);
      // One that came late found it built.
      expect(['', 'Building …\n']).toContain(stderr);
    }
    expect(existsSync(join(clone, 'dist', 'extra.js'))).toBe(true);
    expect(prepare()).toEqual(silent);
  });

  it('that was published without its sources has nothing to do', () => {
    rmSync(join(clone, 'src'), { recursive: true });
    expect(prepare()).toEqual(silent);
    expect(existsSync(join(clone, 'npm.log'))).toBe(false);
  });
});

describe('nodeProblem', () => {
  async function nodeProblem(version: string): Promise<unknown> {
    const setUp: { nodeProblem: (version: string) => string | null } = await import(
      pathToFileURL(join(packageRoot, 'bin', 'prepare.mjs')).href
    );
    return setUp.nodeProblem(version);
  }

  it.each(['20.12.0', '20.20.2', '22.0.0', '24.1.0'])('has nothing against %s', async (version) => {
    expect(await nodeProblem(version)).toBeNull();
  });

  it.each([
    '18.20.4',
    '20.11.1',
    '9.9.9',
  ])('says that %s is too old and where to get another', async (version) => {
    expect(await nodeProblem(version)).toBe(
      `Chapter & Verse needs Node 20.12 or later; this is ${version}. Get a newer one from https://nodejs.org.`,
    );
  });
});
