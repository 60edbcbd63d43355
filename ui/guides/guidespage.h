#pragma once

#include "ui/guides/guidereader.h"

class GuideList;
class ImportPanel;
class InlineMessage;

/// Where guides are read: found, filtered, printed, compared; and where a new pack is let in. Opens no dialog.
class GuidesPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a reading outlives the page.
    explicit GuidesPage(desk::GuideReading &reading, QWidget *parent = nullptr);

    /// Says what \a file is, where the reader stands otherwise.
    void lookAt(const QString &file);
    /// Guides came from somewhere else: the list is shown anew.
    void renew();
    /// Saves what is shown as PDF in \a file and says so.
    void saveTo(const QString &file);
    /// A paper that was said to be sent did not come to its printer: that is not said any longer.
    void takeBackSent();

signals:
    void openRequested(const domain::GuideRef &matter);
    void consultRequested(const domain::GuideRef &matter);
    /// A file with a pack is wanted: answered by lookAt().
    void packFileRequested();
    /// A file to save to is wanted, perhaps called \a name: answered by saveTo().
    void saveRequested(const QString &name);
    /// Other guides are in use than before.
    void guidesChanged();
    /// A paper went to the printer.
    void paperProduced();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void listen();
    void setView(GuideReader::View view);
    void showList();
    void read();
    void open();
    void consult();
    void print();
    void save();
    void leaveImport();
    void showImported(const QString &what, const QString &whatNow);
    QString paperName() const;

    desk::GuideReading &m_reading;
    InlineMessage *const m_message;
    bool m_saysSent = false; ///< the message is about a paper on its way to a printer
    GuideList *const m_list;
    GuideReader *const m_reader;
    ImportPanel *const m_import;
};
