import { listWords } from '../../list-words.ts';
import { stemWord } from '../stem-word.ts';

/** Words of questions for the gist of a document that name nothing; each stands for all its forms. */
const words = `
report document paper study book publication guide guideline guidance handbook manual standard policy playbook framework
article thesis chapter section part appendix annex pdf file briefing analysis review volume evaluation assessment survey
research work text piece author writer researcher editor team publisher agency organisation organization
main key major central core principal important overall general chief primary top big basic essential final ultimate broad
whole entire executive quick simple plain brief short exact
recommend recommendation advise advice suggest suggestion propose proposal call urge want ask tell step action measure change
next way forward take took happen
find finding found result takeaway away message insight lesson learn learned learnt discover show reveal establish determine
highlight argue argument claim idea thing say said point implication contribution
conclude conclusion bottom line verdict end outlook judgement remark thought come came reach arrive
purpose objective aim goal write wrote written produce publish make made prepare commission conduct carry carried undertake
undertook create exist issue set try tried seek intend mean meant suppose answer achieve accomplish address explain question
reason need request initiate look examine explore investigate investigation hope
method methodology approach data source evidence material information use used using base basis rely draw drawn drew collect gather
analyse analyze compile put together interview sample go gone
limitation limit caveat shortcoming weakness weaknesses disclaimer reliable acknowledge admit drawback mention name note state
identify give gave given
scope cover coverage leave left aside exclude outside include discuss deal focus concern
audience reader readership read user target direct
problem challenge gap solve tackle fix respond motivate motivation prompt behind trouble
summary summarise summarize overview gist tl dr tldr nutshell word sentence one two three topic subject theme please list
like know let get really anything something everything you your can could would kind sort type describe provide offer present
bring rest here us our
`;

export const emptyStems: ReadonlySet<string> = new Set([...listWords(words)].map(stemWord));
