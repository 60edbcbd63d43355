#pragma once

#include "core/devices/scanner.h"

#include <QFrame>

class ChoiceBox;

/// Asks, in one line, which scanner, glass or feeder, which colours, how fine. Every answer may stay as it is: Enter scans.
class ScannerBar final : public QFrame
{
    Q_OBJECT

public:
    /// Hidden until open() is called.
    explicit ScannerBar(QWidget *parent = nullptr);

    /// What there is to choose from, and what is chosen now.
    void show(const QList<devices::ScannerFace> &faces, const devices::ScanWish &wish);
    /// Nothing happens when there is no scanner.
    void open();

signals:
    void wanted(const devices::ScanWish &wish);
    /// After wanted(), or when nothing is wanted.
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const devices::ScanWish &wish);
    void leave();
    devices::ScanWish wish() const;

    ChoiceBox *const m_device;
    ChoiceBox *const m_source;
    ChoiceBox *const m_mode;
    ChoiceBox *const m_resolution;
    QList<devices::ScannerFace> m_faces;
    devices::ScanWish m_wish;
};
