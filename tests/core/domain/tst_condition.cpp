#include "core/domain/condition.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::Condition;
using domain::Truth;
using Kind = domain::Condition::Kind;

/// Without ==, which QMetaType cannot work out for a type that contains itself.
struct Row {
    Condition condition;
};

class TestCondition : public QObject
{
    Q_OBJECT

    static Condition is(const QString &situation, const QString &option)
    {
        return {.kind = Kind::AnswerIs, .subject = situation, .value = option};
    }

private slots:
    void holds_data()
    {
        QTest::addColumn<Row>("row");
        QTest::addColumn<domain::Answers>("answers");
        QTest::addColumn<Truth>("truth");
        const Condition large{.kind = Kind::AtLeast, .subject = u"area"_s, .number = 200};
        const Condition county{.kind = Kind::AtLeast, .subject = u"area"_s, .parameter = u"fire-area"_s};
        const Condition nowhere{.kind = Kind::AtLeast, .subject = u"area"_s, .parameter = u"unset"_s};
        const Condition both{.kind = Kind::All, .parts = {is(u"ktv"_s, u"yes"_s), large}};
        const Condition either{.kind = Kind::Any, .parts = {is(u"ktv"_s, u"yes"_s), large}};
        const Condition noKtv{.kind = Kind::Not, .parts = {is(u"ktv"_s, u"yes"_s)}};

        QTest::newRow("no condition always holds") << Row{Condition()} << domain::Answers() << Truth::Yes;
        QTest::newRow("not answered yet") << Row{large} << domain::Answers() << Truth::Unknown;
        QTest::newRow("exactly 200 m² is 200 m² and more") << Row{large} << domain::Answers{{u"area"_s, u"200"_s}} << Truth::Yes;
        QTest::newRow("199.9 m²") << Row{large} << domain::Answers{{u"area"_s, u"199.9"_s}} << Truth::No;
        QTest::newRow("the county's own threshold") << Row{county} << domain::Answers{{u"area"_s, u"300"_s}} << Truth::Yes;
        QTest::newRow("the county has not set one") << Row{nowhere} << domain::Answers{{u"area"_s, u"300"_s}} << Truth::Unknown;
        QTest::newRow("all: one is false, the other open") << Row{both} << domain::Answers{{u"ktv"_s, u"no"_s}} << Truth::No;
        QTest::newRow("all: one is true, the other open") << Row{both} << domain::Answers{{u"ktv"_s, u"yes"_s}} << Truth::Unknown;
        QTest::newRow("any: one is true, the other open") << Row{either} << domain::Answers{{u"ktv"_s, u"yes"_s}} << Truth::Yes;
        QTest::newRow("any: one is false, the other open") << Row{either} << domain::Answers{{u"ktv"_s, u"no"_s}} << Truth::Unknown;
        QTest::newRow("not: open stays open") << Row{noKtv} << domain::Answers() << Truth::Unknown;
        QTest::newRow("not asked is not so") << Row{large} << domain::Answers{{u"area"_s, domain::notAsked}} << Truth::No;
        QTest::newRow("not asked is not that option") << Row{is(u"ktv"_s, u"yes"_s)} << domain::Answers{{u"ktv"_s, domain::notAsked}}
                                                      << Truth::No;
    }
    void holds()
    {
        QFETCH(Row, row);
        QFETCH(domain::Answers, answers);
        QTEST(domain::holds(row.condition, answers, {{u"fire-area"_s, 300}}), "truth");
    }
    void situationsAreNamedOnce()
    {
        const Condition condition{.kind = Kind::Any,
                                  .parts = {is(u"a"_s, u"1"_s), {.kind = Kind::Not, .parts = {is(u"b"_s, u"1"_s)}}, is(u"a"_s, u"2"_s)}};
        QCOMPARE(domain::situationsIn(condition), QStringList({u"a"_s, u"b"_s}));
    }
};
QTEST_APPLESS_MAIN(TestCondition)
#include "tst_condition.moc"
