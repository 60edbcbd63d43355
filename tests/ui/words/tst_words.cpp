#include "ui/words/lifewords.h"
#include "ui/words/words.h"

#include <QSet>
#include <QTest>

namespace {

/// The words of every enumerator up to \a last.
template <class Enum, class Say>
QStringList allWords(Enum last, Say say)
{
    QStringList texts;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        texts += say(static_cast<Enum>(i));
    return texts;
}

void expectOwnWords(const QStringList &texts)
{
    for (const QString &text : texts)
        QVERIFY2(!text.trimmed().isEmpty(), qPrintable(texts.join(u'|')));
    QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), texts.size());
}

}

class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void everyRefusalHasItsOwnSentence()
    {
        expectOwnWords(allWords(domain::Refusal::Why::NumberInvalid, [](domain::Refusal::Why why) {
            return words::sentence(domain::Refusal{why, QStringLiteral("2026-11-26"), {}});
        }));
    }

    void everyErrorHasItsOwnSentence()
    {
        expectOwnWords(allWords(base::Error::Kind::Missing, [](base::Error::Kind kind) {
            return words::sentence(base::Error{kind, QStringLiteral("detail"), {}});
        }));
    }

    void everyFieldFaultTellsWhatToDo()
    {
        QVERIFY(words::sentence(domain::FieldFault::None).isEmpty());
        QStringList texts
            = allWords(domain::FieldFault::NotAChoice, [](domain::FieldFault fault) { return words::sentence(fault); });
        texts.removeFirst();
        expectOwnWords(texts);
    }

    void everyNameIsItsOwn()
    {
        const auto say = [](auto value) { return words::name(value); };
        expectOwnWords(allWords(domain::VerdictKind::Missing, say));
        expectOwnWords(allWords(domain::Stage::Abandoned, say));
        expectOwnWords(allWords(domain::PaperKind::DeliveryRecord, say));
        expectOwnWords(allWords(domain::Confidence::Low, say));
        expectOwnWords(allWords(domain::Material::Form::Electronic, say));
        expectOwnWords(allWords(domain::Material::Acquisition::Applicant, say));
        expectOwnWords(allWords(domain::Field::Role::Matter, say));
        expectOwnWords(allWords(domain::Task::Kind::GiveBackPapers, say));
        expectOwnWords(allWords(domain::Urgency::Overdue, say));
    }

    void aRefusalNamesItsSubject()
    {
        const QString text
            = words::sentence(domain::Refusal{domain::Refusal::Why::VerdictMissing, QStringLiteral("结婚证"), {}});
        QVERIFY(text.contains(QStringLiteral("结婚证")));
    }

    void aSubjectThatLooksLikeAPlaceholderIsLeftAlone()
    {
        const QString text
            = words::sentence(domain::Refusal{domain::Refusal::Why::FieldMissing, QStringLiteral("%1%2"), {}});
        QVERIFY(text.endsWith(QStringLiteral("%1%2")));
    }

    void technicalDetailIsNotForTheClerk()
    {
        const QString text
            = words::sentence(base::Error{base::Error::Kind::Storage, QStringLiteral("SQLITE_FULL"), {}});
        QVERIFY(!text.contains(QStringLiteral("SQLITE_FULL")));
    }

    void anUnknownTermIsNotGuessed()
    {
        QVERIFY(words::term(-1).isEmpty());
        QVERIFY(!words::term(0).isEmpty());
        QVERIFY(words::term(20).contains(QStringLiteral("20")));
    }
};

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
