# Rapportenes setninger på norsk. Nøklene er de samme i alle språk.

# Utfall
verdict-met = Finnes
verdict-weak = Finnes, men svakt
verdict-contradicted = Motsagt
verdict-missing = Ikke funnet
verdict-not-applicable = Ikke aktuelt
verdict-undetermined = Kunne ikke vurderes
meaning-met = Et vilkår om emnet ble funnet, og ingenting ble sett som svekker det. Les det før du stoler på det.
meaning-weak = Det finnes et vilkår, men det lar en utvei stå åpen, binder ingen, eller tallet ligger utenfor grensen.
meaning-contradicted = Et sted sier det motsatte av kravet.
meaning-missing = Alt ble lest, og et slikt vilkår ble ikke funnet.
meaning-not-applicable = Alt ble lest, og ingenting i det gjør kravet nødvendig.
meaning-undetermined = Et slikt vilkår ble ikke funnet, men ikke alt kunne leses.

# Hvor mye en mangel betyr
severity-critical = Kritisk
severity-high = Høy
severity-medium = Middels
severity-low = Lav

# Kravfamilier
family-access = Tilgang og identitet
family-ai = Kunstig intelligens
family-audit = Revisjon og testing
family-availability = Tilgjengelighet og kontinuitet
family-budget = Pris og tildeling
family-data = Data og personvern
family-development = Utvikling og oppdatering
family-encryption = Kryptering
family-exit = Avslutning og tilbakelevering av data
family-governance = Styring
family-incident = Hendelser
family-iot = Enheter og styringssystemer
family-liability = Ansvar
family-logging = Logging og overvåking
family-personnel = Personell
family-supply-chain = Leverandørkjede
family-commercial = Forretningsvilkår
family-confidentiality = Konfidensialitet
family-processing = Behandling av personopplysninger

# Hva et sted gjør
role-supports = sier det
role-weakens = strekker ikke til
role-contradicts = sier det motsatte
role-triggers = gjør kravet aktuelt
role-nearest = kommer nærmest

# Grunner
reason-only-recommended = det er bare anbefalt («bør»), ikke krevd
reason-only-permitted = det er bare tillatt («kan», «får»), ikke krevd
reason-vague = «{ $x }» lar det stå åpent hvor mye som kreves
reason-number-missing = det er ikke angitt noe tall for { $parameter } ({ $required } kreves)
reason-number-instead = det står «{ $instead }»; det er ikke angitt noe tall for { $parameter } ({ $required } kreves)
reason-number-outside = { $parameter } er { $found }; { $required } kreves
reason-duty-denied = plikten avvises uttrykkelig
reason-forbidden = det er forbudt her, ikke krevd
reason-not-forbidden = det forbys ikke her
reason-obsolete = «{ $x }» er foreldet og tillates her
reason-obsolete-instead = «{ $x }» er foreldet og tillates her; krev { $instead } i stedet
reason-not-binding = det beskriver, men binder ingen
reason-only-skills = det krever kunnskap eller erfaring hos personalet
reason-right-of-supplier = det gir retten til leverandøren, ikke til kunden
reason-wrong-party-supplier = det binder leverandøren, ikke leverandøren
reason-wrong-party-customer = det binder kunden, ikke leverandøren
reason-wrong-party-both = det binder begge parter, ikke leverandøren
reason-wrong-party-third-party = det binder en tredjepart, ikke leverandøren
reason-wrong-party-unstated = det binder ingen bestemt, ikke leverandøren
reason-only-heading = det er bare en overskrift
reason-only-contents = det er bare en linje i en innholdsfortegnelse
reason-only-definition = det definerer bare et begrep
reason-only-question = det er et spørsmål
reason-only-placeholder = det er en veiledning til den som fyller ut malen
reason-exception = «{ $x }» lar en utvei stå åpen
reason-only-boilerplate = det er tekst i et skjema og ikke et vilkår
reason-lacks = det handler om { $found }, men ikke om { $missing }
reason-nothing-found = ingenting om det ble funnet i de { $n } stedene som ble gjennomsøkt
reason-not-fully-read = { $n ->
    [one] ett dokument kunne ikke leses helt, så det er ikke bevist at det mangler
   *[other] { $n } dokumenter kunne ikke leses helt, så det er ikke bevist at det mangler
}
reason-not-of-kind = det ventes ikke i { $x }
reason-not-triggered = ingenting i dette materialet handler om { $x }
reason-of-nearest = det som kommer nærmest, strekker ikke til: { $x }
list-and = { $init } og { $end }
list-or = { $init } eller { $end }

# Dokumenter
kind-tender = et konkurransegrunnlag
kind-contract = en kontrakt
kind-sla = en tjenestenivåavtale
kind-dpa = en databehandleravtale
short-kind-tender = konkurransegrunnlag
short-kind-contract = kontrakt
short-kind-sla = SLA
short-kind-dpa = databehandleravtale
status-read = lest
status-partly-read = delvis lest
status-unreadable = ikke lest
status-skipped = utelatt
language-en = engelsk
language-sv = svensk
language-da = dansk
language-no = norsk
language-de = tysk
language-nl = nederlandsk
language-fi = finsk
language-fr = fransk
language-other = et annet språk
language-und = ukjent

# Parter og plikter
party-supplier = leverandøren
party-customer = kunden
party-both = begge parter
party-third-party = en tredjepart
party-unstated = ingen bestemt
force-must = skal
force-should = bør
force-may = kan
force-statement = angir

# Steder og tall
place-page = side { $page }
place-label = nummerert { $x }
place-recognised = lest med OCR
place-row = tabell { $table }, rad { $row }
unit-minutes = { $x } min
unit-hours = { $x } timer
unit-days = { $x } dager
unit-working-days = { $x } arbeidsdager
unit-weeks = { $x } uker
unit-months = { $x } måneder
unit-years = { $x } år
unit-price-base-amounts = { $x } svenske prisbasisbeløp

# Hvor godt en henvisning er kontrollert
basis-knowledge = etter hukommelsen, ikke slått opp
basis-uncertain = usikker, kontroller før bruk

# Hva man bør vite om hvordan et dokument ble lest
note-on-page = side { $page }: { $note }
note-not-readable = filen kunne ikke åpnes
note-empty = den inneholder ingen tekst
note-unsupported-format = formatet kan ikke leses
note-needs-password = den krever passord
note-damaged = den er skadet, og en del gikk tapt
note-no-text-layer = siden er et bilde uten tekst
note-garbled = tegn kan ikke tydes
note-too-large = en størrelsesgrense ble nådd; resten ble ikke lest
note-too-deep = den er nøstet for dypt; det dypere ble ikke lest
note-too-many-parts = den har for mange deler; resten ble ikke lest
note-entities-refused = den erklærer egne entiteter, som ble utelatt
note-ambiguous = den kan leses på mer enn én måte
note-crashed = leseren mislyktes med den
note-timeout = lesingen tok for lang tid og ble stoppet
note-memory = lesingen krevde for mye minne og ble stoppet
note-language-not-supported = en del er på et språk som det ikke finnes regler for
note-hidden-text = den har tekst som en leser ikke ser; den ble ikke vurdert
note-invisible-characters = usynlige tegn ble fjernet
note-mixed-script = ord som blander alfabeter, ble lest som latinske
note-tracked-changes = den har sporede endringer
note-comments = den har kommentarer, som ikke ble vurdert
note-wrong-extension = navnet lover et annet format
note-not-followed = den peker på tekst utenfor, som ikke ble lest
note-encoding-guessed = tegnkodingen ble gjettet
note-outside-pack = den viser til et vedlegg som ikke er i materialet
note-attachment-not-read = et dokument inni den ble ikke lest
note-recognised = tekst ble gjenkjent i bilder av sider
note-not-recognised = tekst i bilder av sider kunne gjenkjennes, men ble det ikke
note-earlier-versions = den inneholder tidligere versjoner av seg selv; den siste ble lest
note-left-out = den ble utelatt
note-own-report = den er en rapport fra clausecheck, som ikke beviser noe om en avtale; den ble utelatt

# Hva mennesker har besluttet
disposition-waived = godtatt til { $expires } av { $approver }: { $reason }
disposition-waived-control = godtatt til { $expires } av { $approver }: { $reason }; i stedet: { $control }
disposition-known = kjent siden { $x }
disposition-confirmed = bekreftet som mangel: { $x }

# Rapporten som helhet
report-title = Sikkerhetsvilkår i { $x }
report-title-many = Sikkerhetsvilkår i { $n } materialer
skip-to-content = Hopp til resultatene
nav-label = Innhold
summary-heading = Kort fortalt
summary-demands = { $n ->
    [one] Ett krav ble kontrollert.
   *[other] { $n } krav ble kontrollert.
}
summary-read-all = { $n ->
    [one] Alt i dokumentet ble lest.
   *[other] Alt i de { $n } dokumentene ble lest.
}
summary-read-partly = { $n ->
    [one] Ett dokument ble ikke lest helt
   *[other] { $n } dokumenter ble ikke lest helt
}; det som derfor ikke kunne finnes, er merket «Kunne ikke vurderes».
summary-recognised = Noe tekst ble gjenkjent i bilder av sider (OCR) og kan inneholde feil.
summary-advice = Rapporten viser hva dokumentene sier, og hvor. Om det er nok rettslig, må en jurist avgjøre.
urgent-heading = Det viktigste
urgent-none = Ingen kritisk eller høy mangel ble funnet.
urgent-more = { $n ->
    [one] Én mangel til av høy alvorlighet står nedenfor.
   *[other] { $n } mangler til av høy alvorlighet står nedenfor.
}
documents-heading = Dokumenter
documents-caption = Materialets dokumenter, og hvor langt hvert av dem ble lest
documents-file = Fil
documents-kind = Slag
documents-language = Språk
documents-pages = Sider
documents-status = Lest?
documents-notes = Verdt å vite
families-heading = Krav etter familie
families-caption = Hvor mange krav i hver familie som har fått hvilket utfall
families-family = Familie
families-total = Alle
chart-description = Søyler viser for hver rad hvor mange krav som har fått hvilket utfall. Tabellen nedenfor har de samme tallene.
standards-heading = Krav etter lov og standard
standards-caption = Hvor mange av kravene som svarer til en lov eller standard, som har fått hvilket utfall
standards-standard = Lov eller standard
factors-heading = Hvorfor sikkerheten svikter, og hva materialet gjør med det
factors-caption = Faktorene i en studie av smartby-prosjekter, og om materialet tar hånd om dem
factors-factor = Faktor
factors-handled = Tatt hånd om?
factors-why = I studien
factors-yes = ja
factors-no = nei
factors-open = kunne ikke vurderes
factors-not-applicable = ikke søkt etter her
storage-heading = Hvem oppbevarer hvilke data hvor
storage-caption = Hvert sted som sier hvor data oppbevares. En tom celle er en mangel: verken det stedet eller, der en regel dekker det, resten av materialet sier det.
storage-none = Ingen steder sies det hvor data oppbevares.
storage-who = Hvem
storage-passage = Sted
storage-gap = sies ikke
storage-elsewhere = et annet sted: { $x }
storage-see = se krav
storage-where = Hvor det står
column-data = Data
column-place = Sted
column-sub-processors = Underdatabehandlere
column-transfer = Overføringsgrunnlag
column-return = Tilbakelevering eller sletting
accountability-heading = Hvem svarer for hva
accountability-caption = Tennene i hvert krav som ble funnet: hvem som er forpliktet, til når, hvordan det vises, og hva som følger hvis det ikke gjøres
accountability-topic = Emne
accountability-who = Forpliktet
accountability-deadline = Frist eller intervall
accountability-proof = Bevis
accountability-consequence = Følge
accountability-gap = sies ikke
accountability-none = Ingen krav ble funnet.
accountability-unstated = ikke nevnt
worklist-heading = Alle krav
filter-heading = Vis
finding-requirement = Hva som bør stå
finding-why = Hvorfor det betyr noe
finding-reasons = Hvorfor dette utfallet
finding-numbers = Tall
finding-number = Tall
finding-stated = Angitt
finding-required = Kreves
finding-within = Innenfor?
finding-yes = ja
finding-no = nei
finding-nothing = ingenting
finding-evidence = Hva dokumentene sier
finding-nearest = Hva som kommer nærmest
finding-sources = Kilder
finding-model-clause = Tekst å lime inn
finding-model-hint = Klikk én gang for å merke alt.
finding-model-none = Det finnes ennå ingen tekst på dette språket; denne er på { $x }.
finding-show-in-text = vis i teksten
finding-doubtful = Gjenkjent, og ikke sikkert: { $x }
finding-questions = Spørsmål å stille
question-missing = Hvor krever dokumentene { $x }? Hvis ingen steder: burde de?
question-weak = Skal { $x } være bindende, uten unntak og med et tall der det trengs?
question-contradicted = Hvilket sted gjelder for { $x }, og hvilket skal strykes?
question-undetermined = Hva sier delene som ikke kunne leses, om { $x }?
text-heading = Dokumentene
text-page = Side { $x }
text-evidence-for = { $n }: sted for { $x }
text-cut = Teksten er lengre enn det som kan vises her; resten ble utelatt fra siden, ikke fra kontrollen.
matrix-heading = Alle materialer
matrix-caption = Hvert krav i hvert materiale
matrix-demand = Krav
footer-made-by = Laget av { $tool } { $version } med regelsettet { $ruleset } { $ruleset-version } ({ $hash }).
footer-offline = Laget på denne datamaskinen; ingenting ble sendt noe sted.
mark-met = ✓
mark-weak = ~
mark-contradicted = ✗
mark-missing = ○
mark-not-applicable = –
mark-undetermined = ?

# Tabeller for programmer som man åpner
sheet-requirements = Krav
sheet-passages = Steder
sheet-documents = Dokumenter
sheet-storage = Data
sheet-accountability = Ansvar
sheet-notes = Om
sheet-rule = Regel
sheet-demand = Krav
sheet-family = Familie
sheet-severity = Alvorlighet
sheet-verdict = Utfall
sheet-reasons = Grunner
sheet-document = Dokument
sheet-page = Side
sheet-clause = Punkt
sheet-quote = Sted
sheet-role = Stedet
sheet-wording = Tekst å lime inn
sheet-decision = Saksbehandlerens avgjørelse
sheet-comment = Kommentar
sheet-approver = Avgjort av
sheet-expires = Godtatt til (ÅÅÅÅ-MM-DD)
sheet-fingerprint = Fingeravtrykk
sheet-pack = Materiale
decision-confirm = Mangel bekreftet
decision-accept = Mangel godtatt
decision-wrong = Funnet er feil
decision-open = Åpen
sheet-how = Velg en avgjørelse for hver rad, og lagre. «clausecheck review import» leser den tilbake.

# Tall som ikke stemmer overens, og de som passer unntakene
conflicts-heading = Forskjellige tall for det samme
conflicts-caption = Avgjør hvilket som gjelder.
conflicts-precedence = Hva som går foran hva
conflicts-no-precedence = Det ble ikke funnet noe sted som sier hva som går foran hva.
remarks-heading = Unntak, utgangspunkt og regler

# Kommentarer i margen
comment-nowhere = Ikke funnet noe sted i dokumentene:

# Brevet
letter-title = Mangler i sikkerhetsvilkår: { $x }
letter-intro = Dokumentene i { $x } ble sammenlignet med hva en kjøper bør kreve av en leverandørs datasikkerhet. Her står hva de mangler, hvor det vises, og tekst å lime inn.
letter-table = Oversikt
letter-gaps = Mangler, de alvorligste først
letter-found = Hva som ble funnet
letter-unread = Hva som ikke kunne leses
letter-questions = Spørsmål til forfatteren eller leverandøren

# Avsnittet til en e-post
mail-subject = Sikkerhetsvilkår i { $x }
mail-greeting = Dokumentene i { $x } ble kontrollert for { $n } sikkerhetskrav.
mail-counts = { $met } ble funnet, { $weak } er svake, { $contradicted } motsies, { $missing } ble ikke funnet, { $undetermined } kunne ikke vurderes, { $na } er ikke aktuelle.
mail-urgent = Viktigst: { $x }.
mail-unread = Ikke helt lest: { $x }.
mail-end = Den fullstendige rapporten viser hvert sted og tekst å lime inn.

# I terminalen
term-undetermined = Kunne ikke vurderes, fordi ikke alt ble lest
term-not-applicable = Ikke aktuelt for materialet
term-partly-read = BARE DELVIS LEST
term-unreadable = IKKE LEST
term-pages = { $n ->
    [one] 1 side
   *[other] { $n } sider
}
term-more-notes = … og { $n } merknader til av slaget { $x }
term-summary = { $n } krav ble søkt etter: { $x }.
term-n-missing = { $n } ikke funnet
term-n-weak = { $n } finnes, men svakt
term-n-contradicted = { $n } motsagt
term-n-met = { $n } finnes
term-n-undetermined = { $n } kunne ikke vurderes
term-n-waived = { $n } godtatt
term-n-known = { $n } kjent
term-n-confirmed = { $n } bekreftet
term-decided = { $n ->
    [one] Av den ene mangelen: { $x }.
   *[other] Av de { $n } manglene: { $x }.
}
term-expected = Ventet: { $x }
term-nearest = Nærmest: { $x }
term-also = Men også: { $x }
term-hard-to-read = se selv etter, vanskelig å lese: { $x }
term-not-enough = strekker ikke til: { $x }
term-checked = Kontrollerte { $documents } i { $packs } med { $x }; { $reading }.
term-documents = { $n ->
    [one] 1 dokument
   *[other] { $n } dokumenter
}
term-packs = { $n ->
    [one] 1 materiale
   *[other] { $n } materialer
}
term-all-read = alt ble lest
term-not-all-read = { $n ->
    [one] 1 ble ikke lest helt, så det som ikke ble funnet, kan stå der
   *[other] { $n } ble ikke lest helt, så det som ikke ble funnet, kan stå der
}
term-next = Hvorfor det betyr noe, og tekst å lime inn: { $x }

# Hva som skjedde med hvert krav mellom to versjoner
compare-compared = { $n ->
    [one] 1 krav sammenlignet: { $x }.
   *[other] { $n } krav sammenlignet: { $x }.
}
compare-more-passages = { $n ->
    [one] … og 1 sted til
   *[other] … og { $n } steder til
}
compare-change-lost = Tapt
compare-change-weakened = Svekket
compare-change-mixed = Delvis svekket
compare-change-unclear = Kunne ikke sammenlignes
compare-change-gained = Kommet til
compare-change-strengthened = Skjerpet
compare-change-reworded = Omformulert
compare-change-moved = Flyttet
compare-change-same = Uendret
compare-meaning-lost = ble krevd og kreves ikke lenger
compare-meaning-weakened = krever mindre enn før, eller motsies nå
compare-meaning-mixed = krever mindre på ett punkt og mer på et annet
compare-meaning-unclear = kunne ikke vurderes på den ene siden
compare-meaning-gained = kreves nå og ble ikke krevd før
compare-meaning-strengthened = krever mer enn før, eller motsies ikke lenger
compare-meaning-reworded = sies med andre ord, eller andre steder, og krever like mye
compare-meaning-moved = står et annet sted med de samme ordene
compare-meaning-same = ble ikke endret
compare-survival-contradicted = motsagt
compare-survival-lost = tapt
compare-survival-never-asked = aldri etterspurt
compare-survival-weakened = svekket
compare-survival-not-assessed = kunne ikke vurderes
compare-survival-not-applicable = ikke aktuelt
compare-survival-added = lagt til
compare-survival-kept = beholdt
compare-both = i begge: { $x }
compare-both-unchanged = Uendret i begge: { $x }
compare-others = Andre plikter for leverandøren som binder mindre enn før
compare-see-json = se --format json
compare-closing = { $documents } ble sammenlignet med { $x }.
compare-old = Gammel: { $x }
compare-new = Ny: { $x }
compare-unread = Ikke lest helt
compare-demands = Krav
compare-number = Antall
compare-requirements = Overlevde kravene?
compare-requirements-caption = Hvert krav, hva hver side sier om det, og hva som er igjen av det
compare-requirement = Krav
compare-outcome = Utfall
compare-changes-not-made = (endringene ikke gjort)
compare-changes-accepted = (endringene godtatt)
compare-now = nå: { $x }
compare-no-longer = ikke lenger: { $x }
compare-now-recommended = det ble krevd og er nå bare anbefalt («bør»)
compare-now-permitted = det ble krevd og er nå bare tillatt («kan»)
compare-now-denied = plikten benektes nå uttrykkelig
compare-now-not-binding = det beskriver nå bare og binder ingen
compare-no-longer-recommended = det var bare anbefalt («bør») og kreves nå
compare-no-longer-permitted = det var bare tillatt («kan») og kreves nå
compare-no-longer-denied = plikten benektes ikke lenger
compare-no-longer-not-binding = det beskrev før bare og binder nå
compare-number-weaker = { $parameter } var { $old } og er { $new }, som er svakere
compare-number-stricter = { $parameter } var { $old } og er { $new }, som er strengere
compare-no-number = ikke noe tall
compare-not-demanded = det krever ikke dette lenger
compare-newly-demanded = det krevde ikke dette før
compare-gone-contradiction = dette motsa kravet og er borte
compare-gone = dette er borte
compare-came-contradiction = dette er nytt og motsier kravet
compare-came = dette er nytt
