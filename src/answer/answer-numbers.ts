/** The numbers of choosing that were set by hand, each with the measurement that chose it. Fitted ones are in model.json. */

export const choice = {
  /** Passages whose sentences are candidates. The answering sentence is among the first 10 for 96 of 100 dev questions. */
  passages: 10,
  /**
   * Passages that the reader reads, of those, some 20 ms each: the first, and all where no sentence of those answers by this
   * logit. All facts and corrected premises of ten reports, of ten books, and facts and near misses refused at 90 % answered
   * of nine filings: five at once .746 .767, .690 .650, .677 .467; eight at once .751 .833, .695 .700, .677 .511; four and
   * eight .753 .850, .705 .700, .677 .533; four and ten .755 .850, .705 .700, .687 .533, in 20 ms more. A sure answer is among
   * the first four for half of the questions that have one.
   */
  passagesRead: { first: 4, most: 8 },
  sureReading: 1.5,
  /**
   * Where one of the first `sentences` of the ranking is among the last `tail` of its passage, what follows that is read behind
   * them, with this share of its score; and so are the notes of these sentences, so many. All facts, of what follows: of 120
   * questions on six books .683 and .708, of 170 on the report's test chapters .959 and .965, of 198 on nine filings .601 and .606,
   * of 484 on fifteen other reports and papers the same; shares of .7 to 1 differ by one or two. Where a sentence surely answers,
   * `sureSentences` are enough: of 817 questions on 29 documents one holds fewer, and of 8.3 passages read a question 7.2 are.
   */
  readOn: { sentences: 3, sureSentences: 1, tail: 2, notes: 2, shareOfScore: 0.9 },
  /**
   * Of the lists that the first `hits` hold a part of, `most` are read whole, with so many passages around each hit. One answers
   * where the reader says so by these logits: the list, and either its announcement or its items in their mean; more is asked
   * where the question is not for several things. A sentence elsewhere that answers by `lead` more is quoted in its place. A list
   * may take `wordsOfAnswer` times the words of an answer. All facts of the questions of evals/lists that ask for lists, without
   * and with: dev .25 in 88 words, .52 in 84; test .48 in 100, .60 in 96; others and near misses the same. Of 55 such questions on
   * ten reports .527 and .564, and of 364 others .799 twice.
   */
  printedLists: {
    hits: 8,
    most: 4,
    before: 8,
    behind: 12,
    wordsOfAnswer: 2,
    lead: 1.5,
    ofSeveral: { answers: 0, announces: -2.5, items: 0 },
    ofOthers: { answers: 2, announces: 0, items: 1 },
  },
  /** The gist takes so many times the words of an answer; the confidence in what stands below a heading for it, and elsewhere. */
  gist: { wordsOfAnswer: 1.5, sureOfHeaded: 0.9, sureOfOthers: 0.6 },
  /**
   * A question that asks several things is searched and read for each. Of 61 with two clauses on the report's dev and 18 of five
   * other reports, all facts and words: as one question .803 in 99 and .611 in 96, with 7 / 6 of the words .820 in 112 and .667
   * in 107; in parts .918 in 127 and .722 in 111, with as many words as else .852 in 116 and .722 in 106.
   */
  passagesReadOfPart: { first: 3, most: 3 },
  shareOfClauses: 7 / 6,
  shareOfItems: 7 / 4,
  /** The same for questions for a document as a whole that are asked at once, of which each is answered by itself; chosen, not fitted. */
  shareOfWholes: 3 / 2,
  maxPartGap: 3,
  maxSentencesOfParts: 8,
  /** 5, 10, 20 and all passages of a chapter hold the same facts on dev. */
  passagesPerCountry: 5,
  passagesForSweep: 40,
  /** Chapters that a sweep searches one by one, some 9 ms each: more than a library of ten reports on countries has. */
  chaptersSearched: 250,
  /**
   * A question token weighs its inverse document frequency to this power where sentences are matched. Facts held on
   * dev, cross-validated over chapters: .5 .898, .75 .898, 1 .891; AUROC of near misses .695, .693, .691.
   */
  tokenWeightPower: 0.5,
  maxSentences: 6,
  /**
   * Logits taken from a sentence that speaks of another country than the question names. Facts held on dev,
   * cross-validated over chapters: 0 .898, 1 .902, 2 .906, 3 .906; as an input of the sentence model .891.
   */
  otherPlacePenalty: 2,
  /**
   * Logits taken from a sentence that holds none of the question's names, nor do its neighbours. Dev, cross-validated,
   * facts held and near misses refused at 95 % answered: 0 .898 .361, .5 .895 .392, 1 .895 .392, 2 .887 .402; as an input
   * of the sentence model .891 .351.
   */
  missingNamesPenalty: 1,
  /**
   * Logits by which an endnote must lead all text to be quoted, where no source is asked for. Dev, facts held and words:
   * without the rule .906 in 86.9, 1 .898 in 85.5, 2 .895 in 85.7, no endnotes at all .872. Kept for its answers' sake, which
   * no longer open with the title of an article.
   */
  noteLead: 1,
  /**
   * An endnote that the reader says answers by this logit, at most so far behind the sentence that answers best, is quoted all
   * the same. All facts and right page cited, without the rule and notes read behind their sentences, with both (all answers
   * asked for one by one, ten passages read): ten reports .752 and .955, .771 and .958, with two notes in place of four .768;
   * ten books .705 and .931, .720 and .932; nine filings, which have few notes, .687 and .890 twice.
   */
  answeringNote: { leastAnswer: -1.5, mostBehind: 1 },
  /** A note of so few words is a remark on its sentence, and is quoted behind it: "41 % of these citizens." */
  mostWordsOfRemark: 10,
  /**
   * A sentence whose logit is this far below the best is left out. Dev chapters that the encoder never saw,
   * cross-validated over them, facts held and words: 3 .908 in 68, 4 .918 in 78, 5 .922 in 89, 6 .929 in 96. A number,
   * amount, share, date or person stands in one sentence: 2 .914 in 46, 2.5 .918 in 51, 3 .918 in 56, 4 .918 in 67
   * (of six reports, with the reader). Of 198 on nine filings, most of which ask for rows: 2 .606 in 73, 3 .626 in 76, 4 .631 in 79.
   * Both, of 199, 120 and 110 dev questions on reports, books and filings: 3 and 5 .794 in 79, .750 in 101 and .645 in 97; 2.7
   * and 4.5 the same in 77, 99 and 94; 2.4 and 4 .784 in 73, .750 in 96 and .636 in 89.
   */
  maxTypedGap: 2.7,
  maxGap: 4.5,
  /**
   * Words up to which an answer takes in the sentence behind one that it quotes, where that sets itself against it. Dev and
   * more-questions.jsonl, facts of one chapter, corrections of false premises, and words: 0 .9373, .8988 and 77.4;
   * 60 .9381, .9048 and 77.7; 90 .9381, .9048 and 77.9; 120 .9385, .9048 and 78.1.
   */
  maxWordsWithReservation: 60,
  /**
   * Comparisons were measured on the 18 of dev and on 525 pairs of its questions of one chapter, asked as if of two. All
   * facts of a pair: 60 words for each half .57, the same words dealt out between them .65; with 2 / 3 / 4 sentences a
   * country .57 / .62 / .65.
   */
  maxSentencesPerCountry: 4,
  /**
   * What a sentence costs is its number of words to this power. 723 such pairs, and 31 comparisons (of dev, and of the odd
   * half of evals/cross-chapters.jsonl): 1 .607 and .68, .8 .629 and .68, .6 .628 and .65.
   */
  wordCost: 0.8,
  /**
   * A chapter whose first sentences meet the question's words less than `leastCountryCoverage`, or less than
   * `sureCountryCoverage` and than this share of what the best of all chapters do, does not speak of the matter. Of the
   * chapters compared in dev, evals/cross-chapters.jsonl and more-questions.jsonl .046 are wrongly silent; of 145 questions
   * about one chapter that are asked of another country too, .503 are rightly silent on it. With .42, .53 and .75: .087 and
   * .657; with .36, .47 and .75: .060 and .572; with .36, .47 and .65: .038 and .421. These were .36, .47 and .7 of an encoder that
   * put texts off the topic .03 nearer; of the one that ships, all facts of 416 questions about several chapters of dev and
   * more-questions.jsonl: .36 and .47 .647, .33 and .44 .656.
   */
  leastCountryCoverage: 0.33,
  sureCountryCoverage: 0.44,
  leastShareOfCoverage: 0.7,
  sentencesOnMatter: 3,
  /**
   * Sweeps, those of dev and of the odd half of evals/cross-chapters.jsonl, 23. Sentences of a chapter by the sentence
   * model, chapters up to 5 behind the best, ten at most: 8 hold all facts, .60 of the facts in 197 words. The sentences
   * that meet the matter best instead: 8, .68 in 227. Chapters up to 5.5 behind: 10, .73 in 264; 6: 12, .76 in 291; 7: 12,
   * .76 in 321. No bound on how much less a chapter meets the matter: 12, .77 in 318; .1: 10, .74 in 270. With the even half
   * (30), on which nothing was gained (12 of 18 facts before and after): 12 chapters .76 in 296 words, 10 .75 in 276, 8 .72 in 241.
   * These were of the published encoder. Of the one that ships, whose logits lie farther apart, of 33 sweeps of dev,
   * more-questions.jsonl and cross-chapters.jsonl all facts, share of the facts and words by the two gaps: 6 and .13 7, .61 in
   * 134; 9 and .2 11, .74 in 232; 9 and .25 12, .75 in 243; 12 and .25 14, .78 in 279.
   */
  maxSweepGap: 9,
  maxSweepCoverageGap: 0.25,
  maxSweepChapters: 10,
  /** A chapter's second sentence, where it meets the matter as well: without, .03 fewer facts and 26 words; .02 adds 20 words. */
  maxSweepSentences: 2,
  maxSweepSentenceGap: 0.01,
  /** What a sentence's logit counts beside how much of the matter it meets (0..1): .0025 to .03 hold as many facts. */
  sweepScoreWeight: 0.01,
  /**
   * An overview's sentence that names so many countries, and meets the matter so nearly as well as the best, is quoted
   * first: two more questions of dev hold all facts, and no comparison or sweep fewer.
   */
  leastRollCall: 3,
  maxRollCallGap: 0.11,
  /**
   * By how much more confidence than behind the turns before it a question must be answered alone, to be taken for one of its
   * own where no rule tells. Of 45 such turns of evals/chats.jsonl, dev, right: all taken alone 27, the surer 37, with .1 39, with .2 39.
   */
  leadOfAlone: 0.1,
  /**
   * By how much more confidence behind the turns before it an answer must lead that repeats what they have said, without a
   * pronoun in the question. Of 189 turns of evals/chats.jsonl, dev, right: without this 157; .4 161, none of the others lost.
   */
  leadOfRepeated: 0.4,
  /**
   * A question holds alone, though its answer is less sure by so much, where the one behind the turns before it has a smaller
   * share of the question's own words by so much, or has said so large a share of it already. Of 80 questions of four reports,
   * dev, each asked behind another of its report and in doubt, right: without these 50, with both 58, all taken alone 63; of 38
   * turns in doubt of evals/chats.jsonl, dev, 28 and 29. Of 46 such questions of two reports, test, 39 and 45.
   */
  ownWords: { share: 0.25, behind: 0.4 },
  saidBefore: { share: 0.5, behind: 0.2 },
  /** The least confidence behind the turns before it in the answer to a question that is refused alone. */
  leastLeaning: 0.6,
} as const;

export const abstention = {
  /**
   * The confidence in an answer from several chapters is the model's to this power, up to the ceiling. Answered at the usual rate of the 80
   * sweeps and comparisons of dev and of evals/cross-chapters.jsonl, and of 40 off the topic: 1 75 and 3, .7 80 and 3.
   */
  severalPower: 0.7,
  severalCeiling: 0.5,
  /**
   * Where it cannot be told how far the report speaks of the topic (questions in other languages), this share of the answer
   * rate is kept to. evals/other-languages.jsonl, of 20 with an answer a right page cited, and of 7 off the topic refused: .995 16
   * and 5, .985 14 and 6.
   */
  untoldTopicRate: 0.985,
  /** A chapter's byline answers who wrote it. */
  sureOfByline: 0.98,
  /** The most confidence left to an answer that a rule has ruled out. */
  ruledOut: 0.1,
  /**
   * Best window coverage under which nothing in the report speaks of the question; it only words a refusal. Means:
   * off-topic .47, answerable .66, near misses .66.
   */
  offTopicCoverage: 0.48,
} as const;
