# Rapporternas meningar på svenska. Nycklarna är desamma i alla språk.

# Utlåtanden
verdict-met = Finns
verdict-weak = Finns, men svagt
verdict-contradicted = Motsägs
verdict-missing = Hittades inte
verdict-not-applicable = Inte tillämpligt
verdict-undetermined = Kunde inte bedömas
meaning-met = Ett villkor i ämnet hittades och inget sågs som försvagar det. Läs det innan du förlitar dig på det.
meaning-weak = Det finns ett villkor, men det lämnar en utväg, binder ingen eller anger ett tal utanför gränsen.
meaning-contradicted = Något ställe säger motsatsen till kravet.
meaning-missing = Allt lästes och inget sådant villkor hittades.
meaning-not-applicable = Allt lästes och inget i det gör kravet nödvändigt.
meaning-undetermined = Inget sådant villkor hittades, men allt kunde inte läsas.

# Hur mycket en brist betyder
severity-critical = Kritisk
severity-high = Hög
severity-medium = Medel
severity-low = Låg

# Kravfamiljer
family-access = Åtkomst och identitet
family-ai = Artificiell intelligens
family-audit = Revision och test
family-availability = Tillgänglighet och kontinuitet
family-budget = Pris och tilldelning
family-data = Data och dataskydd
family-development = Utveckling och uppdatering
family-encryption = Kryptering
family-exit = Avslut och återlämning av data
family-governance = Styrning
family-incident = Incidenter
family-iot = Enheter och styrsystem
family-liability = Ansvar
family-logging = Loggning och övervakning
family-personnel = Personal
family-supply-chain = Leveranskedja
family-commercial = Affärsvillkor
family-confidentiality = Sekretess
family-processing = Behandling av personuppgifter

# Vad ett ställe gör
role-supports = säger det
role-weakens = räcker inte
role-contradicts = säger motsatsen
role-triggers = gör kravet tillämpligt
role-nearest = kommer närmast

# Skäl
reason-only-recommended = det är bara rekommenderat (”bör”), inte krävt
reason-only-permitted = det är bara tillåtet (”får”, ”kan”), inte krävt
reason-vague = ”{ $x }” lämnar öppet hur mycket som krävs
reason-number-missing = inget tal anges för { $parameter } ({ $required } krävs)
reason-number-instead = det står ”{ $instead }”; inget tal anges för { $parameter } ({ $required } krävs)
reason-number-outside = { $parameter } är { $found }; { $required } krävs
reason-duty-denied = skyldigheten förnekas uttryckligen
reason-forbidden = det är förbjudet här, inte krävt
reason-not-forbidden = det förbjuds inte här
reason-obsolete = ”{ $x }” är föråldrat och tillåts här
reason-obsolete-instead = ”{ $x }” är föråldrat och tillåts här; kräv { $instead } i stället
reason-not-binding = det beskriver men binder ingen
reason-only-skills = det kräver kunskap eller erfarenhet hos personalen
reason-right-of-supplier = det ger rätten till leverantören, inte till kunden
reason-wrong-party-supplier = det binder leverantören, inte leverantören
reason-wrong-party-customer = det binder kunden, inte leverantören
reason-wrong-party-both = det binder båda parter, inte leverantören
reason-wrong-party-third-party = det binder en tredje part, inte leverantören
reason-wrong-party-unstated = det binder ingen särskild, inte leverantören
reason-only-heading = det är bara en rubrik
reason-only-contents = det är bara en rad i en innehållsförteckning
reason-only-definition = det definierar bara ett begrepp
reason-only-question = det är en fråga
reason-only-placeholder = det är en anvisning till den som fyller i mallen
reason-exception = ”{ $x }” lämnar en utväg
reason-only-boilerplate = det är text i ett formulär och inget villkor
reason-lacks = det handlar om { $found }, men inte om { $missing }
reason-nothing-found = inget om det hittades i de { $n } ställen som genomsöktes
reason-not-fully-read = { $n ->
    [one] ett dokument kunde inte läsas helt, så det är inte bevisat att det saknas
   *[other] { $n } dokument kunde inte läsas helt, så det är inte bevisat att det saknas
}
reason-not-of-kind = det väntas inte i { $x }
reason-not-triggered = inget i det här underlaget handlar om { $x }
reason-of-nearest = det som kommer närmast räcker inte: { $x }
list-and = { $init } och { $end }
list-or = { $init } eller { $end }

# Dokument
kind-tender = ett upphandlingsdokument
kind-contract = ett avtal
kind-sla = ett servicenivåavtal
kind-dpa = ett personuppgiftsbiträdesavtal
short-kind-tender = upphandling
short-kind-contract = avtal
short-kind-sla = SLA
short-kind-dpa = biträdesavtal
status-read = läst
status-partly-read = delvis läst
status-unreadable = inte läst
status-skipped = utelämnat
language-en = engelska
language-sv = svenska
language-da = danska
language-no = norska
language-de = tyska
language-nl = nederländska
language-fi = finska
language-fr = franska
language-other = annat språk
language-und = okänt

# Parter och skyldigheter
party-supplier = leverantören
party-customer = kunden
party-both = båda parter
party-third-party = en tredje part
party-unstated = ingen särskild
force-must = ska
force-should = bör
force-may = får
force-statement = anger

# Platser och tal
place-page = sida { $page }
place-label = numrerad { $x }
place-recognised = läst med OCR
place-row = tabell { $table }, rad { $row }
unit-minutes = { $x } min
unit-hours = { $x } h
unit-days = { $x } dagar
unit-working-days = { $x } arbetsdagar
unit-weeks = { $x } veckor
unit-months = { $x } månader
unit-years = { $x } år
unit-price-base-amounts = { $x } prisbasbelopp

# Hur väl en hänvisning är kontrollerad
basis-knowledge = ur minnet, inte uppslagen
basis-uncertain = osäker, kontrollera före användning

# Vad man bör veta om hur ett dokument lästes
note-on-page = sida { $page }: { $note }
note-not-readable = filen kunde inte öppnas
note-empty = den innehåller ingen text
note-unsupported-format = formatet kan inte läsas
note-needs-password = den kräver lösenord
note-damaged = den är skadad och en del gick förlorad
note-no-text-layer = sidan är en bild utan text
note-garbled = tecken kan inte tydas
note-too-large = en storleksgräns nåddes; resten lästes inte
note-too-deep = den är för djupt nästlad; det som ligger djupare lästes inte
note-too-many-parts = den har för många delar; resten lästes inte
note-entities-refused = den deklarerar egna entiteter, som utelämnades
note-ambiguous = den kan läsas på mer än ett sätt
note-crashed = läsaren misslyckades med den
note-timeout = läsningen tog för lång tid och avbröts
note-memory = läsningen krävde för mycket minne och avbröts
note-language-not-supported = en del är på ett språk som det inte finns regler för
note-hidden-text = den har text som en läsare inte ser; den bedömdes inte
note-invisible-characters = osynliga tecken togs bort
note-mixed-script = ord som blandar alfabet lästes som latinska
note-tracked-changes = den har spårade ändringar
note-comments = den har kommentarer, som inte bedömdes
note-wrong-extension = dess namn lovar ett annat format
note-not-followed = den pekar på text utanför, som inte lästes
note-encoding-guessed = teckenkodningen gissades
note-outside-pack = den hänvisar till en bilaga som inte finns i underlaget
note-attachment-not-read = ett dokument inuti den lästes inte
note-recognised = text tolkades ur bilder av sidor
note-not-recognised = text i bilder av sidor kunde tolkas men tolkades inte
note-earlier-versions = den innehåller tidigare versioner av sig själv; den sista lästes
note-left-out = den utelämnades
note-own-report = den är en rapport från clausecheck, som inte bevisar något om ett avtal; den utelämnades

# Vad människor beslutat
disposition-waived = godtaget till { $expires } av { $approver }: { $reason }
disposition-waived-control = godtaget till { $expires } av { $approver }: { $reason }; i stället: { $control }
disposition-known = känt sedan { $x }
disposition-confirmed = bekräftat som brist: { $x }

# Rapporten som helhet
report-title = Säkerhetsvillkor i { $x }
report-title-many = Säkerhetsvillkor i { $n } underlag
skip-to-content = Hoppa till resultaten
nav-label = Innehåll
summary-heading = I korthet
summary-demands = { $n ->
    [one] Ett krav kontrollerades.
   *[other] { $n } krav kontrollerades.
}
summary-read-all = { $n ->
    [one] Allt i dokumentet lästes.
   *[other] Allt i de { $n } dokumenten lästes.
}
summary-read-partly = { $n ->
    [one] Ett dokument lästes inte helt
   *[other] { $n } dokument lästes inte helt
}; det som därför inte kunde hittas är märkt ”Kunde inte bedömas”.
summary-recognised = En del text tolkades ur bilder av sidor (OCR) och kan innehålla fel.
summary-advice = Rapporten visar vad dokumenten säger och var. Om det räcker rättsligt får en jurist avgöra.
urgent-heading = Det viktigaste
urgent-none = Ingen kritisk eller hög brist hittades.
urgent-more = { $n ->
    [one] En brist till av hög allvarlighet står nedan.
   *[other] { $n } brister till av hög allvarlighet står nedan.
}
documents-heading = Dokument
documents-caption = Underlagets dokument och hur långt vart och ett lästes
documents-file = Fil
documents-kind = Slag
documents-language = Språk
documents-pages = Sidor
documents-status = Läst?
documents-notes = Att veta
families-heading = Krav per familj
families-caption = Hur många krav i varje familj som fått vilket utlåtande
families-family = Familj
families-total = Alla
chart-description = Staplar visar för varje rad hur många krav som fått vilket utlåtande. Tabellen nedan har samma tal.
standards-heading = Krav per lag och standard
standards-caption = Hur många av kraven som svarar mot en lag eller standard som fått vilket utlåtande
standards-standard = Lag eller standard
factors-heading = Varför säkerheten brister, och vad underlaget gör åt det
factors-caption = Faktorerna i en studie av smarta städer, och om underlaget tar hand om dem
factors-factor = Faktor
factors-handled = Omhändertagen?
factors-why = I studien
factors-yes = ja
factors-no = nej
factors-open = kunde inte bedömas
factors-not-applicable = söktes inte här
storage-heading = Vem förvarar vilka data var
storage-caption = Varje ställe som säger var data förvaras. En tom cell är en brist: varken det stället eller, där en regel täcker det, resten av underlaget säger det.
storage-none = Inget ställe säger var data förvaras.
storage-who = Vem
storage-passage = Ställe
storage-gap = sägs inte
storage-elsewhere = på annat ställe: { $x }
storage-see = se krav
storage-where = Var det står
column-data = Data
column-place = Plats
column-sub-processors = Underbiträden
column-transfer = Grund för överföring
column-return = Återlämning eller radering
accountability-heading = Vem svarar för vad
accountability-caption = Tänderna i varje krav som hittades: vem som är skyldig, till när, hur det visas och vad som följer om det inte görs
accountability-topic = Ämne
accountability-who = Skyldig
accountability-deadline = Tidsgräns eller intervall
accountability-proof = Bevis
accountability-consequence = Följd
accountability-gap = sägs inte
accountability-none = Inget krav hittades.
accountability-unstated = inte utpekad
worklist-heading = Alla krav
filter-heading = Visa
finding-requirement = Vad som bör stå
finding-why = Varför det spelar roll
finding-reasons = Varför detta utlåtande
finding-numbers = Tal
finding-number = Tal
finding-stated = Angivet
finding-required = Krävs
finding-within = Inom gränsen?
finding-yes = ja
finding-no = nej
finding-nothing = inget
finding-evidence = Vad dokumenten säger
finding-nearest = Vad som kommer närmast
finding-sources = Källor
finding-model-clause = Text att klistra in
finding-model-hint = Klicka en gång för att markera allt.
finding-model-none = Det finns ännu ingen text på detta språk; denna är på { $x }.
finding-show-in-text = visa i texten
finding-doubtful = Tolkat, och inte säkert: { $x }
finding-questions = Fråga att ställa
question-missing = Var kräver dokumenten { $x }? Om ingenstans: borde de?
question-weak = Ska { $x } vara bindande, utan undantag och med ett tal där ett behövs?
question-contradicted = Vilket ställe gäller för { $x }, och vilket ska strykas?
question-undetermined = Vad säger de delar som inte kunde läsas om { $x }?
text-heading = Dokumenten
text-page = Sida { $x }
text-evidence-for = { $n }: ställe för { $x }
text-cut = Texten är längre än vad som kan visas här; resten utelämnades från sidan, inte från kontrollen.
matrix-heading = Alla underlag
matrix-caption = Varje krav i varje underlag
matrix-demand = Krav
footer-made-by = Gjord av { $tool } { $version } med regelverket { $ruleset } { $ruleset-version } ({ $hash }).
footer-offline = Gjord på den här datorn; inget skickades någonstans.
mark-met = ✓
mark-weak = ~
mark-contradicted = ✗
mark-missing = ○
mark-not-applicable = –
mark-undetermined = ?

# Tabeller för program som man öppnar
sheet-requirements = Krav
sheet-passages = Ställen
sheet-documents = Dokument
sheet-storage = Data
sheet-accountability = Ansvar
sheet-notes = Om
sheet-rule = Regel
sheet-demand = Krav
sheet-family = Familj
sheet-severity = Allvarlighet
sheet-verdict = Utlåtande
sheet-reasons = Skäl
sheet-document = Dokument
sheet-page = Sida
sheet-clause = Avsnitt
sheet-quote = Ställe
sheet-role = Stället
sheet-wording = Text att klistra in
sheet-decision = Handläggarens beslut
sheet-comment = Kommentar
sheet-approver = Beslutat av
sheet-expires = Godtaget till (ÅÅÅÅ-MM-DD)
sheet-fingerprint = Fingeravtryck
sheet-pack = Underlag
decision-confirm = Brist bekräftad
decision-accept = Brist godtagen
decision-wrong = Fyndet är fel
decision-open = Öppen
sheet-how = Välj ett beslut för varje rad och spara. ”clausecheck review import” läser tillbaka det.

# Tal som inte stämmer överens, och de som sköter undantagen
conflicts-heading = Olika tal för samma sak
conflicts-caption = Avgör vilket som gäller.
conflicts-precedence = Vad som går före vad
conflicts-no-precedence = Inget ställe hittades som säger vad som går före vad.
remarks-heading = Undantag, utgångsläge och regler

# Kommentarer i marginalen
comment-nowhere = Hittades ingenstans i dokumenten:

# Brevet
letter-title = Brister i säkerhetsvillkor: { $x }
letter-intro = Dokumenten i { $x } jämfördes med vad en köpare bör kräva av en leverantörs cybersäkerhet. Här står vad de saknar, var det syns och text att klistra in.
letter-table = Översikt
letter-gaps = Brister, de allvarligaste först
letter-found = Vad som hittades
letter-unread = Vad som inte kunde läsas
letter-questions = Frågor till författaren eller leverantören

# Stycket för e-post
mail-subject = Säkerhetsvillkor i { $x }
mail-greeting = Dokumenten i { $x } kontrollerades mot { $n } säkerhetskrav.
mail-counts = { $met } hittades, { $weak } är svaga, { $contradicted } motsägs, { $missing } hittades inte, { $undetermined } kunde inte bedömas, { $na } är inte tillämpliga.
mail-urgent = Viktigast: { $x }.
mail-unread = Inte helt lästa: { $x }.
mail-end = Den fullständiga rapporten visar varje ställe och text att klistra in.

# I terminalen
term-undetermined = Kunde inte bedömas, eftersom allt inte lästes
term-not-applicable = Inte tillämpligt på underlaget
term-partly-read = BARA DELVIS LÄST
term-unreadable = INTE LÄST
term-pages = { $n ->
    [one] 1 sida
   *[other] { $n } sidor
}
term-more-notes = … och { $n } anmärkningar till av slaget { $x }
term-summary = { $n } krav söktes: { $x }.
term-n-missing = { $n } hittades inte
term-n-weak = { $n } finns men svagt
term-n-contradicted = { $n } motsägs
term-n-met = { $n } finns
term-n-undetermined = { $n } kunde inte bedömas
term-n-waived = { $n } godtagna
term-n-known = { $n } kända
term-n-confirmed = { $n } bekräftade
term-decided = { $n ->
    [one] Av den enda bristen: { $x }.
   *[other] Av de { $n } bristerna: { $x }.
}
term-expected = Väntat: { $x }
term-nearest = Närmast: { $x }
term-also = Men också: { $x }
term-hard-to-read = kontrollera med ögat, svårläst: { $x }
term-not-enough = räcker inte: { $x }
term-checked = Kontrollerade { $documents } i { $packs } med { $x }; { $reading }.
term-documents = { $n ->
    [one] 1 dokument
   *[other] { $n } dokument
}
term-packs = { $n ->
    [one] 1 underlag
   *[other] { $n } underlag
}
term-all-read = allt lästes
term-not-all-read = { $n ->
    [one] 1 lästes inte helt, så det som inte hittades kan stå där
   *[other] { $n } lästes inte helt, så det som inte hittades kan stå där
}
term-next = Varför det spelar roll och text att klistra in: { $x }

# Vad som hände med varje krav mellan två versioner
compare-compared = { $n ->
    [one] 1 krav jämfört: { $x }.
   *[other] { $n } krav jämförda: { $x }.
}
compare-more-passages = { $n ->
    [one] … och 1 ställe till
   *[other] … och { $n } ställen till
}
compare-change-lost = Förlorat
compare-change-weakened = Försvagat
compare-change-mixed = Delvis försvagat
compare-change-unclear = Kunde inte jämföras
compare-change-gained = Tillkommet
compare-change-strengthened = Skärpt
compare-change-reworded = Omformulerat
compare-change-moved = Flyttat
compare-change-same = Oförändrat
compare-meaning-lost = krävdes och krävs inte längre
compare-meaning-weakened = kräver mindre än förut, eller motsägs nu
compare-meaning-mixed = kräver mindre i ett avseende och mer i ett annat
compare-meaning-unclear = kunde inte bedömas på ena sidan
compare-meaning-gained = krävs nu och krävdes inte förut
compare-meaning-strengthened = kräver mer än förut, eller motsägs inte längre
compare-meaning-reworded = sägs med andra ord, eller på andra ställen, och kräver lika mycket
compare-meaning-moved = står på annat ställe med samma ord
compare-meaning-same = ändrades inte
compare-survival-contradicted = motsagt
compare-survival-lost = förlorat
compare-survival-never-asked = aldrig efterfrågat
compare-survival-weakened = försvagat
compare-survival-not-assessed = kunde inte bedömas
compare-survival-not-applicable = inte tillämpligt
compare-survival-added = tillagt
compare-survival-kept = bevarat
compare-both = i båda: { $x }
compare-both-unchanged = Oförändrat i båda: { $x }
compare-others = Andra skyldigheter för leverantören som binder mindre än förut
compare-see-json = se --format json
compare-closing = { $documents } jämfördes med { $x }.
compare-old = Gammal: { $x }
compare-new = Ny: { $x }
compare-unread = Inte helt läst
compare-demands = Krav
compare-number = Antal
compare-requirements = Överlevde kraven?
compare-requirements-caption = Varje krav, vad vardera sidan säger om det och vad som är kvar av det
compare-requirement = Krav
compare-outcome = Utfall
compare-changes-not-made = (ändringarna inte gjorda)
compare-changes-accepted = (ändringarna godtagna)
compare-now = nu: { $x }
compare-no-longer = inte längre: { $x }
compare-now-recommended = det krävdes och är nu bara rekommenderat (”bör”)
compare-now-permitted = det krävdes och är nu bara tillåtet (”får”, ”kan”)
compare-now-denied = skyldigheten förnekas nu uttryckligen
compare-now-not-binding = det beskriver nu bara och binder ingen
compare-no-longer-recommended = det var bara rekommenderat (”bör”) och krävs nu
compare-no-longer-permitted = det var bara tillåtet (”får”, ”kan”) och krävs nu
compare-no-longer-denied = skyldigheten förnekas inte längre
compare-no-longer-not-binding = det beskrev förut bara och binder nu
compare-number-weaker = { $parameter } var { $old } och är { $new }, vilket är svagare
compare-number-stricter = { $parameter } var { $old } och är { $new }, vilket är strängare
compare-no-number = inget tal
compare-not-demanded = det kräver inte detta längre
compare-newly-demanded = det krävde inte detta förut
compare-gone-contradiction = detta motsade kravet och är borta
compare-gone = detta är borta
compare-came-contradiction = detta är nytt och motsäger kravet
compare-came = detta är nytt
