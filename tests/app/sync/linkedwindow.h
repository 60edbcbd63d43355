#pragma once

#include "core/desk/casebook.h"
#include "core/desk/hublink.h"
#include "core/domain/merging.h"
#include "core/sync/httpline.h"
#include "tests/app/hub/hubprogram.h"
#include "tests/app/sync/hallsettings.h"
#include "tests/core/desk/hall.h"

#include <QSignalSpy>
#include <QTest>

/// A window with everything real: profile, journal, guides, the link to its hub in a thread of its own.
class LinkedWindow final
{
public:
    /// \a code: three digits, of no other window; \a suite: of hall.ini.
    LinkedWindow(const QString &folder, const QString &code, const QString &suite = QStringLiteral("standard"))
        : m_folder(folder), m_code(code)
    {
        writeHallSettings(folder, code, suite);
        start();
    }

    void start()
    {
        hall = std::make_unique<Hall>(m_folder);
        hall->clock.set(QDateTime(QDate(2026, 3, 5), QTime(9, 30)));
        book = std::make_unique<desk::CaseBook>(hall->profile->journal(), hall->shelf, hall->clocks.rules);
        link = std::make_unique<desk::HubLink>(desk::HubLinkNeeds{
            .profileFolder = m_folder,
            .profileKey = hall->profile->keys().profile,
            .windowKey = hall->profile->keys().window,
            .journal = hall->profile->journal(),
            .hall = hall->profile->hall(),
            .program = QStringLiteral("test"),
            .line = [](const QUrl &hub) { return std::make_unique<syncing::HttpLine>(hub); }});
        QObject::connect(book.get(), &desk::CaseBook::written, link.get(), &desk::HubLink::acted);
        link->start();
    }
    void stop()
    {
        link.reset();
        book.reset();
        hall.reset();
    }

    /// Joins the hub behind \a url with a code that \a program makes.
    bool join(const HubProgram &program, const QUrl &url)
    {
        const HubProgram::Said code = program.command({QStringLiteral("enrol-code"), QStringLiteral("--hall"), QStringLiteral("411202-1"),
                                                       QStringLiteral("--region"), QStringLiteral("411202"),
                                                       QStringLiteral("--window-code"), m_code, QStringLiteral("--hub"), url.toString()});
        QSignalSpy joined(link.get(), &desk::HubLink::enrolled);
        QSignalSpy failed(link.get(), &desk::HubLink::enrolmentFailed);
        link->enrol(url, QString::fromUtf8(code.out).trimmed());
        if (code.code != 0)
            qWarning("no code: %s", code.err.constData());
        const bool over = QTest::qWaitFor([&] { return joined.count() + failed.count() > 0; }, 20'000);
        if (failed.count() > 0) {
            const auto trouble = failed.constFirst().constFirst().value<syncing::Trouble>();
            qWarning("not joined: %d %s", int(trouble.problem.code), qPrintable(trouble.detail));
        }
        return over && joined.count() == 1;
    }

    std::unique_ptr<desk::CaseWork> open(const QString &name)
    {
        auto work = hall->reception->open(newborn(*hall));
        if (!work || !(*work)->perform(domain::EnterField{domain::applicantNameField, name}))
            qFatal("no case");
        return std::move(*work);
    }
    bool enter(const QString &caseId, const QString &field, const QString &value)
    {
        const auto work = hall->reception->resume(caseId);
        return work && (*work)->perform(domain::EnterField{field, value});
    }
    /// The case as this window has it; empty id: it has none.
    domain::Case caseOf(const QString &caseId) const
    {
        const auto history = hall->profile->journal().historyOf(caseId);
        return history ? domain::merge(*history).file : domain::Case();
    }
    bool hasSentAll() const
    {
        return link->status().contact == syncing::Status::Contact::Online && link->status().figures.events == 0;
    }

    std::unique_ptr<Hall> hall;
    std::unique_ptr<desk::CaseBook> book;
    std::unique_ptr<desk::HubLink> link;

private:
    const QString m_folder;
    const QString m_code;
};
