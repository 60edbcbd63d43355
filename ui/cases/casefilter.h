#pragma once

#include <QSortFilterProxyModel>

/// Cases that fit what is typed: any part of the number (with or without its groups) or of the matter.
class CaseFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit CaseFilter(QObject *parent = nullptr);

    void setWords(const QString &words);
    /// Filed and closed cases too.
    void setAll(bool all);
    bool all() const { return m_all; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    bool m_all = false;
};
