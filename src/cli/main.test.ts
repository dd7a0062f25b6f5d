import { describe, expect, it } from 'vitest';
import { fakeSession, fakeTerminal } from '../testing/cli/fake-session.ts';
import { createProgram } from './create-program.ts';
import { runProgram } from './main.ts';

/** Runs one command line without an index; gives the exit code and what was printed where. */
async function run(args: string[], environment: Record<string, string> = {}) {
  const terminal = fakeTerminal();
  const settings = { VERSE_INDEX: '/nowhere/index', VERSE_CORPUS: '/nowhere/corpus', ...environment };
  const exit = await runProgram(fakeSession(settings, terminal), args);
  return { exit, out: terminal.printed(), err: terminal.complained() };
}

async function help(...args: string[]): Promise<string> {
  const { exit, out, err } = await run([...args, '--help']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return out;
}

describe('the help text', () => {
  it('of verse', async () => {
    expect(await help()).toMatchInlineSnapshot(`
      "Usage: verse [options] [command]

      Answers questions about report PDFs with the report's own sentences, each with
      chapter and page.

      Options:
        -V, --version                     output the version number
        --index <folder>                  where the index is kept (default:
                                          VERSE_INDEX)
        --progress                        where standard error is no terminal, tell
                                          each stage of long work in a line (as
                                          VERSE_PROGRESS=lines)
        -h, --help                        display help for command

      Ask:
        read [options] <pdf> [words...]   read a report and answer a question, or open
                                          the page (also without “read”)
        ask [options] <question...>       answer a question with the report's own
                                          sentences, each with chapter and page
        chat [options]                    ask one question after the other; follow-ups
                                          are understood from those before
        search [options] <query...>       find the passages that match, best first

      Library:
        list [options]                    list the documents with their titles, years,
                                          pages, chapters and tags
        chapters [options]                list the documents and their chapters with
                                          pages
        add [options] <files...>          read PDFs into the index beside the
                                          documents that it has
        ingest [options] [files...]       read PDFs into the index; without files,
                                          every PDF in the corpus folder
        work [options]                    read documents from the queue of the
                                          database into its index, until it is stopped
        queue [options]                   list the documents that wait to be read by
                                          verse work, and what failed
        remove [options] <ids...>         take documents out of the index; files in
                                          the corpus folder go to its folder .removed
        rename [options] <id> [title...]  set a document's title by hand; later
                                          ingests keep it
        tag [options] <id> [tags...]      tag a document by hand, for --tag to find
                                          it; later ingests keep its tags
        year [options] <id> [year]        set the year that a document is of by hand;
                                          later ingests keep it
        collection [options] <id> [name]  put a document into a collection, by which
                                          tokens see it; later ingests keep it
        open [options] <id>               open a document's PDF; without a viewer, say
                                          where it is

      Serve:
        serve [options]                   serve the page and the API on this machine
        token                             let several people use one server: tokens
                                          with names, rights, collections and quotas
        audit [options]                   say who added, removed, renamed or moved
                                          which document; noted once there are tokens
        mcp                               serve the tools for language models (MCP) on
                                          standard input and output

      Check:
        verify [options] <text...>        check whether the report supports a
                                          sentence, or each sentence of a draft, and
                                          where
        report [options] <document>       say how well a document was read: chapters,
                                          words, notes, tables, what was left out
        compare [options] <old> <new>     say what changed between two editions of a
                                          report, sentence by sentence
        doctor [options]                  check the installation, the model files and
                                          the index, and say what to do

      Shell:
        completion <shell>                print a script by which a shell completes
                                          commands, options, documents, tags and
                                          chapters
        help [command]                    show the help of a command

      Workshop:
        eval [options] [files...]         measure the answers against known questions
                                          (format: evals/FORMAT.md)
        bench [options]                   measure speed, memory and quality beside the
                                          LangChain.js tutorial stack, in two minutes
        tune [options]                    fit the ranking, the answering models, the
                                          premise check and the verifier on the dev
                                          split (for developers)
        soak [options]                    put mixed requests to a server for long, at
                                          half of what it can take: memory must stay
                                          flat
        attack [options] [names...]       try to break it, on copies: exit code 100
                                          where an attack is not held
        fuzz [options]                    read hostile PDFs, made with a seed, as an
                                          ingest does: exit code 100 where one is not
                                          held

      Examples:
        verse report.pdf "How many jobs are lost?"
        verse report.pdf
        verse ask "How much have Chinese R&D investments in Sweden grown since 2013?"
        verse ask --chapter Germany "How many jobs is Bosch cutting?"
        verse verify article.md
        verse ask --tag 10-K --year 2022 "How much did PepsiCo spend on research?"
        verse add ~/reports/annex.pdf --tag annex

      Exit codes: 0 done, 1 failed, 2 asked wrongly or for what there is not,
      3 some files refused, 100 a figure of verse eval misses its bound, or something
      broke under verse attack or fuzz, 130 stopped by Ctrl-C.
      "
    `);
    expect(await run(['help'])).toEqual({ exit: 0, out: await help(), err: '' });
  });

  it('of verse verify', async () => {
    expect(await help('verify')).toMatchInlineSnapshot(`
      "Usage: verse verify [options] <text...>

      check whether the report supports a sentence, or each sentence of a draft, and
      where

      Arguments:
        text                  a sentence; or drafts in Markdown or plain text, - for
                              standard input

      Options:
        -c, --chapter <name>  search this chapter, part or section only: Germany,
                              "Germany > Financing" (repeat for more)
        -d, --document <id>   search this document only (repeat for more)
        -t, --tag <name>      search documents with this tag only (repeat for more)
        -y, --year <year>     search documents of this year only: 2022, 2019-2022
                              (repeat for more)
        -p, --page <number>   search this page only (repeat for more)
        --out <file>          write the findings as its ending says: .json, .md, .html
                              (repeat for more)
        --json                print JSON
        --jsonl               print a line of JSON for each finding, as it comes
        -h, --help            display help for command

      A sentence is held against the places it cites, as in [Germany, p. 84] or
      (p. 84), in a draft also by a note [^1] that says so; the options narrow the
      search for those that cite none.

      Exit codes: 0 all is supported, 1 something is not, 2 asked wrongly.

      Examples:
        verse verify "Bosch is cutting more than 20,000 jobs [Germany, p. 84]."
        verse verify article.md --out findings.html
        pandoc article.docx -t markdown | verse verify -
      "
    `);
  });

  it('of verse ask', async () => {
    expect(await help('ask')).toMatchInlineSnapshot(`
      "Usage: verse ask [options] <question...>

      answer a question with the report's own sentences, each with chapter and page

      Arguments:
        question               the question; quotes are optional

      Options:
        -c, --chapter <name>   search this chapter, part or section only: Germany,
                               "Germany > Financing" (repeat for more)
        -d, --document <id>    search this document only (repeat for more)
        -t, --tag <name>       search documents with this tag only (repeat for more)
        -y, --year <year>      search documents of this year only: 2022, 2019-2022
                               (repeat for more)
        --answer-rate <share>  answer this share of the questions with an answer, 0.8
                               to 0.99 (default: 0.95); the lower, the more questions
                               without one are refused
        --write                have the configured chat model write the answer,
                               checked sentence by sentence
        --chat-model <name>    the model that writes, such as ollama:qwen3:4b; implies
                               --write
        --json                 print JSON
        --format <name>        as another program takes it, with report, year,
                               chapter, pages and link (choices: "text", "markdown",
                               "csv", "rtf", "bibtex", "ris", "csl")
        --ocr                  read pages without text by OCR; refuse to begin where
                               it is not installed
        --no-ocr               leave pages without text unread (default: they are read
                               where OCR is installed)
        -h, --help             display help for command

      Examples:
        verse ask "How many jobs is Bosch cutting?"
        verse ask -c Germany -c France "Which companies were fined?"
        verse ask --tag 10-K --year 2019-2022 "How much was spent on research?" --json
      "
    `);
  });

  it('of verse search', async () => {
    expect(await help('search')).toMatchInlineSnapshot(`
      "Usage: verse search [options] <query...>

      find the passages that match, best first

      Arguments:
        query                 words or a question; quotes are optional

      Options:
        -c, --chapter <name>  search this chapter, part or section only: Germany,
                              "Germany > Financing" (repeat for more)
        -d, --document <id>   search this document only (repeat for more)
        -t, --tag <name>      search documents with this tag only (repeat for more)
        -y, --year <year>     search documents of this year only: 2022, 2019-2022
                              (repeat for more)
        -k, --kind <kind>     body, note or table; all by default (repeat for more)
        -n, --limit <count>   how many passages, at most 100 (default: 10)
        --json                print JSON
        -h, --help            display help for command

      Examples:
        verse search "Huawei ban" -c Sweden
        verse search "research spending" --kind table -n 5 --json
      "
    `);
  });

  it('of verse chapters', async () => {
    expect(await help('chapters')).toMatchInlineSnapshot(`
      "Usage: verse chapters [options]

      list the documents and their chapters with pages

      Options:
        -d, --document <id>  list this document only (repeat for more)
        -t, --tag <name>     list documents with this tag only (repeat for more)
        -y, --year <year>    list documents of this year only: 2022, 2019-2022 (repeat
                             for more)
        --json               print JSON
        -h, --help           display help for command

      Examples:
        verse chapters
        verse chapters -d fragmented-europe-2026 --json
      "
    `);
  });

  it('of verse compare', async () => {
    expect(await help('compare')).toMatchInlineSnapshot(`
      "Usage: verse compare [options] <old> <new>

      say what changed between two editions of a report, sentence by sentence

      Arguments:
        old                   the old edition: its id, a part of its id or title that
                              no other document has, or its file
        new                   the new edition, likewise

      Options:
        -c, --chapter <name>  compare this chapter, part or section of either only
                              (repeat for more)
        --only <change>       changed, added, removed, moved (repeat for more)
        --all                 list each change, also of two reports that have hardly a
                              sentence in common
        --json                print JSON
        -h, --help            display help for command

      Examples:
        verse compare outlook-2025 outlook-2026
        verse compare outlook-2025 outlook-2026 -c Germany --only changed
      "
    `);
  });

  it('of verse ingest', async () => {
    expect(await help('ingest')).toMatchInlineSnapshot(`
      "Usage: verse ingest [options] [files...]

      read PDFs into the index; without files, every PDF in the corpus folder

      Arguments:
        files       PDF files

      Options:
        --strict    leave the index as it is where one file is refused
        --json      print JSON
        --ocr       read pages without text by OCR; refuse to begin where it is not
                    installed
        --no-ocr    leave pages without text unread (default: they are read where OCR
                    is installed)
        --queue     put the files into the queue of the database, for verse work to
                    read, and return
        --wait      with --queue: return when they are read
        -h, --help  display help for command

      Files that cannot be read are left out and named, and the exit code is 3. A
      document whose file is gone stays until verse remove takes it out. Ctrl-C stops
      it: the index stays as it was, and the exit code is 130. VERSE_OCR_LANGUAGES
      names the languages of scans: eng+deu.

      Examples:
        verse ingest
        verse ingest report.pdf --no-ocr
      "
    `);
  });

  it('of verse serve', async () => {
    expect(await help('serve')).toMatchInlineSnapshot(`
      "Usage: verse serve [options]

      serve the page and the API on this machine

      Options:
        --host <address>     the address to listen on; only this machine can reach the
                             default, 127.0.0.1
        -p, --port <number>  the port; 0 takes a free one (default: 8787)
        --log                log a line for each request, without its question (as
                             VERSE_LOG_LEVEL=info)
        --watch              read PDFs that are put into the corpus folder, and say
                             which are gone
        -h, --help           display help for command

      Examples:
        verse serve
        verse serve --watch --port 9000
        VERSE_TOKENS=… verse serve --host 0.0.0.0 --log
      "
    `);
  });

  it('of verse eval', async () => {
    expect(await help('eval')).toMatchInlineSnapshot(`
      "Usage: verse eval [options] [files...]

      measure the answers against known questions (format: evals/FORMAT.md)

      Arguments:
        files                    question files; the questions on the report by
                                 default

      Options:
        --split <name>           only this split (choices: "dev", "test")
        --kind <kind>            only answerable, near-miss, no-chapter, off-topic,
                                 false-premise, follow-up (repeat for more)
        --min <figure=value>     exit with 100 where the figure misses it, as in
                                 recall@5=.84 (repeat for more)
        --out <file>             write a report as its ending says: .json, .md, .html,
                                 .xml (JUnit), .trec (run), .txt (qrels) (repeat for
                                 more)
        --keep                   keep the report for the page at /evals of \`verse
                                 serve\`
        --latency                latencies in .md and .html too, which then differ
                                 from run to run
        --baselines              measure simpler rankings and choices of sentences
                                 beside it
        --verify                 measure the checking of written sentences instead
                                 (format: evals/VERIFY-FORMAT.md)
        --attribution <file>     measure that checking on the claims of a file of
                                 AttributionBench instead
        --conversations          measure follow-ups against the same questions asked
                                 in full instead, and hold whole conversations; with
                                 --reports those about its PDFs too
        --reports <folder>       measure the answers on its PDFs instead, each alone,
                                 with the questions beside them (report.jsonl) or in
                                 evals/reports, evals/filings, evals/books and
                                 evals/lists
        --sheet <file>           with --reports: draw 50 answers at random, for a
                                 person to judge
        --judged <file>          show what readers said of the answers of such a sheet
                                 instead
        --structure <folder>     measure what is read of its PDFs instead, against
                                 files beside them: chapters and sections
                                 (report.toc), text and notes (report.truth.json), or
                                 tables (report-str.xml)
        --set-anew [document]    with --structure: first write PDFs with such files
                                 into the folder, three designs of this document of
                                 the index (of its only one by default)
        --baseline <file>        exit with 100 where this run is worse than the one in
                                 the file
        --write-baseline <file>  keep the scores of this run for --baseline
        --without <part>         leave out a part of the ranking: maxsim, keyword,
                                 vector, routing, notes-discount (repeat for more)
        --answer-rate <share>    answer this share of the questions with an answer,
                                 0.8 to 0.99 (default: 0.95); the lower, the more
                                 questions without one are refused
        --json                   print JSON
        -h, --help               display help for command

      Examples:
        verse eval --split dev
        verse eval --split test --baselines --out docs/evals.md
      "
    `);
  });

  it('of verse doctor', async () => {
    expect(await help('doctor')).toMatchInlineSnapshot(`
      "Usage: verse doctor [options]

      check the installation, the model files and the index, and say what to do

      Options:
        --deep      check the sum of each passage, and of every file of a large index
        --json      print JSON
        -h, --help  display help for command

      Examples:
        verse doctor
        verse doctor --deep --json
      "
    `);
  });

  it('of verse bench', async () => {
    expect(await help('bench')).toMatchInlineSnapshot(`
      "Usage: verse bench [options]

      measure speed, memory and quality beside the LangChain.js tutorial stack, in two
      minutes

      Options:
        --quick             leave out the ingest and the tutorial stack: half a minute
        --scale [passages]  measure growing libraries of generated documents instead,
                            up to 100,000 passages: ten minutes
        --database          with --scale: in databases of its own beside the one of
                            VERSE_STORE, not in folders
        --json              print JSON
        -h, --help          display help for command

      Examples:
        verse bench --quick
        verse bench --scale 20000
      "
    `);
  });

  it('of verse tune', async () => {
    expect(await help('tune')).toMatchInlineSnapshot(`
      "Usage: verse tune [options]

      fit the ranking, the answering models, the premise check and the verifier on the
      dev split (for developers)

      Options:
        --only <part>       fit one of the four (choices: "ranking", "answers",
                            "premise", "verifier")
        --without <input>   print what the verifier scores without one of its inputs
                            ("cloze") too
        --cards             only bring the cards of the networks up to date with their
                            files
        --reports <folder>  fit the ranking and the answering models over the reports
                            of a folder too, as \`verse eval --reports\` reads them
        --dry-run           print the scores, write nothing
        -h, --help          display help for command

      Examples:
        verse tune --only ranking --dry-run
      "
    `);
  });

  it('of each command ends with examples that are that command', async () => {
    const commands = createProgram(fakeSession()).commands.map((command) => command.name());
    for (const name of commands.filter((one) => one !== 'help' && one !== '__complete')) {
      const [, examples = ''] = (await help(name)).split('\nExamples:\n');
      const call = name === 'read' ? /\bverse \S+\.pdf\b/ : new RegExp(`\\bverse ${name}\\b`);
      expect(examples.split('\n')[0], name).toMatch(call);
    }
  });

  it('leaves out in an installed package what only a clone has, and says so to who calls it', async () => {
    const terminal = fakeTerminal();
    const session = { ...fakeSession({}, terminal), isClone: false };
    expect(await runProgram(session, ['--help'])).toBe(0);
    expect(terminal.printed()).not.toMatch(/Workshop|\beval \[/);
    expect(await runProgram(session, ['soak', '--minutes', '5'])).toBe(2);
    expect(terminal.complained()).toBe(
      "verse soak works on the program's own sources, which an installed package does not have. " +
        'In a clone it is `npm run soak`.\n',
    );
  });

  it('has no line wider than a terminal of 80 columns', async () => {
    const names = createProgram(fakeSession()).commands.map((command) => command.name());
    const texts = await Promise.all([help(), ...names.map((name) => help(name))]);
    expect(texts.length).toBeGreaterThan(8);
    expect(texts.flatMap((text) => text.split('\n')).filter((line) => line.length > 80)).toEqual([]);
  });

  it('needs no settings: a bad one keeps nobody from reading it', async () => {
    expect(await run(['ask', '--help'], { VERSE_PORT: 'http' })).toMatchObject({ exit: 0 });
  });
});

describe('the version', () => {
  it('is printed and nothing else', async () => {
    expect(await run(['--version'])).toEqual({ exit: 0, out: '1.2.3\n', err: '' });
  });
});

describe('a command line that is wrong', () => {
  it.each([
    [['frobnicate'], "error: unknown command 'frobnicate'\nSee verse --help.\n"],
    [['serch', 'Huawei'], "error: unknown command 'serch'\n(Did you mean search?)\nSee verse --help.\n"],
    [
      ['ask', '--chaptr', 'EU', 'Who?'],
      "error: unknown option '--chaptr'\n(Did you mean --chapter?)\nSee verse ask --help.\n",
    ],
    [['ask'], "error: missing required argument 'question'\nSee verse ask --help.\n"],
    [
      ['chapters', 'EU'],
      "error: too many arguments for 'chapters'. Expected 0 arguments but got 1.\nSee verse chapters --help.\n",
    ],
    [
      ['search', '--limit', '0', 'Huawei'],
      "error: option '-n, --limit <count>' argument '0' is invalid. It must be a whole number from 1 to 100.\n" +
        'See verse search --help.\n',
    ],
    [
      ['search', '--kind', 'footnote', 'Huawei'],
      "error: option '-k, --kind <kind>' argument 'footnote' is invalid. Allowed choices are body, note, table.\n" +
        'See verse search --help.\n',
    ],
    [
      ['serve', '--port', '8e1'],
      "error: option '-p, --port <number>' argument '8e1' is invalid. It must be a whole number from 0 to 65535.\n" +
        'See verse serve --help.\n',
    ],
    [
      ['eval', '--split', 'all'],
      "error: option '--split <name>' argument 'all' is invalid. Allowed choices are dev, test.\n" +
        'See verse eval --help.\n',
    ],
    [['tune', '--only', 'ranking', '--without', 'cloze'], '--without goes with --only verifier.\n'],
  ])('verse %j exits with 2 and says why on standard error', async (args, err) => {
    expect(await run(args)).toEqual({ exit: 2, out: '', err });
  });

  it('names the inputs of the verifier to who leaves out one that it has not', async () => {
    const { exit, err } = await run(['tune', '--only', 'verifier', '--without', 'clzoe']);
    expect({ exit, err }).toEqual({ exit: 2, err: expect.stringMatching(/no input “clzoe”.*\bcloze\b/) });
  });

  it('verse alone exits with 2 and shows the help on standard error', async () => {
    expect(await run([])).toEqual({ exit: 2, out: '', err: await help() });
  });

  it.each([
    ['ask', 'question', 'Shorten it, or ask in two.'],
    ['search', 'query', 'Shorten it.'],
    ['verify', 'sentence', 'Check it in parts.'],
  ])('verse %s refuses 2,001 characters and none before anything is opened', async (command, noun, remedy) => {
    const refused = async (words: string, err: string) =>
      expect(await run([command, words])).toEqual({ exit: 2, out: '', err });
    await refused('x'.repeat(2001), `The ${noun} must have 1 to 2,000 characters. ${remedy}\n`);
    await refused(' ', `The ${noun} is empty. Write it behind the command.\n`);
  });

  it('a bad setting exits with 2 and is named with its value', async () => {
    expect(await run(['ask', 'Who banned Huawei?'], { VERSE_MAX_WORDS: 'many' })).toEqual({
      exit: 2,
      out: '',
      err: 'VERSE_MAX_WORDS: "many" is not a whole number of at least 1. Set it to something else, or leave it out.\n',
    });
  });
});

describe('a command that fails', () => {
  it('exits with 1 and says what to do', async () => {
    expect(await run(['ingest'])).toEqual({
      exit: 1,
      out: '',
      err: '/nowhere/corpus: the folder cannot be read. Name a folder that exists.\n',
    });
  });

  it('that meets a mistake in the program does not dress it up', async () => {
    const mistake = new TypeError('undefined is not a setting');
    const session = {
      ...fakeSession(),
      config: () => {
        throw mistake;
      },
    };
    await expect(runProgram(session, ['doctor'])).rejects.toBe(mistake);
  });
});
