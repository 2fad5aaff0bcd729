# Les phrases des rapports en français. Les clés sont les mêmes dans toutes les langues.

# Constats
verdict-met = Trouvé
verdict-weak = Trouvé, mais faible
verdict-contradicted = Contredit
verdict-missing = Non trouvé
verdict-not-applicable = Sans objet
verdict-undetermined = N’a pu être évalué
meaning-met = Une clause sur le sujet a été trouvée et rien n’y a été vu qui l’affaiblisse. Lisez-la avant de vous y fier.
meaning-weak = Il y a une clause, mais elle laisse une échappatoire, ne lie personne, ou son chiffre est hors limite.
meaning-contradicted = Un passage dit le contraire de l’exigence.
meaning-missing = Tout a été lu et une telle clause n’a pas été trouvée.
meaning-not-applicable = Tout a été lu et rien n’y rend l’exigence nécessaire.
meaning-undetermined = Une telle clause n’a pas été trouvée, mais tout n’a pu être lu.

# Combien compte une lacune
severity-critical = Critique
severity-high = Élevée
severity-medium = Moyenne
severity-low = Faible

# Familles d’exigences
family-access = Accès et identité
family-ai = Intelligence artificielle
family-audit = Audit et tests
family-availability = Disponibilité et continuité
family-budget = Prix et attribution
family-data = Données et vie privée
family-development = Développement et correctifs
family-encryption = Chiffrement
family-exit = Fin et restitution des données
family-governance = Gouvernance
family-incident = Incidents
family-iot = Objets connectés et systèmes de commande
family-liability = Responsabilité
family-logging = Journaux et surveillance
family-personnel = Personnel
family-supply-chain = Chaîne de sous-traitance
family-commercial = Conditions commerciales
family-confidentiality = Confidentialité
family-processing = Traitement de données personnelles

# Ce que fait un passage
role-supports = le dit
role-weakens = ne suffit pas
role-contradicts = dit le contraire
role-triggers = rend l’exigence applicable
role-nearest = s’en approche le plus

# Motifs
reason-only-recommended = c’est seulement recommandé (« devrait »), non exigé
reason-only-permitted = c’est seulement permis (« peut »), non exigé
reason-vague = « { $x } » laisse ouvert ce qui est exigé
reason-number-missing = aucun chiffre n’est donné pour : { $parameter } ({ $required } exigé)
reason-number-instead = il est dit « { $instead } » ; aucun chiffre n’est donné pour : { $parameter } ({ $required } exigé)
reason-number-outside = { $parameter } : { $found } ; { $required } est exigé
reason-duty-denied = l’obligation est expressément niée
reason-forbidden = c’est interdit ici, non exigé
reason-not-forbidden = ce n’est pas interdit ici
reason-obsolete = « { $x } » est obsolète et admis ici
reason-obsolete-instead = « { $x } » est obsolète et admis ici ; exigez plutôt { $instead }
reason-not-binding = cela décrit, mais ne lie personne
reason-only-skills = cela demande des compétences ou de l’expérience du personnel
reason-right-of-supplier = cela donne le droit au fournisseur, non au client
reason-wrong-party-supplier = cela lie le fournisseur, non le fournisseur
reason-wrong-party-customer = cela lie le client, non le fournisseur
reason-wrong-party-both = cela lie les deux parties, non le fournisseur
reason-wrong-party-third-party = cela lie un tiers, non le fournisseur
reason-wrong-party-unstated = cela ne lie personne en particulier, non le fournisseur
reason-only-heading = ce n’est qu’un titre
reason-only-contents = ce n’est qu’une ligne de table des matières
reason-only-definition = cela définit seulement un terme
reason-only-question = c’est une question
reason-only-placeholder = c’est une consigne à qui remplit le modèle
reason-exception = « { $x } » laisse une échappatoire
reason-only-boilerplate = c’est le texte d’un formulaire, non une clause
reason-lacks = il est question de : { $found }, mais pas de : { $missing }
reason-nothing-found = rien à ce sujet dans les { $n } passages examinés
reason-not-fully-read = { $n ->
    [one] un document n’a pu être lu en entier, l’absence n’est donc pas prouvée
   *[other] { $n } documents n’ont pu être lus en entier, l’absence n’est donc pas prouvée
}
reason-not-of-kind = ce n’est pas attendu dans : { $x }
reason-not-triggered = rien dans ce dossier ne concerne : { $x }
reason-of-nearest = ce qui s’en approche le plus ne suffit pas : { $x }
list-and = { $init } et { $end }
list-or = { $init } ou { $end }

# Documents
kind-tender = un dossier de consultation
kind-contract = un contrat
kind-sla = une convention de service
kind-dpa = un accord de traitement de données
short-kind-tender = consultation
short-kind-contract = contrat
short-kind-sla = SLA
short-kind-dpa = accord de traitement
status-read = lu
status-partly-read = lu en partie
status-unreadable = non lu
status-skipped = laissé de côté
language-en = anglais
language-sv = suédois
language-da = danois
language-no = norvégien
language-de = allemand
language-nl = néerlandais
language-fi = finnois
language-fr = français
language-other = une autre langue
language-und = inconnue

# Parties et obligations
party-supplier = le fournisseur
party-customer = le client
party-both = les deux parties
party-third-party = un tiers
party-unstated = personne en particulier
force-must = doit
force-should = devrait
force-may = peut
force-statement = énonce

# Lieux et chiffres
place-page = page { $page }
place-label = numérotée { $x }
place-recognised = lu par OCR
place-row = tableau { $table }, ligne { $row }
unit-minutes = { $x } min
unit-hours = { $x } h
unit-days = { $x } jours
unit-working-days = { $x } jours ouvrés
unit-weeks = { $x } semaines
unit-months = { $x } mois
unit-years = { $x } ans
unit-price-base-amounts = { $x } montants de base suédois

# Jusqu’où une référence a été vérifiée
basis-knowledge = de mémoire, non vérifiée
basis-uncertain = incertaine, à vérifier avant usage

# Ce qu’il faut savoir de la lecture d’un document
note-on-page = page { $page } : { $note }
note-not-readable = le fichier n’a pu être ouvert
note-empty = il ne contient aucun texte
note-unsupported-format = ce format ne peut être lu
note-needs-password = il demande un mot de passe
note-damaged = il est endommagé et une partie est perdue
note-no-text-layer = la page est une image sans texte
note-garbled = des caractères sont indéchiffrables
note-too-large = une limite de taille est atteinte ; le reste n’a pas été lu
note-too-deep = il est imbriqué trop profondément ; le plus profond n’a pas été lu
note-too-many-parts = il a trop de parties ; le reste n’a pas été lu
note-entities-refused = il déclare ses propres entités, qui ont été écartées
note-ambiguous = il peut être lu de plus d’une façon
note-crashed = le lecteur a échoué sur lui
note-timeout = la lecture a duré trop longtemps et a été arrêtée
note-memory = la lecture demandait trop de mémoire et a été arrêtée
note-language-not-supported = une partie est dans une langue sans règles
note-hidden-text = il contient du texte qu’un lecteur ne verrait pas ; il n’a pas été évalué
note-invisible-characters = des caractères invisibles ont été retirés
note-mixed-script = des mots mêlant des alphabets ont été lus comme latins
note-tracked-changes = il contient des modifications suivies
note-comments = il contient des commentaires, qui n’ont pas été évalués
note-wrong-extension = son nom promet un autre format
note-not-followed = il renvoie à un texte extérieur, qui n’a pas été lu
note-encoding-guessed = son codage a été deviné
note-outside-pack = il renvoie à une annexe absente du dossier
note-attachment-not-read = un document qu’il contient n’a pas été lu
note-recognised = du texte a été reconnu dans des images de pages
note-not-recognised = du texte pourrait être reconnu dans des images de pages, mais ne l’a pas été
note-earlier-versions = il contient des versions antérieures de lui-même ; la dernière a été lue
note-left-out = il a été laissé de côté
note-own-report = c’est un rapport de clausecheck, qui ne prouve rien d’un contrat ; il a été laissé de côté

# Ce que des personnes ont décidé
disposition-waived = acceptée jusqu’au { $expires } par { $approver } : { $reason }
disposition-waived-control = acceptée jusqu’au { $expires } par { $approver } : { $reason } ; à la place : { $control }
disposition-known = connue depuis le { $x }
disposition-confirmed = confirmée comme lacune : { $x }

# Le rapport dans son ensemble
report-title = Clauses de sécurité : { $x }
report-title-many = Clauses de sécurité dans { $n } dossiers
skip-to-content = Aller aux constats
nav-label = Sommaire
summary-heading = En bref
summary-demands = { $n ->
    [one] Une exigence a été vérifiée.
   *[other] { $n } exigences ont été vérifiées.
}
summary-read-all = { $n ->
    [one] Tout le document a été lu.
   *[other] Tout a été lu dans les { $n } documents.
}
summary-read-partly = { $n ->
    [one] Un document n’a pas été lu en entier
   *[other] { $n } documents n’ont pas été lus en entier
} ; ce qui n’a donc pu être trouvé porte la mention « N’a pu être évalué ».
summary-recognised = Du texte a été reconnu dans des images de pages (OCR) et peut contenir des erreurs.
summary-advice = Ce rapport montre ce que disent les documents et où. Un juriste doit dire si cela suffit en droit.
urgent-heading = L’essentiel
urgent-none = Aucune lacune critique ou élevée n’a été trouvée.
urgent-more = { $n ->
    [one] Une autre lacune grave figure plus bas.
   *[other] { $n } autres lacunes graves figurent plus bas.
}
documents-heading = Documents
documents-caption = Les documents du dossier et jusqu’où chacun a été lu
documents-file = Fichier
documents-kind = Nature
documents-language = Langue
documents-pages = Pages
documents-status = Lu ?
documents-notes = À savoir
families-heading = Exigences par famille
families-caption = Combien d’exigences de chaque famille ont quel constat
families-family = Famille
families-total = Toutes
chart-description = Des barres montrent pour chaque ligne combien d’exigences ont quel constat. Le tableau ci-dessous donne les mêmes chiffres.
standards-heading = Exigences par loi et norme
standards-caption = Combien des exigences répondant à une loi ou norme ont quel constat
standards-standard = Loi ou norme
factors-heading = Pourquoi la sécurité fait défaut, et ce que le dossier y fait
factors-caption = Les facteurs d’une étude de projets de ville intelligente, et si le dossier les traite
factors-factor = Facteur
factors-handled = Traité ?
factors-why = Dans l’étude
factors-yes = oui
factors-no = non
factors-open = n’a pu être évalué
factors-not-applicable = non recherché ici
storage-heading = Qui conserve quelles données, et où
storage-caption = Chaque passage disant où des données sont conservées. Une case vide est une lacune : ni ce passage ni, là où une règle le couvre, le reste du dossier ne le dit.
storage-none = Aucun passage ne dit où des données sont conservées.
storage-who = Qui
storage-passage = Passage
storage-gap = non dit
storage-elsewhere = ailleurs : { $x }
storage-see = voir exigence
storage-where = Où il est dit
column-data = Données
column-place = Lieu
column-sub-processors = Sous-traitants ultérieurs
column-transfer = Base du transfert
column-return = Restitution ou effacement
accountability-heading = Qui répond de quoi
accountability-caption = Les dents de chaque exigence trouvée : qui est obligé, jusqu’à quand, comment cela se prouve et ce qui suit à défaut
accountability-topic = Sujet
accountability-who = Obligé
accountability-deadline = Délai ou intervalle
accountability-proof = Preuve
accountability-consequence = Conséquence
accountability-gap = non dit
accountability-none = Aucune exigence n’a été trouvée.
accountability-unstated = non nommé
worklist-heading = Toutes les exigences
filter-heading = Montrer
finding-requirement = Ce qui devrait être dit
finding-why = Pourquoi cela compte
finding-reasons = Pourquoi ce constat
finding-numbers = Chiffres
finding-number = Chiffre
finding-stated = Donné
finding-required = Exigé
finding-within = Respecté ?
finding-yes = oui
finding-no = non
finding-nothing = rien
finding-evidence = Ce que disent les documents
finding-nearest = Ce qui s’en approche le plus
finding-sources = Sources
finding-model-clause = Texte à coller
finding-model-hint = Un clic sélectionne tout.
finding-model-none = Il n’y a pas encore de texte dans cette langue ; celui-ci est en { $x }.
finding-show-in-text = montrer dans le texte
finding-doubtful = Reconnu, mais sans certitude : { $x }
finding-questions = Question à poser
question-missing = Où les documents exigent-ils : { $x } ? Si nulle part : le devraient-ils ?
question-weak = Ceci doit-il obliger, sans exception et avec un chiffre où il en faut un : { $x } ?
question-contradicted = Quel passage vaut, et lequel est à supprimer : { $x } ?
question-undetermined = Que disent les parties qui n’ont pu être lues de : { $x } ?
text-heading = Les documents
text-page = Page { $x }
text-evidence-for = { $n } : passage pour { $x }
text-cut = Le texte est plus long que ce qui peut être montré ici ; le reste manque à cette page, non à la vérification.
matrix-heading = Tous les dossiers
matrix-caption = Chaque exigence dans chaque dossier
matrix-demand = Exigence
footer-made-by = Fait par { $tool } { $version } avec le jeu de règles { $ruleset } { $ruleset-version } ({ $hash }).
footer-offline = Fait sur cet ordinateur ; rien n’a été envoyé nulle part.
mark-met = ✓
mark-weak = ~
mark-contradicted = ✗
mark-missing = ○
mark-not-applicable = –
mark-undetermined = ?

# Tableaux pour les programmes que l’on ouvre
sheet-requirements = Exigences
sheet-passages = Passages
sheet-documents = Documents
sheet-storage = Données
sheet-accountability = Responsabilités
sheet-notes = À propos
sheet-rule = Règle
sheet-demand = Exigence
sheet-family = Famille
sheet-severity = Gravité
sheet-verdict = Constat
sheet-reasons = Motifs
sheet-document = Document
sheet-page = Page
sheet-clause = Clause
sheet-quote = Passage
sheet-role = Le passage
sheet-wording = Texte à coller
sheet-decision = Décision de l’agent
sheet-comment = Commentaire
sheet-approver = Décidé par
sheet-expires = Acceptée jusqu’au (AAAA-MM-JJ)
sheet-fingerprint = Empreinte
sheet-pack = Dossier
decision-confirm = Lacune confirmée
decision-accept = Lacune acceptée
decision-wrong = Constat erroné
decision-open = Ouvert
sheet-how = Choisissez une décision pour chaque ligne et enregistrez. « clausecheck review import » la relit.

# Chiffres qui ne concordent pas, et ceux qui tiennent les dérogations
conflicts-heading = Des chiffres différents pour la même chose
conflicts-caption = Décidez lequel vaut.
conflicts-precedence = Ce qui l’emporte sur quoi
conflicts-no-precedence = Aucun passage ne dit ce qui l’emporte sur quoi.
remarks-heading = Dérogations, état de référence et règles

# Commentaires en marge
comment-nowhere = Introuvable dans les documents :

# La lettre
letter-title = Lacunes dans les clauses de sécurité : { $x }
letter-intro = Les documents de { $x } ont été comparés à ce qu’un acheteur devrait exiger de la cybersécurité d’un fournisseur. Voici ce qui leur manque, où cela se voit, et du texte à coller.
letter-table = Vue d’ensemble
letter-gaps = Lacunes, les plus graves d’abord
letter-found = Ce qui a été trouvé
letter-unread = Ce qui n’a pu être lu
letter-questions = Questions au rédacteur ou au fournisseur

# Le paragraphe pour un courriel
mail-subject = Clauses de sécurité : { $x }
mail-greeting = Les documents de { $x } ont été examinés pour { $n } exigences de sécurité.
mail-counts = { $met } ont été trouvées, { $weak } sont faibles, { $contradicted } sont contredites, { $missing } n’ont pas été trouvées, { $undetermined } n’ont pu être évaluées, { $na } sont sans objet.
mail-urgent = Le plus important : { $x }.
mail-unread = Non lus en entier : { $x }.
mail-end = Le rapport complet montre chaque passage et du texte à coller.

# Au terminal
term-undetermined = N’a pu être évalué, car tout n’a pas été lu
term-not-applicable = Sans objet pour ce dossier
term-partly-read = LU EN PARTIE SEULEMENT
term-unreadable = NON LU
term-pages = { $n ->
    [one] 1 page
   *[other] { $n } pages
}
term-more-notes = … et { $n } autres remarques de la sorte { $x }
term-summary = { $n } exigences ont été recherchées : { $x }.
term-n-missing = { $n } non trouvées
term-n-weak = { $n } trouvées mais faibles
term-n-contradicted = { $n } contredites
term-n-met = { $n } trouvées
term-n-undetermined = { $n } n’ont pu être évaluées
term-n-waived = { $n } acceptées
term-n-known = { $n } connues
term-n-confirmed = { $n } confirmées
term-decided = { $n ->
    [one] De la seule lacune : { $x }.
   *[other] Des { $n } lacunes : { $x }.
}
term-expected = Attendu : { $x }
term-nearest = Le plus proche : { $x }
term-also = Mais aussi : { $x }
term-hard-to-read = à vérifier à l’œil, difficile à lire : { $x }
term-not-enough = ne suffit pas : { $x }
term-checked = Vérifié : { $documents } dans { $packs } avec { $x } ; { $reading }.
term-documents = { $n ->
    [one] 1 document
   *[other] { $n } documents
}
term-packs = { $n ->
    [one] 1 dossier
   *[other] { $n } dossiers
}
term-all-read = tout a été lu
term-not-all-read = { $n ->
    [one] 1 n’a pas été lu en entier, ce qui n’a pas été trouvé peut donc s’y trouver
   *[other] { $n } n’ont pas été lus en entier, ce qui n’a pas été trouvé peut donc s’y trouver
}
term-next = Pourquoi cela compte, et le texte à coller : { $x }

# Ce que chaque exigence est devenue entre deux versions
compare-compared = { $n ->
    [one] 1 exigence comparée : { $x }.
   *[other] { $n } exigences comparées : { $x }.
}
compare-more-passages = { $n ->
    [one] … et 1 autre passage
   *[other] … et { $n } autres passages
}
compare-change-lost = Perdu
compare-change-weakened = Affaibli
compare-change-mixed = Affaibli en partie
compare-change-unclear = N’a pu être comparé
compare-change-gained = Gagné
compare-change-strengthened = Renforcé
compare-change-reworded = Reformulé
compare-change-moved = Déplacé
compare-change-same = Inchangé
compare-meaning-lost = était exigé et ne l’est plus
compare-meaning-weakened = exige moins qu’avant, ou est maintenant contredit
compare-meaning-mixed = exige moins sur un point et plus sur un autre
compare-meaning-unclear = n’a pu être évalué d’un côté
compare-meaning-gained = est exigé maintenant et ne l’était pas avant
compare-meaning-strengthened = exige plus qu’avant, ou n’est plus contredit
compare-meaning-reworded = est dit en d’autres mots, ou à d’autres endroits, et exige autant
compare-meaning-moved = se trouve ailleurs dans les mêmes mots
compare-meaning-same = n’a pas changé
compare-survival-contradicted = contredit
compare-survival-lost = perdu
compare-survival-never-asked = jamais demandé
compare-survival-weakened = affaibli
compare-survival-not-assessed = n’a pu être évalué
compare-survival-not-applicable = sans objet
compare-survival-added = ajouté
compare-survival-kept = conservé
compare-both = dans les deux : { $x }
compare-both-unchanged = Inchangé dans les deux : { $x }
compare-others = Autres obligations du fournisseur qui engagent moins qu’avant
compare-see-json = voir --format json
compare-closing = { $documents } : comparaison avec { $x }.
compare-old = Ancien : { $x }
compare-new = Nouveau : { $x }
compare-unread = Pas entièrement lu
compare-demands = Exigences
compare-number = Nombre
compare-requirements = Les exigences ont-elles survécu ?
compare-requirements-caption = Chaque exigence, ce que chaque côté en dit et ce qu’il en reste
compare-requirement = Exigence
compare-outcome = Résultat
compare-changes-not-made = (modifications non faites)
compare-changes-accepted = (modifications acceptées)
compare-now = maintenant : { $x }
compare-no-longer = plus maintenant : { $x }
compare-now-recommended = c’était exigé et n’est plus que recommandé (« devrait »)
compare-now-permitted = c’était exigé et n’est plus que permis (« peut »)
compare-now-denied = l’obligation est maintenant expressément niée
compare-now-not-binding = cela ne fait plus que décrire et n’engage personne
compare-no-longer-recommended = ce n’était que recommandé (« devrait ») et c’est maintenant exigé
compare-no-longer-permitted = ce n’était que permis (« peut ») et c’est maintenant exigé
compare-no-longer-denied = l’obligation n’est plus niée
compare-no-longer-not-binding = cela ne faisait que décrire et engage maintenant
compare-number-weaker = { $parameter } : avant { $old }, maintenant { $new }, ce qui est plus faible
compare-number-stricter = { $parameter } : avant { $old }, maintenant { $new }, ce qui est plus strict
compare-no-number = aucun nombre
compare-not-demanded = cela n’exige plus ceci
compare-newly-demanded = cela n’exigeait pas ceci avant
compare-gone-contradiction = ceci contredisait l’exigence et a disparu
compare-gone = ceci a disparu
compare-came-contradiction = ceci est nouveau et contredit l’exigence
compare-came = ceci est nouveau
