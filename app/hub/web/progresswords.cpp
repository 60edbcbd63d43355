#include "app/hub/web/progresswords.h"

#include "core/domain/casenumber.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace web {

using namespace Qt::StringLiterals;
using offices::ItemProgress;
using offices::Progress;
using Stand = ItemProgress::Stand;

namespace {

QString dayWords(QDate day)
{
    return day.isValid() ? day.toString(u"yyyy年M月d日"_s) : QString();
}

/// How a stand is called, and of which colour it is.
struct StandWord {
    Stand stand;
    QString word;
    QString look; ///< class of the style sheet
};

const StandWord &wordOf(Stand stand)
{
    static const std::array words{StandWord{Stand::Waiting, u"待受理"_s, u"open"_s},
                                  StandWord{Stand::Working, u"办理中"_s, u"open"_s},
                                  StandWord{Stand::Paused, u"特别环节办理中"_s, u"open"_s},
                                  StandWord{Stand::Refused, u"不予受理"_s, u"bad"_s},
                                  StandWord{Stand::Decided, u"已办结"_s, u"good"_s},
                                  StandWord{Stand::Denied, u"未获批准"_s, u"bad"_s},
                                  StandWord{Stand::Ready, u"可以领取"_s, u"good"_s},
                                  StandWord{Stand::Delivered, u"已送达"_s, u"good"_s},
                                  StandWord{Stand::Withdrawn, u"已撤回"_s, u"ended"_s},
                                  StandWord{Stand::Lapsed, u"已退件"_s, u"ended"_s}};
    return *std::ranges::find(words, stand, &StandWord::stand);
}

/// due, left, lastDay, late, provisional: of a limit; empty when there is none.
void addLimit(QJsonObject &words, QDate due, int left, bool provisional, QDate today)
{
    const bool isKnown = due.isValid();
    words.insert("due"_L1, dayWords(due));
    words.insert("left"_L1, isKnown && left > 0 ? QString::number(left) : QString());
    words.insert("lastDay"_L1, isKnown && today <= due && left <= 0);
    words.insert("late"_L1, isKnown && today > due);
    words.insert("provisional"_L1, provisional);
}

QJsonObject itemWords(const ItemProgress &item, const LicenceLink &licence, QDate today)
{
    const StandWord &stand = wordOf(item.stand);
    QJsonObject words{{"name"_L1, item.name},
                      {"department"_L1, item.department},
                      {"stand"_L1, stand.word},
                      {"look"_L1, stand.look},
                      {"waiting"_L1, item.stand == Stand::Waiting},
                      {"at"_L1, dayWords(item.at.date())},
                      {"step"_L1, item.step},
                      {"reason"_L1, item.reason},
                      {"outcome"_L1, item.stand == Stand::Decided || item.stand == Stand::Ready ? item.outcome : QString()},
                      {"tracking"_L1, item.tracking},
                      {"onTheWay"_L1, item.stand == Stand::Decided},
                      {"lapsed"_L1, item.stand == Stand::Lapsed},
                      {"licence"_L1, licence.path},
                      {"licenceKind"_L1, licence.kind},
                      {"licenceCode"_L1, licence.code}};
    addLimit(words, item.due, item.daysLeft, item.provisional, today);
    return words;
}

QJsonObject missingWords(const Progress::Missing &missing)
{
    return {{"material"_L1, missing.material}, {"reason"_L1, missing.reason}, {"due"_L1, dayWords(missing.due)}, {"late"_L1, missing.isLate}};
}

}

QJsonObject progressWords(const Progress &progress, const LicenceLinks &licences, const base::HallSettings &hall, QDate today)
{
    using Way = domain::Collection;
    QJsonArray items;
    bool waitsToBeCollected = false;
    bool isRefused = false;
    for (const ItemProgress &item : progress.items) {
        items << itemWords(item, licences.value(item.id), today);
        waitsToBeCollected = waitsToBeCollected || (item.stand == Stand::Ready && item.onPaper);
        isRefused = isRefused || item.stand == Stand::Refused || item.stand == Stand::Denied;
    }
    QJsonArray missing;
    for (const Progress::Missing &one : progress.missing)
        missing << missingWords(one);
    const bool isFiled = progress.filedAt.isValid();
    QJsonObject words{{"number"_L1, domain::groupedNumber(progress.number)},
                      {"matter"_L1, progress.matter},
                      {"lead"_L1, progress.lead},
                      {"filed"_L1, isFiled},
                      {"filedAt"_L1, isFiled ? progress.filedAt.toString(u"yyyy年M月d日 HH:mm"_s) : QString()},
                      {"joinedTo"_L1, domain::groupedNumber(progress.joinedTo)},
                      {"abandoned"_L1, progress.stage == domain::Stage::Abandoned && progress.joinedTo.isEmpty()},
                      {"inIntake"_L1, progress.stage == domain::Stage::Intake && !progress.awaitsReview},
                      {"awaitsReview"_L1, progress.awaitsReview},
                      {"items"_L1, items},
                      {"guideUnknown"_L1, progress.matter.isEmpty()},
                      {"missing"_L1, missing},
                      {"hasMissing"_L1, !missing.isEmpty()},
                      {"collectNow"_L1, waitsToBeCollected},
                      {"refusedSome"_L1, isRefused},
                      {"done"_L1, progress.isDone},
                      {"together"_L1, progress.collection.together},
                      {"atWindow"_L1, progress.collection.way == Way::Window},
                      {"byCourier"_L1, progress.collection.way == Way::Courier},
                      {"electronic"_L1, progress.collection.way == Way::Electronic},
                      {"atMachine"_L1, progress.collection.way == Way::SelfService},
                      {"hall"_L1, hall.hallName},
                      {"issuance"_L1, hall.issuanceWindow},
                      {"hallAddress"_L1, hall.address},
                      {"officeHours"_L1, hall.officeHours},
                      {"phone"_L1, hall.phone}};
    addLimit(words, progress.due, progress.daysLeft, progress.provisional, today);
    return words;
}

}
