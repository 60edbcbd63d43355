#include "core/domain/clearing.h"
#include "tests/core/domain/branching.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>
#include <set>
#include <string>

using namespace branching;

namespace {

/// The rules once more, slowly and without a line of the product: two fields, one material, one item, in words.
class PlainModel
{
public:
    struct Written {
        int writer;
        std::set<int> seen; ///< places of all events that its writer knew
        std::string what, about, value;
    };

    /// How the event that comes next stands: "stands", "in-conflict" or "disputed".
    std::string add(const Written &written)
    {
        const int place = int(m_all.size());
        m_all.push_back(written);
        m_counts.push_back(false);
        std::string standing = "stands";
        if (written.what == "field")
            standing = enter(place);
        else if (written.what == "verdict")
            standing = judge(place);
        else
            standing = step(place);
        return standing;
    }

    std::map<std::string, std::string> fields;
    std::string verdict, item = "filed", handedTo;

private:
    bool unknown(int place, int earlier) const { return !m_all[size_t(place)].seen.contains(earlier); }
    /// The last counting act of this kind about the same that the writer did not know; -1: none.
    int met(int place, const std::string &what) const
    {
        for (int i = place - 1; i >= 0; --i) {
            const Written &other = m_all[size_t(i)];
            if (m_counts[size_t(i)] && other.what == what && other.about == m_all[size_t(place)].about && unknown(place, i))
                return i;
        }
        return -1;
    }
    std::string enter(int place)
    {
        const Written &written = m_all[size_t(place)];
        const int other = met(place, "field");
        if (other >= 0 && m_all[size_t(other)].value != written.value)
            return "in-conflict";
        fields[written.about] = written.value;
        m_counts[size_t(place)] = true;
        return "stands";
    }
    std::string judge(int place)
    {
        static const std::map<std::string, int> strict{{"original", 0}, {"copy", 2}, {"deferred", 4}, {"missing", 6}, {"not-conforming", 7}};
        const Written &written = m_all[size_t(place)];
        const int other = met(place, "verdict");
        const bool differs = other >= 0 && m_all[size_t(other)].value != written.value;
        if (differs && strict.at(m_all[size_t(other)].value) > strict.at(written.value))
            return "in-conflict";
        verdict = written.value;
        m_counts[size_t(place)] = true;
        return differs ? "in-conflict" : "stands";
    }
    std::string step(int place)
    {
        const std::string what = m_all[size_t(place)].what;
        const auto meets = [&](const std::string &other) { return met(place, other) >= 0; };
        const auto counts = [&](const std::string &standing) {
            m_counts[size_t(place)] = true;
            return standing;
        };
        if (what == "accept") {
            if (meets("accept") || meets("decide"))
                return "disputed";
            if (meets("withdraw"))
                return "in-conflict";
            if (item != "filed")
                return "disputed";
            item = "accepted";
            return counts("stands");
        }
        if (what == "decide") {
            if (meets("decide"))
                return "disputed";
            if (meets("withdraw"))
                return "in-conflict";
            if (item != "accepted")
                return "disputed";
            item = "decided";
            return counts("stands");
        }
        if (what == "withdraw") {
            const bool isMet = meets("accept") || meets("decide") || meets("deliver");
            if (isMet && !handedTo.empty())
                return "disputed";
            if (item == "decided" && !isMet)
                return "disputed";
            item = "withdrawn";
            return counts(isMet ? "in-conflict" : "stands");
        }
        // deliver
        if (meets("deliver"))
            return "disputed";
        if (meets("withdraw"))
            return "in-conflict";
        if (item != "decided" || !handedTo.empty())
            return "disputed";
        handedTo = m_all[size_t(place)].value;
        return counts("stands");
    }

    std::vector<Written> m_all;
    std::vector<bool> m_counts;
};

struct Choice {
    PlainModel::Written plain;
    Fact fact;
};

Choice anyAct(QRandomGenerator &random, int number)
{
    const QString value = u"v%1"_s.arg(random.bounded(3));
    switch (random.bounded(9)) {
    case 0:
    case 1:
    case 2: {
        const QString field = u"f%1"_s.arg(random.bounded(2));
        return {{0, {}, "field", field.toStdString(), value.toStdString()}, FieldEntered{field, value}};
    }
    case 3:
    case 4: {
        constexpr std::array kinds{VerdictKind::OriginalSeen, VerdictKind::CopyKept, VerdictKind::Deferred, VerdictKind::Missing,
                                   VerdictKind::NotConforming};
        const VerdictKind kind = kinds[size_t(random.bounded(int(kinds.size())))];
        return {{0, {}, "verdict", "licence", verdictWord(kind).toStdString()}, given(kind)};
    }
    case 5:
        return {{0, {}, "accept", "shop", {}}, LifeFact{ItemAccepted{u"shop"_s, {}}}};
    case 6:
        return {{0, {}, "decide", "shop", {}}, LifeFact{ItemDecided{u"shop"_s, {}}}};
    case 7:
        return {{0, {}, "withdraw", "shop", {}}, LifeFact{ItemsWithdrawn{{u"shop"_s}, {}}}};
    default: {
        const QString who = u"n%1"_s.arg(number);
        return {{0, {}, "deliver", "shop", who.toStdString()}, delivered(who)};
    }
    }
}

std::string wordOf(Standing standing)
{
    return standing == Standing::Stands ? "stands" : standing == Standing::InConflict ? "in-conflict" : "disputed";
}

std::string wordOf(const CaseItem &item)
{
    switch (item.state) {
    case CaseItem::State::Filed: return "filed";
    case CaseItem::State::Accepted: return "accepted";
    case CaseItem::State::Decided: return "decided";
    case CaseItem::State::Withdrawn: return "withdrawn";
    default: return "?";
    }
}

}

/// Random histories of up to five writers, each of whom knows now less and now more of the others, against the plain model.
/// YICHUANG_HISTORIES=20000 plays so many.
class TestMergedHistories : public QObject
{
    Q_OBJECT

private slots:
    void playedAgainstThePlainModel()
    {
        const int rounds = qEnvironmentVariable("YICHUANG_HISTORIES", u"600"_s).toInt();
        const quint32 seed = qEnvironmentVariable("YICHUANG_SEED", QString::number(QRandomGenerator::global()->generate())).toUInt();
        for (int round = 0; round < rounds; ++round) {
            const quint32 own = seed + quint32(round);
            if (!play(own))
                QFAIL(qPrintable(u"YICHUANG_HISTORIES=1 YICHUANG_SEED=%1"_s.arg(own)));
        }
    }

private:
    /// A history that fails, for whoever looks for the reason.
    static void tellOf(int number, const PlainModel::Written &written, const std::string &standing)
    {
        if (!qEnvironmentVariableIsSet("YICHUANG_SEED"))
            return;
        QStringList seen;
        for (const int place : written.seen)
            seen << QString::number(place);
        qInfo("%d: w%d %s %s=%s knows {%s}: %s", number, written.writer, written.what.c_str(), written.about.c_str(),
              written.value.c_str(), qPrintable(seen.join(u' ')), standing.c_str());
    }

    static bool play(quint32 seed)
    {
        QRandomGenerator random(seed);
        const int writers = random.bounded(1, 6);
        Chronicle chronicle;
        chronicle.open();
        PlainModel model;
        // What each writer knows, as places in the model (without the beginning).
        std::vector<std::set<int>> known(static_cast<size_t>(writers));
        std::vector<std::string> standings;
        const int acts = random.bounded(2, 24);
        for (int number = 0; number < acts; ++number) {
            const int writer = random.bounded(writers);
            std::set<int> &mine = known[size_t(writer)];
            // It hears of a random beginning of the common order now and then.
            if (random.bounded(3) == 0) {
                for (int i = 0, upTo = random.bounded(number + 1); i < upTo; ++i)
                    mine.insert(i);
            }
            Choice choice = anyAct(random, number);
            choice.plain.writer = writer;
            choice.plain.seen = mine;
            chronicle.add(u"w%1"_s.arg(writer), choice.fact, tipsOf(mine, chronicle));
            standings.push_back(model.add(choice.plain));
            tellOf(number, choice.plain, standings.back());
            mine.insert(number);
        }
        return agrees(chronicle, model, standings);
    }

    /// All that is known, named one by one: more than a window names, and the same to whoever reads it.
    static QList<QByteArray> tipsOf(const std::set<int> &known, const Chronicle &chronicle)
    {
        QList<QByteArray> seen{chronicle.history[0].id};
        for (const int place : known)
            seen.append(chronicle.history[place + 1].id);
        return seen;
    }

    static bool agrees(const Chronicle &chronicle, const PlainModel &model, const std::vector<std::string> &standings)
    {
        const Merged merged = chronicle.merged();
        bool same = merged.file.events == chronicle.history.size() && merged.judgements.size() == chronicle.history.size();
        for (size_t i = 0; same && i < standings.size(); ++i) {
            const Standing standing = merged.judgements[qsizetype(i) + 1].standing;
            if (wordOf(standing) != standings[i]) {
                qWarning("act %zu stands as %s, not %s", i, wordOf(standing).c_str(), standings[i].c_str());
                same = false;
            }
        }
        const CaseItem item = merged.file.life.items.value(u"shop"_s);
        const auto is = [&same](const QString &what, const QString &actual, const std::string &expected) {
            if (actual != QString::fromStdString(expected)) {
                qWarning("%s is %s, not %s", qPrintable(what), qPrintable(actual), expected.c_str());
                same = false;
            }
        };
        for (const auto &[field, value] : model.fields)
            is(QString::fromStdString(field), merged.file.fields.value(QString::fromStdString(field)), value);
        if (!model.verdict.empty())
            is(u"verdict"_s, verdictWord(merged.file.verdicts.value(u"licence"_s).kind), model.verdict);
        is(u"item"_s, QString::fromStdString(wordOf(item)), model.item);
        is(u"collector"_s, item.delivery ? item.delivery->collector : QString(), model.handedTo);
        // Whatever comes later, what was said of the earlier ones stays.
        for (qsizetype length = 1; same && length < chronicle.history.size(); ++length) {
            if (merge(chronicle.history.first(length)).judgements != merged.judgements.first(length)) {
                qWarning("another judgement after %lld events", static_cast<long long>(length));
                same = false;
            }
        }
        return same;
    }
};

QTEST_APPLESS_MAIN(TestMergedHistories)
#include "tst_mergedhistories.moc"
