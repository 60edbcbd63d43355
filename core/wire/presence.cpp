#include "core/wire/presence.h"

#include "core/base/text.h"
#include "core/wire/fields.h"

#include <algorithm>
#include <limits>

namespace wire {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestSeatName = 60;
constexpr int mostUnsent = std::numeric_limits<int>::max();

QJsonValue momentValue(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(moment.toMSecsSinceEpoch()) : QJsonValue(QJsonValue::Undefined);
}

/// Without the key where there is no moment.
QJsonObject withMoment(QJsonObject object, QLatin1StringView name, const QDateTime &moment)
{
    if (moment.isValid())
        object.insert(name, momentValue(moment));
    return object;
}

QJsonObject presenceJson(const Presence &presence)
{
    return withMoment({{"clerk"_L1, presence.clerk}, {"case"_L1, presence.caseNumber}, {"unsent"_L1, presence.unsent}}, "since"_L1,
                      presence.since);
}

Presence presenceIn(Fields &fields)
{
    Presence presence;
    presence.clerk = base::cleanLine(fields.textIfAny("clerk"_L1), longestSeatName);
    presence.caseNumber = base::cleanLine(fields.textIfAny("case"_L1), longestSeatName);
    presence.since = fields.time("since"_L1, true);
    presence.unsent = fields.count("unsent"_L1, 0, mostUnsent);
    return presence;
}

}

QByteArray toJson(const PresenceNote &note)
{
    return compact({{"mine"_L1, presenceJson(note.mine)}, {"board"_L1, note.board}});
}

base::Result<PresenceNote> presenceFrom(const QByteArray &body)
{
    const base::Result<QJsonObject> object = objectIn(body);
    if (!object)
        return base::Fail(object.error());
    Fields fields(*object, {});
    PresenceNote note;
    note.mine = fields.inner("mine"_L1, presenceIn);
    note.board = fields.flag("board"_L1);
    return fields.done(note);
}

QByteArray toJson(const HallBoard &board)
{
    QJsonArray seats;
    for (const Seat &seat : board.seats)
        seats << withMoment({{"device"_L1, seat.device}, {"window"_L1, seat.window}, {"presence"_L1, presenceJson(seat.presence)}},
                            "heard"_L1, seat.heard);
    QJsonArray levels;
    for (const int count : board.ratings.byLevel)
        levels << QJsonObject{{"count"_L1, count}};
    return compact({{"seats"_L1, seats},
                    {"ratings"_L1, levels},
                    {"toPutRight"_L1, board.ratings.toPutRight},
                    {"hubTime"_L1, momentValue(board.hubTime)}});
}

base::Result<HallBoard> hallBoardFrom(const QByteArray &body)
{
    const base::Result<QJsonObject> object = objectIn(body);
    if (!object)
        return base::Fail(object.error());
    Fields fields(*object, {});
    HallBoard board;
    board.seats = fields.each("seats"_L1, mostSeats, [](Fields &seat) {
        Seat one;
        one.device = seat.word("device"_L1);
        one.window = base::cleanLine(seat.text("window"_L1), longestSeatName);
        one.heard = seat.time("heard"_L1, true);
        one.presence = seat.inner("presence"_L1, presenceIn);
        return one;
    });
    const QList<int> levels = fields.each("ratings"_L1, qsizetype(board.ratings.byLevel.size()),
                                          [](Fields &level) { return level.count("count"_L1, 0, mostUnsent); });
    if (levels.size() == qsizetype(board.ratings.byLevel.size()))
        std::ranges::copy(levels, board.ratings.byLevel.begin());
    else
        fields.fault("ratings"_L1, u"has not five levels"_s);
    board.ratings.toPutRight = fields.count("toPutRight"_L1, 0, mostUnsent);
    board.hubTime = fields.time("hubTime"_L1);
    return fields.done(board);
}

}
