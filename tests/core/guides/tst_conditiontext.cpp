#include "core/guides/conditiontext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Condition;
using Kind = Condition::Kind;

namespace {

Condition group(Kind kind, const QList<Condition> &parts)
{
    return {.kind = kind, .subject = {}, .value = {}, .parameter = {}, .parts = parts};
}

Condition answer(const QString &subject, const QString &value)
{
    return {.kind = Kind::AnswerIs, .subject = subject, .value = value, .parameter = {}, .parts = {}};
}

Condition limit(Kind kind, const QString &subject, double number, const QString &parameter = {})
{
    return {.kind = kind, .subject = subject, .value = {}, .number = number, .parameter = parameter, .parts = {}};
}

/// A condition as a column of a table: the comparison of what holds itself cannot be asked for by QMetaType.
struct Wanted {
    Condition condition;
};

/// Any condition that a pack could hold, \a depth levels deep at most.
Condition anyCondition(QRandomGenerator &random, int depth)
{
    static const QStringList ids{u"insured"_s, u"area"_s, u"a"_s, u"0"_s, u"x-1"_s, u"not"_s, QString(64, u'z')};
    static const QList<double> numbers{0, 1, 200, 0.1, 1e9, 2.0 / 3, 1e-9};
    const auto id = [&] { return ids[random.bounded(ids.size())]; };
    switch (random.bounded(depth > 0 ? 7 : 4)) {
    case 0:
    case 1:
        return answer(id(), id());
    case 2:
        return limit(Kind::AtLeast, id(), numbers[random.bounded(numbers.size())]);
    case 3:
        return limit(Kind::Below, id(), 0, id());
    case 4:
        return group(Kind::Not, {anyCondition(random, depth - 1)});
    default: {
        QList<Condition> parts;
        for (int i = random.bounded(1, 5); i > 0; --i)
            parts.append(anyCondition(random, depth - 1));
        return group(random.bounded(2) ? Kind::All : Kind::Any, parts);
    }
    }
}

}

class TestConditionText : public QObject
{
    Q_OBJECT

private slots:
    void isReadAsWritten_data();
    void isReadAsWritten();
    void peopleMayWriteOtherwise_data();
    void peopleMayWriteOtherwise();
    void everyConditionComesBack();
    void faultSaysWhereAndWhatIsExpected_data();
    void faultSaysWhereAndWhatIsExpected();
    void damagedLinesAreSurvived();
};

void TestConditionText::isReadAsWritten_data()
{
    QTest::addColumn<Wanted>("wanted");
    QTest::addColumn<QString>("line");
    const Condition none = answer(u"insured"_s, u"none"_s);
    const Condition wide = limit(Kind::AtLeast, u"area"_s, 200);
    const Condition fire = limit(Kind::Below, u"area"_s, 0, u"fire-area"_s);
    QTest::newRow("always") << Wanted{Condition()} << QString();
    QTest::newRow("answer") << Wanted{none} << u"insured=none"_s;
    QTest::newRow("at least") << Wanted{wide} << u"area≥200"_s;
    QTest::newRow("below a parameter") << Wanted{fire} << u"area<{fire-area}"_s;
    QTest::newRow("fraction") << Wanted{limit(Kind::Below, u"area"_s, 0.5)} << u"area<0.5"_s;
    QTest::newRow("all") << Wanted{group(Kind::All, {none, wide})} << u"insured=none 且 area≥200"_s;
    QTest::newRow("the example") << Wanted{group(Kind::All, {none, group(Kind::Any, {wide, group(Kind::Not, {fire})})})}
                                 << u"insured=none 且 (area≥200 或 非 area<{fire-area})"_s;
    QTest::newRow("not a group") << Wanted{group(Kind::Not, {group(Kind::Any, {none, wide})})}
                                 << u"非 (insured=none 或 area≥200)"_s;
    QTest::newRow("group of one") << Wanted{group(Kind::Any, {wide, group(Kind::All, {none})})}
                                  << u"area≥200 或 全部(insured=none)"_s;
    QTest::newRow("all within all") << Wanted{group(Kind::All, {group(Kind::All, {none, wide}), fire})}
                                    << u"(insured=none 且 area≥200) 且 area<{fire-area}"_s;
}

void TestConditionText::isReadAsWritten()
{
    QFETCH(Wanted, wanted);
    QFETCH(QString, line);
    QCOMPARE(guides::conditionLine(wanted.condition), line);
    const base::Result<Condition> read = guides::conditionFrom(line);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QVERIFY(*read == wanted.condition);
}

void TestConditionText::peopleMayWriteOtherwise_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("line");
    QTest::newRow("ASCII") << u"area>=200"_s << u"area≥200"_s;
    QTest::newRow("turned around") << u"area=>200"_s << u"area≥200"_s;
    QTest::newRow("full width") << u"（ｉｎｓｕｒｅｄ＝ｎｏｎｅ　或　area＞＝２００）"_s
                                << u"insured=none 或 area≥200"_s;
    QTest::newRow("full-width braces") << u"area＜｛fire-area｝"_s << u"area<{fire-area}"_s;
    QTest::newRow("longer words") << u"并非 a=b 并且 (c=d 或者 e=f)"_s << u"非 a=b 且 (c=d 或 e=f)"_s;
    QTest::newRow("no spaces") << u"a=b且非c=d"_s << u"a=b 且 非 c=d"_s;
    QTest::newRow("many spaces and lines") << u"  a = b \n 且 c ≥ 1  "_s << u"a=b 且 c≥1"_s;
    QTest::newRow("brackets too many") << u"((a=b))"_s << u"a=b"_s;
    QTest::newRow("only spaces") << u"  \n"_s << QString();
}

void TestConditionText::peopleMayWriteOtherwise()
{
    QFETCH(QString, typed);
    QFETCH(QString, line);
    const base::Result<Condition> read = guides::conditionFrom(typed);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(guides::conditionLine(*read), line);
}

void TestConditionText::everyConditionComesBack()
{
    QRandomGenerator random(20261121);
    for (int round = 0; round < 20000; ++round) {
        const Condition condition = anyCondition(random, 5);
        const QString line = guides::conditionLine(condition);
        const base::Result<Condition> read = guides::conditionFrom(line);
        QVERIFY2(read && *read == condition, qPrintable(line));
    }
}

void TestConditionText::faultSaysWhereAndWhatIsExpected_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("fault");
    const auto row
        = [](const char *name, const QString &typed, const QString &fault) { QTest::newRow(name) << typed << fault; };
    row("no comparison", u"insured"_s, u"第 8 个字：应为“=”“≥”或“<”，而这里是到此结束"_s);
    row("Chinese situation", u"面积≥200"_s, u"第 1 个字：应为情形编号、“非”或“(”，而这里是“面积≥200”"_s);
    row("comparison we have not", u"area>200"_s, u"第 5 个字：应为“=”“≥”或“<”，而这里是“>200”"_s);
    row("option in Chinese", u"insured=否"_s, u"第 9 个字：应为选项编号，而这里是“否”"_s);
    row("text for a number", u"area≥wide"_s, u"第 6 个字：应为0 至 1000000000 的数，或“{参数编号}”，而这里是“wide”"_s);
    row("two points", u"area≥1.2.3"_s, u"第 6 个字：应为0 至 1000000000 的数，或“{参数编号}”，而这里是“1.2.3”"_s);
    row("number too large", u"area≥1000000001"_s,
        u"第 6 个字：应为0 至 1000000000 的数，或“{参数编号}”，而这里是“1000000001”"_s);
    row("brace left open", u"area≥{fire-area"_s, u"第 16 个字：应为“}”，而这里是到此结束"_s);
    row("bracket left open", u"(a=b"_s, u"第 5 个字：应为“)”、“且”或“或”，而这里是到此结束"_s);
    row("bracket too many", u"a=b)"_s, u"第 4 个字：应为“且”“或”，或者到此结束，而这里是“)”"_s);
    row("且 and 或 mixed", u"a=b 且 c=d 或 e=f"_s,
        u"第 11 个字：应为“且”，或者到此结束（“且”“或”混用时请加括号），而这里是“或 e=f”"_s);
    row("nothing behind 且", u"a=b 且"_s, u"第 6 个字：应为情形编号、“非”或“(”，而这里是到此结束"_s);
    row("no word between", u"a=b c=d"_s, u"第 5 个字：应为“且”“或”，或者到此结束，而这里是“c=d”"_s);
    row("unit behind the number", u"area≥200平方米"_s, u"第 9 个字：应为“且”“或”，或者到此结束，而这里是“平方米”"_s);
    row("a thousand brackets", QString(1000, u'(') + u"a=b"_s + QString(1000, u')'),
        u"第 21 个字：应为较少的层次（最多 20 层括号），而这里是“((((((((((”"_s);
}

void TestConditionText::faultSaysWhereAndWhatIsExpected()
{
    QFETCH(QString, typed);
    QFETCH(QString, fault);
    const base::Result<Condition> read = guides::conditionFrom(typed);
    QVERIFY(!read);
    QCOMPARE(read.error().detail, fault);
}

void TestConditionText::damagedLinesAreSurvived()
{
    QRandomGenerator random(20261121);
    const QString signs = u"ab=≥<{}()非且或1. （全部任一"_s;
    int sound = 0;
    for (int round = 0; round < 50000; ++round) {
        QString line = guides::conditionLine(anyCondition(random, 3)).left(200);
        for (int damage = random.bounded(3); damage >= 0 && !line.isEmpty(); --damage)
            line[random.bounded(line.size())] = signs[random.bounded(signs.size())];
        const base::Result<Condition> read = guides::conditionFrom(line);
        if (!read) {
            QVERIFY(read.error().detail.startsWith(u"第 "_s));
            continue;
        }
        ++sound;
        const base::Result<Condition> again = guides::conditionFrom(guides::conditionLine(*read));
        QVERIFY2(again && *again == *read, qPrintable(line));
    }
    QVERIFY(sound > 100);
}

QTEST_APPLESS_MAIN(TestConditionText)
#include "tst_conditiontext.moc"
