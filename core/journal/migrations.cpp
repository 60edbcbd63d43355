#include "core/journal/migrations.h"

#include <array>
#include <span>

namespace journal {

namespace {

/// One step. Append only: a step that was released is never changed, and uses no constant that could be.
struct Migration {
    int version;
    std::span<const char *const> statements;
};

// Times are milliseconds since 1970 UTC, utc_offset seconds east. "suite" says how the blob beside it is sealed (seal.h).
constexpr std::array version1{
    "PRAGMA application_id = 1497582129",
    "CREATE TABLE meta (name TEXT PRIMARY KEY, suite INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE writer (id INTEGER PRIMARY KEY, device TEXT NOT NULL, incarnation INTEGER NOT NULL CHECK "
    "(incarnation > 0),"
    " mark TEXT NOT NULL, UNIQUE (device, incarnation)) STRICT",
    "CREATE TABLE case_key (case_id TEXT PRIMARY KEY, suite INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT, WITHOUT "
    "ROWID",
    "CREATE TABLE event (id INTEGER PRIMARY KEY, writer INTEGER NOT NULL REFERENCES writer (id),"
    " seq INTEGER NOT NULL CHECK (seq > 0), case_id TEXT NOT NULL REFERENCES case_key (case_id), type TEXT NOT NULL,"
    " at INTEGER NOT NULL, utc_offset INTEGER NOT NULL, guide_version TEXT NOT NULL,"
    " prev BLOB NOT NULL CHECK (length(prev) = 32), hash BLOB NOT NULL CHECK (length(hash) = 32),"
    " suite INTEGER NOT NULL, sealed BLOB NOT NULL, UNIQUE (writer, seq)) STRICT",
    "CREATE INDEX event_of_case ON event (case_id, id)",
    "CREATE TRIGGER event_never_changes BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events never change'); END",
    "CREATE TRIGGER event_never_goes BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events never go'); END",
    "CREATE TABLE case_file (case_id TEXT PRIMARY KEY REFERENCES case_key (case_id), number TEXT NOT NULL UNIQUE,"
    " pack TEXT NOT NULL, version TEXT NOT NULL, matter TEXT NOT NULL, stage INTEGER NOT NULL, notices INTEGER NOT "
    "NULL,"
    " opened_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, head BLOB NOT NULL, suite INTEGER NOT NULL,"
    " applicant BLOB NOT NULL) STRICT",
    "CREATE INDEX case_file_by_change ON case_file (changed_at)",
    "CREATE INDEX case_file_unfinished ON case_file (changed_at) WHERE stage = 0",
    "CREATE TABLE number_used (mark TEXT NOT NULL, day TEXT NOT NULL, serial INTEGER NOT NULL, issuer TEXT NOT NULL,"
    " PRIMARY KEY (mark, day, serial, issuer)) STRICT, WITHOUT ROWID",
    "PRAGMA user_version = 1",
};

constexpr std::array version2{
    "CREATE TABLE matter_used (pack TEXT NOT NULL, matter TEXT NOT NULL, cases INTEGER NOT NULL, PRIMARY KEY (pack, "
    "matter)) STRICT, WITHOUT ROWID",
    "INSERT INTO matter_used (pack, matter, cases) SELECT pack, matter, count(*) FROM case_file GROUP BY pack, matter",
    "PRAGMA user_version = 2",
};

// What is to be done next and what cases are found by; times as above, the greatest integer where there is none.
constexpr std::array version3{
    "CREATE TABLE task (place TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES case_key (case_id), kind INTEGER NOT NULL,"
    " subject_id TEXT NOT NULL, subject TEXT NOT NULL, started INTEGER NOT NULL, due INTEGER NOT NULL,"
    " law_due INTEGER NOT NULL, amber_from INTEGER NOT NULL, red_from INTEGER NOT NULL, provisional INTEGER NOT NULL,"
    " paused INTEGER NOT NULL, waits INTEGER NOT NULL, matter TEXT NOT NULL, owner BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX task_of_case ON task (case_id)",
    "CREATE INDEX task_by_due ON task (due, place)",
    "CREATE INDEX task_by_kind ON task (kind, due, place)",
    "CREATE INDEX task_by_matter ON task (matter, due, place)",
    "CREATE INDEX task_by_owner ON task (owner, due, place)",
    "CREATE TABLE case_digest (case_id TEXT PRIMARY KEY REFERENCES case_key (case_id), basis TEXT NOT NULL,"
    " finished INTEGER NOT NULL, suite INTEGER NOT NULL, summary BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "PRAGMA user_version = 3",
};

// Tasks that are not shown before their day (0: at once). What the issuance window holds and expects: every case is digested again,
// because what was finished is to be found by its codes too. Legal numbers of papers; what a voided one was given up for is in its
// event.
constexpr std::array version4{
    "ALTER TABLE task ADD COLUMN shown_from INTEGER NOT NULL DEFAULT 0",
    "CREATE TABLE shelf (place TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES case_key (case_id), item TEXT NOT NULL,"
    " stand INTEGER NOT NULL, refusal INTEGER NOT NULL, due INTEGER NOT NULL, amber_from INTEGER NOT NULL,"
    " red_from INTEGER NOT NULL, suite INTEGER NOT NULL, line BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX shelf_of_case ON shelf (case_id)",
    "CREATE INDEX shelf_by_due ON shelf (due, place)",
    "CREATE TABLE shelf_code (code BLOB NOT NULL, case_id TEXT NOT NULL REFERENCES case_key (case_id), item TEXT NOT NULL,"
    " PRIMARY KEY (code, case_id, item)) STRICT, WITHOUT ROWID",
    "CREATE INDEX shelf_code_of_case ON shelf_code (case_id)",
    "DELETE FROM case_digest",
    "CREATE TABLE paper_number (organ TEXT NOT NULL, paper TEXT NOT NULL, year INTEGER NOT NULL, serial INTEGER NOT NULL"
    " CHECK (serial > 0), case_id TEXT NOT NULL REFERENCES case_key (case_id), voided INTEGER NOT NULL,"
    " PRIMARY KEY (organ, paper, year, serial)) STRICT, WITHOUT ROWID",
    "PRAGMA user_version = 4",
};

// The journal as one of several at a hub. event.origin: 0 written here, 1 from the feed, 2 written here and told again by a later
// incarnation; 4 more: the key of the case was destroyed. Only how an event is sealed may change, never what it says; what is told again makes room under its
// number for the hub's event by a writer row of its own (device with the prefix "again "). The number of a
// case is unique no more: windows that were put back from copies give some twice, and both stay. place.event: its place in the common
// order. tip: last events of cases that have several. picture.lane: 0 to send, 1 to fetch.
constexpr std::array version5{
    "ALTER TABLE event ADD COLUMN origin INTEGER NOT NULL DEFAULT 0",
    "DROP TRIGGER event_never_changes",
    "CREATE TRIGGER event_never_changes BEFORE UPDATE OF id, seq, case_id, type, at, utc_offset, guide_version, prev, hash ON"
    " event BEGIN SELECT RAISE(ABORT, 'events never change'); END",
    "CREATE TRIGGER event_keeps_its_writer BEFORE UPDATE OF writer ON event WHEN NEW.origin <> 2 BEGIN SELECT RAISE(ABORT,"
    " 'events never change'); END",
    "ALTER TABLE writer ADD COLUMN acknowledged INTEGER NOT NULL DEFAULT 0",
    "CREATE TABLE place (event INTEGER PRIMARY KEY REFERENCES event (id), hub_seq INTEGER NOT NULL, standing INTEGER NOT NULL,"
    " code TEXT NOT NULL) STRICT",
    "CREATE TABLE tip (case_id TEXT NOT NULL REFERENCES case_key (case_id), hash BLOB NOT NULL, PRIMARY KEY (case_id, hash))"
    " STRICT, WITHOUT ROWID",
    "CREATE TABLE sync_state (id INTEGER PRIMARY KEY CHECK (id = 1), hub TEXT NOT NULL, epoch TEXT NOT NULL, cursor INTEGER NOT NULL,"
    " cursor_check BLOB NOT NULL, last_contact INTEGER NOT NULL, clock_offset INTEGER NOT NULL, pictures_upto INTEGER NOT NULL) STRICT",
    "INSERT INTO sync_state VALUES (1, '', '', 0, x'', 9223372036854775807, 0, 0)",
    "CREATE TABLE feed_fault (hub_seq INTEGER NOT NULL, kind INTEGER NOT NULL, case_id TEXT NOT NULL, detail TEXT NOT NULL,"
    " suite INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (hub_seq, kind, detail)) STRICT, WITHOUT ROWID",
    "CREATE TABLE purge (case_id TEXT PRIMARY KEY, ordered_at INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE picture (case_id TEXT NOT NULL, scan TEXT NOT NULL, bytes INTEGER NOT NULL, event INTEGER NOT NULL REFERENCES event (id),"
    " lane INTEGER NOT NULL, done INTEGER NOT NULL, PRIMARY KEY (case_id, scan)) STRICT, WITHOUT ROWID",
    "CREATE INDEX picture_waiting ON picture (lane, event) WHERE done = 0",
    "CREATE TABLE case_line (case_id TEXT PRIMARY KEY REFERENCES case_key (case_id), number TEXT NOT NULL,"
    " pack TEXT NOT NULL, version TEXT NOT NULL, matter TEXT NOT NULL, stage INTEGER NOT NULL, notices INTEGER NOT NULL,"
    " opened_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, head BLOB NOT NULL, suite INTEGER NOT NULL,"
    " applicant BLOB NOT NULL) STRICT",
    "INSERT INTO case_line (rowid, case_id, number, pack, version, matter, stage, notices, opened_at, changed_at, head, suite, applicant)"
    " SELECT rowid, case_id, number, pack, version, matter, stage, notices, opened_at, changed_at, head, suite, applicant FROM case_file",
    "DROP TABLE case_file",
    "ALTER TABLE case_line RENAME TO case_file",
    "CREATE INDEX case_file_by_number ON case_file (number)",
    "CREATE INDEX case_file_by_change ON case_file (changed_at)",
    "CREATE INDEX case_file_unfinished ON case_file (changed_at) WHERE stage = 0",
    "PRAGMA user_version = 5",
};

// Filing receipts that were printed at this window, by the day; what the hub said of a day. revision: how often the list of the day
// has changed; told: the revision that the hub was told last, 0 for none.
constexpr std::array version6{
    "CREATE TABLE receipt_print (case_id TEXT NOT NULL, print TEXT NOT NULL, number TEXT NOT NULL, day INTEGER NOT NULL,"
    " at INTEGER NOT NULL, pieces INTEGER NOT NULL, came INTEGER NOT NULL, PRIMARY KEY (case_id, print)) STRICT, WITHOUT ROWID",
    "CREATE INDEX receipt_print_of_day ON receipt_print (day) WHERE came = 1",
    "CREATE TABLE receipt_day (day INTEGER PRIMARY KEY, revision INTEGER NOT NULL, told INTEGER NOT NULL, told_at INTEGER NOT NULL,"
    " unknown_to_hub TEXT NOT NULL, not_listed TEXT NOT NULL) STRICT",
    "ALTER TABLE sync_state ADD COLUMN receipts_upto INTEGER NOT NULL DEFAULT 0",
    "PRAGMA user_version = 6",
};

// What counts in reports, a row for each case: days are Julian; line: numbers of words, those of windows, facts (reportstore.h). Every
// case is digested again.
constexpr std::array version7{
    "CREATE TABLE report_word (id INTEGER PRIMARY KEY, suite INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT",
    "CREATE TABLE report_line (id INTEGER PRIMARY KEY, case_id TEXT NOT NULL UNIQUE REFERENCES case_key (case_id),"
    " first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, line BLOB NOT NULL, suite INTEGER NOT NULL, reasons BLOB NOT NULL) STRICT",
    "CREATE INDEX report_line_by_day ON report_line (last_day, first_day)",
    "DELETE FROM case_digest",
    "PRAGMA user_version = 7",
};

// Who saw, printed and exported what: hash is over the row as it stands, prev the hash of the row before; sealed under the key of its
// month (audit_key; suite 0: given up).
constexpr std::array version8{
    "CREATE TABLE audit_key (month TEXT PRIMARY KEY, suite INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE audit (seq INTEGER PRIMARY KEY CHECK (seq > 0), at INTEGER NOT NULL, utc_offset INTEGER NOT NULL, act TEXT NOT NULL,"
    " prev BLOB NOT NULL CHECK (length(prev) = 32), hash BLOB NOT NULL CHECK (length(hash) = 32), suite INTEGER NOT NULL,"
    " sealed BLOB NOT NULL) STRICT",
    "CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit lines never change'); END",
    "CREATE TRIGGER audit_never_goes BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit lines never go'); END",
    "PRAGMA user_version = 8",
};

// Cases whose order may become another since their places were forgotten; due: places were given since the lists were worked out.
constexpr std::array version9{
    "CREATE TABLE relist (case_id TEXT PRIMARY KEY, due INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX relist_due ON relist (case_id) WHERE due = 1",
    "CREATE TRIGGER place_given AFTER INSERT ON place WHEN EXISTS (SELECT 1 FROM relist) BEGIN"
    " UPDATE relist SET due = 1 WHERE case_id = (SELECT case_id FROM event WHERE id = new.event); END",
    "PRAGMA user_version = 9",
};

constexpr std::array migrations{
    Migration{1, version1},
    Migration{2, version2},
    Migration{3, version3},
    Migration{4, version4},
    Migration{5, version5},
    Migration{6, version6},
    Migration{7, version7},
    Migration{8, version8},
    Migration{9, version9},
};
static_assert(applicationId == 1497582129);

}

int newestVersion()
{
    return migrations.back().version;
}

base::Result<> migrate(Database &database)
{
    const base::Result<int> present = database.version();
    if (!present)
        return base::Fail(present.error());
    for (const Migration &step : migrations) {
        if (step.version <= *present)
            continue;
        Transaction transaction(database);
        base::Result<> done = transaction.begin();
        for (size_t i = 0; done && i < step.statements.size(); ++i)
            done = database.run(step.statements[i]);
        if (done)
            done = transaction.commit();
        if (!done)
            return done;
    }
    return {};
}

}
