# The English sentences of reports. Keys are the same in every language; what stands in braces is
# filled in. A sentence of a report never says that something is compliant.

# Verdicts
verdict-met = Found
verdict-weak = Found, but weak
verdict-contradicted = Contradicted
verdict-missing = Not found
verdict-not-applicable = Not applicable
verdict-undetermined = Could not be assessed
meaning-met = A clause on the subject was found and nothing in it was seen to weaken it. Read it before you rely on it.
meaning-weak = There is a clause, but it leaves a way out, binds nobody, or its number is outside the limit.
meaning-contradicted = Some passage says the opposite of the demand.
meaning-missing = Everything was read and no such clause was found.
meaning-not-applicable = Everything was read and nothing in it makes the demand necessary.
meaning-undetermined = No such clause was found, but not everything could be read.

# How much a gap matters
severity-critical = Critical
severity-high = High
severity-medium = Medium
severity-low = Low

# Families of demands
family-access = Access and identity
family-ai = Artificial intelligence
family-audit = Audit and testing
family-availability = Availability and continuity
family-budget = Price and award
family-data = Data and privacy
family-development = Development and patching
family-encryption = Encryption
family-exit = Exit and return of data
family-governance = Governance
family-incident = Incidents
family-iot = Devices and control systems
family-liability = Liability
family-logging = Logging and monitoring
family-personnel = Personnel
family-supply-chain = Supply chain
family-commercial = Commercial terms
family-confidentiality = Confidentiality
family-processing = Processing of personal data

# What a passage does
role-supports = says so
role-weakens = falls short
role-contradicts = says the opposite
role-triggers = makes it apply
role-nearest = comes nearest

# Reasons, each a sentence without capital and stop
reason-only-recommended = it is only recommended (“should”), not required
reason-only-permitted = it is only allowed (“may”, “can”), not required
reason-vague = “{ $x }” leaves open how much is required
reason-number-missing = no number is given for the { $parameter } ({ $required } required)
reason-number-instead = it says “{ $instead }”; no number is given for the { $parameter } ({ $required } required)
reason-number-outside = the { $parameter } is { $found }; { $required } is required
reason-duty-denied = the duty is expressly denied
reason-forbidden = it is forbidden here, not required
reason-not-forbidden = it does not forbid it
reason-obsolete = “{ $x }” is obsolete and is allowed here
reason-obsolete-instead = “{ $x }” is obsolete and is allowed here; ask for { $instead } instead
reason-not-binding = it describes, but binds nobody
reason-only-skills = it asks for skills or experience of staff
reason-right-of-supplier = it gives the right to the supplier, not to the customer
reason-wrong-party-supplier = it binds the supplier, not the supplier
reason-wrong-party-customer = it binds the customer, not the supplier
reason-wrong-party-both = it binds both parties, not the supplier
reason-wrong-party-third-party = it binds a third party, not the supplier
reason-wrong-party-unstated = it binds nobody in particular, not the supplier
reason-only-heading = it is only a heading
reason-only-contents = it is only an entry in a table of contents
reason-only-definition = it only defines a term
reason-only-question = it is a question
reason-only-placeholder = it is an instruction to whoever fills in the template
reason-exception = “{ $x }” leaves a way out
reason-only-boilerplate = it is the wording of a form, and no term
reason-lacks = it speaks of { $found }, but not of { $missing }
reason-nothing-found = nothing about it was found in the { $n } passages that were searched
reason-not-fully-read = { $n ->
    [one] one document could not be fully read, so its absence is not proven
   *[other] { $n } documents could not be fully read, so its absence is not proven
}
reason-not-of-kind = it is not expected in { $x }
reason-not-triggered = nothing in this pack is about { $x }
reason-of-nearest = what comes nearest does not suffice: { $x }
list-and = { $init } and { $end }
list-or = { $init } or { $end }

# Documents
kind-tender = a tender
kind-contract = a contract
kind-sla = a service level agreement
kind-dpa = a data processing agreement
short-kind-tender = tender
short-kind-contract = contract
short-kind-sla = SLA
short-kind-dpa = DPA
status-read = read
status-partly-read = partly read
status-unreadable = not read
status-skipped = left out
language-en = English
language-sv = Swedish
language-da = Danish
language-no = Norwegian
language-de = German
language-nl = Dutch
language-fi = Finnish
language-fr = French
language-other = another language
language-und = not known

# Parties and duties
party-supplier = the supplier
party-customer = the customer
party-both = both parties
party-third-party = a third party
party-unstated = nobody in particular
force-must = must
force-should = should
force-may = may
force-statement = states

# Places and numbers
place-page = page { $page }
place-label = numbered { $x }
place-recognised = read by OCR
place-row = table { $table }, row { $row }
unit-minutes = { $x } min
unit-hours = { $x } h
unit-days = { $x } days
unit-working-days = { $x } working days
unit-weeks = { $x } weeks
unit-months = { $x } months
unit-years = { $x } years
unit-price-base-amounts = { $x } price base amounts

# How far a reference was checked
basis-knowledge = from knowledge, not looked up
basis-uncertain = uncertain, check before use

# What must be known of how a document was read
note-on-page = page { $page }: { $note }
note-not-readable = the file could not be opened
note-empty = it contains no text
note-unsupported-format = this format cannot be read
note-needs-password = it needs a password
note-damaged = it is damaged, and part of it was lost
note-no-text-layer = the page is a picture without text
note-garbled = characters cannot be told
note-too-large = a limit on size was reached; the rest was not read
note-too-deep = it is nested too deeply; what lies deeper was not read
note-too-many-parts = it has too many parts; the rest was not read
note-entities-refused = it declares entities of its own, which were left out
note-ambiguous = it can be read in more than one way
note-crashed = the reader failed on it
note-timeout = reading took too long and was stopped
note-memory = reading needed too much memory and was stopped
note-language-not-supported = part of it is in a language for which there are no rules
note-hidden-text = it has text that a reader would not see; it was not judged
note-invisible-characters = invisible characters were removed
note-mixed-script = words that mix alphabets were read as Latin
note-tracked-changes = it has tracked changes
note-comments = it has comments, which were not judged
note-wrong-extension = its name promises another format
note-not-followed = it points to text outside, which was not read
note-encoding-guessed = its encoding was guessed
note-outside-pack = it refers to an annex that is not in the pack
note-attachment-not-read = a document inside it was not read
note-recognised = text was recognised in pictures of its pages
note-not-recognised = text in pictures of its pages could be recognised, but was not
note-earlier-versions = it holds earlier versions of itself; the last one was read
note-left-out = it was left out
note-own-report = it is a report of clausecheck, which proves nothing of a contract; it was left out

# What people decided
disposition-waived = waived until { $expires } by { $approver }: { $reason }
disposition-waived-control = waived until { $expires } by { $approver }: { $reason }; instead: { $control }
disposition-known = known since { $x }
disposition-confirmed = confirmed as a gap: { $x }

# The report as a whole
report-title = Security clauses in { $x }
report-title-many = Security clauses in { $n } packs
skip-to-content = Skip to the findings
nav-label = Contents
summary-heading = In short
summary-demands = { $n ->
    [one] One demand was checked.
   *[other] { $n } demands were checked.
}
summary-read-all = Everything in the { $n ->
    [one] document
   *[other] { $n } documents
} was read.
summary-read-partly = { $n ->
    [one] One document was not fully read
   *[other] { $n } documents were not fully read
}; what could not be found because of that is marked “Could not be assessed”.
summary-recognised = Some text was recognised in pictures of pages (OCR) and can hold mistakes.
summary-advice = This report shows what the documents say and where. Whether that is enough in law is for a lawyer to say.
urgent-heading = What matters most
urgent-none = No gap of critical or high severity was found.
urgent-more = { $n ->
    [one] One more gap of high severity stands below.
   *[other] { $n } more gaps of high severity stand below.
}
documents-heading = Documents
documents-caption = The documents of the pack, and how far each was read
documents-file = File
documents-kind = Kind
documents-language = Language
documents-pages = Pages
documents-status = Read?
documents-notes = To know
families-heading = Demands by family
families-caption = How many demands of each family have which verdict
families-family = Family
families-total = All
chart-description = Bars show for each row how many demands have which verdict. The table below has the same numbers.
standards-heading = Demands by law and standard
standards-caption = How many of the demands that answer a law or standard have which verdict
standards-standard = Law or standard
factors-heading = Why security falls short, and what the pack does about it
factors-caption = The factors of a study of smart city projects, and whether the pack deals with them
factors-factor = Factor
factors-handled = Dealt with?
factors-why = In the study
factors-yes = yes
factors-no = no
factors-open = could not be assessed
factors-not-applicable = not looked for here
storage-heading = Who keeps which data where
storage-caption = Each passage that says where data is kept. An empty cell is a gap: neither that passage nor, where a rule covers it, the rest of the pack says it.
storage-none = No passage says where data is kept.
storage-who = Who
storage-passage = Passage
storage-gap = not said
storage-elsewhere = elsewhere: { $x }
storage-see = see demand
storage-where = Where it says so
column-data = Data
column-place = Place
column-sub-processors = Sub-processors
column-transfer = Basis of transfer
column-return = Return or deletion
accountability-heading = Who answers for what
accountability-caption = The teeth of each demand that was found: who is obliged, until when, how it is shown, and what follows if it is not done
accountability-topic = Topic
accountability-who = Obliged
accountability-deadline = Deadline or interval
accountability-proof = Proof
accountability-consequence = Consequence
accountability-gap = not said
accountability-none = No demand was found.
accountability-unstated = not named
worklist-heading = All demands
filter-heading = Show
finding-requirement = What should be said
finding-why = Why it matters
finding-reasons = Why this verdict
finding-numbers = Numbers
finding-number = Number
finding-stated = Stated
finding-required = Required
finding-within = Within?
finding-yes = yes
finding-no = no
finding-nothing = nothing
finding-evidence = What the documents say
finding-nearest = What comes nearest
finding-sources = Sources
finding-model-clause = Wording to paste
finding-model-hint = Click once to select all of it.
finding-model-none = There is no wording in this language yet; this one is in { $x }.
finding-show-in-text = show in the text
finding-doubtful = Recognised, and not for sure: { $x }
finding-questions = Questions to ask
question-missing = Where do the documents require { $x }? If nowhere: should they?
question-weak = Shall { $x } be binding, without exception and with a number where one is needed?
question-contradicted = Which passage holds for { $x }, and which is to be deleted?
question-undetermined = What do the parts that could not be read say about { $x }?
text-heading = The documents
text-page = Page { $x }
text-evidence-for = { $n }: passage for { $x }
text-cut = The text is longer than can be shown here; the rest was left out of this page, not of the check.
matrix-heading = All packs
matrix-caption = Each demand in each pack
matrix-demand = Demand
footer-made-by = Made by { $tool } { $version } with the ruleset { $ruleset } { $ruleset-version } ({ $hash }).
footer-offline = Made on this computer; nothing was sent anywhere.
mark-met = ✓
mark-weak = ~
mark-contradicted = ✗
mark-missing = ○
mark-not-applicable = –
mark-undetermined = ?

# Words of the tables for programs that people open
sheet-requirements = Requirements
sheet-passages = Passages
sheet-documents = Documents
sheet-storage = Data
sheet-accountability = Accountability
sheet-notes = About
sheet-rule = Rule
sheet-demand = Demand
sheet-family = Family
sheet-severity = Severity
sheet-verdict = Verdict
sheet-reasons = Reasons
sheet-document = Document
sheet-page = Page
sheet-clause = Clause
sheet-quote = Passage
sheet-role = The passage
sheet-wording = Wording to paste
sheet-decision = Officer's decision
sheet-comment = Comment
sheet-approver = Decided by
sheet-expires = Accepted until (YYYY-MM-DD)
sheet-fingerprint = Fingerprint
sheet-pack = Pack
decision-confirm = Gap confirmed
decision-accept = Gap accepted
decision-wrong = Finding is wrong
decision-open = Open
sheet-how = Choose a decision for each row and save. “clausecheck review import” reads it back.

# Numbers that do not agree, and the keepers of the policy
conflicts-heading = Different numbers for the same thing
conflicts-caption = Settle which one holds.
conflicts-precedence = What goes before what
conflicts-no-precedence = No passage was found that says what goes before what.
remarks-heading = Waivers, baseline and rules

# Comments in the margin
comment-nowhere = Not found anywhere in the documents:

# The letter
letter-title = Gaps in security clauses: { $x }
letter-intro = The documents of { $x } were compared with what a buyer should demand of a supplier’s cyber security. This is what they lack, where it says so, and wording to paste.
letter-table = Overview
letter-gaps = Gaps, most serious first
letter-found = What was found
letter-unread = What could not be read
letter-questions = Questions to the writer or supplier

# The paragraph for an e-mail
mail-subject = Security clauses in { $x }
mail-greeting = The documents of { $x } were checked for { $n } security demands.
mail-counts = { $met } were found, { $weak } are weak, { $contradicted } are contradicted, { $missing } were not found, { $undetermined } could not be assessed, { $na } do not apply.
mail-urgent = Most important: { $x }.
mail-unread = Not fully read: { $x }.
mail-end = The full report shows each passage, and wording to paste.

# At the terminal
term-undetermined = Could not be assessed, because not everything was read
term-not-applicable = Not applicable to this pack
term-partly-read = ONLY PARTLY READ
term-unreadable = NOT READ
term-pages = { $n ->
    [one] 1 page
   *[other] { $n } pages
}
term-more-notes = … and { $n } more notes of the kind { $x }
term-summary = { $n } demands were looked for: { $x }.
term-n-missing = { $n } not found
term-n-weak = { $n } found but weak
term-n-contradicted = { $n } contradicted
term-n-met = { $n } found
term-n-undetermined = { $n } could not be assessed
term-n-waived = { $n } waived
term-n-known = { $n } known
term-n-confirmed = { $n } confirmed
term-decided = { $n ->
    [one] Of the 1 gap, { $x }.
   *[other] Of the { $n } gaps, { $x }.
}
term-expected = Expected: { $x }
term-nearest = Nearest: { $x }
term-also = But also: { $x }
term-hard-to-read = check by eye, hard to read: { $x }
term-not-enough = not enough: { $x }
term-checked = Checked { $documents } in { $packs } with { $x }; { $reading }.
term-documents = { $n ->
    [one] 1 document
   *[other] { $n } documents
}
term-packs = { $n ->
    [one] 1 pack
   *[other] { $n } packs
}
term-all-read = all were read
term-not-all-read = { $n ->
    [one] 1 was not fully read, so what was not found may stand there
   *[other] { $n } were not fully read, so what was not found may stand there
}
term-next = For why it matters and wording to paste: { $x }

# What became of each demand between two versions
compare-compared = { $n ->
    [one] 1 demand compared: { $x }.
   *[other] { $n } demands compared: { $x }.
}
compare-more-passages = { $n ->
    [one] … and 1 more passage
   *[other] … and { $n } more passages
}
compare-change-lost = Lost
compare-change-weakened = Weakened
compare-change-mixed = Weakened in part
compare-change-unclear = Could not be compared
compare-change-gained = Gained
compare-change-strengthened = Strengthened
compare-change-reworded = Reworded
compare-change-moved = Moved
compare-change-same = Unchanged
compare-meaning-lost = was demanded and is not any more
compare-meaning-weakened = demands less than before, or is contradicted now
compare-meaning-mixed = demands less in one respect and more in another
compare-meaning-unclear = could not be assessed on one side
compare-meaning-gained = is demanded now and was not before
compare-meaning-strengthened = demands more than before, or is not contradicted any more
compare-meaning-reworded = is said in other words, or in other places, and demands as much
compare-meaning-moved = stands elsewhere in the same words
compare-meaning-same = did not change
compare-survival-contradicted = contradicted
compare-survival-lost = lost
compare-survival-never-asked = never asked
compare-survival-weakened = weakened
compare-survival-not-assessed = could not be assessed
compare-survival-not-applicable = not applicable
compare-survival-added = added
compare-survival-kept = kept
compare-both = { $x } in both
compare-both-unchanged = { $x } in both, and unchanged
compare-others = Other duties of the supplier that bind less than before
compare-see-json = see --format json
compare-closing = Compared { $documents } with { $x }.
compare-old = Old: { $x }
compare-new = New: { $x }
compare-unread = Not fully read
compare-demands = Demands
compare-number = Number
compare-requirements = Did the requirements survive?
compare-requirements-caption = Each requirement, what each side says of it, and what is left of it
compare-requirement = Requirement
compare-outcome = Outcome
compare-changes-not-made = (changes not made)
compare-changes-accepted = (changes accepted)
compare-now = now { $x }
compare-no-longer = no longer: { $x }
compare-now-recommended = it was required, and is only recommended (“should”) now
compare-now-permitted = it was required, and is only allowed (“may”) now
compare-now-denied = the duty is expressly denied now
compare-now-not-binding = it only describes now, and binds nobody
compare-no-longer-recommended = it was only recommended (“should”), and is required now
compare-no-longer-permitted = it was only allowed (“may”), and is required now
compare-no-longer-denied = the duty is no longer denied
compare-no-longer-not-binding = it only described before, and binds now
compare-number-weaker = the { $parameter } was { $old } and is { $new }, which is weaker
compare-number-stricter = the { $parameter } was { $old } and is { $new }, which is stricter
compare-no-number = no number
compare-not-demanded = it no longer demands this
compare-newly-demanded = it did not demand this before
compare-gone-contradiction = this contradicted the demand and is gone
compare-gone = this is gone
compare-came-contradiction = this is new, and contradicts the demand
compare-came = this is new
