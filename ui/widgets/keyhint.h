#pragma once

#include <QLabel>
#include <QList>

#include <utility>

/// A key as a small key cap, e.g. beside what it does.
class KeyHint final : public QLabel
{
    Q_OBJECT

public:
    /// \a key as it stands on the key cap: "F1", "Enter", "Ctrl+2".
    explicit KeyHint(const QString &key, QWidget *parent = nullptr);
};

/// A quiet line of keys and what they do, e.g. at the foot of a page. Alternatives are separated by " / ".
QWidget *keyLine(const QList<std::pair<QString, QString>> &keys, QWidget *parent);
/// The caps of one entry: "Up / Down".
QWidget *keyCaps(const QString &keys, QWidget *parent);
