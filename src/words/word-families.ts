/** Words that mean much the same, and words that mean the opposite. Pure. */
import { stemWord } from './stem-word.ts';

/** One group a line; a word may stand in several. From the vocabulary of policy reports. */
const synonyms = `
company firm business enterprise corporation manufacturer maker producer group
buy acquire purchase acquisition takeover obtain
sell sale divest
build construct construction erect develop
fund finance funding financing subsidise subsidy grant money support
cooperation collaboration partnership cooperate collaborate partner joint together ties
agreement deal contract accord memorandum treaty pact mou
rule law regulation legislation act regulate legal
ban prohibit bar forbid exclude outlaw prohibition exclusion block
allow permit authorise approve let enable authorisation approval
country state nation national
government authority cabinet administration state
begin start launch commence open initiate
end stop halt cease finish terminate conclude close discontinue
stake share shareholding holding ownership
own hold possess control
important key crucial vital central significant essential major critical
big large major substantial considerable great huge vast sizeable
small minor limited modest little
quick fast rapid swift
show demonstrate reveal indicate illustrate suggest
say state declare announce claim argue note report explain describe mention
think believe consider view regard see perceive
use employ utilise apply rely usage
help assist support aid facilitate contribute
make produce manufacture production output create
plant factory facility site
car vehicle automobile automotive
worry concern fear apprehension anxiety
danger risk threat hazard
rely depend dependence reliance dependency dependent reliant
university academic academia higher
student scholar
researcher scientist scholar research
job employee worker position post staff workforce employment
student pupil
need require necessary requirement must
goal aim objective target purpose ambition
plan intend strategy scheme programme project initiative
talk negotiation discussion debate discuss negotiate
reject refuse decline deny turn
remain stay continue keep persist still
about around approximately roughly circa some
nearly almost close
leader head chief boss lead
meet encounter summit meeting
visit trip travel
part component element portion piece
supply deliver provide provision offer supplier
get receive obtain gain secure win attract
chip semiconductor microchip
green renewable clean sustainable
solar photovoltaic pv
wind turbine
telecom telecommunications network operator
vendor supplier provider
expert specialist analyst
scrutiny screening review examine examination check assess assessment evaluation investigate
invest investment investor
abroad overseas foreign international
field area sector domain industry sphere
main chief primary principal leading mainly
mostly largely mainly predominantly primarily chiefly
several various multiple number many
way method means approach manner
whole entire total overall full
place rank position
amount sum total volume value
price cost
warn caution alert warning
demand call urge ask request
remove dismantle eliminate phase strip
replace substitute swap
join enter accede participate
leave quit exit withdraw
limit restrict restriction constrain curb cap limitation
protect safeguard shield defend secure protection security
lack absence missing without shortage
cause lead trigger prompt result
because due owing reason since
influence affect impact effect
ally partner friend
rival competitor competition compete
advanced sophisticated cutting leading
technology tech technological technical
innovation innovative innovate
artificial ai
ev electric
home domestic own
people person public population citizen
chairman chair president head
founder found establish set founded create
establish set create form
carry conduct perform undertake
expand extend widen broaden enlarge
happen occur take place
sign conclude ink
host house
link tie connection relation relationship connect
export shipment
import
market sell
ministry department minister
capital city
data information
spy espionage intelligence
army military defence armed
year annual annually yearly
yearly annual
recent recently latest last
current currently now present today
former previous earlier previously
future upcoming forthcoming
gap difference divide
attitude stance position approach view
careful cautious wary caution
careless naive
tough strict stringent tight tough harsh
strong robust powerful
weak fragile
poll survey
vote ballot
study report analysis paper publication
publish release issue
worth valued value
annually year
half fifty
third
twice double
location site place
headquarters headquartered base based seat
subsidiary unit branch arm
alliance bloc union
trade commerce commercial
customer client buyer
goods products product merchandise
equipment gear kit device hardware
install deploy deployment installation fit roll
core central
operate run operation
train railway rail
port harbour
ship vessel
school institute institution
fail failure unable
try attempt seek effort
prefer favour
choose select opt pick
`;

/** Opposites: the words of one side against those of the other. */
const opposites = `
rise increase grow growth climb surge soar jump gain upward higher expand expansion boost accelerate intensify triple raise improve improvement widen escalate double swell | fall decrease decline drop shrink sink plunge plummet reduce reduction cut downward lower contract contraction slow diminish dwindle halve worsen deteriorate narrow slump ebb fade wane
strengthen reinforce consolidate | weaken undermine erode dilute loosen
more greater | less fewer
import imported importer inbound | export exported exporter outbound
before prior preceding | after following subsequent follow
join enter accede accession | leave quit exit withdraw withdrawal
support favour endorse advocate welcome promote backing favourable | oppose reject object resist opposition against criticise abstain
allow permit authorise approve approval legalise | ban prohibit bar forbid block reject outlaw prohibition veto refuse
praise laud hail commend applaud | criticise condemn lament denounce blame
confirm prove corroborate | contradict refute disprove deny disproved
convince convinced certain confident sure | doubt sceptical uncertain unsure unconvinced
first initial earliest initially | last final latest finally
include inclusion | exclude exclusion
surplus | deficit
profit profitable profitability | loss unprofitable
strong strength robust | weak weakness fragile
optimistic optimism hopeful | pessimistic pessimism
enthusiasm enthusiastic eager keen | reluctance reluctant indifferent indifference scepticism
early earlier | late later
high highest | low lowest
large big largest biggest | small smallest
majority | minority
begin start launch open resume introduce | end stop halt cease close terminate suspend cancel abandon abolish shelve
fast quick faster rapidly rapid swift | slow slower slowly gradual gradually
advantage benefit | disadvantage drawback
tighten stricter strict restrict tough harden harsh | loosen relax ease lenient lax soften
public | private
domestic home local | foreign abroad overseas
civilian civil | military
likely probable probably | unlikely improbable
possible | impossible
positive positively | negative negatively
success successful succeed successfully | failure fail unsuccessful unsuccessfully
dependent dependence dependency reliance reliant rely | independent independence autonomy autonomous
encourage | discourage deter
accept | reject refuse decline
ahead | behind
lead leader | lag trail laggard
cheap cheaper affordable inexpensive | expensive costly costlier dear
north northern | south southern
east eastern | west western
upgrade | downgrade
broad wide | narrow
long longer | short shorter brief
old older | new newer
rich wealthy | poor
easy easier simple | difficult hard harder
centralised | decentralised fragmented
friendly warm | hostile cool
open openness | closed closure
above exceed surpass | below
maximum | minimum
demand | supply
upstream | downstream
transparent transparency | opaque opacity
voluntary | mandatory compulsory binding obligatory
temporary temporarily | permanent permanently
winner win won | loser lose lost
aware awareness mindful | unaware careless ignorant ignorance
willing willingness | unwilling reluctant unwillingness
legal lawful | illegal unlawful
known | unknown
offensive | defensive
agree agreement consensus | disagree disagreement dispute
safe secure | unsafe dangerous risky
trust | distrust mistrust
attract | repel deter
central | peripheral marginal
common frequent frequently often | rare rarely seldom
rarely never | often always regularly
abundant ample plenty generous | scarce scanty meagre little
sufficient enough | insufficient inadequate
prepared ready | unprepared
competitive | uncompetitive
stable stability | unstable instability volatile
visible | invisible
formal formally | informal informally
direct directly | indirect indirectly
explicit explicitly expressly | implicit implicitly tacit
complete full | incomplete partial partially
united unity | divided division
centre | periphery
active actively | passive passively inactive
multiply | divide
peak height | trough low
buyer | seller
lender creditor | borrower debtor
employer | employee
gain | lose loss
remember | forget
true right | false wrong
save | waste spend
attack | defend
arrive arrival | depart departure
rising growing increasing | falling declining decreasing shrinking
upswing upturn recovery | downturn recession decline
`;

function stemsOf(line: string): string[] {
  return line
    .trim()
    .split(/\s+/)
    .map((word) => stemWord(word));
}

const groupsOf = new Map<string, Set<number>>();
synonyms
  .trim()
  .split('\n')
  .forEach((line, group) => {
    for (const stem of stemsOf(line)) groupsOf.set(stem, (groupsOf.get(stem) ?? new Set()).add(group));
  });

export interface Side {
  pair: number;
  side: 0 | 1;
}
const sidesByStem = new Map<string, Side[]>();
opposites
  .trim()
  .split('\n')
  .forEach((line, pair) => {
    line.split('|').forEach((words, side) => {
      for (const stem of stemsOf(words)) {
        sidesByStem.set(stem, [...(sidesByStem.get(stem) ?? []), { pair, side: side === 0 ? 0 : 1 }]);
      }
    });
  });

/** The pairs of opposites that a stem belongs to, with its side. */
export function sidesOf(stem: string): readonly Side[] {
  return sidesByStem.get(stem) ?? [];
}

export function areSynonyms(a: string, b: string): boolean {
  const groups = groupsOf.get(a);
  const others = groupsOf.get(b);
  if (groups === undefined || others === undefined) return false;
  for (const group of groups) if (others.has(group)) return true;
  return false;
}

export function areOpposites(a: string, b: string): boolean {
  return sidesOf(a).some((one) => sidesOf(b).some((two) => one.pair === two.pair && one.side !== two.side));
}

const longestCommon = 5;

/** How alike two words are, 0..1: the same stem, the same root, a long common beginning, or synonyms. */
export function wordLikeness(a: { stem: string; root: string }, b: { stem: string; root: string }): number {
  if (a.stem === b.stem) return 1;
  if (areOpposites(a.stem, b.stem)) return 0;
  if (a.root === b.root || a.root === b.stem || a.stem === b.root) return 0.9;
  if (areSynonyms(a.stem, b.stem)) return 0.8;
  const shorter = Math.min(a.root.length, b.root.length);
  if (shorter >= longestCommon && a.root.slice(0, shorter) === b.root.slice(0, shorter)) return 0.7;
  return 0;
}
