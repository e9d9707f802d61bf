"""The words by which names are told: titles, roles, heads of organisations and places, nations."""

from __future__ import annotations

from reportedly.text.wordlist import phrase_set, word_set

HONORIFICS = word_set(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir dame lord lady hon hon. rev rev. fr fr. mx m. mme. herr frau sheikh sheik imam mullah ayatollah pope saint st. king queen prince princess"
)

RANKS = word_set(
    "gen gen. general lt lt. lieutenant col col. colonel maj maj. major capt capt. captain sgt sgt. "
    "sergeant cpl cpl. corporal pvt pvt. private adm adm. admiral brig brig. brigadier cmdr cmdr. "
    "commander marshal commodore ensign cadet lt-col maj-gen maj.-gen. lt.-gen. pfc staff-sgt. insp. "
    "inspector supt. superintendent det. detective constable warrant"
)

OFFICES = word_set(
    "president premier chancellor minister secretary senator sen sen. rep rep. representative "
    "congressman congresswoman governor gov gov. mayor ambassador judge justice sheriff attorney "
    "prosecutor spokesman spokeswoman spokesperson chairman chairwoman chairperson chair director "
    "chief head leader deputy councillor councilman councilwoman professor doctor bishop archbishop "
    "cardinal rabbi pastor father sister brother coach captain ceo cfo editor commissioner "
    "vice-president mp mep delegate speaker counselor counsellor adviser advisor envoy officer "
    "dictator emperor sultan emir comrade first foreign prime defence defense interior vice acting "
    "former ex-president co-founder founder crown majesty highness excellency"
)

PERSON_ROLES = word_set(
    "president premier chancellor minister secretary senator governor mayor ambassador judge sheriff "
    "attorney prosecutor lawyer spokesman spokeswoman spokesperson chairman chairwoman chairperson "
    "director chief head leader deputy councillor professor doctor bishop archbishop cardinal rabbi "
    "pastor coach captain ceo editor commissioner delegate speaker adviser advisor envoy officer "
    "commander general colonel major lieutenant sergeant private soldier fighter volunteer activist "
    "journalist reporter correspondent blogger analyst expert economist historian author writer poet "
    "actor actress singer musician artist director producer scientist researcher engineer teacher "
    "student farmer driver worker resident witness neighbour neighbor victim suspect defendant "
    "businessman businesswoman entrepreneur founder co-founder owner manager president-elect "
    "politician lawmaker legislator mp opposition-leader dissident exile photographer cameraman "
    "presenter anchor host comedian footballer striker goalkeeper defender midfielder player boxer "
    "swimmer runner champion rider pilot astronaut nurse paramedic medic surgeon psychologist "
    "colleague friend wife husband son daughter brother sister father mother uncle aunt cousin widow "
    "king queen prince princess pope imam sheikh warlord dictator general-secretary inspector "
    "detective constable official diplomat aide ally rival successor predecessor instructor loader "
    "shepherd clerk baker keeper guard"
)  # fmt: skip
"""Lower-case words right before a name that make it a person's."""

ORG_HEADS = word_set(
    "ministry department office agency bureau board commission committee council court parliament "
    "senate congress assembly government administration authority service services police army navy "
    "force forces guard guards corps legion brigade battalion regiment division platoon squadron unit "
    "command militia party union front movement league alliance coalition federation confederation "
    "association society organisation organization institute institution university college school "
    "academy hospital clinic church mosque foundation trust fund bank group company corporation corp "
    "corp. inc inc. ltd ltd. llc plc co co. gmbh ag sa enterprises holdings industries partners "
    "airlines airways railways motors energy oil gas petroleum media network broadcasting television "
    "tv radio channel news times post herald gazette journal tribune guardian mail courier chronicle "
    "review observer press wire express telegraph monitor daily weekly magazine today independent sun "
    "mirror standard dispatch echo star bulletin digest "
    "club fc united team centre center laboratory lab museum library theatre theater orchestra "
    "cartel gang mafia brotherhood jihad army state-department secretariat tribunal chamber registry "
    "inspectorate directorate prosecutor's prosecutors headquarters embassy consulate mission nations "
    "bloc caucus rebels partisans fighters regiment volunteers rangers veterans watch monitor "
    "observatory column wing initiative project campaign platform collective cooperative syndicate firm studios "
    "pictures records entertainment pharmaceuticals technologies systems solutions software bancorp"
)  # fmt: skip
"""Last words of the names of organisations."""

GROUP_HEADS = word_set(
    "army navy force forces guard guards corps legion brigade battalion regiment division platoon "
    "squadron unit militia front movement cartel gang mafia brotherhood jihad rebels partisans "
    "fighters volunteers rangers column wing resistance insurgents guerrillas"
)
"""Those of them, and first words, that make a body of people under arms or a movement: a group."""

ORG_STARTS = word_set(
    "ministry department office bureau board commission committee council court university institute "
    "bank church house chamber union association federation society party army armed forces "
    "organisation organization front movement league alliance centre center school college faculty "
    "hospital academy museum agency authority embassy fund foundation confederation congress "
    "government division parliament secretariat organizers legion group bureau brigade corps directorate general-staff staff order friends doctors reporters "
    "people's islamic state peoples"
)
"""Words after which "of" or "for" goes on with the name of an organisation."""

PLACE_HEADS = word_set(
    "region oblast province district county state city town village island islands isles peninsula "
    "river lake sea ocean bay gulf strait mountain mountains mount hill hills valley desert forest "
    "plateau coast beach cape canal reservoir street avenue road square boulevard lane highway bridge "
    "airport port harbour harbor station stadium park palace castle camp prison republic kingdom "
    "territory territories governorate canton prefecture heights falls springs creek glacier pass "
    "crossing border quarter suburb raion ridge shore checkpoint"
)
OF_PLACES = word_set(
    "states republic kingdom gulf bay isle province city state strait cape port sea university sultanate "
    "emirate commonwealth principality duchy region district county territory"
)
"""Words after which "of" goes on with the name of a place."""
OF_EVENTS = word_set("battle siege treaty war massacre uprising raid fall relief")
"""Words after which "of" goes on with the name of an event."""
PLACE_STARTS = word_set(
    "lake mount mt mt. cape port fort gulf bay strait sea isle island city republic kingdom state states province territory saint st. san santa los las el north south east west new old upper lower little great"
)

EVENT_HEADS = word_set(
    "war battle revolution uprising rebellion massacre genocide games olympics cup championship "
    "championships tournament festival marathon prix summit conference congress election elections "
    "referendum day week christmas easter ramadan holocaust olympiad award awards prize expo forum "
    "crisis accord accords agreement treaty act bill law code protocol plan operation"
)

NOT_NAMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december mon tue tues wed thu thurs fri sat sun jan feb "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays "
    "mar apr jun jul aug sept sep oct nov dec i i'm i've i'll i'd am pm a.m p.m gmt utc tv ok phd internet god "
    "covid covid-19 coronavirus constitution photo image video file source read click watch related share subscribe comments"
)

FUNCTION_WORDS = word_set(
    "the a an this that these those he she it they we you i his her its their our my your there here "
    "but and or yet so then thus however meanwhile moreover furthermore nevertheless nonetheless in "
    "on at by for from to with of off after before during since until till when while where why what "
    "who whom whose which how if although though because as than some many most several no not none "
    "according later earlier now today yesterday tomorrow despite whether unless without within among "
    "between against about above below through every each either neither any anyone everyone someone "
    "nobody nothing everything something few much such is are was were be been being has have had can "
    "could will would shall should may might must let do does did also only even just it's he's she's "
    "one two three four five six seven eight nine ten eleven twelve they're we're there's that's don't didn't can't won't isn't i'm i've one's nor per via upon"
)
"""Words that begin no name, in whatever place they have a capital."""

STARTERS = word_set(
    "both all another other others one two three four five six seven eight nine ten dozens hundreds "
    "thousands millions scores recently currently previously once twice often sometimes always never "
    "still already again perhaps maybe indeed instead otherwise near inside outside around across "
    "along little more less same like unlike plus please yes well out up down over under "
    "first second third last next finally additionally similarly consequently therefore hence "
    "officials police authorities residents witnesses reports sources experts analysts critics "
    "supporters opponents people men women children soldiers troops forces fighters rebels militants "
    "local national international federal state government military army early late part following "
    "including given asked speaking under based born founded located known seen making using having "
    "going coming looking taking getting giving joining fighting officially so-called "
    "self-proclaimed new old young former current senior top big large small good bad long high low "
    "hot free full great major minor main final general public private political economic social "
    "certain various numerous multiple additional contrary distrust fierce initial apparently "
    "unfortunately fortunately reportedly allegedly eventually initially originally ultimately "
    "clearly obviously certainly probably possibly naturally essentially wearing photo picture "
    "because thanks due amid ahead back right left half nearly almost roughly approximately "
    "commander president minister spokesman leader chief "
    "ask see look call tell let take visit follow remember note consider imagine listen think write "
    "meet send bring give show"
)
"""Words whose capital at the start of a sentence says nothing."""

PARTICLES = word_set(
    "de del della di da dos das du der des van von la le el al bin ibn ben abu ter"
)

_COUNTRIES = phrase_set(
    "afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, "
    "bahamas, bahrain, bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, "
    "botswana, brazil, brunei, bulgaria, burkina faso, burundi, cambodia, cameroon, canada, chad, chile, "
    "china, colombia, comoros, congo, costa rica, croatia, cuba, cyprus, czechia, czech republic, denmark, "
    "djibouti, dominica, dominican republic, ecuador, egypt, el salvador, eritrea, estonia, eswatini, "
    "ethiopia, fiji, finland, france, gabon, gambia, germany, ghana, greece, grenada, guatemala, guinea, "
    "guyana, haiti, honduras, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, "
    "ivory coast, jamaica, japan, kazakhstan, kenya, kiribati, kosovo, kuwait, kyrgyzstan, laos, latvia, "
    "lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, madagascar, malawi, malaysia, "
    "maldives, mali, malta, mauritania, mauritius, mexico, micronesia, moldova, monaco, mongolia, "
    "montenegro, morocco, mozambique, myanmar, namibia, nauru, nepal, netherlands, new zealand, nicaragua, "
    "niger, nigeria, north korea, north macedonia, norway, oman, pakistan, palau, palestine, panama, "
    "papua new guinea, paraguay, peru, philippines, poland, portugal, qatar, romania, russia, rwanda, "
    "samoa, saudi arabia, senegal, serbia, seychelles, sierra leone, singapore, slovakia, slovenia, "
    "somalia, south africa, south korea, south sudan, spain, sri lanka, sudan, suriname, sweden, "
    "switzerland, syria, taiwan, tajikistan, tanzania, thailand, togo, tonga, tunisia, turkey, türkiye, "
    "turkmenistan, tuvalu, uganda, ukraine, united arab emirates, united kingdom, united states, uruguay, "
    "uzbekistan, vanuatu, vatican, venezuela, vietnam, yemen, zambia, zimbabwe, "
    "us, u.s., u.s.a., usa, uk, u.k., uae, ussr, britain, great britain, england, scotland, wales, "
    "northern ireland, america, soviet union, soviet, korea, burma, macedonia, hong kong, tibet, crimea, "
    "donbas, donbass, chechnya, dagestan, kurdistan, kashmir, catalonia, gaza, west bank, gaza strip, "
    "siberia, transnistria, abkhazia, south ossetia, nagorno-karabakh, balkans, caucasus, "
    "europe, asia, africa, oceania, antarctica, north america, south america, latin america, middle east, "
    "central asia, eastern europe, western europe, scandinavia, caribbean, "
    "moscow, london, paris, berlin, rome, madrid, washington, new york, beijing, tokyo, delhi, new delhi, "
    "mumbai, kyiv, kiev, kharkiv, odesa, odessa, lviv, mariupol, kherson, minsk, warsaw, prague, vienna, "
    "budapest, bucharest, sofia, athens, istanbul, ankara, tehran, baghdad, damascus, aleppo, beirut, "
    "jerusalem, tel aviv, cairo, tripoli, benghazi, tunis, algiers, rabat, khartoum, addis ababa, nairobi, "
    "mogadishu, kampala, kigali, kinshasa, lagos, abuja, accra, dakar, johannesburg, pretoria, cape town, "
    "harare, lusaka, windhoek, riyadh, dubai, doha, sanaa, aden, kabul, kandahar, islamabad, karachi, "
    "lahore, dhaka, colombo, kathmandu, bangkok, hanoi, jakarta, manila, kuala lumpur, sydney, melbourne, "
    "canberra, wellington, auckland, seoul, pyongyang, shanghai, taipei, ottawa, toronto, montreal, "
    "vancouver, los angeles, chicago, san francisco, boston, houston, miami, mexico city, havana, bogota, "
    "caracas, lima, quito, santiago, buenos aires, sao paulo, rio de janeiro, brasilia, geneva, zurich, "
    "brussels, amsterdam, the hague, hague, copenhagen, stockholm, oslo, helsinki, tallinn, riga, vilnius, "
    "dublin, edinburgh, glasgow, belfast, cardiff, manchester, birmingham, liverpool, lisbon, barcelona, "
    "milan, munich, hamburg, frankfurt, belgrade, zagreb, sarajevo, tirana, skopje, pristina, podgorica, "
    "chisinau, tbilisi, yerevan, baku, astana, tashkent, bishkek, dushanbe, st petersburg, st. petersburg, "
    "saint petersburg, rostov, belgorod, bryansk, kursk, voronezh, grozny, sevastopol, donetsk, luhansk, "
    "bakhmut, zaporizhzhia, texas, california, florida, ohio, michigan, virginia, pennsylvania, alaska, "
    "hawaii, arizona, nevada, oregon, colorado, illinois, massachusetts, new jersey, dc, d.c."
)
COUNTRIES = _COUNTRIES
"""Names of countries, great regions and cities so often named that no table need be asked."""

NATIONALITIES = word_set(
    "afghan albanian algerian american andorran angolan argentine argentinian armenian australian "
    "austrian azerbaijani azeri bahraini bangladeshi belarusian belarussian belgian bolivian bosnian "
    "brazilian british briton bulgarian burmese burundian cambodian cameroonian canadian catalan chadian "
    "chechen chilean chinese colombian congolese croatian cuban cypriot czech danish dane dutch "
    "ecuadorian egyptian emirati english eritrean estonian ethiopian filipino finnish finn flemish french "
    "gabonese gambian georgian german ghanaian greek guatemalan guinean haitian honduran hungarian "
    "icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian "
    "kazakh kenyan korean kosovar kurdish kurd kuwaiti kyrgyz laotian latvian lebanese liberian libyan "
    "lithuanian macedonian malawian malaysian malian maltese mauritanian mexican moldovan mongolian "
    "montenegrin moroccan mozambican namibian nepalese nepali nicaraguan nigerian nigerien norwegian "
    "omani pakistani palestinian panamanian paraguayan peruvian polish pole portuguese qatari romanian "
    "russian rwandan salvadoran saudi scottish scot senegalese serbian serb sierra-leonean singaporean "
    "slovak slovenian slovene somali spanish spaniard sudanese swazi swedish swede swiss syrian taiwanese "
    "tajik tanzanian tatar thai tibetan tongan tunisian turkish turk turkmen ugandan ukrainian uruguayan "
    "uyghur uighur uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean european asian african "
    "arab arabic western latin hispanic nordic baltic soviet scandinavian crimean siberian ossetian "
    "abkhaz balkan caucasian"
)
GROUPS = word_set(
    "muslim muslims christian christians jew jews jewish catholic catholics protestant protestants "
    "orthodox sunni sunnis shia shiite shiites hindu hindus buddhist buddhists islamist islamists "
    "communist communists socialist socialists nazi nazis fascist fascists democrat democrats democratic "
    "republican republicans conservative conservatives liberal liberals marxist bolshevik bolsheviks "
    "zionist zionists maoist maoists alawite druze yazidi yazidis hutu tutsi houthi houthis roma cossack "
    "cossacks"
)

GIVEN_NAMES = word_set(
    "aaron abdel abdul abdullah abraham adam adrian ahmad ahmed alain alan albert alejandro aleksandr "
    "aleksei aleksey alex alexander alexandra alexei alexey alfred ali alice alina amanda amir amy ana "
    "anastasia anatoly andre andrea andreas andrei andrew andrey andrii andy angela angelo ann anna anne "
    "anthony antonio anton antony arnold arthur artem ashraf barack barbara barry ben benjamin bernard "
    "bernie bill billy bob boris brian bruce carl carla carlos carol caroline catherine charles charlie "
    "chris christian christina christine christopher claire claudia colin craig cristina cynthia dan "
    "daniel daria david dennis denis deborah derek diana diego dmitri dmitriy dmitry dmytro dominic "
    "donald dorothy douglas eduardo edward elena elizabeth ella emily emma emmanuel enrique eric erik "
    "ernesto esther eva evgeny farid fatima felix fernando fidel francis francisco francois frank fred "
    "gabriel gary gavin gennady george georgy gerald gerard giovanni giuseppe gloria gordon graham greg "
    "gregory guillermo gustavo hamid hannah hans harold harry hassan heather hector helen henri henry "
    "hillary hugo hussein ian ibrahim igor ilya imran ina ingrid irina isaac isabel ismail ivan jack "
    "jacob jacques jaime jake james jamal jan jane janet jason javier jean jeff jeffrey jennifer jeremy "
    "jerry jesse jessica jesus jim jimmy joan joe joel john johnny jon jonathan jorge jose joseph joshua "
    "juan judith julia julian julie julio justin karen karim karl kate katherine kathleen keith kelly "
    "kenneth kevin khaled khalid kim kirill konstantin kyle larry laura lauren laurent lawrence lee leo "
    "leon leonid leslie lewis linda lisa louis lucas lucia lucy luis luke lyudmila magdalena mahmoud "
    "mahmud maksim manuel marc marcel marco marcus margaret maria marie marina mario marina mark marko "
    "marta martha martin mary mateo matt matthew maurice max maxim maximilian megan melissa michael "
    "michel michelle miguel mike mikhail milan miriam mohamed mohammad mohammed monica moses muhammad "
    "mustafa nadia nancy narendra natalia natalie natasha nathan neil nelson nicholas nick nicola "
    "nicolas nicole nikita nikolai nikolay nina noah nora norman oksana oleg oleksandr oleksii olga "
    "oliver olivia omar oscar osman pablo pamela patricia patrick paul paula pavel pedro peter petr "
    "philip philippe pierre rachel rafael rahul ralph ramon raul ray raymond rebecca ricardo richard "
    "rick robert roberto robin rodrigo roger roland roman ron ronald rosa roy ruslan russell ruth ryan "
    "saad said salim sam samuel sandra sara sarah scott sean sebastian sergei sergey sergio serhii sheila "
    "shinzo simon sofia sophia sophie stanislav stefan stephanie stephen steve steven stuart sultan "
    "susan svetlana taras tatiana tatyana ted teresa thomas tim timothy tom tomas tommy tony tracy "
    "umar vadim valentina valery vanessa vasily veronica volodimir victor victoria viktor vincent vitaly vivian "
    "vladimir vladislav volodymyr vyacheslav walter wayne wendy william xavier xi yana yasser yegor "
    "yevgeny yulia yuri yusuf zeinab zhang zoe"
)

SPEECH = word_set(
    "said says told tells added adds wrote writes claimed claims argued argues insisted denied denies "
    "announced explained noted stated acknowledged admitted warned recalled joked emphasized emphasised "
    "stressed believes believed testified replied answered asked tweeted posted continued concluded "
    "confirmed declined urged called accused"
)

ORG_ROLES = word_set(
    "newspaper agency outlet website channel company firm group party movement organisation organization "
    "magazine club charity ngo bank manufacturer broadcaster publisher daily weekly team side airline "
    "militia gang cartel corporation startup start-up union network tabloid portal station "
    "battalion brigade legion regiment unit newswire platform service app site"
)
"""Lower-case words right before a name that make it an organisation's."""

PLACE_ROLES = word_set(
    "city cities town towns village villages hamlet settlement settlements region regions district "
    "districts province provinces capital port island islands river suburb suburbs county state "
    "republic country countries valley municipality commune neighbourhood neighborhood oblast "
    "of-the-villages"
)
"""Lower-case words right before or after a name, or before "of", that make it a place's."""

PLACE_PREPOSITIONS = word_set(
    "in near outside around inside across throughout towards toward beyond into"
)
WEAK_PREPOSITIONS = word_set("at to from")

NO_ORG_ACRONYMS = word_set(
    "manpads manpad dna hiv aids covid gps cctv pdf usd eur gbp ceo cfo himars atacms apc uav ied tnt "
    "sms html pm am gdp vip diy faq id it pr hr sos suv phd ok q&a amp"
)

KNOWN_ORGS = word_set(
    "kremlin pentagon hamas hezbollah taliban telegram twitter facebook youtube instagram tiktok "
    "whatsapp reuters knesset bundestag duma interpol europol unicef unesco amazon google microsoft "
    "al-jazeera al-qaeda al-qaida al-shabaab boko-haram white-house downing-street red-cross red-crescent cnn bbc congress isis daesh fatah aliexpress ebay"
)
"""Single names so often in the news that no neighbour need tell that they are organisations."""

KNOWN_GROUPS = word_set(
    "hamas hezbollah taliban al-qaeda al-qaida al-shabaab boko-haram isis isil daesh fatah wagner farc"
)
"""Those of them, and others, that are armed bodies or movements."""

KNOWN_PERSONS = word_set(
    "putin zelensky zelenskyy zelenskiy biden trump obama macron merkel scholz sunak johnson erdogan "
    "netanyahu xi modi assad lukashenko prigozhin navalny shoigu lavrov medvedev peskov stoltenberg "
    "guterres blinken orban meloni kadyrov gaddafi saddam stalin lenin hitler"
)
"""Surnames so often in the news that they stand alone."""

COMPASS = word_set("north south east west new sri saudi central latin equatorial sierra")
"""First words of nationalities of two words ("South Korean")."""

ABSTRACT = (
    "tion",
    "ment",
    "ing",
    "ity",
    "logy",
    "ics",
    "ance",
    "ence",
    "ship",
    "ness",
    "ism",
    "tions",
    "ments",
    "ings",
    "ities",
    "ure",
    "ures",
)
"""Endings of common nouns; a name that has one is no person's by its shape alone."""

LABELS = word_set(
    "incident phase stage chapter figure table article section annex appendix case part page note "
    "step item question paragraph exhibit level category type version volume number episode"
)
"""Words that a number makes the label of a thing, not a name ("Incident 2")."""

PLACE_OF = word_set(
    "mayor governor residents inhabitants outskirts streets suburbs centre center north south east "
    "west people citizens kilometres kilometers km miles out capital"
)
"""Words after which "of" leads to a place."""

ENTERING = word_set(
    "enter enters entered entering leave leaves leaving reach reaches reached reaching flee flees "
    "fled fleeing border bordering borders invade invades invaded invading"
)
"""Verbs of moving whose object is mostly a place; taken for a hint, no more."""

STATE_ORGANS = word_set(
    "ministry parliament embassy ambassador border borders capital territory mayor coast airspace"
)
"""What a country or a town has: the name that owns it is a place's."""

SITES = word_set(
    "crossing checkpoint terminal airport harbour harbor port bridge station valley river lake island "
    "highway dam refinery region oblast province district county village town city frontier"
)
"""Small words right after a name that make it a place's: "the Marn crossing"."""

SITE_KINDS = word_set("border railway rail train bus police frontier ferry road customs power")
"""Words that may stand between a name and such a word: "the Marn border crossing"."""

OF_A_NATION = word_set(
    "official officials soldier soldiers troops forces army government authorities police border "
    "territory soil president minister ministry ambassador citizen citizens parliament people state "
    "capital media side fighters guards officers officer diplomat diplomats regime opposition"
)
"""Words before which a name with the ending of a nation's people is one: "Marnian soldiers"."""

PEOPLES = word_set(
    "people women men children workers veterans mothers farmers students doctors "
    "widows writers lawyers citizens officers soldiers journalists sailors miners"
)
"""Common nouns whose possessive stands within the name of a body: "the Women's League"."""

MONTHS_AND_DAYS = word_set(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun"
)

REACHES = word_set(
    "regional city town district county state provincial municipal local federal national village"
)
"""Small words between a place and a body of it: "the Marn regional fire service"."""

FIELDS = word_set(
    "fire police health rescue ambulance emergency electoral election border coast water transport "
    "education"
)
"""What such a body is for."""

LOCAL_BODIES = word_set(
    "service department ministry council administration court authority agency hospital brigade "
    "commission committee assembly"
)
"""And what it is."""

NAMESAKES = word_set(
    "group company corporation corp corp. inc inc. ltd ltd. llc plc co co. holdings industries "
    "partners enterprises motors airlines airways studios pictures records entertainment systems "
    "solutions software technologies pharmaceuticals"
)
"""Heads of organisations that are also called by the first word alone: the Bolt Group, Bolt."""

BUILDINGS = word_set(
    "shed hangar warehouse building gate terminal block pier dock depot ward room line area zone"
)
"""Words that a number makes the name of a part of a place ("Shed 4"): where, but no place of its own."""
