#pragma once

#include "core/desk/printroutes.h"
#include "core/devices/printsystem.h"

#include <QWidget>

class ChoiceBox;
class InlineMessage;
class QFormLayout;
class QKeyEvent;
class QLabel;
class QListWidget;
class SectionHeader;

namespace desk {
class PrintQueue;
}

/// Which printer takes which kind of paper, and how the printers of this PC are. What is chosen counts at once.
class PrintersPage final : public QWidget
{
    Q_OBJECT

public:
    /// A kind of paper: the id of its form and its name.
    struct Kind {
        QString form;
        QString name;
        bool hasRoll = false; ///< it has a layout for 80 mm paper
    };

    /// \a queue and \a routes outlive the page.
    PrintersPage(desk::PrintQueue &queue, desk::PrintRoutes &routes, const QList<Kind> &kinds, QWidget *parent = nullptr);

    /// What became of a test page; an empty \a why: it is printed.
    void tellTest(const QString &printer, const QString &why);

signals:
    /// A test page is wanted on \a printer, with paper from \a tray (may be empty), in \a layout.
    void testRequested(const QString &printer, const QString &tray, desk::PrintRoute::Layout layout);
    void leaveRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum Choice { Printer, Tray, Pieces, Sides, Layout, Colour };
    static constexpr int choices = Colour + 1;

    QWidget *buildKinds();
    QWidget *buildRoute();
    QWidget *buildPrinters();
    void setUpKeys();
    void showKinds();
    void showRoute();
    void showPrinters();
    void store();
    QString form() const;
    const devices::PrinterFace *machine() const;
    QString rawHint(const devices::PrinterFace &printer, desk::PrintRoute::Layout layout) const;

    desk::PrintQueue &m_queue;
    desk::PrintRoutes &m_routes;
    const QList<Kind> m_kinds;
    QListWidget *const m_list;
    QListWidget *const m_printers;
    SectionHeader *const m_head;
    QLabel *const m_rawHint; ///< how a queue without a driver is used
    QList<ChoiceBox *> m_boxes; ///< by Choice
    InlineMessage *const m_message;
    QStringList m_names; ///< of printers, as in their box
    QStringList m_trays; ///< as in their box
};
