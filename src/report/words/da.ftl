# Rapporternes sætninger på dansk. Nøglerne er de samme i alle sprog.

# Udfald
verdict-met = Findes
verdict-weak = Findes, men svagt
verdict-contradicted = Modsagt
verdict-missing = Ikke fundet
verdict-not-applicable = Ikke relevant
verdict-undetermined = Kunne ikke vurderes
meaning-met = Et vilkår om emnet blev fundet, og intet blev set at svække det. Læs det, før du stoler på det.
meaning-weak = Der er et vilkår, men det lader en udvej stå åben, binder ingen, eller tallet ligger uden for grænsen.
meaning-contradicted = Et sted siger det modsatte af kravet.
meaning-missing = Alt blev læst, og et sådant vilkår blev ikke fundet.
meaning-not-applicable = Alt blev læst, og intet i det gør kravet nødvendigt.
meaning-undetermined = Et sådant vilkår blev ikke fundet, men ikke alt kunne læses.

# Hvor meget en mangel betyder
severity-critical = Kritisk
severity-high = Høj
severity-medium = Middel
severity-low = Lav

# Kravfamilier
family-access = Adgang og identitet
family-ai = Kunstig intelligens
family-audit = Revision og test
family-availability = Tilgængelighed og beredskab
family-budget = Pris og tildeling
family-data = Data og databeskyttelse
family-development = Udvikling og opdatering
family-encryption = Kryptering
family-exit = Ophør og tilbagelevering af data
family-governance = Styring
family-incident = Hændelser
family-iot = Enheder og styresystemer
family-liability = Ansvar
family-logging = Logning og overvågning
family-personnel = Personale
family-supply-chain = Leverandørkæde
family-commercial = Forretningsvilkår
family-confidentiality = Fortrolighed
family-processing = Behandling af personoplysninger

# Hvad et sted gør
role-supports = siger det
role-weakens = rækker ikke
role-contradicts = siger det modsatte
role-triggers = gør kravet relevant
role-nearest = kommer nærmest

# Grunde
reason-only-recommended = det er kun anbefalet (»bør«), ikke krævet
reason-only-permitted = det er kun tilladt (»kan«, »må«), ikke krævet
reason-vague = »{ $x }« lader det stå åbent, hvor meget der kræves
reason-number-missing = der er ikke angivet noget tal for { $parameter } ({ $required } kræves)
reason-number-instead = der står »{ $instead }«; der er ikke angivet noget tal for { $parameter } ({ $required } kræves)
reason-number-outside = { $parameter } er { $found }; { $required } kræves
reason-duty-denied = pligten afvises udtrykkeligt
reason-forbidden = det er forbudt her, ikke krævet
reason-not-forbidden = det forbydes ikke her
reason-obsolete = »{ $x }« er forældet og tillades her
reason-obsolete-instead = »{ $x }« er forældet og tillades her; kræv { $instead } i stedet
reason-not-binding = det beskriver, men binder ingen
reason-only-skills = det kræver viden eller erfaring hos personalet
reason-right-of-supplier = det giver retten til leverandøren, ikke til kunden
reason-wrong-party-supplier = det binder leverandøren, ikke leverandøren
reason-wrong-party-customer = det binder kunden, ikke leverandøren
reason-wrong-party-both = det binder begge parter, ikke leverandøren
reason-wrong-party-third-party = det binder en tredjepart, ikke leverandøren
reason-wrong-party-unstated = det binder ingen bestemt, ikke leverandøren
reason-only-heading = det er kun en overskrift
reason-only-contents = det er kun en linje i en indholdsfortegnelse
reason-only-definition = det definerer kun et begreb
reason-only-question = det er et spørgsmål
reason-only-placeholder = det er en vejledning til den, der udfylder skabelonen
reason-exception = »{ $x }« lader en udvej stå åben
reason-only-boilerplate = det er tekst i en formular og intet vilkår
reason-lacks = det handler om { $found }, men ikke om { $missing }
reason-nothing-found = intet om det blev fundet i de { $n } steder, der blev gennemsøgt
reason-not-fully-read = { $n ->
    [one] et dokument kunne ikke læses helt, så det er ikke bevist, at det mangler
   *[other] { $n } dokumenter kunne ikke læses helt, så det er ikke bevist, at det mangler
}
reason-not-of-kind = det ventes ikke i { $x }
reason-not-triggered = intet i dette materiale handler om { $x }
reason-of-nearest = det, der kommer nærmest, rækker ikke: { $x }
list-and = { $init } og { $end }
list-or = { $init } eller { $end }

# Dokumenter
kind-tender = et udbudsmateriale
kind-contract = en kontrakt
kind-sla = en serviceleveranceaftale
kind-dpa = en databehandleraftale
short-kind-tender = udbud
short-kind-contract = kontrakt
short-kind-sla = SLA
short-kind-dpa = databehandleraftale
status-read = læst
status-partly-read = delvis læst
status-unreadable = ikke læst
status-skipped = udeladt
language-en = engelsk
language-sv = svensk
language-da = dansk
language-no = norsk
language-de = tysk
language-nl = nederlandsk
language-fi = finsk
language-fr = fransk
language-other = et andet sprog
language-und = ukendt

# Parter og pligter
party-supplier = leverandøren
party-customer = kunden
party-both = begge parter
party-third-party = en tredjepart
party-unstated = ingen bestemt
force-must = skal
force-should = bør
force-may = kan
force-statement = angiver

# Steder og tal
place-page = side { $page }
place-label = nummereret { $x }
place-recognised = læst med OCR
place-row = tabel { $table }, række { $row }
unit-minutes = { $x } min.
unit-hours = { $x } timer
unit-days = { $x } dage
unit-working-days = { $x } arbejdsdage
unit-weeks = { $x } uger
unit-months = { $x } måneder
unit-years = { $x } år
unit-price-base-amounts = { $x } svenske prisbasisbeløb

# Hvor godt en henvisning er kontrolleret
basis-knowledge = efter hukommelsen, ikke slået op
basis-uncertain = usikker, kontrollér før brug

# Hvad man bør vide om, hvordan et dokument blev læst
note-on-page = side { $page }: { $note }
note-not-readable = filen kunne ikke åbnes
note-empty = den indeholder ingen tekst
note-unsupported-format = formatet kan ikke læses
note-needs-password = den kræver en adgangskode
note-damaged = den er beskadiget, og en del gik tabt
note-no-text-layer = siden er et billede uden tekst
note-garbled = tegn kan ikke tydes
note-too-large = en størrelsesgrænse blev nået; resten blev ikke læst
note-too-deep = den er indlejret for dybt; det dybere blev ikke læst
note-too-many-parts = den har for mange dele; resten blev ikke læst
note-entities-refused = den erklærer egne entiteter, som blev udeladt
note-ambiguous = den kan læses på mere end én måde
note-crashed = læseren fejlede på den
note-timeout = læsningen tog for lang tid og blev standset
note-memory = læsningen krævede for meget hukommelse og blev standset
note-language-not-supported = en del er på et sprog, som der ikke er regler for
note-hidden-text = den har tekst, som en læser ikke ser; den blev ikke vurderet
note-invisible-characters = usynlige tegn blev fjernet
note-mixed-script = ord, der blander alfabeter, blev læst som latinske
note-tracked-changes = den har sporede ændringer
note-comments = den har kommentarer, som ikke blev vurderet
note-wrong-extension = dens navn lover et andet format
note-not-followed = den peger på tekst udenfor, som ikke blev læst
note-encoding-guessed = tegnkodningen blev gættet
note-outside-pack = den henviser til et bilag, som ikke er i materialet
note-attachment-not-read = et dokument inde i den blev ikke læst
note-recognised = tekst blev genkendt i billeder af sider
note-not-recognised = tekst i billeder af sider kunne genkendes, men blev det ikke
note-earlier-versions = den indeholder tidligere versioner af sig selv; den sidste blev læst
note-left-out = den blev udeladt
note-own-report = den er en rapport fra clausecheck, som intet beviser om en kontrakt; den blev udeladt

# Hvad mennesker har besluttet
disposition-waived = accepteret til { $expires } af { $approver }: { $reason }
disposition-waived-control = accepteret til { $expires } af { $approver }: { $reason }; i stedet: { $control }
disposition-known = kendt siden { $x }
disposition-confirmed = bekræftet som mangel: { $x }

# Rapporten som helhed
report-title = Sikkerhedsvilkår i { $x }
report-title-many = Sikkerhedsvilkår i { $n } materialer
skip-to-content = Spring til resultaterne
nav-label = Indhold
summary-heading = Kort fortalt
summary-demands = { $n ->
    [one] Ét krav blev kontrolleret.
   *[other] { $n } krav blev kontrolleret.
}
summary-read-all = { $n ->
    [one] Alt i dokumentet blev læst.
   *[other] Alt i de { $n } dokumenter blev læst.
}
summary-read-partly = { $n ->
    [one] Ét dokument blev ikke læst helt
   *[other] { $n } dokumenter blev ikke læst helt
}; det, der derfor ikke kunne findes, er mærket »Kunne ikke vurderes«.
summary-recognised = Noget tekst blev genkendt i billeder af sider (OCR) og kan indeholde fejl.
summary-advice = Rapporten viser, hvad dokumenterne siger, og hvor. Om det er nok retligt, må en jurist afgøre.
urgent-heading = Det vigtigste
urgent-none = Ingen kritisk eller høj mangel blev fundet.
urgent-more = { $n ->
    [one] Én mangel mere af høj alvor står nedenfor.
   *[other] { $n } mangler mere af høj alvor står nedenfor.
}
documents-heading = Dokumenter
documents-caption = Materialets dokumenter, og hvor langt hvert af dem blev læst
documents-file = Fil
documents-kind = Slags
documents-language = Sprog
documents-pages = Sider
documents-status = Læst?
documents-notes = Værd at vide
families-heading = Krav efter familie
families-caption = Hvor mange krav i hver familie der har fået hvilket udfald
families-family = Familie
families-total = Alle
chart-description = Søjler viser for hver række, hvor mange krav der har fået hvilket udfald. Tabellen nedenfor har de samme tal.
standards-heading = Krav efter lov og standard
standards-caption = Hvor mange af de krav, der svarer til en lov eller standard, der har fået hvilket udfald
standards-standard = Lov eller standard
factors-heading = Hvorfor sikkerheden svigter, og hvad materialet gør ved det
factors-caption = Faktorerne i en undersøgelse af smart city-projekter, og om materialet tager hånd om dem
factors-factor = Faktor
factors-handled = Taget hånd om?
factors-why = I undersøgelsen
factors-yes = ja
factors-no = nej
factors-open = kunne ikke vurderes
factors-not-applicable = ikke eftersøgt her
storage-heading = Hvem opbevarer hvilke data hvor
storage-caption = Hvert sted, der siger, hvor data opbevares. En tom celle er en mangel: hverken det sted eller, hvor en regel dækker det, resten af materialet siger det.
storage-none = Intet sted siger, hvor data opbevares.
storage-who = Hvem
storage-passage = Sted
storage-gap = siges ikke
storage-elsewhere = andetsteds: { $x }
storage-see = se krav
storage-where = Hvor det står
column-data = Data
column-place = Sted
column-sub-processors = Underdatabehandlere
column-transfer = Overførselsgrundlag
column-return = Tilbagelevering eller sletning
accountability-heading = Hvem svarer for hvad
accountability-caption = Tænderne i hvert krav, der blev fundet: hvem der er forpligtet, til hvornår, hvordan det vises, og hvad der følger, hvis det ikke gøres
accountability-topic = Emne
accountability-who = Forpligtet
accountability-deadline = Frist eller interval
accountability-proof = Bevis
accountability-consequence = Følge
accountability-gap = siges ikke
accountability-none = Intet krav blev fundet.
accountability-unstated = ikke nævnt
worklist-heading = Alle krav
filter-heading = Vis
finding-requirement = Hvad der bør stå
finding-why = Hvorfor det betyder noget
finding-reasons = Hvorfor dette udfald
finding-numbers = Tal
finding-number = Tal
finding-stated = Angivet
finding-required = Kræves
finding-within = Inden for?
finding-yes = ja
finding-no = nej
finding-nothing = intet
finding-evidence = Hvad dokumenterne siger
finding-nearest = Hvad der kommer nærmest
finding-sources = Kilder
finding-model-clause = Tekst til at indsætte
finding-model-hint = Klik én gang for at markere det hele.
finding-model-none = Der er endnu ingen tekst på dette sprog; denne er på { $x }.
finding-show-in-text = vis i teksten
finding-doubtful = Genkendt, og ikke sikkert: { $x }
finding-questions = Spørgsmål at stille
question-missing = Hvor kræver dokumenterne { $x }? Hvis ingen steder: burde de?
question-weak = Skal { $x } være bindende, uden undtagelse og med et tal, hvor der er brug for et?
question-contradicted = Hvilket sted gælder for { $x }, og hvilket skal slettes?
question-undetermined = Hvad siger de dele, der ikke kunne læses, om { $x }?
text-heading = Dokumenterne
text-page = Side { $x }
text-evidence-for = { $n }: sted for { $x }
text-cut = Teksten er længere, end den kan vises her; resten blev udeladt af siden, ikke af kontrollen.
matrix-heading = Alle materialer
matrix-caption = Hvert krav i hvert materiale
matrix-demand = Krav
footer-made-by = Lavet af { $tool } { $version } med regelsættet { $ruleset } { $ruleset-version } ({ $hash }).
footer-offline = Lavet på denne computer; intet blev sendt nogen steder.
mark-met = ✓
mark-weak = ~
mark-contradicted = ✗
mark-missing = ○
mark-not-applicable = –
mark-undetermined = ?

# Tabeller til programmer, som man åbner
sheet-requirements = Krav
sheet-passages = Steder
sheet-documents = Dokumenter
sheet-storage = Data
sheet-accountability = Ansvar
sheet-notes = Om
sheet-rule = Regel
sheet-demand = Krav
sheet-family = Familie
sheet-severity = Alvor
sheet-verdict = Udfald
sheet-reasons = Grunde
sheet-document = Dokument
sheet-page = Side
sheet-clause = Punkt
sheet-quote = Sted
sheet-role = Stedet
sheet-wording = Tekst til at indsætte
sheet-decision = Sagsbehandlerens afgørelse
sheet-comment = Kommentar
sheet-approver = Afgjort af
sheet-expires = Accepteret til (ÅÅÅÅ-MM-DD)
sheet-fingerprint = Fingeraftryk
sheet-pack = Materiale
decision-confirm = Mangel bekræftet
decision-accept = Mangel accepteret
decision-wrong = Fundet er forkert
decision-open = Åben
sheet-how = Vælg en afgørelse for hver række, og gem. »clausecheck review import« læser den tilbage.

# Tal, der ikke stemmer overens, og dem, der passer undtagelserne
conflicts-heading = Forskellige tal for det samme
conflicts-caption = Afgør, hvilket der gælder.
conflicts-precedence = Hvad der går forud for hvad
conflicts-no-precedence = Intet sted blev fundet, der siger, hvad der går forud for hvad.
remarks-heading = Undtagelser, udgangspunkt og regler

# Kommentarer i margenen
comment-nowhere = Ikke fundet nogen steder i dokumenterne:

# Brevet
letter-title = Mangler i sikkerhedsvilkår: { $x }
letter-intro = Dokumenterne i { $x } blev sammenlignet med, hvad en køber bør kræve af en leverandørs cybersikkerhed. Her står, hvad de mangler, hvor det ses, og tekst til at indsætte.
letter-table = Overblik
letter-gaps = Mangler, de alvorligste først
letter-found = Hvad der blev fundet
letter-unread = Hvad der ikke kunne læses
letter-questions = Spørgsmål til forfatteren eller leverandøren

# Afsnittet til en e-mail
mail-subject = Sikkerhedsvilkår i { $x }
mail-greeting = Dokumenterne i { $x } blev kontrolleret for { $n } sikkerhedskrav.
mail-counts = { $met } blev fundet, { $weak } er svage, { $contradicted } modsiges, { $missing } blev ikke fundet, { $undetermined } kunne ikke vurderes, { $na } er ikke relevante.
mail-urgent = Vigtigst: { $x }.
mail-unread = Ikke helt læst: { $x }.
mail-end = Den fulde rapport viser hvert sted og tekst til at indsætte.

# I terminalen
term-undetermined = Kunne ikke vurderes, fordi ikke alt blev læst
term-not-applicable = Ikke relevant for materialet
term-partly-read = KUN DELVIS LÆST
term-unreadable = IKKE LÆST
term-pages = { $n ->
    [one] 1 side
   *[other] { $n } sider
}
term-more-notes = … og { $n } bemærkninger mere af slagsen { $x }
term-summary = { $n } krav blev eftersøgt: { $x }.
term-n-missing = { $n } ikke fundet
term-n-weak = { $n } findes, men svagt
term-n-contradicted = { $n } modsagt
term-n-met = { $n } findes
term-n-undetermined = { $n } kunne ikke vurderes
term-n-waived = { $n } accepteret
term-n-known = { $n } kendt
term-n-confirmed = { $n } bekræftet
term-decided = { $n ->
    [one] Af den ene mangel: { $x }.
   *[other] Af de { $n } mangler: { $x }.
}
term-expected = Ventet: { $x }
term-nearest = Nærmest: { $x }
term-also = Men også: { $x }
term-hard-to-read = se selv efter, svær at læse: { $x }
term-not-enough = rækker ikke: { $x }
term-checked = Kontrollerede { $documents } i { $packs } med { $x }; { $reading }.
term-documents = { $n ->
    [one] 1 dokument
   *[other] { $n } dokumenter
}
term-packs = { $n ->
    [one] 1 materiale
   *[other] { $n } materialer
}
term-all-read = alt blev læst
term-not-all-read = { $n ->
    [one] 1 blev ikke læst helt, så det, der ikke blev fundet, kan stå der
   *[other] { $n } blev ikke læst helt, så det, der ikke blev fundet, kan stå der
}
term-next = Hvorfor det betyder noget, og tekst til at indsætte: { $x }

# Hvad der skete med hvert krav mellem to versioner
compare-compared = { $n ->
    [one] 1 krav sammenlignet: { $x }.
   *[other] { $n } krav sammenlignet: { $x }.
}
compare-more-passages = { $n ->
    [one] … og 1 sted til
   *[other] … og { $n } steder til
}
compare-change-lost = Tabt
compare-change-weakened = Svækket
compare-change-mixed = Delvis svækket
compare-change-unclear = Kunne ikke sammenlignes
compare-change-gained = Kommet til
compare-change-strengthened = Skærpet
compare-change-reworded = Omformuleret
compare-change-moved = Flyttet
compare-change-same = Uændret
compare-meaning-lost = blev krævet og kræves ikke længere
compare-meaning-weakened = kræver mindre end før eller modsiges nu
compare-meaning-mixed = kræver mindre i én henseende og mere i en anden
compare-meaning-unclear = kunne ikke vurderes på den ene side
compare-meaning-gained = kræves nu og blev ikke krævet før
compare-meaning-strengthened = kræver mere end før eller modsiges ikke længere
compare-meaning-reworded = siges med andre ord eller andre steder og kræver lige så meget
compare-meaning-moved = står et andet sted med de samme ord
compare-meaning-same = er ikke ændret
compare-survival-contradicted = modsagt
compare-survival-lost = tabt
compare-survival-never-asked = aldrig efterspurgt
compare-survival-weakened = svækket
compare-survival-not-assessed = kunne ikke vurderes
compare-survival-not-applicable = ikke relevant
compare-survival-added = tilføjet
compare-survival-kept = bevaret
compare-both = i begge: { $x }
compare-both-unchanged = Uændret i begge: { $x }
compare-others = Andre pligter for leverandøren, der binder mindre end før
compare-see-json = se --format json
compare-closing = { $documents } blev sammenlignet med { $x }.
compare-old = Gammel: { $x }
compare-new = Ny: { $x }
compare-unread = Ikke læst helt
compare-demands = Krav
compare-number = Antal
compare-requirements = Overlevede kravene?
compare-requirements-caption = Hvert krav, hvad hver side siger om det, og hvad der er tilbage af det
compare-requirement = Krav
compare-outcome = Udfald
compare-changes-not-made = (ændringerne ikke foretaget)
compare-changes-accepted = (ændringerne accepteret)
compare-now = nu: { $x }
compare-no-longer = ikke længere: { $x }
compare-now-recommended = det blev krævet og er nu kun anbefalet (”bør”)
compare-now-permitted = det blev krævet og er nu kun tilladt (”må”, ”kan”)
compare-now-denied = pligten benægtes nu udtrykkeligt
compare-now-not-binding = det beskriver nu kun og binder ingen
compare-no-longer-recommended = det var kun anbefalet (”bør”) og kræves nu
compare-no-longer-permitted = det var kun tilladt (”må”, ”kan”) og kræves nu
compare-no-longer-denied = pligten benægtes ikke længere
compare-no-longer-not-binding = det beskrev før kun og binder nu
compare-number-weaker = { $parameter } var { $old } og er { $new }, hvilket er svagere
compare-number-stricter = { $parameter } var { $old } og er { $new }, hvilket er strengere
compare-no-number = intet tal
compare-not-demanded = det kræver ikke dette længere
compare-newly-demanded = det krævede ikke dette før
compare-gone-contradiction = dette modsagde kravet og er væk
compare-gone = dette er væk
compare-came-contradiction = dette er nyt og modsiger kravet
compare-came = dette er nyt
