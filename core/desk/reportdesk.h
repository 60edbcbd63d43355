#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/base/settings.h"
#include "core/papers/paper.h"
#include "core/reports/figures.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

class QThread;

namespace papers {
class FormFolder;
}

namespace desk {

class AuditBook;
class PaperCheck;

/// What is asked.
struct ReportQuestion {
    reports::Span span;
    reports::Scope scope = {};
    bool operator==(const ReportQuestion &) const = default;
};

/// A case behind a figure.
struct ReportCase {
    QString caseId;
    QString number;
    bool operator==(const ReportCase &) const = default;
};

struct ReportNeeds {
    QString profileFolder;
    base::Secret profileKey;
    const base::Clock &clock;
    base::HallSettings hall;
    QString device; ///< of this window
    const papers::FormFolder &forms;
    const PaperCheck &stamps;
    /// What is known of the hub now; DataState::asOf and uncounted are put in by the desk.
    std::function<reports::DataState()> hubState = {};
    AuditBook *audit = nullptr; ///< where saving is noted; null: nowhere
};

/// Reports of a hall from the journal of this PC, for the page, the printer and files. They are counted in a thread of their own over
/// a database connection of their own; nobody waits for it. Everything handed in outlives it.
class ReportDesk final : public QObject
{
    Q_OBJECT

public:
    explicit ReportDesk(ReportNeeds needs, QObject *parent = nullptr);
    ~ReportDesk() override;

    /// Begins counting; ready() or failed() follows, unless cancel() or another ask() comes first.
    void ask(const ReportQuestion &question);
    /// Nothing follows any more of what was asked.
    void cancel();
    bool isBusy() const { return m_busy; }

    /// The cases behind \a figure of \a report, at most \a most from the \a first on, the oldest first.
    base::Result<QList<ReportCase>> cases(const reports::Report &report, reports::Figure figure, int first, int most) const;

    /// 办件日报, with its code signed by this window, and \a charts (dark on white, of one shape) on it.
    base::Result<papers::Paper> paper(const reports::Report &report, const QList<QImage> &charts = {}) const;
    /// Into \a file that a person chose: a PDF (.pdf) of the paper, text (.csv), or a workbook (.xlsx).
    [[nodiscard]] base::Result<> save(const reports::Report &report, const QString &file, const QList<QImage> &charts = {}) const;

signals:
    /// From 0 to 1.
    void progress(double share);
    void ready(const std::shared_ptr<const reports::Report> &report);
    void failed(const base::Error &error);

private:
    struct Run;
    void end();

    ReportNeeds m_needs;
    std::shared_ptr<Run> m_run;
    std::unique_ptr<QThread> m_thread;
    bool m_busy = false;
};

}
