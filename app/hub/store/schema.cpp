#include "app/hub/store/schema.h"

#include <array>
#include <span>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

struct Statement {
    const char *sql;
    std::optional<Dialect> only = {}; ///< nothing: for both
};

/// One step. Append only: a step that was released is never changed, and uses no constant that could be.
struct Step {
    int version;
    std::span<const Statement> statements;
};

constexpr Dialect sqlite = Dialect::Sqlite;
constexpr Dialect postgres = Dialect::Postgres;

// Times are milliseconds since 1970 UTC, days Julian day numbers. "suite" says how the blob beside it is sealed (core/journal/seal.h). Names of
// windows, case ids and case numbers stand in plain text, whatever could name a person is sealed.
constexpr std::array version1{
    Statement{"CREATE TABLE self (one $int PRIMARY KEY CHECK (one = 1), uuid $text NOT NULL, epoch $text NOT NULL,"
              " public_key $bytes NOT NULL, place $int NOT NULL) $strict"},
    // A sequence gives its numbers when they are asked for, not when they are committed: see RecordTable::holdFeeds().
    Statement{"CREATE SEQUENCE place", postgres},
    Statement{"CREATE TABLE device (uuid $text PRIMARY KEY, hall_name $text NOT NULL, window_name $text NOT NULL, public_key $bytes NOT"
              " NULL UNIQUE, hall $text NOT NULL, region $text NOT NULL, window_code $text NOT NULL, program $text NOT NULL,"
              " enrolled_at $int NOT NULL, revoked_at $int) $strict"},
    Statement{"CREATE TABLE device_mark (region $text NOT NULL, window_code $text NOT NULL, mark $text NOT NULL,"
              " device $text NOT NULL REFERENCES device (uuid), PRIMARY KEY (region, window_code, mark)) $clustered"},
    Statement{"CREATE TABLE enrolment_code (hash $bytes PRIMARY KEY, hall $text NOT NULL, region $text NOT NULL, window_code $text NOT"
              " NULL, expires $int NOT NULL, used_by $text NOT NULL) $clustered"},
    Statement{"CREATE TABLE stream (id $id, device $text NOT NULL, incarnation $int NOT NULL, last $int NOT NULL, hash $bytes NOT NULL,"
              " stopped $int NOT NULL, heard $int, UNIQUE (device, incarnation)) $strict"},
    Statement{"CREATE TABLE case_line (id $id, uuid $text NOT NULL UNIQUE, hall $text NOT NULL, suite $int NOT NULL, sealed $bytes NOT"
              " NULL, tips $bytes NOT NULL, number $text NOT NULL, filed $int NOT NULL) $strict"},
    Statement{"CREATE INDEX case_line_by_number ON case_line (number) WHERE number <> ''"},
    Statement{"CREATE TABLE event (hub_seq $int PRIMARY KEY, case_line $int NOT NULL REFERENCES case_line (id), stream $int NOT NULL"
              " REFERENCES stream (id), seq $int NOT NULL CHECK (seq > 0), hash $bytes NOT NULL, standing $int NOT NULL, code $text NOT"
              " NULL, received $int NOT NULL, suite $int NOT NULL, sealed $bytes NOT NULL, UNIQUE (stream, seq)) $strict"},
    Statement{"CREATE INDEX event_of_case ON event (case_line, hub_seq)"},
    Statement{"CREATE TRIGGER event_never_changes BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events never change'); END", sqlite},
    Statement{"CREATE TRIGGER event_never_goes BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events never go'); END", sqlite},
    Statement{"CREATE FUNCTION events_stay() RETURNS trigger LANGUAGE plpgsql AS"
              " 'BEGIN RAISE EXCEPTION ''events never change and never go''; END'",
              postgres},
    Statement{"CREATE TRIGGER event_never_changes BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION events_stay()", postgres},
    Statement{"CREATE TABLE feed (hall $text NOT NULL, place $int NOT NULL, kind $int NOT NULL, case_line $int NOT NULL, event $int NOT"
              " NULL, mark $bytes NOT NULL, PRIMARY KEY (hall, place)) $clustered"},
    Statement{"CREATE TABLE aside (id $id, reason $int NOT NULL, device $text NOT NULL, incarnation $int NOT NULL, seq $int NOT NULL,"
              " case_uuid $text NOT NULL, hash $bytes NOT NULL, received $int NOT NULL, suite $int NOT NULL, sealed $bytes NOT NULL,"
              " UNIQUE (device, incarnation, seq, hash)) $strict"},
    Statement{"CREATE TABLE alarm (id $id, at $int NOT NULL, kind $text NOT NULL, device $text NOT NULL, words $text NOT NULL,"
              " seen_at $int) $strict"},
    Statement{"CREATE TABLE picture (id $id, case_line $int NOT NULL REFERENCES case_line (id), sha256 $text NOT NULL, length $int NOT"
              " NULL, have $int NOT NULL, complete $int NOT NULL, changed $int NOT NULL, UNIQUE (case_line, sha256)) $strict"},
    Statement{"CREATE INDEX picture_unfinished ON picture (changed) WHERE complete = 0"},
    Statement{"CREATE TABLE piece (picture $int NOT NULL REFERENCES picture (id), start $int NOT NULL, length $int NOT NULL,"
              " suite $int NOT NULL, sealed $bytes NOT NULL, PRIMARY KEY (picture, start)) $strict"},
    Statement{"CREATE TABLE library (kind $text NOT NULL, name $text NOT NULL, version $text NOT NULL, sha256 $text NOT NULL,"
              " bytes $int NOT NULL, signature $bytes NOT NULL, PRIMARY KEY (kind, name, version)) $strict"},
    Statement{"CREATE TABLE library_piece (kind $text NOT NULL, name $text NOT NULL, version $text NOT NULL, start $int NOT NULL,"
              " length $int NOT NULL, suite $int NOT NULL, sealed $bytes NOT NULL, PRIMARY KEY (kind, name, version, start)) $strict"},
    Statement{"CREATE TABLE lease (case_line $int NOT NULL REFERENCES case_line (id), item $text NOT NULL, device $text NOT NULL,"
              " until $int NOT NULL, PRIMARY KEY (case_line, item)) $clustered"},
    Statement{"CREATE TABLE series (organ $text NOT NULL, paper $text NOT NULL, year $int NOT NULL, last $int NOT NULL,"
              " PRIMARY KEY (organ, paper, year)) $clustered"},
    Statement{"CREATE TABLE serial_block (organ $text NOT NULL, paper $text NOT NULL, year $int NOT NULL, first $int NOT NULL,"
              " last $int NOT NULL, device $text NOT NULL, at $int NOT NULL, PRIMARY KEY (organ, paper, year, first)) $clustered"},
    Statement{"CREATE TABLE receipt_print (case_line $int NOT NULL REFERENCES case_line (id), print $bytes NOT NULL, device $text NOT"
              " NULL, day $int NOT NULL, came $int NOT NULL, PRIMARY KEY (case_line, print)) $clustered"},
    Statement{"CREATE INDEX receipt_print_by_day ON receipt_print (device, day)"},
    Statement{"CREATE TABLE receipt_list (device $text NOT NULL, day $int NOT NULL, at $int NOT NULL, list $bytes NOT NULL,"
              " PRIMARY KEY (device, day)) $strict"},
};

/// A wish for numbers that is asked again has no second block; where items go; people and their pages; ratings.
constexpr std::array version2{
    Statement{"ALTER TABLE serial_block ADD COLUMN wish $text NOT NULL DEFAULT ''"},
    Statement{"CREATE UNIQUE INDEX serial_block_of_wish ON serial_block (device, wish) WHERE wish <> ''"},
    Statement{"ALTER TABLE case_line ADD COLUMN routed $int NOT NULL DEFAULT 0"},
    Statement{"CREATE INDEX case_line_unrouted ON case_line (id) WHERE filed = 1 AND routed = 0"},
    Statement{"CREATE TABLE item_unit (case_line $int NOT NULL REFERENCES case_line (id), item $text NOT NULL, unit $text NOT NULL,"
              " words $text NOT NULL, at $int NOT NULL, by_account $text NOT NULL, settled $int NOT NULL, PRIMARY KEY (case_line, item))"
              " $clustered"},
    Statement{"CREATE INDEX item_unit_open ON item_unit (unit, at) WHERE settled = 0"},
    Statement{"CREATE TABLE account (id $id, name $text NOT NULL UNIQUE, suite $int NOT NULL, person $bytes NOT NULL, unit $text NOT NULL,"
              " roles $text NOT NULL, password $bytes NOT NULL, one_time $int NOT NULL, failures $int NOT NULL, locked_until $int,"
              " made_at $int NOT NULL, closed_at $int) $strict"},
    Statement{"CREATE TABLE web_session (hash $bytes PRIMARY KEY, account $int NOT NULL REFERENCES account (id), began $int NOT NULL,"
              " used $int NOT NULL) $strict"},
    Statement{"CREATE INDEX web_session_of_account ON web_session (account)"},
    Statement{"CREATE TABLE audit (id $id, at $int NOT NULL, account $text NOT NULL, act $text NOT NULL, subject $text NOT NULL,"
              " words $text NOT NULL) $strict"},
    Statement{"CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END", sqlite},
    Statement{"CREATE TRIGGER audit_never_goes BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit never goes'); END", sqlite},
    Statement{"CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS"
              " 'BEGIN RAISE EXCEPTION ''the audit never changes and never goes''; END'",
              postgres},
    Statement{"CREATE TRIGGER audit_never_changes BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_stays()", postgres},
    Statement{"CREATE TABLE rating (id $id, number $text NOT NULL, visit $text NOT NULL, hall $text NOT NULL, device $text NOT NULL,"
              " level $int NOT NULL, at $int NOT NULL, words_suite $int NOT NULL, words $bytes NOT NULL, due $int, provisional $int NOT NULL,"
              " rectified_at $int, result_suite $int NOT NULL, result $bytes NOT NULL, UNIQUE (number, visit)) $strict"},
    Statement{"CREATE INDEX rating_to_rectify ON rating (due) WHERE due IS NOT NULL AND rectified_at IS NULL"},
};

/// Holders are found by a keyed hash of their number.
constexpr std::array version3{
    Statement{"CREATE TABLE licence (holder $bytes NOT NULL, mark $bytes NOT NULL, suite $int NOT NULL, sealed $bytes NOT NULL,"
              " PRIMARY KEY (holder, mark)) $strict"},
    Statement{"CREATE TABLE look_up (id $id, at $int NOT NULL, device $text NOT NULL, holder $bytes NOT NULL, outcome $int NOT NULL,"
              " suite $int NOT NULL, sealed $bytes NOT NULL) $strict"},
    Statement{"CREATE INDEX look_up_by_device ON look_up (device, at)"},
    Statement{"CREATE INDEX look_up_by_holder ON look_up (holder)"},
};

/// Systems of others: tokens of units and what is new for them, what is to be sent out, e-licences that were asked for. The one row of
/// unit_place is the lock under which entries get their places.
constexpr std::array version4{
    Statement{"CREATE TABLE api_token (id $id, name $text NOT NULL, unit $text NOT NULL, scopes $text NOT NULL, hash $bytes NOT NULL,"
              " made_at $int NOT NULL, used_at $int, withdrawn_at $int) $strict"},
    Statement{"CREATE TABLE api_answer (token $int NOT NULL REFERENCES api_token (id), answer_key $text NOT NULL, asked $bytes NOT NULL,"
              " status $int NOT NULL, body $bytes NOT NULL, at $int NOT NULL, PRIMARY KEY (token, answer_key)) $clustered"},
    Statement{"CREATE INDEX api_answer_by_time ON api_answer (at)"},
    Statement{"CREATE TABLE unit_place (one $int PRIMARY KEY CHECK (one = 1), last $int NOT NULL) $strict"},
    Statement{"CREATE TABLE unit_entry (place $int PRIMARY KEY, unit $text NOT NULL, case_line $int NOT NULL REFERENCES case_line (id),"
              " item $text NOT NULL, what $text NOT NULL, at $int NOT NULL) $strict"},
    Statement{"CREATE INDEX unit_entry_of_unit ON unit_entry (unit, place)"},
    Statement{"INSERT INTO unit_entry (place, unit, case_line, item, what, at) SELECT row_number() OVER (ORDER BY at, case_line, item),"
              " unit, case_line, item, 'item.new', at FROM item_unit WHERE settled = 0 AND unit <> ''"},
    Statement{"INSERT INTO unit_place (one, last) SELECT 1, count(*) FROM unit_entry"},
    Statement{"ALTER TABLE item_unit ADD COLUMN proof_at $int"},
    Statement{"CREATE TABLE happening (id $id, case_line $int NOT NULL REFERENCES case_line (id), cause $bytes NOT NULL, item $text NOT"
              " NULL, what $text NOT NULL, words $text NOT NULL, at $int NOT NULL, sorted_at $int, UNIQUE (cause, item)) $strict"},
    Statement{"CREATE INDEX happening_unsorted ON happening (id) WHERE sorted_at IS NULL"},
    Statement{"CREATE TABLE subscriber (id $id, kind $text NOT NULL, unit $text NOT NULL, url $text NOT NULL, events $text NOT NULL,"
              " suite $int NOT NULL, secret $bytes NOT NULL, private_allowed $int NOT NULL, place $int NOT NULL, made_at $int NOT NULL, withdrawn_at $int)"
              " $strict"},
    Statement{"CREATE TABLE delivery (id $id, uid $text NOT NULL UNIQUE, subscriber $int NOT NULL REFERENCES subscriber (id), case_line"
              " $int NOT NULL REFERENCES case_line (id), event $text NOT NULL, at $int NOT NULL, suite $int NOT NULL, message $bytes NOT"
              " NULL, state $int NOT NULL, tries $int NOT NULL, next_at $int NOT NULL, claimed_until $int, words $text NOT NULL, done_at"
              " $int) $strict"},
    Statement{"CREATE INDEX delivery_due ON delivery (next_at) WHERE state = 0"},
    Statement{"CREATE INDEX delivery_in_order ON delivery (subscriber, case_line, id) WHERE state = 0"},
    Statement{"CREATE INDEX delivery_claimed ON delivery (subscriber, claimed_until) WHERE state = 0 AND claimed_until IS NOT NULL"},
    Statement{"CREATE TABLE issued_licence (case_line $int NOT NULL REFERENCES case_line (id), item $text NOT NULL, state $int NOT NULL,"
              " tries $int NOT NULL, next_at $int NOT NULL, claimed_until $int, code $text NOT NULL, kind $text NOT NULL, suite $int NOT"
              " NULL, document $bytes NOT NULL, words $text NOT NULL, PRIMARY KEY (case_line, item)) $clustered"},
    Statement{"CREATE INDEX issued_licence_due ON issued_licence (next_at) WHERE state = 0"},
};

/// People of halls; whoever keeps a copy of an account sees by its version that it changed.
constexpr std::array version5{
    Statement{"ALTER TABLE account ADD COLUMN hall $text NOT NULL DEFAULT ''"},
    Statement{"ALTER TABLE account ADD COLUMN version $int NOT NULL DEFAULT 1"},
    Statement{"CREATE INDEX account_of_hall ON account (hall) WHERE hall <> ''"},
};

/// The book is a chain of hashes from its next line on: those that were there keep their place in front of it, as they may not change.
constexpr std::array version6{
    Statement{"ALTER TABLE audit ADD COLUMN place $int"},
    Statement{"ALTER TABLE audit ADD COLUMN hash $bytes"},
    Statement{"CREATE UNIQUE INDEX audit_place ON audit (place) WHERE place IS NOT NULL"},
    Statement{"CREATE INDEX audit_by_time ON audit (at)"},
    Statement{"CREATE TABLE book_end (one $int PRIMARY KEY CHECK (one = 1), place $int NOT NULL, hash $bytes) $strict"},
    Statement{"INSERT INTO book_end (one, place) VALUES (1, 0)"},
};

/// Applications that are filled in at the pages, and the numbers of the cases that the hub opens from them.
constexpr std::array version7{
    Statement{"CREATE TABLE application (id $id, state $int NOT NULL, secret $bytes NOT NULL, resume $bytes NOT NULL, window_code $bytes NOT"
              " NULL, network $bytes NOT NULL, key_suite $int NOT NULL, key_sealed $bytes NOT NULL, suite $int NOT NULL, sealed $bytes NOT"
              " NULL, case_uuid $text NOT NULL, device $text NOT NULL, made_at $int NOT NULL, changed_at $int NOT NULL, expires $int NOT"
              " NULL) $strict"},
    Statement{"CREATE UNIQUE INDEX application_by_secret ON application (secret)"},
    Statement{"CREATE UNIQUE INDEX application_by_resume ON application (resume)"},
    Statement{"CREATE INDEX application_by_window_code ON application (window_code)"},
    Statement{"CREATE INDEX application_open ON application (network) WHERE state = 0"},
    Statement{"CREATE INDEX application_expires ON application (expires)"},
    Statement{"CREATE TABLE application_picture (id $id, application $int NOT NULL REFERENCES application (id), suite $int NOT NULL,"
              " sealed $bytes NOT NULL) $strict"},
    Statement{"CREATE INDEX application_picture_of ON application_picture (application)"},
    Statement{"CREATE TABLE own_serial (region $text NOT NULL, day $int NOT NULL, last $int NOT NULL, PRIMARY KEY (region, day)) $clustered"},
};

/// What of each case counts in reports over all halls: follows from the events, see core/hub/reportrows.h.
constexpr std::array version9{
    Statement{"CREATE TABLE report_line (case_line $int PRIMARY KEY REFERENCES case_line (id), tips $bytes NOT NULL, basis $bytes NOT NULL,"
              " first_day $int NOT NULL, last_day $int NOT NULL, suite $int NOT NULL, sealed $bytes NOT NULL) $strict"},
    Statement{"CREATE INDEX report_line_by_day ON report_line (last_day, first_day)"},
    Statement{"CREATE INDEX rating_by_time ON rating (at)"},
};

/// Devices that shall destroy what opens their profile; of each at most one order is in force.
constexpr std::array version10{
    Statement{"CREATE TABLE wipe_order (id $text PRIMARY KEY, device $text NOT NULL REFERENCES device (uuid), reason $text NOT NULL,"
              " ordered_by $text NOT NULL, ordered_at $int NOT NULL, revoked $int NOT NULL, heard_at $int, wiped_at $int, lifted_at $int)"
              " $strict"},
    Statement{"CREATE UNIQUE INDEX wipe_in_force ON wipe_order (device) WHERE lifted_at IS NULL"},
};

/// Keys say by which algorithm they sign; those that are there are Ed25519.
constexpr std::array version11{
    Statement{"ALTER TABLE self ADD COLUMN algorithm $text NOT NULL DEFAULT 'ed25519'"},
    Statement{"ALTER TABLE device ADD COLUMN algorithm $text NOT NULL DEFAULT 'ed25519'"},
};

constexpr std::array steps{Step{1, version1}, Step{2, version2}, Step{3, version3}, Step{4, version4}, Step{5, version5},
                           Step{6, version6}, Step{7, version7}, Step{9, version9}, Step{10, version10}, Step{11, version11}};

base::Result<int> presentVersion(Connection &connection)
{
    const auto row = connection.row("SELECT version FROM schema_version");
    if (!row)
        return base::Fail(row.error());
    return *row ? (*row)->constFirst().toInt() : 0;
}

base::Result<> takeStep(Connection &connection, const Step &step)
{
    for (const Statement &statement : step.statements) {
        if (statement.only && *statement.only != connection.dialect())
            continue;
        if (const base::Result<> done = connection.runOnce(statement.sql); !done)
            return done;
    }
    return connection.run("DELETE FROM schema_version").and_then([&] {
        return connection.run("INSERT INTO schema_version (version) VALUES (:version)", {{u":version"_s, step.version}});
    });
}

base::Result<> takeSteps(Connection &connection)
{
    const base::Result<int> present = presentVersion(connection);
    if (!present)
        return base::Fail(present.error());
    if (*present > newestSchema())
        return base::Fail({base::Error::Kind::Document,
                           u"the store was written by a newer program (schema %1)"_s.arg(*present), {}});
    for (const Step &step : steps) {
        if (step.version <= *present)
            continue;
        if (const base::Result<> taken = takeStep(connection, step); !taken)
            return taken;
    }
    return {};
}

}

int newestSchema()
{
    return steps.back().version;
}

base::Result<> bringUpToDate(Connection &connection)
{
    // Both databases undo changes of the schema with the transaction.
    const bool isServer = connection.dialect() == postgres;
    base::Result<> done = connection.runOnce(isServer ? "BEGIN" : "BEGIN IMMEDIATE");
    if (done && isServer)
        done = connection.run("SELECT pg_advisory_xact_lock(20261122)");
    if (done)
        done = connection.runOnce("CREATE TABLE IF NOT EXISTS schema_version (version $int NOT NULL) $strict");
    if (done)
        done = takeSteps(connection);
    if (done)
        return connection.runOnce("COMMIT");
    std::ignore = connection.runOnce("ROLLBACK");
    return done;
}

}
