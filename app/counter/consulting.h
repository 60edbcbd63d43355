#pragma once

#include "app/counter/workplace.h"
#include "core/desk/consultation.h"
#include "ui/widgets/inlinemessage.h"

#include <QPointer>

class ConsultPage;
class MainWindow;

/// Consultation at this window: its page, the one consultation that is kept, and what its keys set going. Nothing of it reaches
/// the journal.
class Consulting final : public QObject
{
    Q_OBJECT

public:
    /// Adds its page to \a window, below \a home in the rail. \a workplace outlives it; call end() before the window goes.
    Consulting(Workplace &workplace, MainWindow &window, QWidget *home, QObject *parent = nullptr);

    /// The consultation that is kept; null when there is none.
    const desk::Consultation *consultation() const { return m_consultation.get(); }
    void setSaveFolder(const QString &folder) { m_saveFolder = folder; }
    /// Whether its page is in sight.
    bool isShown() const;
    /// Why what was wanted on its page did not happen.
    void refuse(const QString &sentence);
    /// The consultation is over, e.g. because a case was made of it.
    void end();

public slots:
    /// Goes on with the kept consultation when it is about \a matter and of today, else begins another: overnight the law may
    /// change, and it is another citizen.
    void consult(const domain::GuideRef &matter);

signals:
    void caseWanted(const desk::Consultation &consultation);
    /// The page was left; \a from is where the clerk had come from.
    void left(QWidget *from);
    void said(InlineMessage::Level level, const QString &what, const QString &detail);
    void failed(const base::Error &error);
    /// A paper went to the printer or a file.
    void paperProduced();

private:
    void print();
    void save();
    void saveTo(const QString &file);
    void leave();

    Workplace &m_workplace;
    MainWindow &m_window;
    ConsultPage *const m_page;
    std::unique_ptr<desk::Consultation> m_consultation;
    QDate m_begun; ///< day of the consultation
    QPointer<QWidget> m_from;
    QString m_saveFolder;
};
