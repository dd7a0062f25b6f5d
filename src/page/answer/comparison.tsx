/** A comparison: a row for each place, "Not stated" if the report is silent on it. */
import type { DocumentListing } from '../../wire/types.ts';
import type { Answer, PartialAnswer } from '../nouns.ts';
import { Sentence } from './sentence.tsx';

type Group = NonNullable<Answer['groups']>[number];

/** "The chapter (pp. 82–91) does not say.", if the group is a chapter. */
function Missing({ label, documents }: { label: string; documents: readonly DocumentListing[] }) {
  const chapter = documents.flatMap(({ chapters }) => chapters).find(({ name }) => name === label);
  return (
    <p class="void">
      <b>Not stated.</b>
      {chapter && ` The chapter (pp. ${chapter.page}–${chapter.lastPage}) does not say.`}
    </p>
  );
}

/** Sentences that failed their check; they are in no row. */
export function LeftOut({ answer }: { answer: PartialAnswer }) {
  const failed = answer.sentences.flatMap(({ verified }, index) => (verified ? [] : [index]));
  if (failed.length === 0) return null;
  return (
    <>
      <h2 class="sub">Left out of the table</h2>
      {failed.map((index) => (
        <Sentence key={index} answer={answer} index={index} />
      ))}
    </>
  );
}

export function Comparison({
  answer,
  groups,
  documents,
}: {
  answer: PartialAnswer;
  groups: readonly Group[];
  documents: readonly DocumentListing[];
}) {
  return (
    <table class="compare">
      <caption class="sr">What each chapter says</caption>
      <thead class="sr">
        <tr>
          <th scope="col">Chapter</th>
          <th scope="col">What it says</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ label, sentences }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              {sentences.map((index) => (
                <Sentence key={index} answer={answer} index={index} short />
              ))}
              {sentences.length === 0 && <Missing label={label} documents={documents} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
