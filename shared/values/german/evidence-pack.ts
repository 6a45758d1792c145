/** What stands in the README of an evidence pack. */
export const evidencePack: Readonly<Record<string, string>> = {
  'R&D evidence, {0} ({1} to {2})': 'F&E-Nachweis, {0} ({1} bis {2})',
  'Of everybody whose time is kept here.': 'Von allen, deren Zeit hier geführt wird.',
  'Of {0} alone: nothing of other people is in it.': 'Nur von {0}: von anderen ist nichts darin.',
  'It was made by Stint from what it keeps; on the same day the same data makes the same file, byte by byte.':
    'Stint hat ihn aus dem gemacht, was es führt; am selben Tag ergeben dieselben Daten dieselbe Datei, Byte für Byte.',
  'What is in it': 'Was darin ist',
  'report/: the R&D report of the period as JSON, CSV and HTML.':
    'report/: der F&E-Bericht des Zeitraums als JSON, CSV und HTML.',
  'tickets/: a file for each ticket that qualifies, with its entries, commits, sessions and corrections.':
    'tickets/: eine Datei für jedes Ticket, das anerkannt wird, mit seinen Einträgen, Commits, Sitzungen und Korrekturen.',
  'entries.csv, commits.csv, sessions.csv, corrections.csv: the same as tables.':
    'entries.csv, commits.csv, sessions.csv, corrections.csv: dasselbe als Tabellen.',
  'contemporaneity.json: how much of the time was written down when it was spent.':
    'contemporaneity.json: wie viel der Zeit aufgeschrieben wurde, als sie anfiel.',
  'log/: the records of the audit log about these entries, and the chain they stand in.':
    'log/: die Sätze des Protokolls zu diesen Einträgen, und die Kette, in der sie stehen.',
  'manifest.json and SHA256SUMS: every file with its SHA-256.':
    'manifest.json und SHA256SUMS: jede Datei mit ihrer SHA-256.',
  'How to follow an hour back to its commit': 'Wie du eine Stunde zu ihrem Commit zurückverfolgst',
  '1. In report/, choose a ticket; in entries.csv, find its lines: date, person, time.':
    '1. Wähle in report/ ein Ticket; finde in entries.csv seine Zeilen: Tag, Person, Zeit.',
  '2. The column commits names the commits the time rests on; commits.csv has each with its repository, author and time.':
    '2. Die Spalte commits nennt die Commits, auf denen die Zeit beruht; commits.csv hat jeden mit Repository, Autor und Zeitpunkt.',
  '3. In the repository, "git show HASH" shows what was done.':
    '3. Im Repository zeigt „git show HASH“, was getan wurde.',
  '4. In tickets/, the same entry tells under "evidence" which stretch of time each commit, session or meeting gave, and by which rule.':
    '4. In tickets/ sagt derselbe Eintrag unter „evidence“, welche Zeitspanne jeder Commit, jede Sitzung oder Besprechung ergab, und nach welcher Regel.',
  '5. The column log names the records of the audit log about the entry: who wrote it, when, and what was changed.':
    '5. Die Spalte log nennt die Sätze des Protokolls zum Eintrag: wer ihn schrieb, wann, und was geändert wurde.',
  'For example: {0} of {1} on {2} rests on commit {3}.':
    'Zum Beispiel: {0} vom {1} auf {2} beruht auf Commit {3}.',
  'When it was written down': 'Wann es aufgeschrieben wurde',
  'captured_at: when the first thing the entry rests on was observed. created_at: when the entry was first written down. changed_at: when a person last changed it.':
    'captured_at: wann das Erste, worauf der Eintrag beruht, beobachtet wurde. created_at: wann der Eintrag zuerst aufgeschrieben wurde. changed_at: wann ihn zuletzt ein Mensch geändert hat.',
  'Resting on what was observed on the day itself: {0} of the time. Written down on the same day: {1}. Within seven days: {2}.':
    'Auf am Tag selbst Beobachtetem beruhen {0} der Zeit. Am selben Tag aufgeschrieben: {1}. Innerhalb von sieben Tagen: {2}.',
  'How to check that no file was changed': 'Wie du prüfst, dass keine Datei geändert wurde',
  'Unpack it and run "sha256sum -c SHA256SUMS" (macOS: "shasum -a 256 -c SHA256SUMS").':
    'Entpacke ihn und rufe „sha256sum -c SHA256SUMS“ auf (macOS: „shasum -a 256 -c SHA256SUMS“).',
  'Keep the SHA-256 of the pack itself elsewhere: who changes a file may change the sums beside it.':
    'Bewahre die SHA-256 des Pakets selbst anderswo auf: Wer eine Datei ändert, kann auch die Summen daneben ändern.',
  'How to check the audit log': 'Wie du das Protokoll prüfst',
  'Each line of log/records.jsonl is a record. Its hash is the SHA-256 of the JSON list [seq, id, at, origin, actor, operation, why, changes, undoes, redoes, standing, previous], without blanks; at is in milliseconds since 1970, changes is the text as it stands there.':
    'Jede Zeile von log/records.jsonl ist ein Satz. Sein Hash ist die SHA-256 der JSON-Liste [seq, id, at, origin, actor, operation, why, changes, undoes, redoes, standing, previous], ohne Leerzeichen; at in Millisekunden seit 1970, changes der Text, wie er dort steht.',
  'log/chain.csv has every record from the first to the last of these: previous is the hash of the one before, so a record that was put in, taken out or changed breaks it.':
    'log/chain.csv hat jeden Satz vom ersten bis zum letzten davon: previous ist der Hash des vorigen, also bricht die Kette, wo ein Satz eingefügt, entfernt oder geändert wurde.',
  'In {0} records the changes are left out, for they are about other people too.':
    'In {0} Sätzen fehlen die Änderungen, denn sie handeln auch von anderen.',
  'The whole log is checked where it is kept: "stint doctor --verify-log". It ends with record {0}, hash {1}.':
    'Das ganze Protokoll wird dort geprüft, wo es geführt wird: „stint doctor --verify-log“. Es endet mit Satz {0}, Hash {1}.',
  'Evidence is of the R&D report, and is a zip.': 'Den Nachweis gibt es zum F&E-Bericht, und als Zip.',
  'For example: stint report rd --month 2026-02 --evidence --out rd-2026-02.zip':
    'Zum Beispiel: stint report rd --month 2026-02 --evidence --out rd-2026-02.zip',
};
