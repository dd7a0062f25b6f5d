/** Words that mean much the same, one group a line; a word may stand in several. Imports nothing. */
export const synonyms = `
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
mention name cite refer describe
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
sign conclude ink agree reach
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
