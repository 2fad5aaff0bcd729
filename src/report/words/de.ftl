# Die Sätze der Berichte auf Deutsch. Die Schlüssel sind in allen Sprachen dieselben.

# Befunde
verdict-met = Gefunden
verdict-weak = Gefunden, aber schwach
verdict-contradicted = Widersprochen
verdict-missing = Nicht gefunden
verdict-not-applicable = Nicht einschlägig
verdict-undetermined = Nicht zu beurteilen
meaning-met = Eine Klausel zum Thema wurde gefunden, und nichts darin schwächt sie erkennbar. Lesen Sie sie, bevor Sie sich darauf verlassen.
meaning-weak = Es gibt eine Klausel, aber sie lässt einen Ausweg, bindet niemanden, oder ihre Zahl liegt außerhalb der Grenze.
meaning-contradicted = Eine Stelle sagt das Gegenteil der Anforderung.
meaning-missing = Alles wurde gelesen, und eine solche Klausel wurde nicht gefunden.
meaning-not-applicable = Alles wurde gelesen, und nichts darin macht die Anforderung nötig.
meaning-undetermined = Eine solche Klausel wurde nicht gefunden, aber nicht alles konnte gelesen werden.

# Wie sehr eine Lücke zählt
severity-critical = Kritisch
severity-high = Hoch
severity-medium = Mittel
severity-low = Niedrig

# Familien von Anforderungen
family-access = Zugang und Identität
family-ai = Künstliche Intelligenz
family-audit = Prüfung und Tests
family-availability = Verfügbarkeit und Notfallvorsorge
family-budget = Preis und Zuschlag
family-data = Daten und Datenschutz
family-development = Entwicklung und Aktualisierung
family-encryption = Verschlüsselung
family-exit = Vertragsende und Rückgabe der Daten
family-governance = Steuerung
family-incident = Vorfälle
family-iot = Geräte und Steuerungssysteme
family-liability = Haftung
family-logging = Protokollierung und Überwachung
family-personnel = Personal
family-supply-chain = Lieferkette
family-commercial = Geschäftsbedingungen
family-confidentiality = Vertraulichkeit
family-processing = Verarbeitung personenbezogener Daten

# Was eine Stelle tut
role-supports = sagt es
role-weakens = reicht nicht
role-contradicts = sagt das Gegenteil
role-triggers = macht die Anforderung einschlägig
role-nearest = kommt am nächsten

# Gründe
reason-only-recommended = es ist nur empfohlen („sollte“), nicht verlangt
reason-only-permitted = es ist nur erlaubt („kann“, „darf“), nicht verlangt
reason-vague = „{ $x }“ lässt offen, wie viel verlangt ist
reason-number-missing = für „{ $parameter }“ ist keine Zahl angegeben ({ $required } verlangt)
reason-number-instead = es heißt „{ $instead }“; für „{ $parameter }“ ist keine Zahl angegeben ({ $required } verlangt)
reason-number-outside = „{ $parameter }“ ist { $found }; verlangt ist { $required }
reason-duty-denied = die Pflicht wird ausdrücklich verneint
reason-forbidden = es ist hier verboten, nicht verlangt
reason-not-forbidden = es wird hier nicht verboten
reason-obsolete = „{ $x }“ ist veraltet und wird hier zugelassen
reason-obsolete-instead = „{ $x }“ ist veraltet und wird hier zugelassen; verlangen Sie stattdessen { $instead }
reason-not-binding = es beschreibt, bindet aber niemanden
reason-only-skills = es verlangt Kenntnisse oder Erfahrung des Personals
reason-right-of-supplier = es gibt das Recht dem Auftragnehmer, nicht dem Auftraggeber
reason-wrong-party-supplier = es bindet den Auftragnehmer, nicht den Auftragnehmer
reason-wrong-party-customer = es bindet den Auftraggeber, nicht den Auftragnehmer
reason-wrong-party-both = es bindet beide Parteien, nicht den Auftragnehmer
reason-wrong-party-third-party = es bindet einen Dritten, nicht den Auftragnehmer
reason-wrong-party-unstated = es bindet niemand Bestimmten, nicht den Auftragnehmer
reason-only-heading = es ist nur eine Überschrift
reason-only-contents = es ist nur ein Eintrag im Inhaltsverzeichnis
reason-only-definition = es bestimmt nur einen Begriff
reason-only-question = es ist eine Frage
reason-only-placeholder = es ist eine Anweisung an den, der die Vorlage ausfüllt
reason-exception = „{ $x }“ lässt einen Ausweg
reason-only-boilerplate = es ist der Text eines Formulars und keine Bedingung
reason-lacks = es spricht von: { $found }, aber nicht von: { $missing }
reason-nothing-found = in den { $n } durchsuchten Stellen wurde nichts dazu gefunden
reason-not-fully-read = { $n ->
    [one] ein Dokument konnte nicht ganz gelesen werden, das Fehlen ist also nicht bewiesen
   *[other] { $n } Dokumente konnten nicht ganz gelesen werden, das Fehlen ist also nicht bewiesen
}
reason-not-of-kind = es wird nicht erwartet in: { $x }
reason-not-triggered = nichts in diesen Unterlagen handelt von: { $x }
reason-of-nearest = was am nächsten kommt, reicht nicht: { $x }
list-and = { $init } und { $end }
list-or = { $init } oder { $end }

# Dokumente
kind-tender = Vergabeunterlagen
kind-contract = Vertrag
kind-sla = Service-Level-Vereinbarung
kind-dpa = Auftragsverarbeitungsvertrag
short-kind-tender = Vergabe
short-kind-contract = Vertrag
short-kind-sla = SLA
short-kind-dpa = AVV
status-read = gelesen
status-partly-read = teilweise gelesen
status-unreadable = nicht gelesen
status-skipped = ausgelassen
language-en = Englisch
language-sv = Schwedisch
language-da = Dänisch
language-no = Norwegisch
language-de = Deutsch
language-nl = Niederländisch
language-fi = Finnisch
language-fr = Französisch
language-other = eine andere Sprache
language-und = unbekannt

# Parteien und Pflichten
party-supplier = der Auftragnehmer
party-customer = der Auftraggeber
party-both = beide Parteien
party-third-party = ein Dritter
party-unstated = niemand Bestimmtes
force-must = muss
force-should = sollte
force-may = darf
force-statement = stellt fest

# Stellen und Zahlen
place-page = Seite { $page }
place-label = nummeriert { $x }
place-recognised = per OCR gelesen
place-row = Tabelle { $table }, Zeile { $row }
unit-minutes = { $x } min
unit-hours = { $x } h
unit-days = { $x } Tage
unit-working-days = { $x } Werktage
unit-weeks = { $x } Wochen
unit-months = { $x } Monate
unit-years = { $x } Jahre
unit-price-base-amounts = { $x } schwedische Preisbasisbeträge

# Wie gut eine Fundstelle geprüft ist
basis-knowledge = aus Kenntnis, nicht nachgeschlagen
basis-uncertain = unsicher, vor Gebrauch prüfen

# Was man über das Lesen eines Dokuments wissen muss
note-on-page = Seite { $page }: { $note }
note-not-readable = die Datei konnte nicht geöffnet werden
note-empty = sie enthält keinen Text
note-unsupported-format = dieses Format kann nicht gelesen werden
note-needs-password = sie braucht ein Passwort
note-damaged = sie ist beschädigt, und ein Teil ging verloren
note-no-text-layer = die Seite ist ein Bild ohne Text
note-garbled = Zeichen sind nicht zu erkennen
note-too-large = eine Größengrenze wurde erreicht; der Rest wurde nicht gelesen
note-too-deep = sie ist zu tief verschachtelt; Tieferes wurde nicht gelesen
note-too-many-parts = sie hat zu viele Teile; der Rest wurde nicht gelesen
note-entities-refused = sie erklärt eigene Entitäten, die ausgelassen wurden
note-ambiguous = sie kann auf mehr als eine Weise gelesen werden
note-crashed = der Leser ist daran gescheitert
note-timeout = das Lesen dauerte zu lange und wurde abgebrochen
note-memory = das Lesen brauchte zu viel Speicher und wurde abgebrochen
note-language-not-supported = ein Teil ist in einer Sprache, für die es keine Regeln gibt
note-hidden-text = sie hat Text, den ein Leser nicht sähe; er wurde nicht beurteilt
note-invisible-characters = unsichtbare Zeichen wurden entfernt
note-mixed-script = Wörter, die Alphabete mischen, wurden lateinisch gelesen
note-tracked-changes = sie enthält nachverfolgte Änderungen
note-comments = sie enthält Kommentare, die nicht beurteilt wurden
note-wrong-extension = ihr Name verspricht ein anderes Format
note-not-followed = sie verweist auf Text außerhalb, der nicht gelesen wurde
note-encoding-guessed = ihre Zeichenkodierung wurde geraten
note-outside-pack = sie verweist auf eine Anlage, die nicht bei den Unterlagen ist
note-attachment-not-read = ein Dokument darin wurde nicht gelesen
note-recognised = Text wurde in Bildern von Seiten erkannt
note-not-recognised = Text in Bildern von Seiten könnte erkannt werden, wurde es aber nicht
note-earlier-versions = sie enthält frühere Fassungen ihrer selbst; die letzte wurde gelesen
note-left-out = sie wurde ausgelassen
note-own-report = sie ist ein Bericht von clausecheck, der über einen Vertrag nichts beweist; sie wurde ausgelassen

# Was Menschen entschieden haben
disposition-waived = hingenommen bis { $expires } von { $approver }: { $reason }
disposition-waived-control = hingenommen bis { $expires } von { $approver }: { $reason }; stattdessen: { $control }
disposition-known = bekannt seit { $x }
disposition-confirmed = als Lücke bestätigt: { $x }

# Der Bericht als Ganzes
report-title = Sicherheitsklauseln in { $x }
report-title-many = Sicherheitsklauseln in { $n } Unterlagen
skip-to-content = Zu den Befunden springen
nav-label = Inhalt
summary-heading = Kurz gesagt
summary-demands = { $n ->
    [one] Eine Anforderung wurde geprüft.
   *[other] { $n } Anforderungen wurden geprüft.
}
summary-read-all = { $n ->
    [one] Alles im Dokument wurde gelesen.
   *[other] Alles in den { $n } Dokumenten wurde gelesen.
}
summary-read-partly = { $n ->
    [one] Ein Dokument wurde nicht ganz gelesen
   *[other] { $n } Dokumente wurden nicht ganz gelesen
}; was deshalb nicht gefunden werden konnte, steht unter „Nicht zu beurteilen“.
summary-recognised = Ein Teil des Textes wurde in Bildern von Seiten erkannt (OCR) und kann Fehler enthalten.
summary-advice = Dieser Bericht zeigt, was die Dokumente sagen und wo. Ob das rechtlich genügt, muss ein Jurist sagen.
urgent-heading = Das Wichtigste
urgent-none = Keine kritische oder hohe Lücke wurde gefunden.
urgent-more = { $n ->
    [one] Eine weitere Lücke von hoher Schwere steht unten.
   *[other] { $n } weitere Lücken von hoher Schwere stehen unten.
}
documents-heading = Dokumente
documents-caption = Die Dokumente der Unterlagen und wie weit jedes gelesen wurde
documents-file = Datei
documents-kind = Art
documents-language = Sprache
documents-pages = Seiten
documents-status = Gelesen?
documents-notes = Zu wissen
families-heading = Anforderungen nach Familie
families-caption = Wie viele Anforderungen jeder Familie welchen Befund haben
families-family = Familie
families-total = Alle
chart-description = Balken zeigen für jede Zeile, wie viele Anforderungen welchen Befund haben. Die Tabelle darunter enthält dieselben Zahlen.
standards-heading = Anforderungen nach Gesetz und Norm
standards-caption = Wie viele der Anforderungen, die zu einem Gesetz oder einer Norm gehören, welchen Befund haben
standards-standard = Gesetz oder Norm
factors-heading = Warum es an Sicherheit fehlt und was die Unterlagen dagegen tun
factors-caption = Die Faktoren einer Studie über Smart-City-Projekte und ob die Unterlagen sich ihrer annehmen
factors-factor = Faktor
factors-handled = Behandelt?
factors-why = In der Studie
factors-yes = ja
factors-no = nein
factors-open = nicht zu beurteilen
factors-not-applicable = hier nicht gesucht
storage-heading = Wer welche Daten wo aufbewahrt
storage-caption = Jede Stelle, die sagt, wo Daten aufbewahrt werden. Eine leere Zelle ist eine Lücke: weder diese Stelle noch, wo eine Regel es abdeckt, der Rest der Unterlagen sagt es.
storage-none = Keine Stelle sagt, wo Daten aufbewahrt werden.
storage-who = Wer
storage-passage = Stelle
storage-gap = nicht gesagt
storage-elsewhere = anderswo: { $x }
storage-see = siehe Anforderung
storage-where = Wo es steht
column-data = Daten
column-place = Ort
column-sub-processors = Unterauftragsverarbeiter
column-transfer = Grundlage der Übermittlung
column-return = Rückgabe oder Löschung
accountability-heading = Wer wofür einsteht
accountability-caption = Die Zähne jeder gefundenen Anforderung: wer verpflichtet ist, bis wann, wie es nachgewiesen wird und was folgt, wenn es unterbleibt
accountability-topic = Thema
accountability-who = Verpflichtet
accountability-deadline = Frist oder Abstand
accountability-proof = Nachweis
accountability-consequence = Folge
accountability-gap = nicht gesagt
accountability-none = Keine Anforderung wurde gefunden.
accountability-unstated = nicht genannt
worklist-heading = Alle Anforderungen
filter-heading = Zeigen
finding-requirement = Was dastehen sollte
finding-why = Warum es zählt
finding-reasons = Warum dieser Befund
finding-numbers = Zahlen
finding-number = Zahl
finding-stated = Angegeben
finding-required = Verlangt
finding-within = Eingehalten?
finding-yes = ja
finding-no = nein
finding-nothing = nichts
finding-evidence = Was die Dokumente sagen
finding-nearest = Was am nächsten kommt
finding-sources = Quellen
finding-model-clause = Text zum Einfügen
finding-model-hint = Ein Klick markiert alles.
finding-model-none = In dieser Sprache gibt es noch keinen Text; dieser ist auf { $x }.
finding-show-in-text = im Text zeigen
finding-doubtful = Erkannt, aber nicht sicher: { $x }
finding-questions = Zu stellende Frage
question-missing = Wo verlangen die Dokumente: { $x }? Wenn nirgends: sollten sie es?
question-weak = Soll dies verbindlich sein, ohne Ausnahme und mit einer Zahl, wo eine nötig ist: { $x }?
question-contradicted = Welche Stelle gilt, und welche ist zu streichen: { $x }?
question-undetermined = Was sagen die Teile, die nicht gelesen werden konnten, zu: { $x }?
text-heading = Die Dokumente
text-page = Seite { $x }
text-evidence-for = { $n }: Stelle zu { $x }
text-cut = Der Text ist länger, als hier gezeigt werden kann; der Rest fehlt auf dieser Seite, nicht in der Prüfung.
matrix-heading = Alle Unterlagen
matrix-caption = Jede Anforderung in jeder Unterlage
matrix-demand = Anforderung
footer-made-by = Erstellt von { $tool } { $version } mit dem Regelwerk { $ruleset } { $ruleset-version } ({ $hash }).
footer-offline = Auf diesem Rechner erstellt; nichts wurde irgendwohin gesendet.
mark-met = ✓
mark-weak = ~
mark-contradicted = ✗
mark-missing = ○
mark-not-applicable = –
mark-undetermined = ?

# Tabellen für Programme, die man öffnet
sheet-requirements = Anforderungen
sheet-passages = Stellen
sheet-documents = Dokumente
sheet-storage = Daten
sheet-accountability = Verantwortung
sheet-notes = Hinweise
sheet-rule = Regel
sheet-demand = Anforderung
sheet-family = Familie
sheet-severity = Schwere
sheet-verdict = Befund
sheet-reasons = Gründe
sheet-document = Dokument
sheet-page = Seite
sheet-clause = Klausel
sheet-quote = Stelle
sheet-role = Die Stelle
sheet-wording = Text zum Einfügen
sheet-decision = Entscheidung des Bearbeiters
sheet-comment = Anmerkung
sheet-approver = Entschieden von
sheet-expires = Hingenommen bis (JJJJ-MM-TT)
sheet-fingerprint = Fingerabdruck
sheet-pack = Unterlagen
decision-confirm = Lücke bestätigt
decision-accept = Lücke hingenommen
decision-wrong = Befund ist falsch
decision-open = Offen
sheet-how = Wählen Sie für jede Zeile eine Entscheidung und speichern Sie. „clausecheck review import“ liest sie zurück.

# Zahlen, die nicht übereinstimmen, und die Hüter der Ausnahmen
conflicts-heading = Verschiedene Zahlen für dasselbe
conflicts-caption = Klären Sie, welche gilt.
conflicts-precedence = Was wem vorgeht
conflicts-no-precedence = Keine Stelle wurde gefunden, die sagt, was wem vorgeht.
remarks-heading = Ausnahmen, Ausgangsstand und Regeln

# Kommentare am Rand
comment-nowhere = Nirgends in den Dokumenten gefunden:

# Der Brief
letter-title = Lücken in Sicherheitsklauseln: { $x }
letter-intro = Die Dokumente in { $x } wurden mit dem verglichen, was ein Auftraggeber von der Cybersicherheit eines Auftragnehmers verlangen sollte. Hier steht, was fehlt, wo es sich zeigt, und Text zum Einfügen.
letter-table = Übersicht
letter-gaps = Lücken, die schwersten zuerst
letter-found = Was gefunden wurde
letter-unread = Was nicht gelesen werden konnte
letter-questions = Fragen an Verfasser oder Auftragnehmer

# Der Absatz für eine E-Mail
mail-subject = Sicherheitsklauseln in { $x }
mail-greeting = Die Dokumente in { $x } wurden auf { $n } Sicherheitsanforderungen geprüft.
mail-counts = { $met } wurden gefunden, { $weak } sind schwach, { $contradicted } wird widersprochen, { $missing } wurden nicht gefunden, { $undetermined } waren nicht zu beurteilen, { $na } sind nicht einschlägig.
mail-urgent = Am wichtigsten: { $x }.
mail-unread = Nicht ganz gelesen: { $x }.
mail-end = Der vollständige Bericht zeigt jede Stelle und Text zum Einfügen.

# Am Terminal
term-undetermined = Nicht zu beurteilen, weil nicht alles gelesen wurde
term-not-applicable = Für diese Unterlagen nicht einschlägig
term-partly-read = NUR TEILWEISE GELESEN
term-unreadable = NICHT GELESEN
term-pages = { $n ->
    [one] 1 Seite
   *[other] { $n } Seiten
}
term-more-notes = … und { $n } weitere Hinweise der Art { $x }
term-summary = { $n } Anforderungen wurden gesucht: { $x }.
term-n-missing = { $n } nicht gefunden
term-n-weak = { $n } gefunden, aber schwach
term-n-contradicted = { $n } widersprochen
term-n-met = { $n } gefunden
term-n-undetermined = { $n } nicht zu beurteilen
term-n-waived = { $n } hingenommen
term-n-known = { $n } bekannt
term-n-confirmed = { $n } bestätigt
term-decided = { $n ->
    [one] Von der 1 Lücke: { $x }.
   *[other] Von den { $n } Lücken: { $x }.
}
term-expected = Erwartet: { $x }
term-nearest = Am nächsten: { $x }
term-also = Aber auch: { $x }
term-hard-to-read = selbst nachsehen, schwer zu lesen: { $x }
term-not-enough = reicht nicht: { $x }
term-checked = Geprüft: { $documents } in { $packs } mit { $x }; { $reading }.
term-documents = { $n ->
    [one] 1 Dokument
   *[other] { $n } Dokumente
}
term-packs = { $n ->
    [one] 1 Unterlage
   *[other] { $n } Unterlagen
}
term-all-read = alles wurde gelesen
term-not-all-read = { $n ->
    [one] 1 wurde nicht ganz gelesen, dort kann also stehen, was nicht gefunden wurde
   *[other] { $n } wurden nicht ganz gelesen, dort kann also stehen, was nicht gefunden wurde
}
term-next = Warum es zählt, und Text zum Einfügen: { $x }

# Was zwischen zwei Fassungen aus jeder Anforderung wurde
compare-compared = { $n ->
    [one] 1 Anforderung verglichen: { $x }.
   *[other] { $n } Anforderungen verglichen: { $x }.
}
compare-more-passages = { $n ->
    [one] … und 1 weitere Stelle
   *[other] … und { $n } weitere Stellen
}
compare-change-lost = Verloren
compare-change-weakened = Abgeschwächt
compare-change-mixed = Teilweise abgeschwächt
compare-change-unclear = Nicht zu vergleichen
compare-change-gained = Hinzugekommen
compare-change-strengthened = Verschärft
compare-change-reworded = Umformuliert
compare-change-moved = Verschoben
compare-change-same = Unverändert
compare-meaning-lost = war gefordert und ist es nicht mehr
compare-meaning-weakened = fordert weniger als zuvor, oder ihm wird jetzt widersprochen
compare-meaning-mixed = fordert in einer Hinsicht weniger und in einer anderen mehr
compare-meaning-unclear = war auf einer Seite nicht zu beurteilen
compare-meaning-gained = ist jetzt gefordert und war es zuvor nicht
compare-meaning-strengthened = fordert mehr als zuvor, oder ihm wird nicht mehr widersprochen
compare-meaning-reworded = ist mit anderen Worten oder an anderen Stellen gesagt und fordert ebenso viel
compare-meaning-moved = steht mit denselben Worten an anderer Stelle
compare-meaning-same = hat sich nicht geändert
compare-survival-contradicted = widersprochen
compare-survival-lost = verloren
compare-survival-never-asked = nie gefordert
compare-survival-weakened = abgeschwächt
compare-survival-not-assessed = nicht zu beurteilen
compare-survival-not-applicable = nicht einschlägig
compare-survival-added = hinzugekommen
compare-survival-kept = erhalten
compare-both = in beiden: { $x }
compare-both-unchanged = Unverändert in beiden: { $x }
compare-others = Andere Pflichten des Auftragnehmers, die weniger binden als zuvor
compare-see-json = siehe --format json
compare-closing = { $documents } verglichen mit { $x }.
compare-old = Alt: { $x }
compare-new = Neu: { $x }
compare-unread = Nicht vollständig gelesen
compare-demands = Anforderungen
compare-number = Anzahl
compare-requirements = Haben die Anforderungen überlebt?
compare-requirements-caption = Jede Anforderung, was jede Seite zu ihr sagt und was von ihr übrig ist
compare-requirement = Anforderung
compare-outcome = Ergebnis
compare-changes-not-made = (ohne die Änderungen)
compare-changes-accepted = (mit den Änderungen)
compare-now = jetzt: { $x }
compare-no-longer = nicht mehr: { $x }
compare-now-recommended = es war gefordert und ist jetzt nur noch empfohlen („soll“, „sollte“)
compare-now-permitted = es war gefordert und ist jetzt nur noch erlaubt („darf“, „kann“)
compare-now-denied = die Pflicht wird jetzt ausdrücklich verneint
compare-now-not-binding = es beschreibt jetzt nur und bindet niemanden
compare-no-longer-recommended = es war nur empfohlen („soll“, „sollte“) und ist jetzt gefordert
compare-no-longer-permitted = es war nur erlaubt („darf“, „kann“) und ist jetzt gefordert
compare-no-longer-denied = die Pflicht wird nicht mehr verneint
compare-no-longer-not-binding = es beschrieb zuvor nur und bindet jetzt
compare-number-weaker = { $parameter }: zuvor { $old }, jetzt { $new }, was schwächer ist
compare-number-stricter = { $parameter }: zuvor { $old }, jetzt { $new }, was strenger ist
compare-no-number = keine Zahl
compare-not-demanded = es fordert dies nicht mehr
compare-newly-demanded = es forderte dies zuvor nicht
compare-gone-contradiction = dies widersprach der Anforderung und ist weggefallen
compare-gone = dies ist weggefallen
compare-came-contradiction = dies ist neu und widerspricht der Anforderung
compare-came = dies ist neu
