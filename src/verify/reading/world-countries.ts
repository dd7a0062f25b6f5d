/**
 * The world's countries and territories with the words for their people, their adjective and their capital: what
 * `answer/countries.ts` does not have, and more words for what it has. After the CIA World Factbook (public domain).
 * Imports nothing.
 */
const table = `
Afghanistan: afghan, afghans, kabul
Algeria: algerian, algerians, algiers
American Samoa: american samoan, american samoans, pago pago
Andorra: andorran, andorrans, andorra la vella
Angola: angolan, angolans, luanda
Anguilla: anguillan, anguillans, anguillian, anguillians
Antigua and Barbuda: antiguan, antiguans, barbudan, barbudans, saint john's, antigua, barbuda
Argentina: argentines
Aruba: aruban, arubans, oranjestad
Austria: austro
Azerbaijan: azerbaijanis
Bahamas: bahamian, bahamians, nassau
Bahrain: bahraini, bahrainis, manama
Bangladesh: bangladeshi, bangladeshis, dhaka
Barbados: barbadian, barbadians, bajan, bridgetown
Belize: belizean, belizeans, belmopan
Benin: beninese, cotonou
Bermuda: bermudian, bermudians
Bhutan: bhutanese, thimphu
Bolivia: bolivian, bolivians, la paz
Bosnia and Herzegovina: bosnians, herzegovinian, herzegovinians, herzegovina
Botswana: motswana, batswana, gaborone
British Virgin Islands: british virgin islander, british virgin islanders, road town
Brunei: bruneian, bruneians, bandar seri begawan
Burkina Faso: burkinabe, ouagadougou
Burundi: burundian, burundians, gitega, bujumbura
Cabo Verde: cabo verdean, cabo verdeans, praia, cape verde, cape verdean, cape verdeans
Cambodia: cambodian, cambodians, phnom penh
Cameroon: cameroonian, cameroonians, yaounde
Cayman Islands: caymanian, caymanians
Central African Republic: bangui
Chad: chadian, chadians, n'djamena
Chile: chileans, santiago
Christmas Island: christmas islander, christmas islanders
Cocos: cocos islander, cocos islanders
Colombia: colombian, colombians, bogota
Comoros: comoran, comorans, moroni
Congo: congolese, brazzaville, kinshasa
Cook Islands: cook islander, cook islanders, avarua
Costa Rica: costa rican, costa ricans
Croatia: croat
Cuba: cuban, cubans, havana
Curacao: curacaoan, willemstad
Czechoslovakia: czechoslovak, czechoslovaks
Denmark: dane
Djibouti: djiboutian, djiboutians
Dominica: dominican, dominicans, roseau
Dominican Republic: santo domingo
Ecuador: ecuadorian, ecuadorians, quito
Egypt: egyptians
El Salvador: salvadoran, salvadorans, san salvador
Equatorial Guinea: equatorial guinean, equatorial guineans, equatoguinean, equatoguineans, malabo
Eritrea: eritrean, eritreans, asmara
Eswatini: liswati, emaswati, swazi, swazis, swati, mbabane, swaziland
Ethiopia: ethiopian, ethiopians, addis ababa
Falkland Islands: falkland islander, falkland islanders, falkland island, falklands
Faroe Islands: faroese, torshavn
Fiji: fijian, fijians, suva
France: frenchman, frenchmen, franco
French Polynesia: french polynesian, french polynesians, papeete
Gabon: gabonese, libreville
Gambia: gambian, gambians, banjul
Ghana: ghanaian, ghanaians, accra
Gibraltar: gibraltarian, gibraltarians
Greece: athenians, hellenic
Greenland: greenlander, greenlanders, greenlandic, nuuk
Grenada: grenadian, grenadians, saint george's
Guam: guamanian, guamanians, hagatna
Guatemala: guatemalan, guatemalans, guatemala city
Guernsey: saint peter port
Guinea: guinean, guineans, conakry
Guyana: guyanese
Haiti: haitian, haitians
Honduras: honduran, hondurans, tegucigalpa
Indonesia: indonesians
Iraq: iraqi, iraqis, baghdad
Ireland: irishman, irishwoman, irishmen
Isle of Man: manxman, manxwoman, manx
Italy: italo
Ivory Coast: ivoirian, ivoirians, ivorian, ivorians, yamoussoukro, abidjan, cote d'ivoire
Jamaica: jamaican, jamaicans
Jersey: saint helier
Jordan: jordanian, jordanians, amman
Kazakhstan: kazakhstani, kazakhstanis, kazakhs
Kenya: kenyan, kenyans, nairobi
Kiribati: tarawa
Kosovo: kosovan, kosovars, prishtina, kosovans
Kuwait: kuwaiti, kuwaitis, kuwait city
Kyrgyzstan: kyrgyzstani, kyrgyzstanis, bishkek, kyrgyz
Laos: lao, laotian, laotians, vientiane
Lebanon: lebanese, beirut
Lesotho: mosotho, basotho, maseru
Liberia: liberian, liberians, monrovia
Libya: libyan, libyans, tripoli
Liechtenstein: liechtensteiner, liechtensteiners
Luxembourg: luxembourgers
Macau
Madagascar: malagasy, antananarivo
Malawi: malawian, malawians, lilongwe
Malaysia: malaysians
Maldives: maldivian, maldivians
Mali: malian, malians, bamako
Marshall Islands: marshallese, majuro, marshalls
Mauritania: mauritanian, mauritanians, nouakchott
Mauritius: mauritian, mauritians, port louis
Micronesia: micronesian, micronesians, chuukese, kosraen, kosraens, pohnpeian, pohnpeians, yapese, palikir
Monaco: monegasque, monegasques, monacan, monacans
Mongolia: mongolian, mongolians, ulaanbaatar, mongol, mongols
Montenegro: montenegrins
Montserrat: montserratian, montserratians
Morocco: moroccans
Mozambique: mozambican, mozambicans, maputo
Myanmar: burmese, rangoon, burma, naypyidaw, nay pyi taw
Namibia: namibian, namibians, windhoek
Nauru: nauruan, nauruans
Nepal: nepali, kathmandu, nepalese, nepalis
Netherlands: dutchman, dutchwoman, amsterdam, hollander, hollanders
New Caledonia: new caledonian, new caledonians, noumea
New Zealand: new zealanders
Nicaragua: nicaraguan, nicaraguans, managua
Niger: nigerien, nigeriens, niamey
Nigeria: nigerians
Niue: niuean, niueans, alofi
Norfolk Island: norfolk islander, norfolk islanders
North Korea: pyongyang, dprk
North Macedonia: macedonians
Norway: norwegian
Oman: omani, omanis
Pakistan: pakistanis
Palau: palauan, palauans, ngerulmud
Palestine: palestinian, palestinians, ramallah
Panama: panamanian, panamanians, panama city
Papua New Guinea: papua new guinean, papua new guineans, port moresby
Paraguay: paraguayan, paraguayans
Peru: peruvian, peruvians, lima
Philippines: filipinos, philippine
Pitcairn Islands: pitcairn islander, pitcairn islanders, adamstown
Puerto Rico: puerto rican, puerto ricans
Qatar: qatari, qataris, doha
Russia: russo
Rwanda: rwandan, rwandans, kigali
Saint Barthelemy: gustavia
Saint Kitts and Nevis: kittitian, kittitians, nevisians, basseterre, saint kitts
Saint Lucia: saint lucian, saint lucians, castries
Saint Martin: marigot
Saint Pierre and Miquelon
Saint Vincent and the Grenadines: saint vincentian, saint vincentians, vincentian, vincentians, kingstown
Samoa: samoan, samoans
San Marino: sammarinese
Sao Tome and Principe: sao tomean, sao tomeans, sao tome, santomean, santomeans
Saudi Arabia: saudis, saudi arabian
Senegal: senegalese, dakar
Serbia: serb
Seychelles: seychellois
Sierra Leone: sierra leonean, sierra leoneans, freetown
Singapore: singaporeans
Sint Maarten
Solomon Islands: solomon islander, solomon islanders, honiara, solomons
Somalia: somali, somalis, mogadishu, somalian
South Africa: south africans, cape town
South Korea: rok
South Sudan: south sudanese, juba
Soviet Union: soviet, soviets, ussr
Spain: spaniard
Sri Lanka: sri lankan, sri lankans, colombo
Sudan: sudanese, khartoum
Suriname: surinamer, surinamers, surinamese, paramaribo
Svalbard: longyearbyen
Syria: syrian, syrians, damascus
Tajikistan: tajikistani, tajikistanis, dushanbe, tajik, tajiks
Tanzania: tanzanian, tanzanians, dodoma, dar es salaam
Thailand: thais
Togo: togolese, lome
Tokelau: tokelauan, tokelauans
Tonga: tongan, tongans, nuku'alofa
Trinidad and Tobago: trinidadian, trinidadians, tobagonian, tobagonians, port of spain, trinidad, tobago
Tunisia: tunisian, tunisians, tunis
Turkey: turkiye, turk
Turkmenistan: turkmenistani, turkmenistanis, ashgabat, turkmen
Turks and Caicos Islands: grand turk
Tuvalu: tuvaluan, tuvaluans, funafuti
Uganda: ugandan, ugandans, kampala
United Arab Emirates: emiratis, emirates
United Kingdom: briton, britons, wales, northern ireland, english, englishman, englishmen, welsh, scottish, scots, scot, edinburgh, cardiff, belfast, anglo
United States
Uruguay: uruguayan, uruguayans, montevideo
Uzbekistan: uzbekistani, tashkent, uzbek, uzbeks
Vanuatu
Vatican City: vatican city, holy see, vatican
Venezuela: venezuelan, venezuelans, caracas
Virgin Islands: virgin islander, virgin islanders, charlotte amalie
Wallis and Futuna: wallisian, wallisians, futunan, futunans
West Bank
Western Sahara: sahrawi, sahrawis, sahraoui, sahraouis, sahrawian, sahraouian
Yemen: yemeni, yemenis, sanaa, sana'a
Yugoslavia: yugoslav, yugoslavs
Zambia: zambian, zambians, lusaka
Zimbabwe: zimbabwean, zimbabweans, harare
`;

/** Each with its words in lower case, without accents. */
export const worldCountries: readonly { name: string; words: readonly string[] }[] = table
  .trim()
  .split('\n')
  .map((row) => {
    const [name = '', words = ''] = row.split(': ');
    return { name, words: [name.toLowerCase(), ...words.split(', ').filter((word) => word !== '')] };
  });
