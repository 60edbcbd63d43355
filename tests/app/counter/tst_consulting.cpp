#include "app/counter/counter.h"
#include "core/base/datafolder.h"
#include "tests/core/desk/hall.h"
#include "tests/core/papers/pdftools.h"
#include "tests/support/keys.h"
#include "ui/consult/consultpage.h"
#include "ui/home/homepage.h"
#include "ui/intake/intakepage.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QDirIterator>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace {

/// Every file below \a folder with its bytes.
QMap<QString, QByteArray> filesOf(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (file.open(QIODevice::ReadOnly))
            files.insert(file.fileName(), file.readAll());
    }
    return files;
}

}

/// Consultation through the counter's own window: what the keys set going, and that nothing of it reaches the journal.
class TestConsulting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_printer = {};
        auto workplace
            = Workplace::open({m_folder->filePath(u"profile"_s), base::dataFolder(), m_clock, m_keyStore, m_printer, m_runner});
        QVERIFY2(workplace.has_value(), qPrintable(workplace ? QString() : workplace.error().detail));
        m_workplace = std::move(*workplace);
        m_counter = std::make_unique<Counter>(*m_workplace);
        m_counter->setSaveFolder(m_folder->path());
        m_counter->window().show();
        QVERIFY(QTest::qWaitForWindowActive(&m_counter->window()));
    }
    void cleanup()
    {
        m_counter.reset();
        m_workplace.reset();
        m_folder.reset();
    }

    void theAnswersGoOnIntoACase()
    {
        const QMap<QString, QByteArray> before = filesOf(m_folder->filePath(u"profile"_s));
        consultOn(u"xse"_s);
        QVERIFY(isOn<ConsultPage>());
        answerAll();
        QCOMPARE(casesInJournal(), 0);
        QCOMPARE(filesOf(m_folder->filePath(u"profile"_s)), before); // no byte of it is stored
        const auto &consultation = *m_counter->consultation();
        QMap<QString, QString> answers;
        for (const domain::Plan::Question &question : consultation.plan().questions)
            answers.insert(question.situation.id, question.answer);
        QVERIFY(answers.size() > 2);
        QStringList materials;
        for (const auto &line : consultation.plan().materials)
            materials << line.material.id;

        m_keys.press(Qt::Key_F9);
        QVERIFY(isOn<IntakePage>());
        QVERIFY(!m_counter->consultation()); // it has become the case
        const desk::CaseWork *work = m_counter->work();
        QVERIFY(work);
        QCOMPARE(work->file().answers, answers);
        QStringList asked;
        for (const auto &line : work->plan().materials)
            asked << line.material.id;
        QCOMPARE(asked, materials);
        QCOMPARE(casesInJournal(), 1);
        QVERIFY2(work->file().number.contains(u"0001"), qPrintable(work->file().number)); // none was used before
    }

    void thePrintedListSaysOnlyWhatApplies()
    {
        consultOn(u"xse"_s);
        answerAll();
        m_keys.press(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(m_printer.jobs.size(), 1);
        const auto &[title, pdf] = m_printer.jobs.front();
        const desk::Consultation &consultation = *m_counter->consultation();
        QVERIFY2(title.contains(consultation.guide().matter.name), qPrintable(title));
        const QString text = pdftools::PdfFile(pdf).pageTexts().join(QString());
        for (const auto &line : consultation.plan().materials)
            QVERIFY2(text.contains(pdftools::withoutSpaces(line.material.name)), qPrintable(line.material.name));
        int left = 0;
        for (const auto &line : consultation.plan().items) {
            const QString name = pdftools::withoutSpaces(line.item.name);
            QVERIFY2(text.contains(name) == line.chosen, qPrintable(name));
            left += line.chosen ? 0 : 1;
        }
        QVERIFY(left > 0);
        QCOMPARE(casesInJournal(), 0);
        QVERIFY(saysAnywhere(u"fake, 1"_s));
    }

    void aPrinterThatFailsLeavesTheListToBeSaved()
    {
        consultOn(u"xse"_s);
        m_printer.failing = true;
        m_keys.press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(m_printer.jobs.isEmpty());
        QVERIFY(saysAnywhere(words::sentence(base::Error{base::Error::Kind::Device, {}, {}})));
        QVERIFY(saysAnywhere(u"Ctrl+S"_s));
        m_keys.press(Qt::Key_S, Qt::ControlModifier);
        const QStringList saved = QDir(m_folder->path()).entryList({u"*.pdf"_s});
        QCOMPARE(saved.size(), 1);
        QFile file(m_folder->filePath(saved.front()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = pdftools::PdfFile(file.readAll()).pageTexts().join(QString());
        QVERIFY(text.contains(u"尚未回答")); // printed before everything was answered, it says so
        QCOMPARE(casesInJournal(), 0);
    }

    void escLosesNothingUntilAnotherBegins()
    {
        consultOn(u"xse"_s);
        m_keys.press(Qt::Key_1);
        const auto said = m_counter->consultation()->choices().size();
        QCOMPARE(said, 1);
        m_keys.press(Qt::Key_Escape);
        QVERIFY(isOn<HomePage>());
        QVERIFY(saysAnywhere(m_counter->consultation()->guide().matter.name));
        m_keys.press(Qt::Key_F6); // what was found is still chosen
        QVERIFY(isOn<ConsultPage>());
        QCOMPARE(m_counter->consultation()->choices().size(), said);
        m_keys.press(Qt::Key_Escape);
        m_keys.press(Qt::Key_Down); // another matter
        m_keys.press(Qt::Key_F6);
        QVERIFY(isOn<ConsultPage>());
        QVERIFY(m_counter->consultation()->choices().isEmpty());
    }

    void theNextDayBeginsAnew()
    {
        consultOn(u"xse"_s);
        m_keys.press(Qt::Key_1);
        m_keys.press(Qt::Key_Escape);
        constexpr qint64 day = 24 * 3600;
        m_clock.advance(day);
        m_keys.press(Qt::Key_F6);
        QVERIFY(isOn<ConsultPage>());
        QVERIFY(m_counter->consultation()->choices().isEmpty());
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        consultOn(u"xse"_s);
        m_counter->setSaveFolder(m_folder->filePath(u"not/there"_s));
        m_keys.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(saysAnywhere(words::sentence(base::Error{base::Error::Kind::Storage, {}, {}})));
        QVERIFY(isOn<ConsultPage>());
        QVERIFY(!QDir(m_folder->filePath(u"not"_s)).exists());
    }

    void onAFullDiskTheConsultationStaysWhereItIs()
    {
        consultOn(u"xse"_s);
        m_keys.press(Qt::Key_1);
        {
            const FullDisk full;
            m_keys.press(Qt::Key_F9);
        }
        QVERIFY(isOn<ConsultPage>());
        QVERIFY(saysAnywhere(words::sentence(base::Error{base::Error::Kind::Storage, {}, {}})));
        QCOMPARE(m_counter->consultation()->choices().size(), 1);
        m_keys.press(Qt::Key_F9);
        QVERIFY(isOn<IntakePage>());
        QCOMPARE(casesInJournal(), 1);
    }

    void aVersionThatIsNotAtHandIsSaid()
    {
        m_counter->consult({u"sanmenxia-personal"_s, u"1900.01"_s, u"newborn"_s});
        QVERIFY(isOn<HomePage>());
        QVERIFY(saysAnywhere(words::sentence(base::Error{base::Error::Kind::Missing, {}, {}})));
    }

private:
    void consultOn(const QString &query)
    {
        for (const QChar letter : query)
            m_keys.press(Qt::Key(letter.toUpper().unicode()));
        m_keys.press(Qt::Key_F6);
    }
    void answerAll()
    {
        for (int step = 0; step < 30 && !m_counter->consultation()->open().isEmpty(); ++step) {
            m_keys.press(Qt::Key_F7);
            m_keys.press(Qt::Key_1);
        }
        QVERIFY(m_counter->consultation()->open().isEmpty());
    }
    template <class Page>
    bool isOn() const
    {
        return qobject_cast<Page *>(m_counter->window().page());
    }
    qsizetype casesInJournal() const { return m_workplace->reception().cases(false, 100)->size(); }
    /// Whether a label in sight holds \a words.
    bool saysAnywhere(const QString &words) const
    {
        const auto labels = m_counter->window().findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    support::FakeClock m_clock;
    support::NoKeyStore m_keyStore;
    support::FakePrinter m_printer;
    devices::CupsPrintSystem m_printSystem;
    devices::PrintRunner m_runner{m_printSystem};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workplace> m_workplace;
    std::unique_ptr<Counter> m_counter;
    Keys m_keys;
};

QTEST_MAIN(TestConsulting)
#include "tst_consulting.moc"
