#include "core/domain/codes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::Field;
using domain::FieldFault;

/// Vectors: GB 11643, GB 32100, GB/T 36904 and synthetic numbers; none belongs to a person.
class TestCodes : public QObject
{
    Q_OBJECT

    const QDate today{2026, 11, 21};

private slots:
    void identityNumber_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<FieldFault>("fault");
        const QString good = u"11010519491231002X 440524188001010014 41030219900307001X 410307200002290018 41030720000229123X "
                             "411202196312310015 411224202402290018 411281202505100018 410306198501010010 410381197811110012 "
                             "410302196501010016 810000199902020011 820000198808080015 830000200109110010 911124198108030024 "
                             "941840198001010019 999999199001010016"_s;
        for (const QString &number : good.split(u' '))
            QTest::newRow(qPrintable(number)) << number << FieldFault::None;
        QTest::newRow("wrong check digit") << u"410302199003070018"_s << FieldFault::WrongCheckDigit;
        QTest::newRow("30 February") << u"410302199002300012"_s << FieldFault::ImpossibleDate;
        QTest::newRow("29 February of a common year") << u"410302202302290017"_s << FieldFault::ImpossibleDate;
        QTest::newRow("month 13") << u"411202202713010011"_s << FieldFault::ImpossibleDate;
        QTest::newRow("born tomorrow or later") << u"411202209901010010"_s << FieldFault::FutureDate;
        QTest::newRow("fifteen digits are void since 2013") << u"410302650101001"_s << FieldFault::Malformed;
        QTest::newRow("letters") << u"41030219900307001Y"_s << FieldFault::Malformed;
    }
    void identityNumber()
    {
        QFETCH(QString, number);
        QTEST(domain::identityNumberFault(number, today), "fault");
    }
    void whatIsTypedIsNormalisedFirst()
    {
        const Field field{.id = u"applicant-id"_s, .kind = Field::Kind::IdNumber};
        const QString value = domain::fieldValue(field, u" ４１０３０２ 19900307 001x"_s);
        QCOMPARE(value, u"41030219900307001X"_s);
        QCOMPARE(domain::fieldFault(field, value, today), FieldFault::None);
    }
    void unknownRegionIsAWarningOnly()
    {
        QCOMPARE(domain::identityNumberFault(u"999999199001010016"_s, today), FieldFault::None);
        QVERIFY(!domain::idNumberRegionKnown(u"999999199001010016"_s));
        QVERIFY(domain::idNumberRegionKnown(u"410322196501010016"_s));
        QVERIFY(domain::idNumberRegionKnown(u"412902196501010016"_s));
        QVERIFY(domain::idNumberRegionKnown(u"810000199902020011"_s));
    }
    void birthDate() { QCOMPARE(domain::birthDate(u"410307200002290018"_s), QDate(2000, 2, 29)); }
    void otherDocuments_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("passport E + 8 digits") << u"E12345678"_s << true;
        QTest::newRow("passport EA + 7 digits") << u"EA1234567"_s << true;
        QTest::newRow("permit of Hong Kong and Macao residents") << u"H12345678"_s << true;
        QTest::newRow("permit of Taiwan residents") << u"12345678"_s << true;
        QTest::newRow("permanent residence card before 2023") << u"USA411084010112"_s << true;
        QTest::newRow("seven digits") << u"1234567"_s << false;
    }
    void otherDocuments()
    {
        QFETCH(QString, number);
        QTEST(domain::isOtherIdentityDocument(number), "accepted");
    }
    void creditCode_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<FieldFault>("fault");
        const QString good = u"91350100M000100Y43 91110000600037341L 914403001922038216 91440300708461136T 9144030071526726XG "
                             "91330100799655058B 11100000000013338W 113700000045046442 12441500196720244T 91410300MA9F000154 "
                             "92410302MA45TE5T4N 91411200MADEM0126X 93411202MAC0K1238Y 11410300005412346H 124112004171234523"_s;
        for (const QString &code : good.split(u' '))
            QTest::newRow(qPrintable(code)) << code << FieldFault::None;
        QTest::newRow("wrong check character") << u"911100001000013338"_s << FieldFault::WrongCheckDigit;
        QTest::newRow("the letter I is not used") << u"91350100I000100Y43"_s << FieldFault::Malformed;
        QTest::newRow("the letter O is not used") << u"91350100O000100Y43"_s << FieldFault::Malformed;
        QTest::newRow("lower case must be normalised first") << u"91350100m000100y43"_s << FieldFault::Malformed;
    }
    void creditCode()
    {
        QFETCH(QString, code);
        QTEST(domain::creditCodeFault(code), "fault");
    }
    void phone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<FieldFault>("fault");
        QTest::newRow("mobile") << u"13812345678"_s << u"13812345678"_s << FieldFault::None;
        QTest::newRow("with spaces and +86") << u"+86 138 1234-5678"_s << u"13812345678"_s << FieldFault::None;
        QTest::newRow("with 0086") << u"008619912345678"_s << u"19912345678"_s << FieldFault::None;
        QTest::newRow("full-width") << u"１３８１２３４５６７８"_s << u"13812345678"_s << FieldFault::None;
        QTest::newRow("Luoyang fixed line") << u"0379-63912345"_s << u"037963912345"_s << FieldFault::None;
        QTest::newRow("Sanmenxia fixed line") << u"0398-2912345"_s << u"03982912345"_s << FieldFault::None;
        QTest::newRow("public number") << u"12345"_s << u"12345"_s << FieldFault::None;
        QTest::newRow("ten digits") << u"1381234567"_s << u"1381234567"_s << FieldFault::Malformed;
        QTest::newRow("words") << u"没有电话"_s << u"没有电话"_s << FieldFault::Malformed;
    }
    void phone()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        const Field field{.id = u"applicant-phone"_s, .kind = Field::Kind::Phone};
        QCOMPARE(domain::fieldValue(field, typed), stored);
        QTEST(domain::fieldFault(field, stored, today), "fault");
    }
    void personName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<FieldFault>("fault");
        QTest::newRow("rare character beyond U+FFFF") << u"李𬭚"_s << FieldFault::None;
        QTest::newRow("outside GB 2312") << u"瀍河"_s << FieldFault::None;
        QTest::newRow("20 characters with middle dots") << u"古丽巴哈尔·阿卜杜热合曼·买买提艾力江"_s << FieldFault::None;
        QTest::newRow("Latin") << u"Mary-Ann O’Neil"_s << FieldFault::None;
        QTest::newRow("digits") << u"张3"_s << FieldFault::Malformed;
        QTest::newRow("empty but required") << QString() << FieldFault::Missing;
    }
    void personName()
    {
        QFETCH(QString, name);
        const Field field{.id = u"applicant-name"_s, .kind = Field::Kind::PersonName};
        QTEST(domain::fieldFault(field, domain::fieldValue(field, name), today), "fault");
    }
    void date_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<FieldFault>("fault");
        QTest::newRow("eight digits") << u"20261118"_s << u"2026-11-18"_s << FieldFault::None;
        QTest::newRow("Chinese") << u"2026年11月8日"_s << u"2026-11-08"_s << FieldFault::None;
        QTest::newRow("slashes") << u"2026/1/8"_s << u"2026-01-08"_s << FieldFault::None;
        QTest::newRow("no such day, kept as typed") << u"20260231"_s << u"20260231"_s << FieldFault::ImpossibleDate;
        QTest::newRow("absurd year") << u"0001-01-01"_s << u"0001-01-01"_s << FieldFault::ImpossibleDate;
    }
    void date()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        const Field field{.id = u"born"_s, .kind = Field::Kind::Date};
        QCOMPARE(domain::fieldValue(field, typed), stored);
        QTEST(domain::fieldFault(field, stored, today), "fault");
    }
    void eLicence_data()
    {
        QTest::addColumn<QString>("identifier");
        QTest::addColumn<FieldFault>("fault");
        const QString root = u"1.2.156.3005.2."_s;
        QTest::newRow("check F") << root + u"11100000000013338W032.11220000013544541J.2430599.001.F"_s << FieldFault::None;
        QTest::newRow("check 0") << root + u"11100000000013338W009.11330105002500287C.2025052201.002.0"_s << FieldFault::None;
        QTest::newRow("check Y") << root + u"11100000000013338W011.11110000000021135M.20230329701.003.Y"_s << FieldFault::None;
        QTest::newRow("sample of a manual, check should be D")
            << root + u"11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.M"_s
            << FieldFault::WrongCheckDigit;
        QTest::newRow("another root") << u"1.2.156.1.2.a.b.c.d.e"_s << FieldFault::Malformed;
    }
    void eLicence()
    {
        QFETCH(QString, identifier);
        QTEST(domain::eLicenceFault(identifier), "fault");
    }
    void masks()
    {
        QCOMPARE(domain::maskedNumber(u"41030219900307001X"_s), u"410***********001X"_s);
        QCOMPARE(domain::maskedNumber(u"E123456"_s), u"*******"_s);
        QCOMPARE(domain::maskedName(u"张三"_s), u"张*"_s);
        QCOMPARE(domain::maskedName(u"欧阳修文"_s), u"欧阳**"_s);
        QCOMPARE(domain::maskedName(u"𬭚"_s), u"𬭚*"_s);
        QCOMPARE(domain::maskedPhone(u"13812345678"_s), u"138****5678"_s);
    }
};
QTEST_APPLESS_MAIN(TestCodes)
#include "tst_codes.moc"
