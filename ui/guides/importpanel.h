#pragma once

#include "core/desk/guidereading.h"

#include <QWidget>

class Badge;
class DifferencesModel;
class InlineMessage;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedLayout;
class QStringListModel;
class SectionHeader;

/// A pack that somebody brought: what it is, who signed it, what it changes, and what it takes to let it in. Nothing is imported
/// before the button is pressed.
class ImportPanel final : public QWidget
{
    Q_OBJECT

public:
    /// \a reading outlives the panel.
    explicit ImportPanel(desk::GuideReading &reading, QWidget *parent = nullptr);

    /// Says at once that \a file is being read, and soon what it is.
    void look(const QString &file);
    void takeFocus();

signals:
    /// The guides have it now. \a whatNow in a sentence: from when it counts.
    void imported(const QString &what, const QString &whatNow);
    void leaveRequested();

private:
    QLayout *buildFacts();
    QWidget *buildConsent();
    QLayout *buildActs();
    void showLook(const desk::GuideLook &look);
    void showFacts();
    void sayFact(int fact, const QString &value);
    void showEntrance();
    void showDetails();
    void askConsent();
    void import();
    QString whatNow(const QString &versionBefore) const;

    desk::GuideReading &m_reading;
    desk::GuideLook m_look;
    DifferencesModel *const m_differences;
    QStringListModel *const m_faults;
    QLabel *const m_file;
    Badge *const m_badge;
    QLabel *const m_whatToDo;
    QList<std::pair<QLabel *, QLabel *>> m_facts; ///< name and value
    SectionHeader *const m_detailsHead;
    QListView *const m_details;
    QWidget *m_consent = nullptr;
    QLineEdit *const m_person;
    QLineEdit *const m_reason;
    QPushButton *const m_leave;
    QPushButton *const m_import;
    InlineMessage *const m_message;
};
