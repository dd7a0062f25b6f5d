/** Shown before the first question: the report, what an answer is, and example questions. */

import { reportName } from '../../cite/place-names.ts';
import { countNoun } from '../../text/count-noun.ts';
import type { DocumentListing } from '../../wire/types.ts';
import { useStarters } from './use-starters.ts';

function Title({ documents }: { documents: readonly DocumentListing[] }) {
  const [first] = documents;
  const name =
    documents.length === 1 && first !== undefined ? first.title : countNoun(documents.length, 'report');
  const [main, ...rest] = name.split(': ');
  return (
    <h1 class="title">
      {main}
      {rest.length > 0 && (
        <>
          <span class="sr">: </span>
          <small>{rest.join(': ')}</small>
        </>
      )}
    </h1>
  );
}

export function StartView({
  documents,
  onAsk,
}: {
  documents: readonly DocumentListing[];
  onAsk: (question: string) => void;
}) {
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  const chapters = documents.reduce((sum, document) => sum + document.chapters.length, 0);
  const starters = useStarters(documents.map(({ sha256 }) => sha256).join());
  return (
    <section class="col">
      <Title documents={documents} />
      <p class="byline">
        {countNoun(pages, 'page')}, {countNoun(chapters, 'chapter')}.
      </p>
      <p class="lede">
        Ask {documents.length === 1 ? 'the report' : 'the reports'} a question. The answer is made of{' '}
        {documents.length === 1 ? 'its' : 'their'} own sentences, each with the page it stands on. When it is
        not said, you are told so.
      </p>
      {starters.length > 0 && (
        <>
          <h2 class="try">Questions to start with</h2>
          <ul class="chips">
            {starters.map(({ question, document }) => (
              <li key={question}>
                <button type="button" class="chip" onClick={() => onAsk(question)}>
                  {question}
                  {documents.length > 1 && <small>{reportName(document, documents)}</small>}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
