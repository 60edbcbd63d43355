#pragma once

#include "core/domain/decidelife.h"
#include "tests/support/sampleguide.h"

#include <QTest>

#include <array>
#include <functional>

/// The stations of a case on one item of the sample guide, from intake to archive.
namespace phases {

using namespace domain;
using support::readyToFile;
using support::Sitting;

inline const QString item = QStringLiteral("rented");

/// One after the other; each is the one before and one act more.
enum class Phase { Intake, Filed, Scanned, Pushed, Accepted, Paused, Decided, Arrived, Delivered, Proved, Archived };
constexpr int phaseCount = int(Phase::Archived) + 1;

inline Outcome granted()
{
    return {.granted = true, .certificate = QStringLiteral("样书零字第1号"), .eLicence = {}, .physical = true, .reason = {}};
}

inline Delivery inPerson()
{
    return {.at = {}, .way = Collection::Window, .collector = QStringLiteral("张三"), .relation = QStringLiteral("本人"), .identity = {}, .signedFor = true,
            .tracking = {}, .clerk = {}};
}

inline void proceed(Sitting &sitting, Phase phase)
{
    const std::array<std::function<bool()>, phaseCount> steps{
        [&] { return true; },
        [&] { return sitting.perform(FileCase{}); },
        [&] { return sitting.perform(LifeCommand{CompleteScans{3}}); },
        [&] { return sitting.perform(LifeCommand{PushToDepartments{}}); },
        [&] { return sitting.perform(LifeCommand{AcceptItem{item, QStringLiteral("1"), false}}); },
        [&] { return sitting.perform(LifeCommand{PauseClock{item, QStringLiteral("检测")}}); },
        [&] {
            return sitting.perform(LifeCommand{ResumeClock{item}}) && sitting.perform(LifeCommand{DecideItem{item, granted()}});
        },
        [&] { return sitting.perform(LifeCommand{ReceiveResult{item, QStringLiteral("发证窗口 A3"), QStringLiteral("新闻出版部门")}}); },
        [&] { return sitting.perform(LifeCommand{DeliverItems{{item}, inPerson()}}); },
        [&] { return sitting.perform(LifeCommand{SendProof{{item}}}); },
        [&] { return sitting.perform(LifeCommand{ArchiveCase{QStringLiteral("新闻出版部门")}}); },
    };
    for (int step = 0; step <= int(phase); ++step)
        QVERIFY2(steps[size_t(step)](), qPrintable(QString::number(step)));
}

}
