/**
 * Names of countries, peoples and capitals in seven languages. A row: the English name, then German | French | Spanish |
 * Italian | Dutch | Polish | Portuguese; accents off, a star for any ending, a hyphen in place of a blank.
 */
export const foreignNames = `
Austria: osterreich* wien wiener | autrich* vienne | austria* viena | austria* vienna | oostenrijk* wenen | austri* wieden wiedniu wiednia | austria* viena
Belgium: belgien* belgisch* | belgique belge* | belgica belga* | belgio belga belgi | belgie belgisch* | belgia belgii belgie belgijsk* | belgica belga*
Bulgaria: bulgarien* bulgarisch* | bulgarie bulgare* | bulgaria bulgar* | bulgaria bulgar* | bulgarije bulgaars* | bulgari* bulgarsk* | bulgaria bulgar*
Croatia: kroatien* kroatisch* | croatie croate* | croacia croata* | croazia croat* | kroatie kroatisch* | chorwac* | croacia croata*
Cyprus: zypern zyprisch* | chypre chypriote* | chipre chipriota* | cipro cipriot* | cyprus cypriotisch* | cypr* | chipre cipriota*
Czechia: tschechi* prag prager | tchequ* prague | chequia checa checo checas checos praga | cechia ceca ceche ceco cechi praga repubblica-ceca | tsjechi* praag | czechy czech czechach czechami czesk* praga pradze pragi | chequia checa checo checas checos praga
Denmark: danemark* danisch* kopenhagen* | danemark danois* copenhague | dinamarca danes danesa danesas daneses copenhague | danimarca danese danesi copenaghen | denemarken deens* kopenhagen | dania danii danie dunsk* kopenha* | dinamarca dinamarques* copenhaga
Estonia: estland* estnisch* | estonie estonien* | estonia estoni* | estonia estone estoni | estland* ests estse | estonia estonii estonie estonsk* | estonia estoni*
Finland: finnland* finnisch* | finlande finlandais* | finlandia finlandes* | finlandia finlandes* | finland fins finse | finlandia finlandii finlandie finsk* | finlandia finlandes*
France: frankreich* franzos* | france francais* | francia frances* | francia frances* parigi | frankrijk* frans franse parijs | francj* francusk* paryz* | franca frances*
Germany: deutschland* deutsch* | allemagne allemand* | alemania aleman* | germania tedesc* berlino | duitsland* duits* berlijn | niemcy niemiec* niemcz* | alemanha alema alemao alemas alemaes berlim
Greece: griechenland* griechisch* athen | grece grec grecs grecque* athenes | grecia griego* griega* atenas | grecia greco greca greci greche atene | griekenland* grieks* athene | grecja grecji grecje greck* ateny atenach | grecia grego* grega* atenas
Hungary: ungarn* ungarisch* | hongrie hongrois* | hungria hungar* | ungheria ungheres* | hongarije hongaars* boedapest | wegry wegrzech wegier* wegrow budapeszt* | hungria hungar* budapeste
Ireland: irland* irisch* | irlande irlandais* | irlanda irlandes* | irlanda irlandes* dublino | ierland* iers ierse | irlandia irlandii irlandie irlandzk* | irlanda irlandes*
Italy: italien* rom | italie italien* | italia italian* | italia italian* roma | italie italiaans* | wloch* wlosk* rzym* | italia italian*
Latvia: lettland* lettisch* | lettonie letton* | letonia leton letona letones | lettonia lettone lettoni | letland* lets letse | lotwa lotwy lotwie lotwe lotewsk* | letonia letao leta letaes
Lithuania: litauen* litauisch* | lituanie lituanien* | lituania lituan* | lituania lituan* | litouwen* litouws* | litwa litwy litwie litwe litewsk* | lituania lituan*
Luxembourg: luxemburg* | luxembourg luxembourgeois* | luxemburgo luxemburgues* | lussemburgo lussemburghes* | luxemburg* | luksemburg* | luxemburgo luxemburgues*
Netherlands: niederland* holland* hollandisch* | pays-bas neerlandais* hollandais* | paises-bajos neerlandes* holanda holandes* la-haya | paesi-bassi olanda olandes* | nederland* haag | holandia holandii holandie holendersk* niderland* | paises-baixos neerlandes* holanda holandes*
Norway: norwegen* norwegisch* | norvege norvegien* | noruega norueg* | norvegia norveges* | noorwegen noors noorse | norwegia norwegii norwesk* | noruega norueg*
Poland: polen* polnisch* warschau* | pologne polonais* varsovie | polonia polac* varsovia | polonia polacc* varsavia | polen pools poolse warschau | polska polski* polsce polske polsk* warszaw* | polonia polac* polones* varsovia
Portugal: portugies* lissabon* | portugal portugais* lisbonne | portugues* lisboa | portogallo portoghes* lisbona | portugees* portugese lissabon | portugali* portugalsk* lizbon* | portugues* lisboa
Romania: rumanien* rumanisch* bukarest* | roumanie roumain* bucarest | rumania ruman* bucarest | romania rumen* romen* bucarest | roemenie roemeens* boekarest | rumuni* rumunsk* bukareszt* | romenia romen* bucareste
Russia: russland* russisch* moskau | russie russe* moscou | rusia ruso rusa rusos rusas moscu | russia russo russa russi russe mosca | rusland* russisch* moskou | rosja rosji rosje rosyjsk* moskw* | russia russo russa russos russas moscovo
Slovakia: slowakei slowakisch* | slovaquie slovaque* | eslovaquia eslovac* | slovacchia slovacc* | slowakije slowaaks* | slowacja slowacji slowacje slowack* bratyslaw* | eslovaquia eslovac*
Slovenia: slowenien* slowenisch* | slovenie slovene* | eslovenia esloven* | slovenia sloven* lubiana | slovenie sloveens* | slowenia slowenii slowenie slowensk* | eslovenia esloven*
Spain: spanien* spanisch* | espagne espagnol* | espana espanol* | spagna spagnol* | spanje spaans* | hiszpan* | espanha espanhol*
Sweden: schweden* schwedisch* | suede suedois* | suecia sueco* sueca* estocolmo | svezia svedes* stoccolma | zweden zweeds* | szwecja szwecji szwecje szwedzk* sztokholm* | suecia sueco* sueca* estocolmo
Switzerland: schweiz* | suisse* | suiza suizo* | svizzer* | zwitserland* zwitsers* | szwajcar* | suica suico*
Turkey: turkei turkisch* | turquie turc turcs turque* | turquia turco* turca* | turchia turco turca turchi turche | turkije turks turkse | turcja turcji turcje tureck* | turquia turco* turca*
Ukraine: ukrain* | ukrain* | ucrania ucranian* | ucraina ucrain* | oekrain* | ukrain* | ucrania ucranian*
United Kingdom: grossbritannien* britisch* vereinigtes-konigreich | royaume-uni britannique* londres | reino-unido britani* londres | regno-unito britannic* londra | verenigd-koninkrijk brits britse londen | wielka-brytania wielkiej-brytanii brytyjsk* londyn* | reino-unido britani* londres
United States: amerika* amerikanisch* vereinigte-staaten | etats-unis americain* | estados-unidos estadounidens* | stati-uniti american* statunitens* | verenigde-staten amerikaans* | stany-zjednoczone stanow-zjednoczonych amerykansk* | estados-unidos american* eua
China: china chinas | chine | china | cina | china | chiny chin chinach chinami chinom | china
Chinese: chinesisch* chinese chinesen chinesin | chinois* | chino* chinas | cinese cinesi | chinees chinese | chinsk* chinczy* | chines*
Beijing: peking* | pekin | pekin | pechino | peking | pekin* | pequim
Brussels: brussel* | bruxelles | bruselas | bruxelles | brussel* | bruksel* | bruxelas
Europe: europa* europaisch* | europe europeen* | europa europe* | europa europe* | europa europe* europes* | europa europy europie europejsk* | europa europe*
European Union: europaische-union | union-europeenne ue | union-europea ue | unione-europea ue | europese-unie | unia-europejska unii-europejskiej ue | uniao-europeia ue
`;
