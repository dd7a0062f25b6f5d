/** Words of one side against those of the other, a pair a line. From the vocabulary of policy reports. Imports nothing. */
export const opposites = `
rise increase grow growth climb surge soar jump gain upward higher expand expansion boost accelerate intensify triple raise improve improvement widen escalate double swell greater bigger rally rebound recover quicken deepen flourish thrive boom | fall decrease decline drop shrink sink plunge plummet reduce reduction cut downward lower contract contraction slow diminish dwindle halve worsen deteriorate narrow slump ebb fade wane plummet tumble lessen smaller recede stagnate stall wither falter
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
friendly warm cordial good amicable | hostile cool frosty cold icy chilly tense strained bad
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
central leading major prominent decisive pivotal key dominant | peripheral marginal minor negligible secondary subordinate insignificant
common frequent frequently often | rare rarely seldom
rarely never | often always regularly
abundant ample plenty generous | scarce scanty meagre little
sufficient enough | insufficient inadequate
prepared ready | unprepared
competitive | uncompetitive
stable stability | unstable instability volatile
visible | invisible
clear sharp distinct clearly sharply | blurred vague unclear fuzzy murky indistinct blurry
most | least
grant give award | refuse deny withhold reject
continue persist proceed resume | stop cease halt end discontinue suspend quit
support favour back | oppose against resist
together jointly | alone separately
acknowledge recognise admit | ignore overlook deny
succeed manage | fail
attract lure draw | repel deter scare
previous former old | next future new
invite welcome | expel bar refuse
specified named | unspecified unnamed
overstate overestimate exaggerate | understate underestimate downplay
lively livelier vibrant heated | dormant muted cease quiet subdued silent
regain retain | lose cede forfeit surrender
appoint hire recruit install | dismiss sack fire oust remove
legacy outdated obsolete old | modern novel new
full complete comprehensive | empty partial limited
restore mend repair | damage harm break
reveal disclose publish | hide conceal withhold
urban | rural
overseas abroad | home domestic
calm reassure allay dispel | alarm spark stoke fuel raise arouse
cautious careful wary prudent | bold reckless rash careless
unite | divide split
proven tested | unproven untested
narrowly | widely broadly
shallow superficial | deep profound
similar alike same | different unlike dissimilar
proponent supporter backer advocate | opponent critic sceptic
adopt pass enact ratify | repeal reject scrap withdraw
speed hasten expedite | delay postpone slow defer
pro-china | anti-china
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
