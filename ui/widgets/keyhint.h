#pragma once

#include <QLabel>

/// A key as a small key cap, e.g. beside what it does.
class KeyHint final : public QLabel
{
    Q_OBJECT

public:
    /// \a key as it stands on the key cap: "F1", "Enter", "Ctrl+2".
    explicit KeyHint(const QString &key, QWidget *parent = nullptr);
};
