/** Pieces of patterns for the gist of English documents. Pure. */

export const document =
  '(?:report|document|paper|study|book|publication|guide|guidelines?|guidance|handbook|manual|standard|policy|playbook|framework|article|thesis|dissertation|briefing|analysis|review|volume|evaluation|assessment|survey|research|work)';
export const doing =
  '(?:aim|seek|attempt|intend|examin|explor|investigat|analy[sz]|assess|evaluat|describ|discuss|present|provid|address|outlin|summari[sz]|offer|set out|review|look|ask|cover|focus|propos|introduc|identif|defin|deal|consider|studi|report|show|contribut|argu)(?:s|es|ed|ies|ing)?';

/** Headings without their number and with an adjective, those that surely hold it first. */
export const headed = (...alternatives: readonly string[]) =>
  alternatives.map(
    (one) =>
      new RegExp(
        `^(?:(?:key|main|major|overall|general|principal|summary of|our|agency|policy|primary|final) )*(?:the )?(?:${one})$`,
        'i',
      ),
  );

export const anywhere = (...alternatives: readonly string[]) =>
  new RegExp(`\\b(?:${alternatives.join('|')})`, 'i');

/** The document as the subject of a sentence. */
export const ours = `(?:this|the present|our) ${document}`;
export const we = '(?:we|the authors?)';
