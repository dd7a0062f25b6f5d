/** Courses of action that exclude each other (to ban, to allow): one matter a line, a bar between its sides. Imports nothing. */
const lines = `
continue remain keep kept maintain retain persist resume still deploy secure uphold | stop end drop halt cease quit abandon sell shun discontinue remove dismiss cut sever break fade shut limit restrict curb reduce
use buy purchase acquire install deploy procure adopt welcome popular open accept choose partner invest cooperate | refuse reject shun ban exclude remove boycott avoid prohibit outlaw shut
allow let permit admit keep approve open invite | exclude ban bar prohibit refuse reject block outlaw forbid veto shut curb restrict limit
dominate dominant lead leading majority most largest outperform surpass overtake large half ahead bulk | marginal fraction modest small minor second behind below lag few
rise grow climb increase gain expand triple double improve surge jump boom intensify strengthen deepen heighten | fall drop shrink decline decrease slump lose loss fade halve slip cease diminish low shorten dwindle slow
agree unite align unify coordinate consensus | lack differ disagree fragment diverge split
praise welcome favour support friendly positive endorse approve trust popular warm enthusiastic attractive | criticise criticism warn condemn oppose negative reject sceptical threat adversary against abstain shun distrust hostile
favour support push promote approve advocate | oppose against abstain reluctance reluctant resist reject sceptical block
open openly transparent eager keen enthusiastic | hesitant reluctant reticent cautious secret low-profile
succeed success successful profit profitable profitability breakthrough fruitful | fail failure unsuccessful loss lose collapse bankruptcy disappointment
long longer lengthy large expand extend detailed | short shorter thin
cheap cheaper easier affordable | costly costlier expensive dear harder
join sign enter accede stay remain belong | leave withdraw quit exit abstain
lose cost destroy cut | preserve restore secure keep create gain stabilise
start open begin launch establish resume | stop cancel shelve suspend halt withdraw abandon pull close delay reject
keep retain protect | remove dismiss oust lose
need depend rely require | independent self-sufficient without
confirm prove show | contradict disprove refute deny
legal law binding formal official | informal voluntary guidance
grant widen wider approve give | refuse reject deny restrict limit
warn caution criticise | praise positive welcome opportunity laud
expect likely certain convinced sure | unlikely doubt sceptical
public state | private
surplus | deficit
export seller supplier | import buyer
often frequent always constantly | rarely seldom never hardly
strong leading large central important | weak marginal small limited little
`;

/** Matters, their sides, and the words of each in any form. */
export const sides: readonly (readonly (readonly string[])[])[] = lines
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((words) => words.match(/\S+/g) ?? []));
