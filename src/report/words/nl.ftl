# De zinnen van de rapporten in het Nederlands. De sleutels zijn in alle talen dezelfde.

# Oordelen
verdict-met = Gevonden
verdict-weak = Gevonden, maar zwak
verdict-contradicted = Tegengesproken
verdict-missing = Niet gevonden
verdict-not-applicable = Niet van toepassing
verdict-undetermined = Kon niet worden beoordeeld
meaning-met = Er is een bepaling over het onderwerp gevonden en er is niets gezien dat haar verzwakt. Lees haar voordat u erop vertrouwt.
meaning-weak = Er is een bepaling, maar zij laat een uitweg, bindt niemand, of haar getal ligt buiten de grens.
meaning-contradicted = Een passage zegt het tegendeel van de eis.
meaning-missing = Alles is gelezen en zo'n bepaling is niet gevonden.
meaning-not-applicable = Alles is gelezen en niets daarin maakt de eis nodig.
meaning-undetermined = Zo'n bepaling is niet gevonden, maar niet alles kon worden gelezen.

# Hoe zwaar een leemte weegt
severity-critical = Kritiek
severity-high = Hoog
severity-medium = Middel
severity-low = Laag

# Families van eisen
family-access = Toegang en identiteit
family-ai = Kunstmatige intelligentie
family-audit = Audit en testen
family-availability = Beschikbaarheid en continuïteit
family-budget = Prijs en gunning
family-data = Gegevens en privacy
family-development = Ontwikkeling en updates
family-encryption = Versleuteling
family-exit = Einde en teruggave van gegevens
family-governance = Sturing
family-incident = Incidenten
family-iot = Apparaten en besturingssystemen
family-liability = Aansprakelijkheid
family-logging = Logging en bewaking
family-personnel = Personeel
family-supply-chain = Toeleveringsketen
family-commercial = Commerciële voorwaarden
family-confidentiality = Geheimhouding
family-processing = Verwerking van persoonsgegevens

# Wat een passage doet
role-supports = zegt het
role-weakens = schiet tekort
role-contradicts = zegt het tegendeel
role-triggers = maakt de eis van toepassing
role-nearest = komt het dichtst in de buurt

# Redenen
reason-only-recommended = het is alleen aanbevolen (“zou moeten”), niet geëist
reason-only-permitted = het is alleen toegestaan (“mag”, “kan”), niet geëist
reason-vague = “{ $x }” laat open hoeveel er wordt geëist
reason-number-missing = er is geen getal gegeven voor { $parameter } ({ $required } vereist)
reason-number-instead = er staat “{ $instead }”; er is geen getal gegeven voor { $parameter } ({ $required } vereist)
reason-number-outside = { $parameter } is { $found }; { $required } is vereist
reason-duty-denied = de plicht wordt uitdrukkelijk ontkend
reason-forbidden = het is hier verboden, niet geëist
reason-not-forbidden = het wordt hier niet verboden
reason-obsolete = “{ $x }” is verouderd en wordt hier toegestaan
reason-obsolete-instead = “{ $x }” is verouderd en wordt hier toegestaan; eis in plaats daarvan { $instead }
reason-not-binding = het beschrijft, maar bindt niemand
reason-only-skills = het vraagt kennis of ervaring van personeel
reason-right-of-supplier = het geeft het recht aan de leverancier, niet aan de opdrachtgever
reason-wrong-party-supplier = het bindt de leverancier, niet de leverancier
reason-wrong-party-customer = het bindt de opdrachtgever, niet de leverancier
reason-wrong-party-both = het bindt beide partijen, niet de leverancier
reason-wrong-party-third-party = het bindt een derde, niet de leverancier
reason-wrong-party-unstated = het bindt niemand in het bijzonder, niet de leverancier
reason-only-heading = het is alleen een kop
reason-only-contents = het is alleen een regel in een inhoudsopgave
reason-only-definition = het omschrijft alleen een begrip
reason-only-question = het is een vraag
reason-only-placeholder = het is een aanwijzing voor wie het sjabloon invult
reason-exception = “{ $x }” laat een uitweg
reason-only-boilerplate = het is de tekst van een formulier en geen bepaling
reason-lacks = het gaat over { $found }, maar niet over { $missing }
reason-nothing-found = in de { $n } doorzochte passages is er niets over gevonden
reason-not-fully-read = { $n ->
    [one] één document kon niet volledig worden gelezen, dus het ontbreken is niet bewezen
   *[other] { $n } documenten konden niet volledig worden gelezen, dus het ontbreken is niet bewezen
}
reason-not-of-kind = het wordt niet verwacht in { $x }
reason-not-triggered = niets in deze stukken gaat over { $x }
reason-of-nearest = wat het dichtst in de buurt komt, is niet genoeg: { $x }
list-and = { $init } en { $end }
list-or = { $init } of { $end }

# Documenten
kind-tender = een aanbestedingsdocument
kind-contract = een overeenkomst
kind-sla = een dienstverleningsovereenkomst (SLA)
kind-dpa = een verwerkersovereenkomst
short-kind-tender = aanbesteding
short-kind-contract = overeenkomst
short-kind-sla = SLA
short-kind-dpa = verwerkersovereenkomst
status-read = gelezen
status-partly-read = deels gelezen
status-unreadable = niet gelezen
status-skipped = weggelaten
language-en = Engels
language-sv = Zweeds
language-da = Deens
language-no = Noors
language-de = Duits
language-nl = Nederlands
language-fi = Fins
language-fr = Frans
language-other = een andere taal
language-und = onbekend

# Partijen en plichten
party-supplier = de leverancier
party-customer = de opdrachtgever
party-both = beide partijen
party-third-party = een derde
party-unstated = niemand in het bijzonder
force-must = moet
force-should = zou moeten
force-may = mag
force-statement = stelt vast

# Plaatsen en getallen
place-page = pagina { $page }
place-label = genummerd { $x }
place-recognised = gelezen met OCR
place-row = tabel { $table }, rij { $row }
unit-minutes = { $x } min
unit-hours = { $x } uur
unit-days = { $x } dagen
unit-working-days = { $x } werkdagen
unit-weeks = { $x } weken
unit-months = { $x } maanden
unit-years = { $x } jaar
unit-price-base-amounts = { $x } Zweedse prijsbasisbedragen

# Hoe goed een verwijzing is nagekeken
basis-knowledge = uit kennis, niet opgezocht
basis-uncertain = onzeker, nakijken voor gebruik

# Wat men moet weten over het lezen van een document
note-on-page = pagina { $page }: { $note }
note-not-readable = het bestand kon niet worden geopend
note-empty = het bevat geen tekst
note-unsupported-format = dit formaat kan niet worden gelezen
note-needs-password = het heeft een wachtwoord nodig
note-damaged = het is beschadigd en een deel is verloren gegaan
note-no-text-layer = de pagina is een beeld zonder tekst
note-garbled = tekens zijn niet te herkennen
note-too-large = een grens aan de grootte is bereikt; de rest is niet gelezen
note-too-deep = het is te diep genest; wat dieper ligt, is niet gelezen
note-too-many-parts = het heeft te veel delen; de rest is niet gelezen
note-entities-refused = het verklaart eigen entiteiten, die zijn weggelaten
note-ambiguous = het kan op meer dan één manier worden gelezen
note-crashed = de lezer is erop vastgelopen
note-timeout = het lezen duurde te lang en is gestopt
note-memory = het lezen had te veel geheugen nodig en is gestopt
note-language-not-supported = een deel is in een taal waarvoor er geen regels zijn
note-hidden-text = het heeft tekst die een lezer niet zou zien; die is niet beoordeeld
note-invisible-characters = onzichtbare tekens zijn verwijderd
note-mixed-script = woorden die alfabetten mengen, zijn als Latijns gelezen
note-tracked-changes = het heeft bijgehouden wijzigingen
note-comments = het heeft opmerkingen, die niet zijn beoordeeld
note-wrong-extension = de naam belooft een ander formaat
note-not-followed = het verwijst naar tekst daarbuiten, die niet is gelezen
note-encoding-guessed = de tekencodering is geraden
note-outside-pack = het verwijst naar een bijlage die niet bij de stukken zit
note-attachment-not-read = een document erin is niet gelezen
note-recognised = er is tekst herkend in beelden van pagina's
note-not-recognised = tekst in beelden van pagina's kan worden herkend, maar is dat niet
note-earlier-versions = het bevat eerdere versies van zichzelf; de laatste is gelezen
note-left-out = het is weggelaten
note-own-report = het is een rapport van clausecheck, dat niets over een contract bewijst; het is weggelaten

# Wat mensen hebben besloten
disposition-waived = aanvaard tot en met { $expires } door { $approver }: { $reason }
disposition-waived-control = aanvaard tot en met { $expires } door { $approver }: { $reason }; in plaats daarvan: { $control }
disposition-known = bekend sinds { $x }
disposition-confirmed = bevestigd als leemte: { $x }

# Het rapport als geheel
report-title = Beveiligingsbepalingen in { $x }
report-title-many = Beveiligingsbepalingen in { $n } dossiers
skip-to-content = Ga naar de bevindingen
nav-label = Inhoud
summary-heading = In het kort
summary-demands = { $n ->
    [one] Eén eis is gecontroleerd.
   *[other] { $n } eisen zijn gecontroleerd.
}
summary-read-all = { $n ->
    [one] Alles in het document is gelezen.
   *[other] Alles in de { $n } documenten is gelezen.
}
summary-read-partly = { $n ->
    [one] Eén document is niet volledig gelezen
   *[other] { $n } documenten zijn niet volledig gelezen
}; wat daardoor niet kon worden gevonden, is gemerkt met “Kon niet worden beoordeeld”.
summary-recognised = Een deel van de tekst is herkend in beelden van pagina's (OCR) en kan fouten bevatten.
summary-advice = Dit rapport toont wat de documenten zeggen en waar. Of dat juridisch genoeg is, moet een jurist zeggen.
urgent-heading = Het belangrijkste
urgent-none = Er is geen kritieke of hoge leemte gevonden.
urgent-more = { $n ->
    [one] Nog één leemte van hoog gewicht staat hieronder.
   *[other] Nog { $n } leemten van hoog gewicht staan hieronder.
}
documents-heading = Documenten
documents-caption = De documenten van het dossier en hoe ver elk is gelezen
documents-file = Bestand
documents-kind = Soort
documents-language = Taal
documents-pages = Pagina's
documents-status = Gelezen?
documents-notes = Goed om te weten
families-heading = Eisen per familie
families-caption = Hoeveel eisen van elke familie welk oordeel hebben
families-family = Familie
families-total = Alle
chart-description = Balken tonen voor elke rij hoeveel eisen welk oordeel hebben. De tabel eronder heeft dezelfde getallen.
standards-heading = Eisen per wet en norm
standards-caption = Hoeveel van de eisen die bij een wet of norm horen welk oordeel hebben
standards-standard = Wet of norm
factors-heading = Waarom beveiliging tekortschiet, en wat het dossier eraan doet
factors-caption = De factoren van een onderzoek naar smart-cityprojecten, en of het dossier er iets mee doet
factors-factor = Factor
factors-handled = Behandeld?
factors-why = In het onderzoek
factors-yes = ja
factors-no = nee
factors-open = kon niet worden beoordeeld
factors-not-applicable = hier niet gezocht
storage-heading = Wie bewaart welke gegevens waar
storage-caption = Elke passage die zegt waar gegevens worden bewaard. Een lege cel is een leemte: noch die passage noch, waar een regel het dekt, de rest van het dossier zegt het.
storage-none = Geen passage zegt waar gegevens worden bewaard.
storage-who = Wie
storage-passage = Passage
storage-gap = niet gezegd
storage-elsewhere = elders: { $x }
storage-see = zie eis
storage-where = Waar het staat
column-data = Gegevens
column-place = Plaats
column-sub-processors = Subverwerkers
column-transfer = Grondslag voor doorgifte
column-return = Teruggave of verwijdering
accountability-heading = Wie staat waarvoor in
accountability-caption = De tanden van elke gevonden eis: wie verplicht is, tot wanneer, hoe het wordt aangetoond en wat volgt als het niet gebeurt
accountability-topic = Onderwerp
accountability-who = Verplicht
accountability-deadline = Termijn of interval
accountability-proof = Bewijs
accountability-consequence = Gevolg
accountability-gap = niet gezegd
accountability-none = Er is geen eis gevonden.
accountability-unstated = niet genoemd
worklist-heading = Alle eisen
filter-heading = Tonen
finding-requirement = Wat er zou moeten staan
finding-why = Waarom het ertoe doet
finding-reasons = Waarom dit oordeel
finding-numbers = Getallen
finding-number = Getal
finding-stated = Genoemd
finding-required = Vereist
finding-within = Binnen de grens?
finding-yes = ja
finding-no = nee
finding-nothing = niets
finding-evidence = Wat de documenten zeggen
finding-nearest = Wat het dichtst in de buurt komt
finding-sources = Bronnen
finding-model-clause = Tekst om te plakken
finding-model-hint = Klik één keer om alles te selecteren.
finding-model-none = Er is nog geen tekst in deze taal; deze is in het { $x }.
finding-show-in-text = toon in de tekst
finding-doubtful = Herkend, en niet zeker: { $x }
finding-questions = Vraag om te stellen
question-missing = Waar eisen de documenten { $x }? Als nergens: zouden ze dat moeten?
question-weak = Moet { $x } bindend zijn, zonder uitzondering en met een getal waar dat nodig is?
question-contradicted = Welke passage geldt voor { $x }, en welke moet worden geschrapt?
question-undetermined = Wat zeggen de delen die niet konden worden gelezen over { $x }?
text-heading = De documenten
text-page = Pagina { $x }
text-evidence-for = { $n }: passage voor { $x }
text-cut = De tekst is langer dan hier kan worden getoond; de rest is weggelaten van deze pagina, niet van de controle.
matrix-heading = Alle dossiers
matrix-caption = Elke eis in elk dossier
matrix-demand = Eis
footer-made-by = Gemaakt door { $tool } { $version } met de regelset { $ruleset } { $ruleset-version } ({ $hash }).
footer-offline = Gemaakt op deze computer; er is niets verstuurd.
mark-met = ✓
mark-weak = ~
mark-contradicted = ✗
mark-missing = ○
mark-not-applicable = –
mark-undetermined = ?

# Tabellen voor programma's die men opent
sheet-requirements = Eisen
sheet-passages = Passages
sheet-documents = Documenten
sheet-storage = Gegevens
sheet-accountability = Verantwoording
sheet-notes = Toelichting
sheet-rule = Regel
sheet-demand = Eis
sheet-family = Familie
sheet-severity = Gewicht
sheet-verdict = Oordeel
sheet-reasons = Redenen
sheet-document = Document
sheet-page = Pagina
sheet-clause = Artikel
sheet-quote = Passage
sheet-role = De passage
sheet-wording = Tekst om te plakken
sheet-decision = Besluit van de behandelaar
sheet-comment = Opmerking
sheet-approver = Besloten door
sheet-expires = Aanvaard tot en met (JJJJ-MM-DD)
sheet-fingerprint = Vingerafdruk
sheet-pack = Dossier
decision-confirm = Leemte bevestigd
decision-accept = Leemte aanvaard
decision-wrong = Bevinding is onjuist
decision-open = Open
sheet-how = Kies voor elke rij een besluit en sla op. “clausecheck review import” leest het terug.

# Getallen die niet overeenstemmen, en wie de uitzonderingen beheert
conflicts-heading = Verschillende getallen voor hetzelfde
conflicts-caption = Bepaal welk getal geldt.
conflicts-precedence = Wat voorgaat op wat
conflicts-no-precedence = Er is geen passage gevonden die zegt wat voorgaat op wat.
remarks-heading = Uitzonderingen, uitgangssituatie en regels

# Opmerkingen in de marge
comment-nowhere = Nergens in de documenten gevonden:

# De brief
letter-title = Leemten in beveiligingsbepalingen: { $x }
letter-intro = De documenten van { $x } zijn vergeleken met wat een opdrachtgever van de cyberbeveiliging van een leverancier zou moeten eisen. Hier staat wat ontbreekt, waar dat blijkt, en tekst om te plakken.
letter-table = Overzicht
letter-gaps = Leemten, de zwaarste eerst
letter-found = Wat is gevonden
letter-unread = Wat niet kon worden gelezen
letter-questions = Vragen aan de schrijver of de leverancier

# De alinea voor een e-mail
mail-subject = Beveiligingsbepalingen in { $x }
mail-greeting = De documenten van { $x } zijn gecontroleerd op { $n } beveiligingseisen.
mail-counts = { $met } zijn gevonden, { $weak } zijn zwak, { $contradicted } worden tegengesproken, { $missing } zijn niet gevonden, { $undetermined } konden niet worden beoordeeld, { $na } zijn niet van toepassing.
mail-urgent = Het belangrijkst: { $x }.
mail-unread = Niet volledig gelezen: { $x }.
mail-end = Het volledige rapport toont elke passage en tekst om te plakken.

# In de terminal
term-undetermined = Kon niet worden beoordeeld, omdat niet alles is gelezen
term-not-applicable = Niet van toepassing op dit dossier
term-partly-read = SLECHTS DEELS GELEZEN
term-unreadable = NIET GELEZEN
term-pages = { $n ->
    [one] 1 pagina
   *[other] { $n } pagina's
}
term-more-notes = … en nog { $n } opmerkingen van de soort { $x }
term-summary = { $n } eisen zijn gezocht: { $x }.
term-n-missing = { $n } niet gevonden
term-n-weak = { $n } gevonden maar zwak
term-n-contradicted = { $n } tegengesproken
term-n-met = { $n } gevonden
term-n-undetermined = { $n } konden niet worden beoordeeld
term-n-waived = { $n } aanvaard
term-n-known = { $n } bekend
term-n-confirmed = { $n } bevestigd
term-decided = { $n ->
    [one] Van de ene leemte: { $x }.
   *[other] Van de { $n } leemten: { $x }.
}
term-expected = Verwacht: { $x }
term-nearest = Dichtst in de buurt: { $x }
term-also = Maar ook: { $x }
term-hard-to-read = zelf nakijken, moeilijk te lezen: { $x }
term-not-enough = niet genoeg: { $x }
term-checked = Gecontroleerd: { $documents } in { $packs } met { $x }; { $reading }.
term-documents = { $n ->
    [one] 1 document
   *[other] { $n } documenten
}
term-packs = { $n ->
    [one] 1 dossier
   *[other] { $n } dossiers
}
term-all-read = alles is gelezen
term-not-all-read = { $n ->
    [one] 1 is niet volledig gelezen, dus wat niet is gevonden, kan daar staan
   *[other] { $n } zijn niet volledig gelezen, dus wat niet is gevonden, kan daar staan
}
term-next = Waarom het ertoe doet, en tekst om te plakken: { $x }

# Wat er tussen twee versies van elke eis is geworden
compare-compared = { $n ->
    [one] 1 eis vergeleken: { $x }.
   *[other] { $n } eisen vergeleken: { $x }.
}
compare-more-passages = { $n ->
    [one] … en nog 1 passage
   *[other] … en nog { $n } passages
}
compare-change-lost = Verloren
compare-change-weakened = Afgezwakt
compare-change-mixed = Gedeeltelijk afgezwakt
compare-change-unclear = Kon niet worden vergeleken
compare-change-gained = Erbij gekomen
compare-change-strengthened = Aangescherpt
compare-change-reworded = Anders verwoord
compare-change-moved = Verplaatst
compare-change-same = Ongewijzigd
compare-meaning-lost = werd geëist en wordt niet meer geëist
compare-meaning-weakened = eist minder dan eerst, of wordt nu tegengesproken
compare-meaning-mixed = eist in één opzicht minder en in een ander meer
compare-meaning-unclear = kon aan één kant niet worden beoordeeld
compare-meaning-gained = wordt nu geëist en werd eerst niet geëist
compare-meaning-strengthened = eist meer dan eerst, of wordt niet meer tegengesproken
compare-meaning-reworded = wordt met andere woorden of op andere plaatsen gezegd en eist evenveel
compare-meaning-moved = staat elders met dezelfde woorden
compare-meaning-same = is niet veranderd
compare-survival-contradicted = tegengesproken
compare-survival-lost = verloren
compare-survival-never-asked = nooit gevraagd
compare-survival-weakened = afgezwakt
compare-survival-not-assessed = kon niet worden beoordeeld
compare-survival-not-applicable = niet van toepassing
compare-survival-added = toegevoegd
compare-survival-kept = behouden
compare-both = in beide: { $x }
compare-both-unchanged = Ongewijzigd in beide: { $x }
compare-others = Andere verplichtingen van de leverancier die minder binden dan eerst
compare-see-json = zie --format json
compare-closing = { $documents } vergeleken met { $x }.
compare-old = Oud: { $x }
compare-new = Nieuw: { $x }
compare-unread = Niet volledig gelezen
compare-demands = Eisen
compare-number = Aantal
compare-requirements = Hebben de eisen het overleefd?
compare-requirements-caption = Elke eis, wat elke kant erover zegt en wat ervan over is
compare-requirement = Eis
compare-outcome = Uitkomst
compare-changes-not-made = (wijzigingen niet doorgevoerd)
compare-changes-accepted = (wijzigingen geaccepteerd)
compare-now = nu: { $x }
compare-no-longer = niet meer: { $x }
compare-now-recommended = het werd geëist en wordt nu alleen aanbevolen (“zou moeten”)
compare-now-permitted = het werd geëist en is nu alleen toegestaan (“mag”, “kan”)
compare-now-denied = de verplichting wordt nu uitdrukkelijk ontkend
compare-now-not-binding = het beschrijft nu alleen en bindt niemand
compare-no-longer-recommended = het werd alleen aanbevolen (“zou moeten”) en wordt nu geëist
compare-no-longer-permitted = het was alleen toegestaan (“mag”, “kan”) en wordt nu geëist
compare-no-longer-denied = de verplichting wordt niet meer ontkend
compare-no-longer-not-binding = het beschreef eerst alleen en bindt nu
compare-number-weaker = { $parameter }: eerst { $old }, nu { $new }, wat zwakker is
compare-number-stricter = { $parameter }: eerst { $old }, nu { $new }, wat strenger is
compare-no-number = geen getal
compare-not-demanded = het eist dit niet meer
compare-newly-demanded = het eiste dit eerst niet
compare-gone-contradiction = dit sprak de eis tegen en is weg
compare-gone = dit is weg
compare-came-contradiction = dit is nieuw en spreekt de eis tegen
compare-came = dit is nieuw
