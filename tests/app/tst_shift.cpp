#include "core/desk/papercheck.h"
#include "core/domain/casenumber.h"
#include "tests/app/support/pastprofile.h"
#include "tests/app/support/place.h"
#include "tests/app/support/program.h"
#include "tests/core/papers/pdftools.h"

#include <QDir>
#include <QImage>
#include <QStringEncoder>

using namespace Qt::StringLiterals;

namespace {

struct PaperFile {
    QString file;
    std::unique_ptr<desk::CaseWork> work; ///< its case, as the journal has it
    bool isNotice = false;
};

/// Kinds of facts whose values are words about one person or firm.
bool isPersonal(const domain::Field &field)
{
    return field.kind != domain::Field::Kind::Choice && field.kind != domain::Field::Kind::Date;
}

QByteArrayList encodingsOf(const QString &text)
{
    QStringEncoder little(QStringConverter::Utf16LE);
    QStringEncoder big(QStringConverter::Utf16BE);
    return {text.toUtf8(), QByteArray(little(text)), QByteArray(big(text))};
}

}

/// A clerk's shift through the real windows, and what it leaves: papers that other programs read, pictures, a sealed journal.
class TestShift : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QProcessEnvironment environment = m_place.environment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        outside::Program shift(outside::builtProgram(u"yichuang-shift"_s), {u"--out"_s, m_place.path(u"out"_s)},
                               environment);
        const std::optional<int> code = shift.exitCode();
        m_said = shift.output();
        QVERIFY2(code == 0, m_said.constData());

        m_profile = std::make_unique<outside::PastProfile>(m_place.path(u"out/profile"_s));
        QVERIFY(m_profile->journal().verify().has_value());
        const QDir out(m_place.path(u"out"_s));
        for (const QString &name : out.entryList({u"*-correction-notice*.pdf"_s, u"*-receipt.pdf"_s, u"list-*.pdf"_s}, QDir::Files, QDir::Name)) {
            if (name.startsWith(u"list-")) {
                m_lists << out.filePath(name);
                continue;
            }
            auto work = m_profile->reception().resumeByNumber(name.section(u'-', 0, 0));
            QVERIFY2(work.has_value(), qPrintable(name));
            m_papers.push_back({out.filePath(name), std::move(*work), name.contains(u"-correction-notice"_s)});
        }
    }

    void fiveCasesAreFiledAndSevenPapersAreThere()
    {
        QCOMPARE(m_papers.size(), size_t(7));
        QStringList filed;
        QStringList told;
        for (const PaperFile &paper : m_papers)
            (paper.isNotice ? told : filed) << paper.work->file().guide.matter;
        QStringList cases;
        for (const journal::CaseRow &row : m_profile->cases()) {
            QCOMPARE(row.stage, domain::Stage::Filed);
            cases << row.guide.matter;
        }
        filed.sort();
        cases.sort();
        QCOMPARE(cases.size(), 5);
        QCOMPARE(filed, cases);
        QCOMPARE(told.size(), 2);
    }

    /// The buyer of the house asked before there was a case; the list says what the case then asked for, and names nobody.
    void theListOfTheConsultationSaysWhatTheCaseAskedFor()
    {
        QCOMPARE(m_lists.size(), 1);
        const QString text = pdftools::PdfFile(outside::bytesOf(m_lists.front())).pageTexts().join(QString());
        const auto house = std::ranges::find(m_papers, u"second-hand-house"_s,
                                             [](const PaperFile &paper) { return paper.work->file().guide.matter; });
        QVERIFY(house != m_papers.end());
        for (const auto &line : house->work->plan().materials)
            QVERIFY2(text.contains(pdftools::withoutSpaces(line.material.name)), qPrintable(line.material.name));
        for (const auto &line : house->work->plan().items)
            QCOMPARE(text.contains(pdftools::withoutSpaces(line.item.name)), line.chosen);
        QVERIFY(!text.contains(house->work->file().number));
        for (const QString &value : personalValues(*house->work))
            QVERIFY2(!text.contains(pdftools::withoutSpaces(value)), qPrintable(value));
    }

    void everyPaperSaysWhatTheJournalSays()
    {
        for (const PaperFile &paper : m_papers) {
            const QString text = textOf(paper);
            const domain::Case &file = paper.work->file();
            const auto says = [&](const QString &words) { return text.contains(pdftools::withoutSpaces(words)); };
            QVERIFY2(text.startsWith(domain::groupedNumber(file.number)) || says(domain::groupedNumber(file.number)),
                     qPrintable(text));
            QVERIFY2(says(paper.isNotice ? u"一次性告知书"_s : u"收件"_s), qPrintable(text));
            QVERIFY2(says(paper.work->guide().matter.name), qPrintable(text));
            QVERIFY2(!domain::applicantName(file).isEmpty() && says(domain::applicantName(file)), qPrintable(text));
            QVERIFY2(says(u"材料清单为样例数据"_s), qPrintable(text));
            QVERIFY2(!says(u"草稿"_s), qPrintable(text));
        }
    }

    void theEmployersReceiptNamesEveryEmployee()
    {
        const auto hiring = std::ranges::find(m_papers, u"hiring"_s,
                                              [](const PaperFile &paper) { return paper.work->file().guide.matter; });
        QVERIFY(hiring != m_papers.end());
        const QString text = textOf(*hiring);
        const domain::Plan::RosterLine *employees = hiring->work->plan().roster(u"employees"_s);
        QCOMPARE(employees->people.size(), 38);
        for (const domain::Plan::PersonLine &line : employees->people)
            QVERIFY2(text.contains(pdftools::withoutSpaces(line.person.values.value(u"employee-name"_s))), qPrintable(text));
        QVERIFY(text.contains(u"钱样例（代办员工录用全部事项，至委托事项办结）"_s));
    }

    void theRareCharacterOfANameIsExactlyThatCharacter()
    {
        int newborn = 0;
        for (const PaperFile &paper : m_papers) {
            if (!paper.work->guide().matter.name.startsWith(u"新生儿"))
                continue;
            ++newborn;
            QVERIFY2(textOf(paper).contains(u"李𬭚"_s), qPrintable(textOf(paper)));
        }
        QCOMPARE(newborn, 2);
    }

    void everyGapIsNamed()
    {
        QList<qsizetype> gaps;
        for (const PaperFile &paper : m_papers) {
            if (!paper.isNotice)
                continue;
            const QList<domain::Gap> told = paper.work->file().notices.first().gaps;
            gaps << told.size();
            const QString text = textOf(paper);
            for (const domain::Gap &gap : told) {
                QVERIFY2(text.contains(pdftools::withoutSpaces(gap.materialName)), qPrintable(gap.materialName));
                QVERIFY2(text.contains(pdftools::withoutSpaces(gap.reason)), qPrintable(gap.reason));
            }
        }
        std::ranges::sort(gaps);
        QCOMPARE(gaps, (QList<qsizetype>{1, 2}));
    }

    void anotherProgramReadsExactlyTheTwoCodes()
    {
        for (const PaperFile &paper : m_papers) {
            const pdftools::PdfFile pdf(outside::bytesOf(paper.file));
            QStringList codes;
            for (int page = 1; page <= pdf.pageTexts().size(); ++page)
                codes += pdf.codes(page, 150);
            codes.sort();
            const domain::GuideRef guide = paper.work->file().guide;
            QCOMPARE(codes.size(), 2);
            QCOMPARE(codes[0].section(u'.', 0, 0), u"YICHUANG:C/"_s + paper.work->file().number);
            QCOMPARE(codes[1], u"yichuang:g/%1/%2/%3"_s.arg(guide.pack, guide.version, guide.matter));
            const desk::PaperFinding found = m_profile->stamps().check(codes[0]);
            QCOMPARE(found.kind, desk::PaperFinding::Kind::Genuine);
            QCOMPARE(found.stamp.kind, paper.isNotice ? domain::PaperKind::CorrectionNotice : domain::PaperKind::FilingReceipt);
            const domain::Case &file = paper.work->file();
            const qsizetype lines = paper.isNotice ? file.notices.first().gaps.size() : paper.work->plan().materials.size();
            QCOMPARE(found.stamp.lines, int(lines));
        }
    }

    void theLeafletHasTheCodeOfExactlyItsVersion()
    {
        const QDir out(m_place.path(u"out"_s));
        const QStringList leaflets = out.entryList({u"*-concise.pdf"_s}, QDir::Files);
        QCOMPARE(leaflets.size(), 1);
        const pdftools::PdfFile pdf(outside::bytesOf(out.filePath(leaflets[0])));
        QCOMPARE(pdf.pageTexts().size(), 2);
        const auto sold = std::ranges::find_if(
            m_papers, [](const PaperFile &paper) { return paper.work->file().guide.matter == "supermarket"_L1; });
        QVERIFY(sold != m_papers.end());
        const domain::GuideRef guide = sold->work->file().guide;
        QCOMPARE(pdf.codes(1, 150) + pdf.codes(2, 150), QStringList{u"yichuang:g/%1/%2/%3"_s.arg(guide.pack, guide.version, guide.matter)});
    }

    void noCharacterTurnsIntoARadical()
    {
        for (const PaperFile &paper : m_papers) {
            for (const QChar character : textOf(paper))
                QVERIFY2(character < QChar(0x2e80) || character > QChar(0x2fdf), qPrintable(QString(character)));
        }
    }

    void thePicturesShowAWindowOfTheSmallestScreen()
    {
        const QDir out(m_place.path(u"out"_s));
        const QStringList names = out.entryList({u"*.png"_s}, QDir::Files);
        QVERIFY(names.size() >= 12);
        for (const QString &name : names)
            QCOMPARE(QImage(out.filePath(name)).size(), QSize(1366, 768));
    }

    /// The last one, because it closes the profile.
    void nothingAboutAPersonStandsInPlainBytes()
    {
        QStringList values;
        for (const journal::CaseRow &row : m_profile->cases())
            values += personalValues(*m_profile->resume(row.id));
        for (const QString &known : {u"李𬭚"_s, u"41030720000229123X"_s, u"古丽巴哈尔·阿卜杜热合曼"_s,
                                     u"410307200002290018"_s, u"赵样例"_s})
            QVERIFY2(values.contains(known), qPrintable(known));
        nowhere(values);
        m_papers.clear();
        m_profile.reset();
        nowhere(values);
    }

private:
    static QString textOf(const PaperFile &paper)
    {
        return pdftools::PdfFile(outside::bytesOf(paper.file)).pageTexts().join(QString());
    }

    static QStringList personalValues(const desk::CaseWork &work)
    {
        QStringList values;
        for (const auto &line : work.plan().fields) {
            // A short value may stand in random bytes by chance.
            if (isPersonal(line.field) && line.value.toUtf8().size() >= 6)
                values << line.value;
        }
        return values;
    }

    void nowhere(const QStringList &values)
    {
        QMap<QString, QByteArray> files = outside::filesBelow(m_place.path(u"out/profile"_s));
        QVERIFY(files.contains(u"journal.db"_s));
        files.insert(u"what the program said"_s, m_said);
        for (auto file = files.cbegin(); file != files.cend(); ++file) {
            for (const QString &value : values) {
                for (const QByteArray &bytes : encodingsOf(value))
                    QVERIFY2(!file.value().contains(bytes), qPrintable(file.key() + u": "_s + value));
            }
        }
    }

    outside::Place m_place;
    QByteArray m_said;
    std::unique_ptr<outside::PastProfile> m_profile;
    std::vector<PaperFile> m_papers;
    QStringList m_lists; ///< of consultations: they belong to no case
};

QTEST_GUILESS_MAIN(TestShift)
#include "tst_shift.moc"
