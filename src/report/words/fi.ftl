# Raporttien lauseet suomeksi. Avaimet ovat kaikissa kielissä samat.

# Tulokset
verdict-met = Löytyi
verdict-weak = Löytyi, mutta heikkona
verdict-contradicted = Ristiriidassa
verdict-missing = Ei löytynyt
verdict-not-applicable = Ei sovellu
verdict-undetermined = Ei voitu arvioida
meaning-met = Aiheesta löytyi ehto, eikä siinä nähty mitään sitä heikentävää. Lue se ennen kuin luotat siihen.
meaning-weak = Ehto on olemassa, mutta se jättää porsaanreiän, ei sido ketään tai sen luku on rajan ulkopuolella.
meaning-contradicted = Jokin kohta sanoo vaatimuksen vastaista.
meaning-missing = Kaikki luettiin, eikä tällaista ehtoa löytynyt.
meaning-not-applicable = Kaikki luettiin, eikä mikään siinä tee vaatimusta tarpeelliseksi.
meaning-undetermined = Tällaista ehtoa ei löytynyt, mutta kaikkea ei voitu lukea.

# Kuinka paljon puute merkitsee
severity-critical = Kriittinen
severity-high = Korkea
severity-medium = Keskitaso
severity-low = Matala

# Vaatimusryhmät
family-access = Pääsy ja identiteetti
family-ai = Tekoäly
family-audit = Auditointi ja testaus
family-availability = Saatavuus ja jatkuvuus
family-budget = Hinta ja valinta
family-data = Tiedot ja tietosuoja
family-development = Kehitys ja päivitykset
family-encryption = Salaus
family-exit = Päättyminen ja tietojen palautus
family-governance = Hallinta
family-incident = Poikkeamat
family-iot = Laitteet ja ohjausjärjestelmät
family-liability = Vastuu
family-logging = Lokit ja valvonta
family-personnel = Henkilöstö
family-supply-chain = Toimitusketju
family-commercial = Kaupalliset ehdot
family-confidentiality = Salassapito
family-processing = Henkilötietojen käsittely

# Mitä kohta tekee
role-supports = sanoo sen
role-weakens = ei riitä
role-contradicts = sanoo päinvastaista
role-triggers = tekee vaatimuksesta soveltuvan
role-nearest = tulee lähimmäksi

# Syyt
reason-only-recommended = sitä vain suositellaan (”tulisi”), ei vaadita
reason-only-permitted = se vain sallitaan (”voi”, ”saa”), ei vaadita
reason-vague = ”{ $x }” jättää avoimeksi, kuinka paljon vaaditaan
reason-number-missing = lukua ei ole annettu: { $parameter } (vaaditaan { $required })
reason-number-instead = siinä sanotaan ”{ $instead }”; lukua ei ole annettu: { $parameter } (vaaditaan { $required })
reason-number-outside = { $parameter } on { $found }; vaaditaan { $required }
reason-duty-denied = velvollisuus kielletään nimenomaisesti
reason-forbidden = se on tässä kielletty, ei vaadittu
reason-not-forbidden = sitä ei kielletä tässä
reason-obsolete = ”{ $x }” on vanhentunut ja sallitaan tässä
reason-obsolete-instead = ”{ $x }” on vanhentunut ja sallitaan tässä; vaadi sen sijaan { $instead }
reason-not-binding = se kuvaa, mutta ei sido ketään
reason-only-skills = se vaatii henkilöstöltä osaamista tai kokemusta
reason-right-of-supplier = se antaa oikeuden toimittajalle, ei tilaajalle
reason-wrong-party-supplier = se sitoo toimittajaa, ei toimittajaa
reason-wrong-party-customer = se sitoo tilaajaa, ei toimittajaa
reason-wrong-party-both = se sitoo molempia osapuolia, ei toimittajaa
reason-wrong-party-third-party = se sitoo kolmatta osapuolta, ei toimittajaa
reason-wrong-party-unstated = se ei sido ketään nimettyä, ei toimittajaa
reason-only-heading = se on vain otsikko
reason-only-contents = se on vain sisällysluettelon rivi
reason-only-definition = se vain määrittelee käsitteen
reason-only-question = se on kysymys
reason-only-placeholder = se on ohje mallipohjan täyttäjälle
reason-exception = ”{ $x }” jättää porsaanreiän
reason-only-boilerplate = se on lomakkeen tekstiä eikä ehto
reason-lacks = siinä puhutaan näistä: { $found }, mutta ei näistä: { $missing }
reason-nothing-found = siitä ei löytynyt mitään { $n } läpikäydystä kohdasta
reason-not-fully-read = { $n ->
    [one] yhtä asiakirjaa ei voitu lukea kokonaan, joten puuttumista ei ole todistettu
   *[other] { $n } asiakirjaa ei voitu lukea kokonaan, joten puuttumista ei ole todistettu
}
reason-not-of-kind = sitä ei odoteta näissä: { $x }
reason-not-triggered = mikään tässä aineistossa ei koske tätä: { $x }
reason-of-nearest = lähimmäksi tuleva kohta ei riitä: { $x }
list-and = { $init } ja { $end }
list-or = { $init } tai { $end }

# Asiakirjat
kind-tender = tarjouspyyntö
kind-contract = sopimus
kind-sla = palvelutasosopimus
kind-dpa = henkilötietojen käsittelysopimus
short-kind-tender = tarjouspyyntö
short-kind-contract = sopimus
short-kind-sla = SLA
short-kind-dpa = käsittelysopimus
status-read = luettu
status-partly-read = osittain luettu
status-unreadable = ei luettu
status-skipped = jätetty pois
language-en = englanti
language-sv = ruotsi
language-da = tanska
language-no = norja
language-de = saksa
language-nl = hollanti
language-fi = suomi
language-fr = ranska
language-other = muu kieli
language-und = tuntematon

# Osapuolet ja velvollisuudet
party-supplier = toimittaja
party-customer = tilaaja
party-both = molemmat osapuolet
party-third-party = kolmas osapuoli
party-unstated = ei kukaan nimetty
force-must = täytyy
force-should = tulisi
force-may = saa
force-statement = toteaa

# Paikat ja luvut
place-page = sivu { $page }
place-label = numeroitu { $x }
place-recognised = luettu tekstintunnistuksella
place-row = taulukko { $table }, rivi { $row }
unit-minutes = { $x } min
unit-hours = { $x } h
unit-days = { $x } päivää
unit-working-days = { $x } työpäivää
unit-weeks = { $x } viikkoa
unit-months = { $x } kuukautta
unit-years = { $x } vuotta
unit-price-base-amounts = { $x } Ruotsin hintaperusmäärää

# Kuinka hyvin viite on tarkistettu
basis-knowledge = muistista, ei tarkistettu lähteestä
basis-uncertain = epävarma, tarkista ennen käyttöä

# Mitä asiakirjan lukemisesta on hyvä tietää
note-on-page = sivu { $page }: { $note }
note-not-readable = tiedostoa ei voitu avata
note-empty = siinä ei ole tekstiä
note-unsupported-format = tätä muotoa ei voi lukea
note-needs-password = se vaatii salasanan
note-damaged = se on vahingoittunut ja osa siitä menetettiin
note-no-text-layer = sivu on kuva ilman tekstiä
note-garbled = merkkejä ei voi tunnistaa
note-too-large = kokoraja täyttyi; loppua ei luettu
note-too-deep = se on liian syvälle sisäkkäinen; syvempää ei luettu
note-too-many-parts = siinä on liian monta osaa; loppua ei luettu
note-entities-refused = se määrittelee omia entiteettejä, jotka jätettiin pois
note-ambiguous = sen voi lukea useammalla kuin yhdellä tavalla
note-crashed = lukija epäonnistui siinä
note-timeout = lukeminen kesti liian kauan ja keskeytettiin
note-memory = lukeminen vaati liikaa muistia ja keskeytettiin
note-language-not-supported = osa siitä on kielellä, jolle ei ole sääntöjä
note-hidden-text = siinä on tekstiä, jota lukija ei näkisi; sitä ei arvioitu
note-invisible-characters = näkymättömiä merkkejä poistettiin
note-mixed-script = aakkosia sekoittavat sanat luettiin latinalaisina
note-tracked-changes = siinä on seurattuja muutoksia
note-comments = siinä on kommentteja, joita ei arvioitu
note-wrong-extension = sen nimi lupaa toisen muodon
note-not-followed = se viittaa ulkopuoliseen tekstiin, jota ei luettu
note-encoding-guessed = sen merkistö arvattiin
note-outside-pack = se viittaa liitteeseen, jota aineistossa ei ole
note-attachment-not-read = sen sisällä olevaa asiakirjaa ei luettu
note-recognised = tekstiä tunnistettiin sivujen kuvista
note-not-recognised = sivujen kuvien teksti voitaisiin tunnistaa, mutta sitä ei tehty
note-earlier-versions = se sisältää aiempia versioita itsestään; viimeinen luettiin
note-left-out = se jätettiin pois
note-own-report = se on clausecheckin raportti, joka ei todista sopimuksesta mitään; se jätettiin pois

# Mitä ihmiset ovat päättäneet
disposition-waived = hyväksytty { $expires } asti, hyväksyjä { $approver }: { $reason }
disposition-waived-control = hyväksytty { $expires } asti, hyväksyjä { $approver }: { $reason }; sen sijaan: { $control }
disposition-known = tiedossa alkaen { $x }
disposition-confirmed = vahvistettu puutteeksi: { $x }

# Raportti kokonaisuutena
report-title = Tietoturvaehdot: { $x }
report-title-many = Tietoturvaehdot { $n } aineistossa
skip-to-content = Siirry tuloksiin
nav-label = Sisältö
summary-heading = Lyhyesti
summary-demands = { $n ->
    [one] Yksi vaatimus tarkistettiin.
   *[other] { $n } vaatimusta tarkistettiin.
}
summary-read-all = { $n ->
    [one] Asiakirja luettiin kokonaan.
   *[other] Kaikki { $n } asiakirjaa luettiin kokonaan.
}
summary-read-partly = { $n ->
    [one] Yhtä asiakirjaa ei luettu kokonaan
   *[other] { $n } asiakirjaa ei luettu kokonaan
}; mitä siksi ei voitu löytää, on merkitty ”Ei voitu arvioida”.
summary-recognised = Osa tekstistä tunnistettiin sivujen kuvista ja voi sisältää virheitä.
summary-advice = Raportti näyttää, mitä asiakirjat sanovat ja missä. Riittääkö se oikeudellisesti, on juristin sanottava.
urgent-heading = Tärkeintä
urgent-none = Kriittistä tai korkean tason puutetta ei löytynyt.
urgent-more = { $n ->
    [one] Vielä yksi vakava puute on alempana.
   *[other] Vielä { $n } vakavaa puutetta on alempana.
}
documents-heading = Asiakirjat
documents-caption = Aineiston asiakirjat ja kuinka pitkälle kukin luettiin
documents-file = Tiedosto
documents-kind = Laji
documents-language = Kieli
documents-pages = Sivuja
documents-status = Luettu?
documents-notes = Hyvä tietää
families-heading = Vaatimukset ryhmittäin
families-caption = Kuinka monella kunkin ryhmän vaatimuksella on mikin tulos
families-family = Ryhmä
families-total = Kaikki
chart-description = Palkit näyttävät jokaiselta riviltä, kuinka monella vaatimuksella on mikin tulos. Alla olevassa taulukossa on samat luvut.
standards-heading = Vaatimukset laeittain ja standardeittain
standards-caption = Kuinka monella lakiin tai standardiin liittyvällä vaatimuksella on mikin tulos
standards-standard = Laki tai standardi
factors-heading = Miksi tietoturva pettää, ja mitä aineisto sille tekee
factors-caption = Älykaupunkihankkeita koskevan tutkimuksen tekijät, ja huolehtiiko aineisto niistä
factors-factor = Tekijä
factors-handled = Huolehdittu?
factors-why = Tutkimuksessa
factors-yes = kyllä
factors-no = ei
factors-open = ei voitu arvioida
factors-not-applicable = ei etsitty tästä
storage-heading = Kuka säilyttää mitä tietoja ja missä
storage-caption = Jokainen kohta, joka sanoo, missä tietoja säilytetään. Tyhjä solu on puute: sitä ei sano kohta itse eikä, säännön kattaessa asian, muu aineisto.
storage-none = Mikään kohta ei sano, missä tietoja säilytetään.
storage-who = Kuka
storage-passage = Kohta
storage-gap = ei sanota
storage-elsewhere = muualla: { $x }
storage-see = katso vaatimus
storage-where = Missä se sanotaan
column-data = Tiedot
column-place = Paikka
column-sub-processors = Alikäsittelijät
column-transfer = Siirtoperuste
column-return = Palautus tai poisto
accountability-heading = Kuka vastaa mistä
accountability-caption = Jokaisen löytyneen vaatimuksen hampaat: kuka on velvollinen, mihin mennessä, miten se osoitetaan ja mitä laiminlyönnistä seuraa
accountability-topic = Aihe
accountability-who = Velvollinen
accountability-deadline = Määräaika tai väli
accountability-proof = Näyttö
accountability-consequence = Seuraus
accountability-gap = ei sanota
accountability-none = Vaatimuksia ei löytynyt.
accountability-unstated = ei nimetty
worklist-heading = Kaikki vaatimukset
filter-heading = Näytä
finding-requirement = Mitä pitäisi lukea
finding-why = Miksi sillä on väliä
finding-reasons = Miksi tämä tulos
finding-numbers = Luvut
finding-number = Luku
finding-stated = Annettu
finding-required = Vaadittu
finding-within = Rajoissa?
finding-yes = kyllä
finding-no = ei
finding-nothing = ei mitään
finding-evidence = Mitä asiakirjat sanovat
finding-nearest = Mikä tulee lähimmäksi
finding-sources = Lähteet
finding-model-clause = Liitettävä teksti
finding-model-hint = Yksi napsautus valitsee kaiken.
finding-model-none = Tällä kielellä ei vielä ole tekstiä; tämän kieli on { $x }.
finding-show-in-text = näytä tekstissä
finding-doubtful = Tunnistettu, mutta ei varmasti: { $x }
finding-questions = Esitettävä kysymys
question-missing = Missä asiakirjat vaativat tätä: { $x }? Jos eivät missään: pitäisikö niiden?
question-weak = Pitääkö tämän olla sitova, poikkeuksetta ja tarvittaessa luvun kanssa: { $x }?
question-contradicted = Mikä kohta pätee ja mikä poistetaan: { $x }?
question-undetermined = Mitä osat, joita ei voitu lukea, sanovat tästä: { $x }?
text-heading = Asiakirjat
text-page = Sivu { $x }
text-evidence-for = { $n }: kohta aiheesta { $x }
text-cut = Teksti on pidempi kuin tässä voi näyttää; loput jätettiin pois tältä sivulta, ei tarkistuksesta.
matrix-heading = Kaikki aineistot
matrix-caption = Jokainen vaatimus jokaisessa aineistossa
matrix-demand = Vaatimus
footer-made-by = Tehnyt { $tool } { $version } säännöstöllä { $ruleset } { $ruleset-version } ({ $hash }).
footer-offline = Tehty tällä tietokoneella; mitään ei lähetetty mihinkään.
mark-met = ✓
mark-weak = ~
mark-contradicted = ✗
mark-missing = ○
mark-not-applicable = –
mark-undetermined = ?

# Taulukot avattaviin ohjelmiin
sheet-requirements = Vaatimukset
sheet-passages = Kohdat
sheet-documents = Asiakirjat
sheet-storage = Tiedot
sheet-accountability = Vastuut
sheet-notes = Tietoja
sheet-rule = Sääntö
sheet-demand = Vaatimus
sheet-family = Ryhmä
sheet-severity = Vakavuus
sheet-verdict = Tulos
sheet-reasons = Syyt
sheet-document = Asiakirja
sheet-page = Sivu
sheet-clause = Kohdan numero
sheet-quote = Kohta
sheet-role = Kohdan merkitys
sheet-wording = Liitettävä teksti
sheet-decision = Käsittelijän päätös
sheet-comment = Huomautus
sheet-approver = Päättäjä
sheet-expires = Hyväksytty asti (VVVV-KK-PP)
sheet-fingerprint = Sormenjälki
sheet-pack = Aineisto
decision-confirm = Puute vahvistettu
decision-accept = Puute hyväksytty
decision-wrong = Havainto on väärä
decision-open = Avoin
sheet-how = Valitse jokaiselle riville päätös ja tallenna. ”clausecheck review import” lukee sen takaisin.

# Luvut, jotka eivät täsmää, ja poikkeuksista huolehtivat
conflicts-heading = Eri lukuja samasta asiasta
conflicts-caption = Ratkaiskaa, mikä pätee.
conflicts-precedence = Mikä menee minkä edelle
conflicts-no-precedence = Ei löytynyt kohtaa, joka sanoisi, mikä menee minkä edelle.
remarks-heading = Poikkeukset, lähtötilanne ja säännöt

# Kommentit marginaalissa
comment-nowhere = Ei löytynyt mistään asiakirjoista:

# Kirje
letter-title = Puutteet tietoturvaehdoissa: { $x }
letter-intro = Aineiston { $x } asiakirjoja verrattiin siihen, mitä ostajan pitäisi vaatia toimittajan kyberturvallisuudelta. Tässä on, mitä niistä puuttuu, missä se näkyy, ja liitettävää tekstiä.
letter-table = Yleiskuva
letter-gaps = Puutteet, vakavimmat ensin
letter-found = Mitä löytyi
letter-unread = Mitä ei voitu lukea
letter-questions = Kysymyksiä laatijalle tai toimittajalle

# Kappale sähköpostiin
mail-subject = Tietoturvaehdot: { $x }
mail-greeting = Aineiston { $x } asiakirjoista tarkistettiin { $n } tietoturvavaatimusta.
mail-counts = { $met } löytyi, { $weak } on heikkoja, { $contradicted } on ristiriidassa, { $missing } ei löytynyt, { $undetermined } ei voitu arvioida, { $na } ei sovellu.
mail-urgent = Tärkeintä: { $x }.
mail-unread = Ei luettu kokonaan: { $x }.
mail-end = Koko raportti näyttää jokaisen kohdan ja liitettävän tekstin.

# Päätteessä
term-undetermined = Ei voitu arvioida, koska kaikkea ei luettu
term-not-applicable = Ei sovellu tähän aineistoon
term-partly-read = LUETTU VAIN OSITTAIN
term-unreadable = EI LUETTU
term-pages = { $n ->
    [one] 1 sivu
   *[other] { $n } sivua
}
term-more-notes = … ja vielä { $n } huomautusta lajia { $x }
term-summary = { $n } vaatimusta etsittiin: { $x }.
term-n-missing = { $n } ei löytynyt
term-n-weak = { $n } löytyi, mutta heikkona
term-n-contradicted = { $n } ristiriidassa
term-n-met = { $n } löytyi
term-n-undetermined = { $n } ei voitu arvioida
term-n-waived = { $n } hyväksytty
term-n-known = { $n } tiedossa
term-n-confirmed = { $n } vahvistettu
term-decided = { $n ->
    [one] Ainoasta puutteesta: { $x }.
   *[other] { $n } puutteesta: { $x }.
}
term-expected = Odotettu: { $x }
term-nearest = Lähimpänä: { $x }
term-also = Mutta myös: { $x }
term-hard-to-read = tarkista itse, vaikealukuinen: { $x }
term-not-enough = ei riitä: { $x }
term-checked = Tarkistettiin { $documents }, { $packs }, { $x }; { $reading }.
term-documents = { $n ->
    [one] 1 asiakirja
   *[other] { $n } asiakirjaa
}
term-packs = { $n ->
    [one] 1 aineisto
   *[other] { $n } aineistoa
}
term-all-read = kaikki luettiin
term-not-all-read = { $n ->
    [one] 1 jäi osin lukematta, joten se, mitä ei löytynyt, voi olla siellä
   *[other] { $n } jäi osin lukematta, joten se, mitä ei löytynyt, voi olla siellä
}
term-next = Miksi sillä on väliä, ja liitettävä teksti: { $x }

# Mitä kullekin vaatimukselle tapahtui kahden version välillä
compare-compared = { $n ->
    [one] Verrattu 1 vaatimus: { $x }.
   *[other] Verrattu { $n } vaatimusta: { $x }.
}
compare-more-passages = { $n ->
    [one] … ja 1 kohta lisää
   *[other] … ja { $n } kohtaa lisää
}
compare-change-lost = Kadonnut
compare-change-weakened = Heikentynyt
compare-change-mixed = Osittain heikentynyt
compare-change-unclear = Ei voitu verrata
compare-change-gained = Lisätty
compare-change-strengthened = Tiukentunut
compare-change-reworded = Muotoiltu uudelleen
compare-change-moved = Siirretty
compare-change-same = Ennallaan
compare-meaning-lost = vaadittiin eikä enää vaadita
compare-meaning-weakened = vaatii vähemmän kuin ennen tai on nyt ristiriidassa
compare-meaning-mixed = vaatii yhdessä suhteessa vähemmän ja toisessa enemmän
compare-meaning-unclear = ei voitu arvioida toisella puolella
compare-meaning-gained = vaaditaan nyt eikä vaadittu ennen
compare-meaning-strengthened = vaatii enemmän kuin ennen tai ei ole enää ristiriidassa
compare-meaning-reworded = sanotaan toisin sanoin tai muissa kohdissa ja vaatii yhtä paljon
compare-meaning-moved = on muualla samoin sanoin
compare-meaning-same = ei muuttunut
compare-survival-contradicted = ristiriidassa
compare-survival-lost = kadonnut
compare-survival-never-asked = ei koskaan pyydetty
compare-survival-weakened = heikentynyt
compare-survival-not-assessed = ei voitu arvioida
compare-survival-not-applicable = ei sovellu
compare-survival-added = lisätty
compare-survival-kept = säilynyt
compare-both = molemmissa: { $x }
compare-both-unchanged = Ennallaan molemmissa: { $x }
compare-others = Muut toimittajan velvollisuudet, jotka sitovat vähemmän kuin ennen
compare-see-json = katso --format json
compare-closing = Verrattu: { $documents }; säännöt { $x }.
compare-old = Vanha: { $x }
compare-new = Uusi: { $x }
compare-unread = Ei luettu kokonaan
compare-demands = Vaatimukset
compare-number = Määrä
compare-requirements = Säilyivätkö vaatimukset?
compare-requirements-caption = Jokainen vaatimus, mitä kumpikin puoli siitä sanoo ja mitä siitä on jäljellä
compare-requirement = Vaatimus
compare-outcome = Tulos
compare-changes-not-made = (ilman muutoksia)
compare-changes-accepted = (muutokset hyväksytty)
compare-now = nyt: { $x }
compare-no-longer = ei enää: { $x }
compare-now-recommended = sitä vaadittiin, ja nyt sitä vain suositellaan (”pitäisi”)
compare-now-permitted = sitä vaadittiin, ja nyt se vain sallitaan (”saa”, ”voi”)
compare-now-denied = velvollisuus kielletään nyt nimenomaisesti
compare-now-not-binding = se vain kuvaa nyt eikä sido ketään
compare-no-longer-recommended = sitä vain suositeltiin (”pitäisi”), ja nyt sitä vaaditaan
compare-no-longer-permitted = se vain sallittiin (”saa”, ”voi”), ja nyt sitä vaaditaan
compare-no-longer-denied = velvollisuutta ei enää kielletä
compare-no-longer-not-binding = se vain kuvasi ennen ja sitoo nyt
compare-number-weaker = { $parameter }: ennen { $old }, nyt { $new }, mikä on heikompi
compare-number-stricter = { $parameter }: ennen { $old }, nyt { $new }, mikä on tiukempi
compare-no-number = ei lukua
compare-not-demanded = se ei enää vaadi tätä
compare-newly-demanded = se ei vaatinut tätä ennen
compare-gone-contradiction = tämä oli ristiriidassa vaatimuksen kanssa ja on poistettu
compare-gone = tämä on poistettu
compare-came-contradiction = tämä on uusi ja ristiriidassa vaatimuksen kanssa
compare-came = tämä on uusi
